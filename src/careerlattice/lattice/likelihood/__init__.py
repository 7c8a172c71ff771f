"""How likely a move is: features, inputs and the fitted model."""

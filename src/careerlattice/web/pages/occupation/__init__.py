"""One occupation, its moves, and comparisons."""

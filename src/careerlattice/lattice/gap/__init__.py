"""What is missing for a move."""

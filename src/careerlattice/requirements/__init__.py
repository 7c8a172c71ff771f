"""What it takes to enter an occupation in a place."""

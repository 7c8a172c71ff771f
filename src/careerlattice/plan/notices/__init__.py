"""What to read beside the plans, and why there is no way."""

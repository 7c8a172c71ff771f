"""A list of many people at once."""

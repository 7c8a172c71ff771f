"""A move and its evidence."""

"""Many people in, many answers out."""

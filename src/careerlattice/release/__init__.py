"""A release of data: opening it, checking it, finding it."""

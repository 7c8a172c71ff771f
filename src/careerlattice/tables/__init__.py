"""Declarations of every table that a release holds."""

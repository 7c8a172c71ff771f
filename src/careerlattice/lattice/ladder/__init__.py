"""Pathways ordered from entry to expert."""

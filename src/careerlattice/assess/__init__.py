"""Instruments: items, answers and scores."""

"""Ladders as accessible SVG, each with a text twin."""

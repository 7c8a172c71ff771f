"""Moves between occupations: how likely, how hard, of what kind; and ladders cut from them."""

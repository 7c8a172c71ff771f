"""Cells of a CSV file that a spreadsheet shows and does not run."""

from __future__ import annotations

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula.

    >>> plain_cell("=1+1"), plain_cell("Registered nurse"), plain_cell(" @cook")
    ("'=1+1", 'Registered nurse', "' @cook")
    """
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINS_A_FORMULA) else text

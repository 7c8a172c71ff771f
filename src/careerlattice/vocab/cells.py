"""Cells of a CSV file that a spreadsheet shows and does not run."""

from __future__ import annotations

import re

BEGINS_A_FORMULA = r"^ *[=+\-@\t\r\n]"
"""What a spreadsheet would take for a formula, as a regular expression."""


def plain_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula.

    >>> plain_cell("=1+1"), plain_cell("Registered nurse"), plain_cell(" @cook")
    ("'=1+1", 'Registered nurse', "' @cook")
    """
    return f"'{text}" if re.match(BEGINS_A_FORMULA, text) else text

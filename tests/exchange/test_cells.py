"""Cells of every CSV: what a spreadsheet would run is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.vocab.cells import plain_cell


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_a_formula_is_shown(text: str) -> None:
    assert plain_cell(text) == "'" + text


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    assert plain_cell(text).lstrip(" ")[:1] not in tuple("=+-@\t\r\n")
    assert plain_cell(text).removeprefix("'") == text.removeprefix("'")

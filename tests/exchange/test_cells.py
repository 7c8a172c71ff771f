"""Cells of every CSV: what a spreadsheet would run is shown."""

from __future__ import annotations

import csv
import io

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


def test_every_csv_with_words_of_others_is_plain() -> None:
    """The answers to titles and, of many people, the parts written as CSV."""
    import polars as pl

    from careerlattice.bulk.files.parts import plain_cells
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.code_titles import _coded_csv
    from careerlattice.match.titles.coder import CodedTitle

    formula = "=cmd|' /C calc'!A0"
    answers = [[CodedTitle(1, "29-1141.00", 0.5, abstained=False)]]
    catalog = open_release()
    (row,) = csv.DictReader(
        io.StringIO(_coded_csv(catalog, [formula], answers, tells_learned=False))
    )
    assert row["title"] == "'" + formula
    frame = plain_cells(pl.DataFrame({"row": [1, 2], "title": [formula, "nurse"]}))
    assert frame["title"].to_list() == ["'" + formula, "nurse"]

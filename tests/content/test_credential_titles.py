"""Titles that name a credential: every row is whole, and stands for an occupation of its own."""

from __future__ import annotations

import pytest

from careerlattice.content.credential_titles import credential_title_of, list_credential_titles
from careerlattice.vocab.levels import EducationLevel


def test_rows_are_whole() -> None:
    rows = list_credential_titles()
    # A license of several occupations has a row for each.
    said = [(title, row.code) for row in rows for title in row.titles]
    assert len(set(said)) == len(said)
    for row in rows:
        assert row.credential
        assert row.cite
        assert row.how == "known"
        assert row.asks
        assert not row.asks.endswith(".")
        assert not row.education or EducationLevel[row.education.upper()]


@pytest.mark.parametrize(
    ("typed", "code", "credential"),
    [
        ("CPA", "13-2011.00", "Certified public accountant (CPA)"),
        ("certified public accountants", "13-2011.00", "Certified public accountant (CPA)"),
        ("Home Inspector", "47-4011.00", "Home inspector license"),
        ("accountant", "13-2011.00", None),
        ("CPA", "13-2031.00", None),
        ("", "13-2011.00", None),
    ],
)
def test_titles_are_found_as_people_write_them(
    typed: str, code: str, credential: str | None
) -> None:
    found = credential_title_of(typed, code)
    assert (found.credential if found else None) == credential

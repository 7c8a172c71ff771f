"""Reading the lists of names, each once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from careerlattice.vocab.csv_rows import read_rows

_HERE = Path(__file__).parent
BETWEEN_WORDINGS = "|"


@cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one list (`everyday`, `military`, ...) by column."""
    return tuple(read_rows(_HERE / f"{name}.csv"))


def wordings(cell: str) -> list[str]:
    """The wordings that share a row."""
    return [wording for wording in cell.split(BETWEEN_WORDINGS) if wording]


@cache
def pairs_of(name: str) -> dict[str, str]:
    """A list of two columns as a mapping of the first to the second."""
    found: dict[str, str] = {}
    for row in rows_of(name):
        first, second = row.values()
        found[first] = second
    return found


@cache
def words_of(name: str) -> frozenset[str]:
    """All wordings of the first column of a list."""
    return frozenset(
        wording for row in rows_of(name) for wording in wordings(next(iter(row.values())))
    )


@cache
def words_in(name: str, role: str) -> frozenset[str]:
    """The words of a list that have one role in it."""
    return frozenset(
        wording
        for row in rows_of(name)
        if row["role"] == role
        for wording in wordings(row["words"])
    )

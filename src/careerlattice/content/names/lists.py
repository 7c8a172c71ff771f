"""Reading the lists of names, each once. Standard library only."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent
BETWEEN_WORDINGS = "|"


@lru_cache(maxsize=None)
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one list (`everyday`, `military`, ...) by column."""
    with (_HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def wordings(cell: str) -> list[str]:
    """The wordings that share a row."""
    return [wording for wording in cell.split(BETWEEN_WORDINGS) if wording]


@lru_cache(maxsize=None)
def pairs_of(name: str) -> dict[str, str]:
    """A list of two columns as a mapping of the first to the second."""
    return {first: second for first, second in (row.values() for row in rows_of(name))}


@lru_cache(maxsize=None)
def words_of(name: str) -> frozenset[str]:
    """All wordings of the first column of a list."""
    return frozenset(
        wording for row in rows_of(name) for wording in wordings(next(iter(row.values())))
    )

"""What people earn to begin with, where it is known and the survey's figures are of other work.

Read from `requirements/entry_pay.csv`. A row with titles is of a part of an occupation, for who
types one of them: the survey's figures are of the whole. Each row has its source.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from careerlattice.vocab.csv_rows import read_rows
from careerlattice.vocab.names import fold

_FILE = Path(__file__).parent / "requirements" / "entry_pay.csv"
_SCHEDULES = Path(__file__).parent / "requirements" / "salary_schedules.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFigure:
    """Dollars a year that `who` earns in an occupation, and who says so."""

    titles: tuple[str, ...]
    code: str
    start_usd: float
    who: str
    cite: str
    how: str


@lru_cache(maxsize=1)
def list_entry_figures() -> tuple[EntryFigure, ...]:
    """All rows of the file."""
    return tuple(
        EntryFigure(
            titles=tuple(filter(None, row["titles"].split("|"))),
            code=row["code"],
            start_usd=float(row["start_usd"]),
            who=row["who"],
            cite=row["cite"],
            how=row["how"],
        )
        for row in read_rows(_FILE)
    )


def entry_figure_of(code: str, typed: str = "") -> EntryFigure | None:
    """What is known of an occupation, or of the part of it that somebody typed."""
    said = fold(typed)
    for figure in list_entry_figures():
        if figure.code == code and (not figure.titles or said in map(fold, figure.titles)):
            return figure
    return None


@lru_cache(maxsize=1)
def _list_schedules() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["codes"].split("|")) for row in read_rows(_SCHEDULES))


def share_schedule(code: str, other: str) -> bool:
    """Whether one employer pays both by one schedule of years and degrees, as schools do.

    Read from `requirements/salary_schedules.csv`, by SOC lines.
    """
    lines = {code.split(".", maxsplit=1)[0], other.split(".", maxsplit=1)[0]}
    return any(lines <= schedule for schedule in _list_schedules())

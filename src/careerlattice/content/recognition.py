"""What a license of another state, or training from abroad, takes to count: by line of work.

Read from `requirements/endorsement.csv` and `requirements/trained_abroad.csv`. Each row has its
source, known and to be checked before it is relied on; months and dollars are what boards and
services commonly take and charge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from careerlattice.vocab.amounts import Span
from careerlattice.vocab.csv_rows import read_rows

_FOLDER = Path(__file__).parent / "requirements"
LICENSED, OTHER = "licensed", "other"
"""Lines of the rows for all licensed work, and all other, that has none of its own."""
AGAIN = "again"
"""The kind of a row that says that training abroad does not count: it is done again here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsement:
    """What a state asks of who is licensed in another: months and dollars, and what is shown.

    `line` is the code, SOC line or the beginning of several. In the states `not_in` there is none,
    and `instead` says what is asked, in `instead_months`.
    """

    line: str
    months: Span
    usd: Span
    asks: str
    not_in: tuple[str, ...]
    instead: str
    instead_months: Span | None
    cite: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbroadStep:
    """One step by which training from abroad comes to count for a line of work.

    `kind` is evaluation, exam, program, practice, or again. `pay_usd` is a year's pay meanwhile:
    none where the job held is kept (`is_beside_work`), else 0 or what is paid.
    """

    line: str
    step: int
    kind: str
    name: str
    by: str
    months: Span
    usd: Span
    is_beside_work: bool
    pay_usd: float
    text: str
    cite: str
    how: str

    @property
    def is_again(self) -> bool:
        """Whether training abroad does not count and is done again here."""
        return self.kind == AGAIN

    @property
    def is_general(self) -> bool:
        """Whether it is the step of all licensed work without rows of its own."""
        return self.line == LICENSED


_Row = TypeVar("_Row", Endorsement, AbroadStep)


@lru_cache(maxsize=1)
def list_endorsements() -> tuple[Endorsement, ...]:
    """All rows, the one for every other line first."""
    return tuple(
        Endorsement(
            line=row["line"],
            months=_span(row, "months"),
            usd=_span(row, "usd"),
            asks=row["asks"],
            not_in=tuple(row["not_in"].split()),
            instead=row["instead"],
            instead_months=_span(row, "instead_months") if row["instead"] else None,
            cite=row["cite"],
            how=row["how"],
        )
        for row in read_rows(_FOLDER / "endorsement.csv")
    )


@lru_cache(maxsize=1)
def list_abroad_steps() -> tuple[AbroadStep, ...]:
    """All steps, in the order in which they are taken."""
    return tuple(
        AbroadStep(
            line=row["line"],
            step=int(row["step"]),
            kind=row["kind"],
            name=row["name"],
            by=row["by"],
            months=_span(row, "months"),
            usd=_span(row, "usd"),
            is_beside_work=row["pay"] == "job",
            pay_usd=0.0 if row["pay"] in ("job", "none") else float(row["pay"]),
            text=row["text"],
            cite=row["cite"],
            how=row["how"],
        )
        for row in read_rows(_FOLDER / "trained_abroad.csv")
    )


def endorsement_of(code: str) -> Endorsement:
    """What endorsement takes for an occupation: the row of the longest beginning of its code."""
    return _longest(list_endorsements(), code)[0]


def abroad_steps_of(code: str, *, is_licensed: bool) -> tuple[AbroadStep, ...]:
    """The steps for an occupation: its own, else those of all licensed work or of all other."""
    own = _longest([row for row in list_abroad_steps() if row.line[:1].isdigit()], code)
    if own:
        return own
    general = LICENSED if is_licensed else OTHER
    return tuple(row for row in list_abroad_steps() if row.line == general)


def _longest(rows: Sequence[_Row], code: str) -> tuple[_Row, ...]:
    fitting = [row for row in rows if code.startswith(row.line)]
    longest = max((len(row.line) for row in fitting), default=0)
    return tuple(row for row in fitting if len(row.line) == longest)


def _span(row: dict[str, str], name: str) -> Span:
    return Span(float(row[f"{name}_low"]), float(row[f"{name}_high"]))

"""Titles that name a credential or a part of an occupation, with what they add to it.

Read from `requirements/credential_titles.csv`, by what people type. Each row has its source, known
and to be checked before it is relied on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from careerlattice.vocab.amounts import Span
from careerlattice.vocab.csv_rows import read_rows

_FILE = Path(__file__).parent / "requirements" / "credential_titles.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialTitle:
    """What a title adds to the occupation `code` that it is read as.

    `education` is the least credential it asks, by name, empty where it asks none. `is_in_plan`:
    it is earned in the occupation, so that a plan to it ends with it; else the plan is for the
    occupation in general and does not have it. `exam` and `agency` may be empty. `takes`, a part of
    what it `asks`, is how long its exams usually take. `months` after the start of the job and
    `usd` for exams, courses and fees are low and high; none where they are not known.
    """

    titles: tuple[str, ...]
    code: str
    credential: str
    education: str
    is_in_plan: bool
    exam: str
    agency: str
    asks: str
    takes: str
    months: Span | None
    usd: Span | None
    cite: str
    how: str


@lru_cache(maxsize=1)
def list_credential_titles() -> tuple[CredentialTitle, ...]:
    """All rows of the file."""
    return tuple(
        CredentialTitle(
            titles=tuple(row["titles"].split("|")),
            code=row["code"],
            credential=row["credential"],
            education=row["education"],
            is_in_plan=row["is_in_plan"] == "yes",
            exam=row["exam"],
            agency=row["agency"],
            asks="; ".join(one for one in (row["asks"], row["takes"]) if one),
            takes=row["takes"],
            months=_span(row["months_low"], row["months_high"]),
            usd=_span(row["usd_low"], row["usd_high"]),
            cite=row["cite"],
            how=row["how"],
        )
        for row in read_rows(_FILE)
    )


def _span(low: str, high: str) -> Span | None:
    return Span(float(low), float(high)) if low else None


def credential_title_of(typed: str, code: str) -> CredentialTitle | None:
    """The row whose title stands in what was typed for an occupation; none where none does."""
    said = " ".join(re.findall(r"[a-z0-9-]+", typed.lower()))
    for row in list_credential_titles():
        if row.code == code and any(
            re.search(rf"\b{re.escape(title.lower())}s?\b", said) for title in row.titles
        ):
            return row
    return None

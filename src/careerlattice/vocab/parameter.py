"""A figure that no publisher gives: what it is set to, why, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """A judgment as data.

    `value` in `unit`; `why` gives the reason and, where there is one, the publication it rests on;
    `label` is what people are told it is (empty for figures inside a method). `source` names a
    publication, "measured" (with the program in `why`) or "judgment"; `since` is the month it was
    last set. Rooms declare theirs in `parameters.py`; `docs/reference/parameters.md` lists all.
    """

    value: float
    unit: str
    why: str
    label: str = ""
    source: str = "judgment"
    since: str = "2026-11"

"""What one state's own law asks for a license, in place of what holds over the states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from careerlattice.requirements.entry import (
    LEVEL_OF,
    Door,
    FactSource,
    SourceKind,
    StateRule,
)
from careerlattice.vocab.amounts import Span

if TYPE_CHECKING:
    from careerlattice.release.opening import Release

TABLE = "state_rules"
Rules = Mapping[str, tuple[StateRule, ...]]


class StateRules:
    """The rules of a release, read for a state when it is first asked for."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._here: dict[str, Rules] = {}

    def of(self, state: str) -> Rules:
        """The rules of a state by occupation, the typical worker's license first."""
        if state not in self._here:
            self._here[state] = self._read(state)
        return self._here[state]

    def _read(self, state: str) -> Rules:
        import polars as pl

        rows = self._release.table(TABLE).filter(pl.col("state") == state)
        found: dict[str, list[StateRule]] = defaultdict(list)
        for row in rows.sort("onet_soc_code", "rank").iter_rows(named=True):
            found[row["onet_soc_code"]].append(_rule(row))
        return {code: tuple(rules) for code, rules in found.items()}


def _rule(row: Mapping[str, Any]) -> StateRule:
    term = row["apprenticeship"]
    return StateRule(
        state=row["state"],
        license=row["license"],
        name=row["name"] or "",
        hours=row["hours"],
        is_apprenticeship_open=None if term is None else term == "open",
        apprenticeship_hours=row["apprenticeship_hours"],
        apprenticeship_months=row["apprenticeship_months"],
        closed=tuple(Door(door) for door in (row["closed_doors"] or "").split("-") if door),
        practice_hours=row["practice_hours"],
        practice_months=row["practice_months"],
        experience_months=row["experience_months"],
        degree=LEVEL_OF[row["degree"]] if row["degree"] else None,
        education=row["education"] or "",
        age=row["age"],
        exam=row["exam"] or "",
        fee=_span(row, "fee_usd"),
        wait=_span(row, "wait_months"),
        works_before=row["works_before"] or "",
        asks=dict(one.split("=", 1) for one in (row["asks"] or "").split("|") if one),
        program=_span(row, "program_months"),
        permit=row["permit"] or "",
        permit_exam=row["permit_exam"] or "",
        agency=row["agency"] or "",
        url=row["url"] or "",
        note=row["note"] or "",
        doubt=row["doubt"] or "",
        source=FactSource(
            kind=SourceKind.CITATION, is_read=row["how"] == "read", citation=row["citation"]
        ),
    )


def _span(row: Mapping[str, Any], prefix: str) -> Span | None:
    low, high = row[f"{prefix}_low"], row[f"{prefix}_high"]
    return None if low is None else Span(float(low), float(high))

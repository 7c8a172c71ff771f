"""Figures the publishers state themselves, so that a silent loss of rows shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class KnownCount:
    """How many rows of a table there have to be: all, those with `column`, or those equal to it."""

    label: str
    table: str
    rows: int
    column: str = ""
    equals: str = ""

    def found(self, frame: pl.DataFrame) -> int:
        """How many such rows the table has."""
        if not self.column:
            return frame.height
        column = frame[self.column]
        return int((column == self.equals).sum() if self.equals else column.is_not_null().sum())


KNOWN_COUNTS = (
    KnownCount("occupations of the taxonomy", "occupations", 1016),
    KnownCount("occupations with a job zone", "occupations", 923, "job_zone"),
    KnownCount("related pairs", "related_occupations", 18460),
    KnownCount("lines of the projections", "projections", 832),
    KnownCount("clusters of 2008", "clusters", 16, "framework", "2008"),
    KnownCount("pathways of 2008", "pathways", 79, "framework", "2008"),
    KnownCount("clusters of 2024", "clusters", 14, "framework", "2024"),
    KnownCount("sub-clusters of 2024", "pathways", 72, "framework", "2024"),
)


def count_known(frames: Mapping[str, pl.DataFrame]) -> list[tuple[KnownCount, int]]:
    """Each known count of the tables at hand, with what was found."""
    return [(known, known.found(frames[known.table])) for known in KNOWN_COUNTS
            if known.table in frames]  # fmt: skip

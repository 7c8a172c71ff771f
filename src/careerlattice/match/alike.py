"""Occupations of a ranking that are alike, joined into one entry.

Seven physicians in a row say one thing seven times. Two occupations are alike when they are judged
by the same ratings or belong to one broad group of the SOC (the same code but for the last digit),
and they are joined when their overall scores lie within `NEXT_TO` of the entry's first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlattice.match.parameters import NEXT_TO
from careerlattice.match.ranking import FitRanking, FitRow, fit_rows, ordered_rows
from careerlattice.profile.model import Profile

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class FitEntry:
    """An occupation of the ranking, best of its kind, with those alike that stand next to it."""

    row: FitRow
    alike: tuple[FitRow, ...]


@dataclass
class _Growing:
    rows: list[tuple[int, int]]
    best: float
    ratings: set[str]
    groups: set[str]


def join_alike(
    catalog: Catalog, profile: Profile, ranking: FitRanking, limit: int
) -> tuple[FitEntry, ...]:
    """The first `limit` entries of a ranking, in its order; each row keeps its own place."""
    entries: list[_Growing] = []
    order = ordered_rows(catalog, ranking.columns, ranking.overall, ranking.is_kept)
    for place, row in enumerate(order.tolist(), start=1):
        score = float(ranking.overall[row])
        if len(entries) >= limit and score < entries[-1].best - NEXT_TO.value:
            break
        code = catalog.codes[row]
        judged_by, group = str(catalog.occupation(code).stand_in), code.soc[:6]
        for entry in entries:
            is_near = score >= entry.best - NEXT_TO.value
            if is_near and (judged_by in entry.ratings or group in entry.groups):
                entry.rows.append((place, row))
                entry.ratings.add(judged_by)
                entry.groups.add(group)
                break
        else:
            if len(entries) < limit:
                entries.append(
                    _Growing(rows=[(place, row)], best=score, ratings={judged_by}, groups={group})
                )
    places = [place for entry in entries for place in entry.rows]
    made = iter(fit_rows(catalog, profile, ranking, places))
    return tuple(
        FitEntry(rows[0], rows[1:])
        for rows in (tuple(next(made) for _ in entry.rows) for entry in entries)
    )

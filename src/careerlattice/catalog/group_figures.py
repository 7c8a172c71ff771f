"""Size, pay and growth of a group of occupations, from the figures of its members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.vocab.codes import OnetSocCode

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group of occupations in the nation.

    `jobs` counts every published line once. `p25_usd` to `p75_usd` are the quartiles of the
    occupations' median pay, each weighted by its jobs. `growth_pct` compares the lines' jobs of
    2034 with those of 2024. `by_zone` counts the occupations of each job zone, from
    the first to the highest of the release.
    """

    occupations: int
    jobs: float | None
    p25_usd: float | None
    median_usd: float | None
    p75_usd: float | None
    growth_pct: float | None
    openings_per_year: float | None
    by_zone: tuple[int, ...]


def group_figures(catalog: Catalog, codes: Sequence[OnetSocCode]) -> GroupFigures:
    """The figures of any group of occupations; none where nothing is published."""
    rows = np.array([catalog.row_of[code] for code in codes], dtype=np.int64)
    outlook, pay = catalog.outlook_vectors, catalog.pay_vectors()
    jobs = (outlook.employment * outlook.share)[rows]
    openings = (outlook.openings * outlook.share)[rows]
    growth = outlook.growth_pct[rows]
    median = pay.p50[rows]
    zones = [catalog.occupation(code).job_zone or 0 for code in codes]
    highest = catalog.release.job_zones.highest
    known = ~np.isnan(jobs)
    grown = known & ~np.isnan(growth)
    paid = known & ~np.isnan(median)
    low, middle, high = weighted_quantiles(median[paid], jobs[paid], (0.25, 0.5, 0.75))
    return GroupFigures(
        occupations=len(codes),
        jobs=float(jobs[known].sum()) if known.any() else None,
        p25_usd=low,
        median_usd=middle,
        p75_usd=high,
        growth_pct=float(np.average(growth[grown], weights=jobs[grown])) if grown.any() else None,
        openings_per_year=float(openings[known].sum()) if known.any() else None,
        by_zone=tuple(zones.count(zone) for zone in range(1, highest + 1)),
    )


def weighted_quantiles(
    values: Floats, weights: Floats, at: tuple[float, ...]
) -> tuple[float | None, ...]:
    """Quantiles of values that count as often as their weights say; none without values."""
    if not values.size or not weights.sum():
        return tuple(None for _ in at)
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) / weights.sum()
    places = np.searchsorted(reached, at).clip(0, values.size - 1)
    return tuple(float(values[order][place]) for place in places)

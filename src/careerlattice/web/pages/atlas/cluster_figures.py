"""Size, pay and growth of clusters and pathways, from the figures of their occupations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.app_state import served_catalog

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group of occupations in the nation.

    `jobs` counts every published line once. `p25_usd` to `p75_usd` are the quartiles of the
    occupations' median pay, each weighted by its jobs. `growth_pct` compares the lines' jobs of
    2034 with those of 2024. `by_zone` counts the occupations of job zone 1 to 5.
    """

    occupations: int
    jobs: float | None
    p25_usd: float | None
    median_usd: float | None
    p75_usd: float | None
    growth_pct: float | None
    openings_per_year: float | None
    by_zone: tuple[int, int, int, int, int]


def group_figures(codes: list[OnetSocCode]) -> GroupFigures:
    """The figures of any group of occupations; none where nothing is published."""
    catalog = served_catalog()
    rows = np.array([catalog.row_of[code] for code in codes], dtype=np.int64)
    outlook, pay = catalog.outlook_vectors, catalog.pay_vectors()
    jobs = (outlook.employment * outlook.share)[rows]
    openings = (outlook.openings * outlook.share)[rows]
    growth = outlook.growth_pct[rows]
    median = pay.p50[rows]
    zones = [catalog.occupation(code).job_zone or 0 for code in codes]
    known = ~np.isnan(jobs)
    grown = known & ~np.isnan(growth)
    paid = known & ~np.isnan(median)
    low, middle, high = weighted_quantiles(median[paid], jobs[paid], (0.25, 0.5, 0.75))
    return GroupFigures(
        len(codes),
        float(jobs[known].sum()) if known.any() else None,
        low,
        middle,
        high,
        float(np.average(growth[grown], weights=jobs[grown])) if grown.any() else None,
        float(openings[known].sum()) if known.any() else None,
        (zones.count(1), zones.count(2), zones.count(3), zones.count(4), zones.count(5)),
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


@cache
def all_figures() -> GroupFigures:
    """The figures of all occupations together."""
    return group_figures(list(served_catalog().codes))


@cache
def pathway_figures(pathway_id: str) -> GroupFigures:
    """The figures of a pathway."""
    return group_figures(served_catalog().frameworks.occupations_of(pathway_id))


@cache
def cluster_codes(cluster_id: str) -> tuple[OnetSocCode, ...]:
    """The occupations of a cluster, each once, by code."""
    frameworks = served_catalog().frameworks
    found = {
        code
        for pathway in frameworks.list_pathways(cluster_id=cluster_id)
        for code in frameworks.occupations_of(pathway.id)
    }
    return tuple(sorted(found))


@cache
def figures_of(framework: str) -> dict[str, GroupFigures]:
    """The figures of every cluster of a framework, by id."""
    return {
        cluster.id: group_figures(list(cluster_codes(cluster.id)))
        for cluster in served_catalog().list_clusters(framework)
    }

"""How near the work of two occupations is, from 0 (as far as most pairs) to 1 (the same work)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import RatedMatrix, stand_in_rows
from careerlattice.lattice.arrays.supervisors import is_supervisor
from careerlattice.lattice.parameters import (
    PROFILE_WEIGHTS,
    RANDOM_LIKENESS,
    SAME_BROAD,
    SAME_MINOR,
    SAME_SOC,
    STAND_IN_LIMIT,
    SUPERVISOR,
    TIER_NEARNESS,
)

Floats = NDArray[np.float32]


def nearness_of(catalog: Catalog, ratings: dict[str, RatedMatrix]) -> Floats:
    """The nearness of all pairs, shape (occupations, occupations), symmetric, 1 on the diagonal.

    Four independent signs are joined as chances are: 1 - (1-a)(1-b)(1-c)(1-d). They are a) likeness
    of the rated profile beyond that of random pairs, b) shared detailed work activities, c) the
    publisher's related-occupations tier, d) place in the SOC. A sign that is absent takes nothing
    away. Two occupations that borrow the same ratings count those at half at most.
    """
    borrowed = stand_in_rows(catalog)
    same_ratings = np.array(np.equal.outer(borrowed, borrowed))
    by_chance = RANDOM_LIKENESS.value
    profile = np.clip((likeness(ratings) - by_chance) / (1 - by_chance), 0, 1)
    activities = shared_activities(catalog, borrowed)
    for sign in (profile, activities):
        sign[same_ratings] = np.minimum(sign[same_ratings], STAND_IN_LIMIT.value)
    apart = (1 - profile) * (1 - activities) * (1 - related(catalog)) * (1 - soc_place(catalog))
    near = np.asarray(1 - apart, dtype=np.float32)
    np.fill_diagonal(near, 1.0)
    return near


def likeness(ratings: dict[str, RatedMatrix]) -> Floats:
    """Correlation of rated profiles, -1 to 1, weighted over the domains.

    Importance and level are put on one scale and standardized per element; each occupation is then
    centered, so that "more of everything" does not look like "the same work".
    """
    size = len(next(iter(ratings.values())).level)
    total = np.zeros((size, size), dtype=np.float32)
    for domain, weight in PROFILE_WEIGHTS.items():
        rated = ratings[domain]
        values = ((rated.importance - 1) / 4 + rated.level / 7) / 2
        values = (values - values.mean(axis=0)) / np.maximum(values.std(axis=0), 1e-6)
        values = values - values.mean(axis=1, keepdims=True)
        values /= np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-6)
        total += np.float32(weight.value) * (values @ values.T)
    return total


def shared_activities(catalog: Catalog, borrowed: NDArray[np.int64]) -> Floats:
    """Cosine of detailed work activities, rare ones weighing more, 0 to 1."""
    rows = catalog.release.table("occupation_activities")
    ids = {name: column for column, name in enumerate(sorted(set(rows["activity_id"])))}
    done = np.zeros((len(catalog.codes), len(ids)), dtype=np.float32)
    at = [catalog.row_of[code] for code in rows["onet_soc_code"]]
    done[at, [ids[name] for name in rows["activity_id"]]] = np.sqrt(rows["tasks"].to_numpy())
    done *= np.log(len(done) / np.maximum((done > 0).sum(axis=0), 1)).astype(np.float32)
    known: NDArray[np.bool_] = np.asarray(done.any(axis=1))
    done = np.where(known[:, None], done, done[borrowed])
    done /= np.maximum(np.linalg.norm(done, axis=1, keepdims=True), 1e-6)
    return np.asarray(np.clip(done @ done.T, 0, 1), dtype=np.float32)


def related(catalog: Catalog) -> Floats:
    """What the publisher's tier says, either way around, 0 to 1."""
    near = np.zeros((len(catalog.codes), len(catalog.codes)), dtype=np.float32)
    pairs = catalog.release.table("related_occupations")
    for code, other, tier in pairs.select("onet_soc_code", "related_code", "tier").iter_rows():
        a, b = catalog.row_of[code], catalog.row_of[other]
        near[a, b] = near[b, a] = max(near[a, b], TIER_NEARNESS[tier].value)
    return near


def soc_place(catalog: Catalog) -> Floats:
    """What a shared place in the SOC says, 0 to 1: same line, broad or minor group, or its boss."""
    codes = catalog.codes

    def same(digits: int) -> NDArray[np.bool_]:
        _, group = np.unique([code[:digits] for code in codes], return_inverse=True)
        return np.array(np.equal.outer(group, group))

    boss = np.array([is_supervisor(code) for code in codes])
    leads = np.array(np.not_equal.outer(boss, boss)) & same(2)
    place = np.zeros((len(codes), len(codes)), dtype=np.float32)
    place[same(4)] = SAME_MINOR.value
    place[leads] = SUPERVISOR.value
    place[same(6)] = SAME_BROAD.value
    place[same(7)] = SAME_SOC.value
    return place

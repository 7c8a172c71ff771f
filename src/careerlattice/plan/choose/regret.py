"""What persons weigh in ways, how far each way stays behind, and which may be called balanced."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from careerlattice.plan.choose.aims import Candidate

# The least span of each feature that counts as large: months, dollars, gain, difficulty, share of
# jobs, factors of e in openings.
LEAST_SPANS = (24.0, 10_000.0, 100_000.0, 2.0, 0.3, 2.0)
STEPS_OF_WEIGHTS = 4
# A balanced way takes at most half as long again as the quickest, or so many months more.
BALANCED_FACTOR, BALANCED_MONTHS, BALANCED_MONTHS_TO_GOALS = 1.5, 12, 30
# A way that is best at nothing is offered only if it takes no more than this, against the quickest.
LONGER_FACTOR, LONGER_MONTHS, LONGER_MONTHS_TO_GOALS = 2.0, 36, 60

Floats = NDArray[np.float64]


def _features(kept: Sequence[Candidate], has_many_goals: bool) -> Floats:
    """What persons weigh, shape (ways, 5 or 6), 0 the best and 1 the worst there is."""
    rows = np.array(
        [
            [
                c.way.costs[0],
                c.way.costs[1],
                -c.gain,
                c.effort,
                -c.share_open,
                -np.log(max(c.openings, 1.0)),
            ]
            for c in kept
        ]
    )
    spans = np.maximum(rows.max(axis=0) - rows.min(axis=0), LEAST_SPANS)
    scaled: Floats = (rows - rows.min(axis=0)) / spans
    return scaled if has_many_goals else scaled[:, :5]


@cache
def _weights(size: int) -> Floats:
    """All ways to share `STEPS_OF_WEIGHTS` parts of attention among the features."""
    grid = [
        w
        for w in itertools.product(range(STEPS_OF_WEIGHTS + 1), repeat=size)
        if sum(w) == STEPS_OF_WEIGHTS
    ]
    return np.asarray(np.array(grid, dtype=np.float64) / STEPS_OF_WEIGHTS)


def regrets(kept: Sequence[Candidate], has_many_goals: bool) -> Floats:
    """How much worse than the best way each is to each person, shape (persons, ways).

    A person is a share of attention for each feature; a way is as bad as its worst weighted
    feature, and a little as all of them.
    """
    scaled = _features(kept, has_many_goals)
    weights = _weights(scaled.shape[1])
    weighted = weights[:, None, :] * scaled[None, :, :]
    bad = weighted.max(axis=2) + 0.1 * weighted.sum(axis=2)
    return np.asarray(bad - bad.min(axis=1, keepdims=True))


def soon_enough(kept: Sequence[Candidate], has_many_goals: bool) -> list[int]:
    """The places of ways that do not take far longer than the quickest."""
    soonest = min(c.way.costs[0] for c in kept)
    more = LONGER_MONTHS_TO_GOALS if has_many_goals else LONGER_MONTHS
    longest = max(LONGER_FACTOR * soonest, soonest + more)
    return [i for i, c in enumerate(kept) if c.way.costs[0] <= longest]


def may_be_balanced(kept: Sequence[Candidate], soon: list[int], has_many_goals: bool) -> list[int]:
    """The places of ways that may be called balanced: far longer than the quickest is not."""
    soonest = min(kept[i].way.costs[0] for i in soon)
    more = BALANCED_MONTHS_TO_GOALS if has_many_goals else BALANCED_MONTHS
    longest = max(BALANCED_FACTOR * soonest, soonest + more)
    return [i for i in soon if kept[i].way.costs[0] <= longest]


def shortfalls(kept: Sequence[Candidate], places: list[int]) -> list[float]:
    """How far each way stays behind the best of them where it does so most, 0 to 1.

    Time, money, gain and effort count, each against the span between the best and the worst of
    these ways, and a little the sum of all: the knee of the front.
    """
    scaled = _features([kept[i] for i in places], has_many_goals=False)[:, :4]
    return [float(x) for x in scaled.max(axis=1) + 0.1 * scaled.sum(axis=1)]

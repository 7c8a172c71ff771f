"""Choosing a few members of a front for people to look at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.router.front import Front


@dataclass(frozen=True, slots=True)
class Representative:
    """A chosen member of a front and why it was chosen.

    `index` is its position in the front. `best_in` lists the criteria for which it stands as the
    best, the number of criteria itself meaning hops; `is_knee` marks the balanced member. A
    member with neither was chosen to fill the widest gap.
    """

    index: int
    best_in: tuple[int, ...]
    is_knee: bool


def spread(front: Front, count: int, *, with_hops: bool = True) -> tuple[Representative, ...]:
    """At most `count` members that show the range of a front, in order of choice.

    First the best member in each criterion (in hops too, if `with_hops`), next the knee: the
    member nearest to the ideal point, which has the least of everything. Then, one at a time,
    the member farthest from all chosen so far. Distances are Euclidean after each criterion is
    scaled to 0 for its least and 1 for its greatest value in the front. Among members equally
    good in a criterion the one nearest to the ideal stands for it; remaining ties go to the
    lower index. With fewer places than reasons, criteria come in their order and the knee last.
    `len(front) - len(result)` members are left out. Raises ValueError if `count` is below 1.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, got {count}.")
    if len(front) == 0:
        return ()
    scaled = _scaled(front, with_hops)
    from_ideal = np.sqrt((scaled**2).sum(axis=1))
    best_in: dict[int, list[int]] = {}
    for criterion in range(scaled.shape[1]):
        tied = np.flatnonzero(scaled[:, criterion] == 0.0)
        best = int(tied[np.argmin(from_ideal[tied])])
        best_in.setdefault(best, []).append(criterion)
    knee = int(np.argmin(from_ideal))
    chosen = list(dict.fromkeys([*best_in, knee]))[:count]
    gap = np.full(len(front), np.inf)
    for index in chosen:
        gap = np.minimum(gap, _distance(scaled, index))
    while len(chosen) < min(count, len(front)):
        gap[chosen] = -1.0
        farthest = int(np.argmax(gap))
        chosen.append(farthest)
        gap = np.minimum(gap, _distance(scaled, farthest))
    return tuple(
        Representative(index, tuple(best_in.get(index, ())), index == knee) for index in chosen
    )


def _scaled(front: Front, with_hops: bool) -> NDArray[np.float64]:
    columns = [front.costs, front.hops[:, None]] if with_hops else [front.costs]
    values = np.hstack(columns).astype(np.float64)
    least = values.min(axis=0)
    width = values.max(axis=0) - least
    return np.asarray((values - least) / np.where(width > 0, width, 1.0))


def _distance(scaled: NDArray[np.float64], index: int) -> NDArray[np.float64]:
    return np.asarray(np.sqrt(((scaled - scaled[index]) ** 2).sum(axis=1)))

"""The nearest of many to each of many, compiled: a float32 product fused with the best k.

For who tells interests and nothing else the fit is a distance of six numbers, and a distance is a
product: |a - b|² = |a|² - 2 a·b + |b|². The products of one person with all occupations stay in a
few kilobytes; of them the best k and some more are kept, and those alone are worked out again in
float64. Whatever rounding could have hidden is told, and answered by the longer way.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

SPARE = 12
"""Candidates kept beyond k: as many may be told apart wrongly by float32 before it matters."""
_HALVINGS = 6
_ROUNDING = 64 * 2.0**-24
"""What float32 may be off, in parts of the largest product: 6 to 41 sums, with room."""


@njit(nogil=True, cache=True, fastmath=True)
def _products(mine: Any, across: Any, constant: Any, found: Any) -> None:
    """found[j] = constant[j] + sum of mine[f] * across[f, j], six features at a time."""
    features, n = across.shape
    for j in range(n):
        found[j] = constant[j]
    sixes = features - features % 6
    for f in range(0, sixes, 6):
        a0, a1, a2 = mine[f], mine[f + 1], mine[f + 2]
        a3, a4, a5 = mine[f + 3], mine[f + 4], mine[f + 5]
        for j in range(n):
            found[j] += (
                a0 * across[f, j]
                + a1 * across[f + 1, j]
                + a2 * across[f + 2, j]
                + a3 * across[f + 3, j]
                + a4 * across[f + 4, j]
                + a5 * across[f + 5, j]
            )
    for f in range(sixes, features):
        a = mine[f]
        for j in range(n):
            found[j] += a * across[f, j]


@njit(nogil=True, cache=True)
def _largest(values: Any, rows: Any, held: Any, highs: Any, reached: Any) -> None:
    """The rows of the largest values, largest first, with the values; earlier rows where equal.

    `highs` is a buffer, as `_highs_for` makes it, and `reached` one of a row for each value. The
    values are dealt out to as many hands as `highs` has places; k of the hands' highest are at
    least as high as the k-th value of all, so that most values are never looked at twice.
    """
    k, n = rows.shape[0], values.shape[0]
    least = _bound(values, highs, k) if n >= 2 * highs.shape[0] else np.float32(-np.inf)
    high = 0
    for row in range(n):
        # Written always and counted where high enough: no branch to guess wrong.
        reached[high] = row
        high += values[row] >= least
    taken = 0
    for place in range(high):
        row = reached[place]
        value = values[row]
        if taken == k and value <= held[k - 1]:
            continue
        at = taken if taken < k else k - 1
        while at > 0 and held[at - 1] < value:
            held[at], rows[at] = held[at - 1], rows[at - 1]
            at -= 1
        held[at], rows[at] = value, row
        taken = min(taken + 1, k)
    for place in range(taken, k):
        held[place], rows[place] = -np.inf, -1


@njit(nogil=True, cache=True, fastmath=True)
def _bound(values: Any, highs: Any, k: int) -> Any:
    """A value that at least k of all reach, near the k-th: found by halving between bounds."""
    hands, n = highs.shape[0], values.shape[0]
    for hand in range(hands):
        highs[hand] = values[hand]
    for start in range(hands, n - hands + 1, hands):
        for hand in range(hands):
            highs[hand] = max(highs[hand], values[start + hand])
    low, high = highs[0], highs[0]
    for hand in range(hands):
        low, high = min(low, highs[hand]), max(high, highs[hand])
    for _ in range(_HALVINGS):
        middle = np.float32(0.5) * (low + high)
        reached = 0
        for hand in range(hands):
            reached += highs[hand] >= middle
        if reached >= k:
            low = middle
        else:
            high = middle
    return low


@njit(nogil=True, cache=True)
def _highs_for(k: int) -> Any:
    """A buffer for `_largest`: twice as many hands as values wanted, whole vectors of them."""
    return np.empty(max(64, (2 * k + 15) // 16 * 16), dtype=np.float32)


@njit(nogil=True, cache=True)
def top_products(people: Any, across: Any, constant: Any, rows: Any, values: Any) -> None:
    """For each person the rows of the largest `constant + people · across`, largest first.

    `people` (p, features), `across` (features, n) and `constant` (n,) are float32; `rows` and
    `values`, shape (p, k), are filled. The matrix (p, n) is never written.
    """
    found, highs = np.empty(across.shape[1], dtype=np.float32), _highs_for(rows.shape[1])
    reached = np.empty(across.shape[1], dtype=np.int64)
    for person in range(people.shape[0]):
        _products(people[person], across, constant, found)
        _largest(found, rows[person], values[person], highs, reached)


@njit(nogil=True, cache=True)
def nearest_block(shapes: Any, theirs: Any, stands_in: Any, which: Any, best: Any) -> Any:
    """Fill `best` for people of whom only interests are known; returns those left to do.

    `shapes` (p, 6) of the people, `theirs` (n, 6) of the occupations, nan where not known, float64;
    `which` the people to do. The order is that of `fit_block` for a weight on interests alone:
    distance, own ratings first, row.
    """
    features = theirs.shape[1]
    k = best.row.shape[1]
    known = np.flatnonzero(~np.isnan(theirs[:, 0]))
    across = np.empty((features, known.shape[0]), dtype=np.float32)
    constant = np.empty(known.shape[0], dtype=np.float32)
    largest = 0.0
    for at in range(known.shape[0]):
        square = 0.0
        for f in range(features):
            value = theirs[known[at], f]
            across[f, at] = value
            square += value * value
        constant[at] = -0.5 * square
        largest = max(largest, square)
    size = min(k + SPARE, known.shape[0])
    found = np.empty(known.shape[0], dtype=np.float32)
    rows, held = np.empty(size, dtype=np.int64), np.empty(size, dtype=np.float32)
    far, highs = np.empty(size), _highs_for(size)
    reached = np.empty(known.shape[0], dtype=np.int64)
    mine = np.empty(features, dtype=np.float32)
    left, count = np.empty(which.shape[0], dtype=np.int64), 0
    for person in which:
        square = 0.0
        for f in range(features):
            mine[f] = shapes[person, f]
            square += shapes[person, f] * shapes[person, f]
        _products(mine, across, constant, found)
        _largest(found, rows, held, highs, reached)
        for place in range(size):
            rows[place] = known[rows[place]]
            far[place] = _distance(shapes[person], theirs[rows[place]])
        _in_order(rows, far, stands_in)
        # The last one taken must lie nearer than anything that was not kept can lie.
        unsure = _ROUNDING * (square + largest)
        kept_value = 0.5 * (square - far[k - 1] * far[k - 1])
        if size < known.shape[0] and not kept_value > held[size - 1] + unsure:
            left[count] = person
            count += 1
            continue
        _write(rows, far, known.shape[0], person, best)
    return left[:count]


@njit(nogil=True, cache=True)
def _distance(mine: Any, theirs: Any) -> float:
    total = 0.0
    for f in range(mine.shape[0]):
        apart = theirs[f] - mine[f]
        total += apart * apart
    return float(np.sqrt(total))


@njit(nogil=True, cache=True)
def _in_order(rows: Any, far: Any, stands_in: Any) -> None:
    """Sort by distance, own ratings, row: a sort by insertion, as they nearly are in order."""
    for place in range(1, rows.shape[0]):
        row, away = rows[place], far[place]
        at = place
        while at > 0 and (
            away < far[at - 1]
            or (
                away == far[at - 1]
                and (
                    stands_in[row] < stands_in[rows[at - 1]]
                    or (stands_in[row] == stands_in[rows[at - 1]] and row < rows[at - 1])
                )
            )
        ):
            rows[at], far[at] = rows[at - 1], far[at - 1]
            at -= 1
        rows[at], far[at] = row, away


@njit(nogil=True, cache=True)
def _write(rows: Any, far: Any, known: int, person: int, best: Any) -> None:
    """Write the best of one person; the score is the share of the others that lie farther."""
    k = best.row.shape[1]
    best.kept[person] = known
    start = 0
    while start < k:
        end = start + 1
        while end < rows.shape[0] and far[end] == far[start]:
            end += 1
        share = (known - end + (end - start - 1) / 2.0) / (known - 1)
        for place in range(start, min(end, k)):
            best.row[person, place] = rows[place]
            best.distance[person, place] = far[place]
            best.overall[person, place] = max(0.0, 2.0 * share - 1.0)
            best.scores[person, place, 0] = best.overall[person, place]
            best.is_near[person, place] = True
        start = end

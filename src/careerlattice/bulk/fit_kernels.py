"""The fit of many people, compiled: shortfalls, places by interests, the weighted mean, the best k.

What `match.fit` and `match.ranking` work out for one person, in one pass over the occupations for
each of many; `tests/bulk/test_matching.py` holds the two equal. Nothing of shape (people,
occupations) is ever written: each person's columns live in a few kilobytes and are gone.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit

Array = np.ndarray[Any, Any]
SCORES = 6
INTERESTS, SKILLS, KNOWLEDGE, EDUCATION, PAY, OUTLOOK = range(SCORES)


class Judgments(NamedTuple):
    """The declared figures of `match` and `profile` that the fit uses."""

    let_pass: float
    least_coverage: float
    highest_level: float
    worst_skills: float
    worst_knowledge: float
    middling: float


class Occupations(NamedTuple):
    """What occupations like and ask; `n` of them.

    `shapes` (n, 6) nan where not known; `skill_level`, `skill_weight` (elements, n) and the like of
    knowledge; their sums of weights (n,); `outlook` scores (n,); `stands_in` (n,) 0 or 1.
    """

    shapes: Array
    skill_level: Array
    skill_weight: Array
    skill_total: Array
    knowledge_level: Array
    knowledge_weight: Array
    knowledge_total: Array
    outlook: Array
    stands_in: Array


class Crowd(NamedTuple):
    """People: `shapes` (p, 6), levels (p, elements) nan where not known, `weights` (p, 6).

    `in_field` (s, n), `pay` (a, n) and `kept` (f, n) hold one row for each distinct schooling, area
    and limits; the fields of their name with `_of`, shape (p,), say which row is whose.
    """

    shapes: Array
    skills: Array
    knowledge: Array
    weights: Array
    in_field: Array
    in_field_of: Array
    pay: Array
    pay_of: Array
    kept: Array
    kept_of: Array


class Best(NamedTuple):
    """The best k of each person, in order: the row of each (-1 past the last one kept).

    `overall`, `distance` and the shortfalls (p, k), `scores` (p, k, 6), `is_near` (p, k): nearer by
    interests than half of the occupations; `kept` (p,): how many the limits kept.
    """

    row: Array
    overall: Array
    distance: Array
    skills: Array
    knowledge: Array
    scores: Array
    is_near: Array
    kept: Array


def room_for(people: int, k: int) -> Best:
    """Empty arrays for the answers."""
    return Best(
        row=np.full((people, k), -1, dtype=np.int32),
        overall=np.full((people, k), np.nan),
        distance=np.full((people, k), np.nan),
        skills=np.full((people, k), np.nan),
        knowledge=np.full((people, k), np.nan),
        scores=np.full((people, k, SCORES), np.nan),
        is_near=np.zeros((people, k), dtype=np.bool_),
        kept=np.zeros(people, dtype=np.int32),
    )


@njit(nogil=True, cache=True)
def fit_block(judgments: Any, asked: Any, crowd: Any, which: Any, best: Any) -> None:
    """Fill `best` for the people of the crowd numbered in `which`."""
    n = asked.shapes.shape[0]
    distance, overall = np.empty(n), np.empty(n)
    skills, knowledge, order = np.empty(n), np.empty(n), np.empty(n, dtype=np.int64)
    scores = np.empty((SCORES, n))
    for person in which:
        weights = crowd.weights[person]
        scores[:] = np.nan
        distance[:] = np.nan
        skills[:] = np.nan
        knowledge[:] = np.nan
        middle = np.inf
        if not np.isnan(crowd.shapes[person, 0]):
            middle = _interests(asked.shapes, crowd.shapes[person], distance, order,
                                scores[INTERESTS])  # fmt: skip
        _shortfall(judgments, asked.skill_level, asked.skill_weight, asked.skill_total,
                   crowd.skills[person], skills)  # fmt: skip
        _scored(skills, judgments.worst_skills, scores[SKILLS])
        _shortfall(judgments, asked.knowledge_level, asked.knowledge_weight,
                   asked.knowledge_total, crowd.knowledge[person], knowledge)  # fmt: skip
        _scored(knowledge, judgments.worst_knowledge, scores[KNOWLEDGE])
        scores[EDUCATION] = crowd.in_field[crowd.in_field_of[person]]
        scores[PAY] = crowd.pay[crowd.pay_of[person]]
        scores[OUTLOOK] = asked.outlook
        _overall(scores, weights, judgments.middling, overall)
        kept = crowd.kept[crowd.kept_of[person]]
        chosen = best.row[person]
        best.kept[person] = _select(overall, distance, asked.stands_in, kept, chosen)
        for place in range(chosen.shape[0]):
            row = chosen[place]
            if row < 0:
                break
            best.overall[person, place] = overall[row]
            best.distance[person, place] = distance[row]
            best.skills[person, place] = skills[row]
            best.knowledge[person, place] = knowledge[row]
            best.is_near[person, place] = distance[row] < middle
            for column in range(SCORES):
                if weights[column] > 0:
                    best.scores[person, place, column] = scores[column, row]


@njit(nogil=True, cache=True)
def _interests(theirs: Any, mine: Any, distance: Any, order: Any, score: Any) -> Any:
    """Distance and score by interests of every occupation; the median distance."""
    known = 0
    for row in range(theirs.shape[0]):
        total = 0.0
        for area in range(6):
            apart = theirs[row, area] - mine[area]
            total += apart * apart
        distance[row] = np.sqrt(total)
        if not np.isnan(distance[row]):
            order[known] = row
            known += 1
    if known == 0:
        return np.inf
    _sort(distance, order, known)
    start = 0
    while start < known:
        end = start + 1
        while end < known and distance[order[end]] == distance[order[start]]:
            end += 1
        # The share of the others that lie farther, those as far as this one half counted.
        share = 0.5
        if known > 1:
            share = (known - end + (end - start - 1) / 2.0) / (known - 1)
        for place in range(start, end):
            score[order[place]] = max(0.0, 2.0 * share - 1.0)
        start = end
    half = known // 2
    upper = distance[order[half]]
    return upper if known % 2 else (distance[order[half - 1]] + upper) / 2.0


@njit(nogil=True, cache=True)
def _sort(values: Any, order: Any, size: int) -> None:
    """Put the first `size` places of `order` in the order of their values: a sort by buckets."""
    low, high = np.inf, -np.inf
    for place in range(size):
        value = values[order[place]]
        low, high = min(low, value), max(high, value)
    if not high > low:
        return
    buckets = 2 * size
    starts = np.zeros(buckets + 1, dtype=np.int64)
    scale = (buckets - 1) / (high - low)
    for place in range(size):
        starts[int((values[order[place]] - low) * scale) + 1] += 1
    for bucket in range(buckets):
        starts[bucket + 1] += starts[bucket]
    sorted_rows = np.empty(size, dtype=np.int64)
    for place in range(size):
        row = order[place]
        bucket = int((values[row] - low) * scale)
        sorted_rows[starts[bucket]] = row
        starts[bucket] += 1
    # Within a bucket the values stand as they came; neighbors change places until all are in order.
    for place in range(size):
        row = sorted_rows[place]
        value = values[row]
        at = place
        while at > 0 and values[order[at - 1]] > value:
            order[at] = order[at - 1]
            at -= 1
        order[at] = row


@njit(nogil=True, cache=True, fastmath={"reassoc", "contract", "nsz"})
def _shortfall(judgments: Any, level: Any, weight: Any, total: Any, held: Any, found: Any) -> None:
    """Weighted shortfall of every occupation, over the elements whose level is known."""
    elements, n = level.shape
    known = 0
    for element in range(elements):
        known += not np.isnan(held[element])
    if known == 0:
        return
    lacking = np.zeros(n)
    covered = np.zeros(n)
    for element in range(elements):
        has = held[element] + judgments.let_pass
        if np.isnan(has):
            continue
        for row in range(n):
            lack = level[element, row] - has
            lacking[row] += weight[element, row] * max(lack, 0.0)
        if known < elements:
            for row in range(n):
                covered[row] += weight[element, row]
    if known == elements:
        covered[:] = total
    for row in range(n):
        if covered[row] / max(total[row], 1e-9) >= judgments.least_coverage:
            found[row] = lacking[row] / max(covered[row] * judgments.highest_level, 1e-9)


@njit(nogil=True, cache=True)
def _scored(shortfall: Any, worst: float, score: Any) -> None:
    for row in range(shortfall.shape[0]):
        if not np.isnan(shortfall[row]):
            score[row] = min(1.0, max(0.0, 1.0 - shortfall[row] / worst))


@njit(nogil=True, cache=True)
def _overall(scores: Any, weights: Any, middling: float, overall: Any) -> None:
    """Weighted mean of the scores; a missing one counts as middling, none at all as nan."""
    for row in range(scores.shape[1]):
        total, known = 0.0, False
        for column in range(SCORES):
            if weights[column] > 0:
                score = scores[column, row]
                if np.isnan(score):
                    score = middling
                else:
                    known = True
                total += weights[column] * score
        overall[row] = total if known else np.nan


@njit(nogil=True, cache=True)
def _select(overall: Any, distance: Any, stands_in: Any, kept: Any, chosen: Any) -> int:
    """The best rows in order, by overall to nine digits, then distance, own ratings, and row.

    Returns how many rows are kept.
    """
    k = chosen.shape[0]
    key, far = np.empty(k), np.empty(k)
    count = held = 0
    for row in range(overall.shape[0]):
        if not kept[row] or np.isnan(overall[row]):
            continue
        count += 1
        mine = np.rint(overall[row] * 1e9)
        away = distance[row]
        if np.isnan(away):
            away = np.inf
        if held == k:
            last = k - 1
            if not _before(mine, away, stands_in[row], key[last], far[last],
                           stands_in[chosen[last]]):  # fmt: skip
                continue
        else:
            held += 1
        at = held - 1
        while at > 0 and _before(
            mine, away, stands_in[row], key[at - 1], far[at - 1], stands_in[chosen[at - 1]]
        ):
            key[at], far[at], chosen[at] = key[at - 1], far[at - 1], chosen[at - 1]
            at -= 1
        key[at], far[at], chosen[at] = mine, away, row
    return count


@njit(nogil=True, cache=True)
def _before(mine: float, away: float, stands_in: int, key: float, far: float, other: int) -> bool:
    if mine != key:
        return mine > key
    if away != far:
        return away < far
    return stands_in < other

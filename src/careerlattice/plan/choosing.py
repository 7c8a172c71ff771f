"""Picking 3 to 7 plans worth choosing out of the exact front.

First ways that are one another's copies are grouped: the same occupations and credentials, only
studied at another pace. Then ways that differ from a better one by noise alone are left out. Then
each named aim takes its best way, and the places left go to the ways farthest from those chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from careerlattice.plan.search import Way

FEWEST, MOST = 3, 7
# Differences no one would choose by: months, units of $250, of $1,000, of 0.1 difficulty.
NOISE = (3, 4, 6, 3)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way with what choosing needs: gain at the horizon, share of jobs opened, interest fit."""

    way: Way
    gain: float
    share_open: float
    fit: float | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen candidate and the names it earned."""

    candidate: Candidate
    names: tuple[str, ...]


def choose(candidates: Sequence[Candidate]) -> tuple[list[Choice], int]:
    """The choices, best names first, and how many ways of the front were left out."""
    if not candidates:
        return [], 0
    kept = _without_noise(_one_pace_each(candidates))
    costs = np.array([c.way.costs for c in kept], dtype=np.float64)
    hops = np.array([len(c.way.legs) for c in kept])
    names: dict[int, list[str]] = {}

    def award(name: str, keys: list[tuple[float, ...]]) -> None:
        best = min(range(len(kept)), key=lambda i: (*keys[i], i))
        names.setdefault(best, []).append(name)

    rows = costs.tolist()
    award("fastest", [(r[0], r[3], r[1]) for r in rows])
    award("lowest cost", [(r[1], r[0], r[3]) for r in rows])
    award("highest earnings", [(-c.gain,) for c in kept])
    award("easiest", [(r[3], r[0], r[1]) for r in rows])
    award("most jobs open", [(-round(c.share_open, 2), r[0], r[1]) for c, r in zip(kept, rows, strict=True)])  # noqa: E501
    ideal, worst = costs.min(axis=0), costs.max(axis=0)
    scaled = (costs - ideal) / np.maximum(worst - ideal, 1.0)
    award("balanced", [(float(np.linalg.norm(s)), float(h)) for s, h in zip(scaled, hops, strict=True)])
    if any(c.fit is not None for c in kept):
        award("closest to your interests", [(-(c.fit or -1.0), r[0]) for c, r in zip(kept, rows, strict=True)])  # noqa: E501
    chosen = sorted(names, key=lambda i: i)
    while len(chosen) < min(MOST, len(kept)):
        rest = [i for i in range(len(kept)) if i not in chosen]
        far = [
            (min(_apart(kept[i], scaled[i], kept[j], scaled[j]) for j in chosen), -i) for i in rest
        ]
        distance, place = max(far)
        if len(chosen) >= FEWEST and distance < 0.30:
            break
        chosen.append(-place)
        names[-place] = ["another way"]
    order = sorted(chosen, key=lambda i: (rows[i][0], rows[i]))
    choices = [Choice(kept[i], tuple(names[i])) for i in order]
    return choices, len(candidates) - len(choices)


def _signature(way: Way) -> tuple[tuple[int, int, bool], ...]:
    return tuple((leg.row, leg.level, leg.mode == 3) for leg in way.legs)


def _one_pace_each(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of ways with the same jobs and credentials the quickest and the one earning most stay."""
    groups: dict[tuple[tuple[int, int, bool], ...], list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(_signature(candidate.way), []).append(candidate)
    kept = []
    for group in groups.values():
        quick = min(group, key=lambda c: (c.way.costs[0], c.way.costs))
        rich = max(group, key=lambda c: (c.gain, [-x for x in c.way.costs]))
        kept.append(quick)
        if rich is not quick and _differs(quick.way.costs, rich.way.costs):
            kept.append(rich)
    return sorted(kept, key=lambda c: c.way.costs)


def _differs(one: Sequence[int], other: Sequence[int]) -> bool:
    return any(abs(a - b) > noise for a, b, noise in zip(one, other, NOISE, strict=True))


def _without_noise(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out a way when another is better or alike in all but a trifle and takes no more jobs."""
    kept = []
    for i, one in enumerate(candidates):
        beaten = False
        for j, other in enumerate(candidates):
            if i == j or len(other.way.legs) > len(one.way.legs):
                continue
            no_worse = all(
                o <= c + noise
                for o, c, noise in zip(other.way.costs, one.way.costs, NOISE, strict=True)
            )
            gains = sum(
                max(0, o - c) for o, c in zip(one.way.costs, other.way.costs, strict=True)
            )
            if no_worse and gains > 0 and other.share_open >= one.share_open - 0.05:
                back = all(
                    o <= c + noise
                    for o, c, noise in zip(one.way.costs, other.way.costs, NOISE, strict=True)
                )
                if not back or (len(other.way.legs), other.way.costs) < (
                    len(one.way.legs), one.way.costs,
                ):  # fmt: skip
                    beaten = True
                    break
        if not beaten:
            kept.append(one)
    return kept


def _apart(one: Candidate, a: np.ndarray, other: Candidate, b: np.ndarray) -> float:  # type: ignore[type-arg]
    """How different two ways are: in their costs, and by a quarter for different jobs."""
    same = [leg.row for leg in one.way.legs] == [leg.row for leg in other.way.legs]
    return float(np.linalg.norm(a - b)) + (0.0 if same else 0.25)

"""Picking 3 to 7 plans worth choosing out of the exact front.

First ways that are one another's copies are grouped: the same occupations and credentials, only
studied at another pace. Then ways that differ from a better one by noise alone are left out. Then
each named aim takes its best way. The places left go to the ways that most help persons who weigh
time, money, pay, effort and openness in other proportions. Where a goal means many occupations
(an outcome), every plan shown leads to another one. `docs/methods/plans.md` says it at length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from careerlattice.plan.choose.regret import may_be_balanced, regrets, shortfalls, soon_enough
from careerlattice.plan.search.routes import Way

FEWEST, MOST = 3, 7
# Differences no one would choose by: months, dollars, units of $1,000 and of 0.1 difficulty.
NOISE = (3, 1000, 6, 3)
SHARE_NOISE = 0.05
GAIN_NOISE = 10_000.0
JOB_CHANGE_EFFORT = 0.3
LEAST_HELP, LEAST_HELP_TO_GOALS = 0.004, 0.001


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way with what choosing needs.

    `gain` at the horizon in dollars, `share_open` of the goal's jobs, interest `fit`, `openings` a
    year of the goal, and `travel`: the mean logarithm of the likelihood of its moves, none where
    the way has no job in between.
    """

    way: Way
    gain: float
    share_open: float
    fit: float | None
    openings: float
    travel: float | None

    @property
    def goal(self) -> int:
        """The occupation it ends in."""
        return self.way.legs[-1].row

    @property
    def effort(self) -> float:
        """Difficulty, with what each job change adds by itself."""
        return self.way.costs[3] * 0.1 + JOB_CHANGE_EFFORT * len(self.way.legs)


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen candidate and the names it earned."""

    candidate: Candidate
    names: tuple[str, ...]


def choose(candidates: Sequence[Candidate], *, has_many_goals: bool = False) -> list[Choice]:
    """The choices, quickest first."""
    if not candidates:
        return []
    kept = _without_noise(_one_pace_each(candidates))
    named = _award(kept, has_many_goals)
    chosen = list(named)
    order = _fill(kept, chosen, has_many_goals)
    if has_many_goals:
        order = _told_apart(kept, order, named)
    names = {place: tuple(named.get(place, ("another way",))) for place in order}
    return [
        Choice(kept[place], names[place])
        for place in sorted(order, key=lambda i: (*_quickness(kept[i]), kept[i].goal, i))
    ]


def _quickness(candidate: Candidate) -> tuple[float, ...]:
    """What quick ways have least of; the plan named fastest stands first, under ties, too."""
    months, dollars, forgone, difficulty = candidate.way.costs
    return (months, difficulty, dollars, forgone)


Key = Callable[[Candidate], tuple[float, ...]]


def _aims(kept: Sequence[Candidate], has_many_goals: bool) -> list[tuple[str, list[int], Key]]:
    """Each aim with the places of the ways it may take and the key its best way has least of."""
    every = list(range(len(kept)))
    soon = soon_enough(kept, has_many_goals)
    most = max(kept[i].gain for i in soon)
    rich = [i for i in soon if kept[i].gain >= most - GAIN_NOISE]
    aims: list[tuple[str, list[int], Key]] = [
        ("fastest", every, _quickness),
        ("lowest cost", every, lambda c: (c.way.costs[1], c.way.costs[0], c.way.costs[3])),
        ("highest earnings", rich, lambda c: (len(c.way.legs), *c.way.costs)),
        ("easiest", every, lambda c: (c.effort, *c.way.costs)),
    ]
    if has_many_goals:
        schooled = [i for i in soon if any(leg.level for leg in kept[i].way.legs)]
        apprenticed = [i for i in soon if any(leg.mode == 3 for leg in kept[i].way.legs)]
        aims.append(("most openings", every, lambda c: (-c.openings, c.way.costs[3])))
        aims.append(("best with schooling", schooled, lambda c: (-c.gain,)))
        aims.append(("best with an apprenticeship", apprenticed, lambda c: (-c.gain,)))
    else:
        shares = [kept[i].share_open for i in soon]
        if max(shares) - min(shares) >= SHARE_NOISE:
            aims.append(
                (
                    "most jobs open",
                    soon,
                    lambda c: (-round(c.share_open, 2), c.way.costs[0], c.way.costs[3]),
                )
            )
        over_jobs = [i for i in soon if kept[i].travel is not None]
        aims.append(("step by step", over_jobs, lambda c: (-(c.travel or 0.0), c.way.costs[0])))
    able = may_be_balanced(kept, soon, has_many_goals)
    behind = dict(zip((id(kept[i]) for i in able), shortfalls(kept, able), strict=True))
    aims.append(("balanced", able, lambda c: (behind[id(c)], len(c.way.legs))))
    if any(c.fit is not None for c in kept):
        fitting = [i for i in every if kept[i].fit is not None]
        aims.append(
            ("closest to your interests", fitting, lambda c: (-(c.fit or 0.0), c.way.costs[0]))
        )
    return aims


def _award(kept: Sequence[Candidate], has_many_goals: bool) -> dict[int, list[str]]:
    """The places that win an aim, with the aims' names.

    With many goals an aim whose best way leads where another plan already leads takes the best way
    to another occupation instead, and keeps its name only if that is as good. Aims that come when
    all places are taken only name those.
    """
    named: dict[int, list[str]] = {}
    for name, places, key in _aims(kept, has_many_goals):
        if not places:
            continue
        best = min(places, key=lambda i: (*key(kept[i]), i))
        if len(named) == MOST and best not in named:
            continue
        taken = {kept[i].goal: i for i in named}
        if not has_many_goals or best in named or kept[best].goal not in taken:
            named.setdefault(best, []).append(name)
            continue
        others = [i for i in places if kept[i].goal not in taken]
        if others:
            other = min(others, key=lambda i: (*key(kept[i]), i))
            named[other] = [f"next {name}"]
    return named


def _fill(kept: Sequence[Candidate], chosen: list[int], has_many_goals: bool) -> list[int]:
    """Add the ways that most lessen what persons with other weights regret."""
    regretted = regrets(kept, has_many_goals)
    chosen = list(chosen)
    while len(chosen) < MOST:
        goals = {kept[i].goal for i in chosen}
        free = [
            i
            for i in soon_enough(kept, has_many_goals)
            if i not in chosen and not (has_many_goals and kept[i].goal in goals)
        ]
        if not free:
            break
        now = regretted[:, chosen].min(axis=1)
        help_ = (now[:, None] - np.minimum(now[:, None], regretted[:, free])).mean(axis=0)
        best = int(np.argmax(help_))
        least = LEAST_HELP_TO_GOALS if has_many_goals else LEAST_HELP
        if len(chosen) >= FEWEST and help_[best] < least:
            break
        chosen.append(free[best])
    return chosen


def _told_apart(
    kept: Sequence[Candidate], order: list[int], named: dict[int, list[str]]
) -> list[int]:
    """Name the ways added for no aim by one they come next in; one at most stays without.

    A way comes next in an aim if it is best at it of all ways shown but the one that has its name.
    `named` is added to.
    """
    aims = _aims(kept, True)
    for name, places, key in aims:
        if any(f"next {name}" in names for names in named.values()):
            continue
        others = [i for i in order if i in places and name not in named.get(i, ())]
        if not others:
            continue
        best = min(others, key=lambda i: (*key(kept[i]), i))
        if best not in named:
            named[best] = [f"next {name}"]
    nameless = [i for i in order if i not in named]
    most = max(FEWEST - len(named), 1)
    return [i for i in order if i not in nameless[most:]]


def _signature(way: Way) -> tuple[tuple[int, int, bool], ...]:
    return tuple((leg.row, leg.level, leg.mode == 3) for leg in way.legs)


def _one_pace_each(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of ways with the same jobs and credentials the quickest and the one earning most stay."""
    groups: dict[tuple[tuple[int, int, bool], ...], list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(_signature(candidate.way), []).append(candidate)
    kept = []
    for group in groups.values():
        quick = min(group, key=lambda c: c.way.costs)
        rich = max(group, key=lambda c: (c.gain, [-x for x in c.way.costs]))
        kept.append(quick)
        if rich is not quick and _differs(quick.way.costs, rich.way.costs):
            kept.append(rich)
    return sorted(kept, key=lambda c: (c.way.costs, c.goal))


def _differs(one: Sequence[int], other: Sequence[int]) -> bool:
    return any(abs(a - b) > noise for a, b, noise in zip(one, other, NOISE, strict=True))


def _without_noise(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out ways that another way to the same goal beats, but for a trifle.

    Ways with more jobs are judged first; a way once left out leaves out no other.
    """
    alive = sorted(candidates, key=lambda c: (len(c.way.legs), c.way.costs, c.goal), reverse=True)
    for one in list(alive):
        if any(_beats(other, one) for other in alive if other is not one):
            alive.remove(one)
    return sorted(alive, key=lambda c: (c.way.costs, c.goal))


def _beats(other: Candidate, one: Candidate) -> bool:
    return (
        other.goal == one.goal
        and len(other.way.legs) <= len(one.way.legs)
        and other.share_open >= one.share_open - SHARE_NOISE
        and all(
            o <= c + noise
            for o, c, noise in zip(other.way.costs, one.way.costs, NOISE, strict=True)
        )
    )

"""Picking 3 to 7 plans worth choosing out of the exact front.

First routes that are one another's copies are grouped: the same occupations and credentials, only
studied at another pace. Then routes that differ from a better one by noise alone are left out. Then
each named aim takes its best route. The places left go to the routes that most help persons who
weigh time, money, pay, effort and openness in other proportions. Where a goal means many
occupations (an outcome), every plan shown leads to another one. Each filter says what it drops and
why. `docs/methods/plans.md` says it at length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from careerlattice.plan.answer import Rule
from careerlattice.plan.answer.names import ANOTHER_WAY
from careerlattice.plan.choose.aims import MAX_PLANS, Names, award, name_the_rest, quickness
from careerlattice.plan.choose.candidate import Candidate, Choice, Dropped
from careerlattice.plan.choose.noise import one_pace_each, without_noise
from careerlattice.plan.choose.regret import regrets, soon_enough
from careerlattice.plan.parameters import MIN_HELP, MIN_HELP_TO_GOALS

MIN_PLANS = 3
"""Where there are more routes, so many plans are shown: less is no choice."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The choices, quickest first, and what was dropped, each with the rule that dropped it."""

    choices: tuple[Choice, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def choose(candidates: Sequence[Candidate], *, has_many_goals: bool = False) -> Selection:
    """The plans to show of all candidates."""
    if not candidates:
        return Selection()
    paced = one_pace_each(candidates)
    clear = without_noise(paced.kept)
    kept = clear.kept
    named = award(kept, has_many_goals)
    order = _fill(kept, list(named), has_many_goals)
    nameless: list[int] = []
    if has_many_goals:
        named = name_the_rest(kept, order, named)
        nameless = _without_name(order, named)
    shown = [place for place in order if place not in nameless]
    shown.sort(key=lambda place: (*quickness(kept[place]), kept[place].goal, place))
    choices = tuple(Choice(kept[i], tuple(named.get(i, (ANOTHER_WAY,)))) for i in shown)
    dropped = (
        *paced.dropped,
        *clear.dropped,
        *_left_over(kept, order, has_many_goals),
        *(Dropped(kept[place].route, Rule.NAMELESS) for place in nameless),
    )
    return Selection(choices, dropped)


def _fill(kept: Sequence[Candidate], chosen: list[int], has_many_goals: bool) -> list[int]:
    """The chosen places with those that most lessen what persons with other weights regret."""
    regretted = regrets(kept, has_many_goals)
    soon = soon_enough(kept, has_many_goals)
    least = (MIN_HELP_TO_GOALS if has_many_goals else MIN_HELP).value
    while len(chosen) < MAX_PLANS:
        goals = {kept[i].goal for i in chosen}
        free = [
            i for i in soon if i not in chosen and not (has_many_goals and kept[i].goal in goals)
        ]
        if not free:
            break
        now = regretted[:, chosen].min(axis=1)
        gained = (now[:, None] - np.minimum(now[:, None], regretted[:, free])).mean(axis=0)
        best = int(np.argmax(gained))
        if len(chosen) >= MIN_PLANS and gained[best] < least:
            break
        chosen = [*chosen, free[best]]
    return chosen


def _left_over(kept: Sequence[Candidate], order: list[int], has_many_goals: bool) -> list[Dropped]:
    """The candidates for which no place was left, each with the reason."""
    soon = set(soon_enough(kept, has_many_goals))
    shown = {kept[i].goal: kept[i].route for i in order}
    found = []
    for place, candidate in enumerate(kept):
        if place in order:
            continue
        if has_many_goals and candidate.goal in shown:
            rival = shown[candidate.goal]
            found.append(Dropped(candidate.route, Rule.GOAL_TAKEN, rival))
        elif place not in soon:
            found.append(Dropped(candidate.route, Rule.TOO_LONG))
        else:
            rule = Rule.NO_PLACE if len(order) == MAX_PLANS else Rule.LITTLE_HELP
            found.append(Dropped(candidate.route, rule))
    return found


def _without_name(order: list[int], named: Names) -> list[int]:
    """The places that have no name, but for those few that are shown without one."""
    nameless = [place for place in order if place not in named]
    return nameless[max(MIN_PLANS - len(named), 1) :]

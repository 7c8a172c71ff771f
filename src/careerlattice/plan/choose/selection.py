"""Picking 3 to 7 plans worth choosing out of the exact front.

First routes that are one another's copies are grouped: the same occupations and credentials, only
studied at another pace. Then routes that differ from a better one by noise alone are left out. Then
each named aim takes its best route. The places left go to the routes that most help persons who
weigh time, money, pay, effort and openness in other proportions. Where a goal means many
occupations (an outcome), every plan shown leads to another one. Each filter says what it drops and
why. `docs/methods/plans.md` says it at length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf

import numpy as np

from careerlattice.plan.answer import Aim, PlanName, Rule
from careerlattice.plan.answer.names import ANOTHER_WAY, ONLY_WAY
from careerlattice.plan.choose.aims import MAX_PLANS, Names, award, name_the_rest, quickness
from careerlattice.plan.choose.candidate import Candidate, Choice, Dropped, Filtered
from careerlattice.plan.choose.feeders import adds_idle_job, is_neighbor_way
from careerlattice.plan.choose.noise import (
    is_by_rare_door,
    one_pace_each,
    repeats_for_nothing,
    without_noise,
)
from careerlattice.plan.choose.regret import regrets, soon_enough
from careerlattice.plan.parameters import (
    GAIN_NOISE,
    MIN_HELP,
    MIN_HELP_TO_GOALS,
    MIN_SHARE_OPEN,
    OPEN_ON_THE_WAY,
)
from careerlattice.plan.search.encoding import MONTHS
from careerlattice.vocab.amounts import rough

MIN_PLANS = 3
"""Where there are more routes, so many plans are shown: less is no choice."""
SAID_ALONE = (Aim.USUAL_WAY, Aim.OWN_PROFESSION, Aim.STEP_UP, Aim.BESIDE_JOB)
"""Names that say something of a plan though no other is shown; the rest compare."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The choices, quickest first, and what was dropped, each with the rule that dropped it."""

    choices: tuple[Choice, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def choose(
    candidates: Sequence[Candidate],
    *,
    has_many_goals: bool = False,
    max_months: float | None = None,
) -> Selection:
    """The plans to show of all candidates.

    Where some usually take no longer than the most months there are, those that most people take
    longer on are not shown. The part of an occupation that needs no license is other work than the
    licensed: where ways to that are found, the others are not shown.
    """
    most = inf if max_months is None else max_months
    timely = _fitting(candidates, lambda one: one.costs[MONTHS] <= most, Rule.USUALLY_TOO_LONG)
    # Ways to many goals end in occupations that are what they are.
    licensed = _fitting(
        timely.kept, lambda one: has_many_goals or not one.is_unlicensed, Rule.UNLICENSED
    )
    chosen = _choose(licensed.kept, has_many_goals=has_many_goals)
    return Selection(chosen.choices, (*chosen.dropped, *licensed.dropped, *timely.dropped))


def _choose(candidates: Sequence[Candidate], *, has_many_goals: bool) -> Selection:
    if not candidates:
        return Selection()
    clear = _worth_showing(candidates, has_many_goals)
    kept = clear.kept
    named = award(kept, has_many_goals)
    order = _fill(kept, list(named), has_many_goals)
    # As the figures are printed: nobody is to see a higher one beside the name.
    told = sorted(place for place in order if kept[place].is_gain_told)
    richest = partial(_told_of_the_best, Aim.HIGHEST_EARNINGS, told)
    named = richest(
        named,
        lambda i: rough(kept[i].gain),
        may_hold=lambda i: kept[i].share_open >= OPEN_ON_THE_WAY.value,
    )
    nameless: list[int] = []
    if has_many_goals:
        named = name_the_rest(kept, order, named)
        nameless = _without_name(order, named)
    shown = [place for place in order if place not in nameless]
    named = _told_of_the_best(
        Aim.MOST_JOBS_OPEN, shown, named, lambda i: round(kept[i].share_open, 2)
    )
    shown.sort(key=lambda place: (*quickness(kept[place]), kept[place].goal, place))
    names = [tuple(named.get(i, (ANOTHER_WAY,))) for i in shown]
    if len(shown) == 1:
        names = [tuple(name for name in names[0] if name.aim in SAID_ALONE) or (ONLY_WAY,)]
    choices = tuple(Choice(kept[i], own) for i, own in zip(shown, names, strict=True))
    dropped = (
        *clear.dropped,
        *_left_over(kept, order, has_many_goals),
        *(Dropped(kept[place].route, Rule.NAMELESS) for place in nameless),
    )
    return Selection(choices, dropped)


def _worth_showing(candidates: Sequence[Candidate], has_many_goals: bool) -> Filtered[Candidate]:
    """The routes that may be shown, each filter looking at what those before it kept."""
    # Some employer in fifty would hire.
    open_ = _fitting(
        candidates, lambda one: one.share_open >= MIN_SHARE_OPEN.value, Rule.HARDLY_OPEN
    )
    plain = _fitting(open_.kept, lambda one: has_many_goals or not one.is_detour, Rule.DETOUR)
    fresh = _fitting(
        plain.kept, lambda one: not repeats_for_nothing(one, plain.kept), Rule.REPEATS_DEGREE
    )
    doors = _fitting(
        fresh.kept,
        lambda one: not has_many_goals or not is_by_rare_door(one, fresh.kept),
        Rule.RARE_DOOR,
    )
    above = _fitting(
        doors.kept, lambda one: not has_many_goals or _ends_above(one), Rule.ENDS_BELOW
    )
    fed = _fitting(
        above.kept,
        lambda one: has_many_goals or not is_neighbor_way(one, above.kept),
        Rule.NEIGHBOR,
    )
    asked = _fitting(
        fed.kept, lambda one: has_many_goals or not adds_idle_job(one, fed.kept), Rule.IDLE_JOB
    )
    paced = one_pace_each(asked.kept)
    clear = without_noise(paced.kept)
    filters = (open_, plain, fresh, doors, above, fed, asked, paced, clear)
    return Filtered(clear.kept, tuple(drop for one in filters for drop in one.dropped))


def _ends_above(one: Candidate) -> bool:
    """Whether who goes it ends above staying put, as who names an outcome means to.

    Who holds a job wants a better one, who holds none any that pays as the last. What a person was
    trained for abroad is shown anyway.
    """
    least = GAIN_NOISE.value if one.route.legs[0].origin >= 0 else 0.0
    return one.gain >= least or not one.is_gain_told or one.is_own_profession


def _fitting(
    candidates: Sequence[Candidate], is_fit: Callable[[Candidate], bool], rule: Rule
) -> Filtered[Candidate]:
    """The routes that fit, the others dropped by a rule; all where none does."""
    kept = [one for one in candidates if is_fit(one)]
    if not kept:
        return Filtered(candidates, ())
    out = (one.route for one in candidates if not is_fit(one))
    return Filtered(kept, tuple(Dropped(route, rule) for route in out))


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
        if not has_many_goals:
            # Choice is not filled up with ways through other work, unless that is a ladder.
            free = [i for i in free if kept[i].job_changes == 1 or kept[i].is_ladder]
        else:
            free = [i for i in free if kept[i].is_near]
        if not free:
            break
        now = regretted[:, chosen].min(axis=1)
        gained = (now[:, None] - np.minimum(now[:, None], regretted[:, free])).mean(axis=0)
        best = int(np.argmax(gained))
        if len(chosen) >= MIN_PLANS and gained[best] < least:
            break
        chosen = [*chosen, free[best]]
    return chosen


def _told_of_the_best(
    aim: Aim,
    places: list[int],
    named: Names,
    figure: Callable[[int], float],
    may_hold: Callable[[int], bool] = lambda _: True,
) -> Names:
    """The names, that of an aim on the best of the places shown.

    Its race is among routes that are soon enough; another aim may show a longer one beside it.
    Where the best may not hold the name and the holder might, nobody has it.
    """
    name = PlanName(aim)
    holder = next((place for place in places if name in named.get(place, ())), None)
    if holder is None:
        return named
    best = max(places, key=figure)
    if figure(holder) >= figure(best):
        return named
    rest = {place: [one for one in names if one != name] for place, names in named.items()}
    told = {place: names for place, names in rest.items() if names}
    if may_hold(holder) and not may_hold(best):
        return told
    return told | {best: [*told.get(best, []), name]}


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

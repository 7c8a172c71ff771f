"""What plans are best at: each aim takes its best route."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerlattice.plan.answer import Aim, PlanName
from careerlattice.plan.choose.candidate import Candidate
from careerlattice.plan.choose.regret import may_be_balanced, open_enough, shortfalls, soon_enough
from careerlattice.plan.parameters import (
    CLOSE_SHARE,
    DEAR_BALANCE,
    DEAR_EASE,
    FEW_OPEN,
    FEW_OPENINGS,
    GAIN_NOISE,
    MAX_WORK_MONTHS,
    OPEN_ON_THE_WAY,
    RAREST_ADVISED,
    SHARE_NOISE,
    STAY_MONTHS,
)
from careerlattice.plan.search.encoding import DIFFICULTY, DOLLARS, MONTHS
from careerlattice.vocab.levels import EducationLevel

MAX_PLANS = 7
"""No more plans are shown: people do not weigh more at once."""

OF_THE_GOAL = (Aim.OWN_LINE, Aim.OWN_PROFESSION)
"""Aims that tell of where a route leads: any route there has the name."""

Key = Callable[[Candidate], tuple[float, ...]]
Names = dict[int, list[PlanName]]
"""The names of the routes that have some, by place."""


@dataclass(frozen=True, slots=True)
class Race:
    """An aim, the places of the routes it may take, and the key its best route has least of."""

    aim: Aim
    places: list[int]
    key: Key

    def best(self, kept: Sequence[Candidate], places: Sequence[int]) -> int:
        """The place of the best route among some."""
        return min(places, key=lambda i: (*self.key(kept[i]), i))


def quickness(candidate: Candidate) -> tuple[float, ...]:
    """What quick routes have least of; the plan named fastest stands first, under ties, too."""
    months, dollars, forgone, difficulty = candidate.costs
    return (months, candidate.route.costs[MONTHS], difficulty, dollars, forgone)


def races(kept: Sequence[Candidate], has_many_goals: bool) -> list[Race]:
    """The aims in the order in which they choose."""
    every = list(range(len(kept)))
    soon = soon_enough(kept, has_many_goals)
    most = max(kept[i].gain for i in soon)
    told = _open_enough(kept, [i for i in soon if kept[i].is_gain_told])
    richest = max((kept[i].gain for i in told), default=most)
    # What earns less than staying put earns the most of nothing.
    rich = [i for i in told if kept[i].gain >= richest - GAIN_NOISE.value and richest > 0]
    first = _places_kept(kept, every, soon) if has_many_goals else []
    # What is balanced is set against the quickest route that opens enough jobs, if any does.
    enough = open_enough(kept, soon, has_many_goals)
    able = may_be_balanced(kept, _soon_among(kept, enough, has_many_goals), has_many_goals)
    # What is balanced is near, too, and of one's own profession where that is as soon.
    able = [i for i in able if kept[i].is_near] or able
    able = [i for i in able if kept[i].is_own_profession] or able
    # What opens next to no jobs is no balance, whatever the others cost.
    is_open = any(kept[i].share_open >= FEW_OPEN.value for i in every)
    if is_open and not has_many_goals:
        able = [i for i in able if kept[i].share_open >= OPEN_ON_THE_WAY.value]
    mild = _open_enough(kept, [i for i in every if kept[i].gain >= most - DEAR_EASE.value])
    sure = _with_good_odds(kept, mild, soon, has_many_goals)
    own = _to_many_goals(kept, soon) if has_many_goals else _to_one_goal(kept, soon)
    short = shortfalls(kept, able) if able else ()
    behind = dict(zip((id(kept[i]) for i in able), short, strict=True))
    found = [
        Race(Aim.FASTEST, every, quickness),
        *first,
        Race(
            Aim.LOWEST_COST,
            every,
            lambda c: (c.costs[DOLLARS], c.costs[MONTHS], c.costs[DIFFICULTY]),
        ),
        Race(Aim.HIGHEST_EARNINGS, rich, lambda c: (c.job_changes, *c.costs)),
        Race(Aim.EASIEST, sure, lambda c: (c.effort, *c.costs)),
        *own,
        Race(Aim.BALANCED, able, lambda c: (behind[id(c)], c.job_changes)),
    ]
    fitting = [i for i in every if kept[i].fit is not None]
    if fitting:
        liked = Race(Aim.INTERESTS, fitting, lambda c: (-(c.fit or 0.0), c.costs[MONTHS]))
        # Of many goals the closest is chosen before all places are taken.
        found.insert(1 if has_many_goals else len(found), liked)
    return found


def _soon_among(kept: Sequence[Candidate], places: list[int], has_many_goals: bool) -> list[int]:
    """Those of the places that do not take far longer than the quickest of them."""
    among = [kept[i] for i in places]
    return [places[at] for at in soon_enough(among, has_many_goals)]


def _is_beaten(one: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether another way is as quick, cheap, and open, and earns more.

    Ladders stand anyway, unless the other enters alike without the rung.
    """
    return any(
        other.job_changes < one.job_changes
        and (not one.is_ladder or other.skips_job_of(one))
        and other.costs[MONTHS] <= one.costs[MONTHS]
        and other.costs[DOLLARS] <= one.costs[DOLLARS]
        and other.share_open >= one.share_open
        and other.gain >= one.gain
        for other in kept
    )


def _open_enough(kept: Sequence[Candidate], places: list[int]) -> list[int]:
    """Those of the places whose schooling opens enough of the jobs; all where none does."""
    return [i for i in places if kept[i].share_open >= FEW_OPEN.value] or places


def _with_good_odds(
    kept: Sequence[Candidate], places: list[int], soon: list[int], has_many_goals: bool
) -> list[int]:
    """Those of the places whose odds may be praised beside what is told of them.

    Not what asks a year of school or more, or a move that hardly anyone makes, nor what takes far
    longer than the quickest; not other work where there is a way into what one was trained for.
    """
    if has_many_goals:
        profession = [i for i in soon if kept[i].is_own_profession]
        own = profession or [i for i in soon if kept[i].is_own_field]
        places = [i for i in places if i in own or not own]
    return [
        i
        for i in places
        if i in soon and not kept[i].is_long_study and kept[i].told >= CLOSE_SHARE.value
    ]


def _to_many_goals(kept: Sequence[Candidate], soon: list[int]) -> list[Race]:
    some = EducationLevel.CERTIFICATE
    schooled = [i for i in soon if any(leg.level >= some for leg in kept[i].route.legs)]
    served = [i for i in soon if kept[i].is_apprenticed]
    apprenticed = [i for i in served if kept[i].is_apprenticeship] or served
    # Many openings are no reason to lose money by.
    least = min(0.0, max(kept[i].gain for i in soon) - DEAR_BALANCE.value)
    near = [i for i in soon if kept[i].is_near and kept[i].gain >= least] or soon
    return [
        Race(Aim.WITH_APPRENTICESHIP, apprenticed, lambda c: (-c.gain,)),
        Race(Aim.WITH_SCHOOLING, schooled, lambda c: (-c.gain,)),
        Race(Aim.MOST_OPENINGS, near, lambda c: (-c.openings, c.costs[DIFFICULTY])),
    ]


def _places_kept(kept: Sequence[Candidate], every: list[int], soon: list[int]) -> list[Race]:
    """The aims that have a place in every answer to an outcome: what is the person's own."""
    profession = [i for i in every if kept[i].is_own_profession]
    up = [i for i in every if kept[i].is_step_up and (i in soon or kept[i].job_changes == 1)]
    near = [
        i
        for i in soon
        if kept[i].is_near
        and kept[i].carried > 0
        and kept[i].is_close
        and kept[i].told >= RAREST_ADVISED.value
    ]
    courses = [
        i
        for i in soon
        if any(leg.course > 0 for leg in kept[i].route.legs)
        and not any(leg.level >= EducationLevel.CERTIFICATE for leg in kept[i].route.legs)
    ]
    # With few openings a job is not there when the course is done.
    courses = [i for i in courses if kept[i].openings >= FEW_OPENINGS.value] or courses
    return [
        Race(Aim.OWN_PROFESSION, profession, quickness),
        Race(Aim.STEP_UP, up, lambda c: (-c.gain, *c.costs)),
        Race(Aim.OWN_LINE, near, lambda c: (-c.carried, c.job_changes, *quickness(c))),
        Race(Aim.WITH_COURSE, courses, lambda c: (-c.gain, *c.costs)),
    ]


def _to_one_goal(kept: Sequence[Candidate], soon: list[int]) -> list[Race]:
    # What next to nobody does is told so beside it.
    usual = [i for i, c in enumerate(kept) if c.is_usual and c.told >= RAREST_ADVISED.value]
    found = [Race(Aim.USUAL_WAY, usual, quickness)]
    if any(candidate.leaves_long_work for candidate in kept):
        beside = [i for i, candidate in enumerate(kept) if candidate.is_beside_job]
        found.append(Race(Aim.BESIDE_JOB, beside, lambda c: (c.job_changes, *quickness(c))))
    shares = [kept[i].share_open for i in soon]
    if max(shares) - min(shares) >= SHARE_NOISE.value:
        found.append(
            Race(
                Aim.MOST_JOBS_OPEN,
                soon,
                lambda c: (-round(c.share_open, 2), c.costs[MONTHS], c.costs[DIFFICULTY]),
            )
        )
    over_jobs = [i for i in soon if kept[i].travel is not None and not _is_beaten(kept[i], kept)]
    found.append(
        Race(
            Aim.STEP_BY_STEP,
            over_jobs,
            lambda c: (not c.is_ladder, *_lead_of(c), -(c.travel or 0.0), c.costs[MONTHS]),
        )
    )
    return found


def _lead_of(candidate: Candidate) -> tuple[float, ...]:
    """How directly a ladder's last rung feeds the goal, in years: less is no difference."""
    if not candidate.is_ladder:
        return (0.0,)
    return (min(candidate.lead, MAX_WORK_MONTHS.value) // STAY_MONTHS.value,)


def award(kept: Sequence[Candidate], has_many_goals: bool) -> Names:
    """The places that win an aim, with the aims' names.

    With many goals an aim whose best route leads where another plan already leads takes the best
    route to another occupation instead, and keeps its name only if that is as good. Aims that come
    when all places are taken only name those.
    """
    named: Names = {}
    for race in races(kept, has_many_goals):
        if not race.places:
            continue
        best = race.best(kept, race.places)
        if len(named) == MAX_PLANS and best not in named:
            continue
        taken = {kept[i].goal for i in named}
        if not has_many_goals or best in named or kept[best].goal not in taken:
            named.setdefault(best, []).append(PlanName(race.aim))
            continue
        there = [i for i in named if kept[i].goal == kept[best].goal and i in race.places]
        if race.aim in OF_THE_GOAL and there:
            named[there[0]].append(PlanName(race.aim))
            continue
        others = [i for i in race.places if kept[i].goal not in taken]
        if others:
            named[race.best(kept, others)] = [PlanName(race.aim, is_next=True)]
    return named


def name_the_rest(kept: Sequence[Candidate], order: list[int], named: Names) -> Names:
    """The names with those of routes added for no aim, by one they come next in.

    A route comes next in an aim if it is best at it of all routes shown but the one that has its
    name.
    """
    named = dict(named)
    for race in races(kept, has_many_goals=True):
        name = PlanName(race.aim, is_next=True)
        if any(name in names for names in named.values()):
            continue
        own = PlanName(race.aim)
        others = [i for i in order if i in race.places and own not in named.get(i, ())]
        if others:
            named.setdefault(race.best(kept, others), [name])
    return named

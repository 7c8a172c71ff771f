"""From the routes of the front to the options chosen among them, over a fitting horizon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from careerlattice.plan.answer import Money
from careerlattice.plan.choose.advisable_moves import (
    hardest_move,
    is_close,
    is_long_study,
    is_own_field,
    is_prepared,
    is_step_up,
    rarest_told,
)
from careerlattice.plan.choose.candidate import Candidate, Choice, Dropped
from careerlattice.plan.choose.prefilter import most_promising, plain_ways
from careerlattice.plan.choose.selection import Selection, choose
from careerlattice.plan.itinerary.build import Itinerary, build_itinerary
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.horizon import USUAL_YEARS, lengthened
from careerlattice.plan.itinerary.money import compare
from careerlattice.plan.parameters import FEW_OPEN, LEAD_OF_A_STEP, LONG_WORK_MONTHS
from careerlattice.plan.request import PlanRequest
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Route, takes_usual_door
from careerlattice.vocab.levels import EducationLevel

MIN_LIKELIHOOD = 1e-9
"""Keeps the logarithm of a move's likelihood finite."""


@dataclass(frozen=True)
class Options:
    """The chosen routes, quickest first, each with its money, and what became of the others."""

    choices: tuple[Choice, ...]
    money: dict[Route, Money]
    dropped: tuple[Dropped, ...]


def choose_options(context: PlanContext, request: PlanRequest, routes: Sequence[Route]) -> Options:
    """The routes to show.

    The horizon is lengthened until it leaves some years after the quickest route chosen, unless the
    request sets it.
    """
    dropped: tuple[Dropped, ...] = ()
    if not context.problem.is_one_front:
        wanted = request.goal.min_pay_usd
        short = plain_ways(context.problem, context.arrays, tuple(routes), wanted)
        promising = most_promising(context.problem, context.interest_fit, tuple(short.kept))
        routes, dropped = promising.kept, (*short.dropped, *promising.dropped)
    built = {route: build_itinerary(context, route, is_brief=True) for route in routes}
    horizon = request.horizon_years or USUAL_YEARS
    while True:
        money = {
            route: _compared(context, route, itinerary, horizon, request.discount_rate)
            for route, itinerary in built.items()
        }
        selection = _select(context, built, money)
        quickest = min(built[choice.candidate.route].months_usual for choice in selection.choices)
        enough = lengthened(horizon, quickest)
        if request.horizon_years is not None or enough == horizon:
            return Options(selection.choices, money, (*dropped, *selection.dropped))
        horizon = enough


def _select(
    context: PlanContext, built: dict[Route, Itinerary], money: dict[Route, Money]
) -> Selection:
    facts = context.problem.facts
    # The published figure, which people are told, not a specialty's part of it.
    openings = np.nan_to_num(context.catalog.outlook_vectors.openings)
    candidates = [
        Candidate(
            route=route,
            gain=money[route].gain_npv,
            is_gain_told=money[route].is_told,
            months_usual=itinerary.months_usual,
            share_open=itinerary.share_open,
            fit=_interest_fit(context, route),
            openings=float(openings[route.goal]),
            travel=_travel(context, route),
            is_usual=_is_usual(context, route),
            is_ladder=_is_ladder(context, route),
            is_detour=_is_detour(context, route),
            is_unlicensed=bool(facts.ways.is_unlicensed[route.legs[-1].way]),
            hardest=hardest_move(context.problem, context.arrays, route),
            is_idle_step=_is_idle_step(context, route),
            leaves_long_work=_leaves_long_work(context, route),
            repeats_degree=_repeats_degree(context, route),
            lead=_lead(context, route),
            asks_work=_asks_work(context, route),
            carried=float(context.problem.carried[route.goal]),
            is_near=bool(context.problem.is_near[route.goal]),
            is_close=is_close(context.problem, context.arrays, route),
            is_step_up=is_step_up(context.problem, route),
            is_own_profession=_is_own_profession(context, route),
            is_apprenticeship=any(
                leg.mode is Mode.APPRENTICE and facts.ways.is_usual_apprenticeship[leg.way]
                for leg in route.legs
            ),
            is_apprenticed=any(
                leg.mode is Mode.APPRENTICE and facts.ways.is_apprenticeship[leg.way]
                for leg in route.legs
            ),
            is_own_field=is_own_field(context.problem, route),
            is_long_study=is_long_study(context.problem, route),
            told=rarest_told(context.problem, context.arrays, route),
        )
        for route, itinerary in built.items()
    ]
    return choose(
        candidates,
        has_many_goals=not context.problem.is_one_front,
        max_months=context.problem.limits.max_months,
    )


def _is_usual(context: PlanContext, route: Route) -> bool:
    """Whether it goes through the goal's usual door, with a job before only if that asks work."""
    ways = context.problem.facts.ways
    door = ways.first[route.goal]
    asks_work = bool(ways.asks_rank[door] or ways.experience[door] > 0)
    return takes_usual_door(ways, route.legs[-1]) and len(route.legs) <= (2 if asks_work else 1)


def _is_ladder(context: PlanContext, route: Route) -> bool:
    """Whether it goes through other jobs, each a rung of the ladder to the next."""
    is_rung = context.problem.facts.is_ladder
    rows = [leg.row for leg in route.legs]
    return len(rows) > 1 and all(is_rung[a, b] for a, b in pairwise(rows))


def _lead(context: PlanContext, route: Route) -> float:
    """Months that the goal asks of the last job on the way, by the way in that asks the fewest.

    A step that a rule names without months takes as long as a manager's rank usually does.
    """
    if len(route.legs) < 2:
        return 0.0
    ways, origin, goal = context.problem.facts.ways, route.legs[-2].row, route.goal
    found = [
        float(ways.promotion[way] if ways.is_rank[way, origin] else ways.experience[way])
        for way in ways.of[goal]
        if ways.is_rank[way, origin] or ways.counts[way, origin]
    ]
    found += [
        0.0
        for way in ways.of[goal]
        if ways.is_licensed_before[way, origin] or ways.credit[way, origin]
    ]
    if not found and context.problem.facts.is_named[origin, goal]:
        found.append(LEAD_OF_A_STEP.value)
    return min(found, default=np.inf)


def _asks_work(context: PlanContext, route: Route) -> bool:
    """Whether the way in taken asks work before, in a rank or of a kind."""
    ways, way = context.problem.facts.ways, route.legs[-1].way
    return bool(ways.asks_rank[way] or ways.experience[way] > 0)


def _is_detour(context: PlanContext, route: Route) -> bool:
    """Whether it studies for a job in between, and enters the goal as who had skipped it would.

    A rung of the goal's ladder is no detour, nor is work that the way in asks for.
    """
    if len(route.legs) < 2:
        return False
    ways, facts = context.problem.facts.ways, context.problem.facts
    before, last = route.legs[-2], route.legs[-1]
    asks = bool(
        ways.experience[last.way] > 0
        or ways.asks_rank[last.way]
        or ways.asks_license[last.way]
        or ways.is_own[last.way]
    )
    taken = last.level == 0 and last.mode is Mode.NONE
    is_rung = bool(facts.is_ladder[before.row, last.row])
    return taken and before.level >= int(ways.asked[last.way]) and not asks and not is_rung


def _is_own_profession(context: PlanContext, route: Route) -> bool:
    """Whether it ends in what the person was trained as abroad."""
    abroad = context.problem.person.credentials.abroad
    return abroad is not None and abroad.row == route.goal


def _is_idle_step(context: PlanContext, route: Route) -> bool:
    """Whether a job on the way pays less than the one before and nothing is learned by it.

    A rung of the next job's ladder, work it names and what schooling was earned for are learning.
    """
    facts, pay = context.problem.facts, context.problem.area.pay50
    person = context.problem.person
    for leg, onward in pairwise(route.legs):
        named = facts.is_ladder[leg.row, onward.row] or facts.is_named[leg.row, onward.row]
        before = person.stay_pay if leg.origin == person.row else pay[leg.origin]
        if before > pay[leg.row] and not named and not is_prepared(context.problem, leg):
            return True
    return False


def _leaves_long_work(context: PlanContext, route: Route) -> bool:
    """Whether a job is left for a full-time degree after so many years of work."""
    worked = sum(months for _, months in context.problem.person.jobs)
    return worked >= LONG_WORK_MONTHS.value and any(
        leg.mode is Mode.FULL and leg.level >= EducationLevel.BACHELOR and leg.origin >= 0
        for leg in route.legs
    )


def _repeats_degree(context: PlanContext, route: Route) -> bool:
    """Whether another bachelor's degree is studied for by who holds one, or a degree above it."""
    held = context.problem.person.level
    return held >= EducationLevel.BACHELOR and any(
        leg.level == EducationLevel.BACHELOR for leg in route.legs
    )


def _compared(
    context: PlanContext, route: Route, itinerary: Itinerary, horizon_years: int, rate: float
) -> Money:
    """The route's money against staying put."""
    person = context.problem.person
    line = itinerary.goal_entered.on(context.goal_line(route.goal))
    # A license opens all that it opens at full pay, whatever the degree.
    area, row = context.problem.area, route.goal
    is_licensed = bool(area.is_licensed[row] or area.is_licensed_in_job[row])
    is_lower = itinerary.share_open < FEW_OPEN.value and not is_licensed
    money = compare(
        stretches=itinerary.stretches,
        goal=line.in_lower_half() if is_lower else line,
        goal_tenure_years=itinerary.goal_tenure_years,
        stay=person.line,
        stay_tenure_years=person.tenure_years,
        stay_flat_usd=person.stay_pay,
        horizon_years=horizon_years,
        rate=rate,
    )
    shown = context.shown_pay(route.goal)
    return replace(money, is_told=not shown.is_hourly and not shown.is_of_wide_group)


def _travel(context: PlanContext, route: Route) -> float | None:
    """Mean logarithm of the likelihood of the moves; none without a job in between."""
    moves = [(leg.origin, leg.row) for leg in route.legs if leg.origin >= 0]
    if len(route.legs) < 2 or not moves:
        return None
    origins, rows = zip(*moves, strict=True)
    chances = context.arrays.likelihood[list(origins), list(rows)].astype(np.float64)
    return float(np.mean(np.log(np.maximum(chances, MIN_LIKELIHOOD))))


def _interest_fit(context: PlanContext, route: Route) -> float | None:
    """Mean interest fit over the occupations of the route, the goal counted twice."""
    if context.interest_fit is None:
        return None
    values = [context.interest_fit[leg.row] for leg in route.legs]
    values.append(values[-1])
    known = [value for value in values if not np.isnan(value)]
    return float(np.mean(known)) if known else None

"""What a person should read beside the plans: what was left out, and where care is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from careerlattice.plan.answer import Aim, Notice, NoticeKind, Plan, StepKind
from careerlattice.plan.itinerary.build import build_itinerary
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.horizon import USUAL_YEARS
from careerlattice.plan.notices.graduates import graduates_notices
from careerlattice.plan.parameters import FEW_OPEN
from careerlattice.plan.request import PlanRequest
from careerlattice.plan.search.encoding import DOLLARS, NO_SPARE
from careerlattice.plan.search.routes import FoundRoutes, Route, quickest_usual


def notices_beside(
    context: PlanContext,
    request: PlanRequest,
    found: FoundRoutes,
    routes: Sequence[Route],
    plans: Sequence[Plan],
) -> list[Notice]:
    """The notices of an answer that has plans; `routes` are those that enter no job twice."""
    return [
        *_longer_horizon(request, plans),
        *_left_out(context, routes, len(plans)),
        *_none_pays(context, plans),
        *_only_at_best(request, plans),
        *_usual_over(context, request, plans),
        *_few_open(plans),
        *_unlicensed_part(context, routes, plans),
        *graduates_notices(context, plans),
        *([] if found.is_complete else [Notice(NoticeKind.SEARCH_CUT)]),
        *_missing_licenses(context),
        *_wider_pay(context, plans[0]),
    ]


def _longer_horizon(request: PlanRequest, plans: Sequence[Plan]) -> list[Notice]:
    """Where the horizon was lengthened."""
    years = len(plans[0].money.years)
    if request.horizon_years is not None or years <= USUAL_YEARS:
        return []
    longest = max(plan.months_usual for plan in plans)
    details = {"years": years, "usual": USUAL_YEARS, "months": longest}
    return [Notice(NoticeKind.HORIZON, details, "horizon_years", float(years))]


def _none_pays(context: PlanContext, plans: Sequence[Plan]) -> list[Notice]:
    """Where whoever has a job earns more by keeping it, whichever route they take."""
    has_job = context.problem.person.row >= 0
    if not has_job or not all(plan.money.is_told and plan.money.gain_npv < 0 for plan in plans):
        return []
    best = max(plan.money.gain_npv for plan in plans)
    years = len(plans[0].money.years)
    return [
        Notice(NoticeKind.NONE_PAYS, {"years": years, "behind_usd": -best, "routes": len(plans)})
    ]


def _left_out(context: PlanContext, routes: Sequence[Route], shown: int) -> list[Notice]:
    """How many routes none of which is worse in everything there are, and how many are shown."""
    if len(routes) <= shown:
        return []
    goals = 1 if context.problem.is_one_front else len({route.goal for route in routes})
    return [Notice(NoticeKind.LEFT_OUT, {"front": len(routes), "shown": shown, "goals": goals})]


def _only_at_best(request: PlanRequest, plans: Sequence[Plan]) -> list[Notice]:
    """Where most people take longer than the person has."""
    most = request.limits.max_months
    quickest = min(plan.months_usual for plan in plans)
    if most is None or quickest <= most:
        return []
    details = {"limit": most, "months": quickest}
    return [Notice(NoticeKind.TIME_AT_BEST, details, "limits.max_months", float(ceil(quickest)))]


def _usual_over(context: PlanContext, request: PlanRequest, plans: Sequence[Plan]) -> list[Notice]:
    """Where money or time, and nothing else, leaves out the usual way to the one goal."""
    problem, limits = context.problem, request.limits
    is_limited = limits.budget_usd is not None or limits.max_months is not None
    is_one = problem.is_one_front and int(problem.is_goal.sum()) == 1
    if not is_limited or not is_one or any(plan.has_name(Aim.USUAL_WAY) for plan in plans):
        return []
    free = replace(problem, limits=replace(problem.limits, budget_usd=None, max_months=None))
    usual = quickest_usual(free)
    if usual is None:
        return []
    dollars = usual.costs[DOLLARS]
    months = ceil(build_itinerary(context, usual, is_brief=True).months_usual - NO_SPARE)
    over_usd = 0.0 if limits.budget_usd is None else max(0.0, dollars - limits.budget_usd)
    over_months = 0.0 if limits.max_months is None else max(0.0, months - limits.max_months)
    if not over_usd and not over_months:
        return []
    details = {
        "months": months,
        "cost_usd": dollars,
        "over_usd": over_usd,
        "over_months": over_months,
        "credential": max((leg.level for leg in usual.legs), default=0),
        "is_course": any(leg.course > 0 for leg in usual.legs),
    }
    return [Notice(NoticeKind.USUAL_OVER, details, "limits")]


def _few_open(plans: Sequence[Plan]) -> list[Notice]:
    """One notice for the plans that open the same small share of the goal's jobs."""
    alike: dict[int, list[Plan]] = {}
    for plan in plans:
        if plan.share_open < FEW_OPEN.value:
            alike.setdefault(round(100 * plan.share_open), []).append(plan)
    return [
        Notice(NoticeKind.FEW_OPEN, {"plans": tuple(same), "share_open": same[0].share_open})
        for same in alike.values()
    ]


def _unlicensed_part(
    context: PlanContext, routes: Sequence[Route], plans: Sequence[Plan]
) -> list[Notice]:
    """Where licensed work is planned for, that part of the occupation needs no license."""
    ways = context.problem.facts.ways
    free = [route for route in routes if ways.is_unlicensed[route.legs[-1].way]]
    is_licensed = any(step.kind is StepKind.LICENSE for plan in plans for step in plan.steps)
    if not free or not is_licensed:
        return []
    quickest = min(free, key=lambda route: route.costs)
    details = {
        "occupation": context.occupation(quickest.goal).title,
        "text": context.way_of(quickest.legs[-1]).note,
    }
    return [Notice(NoticeKind.UNLICENSED_PART, details)]


def _missing_licenses(context: PlanContext) -> list[Notice]:
    if context.place.kind == "nation":
        return [Notice(NoticeKind.LICENSE_DATA, field="state")]
    return []


def _wider_pay(context: PlanContext, plan: Plan) -> list[Notice]:
    goal = plan.pay_at_goal
    if not goal.area or goal.area == context.place.name:
        return []
    details = {"area": context.place.name, "stands_in": goal.area}
    return [Notice(NoticeKind.PAY_WIDER_AREA, details)]

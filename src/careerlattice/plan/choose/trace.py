"""What became of every route of the front, for who asks why."""

from __future__ import annotations

from collections.abc import Sequence

from careerlattice.plan.answer import Rule, TracedLeg, TracedRoute
from careerlattice.plan.choose.candidate import Dropped
from careerlattice.plan.choose.options import Options
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.search.routes import FoundRoutes, Route
from careerlattice.vocab.levels import EducationLevel


def trace_routes(
    context: PlanContext, found: FoundRoutes, options: Options, dropped: Sequence[Dropped]
) -> tuple[TracedRoute, ...]:
    """A line for each route found, in the order of the front, numbered from one."""
    number = {route: at for at, route in enumerate(found.routes, 1)}
    plan = {choice.candidate.route: f"plan-{at}" for at, choice in enumerate(options.choices, 1)}
    why = {drop.route: drop for drop in dropped}
    lines = []
    for route in found.routes:
        drop = why.get(route)
        beaten_by = None if drop is None or drop.beaten_by is None else number[drop.beaten_by]
        lines.append(
            TracedRoute(
                number=number[route],
                legs=_legs(context, route),
                costs=route.costs,
                rule=Rule.SHOWN if drop is None else drop.rule,
                beaten_by=beaten_by,
                plan=plan.get(route, ""),
            )
        )
    return tuple(lines)


def _legs(context: PlanContext, route: Route) -> tuple[TracedLeg, ...]:
    return tuple(
        TracedLeg(
            occupation=context.occupation(leg.row),
            credential=EducationLevel(leg.level) if leg.level else None,
            mode=leg.mode.slug,
        )
        for leg in route.legs
    )

"""Every route the search found, and why it is shown or not, for who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.plan.answer import Rule, TracedLeg, TracedRoute
from careerlattice.vocab.titles import singular_title

WHY: Mapping[Rule, str | Promise] = {
    Rule.SHOWN: gettext_lazy("Shown."),
    Rule.RETURNS: gettext_lazy("It goes back to a job it has already left."),
    Rule.ENDS_BELOW: gettext_lazy("It leaves you with less than staying put; others do not."),
    Rule.GOAL_NOT_PROMISING: gettext_lazy("Other jobs that meet your goal look better."),
    Rule.NOT_BEST_TO_GOAL: gettext_lazy("Other routes to the same job are better in every way."),
    Rule.OTHER_PACE: gettext_lazy("The same jobs and schooling at another pace."),
    Rule.NOISE: gettext_lazy("Nearly the same as another route, and no better."),
    Rule.TOO_LONG: gettext_lazy("Best at nothing, and far longer than the quickest."),
    Rule.GOAL_TAKEN: gettext_lazy("A better route to the same job is shown."),
    Rule.LITTLE_HELP: gettext_lazy("Best at nothing, and hardly anyone would choose it."),
    Rule.NO_PLACE: gettext_lazy("Best at nothing, and we show only a few routes."),
    Rule.HARDLY_OPEN: gettext_lazy("Hardly any employer hires with that much schooling."),
    Rule.DETOUR: gettext_lazy("It studies for another job first; the same schooling is enough."),
    Rule.REPEATS_DEGREE: gettext_lazy(
        "It repeats a degree you hold, and another route without that takes no longer."
    ),
    Rule.RARE_DOOR: gettext_lazy(
        "Few enter this job by an apprenticeship; another route leads there."
    ),
    Rule.NEIGHBOR: gettext_lazy("It goes through a job that does not lead to the goal."),
    Rule.IDLE_JOB: gettext_lazy("It adds a job, though the work before already counts."),
    Rule.USUALLY_TOO_LONG: gettext_lazy("Most people take longer than your limit."),
    Rule.UNLICENSED: gettext_lazy("It leads only to work that needs no license, a different job."),
    Rule.NAMELESS: gettext_lazy("It looks just like a route that is shown."),
}


@dataclass(frozen=True, slots=True)
class FoundRoute:
    """A route found: its number, its schooling and jobs in order, and why it is shown or not.

    `months` and `cost_usd` are what the search counts, at best. `beaten_by` is the number of the
    route preferred to it.
    """

    number: int
    way: tuple[str, ...]
    months: float
    cost_usd: float
    why: str
    beaten_by: int | None


def found_routes(trace: tuple[TracedRoute, ...] | None) -> tuple[FoundRoute, ...]:
    """The routes of a trace in words; none where no trace was asked for."""
    return tuple(
        FoundRoute(
            number=route.number,
            way=tuple(part for leg in route.legs for part in _parts(leg)),
            months=route.costs[0],
            cost_usd=route.costs[1],
            why=str(WHY[route.rule]),
            beaten_by=route.beaten_by,
        )
        for route in trace or ()
    )


def _parts(leg: TracedLeg) -> tuple[str, ...]:
    job = singular_title(leg.occupation.title)
    if leg.mode == "apprentice":
        return _("apprenticeship"), job
    if leg.credential is None:
        return (job,)
    if leg.mode == "part":
        return _("%(credential)s while you work") % {"credential": leg.credential.label}, job
    return str(leg.credential.label), job

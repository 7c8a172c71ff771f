"""From a plan request to the answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.catalog.model import Area
from careerlattice.lattice.arrays.opening import open_arrays
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import (
    Notice,
    NoticeKind,
    Plan,
    PlanAnswer,
    SearchReport,
    TracedRoute,
)
from careerlattice.plan.choose.options import Options, choose_options
from careerlattice.plan.choose.prefilter import without_returns
from careerlattice.plan.choose.trace import trace_routes
from careerlattice.plan.facts.area import AreaFacts, build_area_facts
from careerlattice.plan.facts.interest_fit import interest_fit
from careerlattice.plan.facts.occupations import (
    OccupationFacts,
    build_occupation_facts,
    facts_in,
)
from careerlattice.plan.facts.study_costs import StudyTable, study_table_of
from careerlattice.plan.itinerary.build import build_itinerary
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.license_step import later_credential
from careerlattice.plan.itinerary.local_offers import LocalOffers
from careerlattice.plan.itinerary.reasons import reasons_of
from careerlattice.plan.notices.beside_plans import notices_beside
from careerlattice.plan.notices.confidence import how_sure
from careerlattice.plan.notices.no_way import explain_no_way
from careerlattice.plan.request import Limits, PlanRequest
from careerlattice.plan.resolve.resolved import ResolvedRequest, resolve_request
from careerlattice.plan.resolve.start import start_meant
from careerlattice.plan.search.encoding import UNIT_NAMES
from careerlattice.plan.search.problem import RoutingProblem, build_problem
from careerlattice.plan.search.routes import find_routes
from careerlattice.requirements.prices import COLLEGE_FIRST
from careerlattice.router import warm_up

CREDITED = (
    "onet",
    "bls-oews",
    "bls-projections",
    "scorecard",
    "nces-cip",
    "careeronestop",
    "rapids",
    "costs",
)


_NO_SEARCH = SearchReport(units=UNIT_NAMES)


@dataclass(frozen=True)
class _Outcome:
    """What came of a request: plans, or notices why there are none."""

    plans: tuple[Plan, ...] = ()
    notices: tuple[Notice, ...] = ()
    search: SearchReport = _NO_SEARCH
    trace: tuple[TracedRoute, ...] = ()

    @property
    def is_short_of_money(self) -> bool:
        """Whether nothing was found, or the budget leaves the usual way out."""
        over = (one for one in self.notices if one.kind is NoticeKind.USUAL_OVER)
        return not self.plans or any(notice.details["over_usd"] for notice in over)


@dataclass
class Planner:
    """Plans over one release: facts are worked out once and kept.

    Safe to share between threads for reading; each area's and sector's facts are made at first use.
    """

    catalog: Catalog
    arrays: LatticeArrays
    _states: dict[str | None, OccupationFacts] = field(default_factory=dict)
    _areas: dict[str, AreaFacts] = field(default_factory=dict)
    _studies: dict[str, StudyTable] = field(default_factory=dict)
    _offers: dict[str | None, LocalOffers] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Planner {self.catalog.release.id}>"

    def plan(self, request: PlanRequest, *, trace: bool = False) -> PlanAnswer:
        """The answer to a request: 3 to 7 plans worth choosing, or notices that say why none.

        With `trace` the answer says of every route found whether it is shown, and which rule
        dropped it if not. Raises `NotFound` for an occupation, pathway, area or field that is not
        known, and `BadRequest` for one that contradicts itself.
        """
        request = replace(request, start=start_meant(request.start))
        resolved = self._resolve(request)
        outcome = self._within_budget(request, self._solve(resolved, trace=trace), trace=trace)
        release = self.catalog.release
        return PlanAnswer(
            request=request,
            release=release.id,
            area=resolved.area.area.name,
            start=resolved.start_label,
            goal=resolved.goals.label,
            plans=outcome.plans,
            notices=(*resolved.notices, *outcome.notices),
            search=outcome.search,
            credits=tuple(release.source(source).credit for source in CREDITED),
            editions={source: release.source(source).citation for source in CREDITED},
            trace=outcome.trace if trace else None,
        )

    def problem(self, request: PlanRequest, limits: Limits | None = None) -> RoutingProblem:
        """What the search is asked for a request, within its own limits or others.

        Raises as `plan` does.
        """
        request = replace(request, start=start_meant(request.start))
        return build_problem(self._resolve(request), limits or request.limits)

    @cached_property
    def facts(self) -> OccupationFacts:
        """Person-independent facts of all occupations."""
        return build_occupation_facts(self.catalog, self.arrays)

    def _resolve(self, request: PlanRequest) -> ResolvedRequest:
        place = self.catalog.areas.within(request.state, request.metro)
        return resolve_request(
            self.catalog,
            self._facts_in(place.state),
            self._area_facts(place),
            self._study(request.sector),
            request,
        )

    def _solve(self, resolved: ResolvedRequest, *, trace: bool) -> _Outcome:
        if not resolved.goals.is_goal.any():
            return _Outcome()
        problem = build_problem(resolved, resolved.request.limits)
        if not problem.has_goal:
            return _Outcome(notices=(Notice(NoticeKind.GOAL_EMPTY, field="limits.within"),))
        found = find_routes(problem)
        report = SearchReport(
            units=UNIT_NAMES,
            states=found.states,
            arcs=found.arcs,
            is_complete=found.is_complete,
        )
        if not found.routes:
            notices = explain_no_way(resolved, problem.limits, partial(self._context, resolved))
            return _Outcome(notices=tuple(notices), search=report)
        start = -1 if problem.moves_state else problem.person.row
        straight = without_returns(found.routes, start)
        context = self._context(resolved, problem)
        options = choose_options(context, resolved.request, straight.kept)
        plans = _plans(context, options)
        dropped = (*straight.dropped, *options.dropped)
        return _Outcome(
            plans=plans,
            notices=tuple(notices_beside(context, resolved.request, found, straight.kept, plans)),
            search=replace(report, front=len(straight.kept), shown=len(plans)),
            trace=trace_routes(context, found, options, dropped) if trace else (),
        )

    def _within_budget(self, request: PlanRequest, found: _Outcome, *, trace: bool) -> _Outcome:
        """The answer by way of a community college where the budget leaves the usual way out."""
        is_open = request.sector == "public" and request.limits.budget_usd is not None
        if not is_open or not found.is_short_of_money:
            return found
        resolved = self._resolve(replace(request, sector=COLLEGE_FIRST))
        cheaper = self._solve(resolved, trace=trace)
        if cheaper.is_short_of_money:
            return found
        told = Notice(NoticeKind.COLLEGE_FIRST, field="limits.budget_usd")
        return replace(cheaper, notices=(told, *cheaper.notices))

    def _context(self, resolved: ResolvedRequest, problem: RoutingProblem) -> PlanContext:
        request, place = resolved.request, resolved.area.area
        return PlanContext(
            catalog=self.catalog,
            arrays=self.arrays,
            offers=self._local_offers(place.state),
            problem=problem,
            place=place,
            sector=request.sector,
            interest_fit=interest_fit(self.catalog, request.interests),
            credential=resolved.goals.credential,
            typed_goal=request.goal.occupation or "",
        )

    def _facts_in(self, state: str | None) -> OccupationFacts:
        if state not in self._states:
            self._states[state] = facts_in(self.catalog, self.facts, state)
        return self._states[state]

    def _area_facts(self, place: Area) -> AreaFacts:
        if place.code not in self._areas:
            self._areas[place.code] = build_area_facts(self.catalog, self.facts, place)
        return self._areas[place.code]

    def _study(self, sector: str) -> StudyTable:
        if sector not in self._studies:
            self._studies[sector] = study_table_of(self.catalog, sector)
        return self._studies[sector]

    def _local_offers(self, state: str | None) -> LocalOffers:
        if state not in self._offers:
            self._offers[state] = LocalOffers(self.catalog, self.facts, state)
        return self._offers[state]


def open_planner(path: str | Path | None = None) -> Planner:
    """The planner of a release: the one in `path`, else as `open_release` finds it.

    Raises `ReleaseError` when the release cannot be read.

    >>> from careerlattice import Goal, PastJob, PlanRequest, Start
    >>> start = Start(PastJob("nursing assistant", months=24))
    >>> answer = open_planner().plan(PlanRequest(start, Goal("registered nurse"), state="OH"))
    >>> len(answer.plans) >= 3
    True
    """
    catalog = open_release(path)
    return Planner(catalog, open_arrays(catalog))


def warm_search() -> None:
    """Load the compiled search, so that a service does not answer with the slower plain one.

    A single command leaves this out: for one plan, loading costs more than it saves.
    """
    warm_up()


def _plans(context: PlanContext, options: Options) -> tuple[Plan, ...]:
    """The chosen routes as plans, worked out in full."""
    plans = []
    for number, choice in enumerate(options.choices, 1):
        candidate, route = choice.candidate, choice.candidate.route
        itinerary, money = build_itinerary(context, route), options.money[route]
        plans.append(
            Plan(
                id=f"plan-{number}",
                names=choice.names,
                route=itinerary.route,
                steps=itinerary.steps,
                months=itinerary.months,
                months_usual=itinerary.months_usual,
                cost_usd=itinerary.cost_usd,
                cost_low_usd=itinerary.cost_low_usd,
                cost_high_usd=itinerary.cost_high_usd,
                forgone_usd=itinerary.forgone_usd,
                difficulty=route.difficulty,
                job_changes=candidate.job_changes,
                share_open=itinerary.share_open,
                pay_at_goal=context.shown_pay(route.goal, itinerary.goal_entered),
                money=money,
                reasons=reasons_of(choice.names, itinerary, money, candidate.openings),
                confidence=how_sure(context, route, itinerary.share_open),
                interest_fit=candidate.fit,
                later=later_credential(context, route.goal),
            )
        )
    return tuple(plans)

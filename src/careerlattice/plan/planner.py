"""From a plan request to the answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import (
    Money,
    Notice,
    NoticeKind,
    Plan,
    PlanAnswer,
    SearchReport,
)
from careerlattice.plan.choose.aims import Candidate, Choice, choose
from careerlattice.plan.choose.prefilter import promising
from careerlattice.plan.facts.area import AreaFacts, build_area_facts
from careerlattice.plan.facts.occupations import RouteFacts, build_route_facts
from careerlattice.plan.facts.study_costs import StudyTable, build_study_table
from careerlattice.plan.itinerary.build import Telling, Told, pay_line, shown_pay, tell
from careerlattice.plan.itinerary.horizon import USUAL_YEARS, horizon_notice, lengthened
from careerlattice.plan.itinerary.local_offers import Lookups
from careerlattice.plan.itinerary.money import compare
from careerlattice.plan.notices.beside_plans import remarks
from careerlattice.plan.notices.confidence import how_sure
from careerlattice.plan.notices.no_way import explain_no_way
from careerlattice.plan.reasons import reasons_of
from careerlattice.plan.request import Limits, PlanRequest
from careerlattice.plan.resolve.goal import (
    SMALL_GOAL,
    GoalSet,
    allowed_rows,
    common_rows,
    resolve_goal,
    start_targets,
)
from careerlattice.plan.resolve.start import Person, resolve_person
from careerlattice.plan.search.problem import Question
from careerlattice.plan.search.routes import UNIT_NAMES, Way, Ways, find_ways
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

TOWARD_GOAL = 0.30
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


@dataclass
class Planner:
    """Plans over one release: facts are worked out once and kept.

    Safe to share between threads for reading; each area's and sector's facts are made at first use.
    """

    catalog: Catalog
    arrays: LatticeArrays
    _areas: dict[str, AreaFacts] = field(default_factory=dict)
    _studies: dict[str, StudyTable] = field(default_factory=dict)
    _lookups: dict[str | None, Lookups] = field(default_factory=dict)

    @cached_property
    def facts(self) -> RouteFacts:
        """Person-independent facts of all occupations."""
        return build_route_facts(self.catalog, self.arrays)

    def plan(self, request: PlanRequest) -> PlanAnswer:
        """The answer to a request: 3 to 7 plans worth choosing, or notices that say why none.

        Raises `NotFound` for an occupation, pathway, area or field that is not known, and
        `BadRequest` for one that contradicts itself.
        """
        place = self.catalog.areas.within(request.state, request.metro)
        area = self._area_facts(place)
        person = resolve_person(self.catalog, self.facts, area, request.start)
        allowed = allowed_rows(self.catalog, request.limits)
        goals = resolve_goal(self.catalog, self.facts, area, request.goal, allowed)
        notices = [*person.notices, *goals.notices]
        base = PlanAnswer(
            request, self.catalog.release.id, place.name, _start_title(person), goals.title, (), (),
            SearchReport(0, 0, 0, 0, True, UNIT_NAMES),
            tuple(self.catalog.release.source(one).credit for one in CREDITED),
            {one: self.catalog.release.source(one).citation for one in CREDITED},
        )  # fmt: skip
        early = self._early(person, goals)
        if early is not None:
            notices.append(early)
            goals = _without_start(person, goals, request)
            if not goals.is_goal.any():
                return replace(base, notices=tuple(notices))
        question = self._question(request, person, goals, area, request.limits)
        if not (question.is_goal & question.is_allowed).any():
            text = "Every occupation that fits the goal is outside the clusters named or avoided."
            notice = Notice(NoticeKind.GOAL_EMPTY, text, "limits.within")
            return replace(base, notices=(*notices, notice))
        ways = _without_returns(find_ways(question), person.row)
        if not ways.ways:
            notices += self._no_way(request, person, goals, area, question)
            report = SearchReport(ways.states, ways.arcs, 0, 0, ways.is_complete, UNIT_NAMES)
            return replace(base, notices=tuple(notices), search=report)
        telling = Telling(
            self.catalog, self._lookup(place), self.arrays, question, place, request.sector,
            self._fit(request),
        )  # fmt: skip
        plans = self._choose(telling, request, ways)
        horizon = len(plans[0].money.years)
        if request.horizon_years is None and horizon > USUAL_YEARS:
            notices.append(horizon_notice(horizon, max(plan.months for plan in plans)))
        notices += remarks(telling, ways, plans)
        report = SearchReport(
            ways.states, ways.arcs, len(ways.ways), len(plans), ways.is_complete, UNIT_NAMES
        )
        return replace(base, plans=tuple(plans), notices=tuple(notices), search=report)

    def _area_facts(self, place: Area) -> AreaFacts:
        if place.code not in self._areas:
            self._areas[place.code] = build_area_facts(self.catalog, self.facts, place)
        return self._areas[place.code]

    def _study(self, sector: str) -> StudyTable:
        if sector not in self._studies:
            fields = [
                open_requirements(self.catalog).field_prices[n]
                for n in open_requirements(self.catalog).priced_fields.names
            ]
            self._studies[sector] = build_study_table(
                [{c: p for (s, c), p in prices.items() if s == sector} for prices in fields]
            )
        return self._studies[sector]

    def _lookup(self, place: Area) -> Lookups:
        if place.state not in self._lookups:
            self._lookups[place.state] = Lookups(self.catalog, self.facts, place.state)
        return self._lookups[place.state]

    def _early(self, person: Person, goals: GoalSet) -> Notice | None:
        if not goals.is_goal.any():
            text = f"No occupation fits the goal ({goals.title}) in this area. Ask for less of it."
            return Notice(NoticeKind.GOAL_EMPTY, text, "goal")
        if person.row >= 0 and goals.fits[person.row]:
            text = (
                f"{person.occupation.title if person.occupation else 'This'} is already the goal."
            )
            return Notice(NoticeKind.ALREADY_THERE, text, "goal")
        return None

    def _question(
        self, request: PlanRequest, person: Person, goals: GoalSet, area: AreaFacts, limits: Limits
    ) -> Question:
        facts, catalog = self.facts, self.catalog
        if request.goal.no_degree and limits.max_credential is None:
            # Who looks for work that needs no degree is not sent to earn one on the way.
            limits = replace(limits, max_credential=EducationLevel.SOME_COLLEGE)
        allowed = allowed_rows(catalog, limits)
        rows = goals.rows
        few = len(rows) <= SMALL_GOAL
        allowed &= (self._stepping_stones & ~goals.fits) | goals.is_goal
        goal_program: NDArray[np.bool_] = np.zeros(len(allowed), dtype=np.bool_)
        in_field = 0
        if few:
            # On the way to one occupation a job must build toward it by its work or its schooling,
            # and a specialty of the same SOC line is the goal itself, not a step to it.
            line = facts.same_line[rows].any(axis=0)
            toward = (facts.nearness[rows].max(axis=0) >= TOWARD_GOAL) | line
            goal_program = np.asarray(facts.common_program[:, rows].all(axis=1))
            socs = {catalog.codes[r].soc for r in rows}
            twin = np.array([code.soc in socs for code in catalog.codes])
            # Nor is work a step to the goal that pays more from the start than the goal's middle.
            best = np.nan_to_num(area.pay50[rows], nan=np.inf).max()
            above = np.nan_to_num(area.pay25, nan=0.0) > best
            allowed &= (toward & ~twin & ~above) | goals.is_goal
            if all(person.programs & facts.programs[r] for r in rows):
                in_field = int(person.level)
        studied = np.array([bool(person.programs & fields) for fields in facts.programs])
        targets = start_targets(facts, goals.is_goal, person.row, int(person.level))
        return Question(
            facts, area, self._study(request.sector), person, goals.is_goal, allowed, targets,
            goal_program, studied, in_field, few, limits,
        )  # fmt: skip

    @cached_property
    def _stepping_stones(self) -> NDArray[np.bool_]:
        """Occupations one can plan to pass through."""
        return common_rows(self.catalog, self.facts)

    def _no_way(
        self,
        request: PlanRequest,
        person: Person,
        goals: GoalSet,
        area: AreaFacts,
        question: Question,
    ) -> list[Notice]:
        def relaxed(limits: Limits) -> Question:
            return self._question(request, person, goals, area, limits)

        return explain_no_way(question, goals.title, relaxed)

    def _fit(self, request: PlanRequest) -> NDArray[np.float64] | None:
        """Correlation of the person's interests with each occupation's; nan where unpublished."""
        if request.interests is None:
            return None
        from careerlattice.vocab.interests import INTEREST_AREAS

        frame = self.catalog.release.table("interests")
        scores = np.full((len(self.catalog.codes), 6), np.nan)
        rows = [self.catalog.row_of[code] for code in frame["onet_soc_code"]]
        scores[rows] = frame.select(INTEREST_AREAS).to_numpy()
        person = np.asarray(request.interests, dtype=np.float64)
        centred = scores - scores.mean(axis=1, keepdims=True)
        own = person - person.mean()
        scale = np.linalg.norm(centred, axis=1) * np.linalg.norm(own)
        return np.where(scale > 0, centred @ own / np.where(scale > 0, scale, 1.0), np.nan)

    def _choose(self, telling: Telling, request: PlanRequest, ways: Ways) -> list[Plan]:
        looked = (
            ways.ways
            if telling.question.is_one_front
            else promising(telling.question, telling.interest_fit, ways.ways)
        )
        told = {way: tell(telling, way, is_brief=True) for way in looked}
        horizon = request.horizon_years or USUAL_YEARS
        while True:
            money = {
                way: _compared(telling, way, told[way], horizon, request.discount_rate)
                for way in looked
            }
            choices = choose(
                [self._candidate(telling, way, told[way], money[way]) for way in looked],
                has_many_goals=not telling.question.is_one_front,
            )
            longest = max(told[choice.candidate.way].months for choice in choices)
            enough = lengthened(horizon, longest)
            if request.horizon_years is not None or enough == horizon:
                break
            horizon = enough
        return [
            _plan(telling, number, choice, money[choice.candidate.way])
            for number, choice in enumerate(choices, 1)
        ]

    def _candidate(self, telling: Telling, way: Way, told: Told, money: Money) -> Candidate:
        openings = float(np.nan_to_num(telling.question.facts.openings[way.legs[-1].row]))
        fit = _route_fit(telling, way)
        return Candidate(way, money.gain_npv, told.share_open, fit, openings, self._travel(way))

    def _travel(self, way: Way) -> float | None:
        """Mean logarithm of the likelihood of the moves; none without a job in between."""
        moves = [(leg.origin, leg.row) for leg in way.legs if leg.origin >= 0]
        if len(way.legs) < 2 or not moves:
            return None
        origins, rows = zip(*moves, strict=True)
        chances = self.arrays.likelihood[list(origins), list(rows)].astype(np.float64)
        return float(np.mean(np.log(np.maximum(chances, 1e-9))))


def _compared(telling: Telling, way: Way, told: Told, horizon_years: int, rate: float) -> Money:
    """The way's money against staying put."""
    person, goal = telling.question.person, pay_line(telling, way.legs[-1].row)
    assert goal is not None
    return compare(
        told.stretches, goal, told.goal_tenure_years, person.line, person.tenure_years,
        person.stay_pay, horizon_years, rate,
    )  # fmt: skip


def _plan(telling: Telling, number: int, choice: Choice, money: Money) -> Plan:
    """A chosen way as a plan, told in full."""
    way = choice.candidate.way
    told = tell(telling, way)
    return Plan(
        f"plan-{number}",
        choice.names,
        told.route,
        told.steps,
        told.months,
        told.months_usual,
        told.cost[1],
        told.cost[0],
        told.cost[2],
        told.forgone_usd,
        way.costs[3] * 0.1,
        len(way.legs),
        told.share_open,
        shown_pay(telling, way.legs[-1].row),
        money,
        reasons_of(choice, told, money),
        how_sure(telling, way, told.share_open),
        choice.candidate.fit,
    )


def _start_title(person: Person) -> str:
    if person.occupation is not None:
        return person.occupation.title
    return f"no job yet, {person.level.label}"


def _without_returns(ways: Ways, start: int) -> Ways:
    """The ways that enter no occupation twice; all of them if none does without."""
    straight = tuple(
        way
        for way in ways.ways
        if len({start, *(leg.row for leg in way.legs)}) == len(way.legs) + 1
    )
    return replace(ways, ways=straight or ways.ways)


def _without_start(person: Person, goals: GoalSet, request: PlanRequest) -> GoalSet:
    """The goals without the job held: who already meets an outcome may look for another job."""
    flags = goals.is_goal.copy()
    if request.goal.occupation is not None:
        flags[:] = False
    elif person.row >= 0:
        flags[person.row] = False
    return replace(goals, is_goal=flags)


def _route_fit(telling: Telling, way: Way) -> float | None:
    """Mean interest fit over the occupations of the way, the goal counted twice."""
    if telling.interest_fit is None:
        return None
    values = [telling.interest_fit[leg.row] for leg in way.legs]
    values.append(values[-1])
    known = [v for v in values if not np.isnan(v)]
    return float(np.mean(known)) if known else None

"""A route's legs as dated steps, with what is asked, what is there, and how to get the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.plan import parameters as assume
from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.license_step import NO_LICENSES, license_step
from careerlattice.plan.itinerary.money import Stretch, forgone
from careerlattice.plan.itinerary.needs import needs_of
from careerlattice.plan.itinerary.study import leg_courses, tell_study
from careerlattice.plan.itinerary.this_week import with_first_action
from careerlattice.plan.itinerary.timeline import Timeline
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg, Route
from careerlattice.requirements.parameters import APPRENTICE_PAY_SHARE

TITLES_SHOWN = 3


@dataclass(frozen=True)
class Itinerary:
    """A route as steps, the stretches of its money, and its sums in exact dollars and months."""

    route: tuple[Occupation, ...]
    steps: tuple[Step, ...]
    stretches: tuple[Stretch, ...]
    months: float
    months_usual: float
    cost_usd: float
    cost_low_usd: float
    cost_high_usd: float
    forgone_usd: float
    goal_tenure_years: float
    share_open: float


def build_itinerary(context: PlanContext, route: Route, *, is_brief: bool = False) -> Itinerary:
    """The steps of a route. Sums are exact; the search's costs are the same rounded up to units.

    A brief itinerary has the sums and stretches but no schools, licenses or needs looked up.
    """
    person = context.problem.person
    timeline = Timeline(person.tenure_years)
    builder = _LegBuilder(context, timeline, is_brief=is_brief)
    for number, leg in enumerate(route.legs):
        builder.tell(leg, is_first=number == 0, ahead=_ahead(route, number))
    low, typical, high = (float(amount) for amount in builder.cost)
    last = route.legs[-1]
    jobs = tuple(context.occupation(leg.row) for leg in route.legs)
    return Itinerary(
        route=jobs if person.occupation is None else (person.occupation, *jobs),
        steps=with_first_action(tuple(timeline.steps), context.place.state),
        stretches=tuple(timeline.stretches),
        months=timeline.at,
        months_usual=max(timeline.usual, timeline.at),
        cost_usd=typical,
        cost_low_usd=low,
        cost_high_usd=high,
        forgone_usd=forgone(timeline.stretches, person.line, person.tenure_years, person.stay_pay),
        goal_tenure_years=timeline.tenure_years,
        share_open=float(context.problem.facts.share_open[last.row, last.arrive]),
    )


def _ahead(route: Route, number: int) -> tuple[int, ...]:
    """The goal and the job after next: schooling had best lead to them too."""
    rows = [leg.row for leg in route.legs]
    return tuple(sorted({*rows[number + 1 : number + 2], rows[-1]} - {rows[number]}))


class _LegBuilder:
    """Tells a timeline what is done on each leg, in the order in which it is done."""

    def __init__(self, context: PlanContext, timeline: Timeline, *, is_brief: bool) -> None:
        self.context, self.timeline, self.is_brief = context, timeline, is_brief
        # Tuition at the low, the typical and the high price.
        self.cost = np.zeros(3)

    def tell(self, leg: Leg, *, is_first: bool, ahead: tuple[int, ...]) -> None:
        """Everything on a leg, from the job held to the job taken."""
        courses = leg_courses(self.context, leg)
        looked_up = None if self.is_brief else ahead
        worked = leg.worked
        if leg.mode is Mode.PART:
            tell_study(self.timeline, self.context, leg, courses, looked_up)
            worked = max(0.0, worked - leg.studied)
        if worked > 0:
            self._work(leg, worked, is_first=is_first)
        if leg.mode is Mode.APPRENTICE:
            self._search(leg, Task.FIND_APPRENTICESHIP)
            self._apprenticeship(leg)
        if leg.mode is Mode.FULL:
            tell_study(self.timeline, self.context, leg, courses, looked_up)
        self.cost += [
            sum(course.usd_low for course in courses),
            sum(course.usd for course in courses),
            sum(course.usd_high for course in courses),
        ]
        if leg.waited > 0:
            self._license(leg)
        if leg.mode is not Mode.APPRENTICE:
            self._search(leg, Task.FIND_JOB)
        if leg.residency > 0:
            self._residency(leg)
        self.timeline.arrive(self._arrival(leg), _carried(self.context, leg))

    def _work(self, leg: Leg, months: float, *, is_first: bool) -> None:
        context, timeline = self.context, self.timeline
        line = context.job_line(leg.origin)
        step = Step(
            task=Task.KEEP_WORKING if is_first else Task.WORK,
            occupation=context.occupation(leg.origin),
            start_month=timeline.at,
            months=months,
            months_usual=months,
            pay_usd=line.after(timeline.tenure_years),
            notes=(Note(NoteKind.EXPERIENCE_COUNTS),),
            sources=(context.cite("onet"), context.cite("bls-oews")),
        )
        timeline.work(step, line)

    def _search(self, leg: Leg, task: Task) -> None:
        if leg.searched <= 0:
            return
        step = Step(
            task=task,
            occupation=self.context.occupation(leg.row),
            start_month=self.timeline.at,
            months=leg.searched,
            months_usual=leg.searched,
            sources=(assume.JOB_SEARCH_MONTHS.why,),
        )
        self.timeline.wait(step)

    def _apprenticeship(self, leg: Leg) -> None:
        context = self.context
        line = context.job_line(leg.row)
        share = APPRENTICE_PAY_SHARE.value
        titles = () if self.is_brief else context.offers.list_apprenticeships(leg.row)
        step = Step(
            task=Task.APPRENTICESHIP,
            occupation=context.occupation(leg.row),
            start_month=self.timeline.at,
            months=leg.studied,
            months_usual=leg.studied,
            pay_usd=share * line.p50,
            notes=(
                Note(NoteKind.REGISTERED_TITLES, {"titles": titles[:TITLES_SHOWN]}),
                Note(NoteKind.APPRENTICE_PAY, {"share": share}),
            ),
            sources=(context.cite("rapids"), APPRENTICE_PAY_SHARE.why),
        )
        self.timeline.wait(step, line, share=share)

    def _license(self, leg: Leg) -> None:
        context, timeline = self.context, self.timeline
        is_apprentice = leg.mode is Mode.APPRENTICE
        is_idle = leg.mode is Mode.FULL or (leg.origin < 0 and not is_apprentice)
        step = license_step(
            context.occupation(leg.row),
            NO_LICENSES if self.is_brief else context.offers.find_licenses(leg.row),
            context.catalog.get_area(context.place.state),
            timeline.at,
            leg.waited,
            is_beside_work=not is_idle,
            source=context.cite("careeronestop"),
        )
        if is_apprentice:
            share = APPRENTICE_PAY_SHARE.value
            timeline.wait(step, context.job_line(leg.row), share=share)
        else:
            timeline.wait(step, None if is_idle else context.pay_line(leg.origin))

    def _residency(self, leg: Leg) -> None:
        pay = assume.RESIDENCY_PAY_USD
        step = Step(
            task=Task.RESIDENCY,
            occupation=self.context.occupation(leg.row),
            start_month=self.timeline.at,
            months=leg.residency,
            months_usual=leg.residency,
            pay_usd=pay.value,
            notes=(Note(NoteKind.RESIDENCY_LENGTH, {"why": assume.RESIDENCY_MONTHS.why}),),
            sources=(pay.why,),
        )
        self.timeline.wait(step, fixed_usd=pay.value)

    def _arrival(self, leg: Leg) -> Step:
        context = self.context
        facts, arrays, outlook = (
            context.problem.facts,
            context.arrays,
            context.catalog.outlook_vectors,
        )
        openings, growth = outlook.openings[leg.row], outlook.growth_pct[leg.row]
        move = (leg.origin, leg.row)
        has_origin = leg.origin >= 0
        fit = context.interest_fit
        notes = []
        if leg.mode is Mode.APPRENTICE:
            notes.append(Note(NoteKind.APPRENTICESHIP_TAKEN))
        if has_origin and leg.level and not facts.same_line[move]:
            notes.append(Note(NoteKind.NEW_LINE))
        return Step(
            task=Task.ARRIVE,
            occupation=context.occupation(leg.row),
            start_month=self.timeline.at,
            needs=() if self.is_brief else needs_of(facts, leg),
            pay=None if self.is_brief else context.shown_pay(leg.row),
            share_open=float(facts.share_open[leg.row, leg.arrive]),
            openings_per_year=None if np.isnan(openings) else float(round(openings)),
            growth_pct=None if np.isnan(growth) else float(growth),
            likelihood=float(arrays.likelihood[move]) if has_origin else None,
            ease=float(arrays.ease[move]) if has_origin else None,
            move_kind=Kind(int(arrays.kind[move])).slug if has_origin else None,
            interest_fit=None if fit is None else float(fit[leg.row]),
            notes=tuple(notes),
            sources=tuple(context.cite(name) for name in ("onet", "bls-oews", "bls-projections")),
        )


def _carried(context: PlanContext, leg: Leg) -> float:
    """Months of experience that count in the occupation entered, on arrival."""
    facts = context.problem.facts
    near = float(facts.nearness[leg.origin, leg.row]) if leg.origin >= 0 else 0.0
    if near < assume.MIN_NEARNESS.value:
        near = 0.0
    served = leg.studied if leg.mode is Mode.APPRENTICE else 0.0
    return leg.experience + near * leg.worked + served

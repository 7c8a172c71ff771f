"""A route's legs as dated steps, with what is asked, what is there, and how to get the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.plan import parameters as assume
from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.plan.facts.hiring import hiring_months
from careerlattice.plan.facts.pay_line import EntryPay, PayLine
from careerlattice.plan.itinerary.brought_steps import (
    recognition_step,
    recognition_steps,
    transfer_details,
    transfer_step,
)
from careerlattice.plan.itinerary.cited import cited
from careerlattice.plan.itinerary.context import Pace, PlanContext
from careerlattice.plan.itinerary.first_job import how_hired
from careerlattice.plan.itinerary.license_step import (
    credential_step,
    license_in_job,
    license_step,
)
from careerlattice.plan.itinerary.money import Stretch, forgone
from careerlattice.plan.itinerary.needs import needs_of
from careerlattice.plan.itinerary.risen_pay import entry_pay
from careerlattice.plan.itinerary.study import (
    leg_courses,
    tell_course,
    tell_course_in_job,
    tell_prerequisites,
    tell_study,
)
from careerlattice.plan.itinerary.this_week import with_first_action
from careerlattice.plan.itinerary.timeline import Timeline
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg, Route
from careerlattice.requirements.entry import Permit
from careerlattice.vocab.amounts import Span

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
    goal_entered: EntryPay
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
    last = route.legs[-1]
    jobs = tuple(context.occupation(leg.row) for leg in route.legs)
    return Itinerary(
        route=jobs if person.occupation is None else (person.occupation, *jobs),
        steps=with_first_action(tuple(timeline.steps), context.place.state),
        stretches=tuple(timeline.stretches),
        months=timeline.at,
        months_usual=max(timeline.usual, timeline.at),
        cost_usd=float(sum(step.cost_usd for step in timeline.steps)),
        cost_low_usd=float(sum(step.cost_low_usd for step in timeline.steps)),
        cost_high_usd=float(sum(step.cost_high_usd for step in timeline.steps)),
        forgone_usd=forgone(timeline.stretches, person.line, person.tenure_years, person.stay_pay),
        goal_tenure_years=timeline.tenure_years,
        goal_entered=timeline.entered,
        share_open=float(context.problem.share_open(last.way, last.arrive)),
    )


def _ahead(route: Route, number: int) -> tuple[int, ...]:
    """The goal and the job after next: schooling had best lead to them too."""
    rows = [leg.row for leg in route.legs]
    return tuple(sorted({*rows[number + 1 : number + 2], rows[-1]} - {rows[number]}))


class _LegBuilder:
    """Tells a timeline what is done on each leg, in the order in which it is done."""

    def __init__(self, context: PlanContext, timeline: Timeline, *, is_brief: bool) -> None:
        self.context, self.timeline, self.is_brief = context, timeline, is_brief

    def tell(self, leg: Leg, *, is_first: bool, ahead: tuple[int, ...]) -> None:
        """Everything on a leg, from the job held to the job taken."""
        courses = leg_courses(self.context, leg)
        looked_up = None if self.is_brief else ahead
        worked = leg.worked
        ways = self.context.problem.facts.ways
        is_apprenticeship = bool(ways.is_apprenticeship[leg.way])
        is_licensed = self.context.problem.asks_license(leg.origin, leg.way, is_first=is_first)
        way = self.context.way_of(leg)
        self._recognize(leg)
        pace = self.context.pace_of(leg)
        # What comes before a program that is only taught full time is studied beside the job.
        first = courses[:-1] if leg.mode is Mode.MIXED else courses
        if leg.mode is not Mode.FULL:
            before = self.timeline.at
            tell_prerequisites(self.timeline, self.context, leg, courses, pace)
            tell_study(self.timeline, self.context, leg, first, looked_up, pace)
            if pace is Pace.BESIDE or leg.mode is Mode.PART:
                worked = max(0.0, worked - (self.timeline.at - before))
        if worked > 0:
            self._work(leg, worked, is_first=is_first)
        if leg.mode is Mode.APPRENTICE:
            self._search(leg, Task.FIND_APPRENTICESHIP if is_apprenticeship else Task.FIND_JOB)
            self._permits(leg, way.permits)
            self._license_in_job(leg, is_at_once=True)
            self._term(leg, is_apprenticeship=is_apprenticeship)
        if leg.mode is Mode.FULL:
            tell_prerequisites(self.timeline, self.context, leg, courses, Pace.FULL)
        if leg.mode.leaves_job:
            rest = courses if leg.mode is Mode.FULL else courses[-1:]
            tell_study(self.timeline, self.context, leg, rest, looked_up, Pace.FULL)
        self._enter(leg, is_licensed=is_licensed)
        entered = entry_pay(
            self.timeline,
            self.context,
            leg,
            is_promoted=self._is_promoted(leg),
            is_first=is_first,
        )
        self.timeline.arrive(self._arrival(leg, entered), _carried(self.context, leg), entered)
        if self.context.credential_at(leg.row) is not None:
            self.timeline.wait(credential_step(self.context, leg, self.timeline.at))

    def _line(self, row: int) -> PayLine | None:
        """Pay of the job held, as it was risen to; none without one (-1)."""
        return self.timeline.as_held(self.context.pay_line(row))

    def _enter(self, leg: Leg, *, is_licensed: bool) -> None:
        """The course, the search, the license and the practice, in the order of this way in."""
        ways = self.context.problem.facts.ways
        is_trained = bool(ways.is_paid_course[leg.way])
        task = Task.SEEK_PROMOTION if self._is_promoted(leg) else Task.FIND_JOB
        way = self.context.way_of(leg)
        scarce = way.search if leg.permitted else None
        is_first = scarce is not None and scarce.is_first and leg.mode is not Mode.APPRENTICE
        if is_first:
            self._search(leg, task)
        if not is_trained:
            tell_course(self.timeline, self.context, leg)
        # Supervised practice is the paid first job; the full license follows it.
        is_after = leg.residency > 0
        if is_licensed and not is_after and not is_trained:
            self._license(leg)
        if leg.mode is not Mode.APPRENTICE:
            self._permits(leg, [one for one in way.permits if not one.is_after_hire])
            if not is_first:
                self._search(leg, task)
            self._permits(leg, [one for one in way.permits if one.is_after_hire])
        if is_trained:
            # The employer hires first, then trains at pay.
            tell_course(self.timeline, self.context, leg)
            if is_licensed and not is_after:
                self._license(leg)
        tell_course_in_job(self.timeline, self.context, leg)
        if is_after:
            self._practice(leg)
            if is_licensed:
                self._license(leg)
        self._license_in_job(leg, is_at_once=False)

    def _license_in_job(self, leg: Leg, *, is_at_once: bool) -> None:
        """The license earned once hired: at once where a term is served, unless it asks work."""
        if not self._is_licensed_in_job(leg):
            return
        step = license_in_job(self.context, leg, self.timeline.at, is_brief=self.is_brief)
        asks_work = bool(step.notes[0].details["experience"])
        if is_at_once is (leg.mode is Mode.APPRENTICE and not asks_work):
            self.timeline.wait(step)

    def _recognize(self, leg: Leg) -> None:
        """What makes training from abroad count, beside the job held or apart from it."""
        context, timeline = self.context, self.timeline
        for way in recognition_steps(context, leg):
            line = self._line(leg.origin) if way.is_beside_work else None
            pay = None if line is None else line.after(timeline.tenure_years)
            paid = way.pay_usd or None
            step = recognition_step(context, leg, way, timeline.at, pay if line else paid)
            if paid:
                timeline.wait(step, fixed_usd=paid)
            else:
                timeline.wait(step, line)

    def _is_promoted(self, leg: Leg) -> bool:
        """Whether the job is taken by promotion from the one held."""
        ways = self.context.problem.facts.ways
        return bool(ways.asks_rank[leg.way]) and leg.origin >= 0 and not leg.mode.leaves_job

    def _is_licensed_in_job(self, leg: Leg) -> bool:
        """Whether a license is earned once hired that is not held yet."""
        problem = self.context.problem
        license_of = problem.facts.license
        is_brought = leg.row in problem.person.credentials.transfers and leg.origin == leg.row
        is_same = leg.origin >= 0 and license_of[leg.origin] == license_of[leg.row]
        is_held = is_same and not is_brought
        is_asked = problem.area.is_licensed_in_job[leg.row] and not problem.holds_license[leg.row]
        is_needed = bool(is_asked) and not problem.facts.ways.is_unlicensed[leg.way]
        return is_needed and not is_held

    def _work(self, leg: Leg, months: float, *, is_first: bool) -> None:
        context, timeline = self.context, self.timeline
        line = self._line(leg.origin)
        assert line is not None
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
        ways = self.context.problem.facts.ways
        scarce = self.context.way_of(leg).search if leg.permitted else None
        usual = assume.VACANCY_MONTHS if task is Task.SEEK_PROMOTION else assume.JOB_SEARCH_MONTHS
        longer = leg.searched
        notes: tuple[Note, ...] = ()
        kind = how_hired(self.context, leg, task)
        if kind is not None:
            usual = hiring_months(kind)
            # An opening is waited for from the day on which the rank is served.
            served = assume.VACANCY_MONTHS.value - leg.searched
            waited = served if task is Task.SEEK_PROMOTION else 0.0
            longer = max(leg.searched, usual.value - waited)
            notes = (Note(NoteKind.HIRING_TAKES, {"hiring": kind}),)
        if scarce is not None and task is not Task.SEEK_PROMOTION:
            longer = max(longer, float(ways.search_usual[leg.way]))
            if scarce.note:
                notes = (*notes, Note(NoteKind.SCARCE_PLACE, {"text": scarce.note}))
        step = Step(
            task=task,
            occupation=self.context.occupation(leg.row),
            start_month=self.timeline.at,
            months=leg.searched,
            months_usual=longer,
            notes=notes,
            sources=(usual.why,),
        )
        line = None if leg.mode.leaves_job else self._line(leg.origin)
        self.timeline.wait(step, line)

    def _permits(self, leg: Leg, permits: Sequence[Permit]) -> None:
        """What has to be in hand before the job, the term or the practice begins."""
        context, timeline = self.context, self.timeline
        if not leg.permitted:
            return
        sources = cited(context.way_of(leg).sources)
        is_serving = leg.mode is Mode.APPRENTICE
        line = None if leg.mode.leaves_job else self._line(leg.origin)
        for permit in permits:
            usd = permit.usd or Span(0.0, 0.0)
            step = Step(
                task=Task.PERMIT,
                occupation=context.occupation(leg.row),
                start_month=timeline.at,
                months=permit.least,
                months_usual=permit.usual,
                is_beside_work=line is not None or is_serving,
                cost_usd=permit.price,
                cost_low_usd=usd.low,
                cost_high_usd=usd.high,
                license_name=permit.name,
                notes=(Note(NoteKind.PERMIT_TERMS, {"exam": permit.exam, "note": permit.note}),)
                if permit.exam or permit.note
                else (),
                sources=sources,
            )
            if is_serving:
                share = float(context.problem.facts.ways.term_share[leg.way])
                timeline.wait(step, context.job_line(leg.row), share=share)
            else:
                timeline.wait(step, line)

    def _term(self, leg: Leg, *, is_apprenticeship: bool) -> None:
        """Serving a term for pay: an apprenticeship, or learning the trade on the job."""
        context = self.context
        ways, line = context.problem.facts.ways, context.job_line(leg.row)
        share = float(ways.term_share[leg.way])
        titles: tuple[str, ...] = ()
        if is_apprenticeship and not self.is_brief:
            titles = context.offers.list_apprenticeships(leg.row)[:TITLES_SHOWN]
        notes = [Note(NoteKind.REGISTERED_TITLES, {"titles": titles})] if titles else []
        pay = NoteKind.APPRENTICE_PAY if is_apprenticeship else NoteKind.TRADE_LEARNED
        longer = float(ways.term_usual[leg.way] - ways.term[leg.way])
        step = Step(
            task=Task.APPRENTICESHIP if is_apprenticeship else Task.LEARN_TRADE,
            occupation=context.occupation(leg.row),
            start_month=self.timeline.at,
            months=leg.studied,
            months_usual=leg.studied + longer,
            pay_usd=share * line.p50,
            notes=(*notes, Note(pay, {"share": share})),
            sources=cited(context.way_of(leg).sources),
        )
        self.timeline.wait(step, line, share=share)

    def _license(self, leg: Leg) -> None:
        context, timeline = self.context, self.timeline
        is_serving = leg.mode is Mode.APPRENTICE
        is_idle = leg.mode.leaves_job or (leg.origin < 0 and not is_serving)
        step = license_step(
            context,
            leg,
            timeline.at,
            is_beside_work=not is_idle or leg.residency > 0,
            is_brief=self.is_brief,
        )
        transfer = context.problem.person.credentials.transfers.get(leg.row)
        if transfer is not None:
            step = transfer_step(context, step, transfer)
        ways = context.problem.facts.ways
        if leg.residency > 0:
            timeline.wait(step, fixed_usd=float(context.problem.practice_pay[leg.way]))
        elif is_serving:
            share = float(ways.term_share[leg.way])
            timeline.wait(step, context.job_line(leg.row), share=share)
        else:
            timeline.wait(step, None if is_idle else self._line(leg.origin))

    def _practice(self, leg: Leg) -> None:
        context = self.context
        ways = context.problem.facts.ways
        way = context.way_of(leg)
        practice = way.practice
        assert practice is not None
        pay = float(context.problem.practice_pay[leg.way])
        step = Step(
            task=Task.PRACTICE,
            occupation=context.occupation(leg.row),
            start_month=self.timeline.at,
            months=leg.residency,
            months_usual=max(float(ways.practice_usual[leg.way]), leg.residency),
            pay_usd=pay or None,
            practice=practice.name,
            notes=(
                Note(
                    NoteKind.PRACTICE_TERMS,
                    {"hours": practice.hours, "called": practice.called, "before": practice.before},
                ),
            ),
            sources=cited(way.sources),
        )
        self.timeline.wait(step, fixed_usd=pay)

    def _arrival(self, leg: Leg, entered: EntryPay) -> Step:
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
        if has_origin and leg.level and not facts.same_line[move] and leg.experience == 0:
            notes.append(Note(NoteKind.NEW_LINE))
        if not self.is_brief:
            notes += self._particulars(leg)
        return Step(
            task=Task.ARRIVE,
            occupation=context.occupation(leg.row),
            start_month=self.timeline.at,
            needs=() if self.is_brief else needs_of(self.context.problem, leg, context.way_of(leg)),
            pay=None if self.is_brief else context.shown_pay(leg.row, entered),
            share_open=float(context.problem.share_open(leg.way, leg.arrive)),
            openings_per_year=None if np.isnan(openings) else float(round(openings)),
            growth_pct=None if np.isnan(growth) else float(growth),
            likelihood=float(arrays.likelihood[move]) if has_origin else None,
            ease=float(arrays.ease[move]) if has_origin else None,
            move_kind=Kind(int(arrays.kind[move])).slug if has_origin else None,
            interest_fit=None if fit is None else float(fit[leg.row]),
            notes=tuple(notes),
            sources=tuple(context.cite(name) for name in ("onet", "bls-oews", "bls-projections")),
        )

    def _particulars(self, leg: Leg) -> list[Note]:
        """What is particular to the way in: conditions of the person, ranks, remarks."""
        entry, way = self.context.entry(leg.row), self.context.way_of(leg)
        notes = []
        if not self.context.problem.facts.has_own_figures[leg.row]:
            notes.append(self._borrowed(leg.row))
        if self._is_promoted(leg):
            notes.append(Note(NoteKind.PROMOTED))
        notes += self._kept(leg.row)
        if entry.person:
            notes.append(Note(NoteKind.PERSON_ASKED, {"asked": dict(entry.person)}))
        for text in (entry.note, way.note):
            if text:
                notes.append(Note(NoteKind.WAY_NOTE, {"text": text}))
        return notes

    def _kept(self, row: int) -> list[Note]:
        """A license of another state that this job does not ask, and what it takes to use it."""
        problem = self.context.problem
        transfer = problem.person.credentials.transfers.get(row)
        is_asked = problem.area.is_licensed[row] or problem.area.is_licensed_in_job[row]
        if transfer is None or is_asked:
            return []
        return [Note(NoteKind.LICENSE_KEPT, transfer_details(self.context, transfer))]

    def _borrowed(self, row: int) -> Note:
        """Whose pay and openings are shown for an occupation without figures of its own."""
        context = self.context
        other = int(context.problem.facts.pay_of[row])
        pay = context.occupation(other).title if other != row else ""
        return Note(NoteKind.BORROWED_FIGURES, {"line": context.line_title(row), "pay": pay})


def _carried(context: PlanContext, leg: Leg) -> float:
    """Months that count as tenure in the job entered: work in its own line, or the term served.

    Who enters another line starts at its entry pay, however long they worked before.
    """
    line = context.problem.facts.line
    if leg.mode is Mode.APPRENTICE:
        return leg.studied
    if leg.origin == leg.row:
        # The same job in another state.
        return 12.0 * context.problem.person.tenure_years + leg.worked
    if leg.origin >= 0 and line[leg.origin] == line[leg.row]:
        return leg.experience + leg.worked
    return 0.0

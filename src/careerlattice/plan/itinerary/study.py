"""Study on a leg: the credentials earned, their prices, programs and schools."""

from __future__ import annotations

from careerlattice.catalog.model import SchoolProgram
from careerlattice.plan import parameters as assume
from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.timeline import Timeline
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.courses import CREDENTIAL_OF, Course, courses_to
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

SCHOOLS_SHOWN = 5
PROGRAMS_SHOWN = 4


def leg_courses(context: PlanContext, leg: Leg) -> list[Course]:
    """The credentials earned on a leg, from what is held before it."""
    if leg.level == 0:
        return []
    offers = open_requirements(context.catalog).prices_at(leg.row).items()
    prices = {c: p for (sector, c), p in offers if sector == context.sector}
    credited = EducationLevel(leg.credited) if leg.credited else None
    return courses_to(EducationLevel(leg.level), EducationLevel(leg.held), credited, prices)


def tell_study(
    timeline: Timeline,
    context: PlanContext,
    leg: Leg,
    courses: list[Course],
    ahead: tuple[int, ...] | None,
) -> None:
    """Tell the timeline each course. `ahead` are the occupations schooling had best lead to, too.

    Without `ahead` no schools and programs are looked up: sums need none.
    """
    is_beside = leg.mode is Mode.PART
    factor = assume.PART_TIME_FACTOR.value if is_beside else 1.0
    line = context.pay_line(leg.origin) if is_beside else None
    before = timeline.tenure_years
    for course in courses:
        months = course.months * factor
        programs: tuple[str, ...] = ()
        schools: tuple[SchoolProgram, ...] = ()
        in_all = 0
        credential = CREDENTIAL_OF.get(course.level)
        if credential is not None and ahead is not None:
            programs = context.offers.list_programs(leg.row, credential, ahead)[:PROGRAMS_SHOWN]
            schools, in_all = context.offers.find_schools(
                leg.row, credential, context.sector, SCHOOLS_SHOWN
            )
        step = Step(
            task=Task.STUDY,
            occupation=context.occupation(leg.row),
            start_month=timeline.at,
            months=months,
            months_usual=max(course.usual_months * factor, months),
            is_beside_work=is_beside,
            cost_usd=course.usd,
            cost_low_usd=course.usd_low,
            cost_high_usd=course.usd_high,
            pay_usd=None if line is None else line.after(timeline.tenure_years),
            credential=course.level,
            programs=programs,
            schools=schools,
            schools_in_all=in_all,
            notes=_notes(context, leg.row, course),
            sources=_sources(context, leg.row, credential),
        )
        if is_beside:
            timeline.study_beside(step, line)
        else:
            timeline.study(step)
    if is_beside:
        timeline.tenure_years = before + leg.studied / 12.0


def _sources(context: PlanContext, row: int, credential: str | None) -> tuple[str, ...]:
    prices = open_requirements(context.catalog).prices_at(row)
    price = prices.get((context.sector, credential or ""))
    if price is None:
        return (assume.ALL["ged_usd"].why, assume.ALL["ged_months"].why)
    return (f"{price.citation}, {price.vintage}", context.cite("scorecard"))


def _notes(context: PlanContext, row: int, course: Course) -> tuple[Note, ...]:
    notes = []
    if course.counted_years:
        notes.append(Note(NoteKind.YEARS_COUNTED, {"years": course.counted_years}))
    facts = context.problem.facts
    field = open_requirements(context.catalog).priced_fields.names[facts.field[row]]
    if course.once_usd:
        notes.append(Note(NoteKind.PAID_ONCE, {"cost_usd": course.once_usd, "field": field}))
    elif facts.needs_degree[row] and course.level is EducationLevel.PROFESSIONAL:
        notes.append(Note(NoteKind.ONE_DEGREE, {"field": field}))
    elif facts.needs_degree[row] and course.level is EducationLevel.BACHELOR:
        notes.append(Note(NoteKind.ANY_FIELD, {"field": field}))
    return tuple(notes)

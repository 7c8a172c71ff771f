"""Study on a leg: the credentials earned, their prices, programs and schools."""

from __future__ import annotations

from math import ceil

import numpy as np

from careerlattice.catalog.model import SchoolProgram
from careerlattice.plan import parameters as assume
from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.plan.facts.pay_line import PayLine
from careerlattice.plan.itinerary.cited import cited
from careerlattice.plan.itinerary.context import Pace, PlanContext
from careerlattice.plan.itinerary.timeline import Timeline
from careerlattice.plan.search.routes import Leg
from careerlattice.plan.search.study import course_pay, part_time_factor, study_options
from careerlattice.requirements.credit_for_schooling import CREDENTIAL_OF, Course, courses_to
from careerlattice.requirements.prices import COLLEGE_FIRST, CredentialPrice
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.levels import EducationLevel

SCHOOLS_SHOWN = 5
PROGRAMS_SHOWN = 4


def leg_courses(context: PlanContext, leg: Leg) -> list[Course]:
    """The credentials earned on a leg, from what is held before it."""
    if leg.level == 0:
        return []
    own = _own_program(context, leg)
    if own is not None:
        return own
    offers = open_requirements(context.catalog).prices_at(leg.row).items()
    prices = {c: p for (sector, c), p in offers if sector == context.sector}
    credited = EducationLevel(leg.credited) if leg.credited else None
    return courses_to(EducationLevel(leg.level), EducationLevel(leg.held), credited, prices)


def _own_program(context: PlanContext, leg: Leg) -> list[Course] | None:
    """The condition's own program and what has to come before it; none where it names none."""
    problem, ways = context.problem, context.problem.facts.ways
    option = study_options(
        problem,
        way=np.array([leg.way]),
        may=np.array([True]),
        aim=np.array([leg.level]),
        level=np.array([leg.held]),
        credited=np.array([leg.credited]),
        is_bridge=np.array([bool(ways.is_bridge[leg.way] and ways.study_level[leg.way] > 0)]),
    )
    if not option.is_own[0]:
        return None
    months = float(option.months[0] - option.before_months[0] - option.prerequisite_months[0])
    price = float(option.usd[0] - option.before_usd[0] - option.prerequisite_usd[0])
    whole = max(float(ways.study_months[leg.way]), 1.0)
    usual = float(np.ceil(ways.study_usual[leg.way] * months / whole))
    study = context.way_of(leg).study
    assert study is not None
    if np.isnan(ways.study_usd[leg.way]):
        usual += _transfer_delay(context, leg)
    share = price / study.usd.middle if study.usd is not None and study.usd.middle else 0.0
    low, high = (study.usd.low, study.usd.high) if study.usd is not None else (1.0, 1.0)
    before: list[Course] = []
    if option.before_months[0] > 0:
        level = (
            EducationLevel.BACHELOR if leg.level > EducationLevel.BACHELOR else EducationLevel(2)
        )
        held = EducationLevel(leg.held)
        counted = int(option.before_credited[0])
        credited = EducationLevel(counted) if counted else None
        before = courses_to(level, held, credited, _plain_prices(context))
    program = Course(
        level=EducationLevel(leg.level),
        months=months,
        usual_months=max(usual, months),
        usd_low=float(round(low * share)) if share else price,
        usd=price,
        usd_high=float(round(high * share)) if share else price,
        counted_years=max(0.0, whole - months) / 12.0,
        name=study.name,
    )
    return [*before, program]


def _transfer_delay(context: PlanContext, leg: Leg) -> float:
    """Months that the move from a community college costs; none where nothing is begun there."""
    first = _plain_prices(context)[CREDENTIAL_OF[EducationLevel.BACHELOR]].first
    is_begun = leg.level == EducationLevel.BACHELOR and leg.credited < EducationLevel.ASSOCIATE
    return first.delay_months if first is not None and is_begun else 0.0


def _plain_prices(context: PlanContext) -> dict[str, CredentialPrice]:
    offers = open_requirements(context.catalog).prices.items()
    return {name: price for (sector, name), price in offers if sector == context.sector}


def tell_course(timeline: Timeline, context: PlanContext, leg: Leg) -> None:
    """Tell the timeline the short course a condition asks; beside the job where it fits there."""
    if leg.course <= 0:
        return
    way = context.way_of(leg)
    course = way.course
    assert course is not None
    ways = context.problem.facts.ways
    is_paid = bool(ways.is_paid_course[leg.way])
    has_job = leg.origin >= 0 and not leg.mode.leaves_job
    is_beside = bool(ways.is_evening_course[leg.way]) and has_job and not is_paid
    usd = Span(0.0, 0.0) if course.usd is None or is_paid else course.usd
    paid = course_pay(context.problem, np.array([leg.way]))[0]
    pay = float(paid) if is_paid and paid > 0 else None
    step = Step(
        task=Task.COURSE,
        occupation=context.occupation(leg.row),
        start_month=timeline.at,
        months=leg.course,
        months_usual=max(float(ways.course_usual[leg.way]), leg.course),
        is_beside_work=is_beside,
        cost_usd=usd.middle,
        cost_low_usd=usd.low,
        cost_high_usd=usd.high,
        pay_usd=pay,
        course=course.name,
        notes=(Note(NoteKind.COURSE_HOURS, {"hours": course.hours, "weeks": course.weeks}),),
        sources=cited(way.sources),
    )
    if is_paid:
        timeline.wait(step, fixed_usd=pay or 0.0)
    else:
        pace = Pace.BESIDE if is_beside else Pace.FULL
        _tell(timeline, step, pace, timeline.as_held(context.pay_line(leg.origin)))


def tell_course_in_job(timeline: Timeline, context: PlanContext, leg: Leg) -> None:
    """Tell the timeline the short course that is taken once hired: it costs money and no months."""
    way, proof = context.way_of(leg), context.problem.proof
    course = way.course
    if course is None or not course.is_in_job or (proof is not None and proof.ways[leg.way]):
        return
    usd = course.usd or Span(0.0, 0.0)
    timeline.wait(
        Step(
            task=Task.COURSE,
            occupation=context.occupation(leg.row),
            start_month=timeline.at,
            is_beside_work=True,
            cost_usd=usd.middle,
            cost_low_usd=usd.low,
            cost_high_usd=usd.high,
            course=course.name,
            notes=(
                Note(NoteKind.COURSE_IN_JOB),
                Note(NoteKind.COURSE_HOURS, {"hours": course.hours, "weeks": course.weeks}),
            ),
            sources=cited(way.sources),
        )
    )


def tell_prerequisites(
    timeline: Timeline,
    context: PlanContext,
    leg: Leg,
    courses: list[Course],
    pace: Pace,
) -> None:
    """Tell the timeline the courses a program asks first of who studied another field."""
    first = context.way_of(leg).prerequisites
    is_own = bool(courses and courses[-1].name)
    if first is None or not is_own or not context.problem.brought.unprepared[leg.way]:
        return
    factor = 1.0 if pace is Pace.FULL else assume.PART_TIME_FACTOR.value
    line = timeline.as_held(context.pay_line(leg.origin)) if pace is Pace.BESIDE else None
    usd = first.usd or Span(0.0, 0.0)
    step = Step(
        task=Task.PREREQUISITES,
        occupation=context.occupation(leg.row),
        start_month=timeline.at,
        months=factor * first.months.low,
        months_usual=factor * first.months.middle,
        is_beside_work=pace is Pace.BESIDE,
        is_part_time=pace is Pace.PART,
        cost_usd=usd.middle,
        cost_low_usd=usd.low,
        cost_high_usd=usd.high,
        pay_usd=None if line is None else line.after(timeline.tenure_years),
        course=first.name,
        notes=(Note(NoteKind.PREREQUISITES),),
        sources=cited(context.way_of(leg).sources),
    )
    _tell(timeline, step, pace, line)


def tell_study(
    timeline: Timeline,
    context: PlanContext,
    leg: Leg,
    courses: list[Course],
    ahead: tuple[int, ...] | None,
    pace: Pace,
) -> None:
    """Tell the timeline each course. `ahead` are the occupations schooling had best lead to, too.

    Without `ahead` no schools and programs are looked up: sums need none.
    """
    line = timeline.as_held(context.pay_line(leg.origin)) if pace is Pace.BESIDE else None
    for course in courses:
        factor = 1.0 if pace is Pace.FULL else _slower(course, leg)
        months = course.months if pace is Pace.FULL else ceil(course.months * factor)
        programs: tuple[str, ...] = ()
        schools: tuple[SchoolProgram, ...] = ()
        in_all = 0
        notes = _notes(context, leg.row, course)
        credential = CREDENTIAL_OF.get(course.level)
        if credential is not None and ahead is not None:
            programs = context.offers.list_programs(leg.row, credential, ahead)[:PROGRAMS_SHOWN]
            # Few schools teach a profession by evening, and nobody lists which.
            if pace is Pace.FULL or course.level is not EducationLevel.PROFESSIONAL:
                schools, in_all = context.offers.find_schools(
                    leg.row, credential, context.sector, SCHOOLS_SHOWN
                )
            if schools:
                notes += context.offers.list_school_notes(leg.row, credential)
                if course.name and context.problem.facts.ways.is_bridge[leg.way]:
                    notes += (Note(NoteKind.BRIDGE),)
        step = Step(
            task=Task.STUDY,
            occupation=context.occupation(leg.row),
            start_month=timeline.at,
            months=months,
            months_usual=max(course.usual_months * factor, months),
            is_beside_work=pace is Pace.BESIDE,
            is_part_time=pace is Pace.PART,
            cost_usd=course.usd,
            cost_low_usd=course.usd_low,
            cost_high_usd=course.usd_high,
            pay_usd=None if line is None else line.after(timeline.tenure_years),
            credential=course.level,
            programs=programs,
            schools=schools,
            schools_in_all=in_all,
            notes=notes,
            sources=cited(context.way_of(leg).sources)
            if course.name
            else _sources(context, leg.row, credential),
        )
        _tell(timeline, step, pace, line)


def _tell(timeline: Timeline, step: Step, pace: Pace, line: PayLine | None) -> None:
    if pace is Pace.BESIDE:
        timeline.study_beside(step, line)
    else:
        timeline.study(step)


def _slower(course: Course, leg: Leg) -> float:
    """How many times as long a course takes part time, as the search reckons."""
    aim, held = np.array([int(course.level)]), np.array([leg.held])
    return float(part_time_factor(aim, np.array([bool(course.name)]), held)[0])


def _sources(context: PlanContext, row: int, credential: str | None) -> tuple[str, ...]:
    prices = open_requirements(context.catalog).prices_at(row)
    price = prices.get((context.sector, credential or ""))
    if price is None:
        return (assume.ALL["ged_usd"].why, assume.ALL["ged_months"].why)
    return (f"{price.citation}, {price.vintage}", context.cite("scorecard"))


def _notes(context: PlanContext, row: int, course: Course) -> tuple[Note, ...]:
    notes = []
    if course.name:
        notes.append(Note(NoteKind.OWN_PROGRAM, {"program": course.name}))
    if course.level is EducationLevel.BACHELOR and not course.counted_years:
        notes += _college_first(context, row, course)
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


def _college_first(context: PlanContext, row: int, course: Course) -> list[Note]:
    """How a bachelor's degree is begun at a community college, or what that would save."""
    requirements = open_requirements(context.catalog)
    price = requirements.prices_at(row)[COLLEGE_FIRST, "bachelor"]
    first = price.first
    assert first is not None
    begun = first.per_year_usd.typical * first.years
    whole = begun + price.per_year_usd.typical * (price.school_years - first.years)
    details = {"first_usd": begun, "usd": whole, "delay_months": first.delay_months}
    if context.sector == COLLEGE_FIRST:
        return [Note(NoteKind.COLLEGE_FIRST, details)]
    if context.sector == "public" and course.usd > whole:
        return [Note(NoteKind.COLLEGE_FIRST_SAVES, details)]
    return []

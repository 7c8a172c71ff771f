"""A way's legs as dated steps, with what is asked, what is there, and how to get the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Occupation, SchoolProgram
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan import parameters as assume
from careerlattice.plan.answer import Need, Pay, Step
from careerlattice.plan.itinerary.license_step import NO_LICENSES, license_step
from careerlattice.plan.itinerary.local_offers import Lookups
from careerlattice.plan.itinerary.money import PayLine, Stretch, forgone, paid_after
from careerlattice.plan.itinerary.needs import needs_of
from careerlattice.plan.itinerary.this_week import begun
from careerlattice.plan.resolve.start import occupation_at
from careerlattice.plan.search.arcs import MODE_APPRENTICE, MODE_FULL, MODE_PART
from careerlattice.plan.search.problem import Question
from careerlattice.plan.search.routes import Leg, Way
from careerlattice.requirements.courses import CREDENTIAL_OF, Course, courses_to
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import pct, usd
from careerlattice.vocab.levels import EducationLevel

SCHOOLS_SHOWN = 5
PROGRAMS_SHOWN = 4


@dataclass(frozen=True)
class Telling:
    """What telling a way needs besides the way."""

    catalog: Catalog
    lookups: Lookups
    arrays: LatticeArrays
    question: Question
    place: Area
    sector: str
    interest_fit: NDArray[np.float64] | None
    is_brief: bool = False

    def cite(self, source: str) -> str:
        """The publisher's edition that a figure comes from."""
        return self.catalog.release.source(source).citation


@dataclass(frozen=True)
class Told:
    """A way as steps, the stretches of its money, and its sums in exact dollars and months."""

    route: tuple[Occupation, ...]
    steps: tuple[Step, ...]
    stretches: tuple[Stretch, ...]
    months: float
    months_usual: float
    cost: tuple[float, float, float]
    forgone_usd: float
    goal_tenure_years: float
    share_open: float


def tell(telling: Telling, way: Way, *, is_brief: bool = False) -> Told:
    """The steps of a way. Sums are exact; the search's costs are the same rounded up to units.

    A brief telling has the sums and stretches but no schools, licenses or needs looked up.
    """
    if is_brief:
        telling = replace(telling, is_brief=True)
    catalog, person = telling.catalog, telling.question.person
    steps: list[Step] = []
    stretches: list[Stretch] = []
    at, tenure = 0.0, person.tenure_years
    usual, cost = 0.0, np.zeros(3)
    for number, leg in enumerate(way.legs):
        entered = occupation_at(catalog, leg.row)
        line = pay_line(telling, leg.origin)
        courses = leg_courses(telling, leg)
        beside = leg.mode == MODE_PART
        needs = () if telling.is_brief else needs_of(telling.question.facts, leg)
        worked = leg.worked
        if beside:
            after = max(0.0, worked - leg.studied)
            at, usual = _study(
                telling,
                leg,
                courses,
                at,
                usual,
                steps,
                stretches,
                line,
                tenure,
                _ahead(way, number),
            )
            tenure += leg.studied / 12.0
            worked = after
        if worked > 0:
            steps.append(_work_step(telling, leg, at, worked, tenure, is_first=number == 0))
            stretches.append(Stretch(worked, line, tenure))
            at += worked
            usual += worked
            tenure += worked / 12.0
        if leg.searched > 0 and leg.mode == MODE_APPRENTICE:
            at, usual = _search(leg, entered, at, usual, steps, stretches)
        if leg.mode == MODE_FULL:
            at, usual = _study(
                telling, leg, courses, at, usual, steps, stretches, None, 0.0, _ahead(way, number)
            )
        if leg.mode == MODE_APPRENTICE:
            at, usual = _apprentice(telling, leg, entered, at, usual, steps, stretches)
        cost += [sum(c.usd_low for c in courses), sum(c.usd for c in courses),
                 sum(c.usd_high for c in courses)]  # fmt: skip
        idle = leg.mode == MODE_FULL or (leg.origin < 0 and leg.mode != MODE_APPRENTICE)
        if leg.waited > 0:
            is_brief = telling.is_brief
            steps.append(
                license_step(
                    entered,
                    NO_LICENSES if is_brief else telling.lookups.find_licenses(leg.row),
                    telling.place,
                    catalog.get_area(telling.place.state),
                    at,
                    leg.waited,
                    is_beside_work=not idle,
                    source=telling.cite("careeronestop"),
                )
            )
            if leg.mode == MODE_APPRENTICE:
                share = assume.APPRENTICE_PAY_SHARE.value
                stretches.append(Stretch(leg.waited, pay_line(telling, leg.row), 0.0, share=share))
            else:
                stretches.append(Stretch(leg.waited, None if idle else line, tenure))
            at += leg.waited
            usual += leg.waited
        if leg.searched > 0 and leg.mode != MODE_APPRENTICE:
            at, usual = _search(leg, entered, at, usual, steps, stretches)
        if leg.residency > 0:
            steps.append(_residency_step(leg, entered, at))
            stretches.append(
                Stretch(leg.residency, None, 0.0, fixed_usd=assume.RESIDENCY_PAY_USD.value)
            )
            at += leg.residency
            usual += leg.residency
        steps.append(_arrival(telling, leg, entered, at, needs, courses))
        tenure = _carried(telling, leg) / 12.0
    last = way.legs[-1]
    lost = forgone(stretches, person.line, person.tenure_years, person.stay_pay)
    share = float(telling.question.facts.share_open[last.row, last.arrive])
    route = tuple(occupation_at(catalog, leg.row) for leg in way.legs)
    if person.occupation is not None:
        route = (person.occupation, *route)
    return Told(
        route, begun(tuple(steps), telling.place.state), tuple(stretches), at, max(usual, at),
        (float(cost[0]), float(cost[1]), float(cost[2])), lost, tenure, share,
    )  # fmt: skip


def _ahead(way: Way, number: int) -> tuple[int, ...]:
    """The goal and the job after next: schooling had best lead to them too."""
    rows = [leg.row for leg in way.legs]
    return tuple(sorted({*rows[number + 1 : number + 2], rows[-1]} - {rows[number]}))


def pay_line(telling: Telling, row: int) -> PayLine | None:
    """Pay of an occupation in the area, of the job held as the person has it; none without one."""
    if row < 0:
        return None
    area, person = telling.question.area, telling.question.person
    if row == person.row:
        return person.line
    if np.isnan(area.pay50[row]):
        stay = person.stay_pay
        return PayLine(stay, stay, stay)
    return PayLine(float(area.pay25[row]), float(area.pay50[row]), float(area.pay75[row]))


def shown_pay(telling: Telling, row: int) -> Pay:
    """Pay of an occupation as shown, with the area whose it is."""
    vectors = telling.catalog.pay_vectors(telling.place)
    level = int(vectors.level[row])
    if level < 0:
        return Pay(None, None, None, "", is_hourly=False)
    areas = telling.catalog.areas
    names = {0: telling.place.name, 2: areas.nation.name}
    if level == 1:
        names[1] = areas.of_state(telling.place.state or "").name
    p25, p50, p75 = (float(v[row]) for v in (vectors.p25, vectors.p50, vectors.p75))
    return Pay(p25, p50, p75, names[level], bool(vectors.is_hourly[row]))


def leg_courses(telling: Telling, leg: Leg) -> list[Course]:
    """The credentials earned on a leg, from what is held before it."""
    if leg.level == 0:
        return []
    offers = open_requirements(telling.catalog).prices_at(leg.row).items()
    prices = {c: p for (sector, c), p in offers if sector == telling.sector}
    credited = EducationLevel(leg.credited) if leg.credited else None
    return courses_to(EducationLevel(leg.level), EducationLevel(leg.held), credited, prices)


def _carried(telling: Telling, leg: Leg) -> float:
    """Months of experience that count in the occupation entered, on arrival."""
    facts = telling.question.facts
    near = float(facts.nearness[leg.origin, leg.row]) if leg.origin >= 0 else 0.0
    if near < assume.MIN_NEARNESS.value:
        near = 0.0
    served = leg.studied if leg.mode == MODE_APPRENTICE else 0.0
    return leg.experience + near * leg.worked + served


def _study(
    telling: Telling,
    leg: Leg,
    courses: list[Course],
    at: float,
    usual: float,
    steps: list[Step],
    stretches: list[Stretch],
    line: PayLine | None,
    tenure: float,
    ahead: tuple[int, ...],
) -> tuple[float, float]:
    catalog = telling.catalog
    beside = leg.mode == MODE_PART
    factor = assume.PART_TIME_FACTOR.value if beside else 1.0
    entered = occupation_at(catalog, leg.row)
    for course in courses:
        span, common = course.months * factor, course.usual_months * factor
        programs: tuple[str, ...] = ()
        schools: tuple[SchoolProgram, ...] = ()
        in_all = 0
        credential = CREDENTIAL_OF.get(course.level)
        if credential is not None and not telling.is_brief:
            programs = telling.lookups.list_programs(leg.row, credential, ahead)[:PROGRAMS_SHOWN]
            schools, in_all = telling.lookups.find_schools(
                leg.row, credential, telling.sector, SCHOOLS_SHOWN
            )
        pace = "beside your job" if beside else "full time"
        notes = []
        if course.counted_years:
            notes.append(
                f"About {course.counted_years:g} school years are counted for what is held; "
                "each school decides."
            )
        price = (
            open_requirements(catalog).prices_at(leg.row).get((telling.sector, credential or ""))
        )
        notes += _field_notes(telling, leg.row, course)
        if schools and credential is not None:
            notes += telling.lookups.list_school_notes(leg.row, credential)
        title = (
            "Earn a high school equivalency (GED)"
            if course.level is EducationLevel.HIGH_SCHOOL
            else f"Earn {course.level.phrase} {pace}"
        )
        pay = None
        if line is not None and leg.origin >= 0:
            pay = paid_after(line, tenure)
        steps.append(
            Step(
                "study",
                title,
                entered,
                at,
                span,
                max(common, span),
                beside,
                course.usd,
                course.usd_low,
                course.usd_high,
                pay,
                course.level,
                programs=programs,
                schools=schools,
                schools_in_all=in_all,
                notes=tuple(notes),
                sources=(
                    (f"{price.citation}, {price.vintage}", telling.cite("scorecard"))
                    if price
                    else (assume.ALL["ged_usd"].why, assume.ALL["ged_months"].why)
                ),
            )
        )
        stretches.append(Stretch(span, line, tenure, tuition_usd=course.usd))
        tenure += span / 12.0
        at += span
        usual += max(common, span)
    return at, usual


def _field_notes(telling: Telling, row: int, course: Course) -> list[str]:
    """What is particular to a field with a degree or price of its own."""
    facts = telling.question.facts
    field = open_requirements(telling.catalog).priced_fields.names[facts.field[row]]
    if course.once_usd:
        return [f"{usd(course.once_usd)} of the price is paid once in the field ({field})."]
    if not facts.needs_degree[row]:
        return []
    if course.level is EducationLevel.PROFESSIONAL:
        return [
            f"In {field} one degree opens the profession: surveys call it a professional degree "
            "or a doctorate."
        ]
    if course.level is EducationLevel.BACHELOR:
        return [f"In any field, with the courses that schools of {field} ask for."]
    return []


def _apprentice(
    telling: Telling,
    leg: Leg,
    entered: Occupation,
    at: float,
    usual: float,
    steps: list[Step],
    stretches: list[Stretch],
) -> tuple[float, float]:
    line = pay_line(telling, leg.row)
    share = assume.APPRENTICE_PAY_SHARE.value
    titles = () if telling.is_brief else telling.lookups.list_apprenticeships(leg.row)
    steps.append(
        Step(
            "apprenticeship",
            f"Serve an apprenticeship: {entered.title}",
            entered,
            at,
            leg.studied,
            leg.studied,
            False,
            0.0,
            0.0,
            0.0,
            share * line.p50 if line else None,
            None,
            notes=(
                f"Registered titles: {', '.join(titles[:3])}.",
                f"Pay is put at {pct(share)} of the median over the term; places are limited.",
            ),
            sources=(telling.cite("rapids"), assume.APPRENTICE_PAY_SHARE.why),
        )
    )
    stretches.append(Stretch(leg.studied, line, 0.0, share=share))
    return at + leg.studied, usual + leg.studied


def _work_step(
    telling: Telling, leg: Leg, at: float, worked: float, tenure: float, *, is_first: bool
) -> Step:
    job = occupation_at(telling.catalog, leg.origin)
    pay = pay_line(telling, leg.origin)
    return Step(
        "work", f"Keep working: {job.title}" if is_first else f"Work: {job.title}", job, at,
        worked, worked, False, 0.0, 0.0, 0.0, paid_after(pay, tenure) if pay else None, None,
        notes=("Experience that counts for the next job.",),
        sources=(telling.cite("onet"), telling.cite("bls-oews")),
    )  # fmt: skip


def _residency_step(leg: Leg, entered: Occupation, at: float) -> Step:
    return Step(
        "work", f"Complete a residency: {entered.title}", entered, at, leg.residency,
        leg.residency, False, 0.0, 0.0, 0.0, assume.RESIDENCY_PAY_USD.value, None,
        notes=(assume.RESIDENCY_MONTHS.why + ".",), sources=(assume.RESIDENCY_PAY_USD.why,),
    )  # fmt: skip


def _search(
    leg: Leg,
    entered: Occupation,
    at: float,
    usual: float,
    steps: list[Step],
    stretches: list[Stretch],
) -> tuple[float, float]:
    what = "an apprenticeship" if leg.mode == MODE_APPRENTICE else "a job"
    steps.append(
        Step(
            "search",
            f"Look for {what}: {entered.title}",
            entered,
            at,
            leg.searched,
            leg.searched,
            False,
            0.0,
            0.0,
            0.0,
            None,
            None,
            sources=(assume.JOB_SEARCH_MONTHS.why,),
        )
    )
    stretches.append(Stretch(leg.searched, None, 0.0))
    return at + leg.searched, usual + leg.searched


def _arrival(
    telling: Telling,
    leg: Leg,
    entered: Occupation,
    at: float,
    needs: tuple[Need, ...],
    courses: list[Course],
) -> Step:
    question, arrays = telling.question, telling.arrays
    outlook = telling.catalog.outlook_vectors
    openings, growth = outlook.openings[leg.row], outlook.growth_pct[leg.row]
    growth = outlook.growth_pct[leg.row]
    has_origin = leg.origin >= 0
    notes = []
    share = float(question.facts.share_open[leg.row, leg.arrive])
    if leg.mode == MODE_APPRENTICE:
        notes.append("Employers take the completed apprenticeship in place of schooling.")
    if has_origin and leg.level and not question.facts.same_line[leg.origin, leg.row]:
        notes.append("The schooling opens this job; your earlier work counts for little in it.")
    return Step(
        "arrive", f"Take a job: {entered.title}", entered, at, 0.0, 0.0, False, 0.0, 0.0, 0.0,
        None, None,
        needs=needs,
        pay=None if telling.is_brief else shown_pay(telling, leg.row),
        share_open=share,
        openings_per_year=None if np.isnan(openings) else float(round(openings)),
        growth_pct=None if np.isnan(growth) else float(growth),
        likelihood=float(arrays.likelihood[leg.origin, leg.row]) if has_origin else None,
        ease=float(arrays.ease[leg.origin, leg.row]) if has_origin else None,
        move_kind=Kind(int(arrays.kind[leg.origin, leg.row])).slug if has_origin else None,
        interest_fit=None
        if telling.interest_fit is None
        else float(telling.interest_fit[leg.row]),
        notes=tuple(notes),
        sources=tuple(telling.cite(one) for one in ("onet", "bls-oews", "bls-projections")),
    )  # fmt: skip

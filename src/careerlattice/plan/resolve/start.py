"""What a person brings: job, education, field, experience, and what staying put pays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.lookup import Resolved
from careerlattice.catalog.model import Occupation
from careerlattice.catalog.names.military import certified_in_service
from careerlattice.errors import Ambiguous, NoOccupation, NotFound, about
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.facts.pay_line import PayLine, beginners_pay, flat_line
from careerlattice.plan.parameters import MEDIAN_PAY_YEARS
from careerlattice.plan.request import PastJob, Start
from careerlattice.plan.resolve.credentials import (
    Credentials,
    Training,
    held_through_work,
    is_work_abroad,
    resolve_licenses,
    resolve_training,
)
from careerlattice.plan.resolve.side_by_side import Span, span_of
from careerlattice.profile.experience import usual_level
from careerlattice.profile.model import HeldLicense
from careerlattice.profile.no_job import in_place_of_job
from careerlattice.requirements.field_names import resolve_field
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True)
class Person:
    """A resolved start.

    `row` is the occupation's place (-1 for none), `jobs` past and present ones as (row, months),
    `spans` when each was held, where known, `at_home` those of them that were civilian work in this
    country, `served` what they said of work in the armed forces that they come from, `programs` the
    six-digit programs studied,
    `credentials` licenses held, through work too, and training from abroad. `stay_pay` is the
    yearly pay of staying put today; it grows along `line`, pay by tenure in the job held (none
    without a job), from `tenure_years` on.
    """

    row: int
    occupation: Occupation | None
    jobs: tuple[tuple[int, float], ...]
    spans: tuple[Span | None, ...]
    at_home: tuple[tuple[int, float], ...]
    served: str
    level: EducationLevel
    programs: frozenset[str]
    credentials: Credentials
    line: PayLine | None
    tenure_years: float
    stay_pay: float
    notices: tuple[Notice, ...]

    @property
    def holds_license(self) -> NDArray[np.bool_]:
        """Whether the license of an occupation is held and counts in the place, shape (n,)."""
        return self.credentials.holds

    @property
    def moves_state(self) -> bool:
        """Whether the job held needs a license here that is held in another state."""
        return self.row in self.credentials.transfers


def start_meant(start: Start) -> Start:
    """The start without a job where the words for it say that there is none, or name schooling."""
    said = None if start.job is None else in_place_of_job(start.job.occupation)
    if said is None:
        return start
    return replace(
        start,
        job=None,
        education=start.education or said.schooling,
        field=start.field or said.field,
    )


def resolve_person(
    catalog: Catalog, facts: OccupationFacts, area: AreaFacts, start: Start, goal: int = -1
) -> Person:
    """Work out what the start means; `goal` is the place of the occupation aimed at (-1: none).

    Raises `NotFound` or `BadCode` for what is not known.
    """
    notices: list[Notice] = []
    jobs: list[tuple[int, float]] = []
    spans: list[Span | None] = []
    row, occupation, served = -1, None, ""
    if start.job is not None:
        found = _resolved(catalog, start.job, notices, "start.job")
        occupation, row = found.occupation, catalog.row_of[found.occupation.code]
        jobs.append((row, start.job.months or 0.0))
        spans.append(span_of(start.job, is_now=True))
        if found.occupation.is_military or found.was_served:
            notices.append(_told_of_service(start.job.occupation))
        if found.was_served:
            # Service counts as experience in the civilian work; neither job nor license come of it.
            served, row, occupation = start.job.occupation, -1, None
    abroad = resolve_training(catalog, facts, start)
    if abroad is not None and row >= 0 and _is_called_by_training(facts, area, start, abroad, row):
        # Who says they are what they were trained as abroad has worked in it there.
        row, occupation = -1, None
    before = _past_jobs(catalog, start, notices, abroad)
    jobs += [(held, past.months or 0.0) for past, held in before]
    spans += [span_of(past, is_now=False) for past, _ in before]
    near = [*(held for held, _ in jobs), *([goal] if goal >= 0 else [])]
    known = _licenses_of(catalog, facts, area, start, near)
    notices += known.notices
    civilian = jobs[1:] if served else jobs
    through_work, at_home = held_through_work(facts, civilian, abroad, has_job=row >= 0)
    level = _level_held(catalog, facts, start, civilian, known, abroad, notices)
    programs = _programs(catalog, start.field, notices)
    programs |= _programs_held(catalog, facts, start, level, at_home, known, notices)
    programs |= abroad.programs if abroad else frozenset()
    line, tenure, pay_notices = _pay_of(start, occupation, row, int(level), area)
    if occupation is None and start.pay_usd is None:
        line, tenure = _last_pay(at_home, area, _entry_line(area, level, abroad))
    elif row in known.transfers and start.pay_usd is None:
        there = known.transfers[row].held_in
        line = _pay_there(catalog, facts, there, row) or line
        pay_notices = [_told_of_pay(catalog.get_area(there).name, line.after(tenure))]
    holds = known.holds | (through_work & ~_is_elsewhere(known))
    return Person(
        row=row,
        occupation=occupation,
        jobs=tuple(jobs),
        spans=tuple(spans),
        at_home=tuple(at_home),
        served=served,
        level=level,
        programs=programs,
        credentials=replace(known, holds=holds, abroad=abroad),
        line=line if row >= 0 else None,
        tenure_years=tenure,
        stay_pay=line.after(tenure),
        notices=(*notices, *pay_notices),
    )


def _is_called_by_training(
    facts: OccupationFacts, area: AreaFacts, start: Start, abroad: Training, row: int
) -> bool:
    """Whether a job named as held is what was learned abroad: work here asks a license not held."""
    if row == abroad.row:
        return True
    return bool(area.is_licensed[row]) and not start.licenses and is_work_abroad(facts, abroad, row)


def _level_held(
    catalog: Catalog,
    facts: OccupationFacts,
    start: Start,
    jobs: list[tuple[int, float]],
    known: Credentials,
    abroad: Training | None,
    notices: list[Notice],
) -> EducationLevel:
    """The schooling said, else what is usual; who was trained abroad has that of the profession."""
    level = start.education
    if level is None:
        schooled = _schooled(facts, jobs, known, abroad)
        level = _usual_schooling(facts, schooled)
        if schooled and abroad is None:
            notices.append(_schooling_taken(catalog, facts, schooled, level))
    if abroad is not None and abroad.row >= 0:
        level = max(level, EducationLevel(int(facts.accepted[abroad.row])))
    return level


def _usual_schooling(facts: OccupationFacts, jobs: list[tuple[int, float]]) -> EducationLevel:
    """What people in these jobs usually have, at least high school."""
    usual = max(
        (usual_level(int(facts.accepted[row]), int(facts.typical[row])) for row, _ in jobs),
        default=EducationLevel.HIGH_SCHOOL,
    )
    return max(usual, EducationLevel.HIGH_SCHOOL)


def _is_elsewhere(known: Credentials) -> NDArray[np.bool_]:
    """Occupations whose license is held in other states alone, shape (n,).

    A license of another state, where one is named, is the one that work there was done on.
    """
    return np.isin(np.arange(len(known.holds)), list(known.transfers))


def _schooled(
    facts: OccupationFacts,
    jobs: list[tuple[int, float]],
    known: Credentials,
    abroad: Training | None,
) -> list[tuple[int, float]]:
    """Occupations that tell of schooling: jobs, those of licenses held, the one trained for."""
    licensed = [(int(row), 0.0) for row in np.flatnonzero(known.proven)]
    easiest = sorted(licensed, key=lambda job: (int(facts.accepted[job[0]]), job[0]))[:1]
    trained = [(abroad.row, 0.0)] if abroad is not None and abroad.row >= 0 else []
    return [*jobs, *easiest, *trained]


def _programs_held(
    catalog: Catalog,
    facts: OccupationFacts,
    start: Start,
    level: EducationLevel,
    at_home: Sequence[tuple[int, float]],
    known: Credentials,
    notices: list[Notice],
) -> frozenset[str]:
    """What a person has most likely studied: what a license asks, or what their jobs ask.

    Who has schooling and works where that field is asked for has most likely studied it.
    """
    found: frozenset[str] = frozenset()
    for row in np.flatnonzero(known.proven & (facts.accepted <= level)):
        found |= facts.programs[row]
    if start.field is None and start.trained_abroad is None and level >= EducationLevel.CERTIFICATE:
        # So has who brings the degree that half of those in their job bring, and no other.
        usual = (facts.typical == level) & (level >= EducationLevel.ASSOCIATE)
        specific = facts.is_specific & (facts.accepted <= level)
        asked = specific | (usual & facts.ways.names_programs)
        here = [row for row, _ in at_home if asked[row]]
        for job in here:
            found |= facts.programs[job]
        if here and not known.proven[here[0]]:
            details = {"occupation": catalog.list_occupations()[here[0]].title}
            notices.append(Notice(NoticeKind.ASSUMED, details, "start.field"))
    return found


def _pay_there(catalog: Catalog, facts: OccupationFacts, state: str, row: int) -> PayLine | None:
    """Pay of a job in another state, from the area's own figures; none where it has none."""
    pay, paid = catalog.pay_vectors(catalog.get_area(state)), int(facts.pay_of[row])
    p25, p50, p75 = (float(part[paid]) for part in (pay.p25, pay.p50, pay.p75))
    if np.isnan(p50):
        return None
    return PayLine(p25, p50, p75, float(beginners_pay(pay.p10, pay.p25)[paid]))


def _pay_of(
    start: Start, occupation: Occupation | None, row: int, level: int, area: AreaFacts
) -> tuple[PayLine, float, list[Notice]]:
    """The pay of staying put by tenure, the tenure now, and what was taken for want of words.

    Who does not say how long they have worked is a typical worker: the median. Pay that is said
    scales the whole line, so that it begins there and grows in proportion.
    """
    months = start.job.months if start.job is not None else None
    tenure = MEDIAN_PAY_YEARS.value if months is None else months / 12.0
    flat = float(area.entry_pay[level]) if start.pay_usd is None else start.pay_usd
    if occupation is None:
        return flat_line(flat), tenure, []
    p50 = float(area.pay50[row])
    notices = []
    if np.isnan(p50):
        if start.pay_usd is None:
            details = {"occupation": occupation.title, "pay_usd": flat}
            notices.append(Notice(NoticeKind.PAY_MISSING, details, "start.pay_usd"))
        return flat_line(flat), tenure, notices
    line = area.pay_line(row)
    if start.pay_usd is not None:
        line = line.scaled(start.pay_usd / line.after(tenure))
    if months is None:
        taken = {"occupation": occupation.title, "pay_usd": p50 if start.pay_usd is None else None}
        notices.append(Notice(NoticeKind.ASSUMED, taken, "start.job.months"))
    return line, tenure, notices


def _last_pay(
    jobs: Sequence[tuple[int, float]], area: AreaFacts, usual: PayLine
) -> tuple[PayLine, float]:
    """What who has no job would go back to: their last work and the tenure in it, else `usual`."""
    if not jobs or np.isnan(area.pay50[jobs[0][0]]):
        return usual, 0.0
    row, months = jobs[0]
    return area.pay_line(row), months / 12.0 if months else MEDIAN_PAY_YEARS.value


def _schooling_taken(
    catalog: Catalog, facts: OccupationFacts, jobs: list[tuple[int, float]], level: EducationLevel
) -> Notice:
    """What schooling is taken where none was given, and what that rests on."""
    row = max((r for r, _ in jobs), key=lambda r: int(facts.accepted[r]))
    typical = EducationLevel(int(facts.typical[row]))
    share = float(facts.share_open[row, int(level)])
    details = {
        "level": level,
        "share_open": share,
        "occupation": catalog.list_occupations()[row].title,
        # Where a license opens most jobs, what surveys find usual is not asked.
        "typical": typical if typical > level and share < 1.0 - share else None,
    }
    return Notice(NoticeKind.ASSUMED, details, "start.education")


def _resolved(catalog: Catalog, job: PastJob, notices: list[Notice], field: str) -> Resolved:
    with about(field):
        resolved = catalog.resolve(job.occupation)
    if resolved.note:
        details = {"typed": job.occupation, "note": resolved.note}
        notices.append(Notice(NoticeKind.TAKEN_TO_MEAN, details))
    return resolved


def _entry_line(area: AreaFacts, level: EducationLevel, abroad: Training | None) -> PayLine:
    # What schooling from abroad earns here is not known until it is recognized.
    counted = EducationLevel.HIGH_SCHOOL if abroad is not None else level
    return flat_line(float(area.entry_pay[int(counted)]))


def _told_of_service(typed: str) -> Notice:
    details = {"typed": typed, "certified": certified_in_service(typed)}
    return Notice(NoticeKind.SERVED, details, "start.job")


def _licenses_of(
    catalog: Catalog,
    facts: OccupationFacts,
    area: AreaFacts,
    start: Start,
    near: Sequence[int],
) -> Credentials:
    """The licenses told, and the civilian certification that the job served in requires, if any.

    A license told for the same work says more: where it was given.
    """
    told = resolve_licenses(catalog, facts, area, start.licenses, near)
    certified = certified_in_service(start.job.occupation) if start.job is not None else ""
    if not certified:
        return told
    both = (*start.licenses, HeldLicense(certified))
    known = resolve_licenses(catalog, facts, area, both, near)
    return known if (known.proven & ~told.proven).any() else told


def _told_of_pay(state: str, pay_usd: float) -> Notice:
    return Notice(NoticeKind.ASSUMED, {"state": state, "pay_usd": pay_usd}, "start.pay_usd")


def _past_jobs(
    catalog: Catalog, start: Start, notices: list[Notice], abroad: Training | None
) -> list[tuple[PastJob, int]]:
    """Earlier jobs with their places; one that cannot be placed is left out, and that is told.

    A job called as what one was trained as abroad is that.
    """
    jobs = []
    for past in start.past:
        if abroad is not None and abroad.row >= 0 and past.occupation == start.trained_abroad:
            jobs.append((past, abroad.row))
            continue
        try:
            held = _resolved(catalog, past, notices, "start.past").occupation
        except NotFound as error:
            # The last job of someone without one now is where they start from.
            if start.job is None and len(start.past) == 1:
                raise
            notices.append(_left_out(past, error))
            continue
        jobs.append((past, catalog.row_of[held.code]))
    return jobs


def _left_out(past: PastJob, error: NotFound) -> Notice:
    """An earlier job that could not be placed counts for nothing."""
    details = {
        "typed": past.occupation,
        "could_mean": len(error.choices) if isinstance(error, Ambiguous) else 0,
        "is_no_occupation": isinstance(error, NoOccupation),
    }
    return Notice(NoticeKind.JOB_LEFT_OUT, details, "start.past")


def _programs(catalog: Catalog, text: str | None, notices: list[Notice]) -> frozenset[str]:
    """The six-digit programs meant by a CIP code or any wording of a field of study."""
    if text is None:
        return frozenset()
    reading = resolve_field(catalog, text, place="start.field")
    if not reading.is_by_code:
        details = {"typed": text, "field": reading.title, "cip_code": str(reading.cip_code)}
        notices.append(Notice(NoticeKind.TAKEN_TO_MEAN, details, "start.field"))
    return reading.programs

"""What a person brings: job, education, field, experience, and what staying put pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.errors import Ambiguous, NoOccupation, NotFound
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import RouteFacts
from careerlattice.plan.itinerary.money import TYPICAL_YEARS, PayLine, paid_after
from careerlattice.plan.parameters import MIN_NEARNESS
from careerlattice.plan.request import PastJob, Start
from careerlattice.profile.experience import usual_level
from careerlattice.requirements.field_names import resolve_field
from careerlattice.vocab.amounts import pct, usd
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

MOST_CREDIT_MONTHS = 180.0


@dataclass(frozen=True)
class Person:
    """A resolved start.

    `row` is the occupation's place (-1 for none), `jobs` past and present ones as (row, months),
    `programs` the six-digit programs studied, `credit` (n,) the months of experience that count for
    each occupation. `stay_pay` is the yearly pay of staying put today; it grows along `line`, pay
    by tenure in the job held (none without a job), from `tenure_years` on.
    """

    row: int
    occupation: Occupation | None
    jobs: tuple[tuple[int, float], ...]
    level: EducationLevel
    programs: frozenset[str]
    credit: NDArray[np.float64]
    line: PayLine | None
    tenure_years: float
    stay_pay: float
    notices: tuple[Notice, ...]


def resolve_person(catalog: Catalog, facts: RouteFacts, area: AreaFacts, start: Start) -> Person:
    """Work out what the start means. Raises `NotFound` or `BadCode` for what is not known."""
    notices: list[Notice] = []
    jobs: list[tuple[int, float]] = []
    row, occupation = -1, None
    if start.job is not None:
        try:
            occupation = _occupation(catalog, start.job, notices)
        except NotFound as error:
            error.field = error.field or "start.job"
            raise
        row = catalog.row_of[occupation.code]
        jobs.append((row, start.job.months or 0.0))
    for past in start.past:
        try:
            earlier = _occupation(catalog, past, notices)
        except NotFound as error:
            if start.job is None and len(start.past) == 1:
                # The last job of someone without one now is where they start from.
                error.field = error.field or "start.past"
                raise
            notices.append(_left_out(past, error))
            continue
        jobs.append((catalog.row_of[earlier.code], past.months or 0.0))
    level = start.education
    if level is None:
        level = max(
            (usual_level(int(facts.accepted[r]), int(facts.typical[r])) for r, _ in jobs),
            default=EducationLevel.HIGH_SCHOOL,
        )
        level = max(level, EducationLevel.HIGH_SCHOOL)
        notices.append(_schooling_taken(catalog, facts, jobs, level))
    programs = _programs(catalog, start.field, notices)
    if start.field is None and level >= EducationLevel.CERTIFICATE:
        # Who has schooling and works where that field is asked for has most likely studied it.
        here = [r for r, _ in jobs if facts.is_specific[r] and facts.accepted[r] <= level]
        for r in here:
            programs |= facts.programs[r]
        if here:
            notices.append(
                Notice(
                    NoticeKind.ASSUMED,
                    f"No field of study was given; the field that leads to "
                    f"{catalog.list_occupations()[here[0]].title} is assumed.",
                    "start.field",
                )
            )
    credit = np.zeros(len(catalog.codes))
    for r, worked in jobs:
        near = facts.nearness[r].copy()
        near[near < MIN_NEARNESS.value] = 0.0
        near[r] = 1.0
        credit += near * worked
    line, tenure, pay_notices = _pay_of(start, occupation, row, int(level), area)
    stay = paid_after(line, tenure)
    return Person(
        row, occupation, tuple(jobs), level, frozenset(programs),
        np.minimum(credit, MOST_CREDIT_MONTHS), line if row >= 0 else None, tenure, stay,
        (*notices, *pay_notices),
    )  # fmt: skip


def _pay_of(
    start: Start, occupation: Occupation | None, row: int, level: int, area: AreaFacts
) -> tuple[PayLine, float, list[Notice]]:
    """The pay of staying put by tenure, the tenure now, and what was taken for want of words.

    Who does not say how long they have worked is a typical worker: the median. Pay that is said
    scales the whole line, so that it begins there and grows in proportion.
    """
    months = start.job.months if start.job is not None else None
    tenure = TYPICAL_YEARS if months is None else months / 12.0
    flat = float(area.entry_pay[level]) if start.pay_usd is None else start.pay_usd
    if occupation is None:
        return PayLine(flat, flat, flat), tenure, []
    p25, p50, p75 = (float(one[row]) for one in (area.pay25, area.pay50, area.pay75))
    notices = []
    if np.isnan(p50):
        if start.pay_usd is None:
            text = (
                f"No pay is published for {occupation.title}; staying put is taken to pay "
                f"{usd(flat)}, as typical entry jobs do. Say what you earn if you know."
            )
            notices.append(Notice(NoticeKind.PAY_MISSING, text, "start.pay_usd"))
        return PayLine(flat, flat, flat), tenure, notices
    line = PayLine(p25, p50, p75)
    if start.pay_usd is not None:
        line = line.scaled(start.pay_usd / paid_after(line, tenure))
    if months is None:
        text = "You did not say how long you have worked in your job: no experience is counted yet"
        if start.pay_usd is None:
            text += f", and pay now is taken to be the median of {occupation.title}, {usd(p50)}"
        notices.append(Notice(NoticeKind.ASSUMED, f"{text}.", "start.job.months"))
    return line, tenure, notices


def _schooling_taken(
    catalog: Catalog, facts: RouteFacts, jobs: list[tuple[int, float]], level: EducationLevel
) -> Notice:
    """What schooling is taken where none was given, and what that rests on."""
    row = max((r for r, _ in jobs), key=lambda r: int(facts.accepted[r]))
    title = catalog.list_occupations()[row].title
    opened = float(facts.share_open[row, int(level)])
    typical = EducationLevel(int(facts.typical[row]))
    text = (
        f"No schooling was given: {level.label} is taken, which opens {pct(opened)} of the jobs of "
        f"{title}"
    )
    if typical > level:
        text += f"; half of them ask {typical.phrase} or more. Say so if you have it"
    else:
        text += ". Say so if yours is another"
    return Notice(NoticeKind.ASSUMED, f"{text}.", "start.education")


def _occupation(catalog: Catalog, job: PastJob, notices: list[Notice]) -> Occupation:
    resolved = catalog.resolve(job.occupation)
    if resolved.note:
        notices.append(Notice(NoticeKind.TAKEN_TO_MEAN, f"{job.occupation!r}: {resolved.note}"))
    return resolved.occupation


def _left_out(past: PastJob, error: NotFound) -> Notice:
    """An earlier job that could not be placed counts for nothing, and that is told."""
    if isinstance(error, Ambiguous):
        why = f"it could mean {len(error.choices)} occupations"
    elif isinstance(error, NoOccupation):
        why = "that names no occupation by itself"
    else:
        why = "no occupation goes by that name"
    text = f"Your earlier job {past.occupation!r} does not count: {why}. Name it more exactly."
    return Notice(NoticeKind.ASSUMED, text, "start.past")


def _programs(catalog: Catalog, text: str | None, notices: list[Notice]) -> frozenset[str]:
    """The six-digit programs meant by a CIP code or any wording of a field of study."""
    if text is None:
        return frozenset()
    reading = resolve_field(catalog, text, place="start.field")
    if not reading.is_by_code:
        said = f"{text!r}: {reading.echo}."
        notices.append(Notice(NoticeKind.TAKEN_TO_MEAN, said, "start.field"))
    return reading.programs


def occupation_at(catalog: Catalog, row: int) -> Occupation:
    """The occupation at a place of the arrays."""
    return catalog.occupation(OnetSocCode(catalog.codes[row]))

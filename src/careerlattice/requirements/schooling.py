"""How long and how dear it is to get from one education level and field to another."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.requirements.credit_for_schooling import CREDENTIAL_OF, EARNED_FOR, courses_to
from careerlattice.requirements.prices import Prices
from careerlattice.vocab.amounts import MonthsRange, UsdRange
from careerlattice.vocab.levels import EducationLevel as Level

_EQUIVALENCY = "high school equivalency"
NO_MONTHS = MonthsRange(0.0, 0.0)
NO_USD = UsdRange(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Schooling:
    """Study from where a person is to a level: credentials to earn, full-time months, tuition.

    `months.low` is full-time study, `months.typical` what students usually take. `usd` spans public
    schools (low, typical) and the highest published price of the sectors asked for.
    """

    credentials: tuple[str, ...]
    months: MonthsRange
    usd: UsdRange


NO_SCHOOLING = Schooling((), NO_MONTHS, NO_USD)


def schooling_to(
    prices: Prices,
    has: Level,
    wanted: Level,
    *,
    field_fits: bool,
    sectors: tuple[str, ...] = ("public", "private nonprofit"),
) -> Schooling:
    """The study that leads from `has` to `wanted`; none where both level and field are there.

    `field_fits` says whether what the person studied (or works in) counts in the wanted field. An
    earlier credential in the field shortens the next one, and general courses of another field
    carry over in part; see `credit_for_schooling.py`.
    """
    # A certificate is at least "some college courses": the two differ in name more than in time.
    level = Level.CERTIFICATE if wanted is Level.SOME_COLLEGE else EARNED_FOR[wanted]
    is_reached = has >= level
    if (is_reached and field_fits) or wanted <= Level.LESS_THAN_HIGH_SCHOOL:
        return NO_SCHOOLING
    if is_reached and level <= Level.HIGH_SCHOOL:
        return NO_SCHOOLING
    in_field = has if field_fits else None
    offers = [
        courses_to(level, has, in_field, {c: p for (s, c), p in prices.items() if s == sector})
        for sector in sectors
    ]
    first = offers[0]
    return Schooling(
        tuple(
            _EQUIVALENCY if course.level is Level.HIGH_SCHOOL else CREDENTIAL_OF[course.level]
            for course in first
        ),
        MonthsRange(
            sum(course.months for course in first), sum(course.usual_months for course in first)
        ),
        UsdRange(
            min(sum(course.usd_low for course in courses) for courses in offers),
            sum(course.usd for course in first),
            max(sum(course.usd_high for course in courses) for courses in offers),
        ),
    )

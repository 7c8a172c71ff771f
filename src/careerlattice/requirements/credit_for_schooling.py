"""What earning a credential takes, given what is already held.

A credential is earned on top of what a person has: an associate degree counts two years toward a
bachelor's in the same field, a certificate half a year toward an associate degree; degrees beyond
the bachelor's need one first. Lengths and prices are the catalog's cited tables, of the field if it
has its own. Gaps and plans both reckon with these courses, so that they never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from careerlattice.requirements.parameters import (
    ASSOCIATE_TO_BACHELOR_YEARS,
    BACHELOR_TO_ASSOCIATE_YEARS,
    CERTIFICATE_CREDIT_YEARS,
    GED_MONTHS,
    GED_USD,
    LEAST_LEFT_YEARS,
    MASTER_TO_DOCTORAL_YEARS,
    OTHER_ASSOCIATE_TO_BACHELOR_YEARS,
    PRIOR_CREDIT_OTHER_FIELD_YEARS,
    RETURNING_CREDIT_YEARS,
)
from careerlattice.requirements.priced_fields import CREDENTIAL_LEVELS
from careerlattice.requirements.prices import CredentialPrice
from careerlattice.vocab.amounts import UsdRange
from careerlattice.vocab.levels import EducationLevel as Level

CREDENTIAL_OF = {level: name for name, level in CREDENTIAL_LEVELS.items()}
# What an occupation asks is met by this credential; "some college" is met by a certificate's year,
# and training after a doctorate is planned as the doctorate itself.
EARNED_FOR = {
    Level.LESS_THAN_HIGH_SCHOOL: Level.LESS_THAN_HIGH_SCHOOL,
    Level.HIGH_SCHOOL: Level.HIGH_SCHOOL,
    Level.CERTIFICATE: Level.CERTIFICATE,
    Level.SOME_COLLEGE: Level.ASSOCIATE,
    Level.ASSOCIATE: Level.ASSOCIATE,
    Level.BACHELOR: Level.BACHELOR,
    Level.POSTBACCALAUREATE_CERTIFICATE: Level.POSTBACCALAUREATE_CERTIFICATE,
    Level.MASTER: Level.MASTER,
    Level.POSTMASTER_CERTIFICATE: Level.POSTMASTER_CERTIFICATE,
    Level.PROFESSIONAL: Level.PROFESSIONAL,
    Level.DOCTORAL: Level.DOCTORAL,
    Level.POSTDOCTORAL: Level.DOCTORAL,
}
# Engineers (an SOC minor group) study engineering (a CIP family): its upper half builds on two
# years of mathematics, physics and statics, which technologies and other fields do not teach.
ENGINEERS = "17-2"
ENGINEERING_FAMILY = "14."
NOTHING = UsdRange(0, 0, 0)
_NEEDS_BACHELOR = (
    Level.POSTBACCALAUREATE_CERTIFICATE,
    Level.MASTER,
    Level.PROFESSIONAL,
    Level.DOCTORAL,
)


@dataclass(frozen=True, slots=True)
class Course:
    """One credential to earn: which, how long, how much.

    `months` at full time and `usual_months` as graduates took; `usd_low`, `usd`, `usd_high` tuition
    and fees in all, in whole dollars; `counted_years` are school years credited for what is held.
    `once_usd` is the part of `usd` that is paid once in the field, such as flight hours. `name` is
    what a program with its own length and price is called.
    """

    level: Level
    months: float
    usual_months: float
    usd_low: float
    usd: float
    usd_high: float
    counted_years: float
    once_usd: float = 0.0
    name: str = ""


def courses_to(
    level: Level, held: Level, held_in_field: Level | None, prices: Mapping[str, CredentialPrice]
) -> list[Course]:
    """The credentials to earn, in order, to reach `level` in a field.

    `held` is the highest level of any field, `held_in_field` the highest credential in the field
    itself (none without one). An empty list when nothing is to be earned.
    """
    in_field = held_in_field or Level.LESS_THAN_HIGH_SCHOOL
    courses: list[Course] = []
    if held < Level.HIGH_SCHOOL and level >= Level.HIGH_SCHOOL:
        courses.append(
            Course(
                level=Level.HIGH_SCHOOL,
                months=GED_MONTHS.value,
                usual_months=GED_MONTHS.value,
                usd_low=GED_USD.value,
                usd=GED_USD.value,
                usd_high=GED_USD.value,
                counted_years=0.0,
            )
        )
        held = Level.HIGH_SCHOOL
    if level <= Level.HIGH_SCHOOL or in_field >= level:
        return courses
    if level in _NEEDS_BACHELOR and max(held, in_field) < Level.BACHELOR:
        courses.append(_course(Level.BACHELOR, held, in_field, prices))
        held = in_field = Level.BACHELOR
    if level is Level.POSTMASTER_CERTIFICATE and max(held, in_field) < Level.MASTER:
        courses += courses_to(Level.MASTER, held, in_field, prices)
    courses.append(_course(level, held, in_field, prices))
    return courses


def _course(
    level: Level, held: Level, in_field: Level, prices: Mapping[str, CredentialPrice]
) -> Course:
    price = prices[CREDENTIAL_OF[level]]
    counted = min(
        _counted_years(level, held, in_field), price.school_years - LEAST_LEFT_YEARS.value
    )
    share = 1.0 - counted / price.school_years
    first = price.first
    begun = 0.0 if first is None else max(0.0, first.years - counted)
    delay = first.delay_months if first is not None and begun else 0.0
    tuition = _tuition(price, price.school_years - counted, begun)
    once = price.once_usd if in_field < Level.CERTIFICATE else NOTHING
    return Course(
        level=level,
        months=float(np.ceil(price.full_time_months * share)),
        usual_months=float(np.ceil(price.usual_months * share)) + delay,
        usd_low=float(round(tuition.low) + once.low),
        usd=float(round(tuition.typical) + once.typical),
        usd_high=float(round(tuition.high) + once.high),
        counted_years=counted,
        once_usd=once.typical,
    )


def _tuition(price: CredentialPrice, years: float, begun: float) -> UsdRange:
    """Tuition of the school years left, the first `begun` of them at the other school's price."""
    year = price.per_year_usd
    early = year if price.first is None else price.first.per_year_usd
    later = years - begun
    return UsdRange(
        early.low * begun + year.low * later,
        early.typical * begun + year.typical * later,
        early.high * begun + year.high * later,
    )


def _counted_years(level: Level, held: Level, in_field: Level) -> float:
    """School years of `level` that what is held counts for."""
    if level is Level.ASSOCIATE:
        return _counted_to_associate(held, in_field)
    if level is Level.BACHELOR:
        return _counted_to_bachelor(held, in_field)
    if level is Level.DOCTORAL and max(held, in_field) >= Level.MASTER:
        return MASTER_TO_DOCTORAL_YEARS.value
    return 0.0


def _counted_to_associate(held: Level, in_field: Level) -> float:
    if held >= Level.BACHELOR:
        return BACHELOR_TO_ASSOCIATE_YEARS.value
    if in_field >= Level.CERTIFICATE:
        return CERTIFICATE_CREDIT_YEARS.value
    return PRIOR_CREDIT_OTHER_FIELD_YEARS.value if held >= Level.SOME_COLLEGE else 0.0


def _counted_to_bachelor(held: Level, in_field: Level) -> float:
    if held >= Level.BACHELOR:
        return RETURNING_CREDIT_YEARS.value
    if in_field >= Level.ASSOCIATE:
        return ASSOCIATE_TO_BACHELOR_YEARS.value
    if held >= Level.ASSOCIATE:
        return OTHER_ASSOCIATE_TO_BACHELOR_YEARS.value
    if in_field >= Level.CERTIFICATE:
        return CERTIFICATE_CREDIT_YEARS.value
    return PRIOR_CREDIT_OTHER_FIELD_YEARS.value if held >= Level.SOME_COLLEGE else 0.0

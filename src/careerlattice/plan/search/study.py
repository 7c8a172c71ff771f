"""What earning a credential for an entry condition takes, from what is held, side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.parameters import (
    ACADEMY_MONTHS,
    CLINICAL_MONTHS,
    CLINICAL_SHARE_LEFT,
    PART_TIME_FACTOR,
    PART_TIME_GRADUATE_FACTOR,
    TRAINEE_COURSE_SHARE,
)
from careerlattice.plan.search.encoding import HIGH_SCHOOL, Flags, Floats, Ints
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.vocab.levels import EducationLevel

BACHELOR = int(EducationLevel.BACHELOR)


@dataclass(frozen=True)
class StudyOptions:
    """Study for pairs of a state and a condition, each (pairs,).

    `may` where it makes sense; `aim` the level earned, `credited` what counts toward it, `months`
    at full time and `usd` with what has to come before (a high school equivalency, a bachelor's:
    `before_months`, `before_usd`, toward which `before_credited` counts; courses asked first of
    other majors: `prerequisite_months`, `prerequisite_usd`). `part_time_months` is all of it beside
    a job. `is_own` where the condition's own program is taken.
    """

    may: Flags
    aim: Ints
    credited: Ints
    months: Floats
    usd: Floats
    is_full_time_only: Flags
    is_own: Flags
    before_months: Floats
    before_usd: Floats
    before_credited: Ints
    prerequisite_months: Floats
    prerequisite_usd: Floats
    part_time_months: Floats


def study_options(
    problem: RoutingProblem,
    *,
    way: Ints,
    may: Flags,
    aim: Ints,
    level: Ints,
    credited: Ints,
    is_bridge: Flags,
) -> StudyOptions:
    """The months and dollars of each study: the condition's own program where it names one.

    Its own length is shortened by what is credited as the ordinary credential's would be, that of a
    day cohort by a quarter at most; a bridge is as long as it says. What has to be held before
    (high school; for study after a bachelor's that degree) comes on top.
    """
    ways, table = problem.facts.ways, problem.study
    credited = _transferred(problem, way, aim, credited)
    field = problem.facts.field[ways.row[way]]
    at = (field, level, credited, aim)
    months, usd = table.months[at].astype(np.float64), table.usd[at].copy()
    own = (aim == ways.study_level[way]) & ~np.isnan(ways.study_months[way])
    base = np.where(aim > BACHELOR, BACHELOR, HIGH_SCHOOL)
    # A degree asked in any field is finished from what is held, unless it is to prepare.
    before_credited = np.where(problem.brought.counts_before[way] & (base == BACHELOR), level, 0)
    before = (np.zeros_like(field), level, before_credited, base)
    # A bridge from a license takes the degree for granted that its own one builds on.
    given = is_bridge & ((aim <= BACHELOR) | (ways.from_level[way] > 0))
    is_behind = (level < base) & ~given & ~ways.is_prep[way]
    before_months = np.where(is_behind, table.months[before], 0)
    before_usd = np.where(is_behind, table.usd[before], 0.0)
    is_whole = is_bridge | ways.is_prep[way] | (aim > BACHELOR)
    share = np.where(is_whole, 1.0, _share_of_own(problem, way, level, credited, aim))
    lacks = own & problem.brought.unprepared[way]
    first_months = np.where(lacks, ways.prerequisite[way], 0.0)
    first_usd = np.where(lacks, ways.prerequisite_usd[way], 0.0)
    own_months = (
        before_months + first_months + np.ceil(np.nan_to_num(ways.study_months[way]) * share)
    )
    known_price = own & ~np.isnan(ways.study_usd[way])
    own_usd = before_usd + first_usd + np.round(np.nan_to_num(ways.study_usd[way]) * share)
    months, usd = np.where(own, own_months, months), np.where(known_price, own_usd, usd + first_usd)
    full_time_only = table.is_full_time_only[field, aim]
    return StudyOptions(
        may=may & (months > 0),
        aim=aim,
        credited=credited,
        months=months,
        usd=usd,
        is_full_time_only=np.where(own, ways.is_full_time_only[way], full_time_only),
        is_own=own,
        before_months=before_months,
        before_usd=before_usd,
        before_credited=before_credited,
        prerequisite_months=first_months,
        prerequisite_usd=first_usd,
        part_time_months=_part_time_months(months, own, level, aim, before_months + first_months),
    )


def _transferred(problem: RoutingProblem, way: Ints, aim: Ints, credited: Ints) -> Ints:
    """What is credited toward a bachelor's: an associate degree may be half of it, or not.

    One whose field is not told is taken to transfer; toward engineering only what was studied in
    engineering is its first half, and the rest counts as of another field.
    """
    brought, half = problem.brought, int(EducationLevel.ASSOCIATE)
    to_bachelor = aim == BACHELOR
    may_be = to_bachelor & brought.may_transfer[way]
    credited = np.where(may_be, np.maximum(credited, half), credited)
    is_not = to_bachelor & brought.lacks_first_half[way] & (credited <= half)
    return np.where(is_not, 0, credited)


def part_time_factor(aim: Ints, is_own: Flags, level: Ints) -> Floats:
    """How many times as long a credential takes part time: graduate study less than twice.

    A graduate credential without a program of its own is timed as one with the degree before it,
    where that is not held.
    """
    graduate = (aim > BACHELOR) & (is_own | (level >= BACHELOR))
    return np.where(graduate, PART_TIME_GRADUATE_FACTOR.value, PART_TIME_FACTOR.value)


def _part_time_months(
    months: Floats, is_own: Flags, level: Ints, aim: Ints, first: Floats
) -> Floats:
    """Months part time; `first` are those of `months` that come before a program of its own."""
    rest = np.ceil(part_time_factor(aim, is_own, level) * (months - first))
    return PART_TIME_FACTOR.value * first + rest


def share_left(months: NDArray[np.int64], level: Ints, credited: Ints, aim: Ints) -> Floats:
    """The part of the ordinary credential that is left to earn, 0 to 1."""
    plain = np.zeros_like(level)
    held = np.maximum(level, HIGH_SCHOOL)
    left = months[plain, held, credited, aim].astype(np.float64)
    whole = months[plain, np.full_like(level, HIGH_SCHOOL), plain, aim].astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(whole > 0, left / whole, 1.0)
    return np.asarray(np.clip(share, 0.0, 1.0))


def _share_of_own(
    problem: RoutingProblem, way: Ints, level: Ints, credited: Ints, aim: Ints
) -> Floats:
    """The part of a condition's own program that is left to study.

    Only general courses shorten a day cohort, and a certificate has none.
    """
    ways = problem.facts.ways
    is_cohort = ways.is_full_time_only[way]
    general = np.where(is_cohort & (credited < int(EducationLevel.SOME_COLLEGE)), 0, credited)
    share = share_left(problem.study.months, level, general, aim)
    terms = CLINICAL_MONTHS.value / np.maximum(np.nan_to_num(ways.study_months[way]), 1.0)
    least = np.maximum(CLINICAL_SHARE_LEFT.value, np.minimum(terms, 1.0))
    return np.maximum(share, np.where(is_cohort, least, 0.0))


def course_pay(problem: RoutingProblem, way: Ints) -> Floats:
    """Pay a year during a course that the employer gives: its own if known.

    Else a beginner's at an academy of months, and part of it in a course of weeks.
    """
    ways = problem.facts.ways
    starting = np.nan_to_num(problem.area.starting_pay[ways.row[way]])
    is_academy = ways.course_months[way] >= ACADEMY_MONTHS.value
    starting = np.where(is_academy, 1.0, TRAINEE_COURSE_SHARE.value) * starting
    return np.where(np.isnan(ways.course_pay[way]), starting, ways.course_pay[way])

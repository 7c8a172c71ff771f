"""Which of the many occupations that meet an outcome are in reach of this person, and near."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.facts.interest_fit import interest_fit
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.facts.study_costs import StudyTable
from careerlattice.plan.parameters import (
    ENOUGH_GOALS,
    INTEREST_WEIGHT,
    NEAR_AS_BEST,
    OWN_FIELD_WEIGHT,
    OWN_LEVEL_WEIGHT,
    PROPOSED_GOALS,
    PROPOSED_OF_GROUP,
    SELDOM_MADE_WEIGHT,
)
from careerlattice.plan.request import Limits, PlanRequest
from careerlattice.plan.resolve.brought import Brought
from careerlattice.plan.resolve.goal import GoalSet
from careerlattice.plan.resolve.start import Person
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

MINOR_GROUP = len("43-6")
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def worth_proposing(
    catalog: Catalog,
    facts: OccupationFacts,
    goals: GoalSet,
    person: Person,
    brought: Brought,
    *,
    request: PlanRequest,
    study: StudyTable,
) -> GoalSet:
    """The goals in reach, and those near: where work, schooling and interests carry over most.

    Left out are occupations whose pay is another's, those with a highest age that nobody stated,
    those whose usual door is a promotion from ranks that the person has not worked in and that are
    no step up for them, and those that no way in opens within the limits of time and money, if
    others remain. What is best of all ways is looked for among all of these. Of those with good
    prospects the nearest are near, a few of each occupation group, and none that is clearly farther
    than the nearest unless few are; where nothing is known of the person, all. The goals stay as
    they are where none is left.
    """
    can = facts.has_own_figures & ~_asks_youth(catalog) & _can_enter(facts, person, brought)
    within = _within(facts, study, person, brought, request.limits)
    # Those with good prospects are all among the wide.
    able, wide = goals.is_goal & can, goals.is_wide & can
    if not wide.any():
        return goals
    own = _own_profession(facts, person) & goals.fits
    able, wide = able | own, wide | own
    wide = _some(wide & within, wide)
    able = _some(able & within, wide)
    carried = np.where(own, 1.0, _carried(facts, person, brought))
    liked = interest_fit(catalog, request.interests)
    if liked is not None:
        carried = carried + INTEREST_WEIGHT.value * np.nan_to_num(liked)
    elif not carried.any():
        return replace(goals, is_goal=wide, is_near=able)
    taken = np.zeros(len(able), dtype=np.bool_)
    of_group: Counter[str] = Counter()
    near = NEAR_AS_BEST.value * carried[able].max()
    for row in np.argsort(-np.where(able, carried, -np.inf), kind="stable")[: able.sum()]:
        if carried[row] < near and taken.sum() >= ENOUGH_GOALS.value:
            break
        group = str(catalog.codes[row])[:MINOR_GROUP]
        if of_group[group] < PROPOSED_OF_GROUP.value:
            of_group[group] += 1
            taken[row] = True
        if taken.sum() >= PROPOSED_GOALS.value:
            break
    for job, _ in person.jobs:
        taken |= wide & facts.is_ladder[job]
    return replace(goals, is_goal=wide, is_near=taken, carried=carried)


def _some(flags: Flags, other: Flags) -> Flags:
    """The flags if any is set, else the other ones."""
    return flags if flags.any() else other


def _asks_youth(catalog: Catalog) -> Flags:
    entries = open_requirements(catalog).entries
    return np.array(["age_most" in entries.person(code) for code in catalog.codes])


def _can_enter(facts: OccupationFacts, person: Person, brought: Brought) -> Flags:
    """Whether the usual door is open to who has not risen from the ranks it is filled from.

    It is where the rank below is itself a step up from work done.
    """
    ways, usual = facts.ways, facts.ways.first[:-1]
    up: Flags = np.zeros(len(facts.accepted), dtype=np.bool_)
    for row, _ in person.jobs:
        up |= facts.is_ladder[row] | facts.is_named[row]
    rises = ways.is_rank[:, up].any(axis=1)
    return np.asarray((~ways.asks_rank | brought.ranks | rises)[usual])


def _own_profession(facts: OccupationFacts, person: Person) -> Flags:
    """What someone was trained as abroad: no proposals leave it out."""
    abroad = person.credentials.abroad
    flags = np.zeros(len(facts.accepted), dtype=np.bool_)
    if abroad is not None and abroad.row >= 0:
        flags[abroad.row] = True
    return flags


def _within(
    facts: OccupationFacts, study: StudyTable, person: Person, brought: Brought, limits: Limits
) -> Flags:
    """Whether some way in can take no more than the time and money there are, shape (n,).

    What it takes at least: the schooling, course, term, practice, work and license that are
    lacking, with none of what may come before.
    """
    ways, size = facts.ways, len(facts.accepted)
    meets = np.where(ways.is_own, brought.field | (ways.asked <= EducationLevel.HIGH_SCHOOL), True)
    meets &= int(person.level) >= ways.asked
    cell = (facts.field[ways.row], int(person.level), 0, ways.asked)
    own = ~np.isnan(ways.study_months)
    schooling = np.where(own, np.nan_to_num(ways.study_months), study.months[cell])
    price = np.where(own, np.nan_to_num(ways.study_usd), study.usd[cell])
    term = np.maximum(ways.term - brought.credit, ways.term / 2)
    work = np.maximum(ways.experience - brought.experience, 0.0)
    months = np.where(meets, 0.0, schooling) + ways.course_months + term + work + ways.practice
    months += facts.license_months[ways.row] * ~ways.is_unlicensed
    usd = np.where(meets, 0.0, price) + ways.course_usd
    opens = np.ones(len(months), dtype=np.bool_)
    if limits.max_months is not None:
        opens &= months <= limits.max_months
    if limits.budget_usd is not None:
        opens &= usd <= limits.budget_usd
    found = np.zeros(size, dtype=np.bool_)
    found[ways.row[opens]] = True
    return found


def _carried(facts: OccupationFacts, person: Person, brought: Brought) -> Floats:
    """How far work and schooling carry over to each occupation, 0 to 1, shape (n,)."""
    ways, size = facts.ways, len(facts.accepted)
    found = np.zeros(size)
    for row, _ in person.jobs:
        named = facts.is_named[row].astype(np.float64)
        made = np.where(facts.is_made[row], 1.0, SELDOM_MADE_WEIGHT.value)
        found = np.maximum(found, np.maximum(made * facts.near(row, slice(None)), named))
    for row in np.unique(ways.row[brought.ranks]):
        found[row] = 1.0
    if person.level > EducationLevel.SOME_COLLEGE:
        asked = facts.typical
        fitting = (asked > EducationLevel.SOME_COLLEGE) & (asked <= person.level)
        found = np.maximum(found, np.where(fitting, OWN_LEVEL_WEIGHT.value, 0.0))
    own = np.zeros(size, dtype=np.bool_)
    own[ways.row[brought.field & (ways.asked > EducationLevel.HIGH_SCHOOL)]] = True
    return np.maximum(found, np.where(own, OWN_FIELD_WEIGHT.value, 0.0))

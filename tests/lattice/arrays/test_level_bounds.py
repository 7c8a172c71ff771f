"""Levels by entry conditions: who may begin, who is a journey worker, who is no expert yet."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.lattice.arrays.ladder_levels import CUTS, held_between
from careerlattice.lattice.arrays.level_bounds import bounds_of
from careerlattice.requirements.entry import (
    Apprenticeship,
    AskedIn,
    Door,
    Entry,
    EntryCondition,
    Experience,
    FieldRule,
    LicenseGate,
    Promotion,
    Standing,
    Training,
)
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as School
from careerlattice.vocab.levels import LadderLevel

ENTRY, MIDDLE, ADVANCED, EXPERT = LadderLevel
WORKER, SUPERVISOR, MANAGER = "51-9199.00", "51-1011.00", "11-3051.00"


def way(door: Door = Door.DIRECT, usual: School = School.HIGH_SCHOOL, **more) -> EntryCondition:
    plain = {"number": 1, "floor": usual, "field": FieldRule.ANY, "training": Training.SHORT}
    return EntryCondition(door=door, usual=usual, **(plain | more))


def bounds(*ways: EntryCondition, code: str = WORKER, title: str = "Some", **entry):
    one = OnetSocCode(code)
    return bounds_of(one, title, Entry(code=one, conditions=ways, **entry))


def term(months: float, standing: Standing = Standing.USUAL) -> EntryCondition:
    served = Apprenticeship(months=Span(months, months), standing=standing)
    return way(Door.APPRENTICESHIP, training=Training.APPRENTICESHIP, apprenticeship=served)


def test_who_is_trained_in_weeks_and_helpers_begin():
    assert bounds(way()) == (ENTRY, ENTRY)
    assert bounds(term(48), title="Helpers--Electricians") == (ENTRY, ENTRY)


@pytest.mark.parametrize("standing", [Standing.USUAL, Standing.ONE_OF_SEVERAL])
def test_all_journey_workers_stand_on_one_rung(standing):
    assert bounds(term(48, standing)) == (MIDDLE, MIDDLE)
    assert bounds(way(training=Training.MODERATE), term(36, standing))[0] == MIDDLE


def test_a_registered_title_or_a_short_term_makes_no_journey_worker():
    moderate = way(training=Training.MODERATE)
    assert bounds(moderate, term(48, Standing.TITLE_ONLY)) == (ENTRY, MIDDLE)
    assert bounds(moderate, term(12)) == (ENTRY, MIDDLE)


def test_a_degree_without_experience_is_not_expert_yet():
    school = way(Door.SCHOOL, School.BACHELOR, field=FieldRule.OWN, training=Training.NONE)
    assert bounds(school) == (MIDDLE, ADVANCED)
    senior = way(Door.SCHOOL, School.BACHELOR, experience=Experience(months=60))
    assert bounds(senior) == (ADVANCED, EXPERT)
    assert bounds(way(Door.SCHOOL, School.MASTER)) == (ADVANCED, EXPERT)


def test_a_licensed_profession_stands_on_one_rung():
    school = way(Door.SCHOOL, School.BACHELOR, field=FieldRule.OWN)
    gate = LicenseGate(number=1, granted_by="state", asked_in=AskedIn.ALL_STATES, name="Teacher")
    assert bounds(school, licenses=(gate,)) == (ADVANCED, ADVANCED)


def test_who_leads_stands_above_the_first_rung():
    def rank(months: float) -> EntryCondition:
        return way(Door.PROMOTION, promotion=Promotion(from_codes=("51-",), months=months))

    assert bounds(rank(12), code=SUPERVISOR) == (MIDDLE, ADVANCED)
    assert bounds(rank(36), code=SUPERVISOR) == (ADVANCED, ADVANCED)
    assert bounds(rank(60), code=MANAGER) == (ADVANCED, EXPERT)


def test_whoever_is_held_keeps_the_order_and_the_level():
    index = np.array([10.0, 35.0, 80.0, 90.0])
    held = held_between(index, np.array([[1, 0, 0, 0], [3, 3, 2, 2]]), CUTS)
    assert CUTS[0] <= held[0] < CUTS[0] + 1.1
    assert held[1] == 35.0
    assert CUTS[2] - 1.1 < held[2] < held[3] < CUTS[2]

"""The facts of all occupations: how hard a move is, and no table of all pairs kept twice."""

from __future__ import annotations

import math

import numpy as np
import pytest

from careerlattice.plan.parameters import MIN_EASE
from careerlattice.plan.planner import Planner, open_planner


@pytest.fixture(scope="module")
def planner() -> Planner:
    return open_planner()


def test_a_move_is_as_hard_as_its_ease_and_the_openings_say(planner: Planner) -> None:
    facts, row_of = planner.facts, planner.catalog.row_of
    aide, nurse = row_of["31-1131.00"], row_of["29-1141.00"]
    ease = max(float(planner.arrays.ease[aide, nurse]), MIN_EASE.value)
    expected = -math.log(ease) + float(facts.scarcity[nurse])
    assert float(facts.difficulty(aide, nurse)) == pytest.approx(expected, abs=1e-12)
    column = facts.difficulty(slice(None), nurse)
    assert column.shape == (len(planner.catalog.codes),)
    assert column[aide] == facts.difficulty(aide, nurse)
    # Hundreds of thousands of nurses are hired a year: openings add nothing.
    assert facts.scarcity[nurse] == 0


def test_near_work_is_compared_in_64_bits(planner: Planner) -> None:
    facts, row_of = planner.facts, planner.catalog.row_of
    near = facts.near(row_of["31-1131.00"], slice(None))
    assert near.dtype == np.float64
    assert near[row_of["31-1131.00"]] == 1.0


def test_what_the_lattice_holds_is_not_held_again(planner: Planner) -> None:
    assert planner.facts.nearness is planner.arrays.nearness
    assert planner.facts.ease is planner.arrays.ease


def test_a_state_holds_only_what_its_own_law_changes(planner: Planner) -> None:
    nation, here = planner._facts_in(None), planner._facts_in("OH")
    assert here.ways is not nation.ways
    for name in ("is_named", "is_ladder", "move_to", "same_line", "falls"):
        assert getattr(here, name) is getattr(nation, name), name
    assert here.ways.counts.values is nation.ways.counts.values

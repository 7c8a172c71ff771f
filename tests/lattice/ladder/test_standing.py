"""How high members of a ladder stand: leaders above those they lead, never in a circle."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.lattice.ladder.lines import is_own_rung, side_by_side
from careerlattice.lattice.ladder.standing import standing_of
from careerlattice.lattice.parameters import LEAST_LIFT, LIFTED_AT_MOST

NOBODY = np.zeros(3, dtype=np.bool_)


def steps(*pairs: tuple[int, int], size: int = 3) -> np.ndarray:
    named = np.zeros((size, size), dtype=np.bool_)
    for a, b in pairs:
        named[a, b] = True
    return named


def test_a_supervisor_stands_above_whom_it_leads_however_they_are_paid():
    index = np.array([60.0, 20.0, 25.0])
    leads = np.array([False, True, False])
    standing = standing_of(index, steps((0, 1), (1, 2)), leads)
    assert standing[1] == 60.0 + LEAST_LIFT.value
    assert standing[2] == standing[1] + LEAST_LIFT.value  # and its manager above it


def test_others_are_lifted_only_where_little_is_missing():
    near, far = 50.0 - LIFTED_AT_MOST.value + 1, 50.0 - LIFTED_AT_MOST.value - 1
    assert standing_of(np.array([50.0, near, 0.0]), steps((0, 1)), NOBODY)[1] > 50.0
    assert standing_of(np.array([50.0, far, 0.0]), steps((0, 1)), NOBODY)[1] == far


def test_without_named_steps_nothing_moves():
    index = np.array([3.0, 1.0, 2.0])
    assert standing_of(index, steps(), NOBODY) is index


@given(
    st.lists(st.floats(0, 100), min_size=2, max_size=9),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30),
)
def test_it_ends_and_never_lowers(heights, pairs):
    index = np.array(heights)
    named = steps(*[(a % len(index), b % len(index)) for a, b in pairs], size=len(index))
    np.fill_diagonal(named, val=False)
    standing = standing_of(index, named, np.ones(len(index), dtype=np.bool_))
    assert (standing >= index).all()
    assert standing.max() <= index.max() + len(index) * LEAST_LIFT.value + 1e-9


def test_trades_engineers_and_supervisors_stand_side_by_side():
    codes = ["47-2111.00", "47-2152.00", "17-2051.00", "17-2141.00", "47-1011.00", "47-2061.00"]
    trades = np.array([True, True, False, False, False, False])
    aside = side_by_side(codes, trades)
    assert aside[0, 1]
    assert aside[2, 3]
    assert not aside[5, 0]
    assert not aside[0, 4]


def test_specialties_and_rests_are_no_rungs():
    assert is_own_rung("29-1141.00", "Registered Nurses")
    assert not is_own_rung("29-1141.01", "Acute Care Nurses")
    assert not is_own_rung("17-2199.00", "Engineers, All Other")

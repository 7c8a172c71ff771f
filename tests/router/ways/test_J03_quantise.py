"""FEATURE UNDER TEST: real costs become whole steps, rounded up."""

import numpy as np
import pytest

from careerlattice.router import quantise


def test_each_criterion_has_its_own_step():
    assert quantise([[2.5, 1200.0], [0.0, 500.0]], [1, 500]).tolist() == [[3, 3], [0, 1]]


def test_one_step_for_all():
    assert quantise([0.2, 3.0, 3.01], 1).tolist() == [1, 3, 4]


def test_binary_fractions_do_not_push_a_whole_number_up():
    tenths = np.arange(1, 1000) / 10
    assert quantise(tenths, 0.1).tolist() == list(range(1, 1000))


def test_a_path_never_looks_cheaper_and_at_most_one_step_per_arc_dearer():
    costs = np.random.default_rng(3).uniform(0, 100, (500, 3))
    units = np.array([1.0, 2.5, 0.3])
    over = quantise(costs, units) * units - costs
    assert (over >= 0).all()
    assert (over < units).all()


@pytest.mark.parametrize(
    ("costs", "units", "message"),
    [
        ([1.0, -1.0], 1, "Arc 1 costs -1.0"),
        ([np.nan], 1, "Arc 0 costs nan"),
        ([[np.inf]], 1, "Arc 0, criterion 0, costs inf"),
        ([1.0], 0, "Units must be positive"),
        ([1.0], np.inf, "Units must be positive"),
        ([[1.0, 2.0]], [1, 2, 3], "3 units do not fit"),
        ([1.0, 2.0], [1, 1], "2 units do not fit"),
        ([1e30], 1, "coarser unit"),
        ([[[1.0]]], 1, "one unit, or one per criterion"),
    ],
)
def test_refused(costs, units, message):
    with pytest.raises(ValueError, match=message):
        quantise(costs, units)

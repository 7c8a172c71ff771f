"""FEATURE UNDER TEST: a network that makes no sense is refused, naming the first bad arc."""

import numpy as np
import pytest

from careerlattice.router import MAX_TOTAL_COST, build_network

BAD = [
    (0, [], [], np.zeros((0, 1)), "at least one node"),
    (2, [0], [2], [[1]], r"heads\[0\] is 2, but nodes run from 0 to 1"),
    (2, [0, -1], [1, 1], [[1], [1]], r"tails\[1\] is -1"),
    (2, [0.5], [1], [[1]], "whole node numbers"),
    (2, [[0]], [[1]], [[1]], "one list of node numbers"),
    (2, [0, 0], [1], [[1], [1]], "tails has 2 entries and heads 1"),
    (2, [0, 0], [1, 1], [[1]], "with 2 arcs give"),
    (2, [0], [1], [[1] * 7], "1 to 6 criteria, got 7"),
    (2, [0], [1], np.zeros((1, 0)), "1 to 6 criteria, got 0"),
    (2, [0, 0], [1, 1], [[1], [-3]], "Arc 1, criterion 0, costs -3"),
    (2, [0], [1], [[1.0, np.nan]], "Arc 0, criterion 1, costs nan"),
    (2, [0], [1], [[np.inf]], "Arc 0, criterion 0, costs inf"),
    (2, [0], [1], [[1.5]], "pass them through quantise first"),
    (2, [0], [1], [["three"]], "costs must be numbers"),
    (2, [0], [1], [[MAX_TOTAL_COST + 1]], "coarser unit"),
    (2, [0], [1], [[1e30]], "coarser unit"),
    (11, [0], [1], [[MAX_TOTAL_COST // 10 + 1]], "along 10 arcs the sum could exceed"),
]


@pytest.mark.parametrize(("n_nodes", "tails", "heads", "costs", "message"), BAD)
def test_refused(n_nodes, tails, heads, costs, message):
    with pytest.raises(ValueError, match=message):
        build_network(n_nodes, tails, heads, costs)


def test_no_arcs_at_all_is_a_network():
    network = build_network(3, [], [], np.zeros((0, 2)))
    assert (network.n_nodes, network.n_arcs, network.n_criteria) == (3, 0, 2)


def test_whole_numbers_may_come_as_floats():
    assert build_network(2, [0], [1], [[2.0]]).out_cost.tolist() == [[2]]


def test_the_largest_cost_that_is_safe_is_taken():
    assert build_network(11, [0], [1], [[MAX_TOTAL_COST // 10]]).n_arcs == 1


def test_a_network_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        build_network(2, [0], [1], [[1]]).out_cost[0, 0] = 5

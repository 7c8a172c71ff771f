"""FEATURE UNDER TEST: what a journey to the nearest goal costs at least, from every node.

   .-a-> A -b-.
S -+          +-> G      X leads nowhere
   '----c-----'
"""

import pytest

from careerlattice.router import UNREACHED, lower_bounds


def test_each_criterion_by_itself(drawn):
    network = drawn("S-a->A 1/8, A-b->G 1/8, S-c->G 5/3, G-d->X 1/1")
    bounds = lower_bounds(network.network, network.node("G"))
    assert dict(zip(network.nodes, bounds.costs.tolist(), strict=True)) == {
        "S": [2, 3],
        "A": [1, 8],
        "G": [0, 0],
        "X": [UNREACHED, UNREACHED],
    }
    assert bounds.hops.tolist() == [1, 1, 0, UNREACHED]


def test_the_nearest_of_several_goals_counts(drawn):
    network = drawn("S-a->G 5, S-b->H 3, H-c->G 9")
    assert lower_bounds(network.network, [1, 2]).costs.tolist() == [[3], [0], [0]]


def test_a_goal_outside_the_network_is_refused(drawn):
    with pytest.raises(ValueError, match="The goal 5"):
        lower_bounds(drawn("S-a->G 5").network, 5)

"""FEATURE UNDER TEST: one search to every node can be cut too, and says so.

S -a-> A -b-> B -c-> C
"""

from careerlattice.router import find_fronts

ARCS = "S-a->A 1, A-b->B 1, B-c->C 1"


def test_fronts_of_a_cut_search(drawn):
    network = drawn(ARCS)
    fronts = find_fronts(network.network, 0, max_hops=6, label_budget=2)
    assert (fronts.complete, fronts.cut_reason.name) == (False, "LABEL_BUDGET")
    assert fronts.settled_hops == 2
    assert [len(fronts.members_at(node)) for node in range(4)] == [1, 1, 1, 0]


def test_enough_budget_is_complete(drawn):
    fronts = find_fronts(drawn(ARCS).network, 0, max_hops=6, label_budget=3)
    assert (fronts.complete, fronts.cut_reason, fronts.settled_hops) == (True, None, 6)

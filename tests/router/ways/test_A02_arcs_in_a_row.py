"""FEATURE UNDER TEST: the costs of the arcs of a path add up.

S -a-> A -b-> B -c-> G
"""


def test_costs_add_up_in_each_criterion(drawn):
    network = drawn("S-a->A 3/10, A-b->B 4/20, B-c->G 5/30")
    assert network.front("S", "G") == "S -a-> A -b-> B -c-> G 12/60"


def test_arc_ids_are_positions_in_the_callers_list(drawn):
    front = drawn("B-c->G 5, S-a->A 3, A-b->B 4").ask("S", "G")
    assert front.paths == ((1, 2, 0),)
    assert front.hops.tolist() == [3]

"""FEATURE UNDER TEST: fewer hops are better, as one more criterion.

S -a-> A -b-> G
S -----c----> G
"""


def test_a_dearer_way_with_fewer_hops_is_efficient(drawn):
    network = drawn("S-a->A 1, A-b->G 1, S-c->G 5")
    assert network.front("S", "G") == "S -a-> A -b-> G 2 | S -c-> G 5"


def test_at_equal_cost_fewer_hops_win(drawn):
    assert drawn("S-a->A 1, A-b->G 1, S-c->G 2").front("S", "G") == "S -c-> G 2"

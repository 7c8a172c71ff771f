"""FEATURE UNDER TEST: one search gives the efficient ways to every node.

   .-a-.      .-c-.
S -+   +-> A -+   +-> G      X is not reached
   '-b-'      '-d-'
"""

ARCS = "S-a->A 1/7, S-b->A 4/2, A-c->G 1/7, A-d->G 4/2, X-x->S 1/1"


def test_every_node_has_its_front(drawn):
    fronts = "S: 0/0; A: a 1/7, b 4/2; G: ac 2/14, bc 5/9, bd 8/4"
    assert drawn(ARCS).everywhere("S") == fronts


def test_the_hop_bound_holds(drawn):
    assert drawn(ARCS).everywhere("S", max_hops=1) == "S: 0/0; A: a 1/7, b 4/2"


def test_limits_hold(drawn):
    fronts = "S: 0/0; A: a 1/7, b 4/2; G: bc 5/9"
    assert drawn(ARCS).everywhere("S", max_costs=[7, 13]) == fronts


def test_equal_ways_are_kept_if_asked_for(drawn):
    network = drawn("S-a->A 1, S-b->A 1")
    assert network.everywhere("S") == "S: 0; A: a 1"
    assert network.everywhere("S", keep_equal=True) == "S: 0; A: a 1, b 1"

"""FEATURE UNDER TEST: a dearer label with fewer hops must survive at a node on the way.

S -a-> A -b-> B -c-> G
S -----d----> B
"""


def test_the_cheap_label_at_b_has_no_hop_left(drawn):
    network = drawn("S-a->A 1, A-b->B 1, S-d->B 9, B-c->G 1")
    assert network.front("S", "G", max_hops=2) == "S -d-> B -c-> G 10"
    assert network.front("S", "G", max_hops=3) == "S -a-> A -b-> B -c-> G 3 | S -d-> B -c-> G 10"

"""FEATURE UNDER TEST: no way visits a node twice, even where a cycle is free.

    S -a-> A -b-> G
           ^ \
           c  d
           |   v
           '-- B
"""


def test_a_free_cycle_is_never_walked(drawn):
    network = drawn("S-a->A 1, A-d->B 0, B-c->A 0, A-b->G 1")
    assert network.front("S", "G", max_hops=64) == "S -a-> A -b-> G 2"


def test_nor_when_equal_ways_are_kept(drawn):
    network = drawn("S-a->A 1, A-d->B 0, B-c->A 0, A-b->G 1, B-e->G 1")
    assert network.front("S", "G", max_hops=64, keep_equal=True) == "S -a-> A -b-> G 2"


def test_a_cycle_through_the_start(drawn):
    network = drawn("S-a->A 0, A-b->S 0, A-c->G 4, S-d->G 9")
    assert network.front("S", "G", max_hops=9) == "S -a-> A -c-> G 4 | S -d-> G 9"

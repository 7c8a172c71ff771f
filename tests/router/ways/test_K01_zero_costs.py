"""FEATURE UNDER TEST: arcs that cost nothing.

S -a-> A -b-> G
S -----c----> G
"""


def test_a_free_way_is_found(drawn):
    assert drawn("S-a->A 0/0, A-b->G 0/0").front("S", "G") == "S -a-> A -b-> G 0/0"


def test_of_two_free_ways_the_shorter_wins(drawn):
    assert drawn("S-a->A 0/0, A-b->G 0/0, S-c->G 0/0").front("S", "G") == "S -c-> G 0/0"

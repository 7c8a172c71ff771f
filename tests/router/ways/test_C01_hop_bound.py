"""FEATURE UNDER TEST: a way may have at most so many arcs.

S -a-> A -b-> B -c-> G
S ---------d-------> G
"""

ARCS = "S-a->A 1, A-b->B 1, B-c->G 1, S-d->G 9"


def test_long_ways_are_out_of_the_bound(drawn):
    assert drawn(ARCS).front("S", "G", max_hops=2) == "S -d-> G 9"


def test_a_way_with_just_so_many_arcs_is_in(drawn):
    assert drawn(ARCS).front("S", "G", max_hops=3) == "S -a-> A -b-> B -c-> G 3 | S -d-> G 9"


def test_an_empty_answer_says_that_the_bound_is_the_reason(drawn):
    front = drawn("S-a->A 1, A-b->B 1, B-c->G 1").ask("S", "G", max_hops=2)
    assert (len(front), front.no_way.name) == (0, "TOO_MANY_HOPS")


def test_an_empty_answer_says_that_nothing_leads_there(drawn):
    front = drawn("S-a->A 1, G-b->A 1").ask("S", "G", max_hops=2)
    assert (len(front), front.no_way.name) == (0, "UNREACHABLE")

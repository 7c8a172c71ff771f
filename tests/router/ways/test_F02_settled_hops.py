"""FEATURE UNDER TEST: a cut search tells up to how many hops its answer is final.

S -a-> A -b-> G
S -----c----> G
"""

ARCS = "S-a->A 1, A-b->G 1, S-c->G 5"


def test_after_the_first_round_ways_of_one_arc_are_final(drawn):
    assert drawn(ARCS).ask("S", "G", label_budget=2).settled_hops == 1


def test_cut_inside_the_first_round_only_the_starts_are_final(drawn):
    """The goal is looked at first, so one label settles S to G directly; the next is cut."""
    network = drawn("S-a->A 1, A-b->G 1, S-c->G 5, S-d->G 4")
    assert network.ask("S", "G", label_budget=1).settled_hops == 0


def test_a_complete_search_is_final_to_its_bound(drawn):
    assert drawn(ARCS).ask("S", "G", max_hops=5).settled_hops == 5

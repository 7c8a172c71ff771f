"""FEATURE UNDER TEST: no way may cost more than the limit of any criterion.

   .-a-> A -b-.
S -+          +-> G
   '-c-> B -d-'
"""

ARCS = "S-a->A 1/8, A-b->G 1/8, S-c->B 5/1, B-d->G 5/1"


def test_a_limit_takes_out_the_ways_above_it(drawn):
    assert drawn(ARCS).front("S", "G", max_costs=[None, 15]) == "S -c-> B -d-> G 10/2"


def test_a_way_just_at_the_limit_stays(drawn):
    assert drawn(ARCS).front("S", "G", max_costs=[2, 16]) == "S -a-> A -b-> G 2/16"


def test_what_cannot_keep_the_limit_is_not_even_begun(drawn):
    counts = drawn(ARCS).ask("S", "G", max_costs=[None, 2]).counts
    assert (counts.labels_made, counts.pruned_by_limits) == (3, 1)

"""FEATURE UNDER TEST: all ways equal in everything, if asked for.

   .-> A -.
S -+      +-> G
   '-> B -'
"""

ARCS = "S-a->A 1, S-b->B 1, B-c->G 1, A-d->G 1, A-e->G 1"


def test_every_equal_way_is_listed(drawn):
    ways = "S -b-> B -c-> G 2 | S -a-> A -d-> G 2 | S -a-> A -e-> G 2"
    assert drawn(ARCS).front("S", "G", keep_equal=True) == ways


def test_a_better_way_replaces_all_its_equals(drawn):
    network = drawn(ARCS + ", S-f->C 1, C-g->G 0")
    assert network.front("S", "G", keep_equal=True) == "S -f-> C -g-> G 1"


def test_it_does_not_go_with_a_tolerance(drawn, epsilon, refuses):
    with refuses("keep_equal"):
        drawn(ARCS).ask("S", "G", keep_equal=True, epsilon=epsilon(units=(1,)))

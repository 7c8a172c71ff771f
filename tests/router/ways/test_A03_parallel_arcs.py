"""FEATURE UNDER TEST: several arcs join the same two nodes, say full and part time study.

   .-a-.
S -+-b-+-> G
   '-c-'
"""


def test_each_efficient_parallel_arc_is_a_way_of_its_own(drawn):
    network = drawn("S-a->G 3/10, S-b->G 5/5, S-c->G 6/6")
    assert network.front("S", "G") == "S -a-> G 3/10 | S -b-> G 5/5"


def test_parallel_arcs_combine_along_the_way(drawn):
    network = drawn("S-a->A 1/9, S-b->A 9/1, A-c->G 1/9, A-d->G 9/1")
    ways = "S -a-> A -c-> G 2/18 | S -b-> A -c-> G 10/10 | S -b-> A -d-> G 18/2"
    assert network.front("S", "G") == ways

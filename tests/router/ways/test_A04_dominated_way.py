"""FEATURE UNDER TEST: a way that another beats in everything is not shown.

   .-> A -.
S -+      +-> G
   '-> B -'
"""


def test_a_way_worse_in_everything_is_left_out(drawn):
    network = drawn("S-a->A 1/1, A-b->G 1/1, S-c->B 2/1, B-d->G 1/1")
    assert network.front("S", "G") == "S -a-> A -b-> G 2/2"


def test_a_way_better_in_one_criterion_stays(drawn):
    network = drawn("S-a->A 1/2, A-b->G 1/1, S-c->B 2/1, B-d->G 1/1")
    assert network.front("S", "G") == "S -a-> A -b-> G 2/3 | S -c-> B -d-> G 3/2"

"""FEATURE UNDER TEST: of ways equal in everything, the same one is shown every time.

   .-> A -.
S -+      +-> G      equal at every turn
   '-> B -'
"""


def test_the_lowest_arc_next_to_the_goal_decides(drawn):
    assert drawn("S-a->A 1, S-b->B 1, B-c->G 1, A-d->G 1").front("S", "G") == "S -b-> B -c-> G 2"
    assert drawn("S-a->A 1, S-b->B 1, A-d->G 1, B-c->G 1").front("S", "G") == "S -a-> A -d-> G 2"


def test_then_the_arc_before_it(drawn):
    assert drawn("S-b->A 1, S-a->A 1, A-c->G 1").front("S", "G") == "S -b-> A -c-> G 2"


def test_the_lowest_goal_comes_first(drawn):
    network = drawn("S-a->H 1, S-b->G 1", nodes="S G H")
    assert network.front("S", "H G") == "S -b-> G 1"


def test_the_first_of_equal_starts_comes_first(drawn):
    front = drawn("S-a->G 1").ask([("S", "2"), ("S", "1"), ("S", "1")], "G")
    assert front.start_index == (1,)

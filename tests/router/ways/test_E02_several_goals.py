"""FEATURE UNDER TEST: any of several goals will do.

   .-a-> G
S -+
   '-b-> H -c-> J
"""


def test_one_front_over_all_goals(drawn):
    network = drawn("S-a->G 1/5, S-b->H 5/1, H-c->J 0/0")
    assert network.front("S", "G H") == "S -a-> G 1/5 | S -b-> H 5/1"


def test_a_goal_beaten_by_another_goal_is_left_out(drawn):
    assert drawn("S-a->G 1/1, S-b->H 5/1, H-c->J 0/0").front("S", "G H") == "S -a-> G 1/1"


def test_no_way_goes_on_past_a_goal(drawn):
    assert drawn("S-a->G 1/5, S-b->H 5/1, H-c->J 0/0").front("S", "H J") == "S -b-> H 5/1"

"""FEATURE UNDER TEST: an empty answer tells whether a limit alone is too low.

   .-a-.
S -+   +-> G
   '-b-'
"""


def test_one_limit_below_the_least_possible(drawn):
    front = drawn("S-a->G 2/9, S-b->G 8/3").ask("S", "G", max_costs=[1, None])
    assert front.no_way.name == "OVER_LIMITS"
    assert front.least.tolist() == [2, 3]


def test_each_limit_can_be_kept_but_not_both(drawn):
    front = drawn("S-a->G 2/9, S-b->G 8/3").ask("S", "G", max_costs=[7, 8])
    assert front.no_way.name == "OVER_LIMITS"
    assert (front.least <= [7, 8]).all()


def test_a_start_can_be_over_the_limit_by_itself(drawn):
    front = drawn("S-a->G 0/0").ask([("S", "5/0")], "G", max_costs=[4, None])
    assert front.no_way.name == "OVER_LIMITS"

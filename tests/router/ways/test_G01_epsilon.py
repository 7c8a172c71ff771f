"""FEATURE UNDER TEST: a tolerance leaves out ways hardly better than one shown.

   .-a-.
S -+-:-+-> G
   '-d-'
"""

ARCS = "S-a->G 10/50, S-b->G 11/49, S-c->G 30/30, S-d->G 60/10"


def test_within_so_many_units(drawn, epsilon):
    front = drawn(ARCS).front("S", "G", epsilon=epsilon(units=(0, 1)))
    assert front == "S -a-> G 10/50 | S -c-> G 30/30 | S -d-> G 60/10"


def test_within_a_share_of_the_cost(drawn, epsilon):
    front = drawn(ARCS).front("S", "G", epsilon=epsilon(share=0.05))
    assert front == "S -a-> G 10/50 | S -c-> G 30/30 | S -d-> G 60/10"


def test_too_small_a_share_leaves_out_nothing(drawn, epsilon):
    assert len(drawn(ARCS).ask("S", "G", epsilon=epsilon(share=0.02))) == 4


def test_such_an_answer_is_complete_but_not_exact(drawn, epsilon):
    front = drawn(ARCS).ask("S", "G", epsilon=epsilon(units=(1, 1)))
    assert (front.complete, front.exact) == (True, False)


def test_no_tolerance_is_exact(drawn, epsilon):
    assert drawn(ARCS).ask("S", "G", epsilon=epsilon()).exact


def test_hops_are_never_given_away(drawn, epsilon):
    network = drawn("S-a->A 1, A-b->G 1, S-c->G 3")
    assert network.front("S", "G", epsilon=epsilon(units=(1,))) == "S -c-> G 3"
    network = drawn("S-a->A 1, A-b->G 1, S-c->G 9")
    assert len(network.ask("S", "G", epsilon=epsilon(units=(6,)))) == 2

"""FEATURE UNDER TEST: a search that needs more labels than allowed is cut and says so.

S -a-> A -b-> G
S -----c----> G
"""

ARCS = "S-a->A 1, A-b->G 1, S-c->G 5"


def test_a_cut_search_is_never_called_complete(drawn):
    front = drawn(ARCS).ask("S", "G", label_budget=2)
    assert (front.complete, front.exact, front.cut_reason.name) == (False, False, "LABEL_BUDGET")
    assert front.counts.labels_made == 2


def test_a_budget_that_just_suffices_does_not_cut(drawn):
    front = drawn(ARCS).ask("S", "G", label_budget=3)
    assert (front.complete, front.exact, front.cut_reason) == (True, True, None)
    assert front.counts.labels_made == 3


def test_what_was_found_before_the_cut_is_given(drawn):
    network = drawn(ARCS)
    front = network.ask("S", "G", label_budget=2)
    assert network.line(front) == "S -c-> G 5"


def test_a_cut_before_the_goal_is_no_proof_that_there_is_no_way(drawn):
    front = drawn("S-a->A 1, A-b->B 1, B-c->G 1").ask("S", "G", label_budget=1)
    assert front.no_way.name == "CUT"

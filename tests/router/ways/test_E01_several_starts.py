"""FEATURE UNDER TEST: the way may begin at several nodes, each with what is paid there.

S -a-.
     +-> G
T -b-'
"""


def test_one_front_over_all_starts(drawn):
    network = drawn("S-a->G 1/5, T-b->G 5/1")
    assert network.front("S T", "G") == "S -a-> G 1/5 | T -b-> G 5/1"
    assert network.ask("S T", "G").start_index == (0, 1)


def test_costs_already_paid_count(drawn):
    network = drawn("S-a->G 1/5, T-b->G 5/1")
    assert network.front([("S", "6/0"), ("T", "0/0")], "G") == "T -b-> G 5/1"


def test_the_same_node_can_be_a_start_at_two_prices(drawn):
    network = drawn("S-a->G 1/1")
    front = network.ask([("S", "0/9"), ("S", "9/0"), ("S", "9/9")], "G")
    assert network.line(front) == "S -a-> G 1/10 | S -a-> G 10/1"
    assert front.start_index == (0, 1)

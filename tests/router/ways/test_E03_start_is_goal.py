"""FEATURE UNDER TEST: who already stands at a goal has arrived.

S -a-> G
"""


def test_the_empty_way(drawn):
    front = drawn("S-a->G 1/1").ask("S", "S")
    assert (front.paths, front.nodes, front.hops.tolist()) == (((),), ((0,),), [0])
    assert front.costs.tolist() == [[0, 0]]


def test_a_dear_start_at_the_goal_against_a_cheap_way_to_it(drawn):
    network = drawn("S-a->G 1/1")
    assert network.front([("G", "7/7"), ("S", "0/0")], "G") == "S -a-> G 1/1 | G 7/7"


def test_no_hop_is_enough_when_there(drawn):
    assert drawn("S-a->G 1").front("G", "G", max_hops=0) == "G 0"

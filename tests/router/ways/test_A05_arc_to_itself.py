"""FEATURE UNDER TEST: an arc from a node to itself is harmless.

S -a-> A -b-> G
      (l)
"""


def test_a_loop_is_dropped_and_counted_and_arc_ids_stay(drawn):
    network = drawn("S-a->A 1, A-l->A 0, A-b->G 1")
    assert network.front("S", "G") == "S -a-> A -b-> G 2"
    assert network.ask("S", "G").paths == ((0, 2),)
    assert (network.network.n_loops_dropped, network.network.n_arcs) == (1, 2)

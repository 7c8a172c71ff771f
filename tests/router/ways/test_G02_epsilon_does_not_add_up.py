"""FEATURE UNDER TEST: the tolerance holds for the whole way, not once per arc.

   .-a-.      .-c-.      .-e-.
S -+   +-> A -+   +-> B -+   +-> G      the upper arc of each pair is one unit dearer
   '-b-'      '-d-'      '-f-'
"""

ARCS = "S-a->A 3/0, S-b->A 2/1, A-c->B 3/0, A-d->B 2/1, B-e->G 3/0, B-f->G 2/1"


def test_every_way_has_one_shown_that_is_within_one_unit(drawn, epsilon):
    network = drawn(ARCS)
    exact = network.ask("S", "G").costs.tolist()
    shown = network.ask("S", "G", epsilon=epsilon(units=(1, 1))).costs.tolist()
    assert exact == [[6, 3], [7, 2], [8, 1], [9, 0]]
    assert len(shown) < len(exact)
    for way in exact:
        assert any(all(s <= w + 1 for s, w in zip(one, way, strict=True)) for one in shown)

"""FEATURE UNDER TEST: up to six criteria count alike.

   .-a-.
S -+-:-+-> G
   '-f-'
"""


def test_the_best_in_each_of_six_criteria_is_kept(drawn):
    rows = [["5"] * 6 for _ in range(6)]
    for place, row in enumerate(rows):
        row[place] = "4"
    arcs = ", ".join(f"S-{'abcdef'[place]}->G {'/'.join(row)}" for place, row in enumerate(rows))
    network = drawn(arcs + ", S-x->G 5/5/5/5/5/5")
    front = network.ask("S", "G")
    assert {network.arcs[path[0]] for path in front.paths} == set("abcdef")
    assert front.least.tolist() == [4] * 6

"""FEATURE UNDER TEST: a single arc leads from start to goal.

S -a-> G
"""


def test_one_arc_is_the_whole_way(drawn):
    assert drawn("S-a->G 3").front("S", "G") == "S -a-> G 3"


def test_an_arc_leads_one_way_only(drawn):
    assert drawn("S-a->G 3").front("G", "S") == ""

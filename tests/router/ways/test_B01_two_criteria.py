"""FEATURE UNDER TEST: with two criteria the answer is a trade-off.

   .-a-> A -b-.      fast and dear
S -+-c-> B -d-+-> G  between
   '-e-> C -f-'      slow and cheap
"""

ARCS = "S-a->A 1/8, A-b->G 1/8, S-c->B 3/4, B-d->G 3/4, S-e->C 5/1, C-f->G 5/1"


def test_members_stand_in_ascending_order_of_the_first_criterion(drawn):
    ways = "S -a-> A -b-> G 2/16 | S -c-> B -d-> G 6/8 | S -e-> C -f-> G 10/2"
    assert drawn(ARCS).front("S", "G") == ways


def test_a_way_inside_the_hull_is_found_too(drawn):
    """No weighting of the criteria makes 9/9 the best; it is efficient all the same."""
    network = drawn("S-a->G 0/10, S-b->G 9/9, S-c->G 10/0")
    assert network.front("S", "G") == "S -a-> G 0/10 | S -b-> G 9/9 | S -c-> G 10/0"

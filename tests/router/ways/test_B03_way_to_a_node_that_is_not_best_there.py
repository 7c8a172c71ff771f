"""FEATURE UNDER TEST: every label that no other beats at its node is carried on.

   .-a-.      .-c-.
S -+   +-> A -+   +-> G
   '-b-'      '-d-'
"""


def test_the_best_whole_can_start_with_the_slower_half(drawn):
    network = drawn("S-a->A 1/7, S-b->A 4/2, A-c->G 1/7, A-d->G 4/2")
    ways = "S -a-> A -c-> G 2/14 | S -b-> A -c-> G 5/9 | S -b-> A -d-> G 8/4"
    assert network.front("S", "G") == ways

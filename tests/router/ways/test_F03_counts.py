"""FEATURE UNDER TEST: every label made is kept or pruned for one named reason.

   .-a-.      .-c-.
S -+   +-> A -+   +-> G -f-> B
   '-b-'      '-d-'
    `------e------'
"""


def test_labels_are_accounted_for(drawn):
    network = drawn("S-a->A 1/7, S-b->A 1/8, A-c->G 1/7, A-d->G 4/2, S-e->G 9/9, G-f->B 0/0")
    counts = network.ask("S", "G", max_costs=[6, None]).counts
    pruned = counts.pruned_by_limits + counts.pruned_by_bound + counts.pruned_by_dominance
    assert counts.labels_made + 1 == counts.labels_kept + pruned
    assert counts.pruned_by_limits == 1  # e costs 9 of 6
    assert counts.pruned_by_dominance == 1  # b loses to a
    assert (counts.labels_made, counts.labels_expanded) == (5, 2)  # from S and from A; never G

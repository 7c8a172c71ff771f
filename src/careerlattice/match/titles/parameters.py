"""The judgments of title coding beside its fitted weights; see `docs/methods/titles.md`."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

INDUSTRY_WEIGHT = Parameter(
    0.7, "weight", "weight of an industry's words, averaged and held between -1 and 4; not fitted"
)
NEIGHBORS = Parameter(40, "titles", "as many nearest known titles vote for their occupations")
NEIGHBOR_POWER = Parameter(
    4, "power", "of likeness in a vote, so that the nearest titles decide over the many"
)

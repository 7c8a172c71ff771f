"""Makes the arrays of the lattice from a release's tables; a server reads the file instead."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import read_ratings
from careerlattice.lattice.arrays.kinds import kinds_of, same_field
from careerlattice.lattice.arrays.ladder_levels import levels_of
from careerlattice.lattice.arrays.nearness import nearness_of
from careerlattice.lattice.arrays.status_index import read_status_index
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.likelihood.features import employment_share
from careerlattice.lattice.likelihood.inputs import read_likelihood_inputs
from careerlattice.lattice.likelihood.model import ease, likelihood
from careerlattice.profile.skill_shortfall import shortfalls


def build_arrays(catalog: Catalog) -> LatticeArrays:
    """The arrays of a release, from its tables. Deterministic; takes a few seconds."""
    status = read_status_index(catalog)
    ratings = read_ratings(catalog)
    nearness = nearness_of(catalog, ratings)
    shortfall = shortfalls(ratings)
    inputs = read_likelihood_inputs(catalog)
    likely = likelihood(inputs)
    return LatticeArrays(
        likelihood=likely,
        ease=ease(likely, employment_share(inputs), shortfall),
        skill_shortfall=shortfall,
        nearness=nearness,
        kind=kinds_of(status, nearness, same_field(catalog)),
        level=levels_of(status),
    )

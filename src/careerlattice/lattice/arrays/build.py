"""Makes the arrays of the lattice from a release's tables; a server reads the file instead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import read_ratings
from careerlattice.lattice.arrays.kinds import KindFacts, kinds_of, same_field
from careerlattice.lattice.arrays.ladder_levels import levels_of
from careerlattice.lattice.arrays.learning import counts_on, peers, shares_series
from careerlattice.lattice.arrays.named_moves import read_named_moves
from careerlattice.lattice.arrays.nearness import nearness_of
from careerlattice.lattice.arrays.status_index import StatusIndex, read_status_index
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.arrays.supervisors import MILITARY, is_leader
from careerlattice.lattice.likelihood.features import employment_share
from careerlattice.lattice.likelihood.inputs import read_likelihood_inputs
from careerlattice.lattice.likelihood.model import ease, likelihood
from careerlattice.profile.skill_shortfall import shortfalls
from careerlattice.requirements.condition_arrays import build_condition_arrays
from careerlattice.requirements.entry import is_asked_by_law
from careerlattice.requirements.fields_of_study import APPRENTICESHIP
from careerlattice.requirements.requirements import open_requirements


def build_arrays(catalog: Catalog) -> LatticeArrays:
    """The arrays of a release, from its tables. Deterministic; takes a few seconds."""
    status = read_status_index(catalog)
    ratings = read_ratings(catalog)
    nearness = nearness_of(catalog, ratings)
    shortfall = shortfalls(ratings)
    inputs = read_likelihood_inputs(catalog)
    likely = likelihood(inputs)
    facts = read_kind_facts(catalog, status, nearness)
    return LatticeArrays(
        likelihood=likely,
        ease=ease(likely, employment_share(inputs), shortfall),
        skill_shortfall=shortfall,
        nearness=nearness,
        kind=kinds_of(facts),
        named=facts.named,
        level=levels_of(status),
    )


def read_kind_facts(
    catalog: Catalog, status: StatusIndex, nearness: NDArray[np.float32]
) -> KindFacts:
    """What the kinds of all moves rest on, in the order of `catalog.codes`."""
    asked = open_requirements(catalog)
    every = np.arange(len(catalog.codes))
    typical = asked.shares.typical_level
    taught = shares_series(asked.fields_of_study, every)
    counts = counts_on(asked.fields_of_study, typical, every, nearness, taught)
    # The military's ratings are other occupations': what counts in civilian work is only what the
    # entry conditions say.
    serves = np.array([code[:2] == MILITARY for code in catalog.codes])
    counts &= ~(serves[:, None] & ~serves[None, :])
    # A license by law is a gate that only its own schooling, or what names the move, leads through.
    taught = taught & asked.fields_of_study.is_specific[:, None]
    counts &= taught | ~_is_gated(catalog)[None, :]
    return KindFacts(
        status=status,
        typical_level=typical,
        leads=np.array([is_leader(code) for code in catalog.codes]),
        nearness=nearness,
        same_field=same_field(catalog),
        counts_on=counts,
        peers=peers(catalog.codes, _is_apprenticed(catalog), asked.fields_of_study.is_specific),
        named=read_named_moves(catalog),
    )


def _is_apprenticed(catalog: Catalog) -> NDArray[np.bool_]:
    """Which occupations an apprenticeship usually leads to, by BLS or entry conditions, (n,)."""
    bls = open_requirements(catalog).shares.bls["on_the_job_training"]
    found = np.array([one == APPRENTICESHIP for one in bls])
    ways = catalog.keep(build_condition_arrays)
    found[ways.row[ways.is_usual_apprenticeship]] = True
    return found


def _is_gated(catalog: Catalog) -> NDArray[np.bool_]:
    """Which occupations law lets nobody enter without a license of their own, (n,)."""
    gates = [open_requirements(catalog).entries.gates(code) for code in catalog.codes]
    return np.array([is_asked_by_law(one) and not one[0].is_after_hire for one in gates])

"""Makes the arrays of the lattice from a release's tables; a server reads the file instead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import read_ratings
from careerlattice.lattice.arrays.held import holds_what_is_asked
from careerlattice.lattice.arrays.kinds import KindFacts, kinds_of, same_field
from careerlattice.lattice.arrays.ladder_levels import levels_of
from careerlattice.lattice.arrays.learning import counts_on, peers, shares_series
from careerlattice.lattice.arrays.level_bounds import bounds_of
from careerlattice.lattice.arrays.named_moves import read_named_moves
from careerlattice.lattice.arrays.nearness import nearness_of
from careerlattice.lattice.arrays.status_index import StatusIndex, read_status_index
from careerlattice.lattice.arrays.stored import LatticeArrays, in_steps
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
    bounds = read_level_bounds(catalog)
    return LatticeArrays(
        likelihood=likely,
        ease=ease(likely, employment_share(inputs), shortfall),
        shortfall=in_steps(shortfall),
        nearness=nearness,
        kind=kinds_of(facts),
        named=facts.named,
        level=levels_of(status, bounds),
        bounds=bounds,
    )


def read_level_bounds(catalog: Catalog) -> NDArray[np.int8]:
    """The lowest and the highest level of every occupation by its entry conditions, (2, n)."""
    asked = open_requirements(catalog)
    every = [
        bounds_of(one.code, one.title, asked.get_entry(one.code))
        for one in catalog.list_occupations()
    ]
    return np.array(every, dtype=np.int8).T.copy()


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
    gate = _gates(catalog)
    is_other = (gate[:, None] >= 0) & (gate[:, None] != gate[None, :])
    counts &= (taught & ~is_other) | (gate < 0)[None, :]
    held = holds_what_is_asked(
        catalog.keep(build_condition_arrays), typical, asked.fields_of_study.programs
    )
    # Schooling of the same level in another field is no step up from where one stands.
    is_again = asked.fields_of_study.is_specific & (typical[:, None] >= typical[None, :])
    counts &= ~is_again | taught | held
    return KindFacts(
        status=status,
        typical_level=typical,
        leads=np.array([is_leader(code) for code in catalog.codes]),
        nearness=nearness,
        same_field=same_field(catalog),
        counts_on=counts,
        held=held,
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


def _gates(catalog: Catalog) -> NDArray[np.int64]:
    """A number for the license without which law lets nobody enter, (n,); -1 where there is none.

    Licenses of one name are one.
    """
    numbers: dict[str, int] = {}
    found = []
    for code in catalog.codes:
        gates = open_requirements(catalog).entries.gates(code)
        is_gated = is_asked_by_law(gates) and not gates[0].is_after_hire
        found.append(numbers.setdefault(gates[0].name, len(numbers)) if is_gated else -1)
    return np.array(found)

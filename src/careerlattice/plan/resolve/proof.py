"""What a license held proves: who has it has met what it asks, in one way in of its occupation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.facts.occupations import Flags, OccupationFacts
from careerlattice.requirements.requirements import open_requirements

ASKS_WORK = frozenset(
    (
        *("hours", "experience", "experience_months", "experience_hours", "intern_hours"),
        *("internship_months", "internship_hours", "supervised_days", "sea_days", "license"),
    )
)
"""Names of what a license asks that is work done before: who holds it has done it."""


@dataclass(frozen=True)
class Proof:
    """What licenses prove, c conditions of n occupations.

    `held` (n,): the license of the occupation is held. `ways` (c,): the one way in that it is held
    by, with schooling, course, term and supervised practice behind it; `work` (c,): and the work
    that it asks before.
    """

    held: Flags
    ways: Flags
    work: Flags


def prove(catalog: Catalog, facts: OccupationFacts, held: Flags) -> Proof | None:
    """What the licenses of these occupations (n,) prove; none where none is held."""
    if not held.any():
        return None
    ways, gates = facts.ways, open_requirements(catalog).entries.gates
    proven, work = np.zeros(len(ways.row), dtype=np.bool_), np.zeros(len(ways.row), dtype=np.bool_)
    for row in np.flatnonzero(held).tolist():
        places = ways.of[row]
        licensed = [at for at in places if not ways.is_unlicensed[at]] or places.tolist()
        plain = [at for at in licensed if not (ways.asks_rank[at] or ways.is_bridge[at])]
        way = (plain or licensed)[0]
        proven[way] = True
        first = next(iter(gates(catalog.codes[row])), None)
        work[way] = first is not None and bool(ASKS_WORK & first.asks.keys())
    return Proof(held, proven, work)

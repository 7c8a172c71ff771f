"""The ladder around one occupation: what leads there, what is beside it, what it leads to."""

from __future__ import annotations

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.ladder_levels import CUTS, general_levels
from careerlattice.lattice.arrays.named_moves import LEAST_UP
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.arrays.supervisors import is_supervisor
from careerlattice.lattice.ladder.cutting import LadderFacts, LadderName, assemble
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.lattice.parameters import (
    FAR_FROM_CENTER,
    NEAR_ENOUGH_AROUND,
    NEAR_ENOUGH_TO_ADVANCE,
)

BELOW, BESIDE, ABOVE, BEYOND = 5, 4, 6, 2
"""How many occupations are shown below, beside, above, and beyond the nearest of these."""
FRAMEWORK = "neighborhood"


def cut_neighborhood(facts: LadderFacts, row: int) -> Ladder:
    """The ladder around an occupation, at the general levels.

    Members are the occupation, the strongest moves up into it (5), sideways (4) and up from it (6),
    the best step to supervise its occupational group, the best and the likeliest to manage in one
    of its clusters, the two strongest further steps up from the best three above, and down from the
    best two below. A move's weight is its nearness times the root of its likelihood; one that entry
    conditions name is as near as an advance has to be. Works for
    every occupation, military and listed ones included, whose stand-in's ratings serve.
    """
    catalog, arrays = facts.catalog, facts.arrays
    near_center = arrays.nearness[row] > FAR_FROM_CENTER.value

    def best(at: int, kind: Kind, limit: int, *, into: bool = False) -> list[int]:
        """The rows that moves of a kind lead to from a row, or come from, the heaviest first."""
        near, named, likely, kinds = (
            array[:, at] if into else array[at]
            for array in (arrays.nearness, arrays.named, arrays.likelihood, arrays.kind)
        )
        close = np.maximum(near, (named >= LEAST_UP) * np.float32(NEAR_ENOUGH_TO_ADVANCE.value))
        fits = (kinds == kind) & (close >= NEAR_ENOUGH_AROUND.value)
        if at != row:
            fits &= near_center
        weight = np.where(fits, close * np.sqrt(likely), -1)
        order = np.lexsort((np.arange(len(weight)), -weight))[:limit]
        return [int(r) for r in order if fits[r]]

    below = best(row, Kind.ADVANCE, BELOW, into=True)
    beside = best(row, Kind.LATERAL, BESIDE)
    above = best(row, Kind.ADVANCE, ABOVE)
    above += [lead for lead in _leads(catalog, arrays, row) if lead not in above]
    beyond = [further for step in above[:3] for further in best(step, Kind.ADVANCE, BEYOND)]
    before = [
        earlier for step in below[:2] for earlier in best(step, Kind.ADVANCE, BEYOND, into=True)
    ]
    steps = {(row, b) for b in above} | {(a, row) for a in below}
    members = np.array(sorted({row, *before, *below, *beside, *above, *beyond}), dtype=np.int64)
    code = catalog.codes[row]
    title = catalog.occupation(code).title
    main = catalog.list_pathways_of(code)
    name = LadderName(
        id=f"around-{code}",
        framework=FRAMEWORK,
        cluster=main[0].cluster_name if main else "",
        pathway=f"Around {title}",
    )
    standing = facts.standing_of(members, CUTS)
    levels = general_levels(standing)
    height = dict(zip(members.tolist(), standing, strict=True))
    steps = {(a, b) for a, b in steps if height[a] < height[b]}
    return assemble(facts, name, facts.members(members, levels, standing), center=row, steps=steps)


def _leads(catalog: Catalog, arrays: LatticeArrays, row: int) -> list[int]:
    """The likeliest first-line supervisor of the occupation's group, and manager in its clusters.

    People rise into both from work whose ratings look quite unlike theirs.
    """
    code = catalog.codes[row]
    clusters = {pathway.cluster_id for pathway in catalog.list_pathways_of(code)}
    up = np.flatnonzero(arrays.kind[row] == Kind.ADVANCE)

    def manages(other: int) -> bool:
        lead = catalog.codes[other]
        return lead.major_group == "11" and any(
            pathway.cluster_id in clusters for pathway in catalog.list_pathways_of(lead)
        )

    def supervises(other: int) -> bool:
        lead = catalog.codes[other]
        return lead.major_group == code.major_group and is_supervisor(lead)

    # Not by nearness alone: that of a manager is often none.
    pull = (arrays.nearness[row] + FAR_FROM_CENTER.value) * np.sqrt(arrays.likelihood[row])
    wanted = [(supervises, pull), (manages, pull), (manages, arrays.likelihood[row])]
    found = []
    for fits, values in wanted:
        able = [int(other) for other in up if fits(int(other))]
        if able:
            found.append(max(able, key=lambda other: (float(values[other]), -other)))
    return list(dict.fromkeys(found))

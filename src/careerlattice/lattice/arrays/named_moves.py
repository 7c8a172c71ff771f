"""Moves that entry conditions name: steps on, ranks below, bridges, credited work, related work."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.supervisors import is_supervisor


class Named(IntEnum):
    """What names a move, the strongest last; NONE where nothing does.

    WORK: the destination names the work as experience that counts. SIDEWAYS: the origin names it as
    a step sideways. CREDIT: an apprenticeship of the destination counts the work. BRIDGE: a way in
    starts from the origin's license. RANK: the destination is filled from this rank. STEP: the
    origin names it as a step up.
    """

    NONE = 0
    WORK = 1
    SIDEWAYS = 2
    CREDIT = 3
    BRIDGE = 4
    RANK = 5
    STEP = 6


LEAST_UP = Named.CREDIT
"""From this sort on a named move may be a step up whatever pay says."""


def read_named_moves(catalog: Catalog) -> NDArray[np.int8]:
    """What names each move, shape (occupations, occupations), rows are origins; a `Named` each.

    From the entry conditions and next steps of the release. Of several that name a move the
    strongest stands, save that a step which the origin calls sideways is one unless the destination
    is a first-line supervisor: a nurse may teach a trade class, and is no lower rank for it.
    """
    # Serving asks this file only what the sorts are called.
    from careerlattice.requirements.condition_arrays import build_condition_arrays

    size, row_of = len(catalog.codes), catalog.row_of
    named = np.zeros((size, size), dtype=np.int8)
    ways = catalog.keep(build_condition_arrays)
    for sort, marks in (
        (Named.WORK, ways.counts),
        (Named.CREDIT, ways.credit > 0),
        (Named.BRIDGE, ways.is_licensed_before),
        (Named.RANK, ways.is_rank),
    ):
        place, origin = np.nonzero(marks)
        named[origin, ways.row[place]] = sort
    leads = np.array([is_supervisor(code) for code in catalog.codes])
    steps = catalog.release.table("entry_next").select("onet_soc_code", "to_code", "kind")
    for origin, to, kind in steps.iter_rows():
        a, b = row_of[origin], row_of[to]
        if kind == "advance":
            named[a, b] = Named.STEP
        elif not (leads[b] and named[a, b] == Named.RANK):
            named[a, b] = Named.SIDEWAYS
    np.fill_diagonal(named, Named.NONE)
    return named

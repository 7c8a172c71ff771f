"""Moves that entry conditions name: steps on, ranks below, bridges, credited work, related work."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.supervisors import is_supervisor

if TYPE_CHECKING:
    from careerlattice.requirements.condition_arrays import ConditionArrays

Flags = NDArray[np.bool_]


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

    size = len(catalog.codes)
    named = np.zeros((size, size), dtype=np.int8)
    ways = catalog.keep(build_condition_arrays)
    for sort, marks in (
        (Named.WORK, ways.counts),
        (Named.CREDIT, ways.credit),
        (Named.BRIDGE, ways.is_licensed_before),
        (Named.RANK, ways.is_rank),
    ):
        named[pairs_of(ways, np.asarray(marks) > 0)] = sort
    leads = np.array([is_supervisor(code) for code in catalog.codes])
    up, aside = next_pairs(catalog)
    named[aside & ~(leads[None, :] & (named == Named.RANK))] = Named.SIDEWAYS
    named[up] = Named.STEP
    np.fill_diagonal(named, Named.NONE)
    return named


def pairs_of(ways: ConditionArrays, marks: NDArray[np.bool_], most: float = 1.0) -> Flags:
    """The pairs that conditions mark, shape (occupations, occupations), rows are origins.

    `marks` (conditions, occupations) flags the work each condition names. A condition that names
    more than the share `most` of all occupations names nearly any work, and so none.
    """
    size = marks.shape[1]
    found = np.zeros((size, size), dtype=np.bool_)
    narrow = marks.sum(axis=1) <= most * size
    place, origin = np.nonzero(marks & narrow[:, None])
    found[origin, ways.row[place]] = True
    np.fill_diagonal(found, val=False)
    return found


def next_pairs(catalog: Catalog) -> tuple[Flags, Flags]:
    """The steps up, and the steps sideways, that origins name, each of shape (n, n)."""
    size, row_of = len(catalog.codes), catalog.row_of
    up, aside = np.zeros((2, size, size), dtype=np.bool_)
    steps = catalog.release.table("entry_next").select("onet_soc_code", "to_code", "kind")
    for origin, to, kind in steps.iter_rows():
        (up if kind == "advance" else aside)[row_of[origin], row_of[to]] = True
    return up, aside

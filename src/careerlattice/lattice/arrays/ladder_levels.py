"""Levels: entry, intermediate, advanced, expert, over all occupations and inside a pathway."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.parameters import (
    ADVANCED_FROM,
    EXPERT_FROM,
    INTERMEDIATE_FROM,
    LINE_DOWN,
    LINE_UP,
    OWN_SPREAD_FROM,
)

CUTS = tuple(float(line.value) for line in (INTERMEDIATE_FROM, ADVANCED_FROM, EXPERT_FROM))
"""Values of the status index at which intermediate, advanced and expert begin."""
QUARTERS = (0.25, 0.50, 0.75)


def levels_of(status: StatusIndex) -> NDArray[np.int8]:
    """The level of every occupation among all, shape (occupations,)."""
    return general_levels(status.index)


def general_levels(standing: NDArray[np.float64]) -> NDArray[np.int8]:
    """The level of occupations that stand so high on the status index, of the same shape."""
    return np.digitize(standing, CUTS).astype(np.int8)


def pathway_cuts(index: NDArray[np.float64]) -> tuple[float, ...]:
    """Where intermediate, advanced and expert begin in a pathway whose members stand so high.

    Between the general lines and the pathway's own quarters, so that a pathway of cooks and one of
    physicians both have rungs. The lines move less upward, as a level should not promise less in
    one pathway than elsewhere: among physicians a licensed nurse is still no beginner.
    """
    if len(index) < OWN_SPREAD_FROM.value:
        return CUTS
    own = np.quantile(index, QUARTERS)
    return tuple(
        float(cut + (quarter - cut) * (LINE_UP if quarter > cut else LINE_DOWN).value)
        for cut, quarter in zip(CUTS, own, strict=True)
    )


def pathway_levels(
    status: StatusIndex, rows: NDArray[np.int64], standing: NDArray[np.float64] | None = None
) -> NDArray[np.int8]:
    """The level of each member of a pathway, shape (members,), in the order of `rows`.

    The lines are drawn by the status index, and members are put by `standing` where it is given, in
    which leaders stand above those they lead. A higher member never has a lower level, so that an
    advance never leads to a lower level.
    """
    index = status.index[rows]
    return np.digitize(index if standing is None else standing, pathway_cuts(index)).astype(np.int8)

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


Floats = NDArray[np.float64]
EDGE, EDGE_FADES = 1.0, 50.0
"""Points below a line (or above) in which those stand that conditions hold, in their own order."""


def levels_of(status: StatusIndex, bounds: NDArray[np.int8]) -> NDArray[np.int8]:
    """The level of every occupation among all, shape (occupations,), between its `bounds`."""
    return general_levels(held_between(status.index, bounds, CUTS))


def held_between(index: Floats, bounds: NDArray[np.int8], cuts: tuple[float, ...]) -> Floats:
    """The status index held between the levels that entry conditions allow, shape (m,).

    `bounds` (2, m) are the lowest and the highest `LadderLevel`, `cuts` where intermediate,
    advanced and expert begin. Whoever is held back or up stands next to the line, in the order of
    the index among themselves.
    """
    lines = np.array([-np.inf, *cuts, np.inf])
    least, most = lines[bounds[0].astype(np.int64)], lines[bounds[1].astype(np.int64) + 1]
    with np.errstate(over="ignore", invalid="ignore"):
        above = most - EDGE * np.exp(-np.maximum(index - most, 0) / EDGE_FADES)
        below = least + EDGE * np.exp(-np.maximum(least - index, 0) / EDGE_FADES)
    held = np.where(index > most - EDGE, np.minimum(index, above), index)
    return np.asarray(np.where(held < least + EDGE, np.maximum(held, below), held))


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

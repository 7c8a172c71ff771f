"""Levels: entry, intermediate, advanced, expert, over all occupations and inside a pathway."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.status_index import Heights

# Heights at which intermediate, advanced and expert begin: near the quarters of all occupations.
CUTS = (30.0, 45.0, 65.0)
# Fewer occupations than this say too little of a pathway's own spread.
OWN_SPREAD_FROM = 8
SHARES = (0.25, 0.50, 0.75)
DOWN, UP = 0.50, 0.25

RULE = (
    "An occupation's height is half preparation (job zone, schooling, experience with training) "
    "and half median pay, on a scale of 0 to 100. "
    "Entry reaches to 30, intermediate to 45, advanced to 65, expert beyond: about a quarter of "
    "all occupations each. "
    "Inside a pathway of eight or more occupations each of these lines moves toward the pathway's "
    "own quarters: half of the way where those are lower, a quarter of it where they are higher."
)


def levels_of(heights: Heights) -> NDArray[np.int8]:
    """The level of every occupation among all, shape (occupations,)."""
    return np.digitize(heights.height, CUTS).astype(np.int8)


def pathway_cuts(height: NDArray[np.float64]) -> tuple[float, float, float]:
    """Where intermediate, advanced and expert begin in a pathway whose members have these heights.

    Between the general lines and the pathway's own quarters, so that a pathway of cooks and one of
    physicians both have rungs. The lines move less upward, as a level should not promise less in
    one pathway than elsewhere: among physicians a licensed nurse is still no beginner.
    """
    if len(height) < OWN_SPREAD_FROM:
        return CUTS
    own = np.quantile(height, SHARES)
    first, second, third = (
        cut + (quarter - cut) * (UP if quarter > cut else DOWN)
        for cut, quarter in zip(CUTS, own, strict=True)
    )
    return float(first), float(second), float(third)


def pathway_levels(heights: Heights, rows: NDArray[np.int64]) -> NDArray[np.int8]:
    """The level of each member of a pathway, shape (members,), in the order of `rows`.

    A higher member never has a lower level, so that an advance never leads to a lower level.
    """
    height = heights.height[rows]
    return np.digitize(height, pathway_cuts(height)).astype(np.int8)

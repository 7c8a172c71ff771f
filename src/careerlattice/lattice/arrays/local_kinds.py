"""Kinds of moves in one area: the nation's, save where a step up pays clearly less there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import STEP, Kind, Rows
from careerlattice.lattice.arrays.status_index import PAY_WEIGHT, Heights, pay_points


def local_kinds(
    national: NDArray[np.int8],
    heights: Heights,
    typical: NDArray[np.int64],
    pay_usd: NDArray[np.float64],
    a: Rows,
    b: Rows,
) -> NDArray[np.int8]:
    """Kinds of the moves from rows `a` to rows `b` in an area whose median pay is `pay_usd` (n,).

    An advance that typically asks no more schooling is none where pay falls by as much as
    makes a step: it is a step back where the height with the area's pay falls by a step, too, and
    lateral where experience asked keeps it up. All other kinds are the `national` ones.
    """
    paid = PAY_WEIGHT * (pay_points(pay_usd[b]) - pay_points(pay_usd[a]))
    at_home = PAY_WEIGHT * (pay_points(heights.pay_usd[b]) - pay_points(heights.pay_usd[a]))
    rise = heights.height[b] - heights.height[a] + paid - at_home
    falls = np.nan_to_num(paid, nan=0.0) <= -STEP
    is_none = (national == Kind.ADVANCE) & falls & (typical[b] <= typical[a])
    there = np.where(np.nan_to_num(rise, nan=0.0) <= -STEP, Kind.STEP_BACK, Kind.LATERAL)
    return np.where(is_none, there, national).astype(np.int8)

"""Kinds of moves in one area: the nation's, save where a step up pays clearly less there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import Kind, KindReason, LocalKind, MoveLabel, Rows
from careerlattice.lattice.arrays.status_index import StatusIndex, pay_points
from careerlattice.lattice.parameters import PAY_WEIGHT, STEP_POINTS


def local_kinds(
    national: NDArray[np.int8],
    status: StatusIndex,
    typical: NDArray[np.int64],
    pay_usd: NDArray[np.float64],
    is_named: NDArray[np.bool_],
    a: Rows,
    b: Rows,
) -> NDArray[np.int8]:
    """Kinds of the moves from rows `a` to rows `b` in an area whose median pay is `pay_usd` (n,).

    An advance that typically asks no more schooling is none where pay falls by as much as
    makes a step: it is a step back where the status index with the area's pay falls by a step, too,
    and lateral where experience asked keeps it up. Steps up that entry conditions name (`is_named`,
    of the same shape as `national`) stay what they are, as do all other kinds.
    """
    step, weight = STEP_POINTS.value, PAY_WEIGHT.value
    paid = weight * (pay_points(pay_usd[b]) - pay_points(pay_usd[a]))
    at_home = weight * (pay_points(status.pay_usd[b]) - pay_points(status.pay_usd[a]))
    rise = status.index[b] - status.index[a] + paid - at_home
    falls = np.nan_to_num(paid, nan=0.0) <= -step
    is_none = (national == Kind.ADVANCE) & ~is_named & falls & (typical[b] <= typical[a])
    there = np.where(np.nan_to_num(rise, nan=0.0) <= -step, Kind.STEP_BACK, Kind.LATERAL)
    return np.where(is_none, there, national).astype(np.int8)


def explain_local_kind(
    reason: KindReason, kind: Kind, area: str, pay_change_usd: float
) -> KindReason:
    """The reason for a move that is an advance in the nation but of another kind in an area.

    `pay_change_usd` is the change of median pay in the area named.
    """
    local = LocalKind(kind=kind, area=area, pay_change_usd=pay_change_usd)
    return replace(reason, labels=(MoveLabel.LESS_PAID,), local=local)

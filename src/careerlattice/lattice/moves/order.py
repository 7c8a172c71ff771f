"""In what order moves are listed: one's own line first, the likeliest of each first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.parameters import NEAR_ENOUGH_AROUND, NEAR_ENOUGH_TO_ADVANCE


def own_line_of(codes: Sequence[str], arrays: LatticeArrays, row: int) -> NDArray[np.bool_]:
    """Which occupations are in the line of one: named steps, and near work of its minor group.

    Shape (n,), in the order of `codes`, the codes of all occupations.
    """
    minor = np.array([code[:4] for code in codes])
    is_near = arrays.nearness[row] >= NEAR_ENOUGH_TO_ADVANCE.value
    return np.asarray((arrays.named[row] >= Named.SIDEWAYS) | (is_near & (minor == minor[row])))


def worth_listing(arrays: LatticeArrays, row: int) -> NDArray[np.bool_]:
    """Moves from an occupation that are not far from its work, or are named, shape (n,)."""
    return np.asarray((arrays.named[row] > 0) | (arrays.nearness[row] >= NEAR_ENOUGH_AROUND.value))


def list_order(
    likelihood: NDArray[np.float32],
    is_own: NDArray[np.bool_],
    is_step: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """The places of moves as they are listed, the likeliest of each sort first, then by place.

    Named steps up (`is_step`, where given) stand before the others of one's own line, these before
    the rest: who is promoted stays in a line that surveys seldom see them leave.
    """
    sort = np.where(is_own, 1, 2)
    if is_step is not None:
        sort = np.where(is_step, 0, sort)
    return np.lexsort((np.arange(len(likelihood)), -likelihood, sort)).astype(np.int64)

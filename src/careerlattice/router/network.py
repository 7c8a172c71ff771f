"""The network a search runs on: numbered nodes, priced arcs, whole-number costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

IntArray: TypeAlias = NDArray[np.int64]

MAX_CRITERIA = 6
MAX_TOTAL_COST = 1 << 60
"""No path may cost more than this in any criterion, so that sums stay inside 64 bits."""

UNREACHED = 1 << 61
"""Stands for the cost or the hops of a journey that no path makes; above every real total."""

_SNAP = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes `0 .. n_nodes - 1` joined by directed arcs, each priced in the same criteria.

    Made by `build_network`. Both directions are kept as compressed rows: the arcs out of node
    `v` stand at positions `out_start[v] : out_start[v + 1]` of `out_head`, `out_cost`, `out_arc`,
    those into `v` at `in_start[v] : in_start[v + 1]` of `in_tail`, `in_cost`, `in_arc`. Inside a
    row arcs stand by ascending arc id. An *arc id* is the position of an arc in the caller's own
    lists. Costs have shape `(n_arcs, n_criteria)` and the caller's units. All arrays are
    read-only, so that one network can serve many threads.
    """

    n_nodes: int
    n_criteria: int
    out_start: IntArray
    out_head: IntArray
    out_cost: IntArray
    out_arc: IntArray
    in_start: IntArray
    in_tail: IntArray
    in_cost: IntArray
    in_arc: IntArray
    n_loops_dropped: int

    @property
    def n_arcs(self) -> int:
        """Arcs a path can use, which is all given but those from a node to itself."""
        return int(self.out_head.shape[0])


def build_network(
    n_nodes: int,
    tails: Sequence[int] | NDArray[Any],
    heads: Sequence[int] | NDArray[Any],
    costs: ArrayLike,
) -> Network:
    """Check arcs and arrange them for searching.

    `tails[a]` and `heads[a]` are the nodes arc `a` leaves and enters, `costs[a]` its price in
    each criterion: shape `(n_arcs, n_criteria)`, or `(n_arcs,)` for one criterion. Costs are
    whole numbers of at least 0 (see `quantise`). Parallel arcs are kept; an arc from a node to
    itself is dropped and counted, since no efficient path uses one.

    Raises ValueError for a node out of range, a cost that is negative, missing or not whole,
    shapes that do not fit, more than `MAX_CRITERIA` criteria, or costs so large that a path
    could exceed `MAX_TOTAL_COST`; the message names the first offending arc.
    """
    if n_nodes < 1:
        raise ValueError(f"A network needs at least one node; n_nodes is {n_nodes}.")
    tail = _node_column(tails, "tails", n_nodes)
    head = _node_column(heads, "heads", n_nodes)
    if tail.shape != head.shape:
        raise ValueError(f"tails has {tail.size} entries and heads {head.size}; give one each.")
    cost = _cost_table(costs, tail.size)
    if cost.size and int(cost.max()) > MAX_TOTAL_COST // max(1, n_nodes - 1):
        arc = int(np.argmax(cost.max(axis=1)))
        raise ValueError(
            f"Arc {arc} costs {int(cost.max())}: along {n_nodes - 1} arcs the sum could exceed "
            f"{MAX_TOTAL_COST}. Choose a coarser unit."
        )
    arc_id = np.flatnonzero(tail != head).astype(np.int64)
    n_loops = int(tail.size - arc_id.size)
    tail, head, cost = tail[arc_id], head[arc_id], cost[arc_id]
    out_order = np.argsort(tail, kind="stable")
    in_order = np.argsort(head, kind="stable")
    return Network(
        n_nodes=int(n_nodes),
        n_criteria=int(cost.shape[1]),
        out_start=_row_starts(tail, n_nodes),
        out_head=_sealed(head[out_order]),
        out_cost=_sealed(cost[out_order]),
        out_arc=_sealed(arc_id[out_order]),
        in_start=_row_starts(head, n_nodes),
        in_tail=_sealed(tail[in_order]),
        in_cost=_sealed(cost[in_order]),
        in_arc=_sealed(arc_id[in_order]),
        n_loops_dropped=n_loops,
    )


def quantise(costs: ArrayLike, units: ArrayLike) -> IntArray:
    """Costs in real units as whole numbers of steps, rounded up.

    `costs` has shape `(n, k)` or `(n,)`; `units` is the size of one step, a number or one per
    criterion: with units `(1, 500)`, 2.5 months and $1,200 become `(3, 3)`. Rounding up means
    that a path never looks cheaper than it is, and dearer by less than one step per arc. A
    value within a billionth of a whole number of steps counts as that number, so that 1.1 in
    steps of 0.1 is 11 and not 12. Raises ValueError for negative, missing or infinite costs and
    for units that are not positive.
    """
    cost = np.asarray(costs, dtype=np.float64)
    unit = np.asarray(units, dtype=np.float64)
    if not (np.isfinite(unit).all() and (unit > 0).all()):
        raise ValueError(f"Units must be positive numbers, got {units!r}.")
    if cost.ndim not in (1, 2) or unit.ndim > 1:
        raise ValueError("Give costs as (n, k) or (n,) and one unit, or one per criterion.")
    if unit.ndim == 1 and (cost.ndim != 2 or unit.size != cost.shape[1]):
        raise ValueError(f"{unit.size} units do not fit costs of shape {cost.shape}.")
    _refuse_bad_costs(cost)
    steps = cost / unit
    nearest = np.rint(steps)
    is_whole = np.abs(steps - nearest) <= _SNAP * np.maximum(1.0, nearest)
    rounded = np.where(is_whole, nearest, np.ceil(steps))
    if rounded.size and rounded.max() > MAX_TOTAL_COST:
        raise ValueError(f"A cost exceeds {MAX_TOTAL_COST} steps. Choose a coarser unit.")
    return rounded.astype(np.int64)


def _node_column(values: Sequence[int] | NDArray[Any], name: str, n_nodes: int) -> IntArray:
    column = np.asarray(values)
    if column.ndim != 1:
        raise ValueError(f"{name} must be one list of node numbers, got shape {column.shape}.")
    if column.size and column.dtype.kind not in "iu":
        raise ValueError(f"{name} must hold whole node numbers, got {column.dtype}.")
    outside = np.flatnonzero((column < 0) | (column >= n_nodes))
    if outside.size:
        arc = int(outside[0])
        raise ValueError(
            f"{name}[{arc}] is {column[arc]}, but nodes run from 0 to {n_nodes - 1}"
            f" ({outside.size} such entries)."
        )
    return column.astype(np.int64)


def _cost_table(costs: ArrayLike, n_arcs: int) -> IntArray:
    table = np.asarray(costs)
    if table.ndim == 1 and table.size == n_arcs:
        table = table.reshape(n_arcs, 1)
    if table.ndim != 2 or table.shape[0] != n_arcs:
        raise ValueError(f"costs has shape {table.shape}; with {n_arcs} arcs give ({n_arcs}, k).")
    if not 1 <= table.shape[1] <= MAX_CRITERIA:
        raise ValueError(f"Give 1 to {MAX_CRITERIA} criteria, got {table.shape[1]}.")
    if table.dtype.kind not in "iuf":
        raise ValueError(f"costs must be numbers, got {table.dtype}.")
    _refuse_bad_costs(table)
    if table.dtype.kind == "f":
        broken = np.argwhere(table != np.rint(table))
        if broken.size:
            arc, criterion = (int(part) for part in broken[0])
            raise ValueError(
                f"Arc {arc} costs {table[arc, criterion]} in criterion {criterion}; costs are"
                " whole numbers: pass them through quantise first."
            )
    if table.size and int(table.max()) > MAX_TOTAL_COST:
        arc = int(np.argmax(table.max(axis=1)))
        raise ValueError(f"Arc {arc} costs more than {MAX_TOTAL_COST}. Choose a coarser unit.")
    return np.ascontiguousarray(table, dtype=np.int64)


def _refuse_bad_costs(table: NDArray[Any]) -> None:
    bad = np.argwhere(~(np.isfinite(table) & (table >= 0)))
    if bad.size:
        place = tuple(int(part) for part in bad[0])
        where = f"Arc {place[0]}" + (f", criterion {place[1]}," if len(place) > 1 else "")
        raise ValueError(
            f"{where} costs {table[place]}; a cost is a number of at least 0"
            f" ({bad.shape[0]} such costs)."
        )


def _row_starts(rows: IntArray, n_nodes: int) -> IntArray:
    starts = np.zeros(n_nodes + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows, minlength=n_nodes), out=starts[1:])
    return _sealed(starts)


def _sealed(values: IntArray) -> IntArray:
    sealed = np.ascontiguousarray(values, dtype=np.int64)
    sealed.setflags(write=False)
    return sealed

"""The compiled bounds: what is at least still to pay from a node to the nearest goal.

A cached kernel is renewed when *this* file changes, so everything it calls stands in this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.router.network import UNREACHED

if TYPE_CHECKING or not __name__.endswith("_as_written"):
    from numba import int64, njit, types

    from careerlattice.router.compiling import kernel
else:
    from careerlattice.router.pure_python import int64, kernel, njit, types

_VECTOR = types.Array(int64, 1, "C", readonly=True)
_TABLE = types.Array(int64, 2, "C", readonly=True)
_CUBE = types.Array(int64, 3, "C", readonly=True)
_OWN_VECTOR = types.Array(int64, 1, "C")
_OWN_TABLE = types.Array(int64, 2, "C")
_OWN_CUBE = types.Array(int64, 3, "C")


@njit
def _rise(heap_cost: Any, heap_node: Any, size: int, cost: int, node: int) -> None:
    """Add an entry to the heap of `size` entries."""
    child = size
    while child > 0:
        parent = (child - 1) // 2
        if heap_cost[parent] <= cost:
            break
        heap_cost[child] = heap_cost[parent]
        heap_node[child] = heap_node[parent]
        child = parent
    heap_cost[child] = cost
    heap_node[child] = node


@njit
def _sink(heap_cost: Any, heap_node: Any, size: int) -> None:
    """Replace the top by the entry at `size`, which was the last one."""
    cost = heap_cost[size]
    node = heap_node[size]
    parent = 0
    while 2 * parent + 1 < size:
        child = 2 * parent + 1
        if child + 1 < size and heap_cost[child + 1] < heap_cost[child]:
            child += 1
        if heap_cost[child] >= cost:
            break
        heap_cost[parent] = heap_cost[child]
        heap_node[parent] = heap_node[child]
        parent = child
    heap_cost[parent] = cost
    heap_node[parent] = node


@kernel(_OWN_VECTOR(_VECTOR, _VECTOR, _VECTOR, int64))
def count_hops(row_start: Any, neighbor: Any, sources: Any, max_hops: int) -> Any:
    """Fewest arcs from the nearest source to each node, UNREACHED beyond `max_hops`."""
    n = row_start.shape[0] - 1
    hops = np.full(n, UNREACHED, np.int64)
    queue = np.empty(n, np.int64)
    n_queued = 0
    for source in sources:
        if hops[source] != 0:
            hops[source] = 0
            queue[n_queued] = source
            n_queued += 1
    taken = 0
    while taken < n_queued:
        v = queue[taken]
        taken += 1
        if hops[v] >= max_hops:
            break
        for position in range(row_start[v], row_start[v + 1]):
            w = neighbor[position]
            if hops[w] == UNREACHED:
                hops[w] = hops[v] + 1
                queue[n_queued] = w
                n_queued += 1
    return hops


@kernel(_OWN_CUBE(_VECTOR, _VECTOR, _TABLE, _VECTOR, _VECTOR, int64))
def bound_by_hops(
    out_start: Any,
    out_head: Any,
    out_cost: Any,
    hops_from_start: Any,
    hops_to_goal: Any,
    max_hops: int,
) -> Any:
    """Least cost from node to goal with at most so many hops left: `[node, hops left, criterion]`.

    Filled only where a search can ask: nodes met early enough that so many hops are left.
    """
    n = out_start.shape[0] - 1
    k = out_cost.shape[1]
    least = np.full((n, max_hops + 1, k), UNREACHED, np.int64)
    for v in range(n):
        if hops_to_goal[v] == 0:
            for left in range(max_hops + 1):
                for i in range(k):
                    least[v, left, i] = 0
    for left in range(1, max_hops + 1):
        for v in range(n):
            near_enough = 0 < hops_to_goal[v] <= left
            if not near_enough or hops_from_start[v] > max_hops - left:
                continue
            best = least[v, left]
            for i in range(k):
                best[i] = least[v, left - 1, i]
            for position in range(out_start[v], out_start[v + 1]):
                w = out_head[position]
                if hops_to_goal[w] > left - 1:
                    continue
                for i in range(k):
                    total = out_cost[position, i] + least[w, left - 1, i]
                    best[i] = min(best[i], total)
    return least


@kernel(_OWN_TABLE(_VECTOR, _VECTOR, _TABLE, _VECTOR))
def least_to_goals(in_start: Any, in_tail: Any, in_cost: Any, goals: Any) -> Any:
    """Least cost from each node to the nearest goal, by Dijkstra's method for each criterion."""
    n = in_start.shape[0] - 1
    k = in_cost.shape[1]
    least = np.full((n, k), UNREACHED, np.int64)
    heap_cost = np.empty(in_tail.shape[0] + goals.shape[0] + 1, np.int64)
    heap_node = np.empty(heap_cost.shape[0], np.int64)
    for i in range(k):
        size = 0
        for goal in goals:
            least[goal, i] = 0
            heap_cost[size] = 0
            heap_node[size] = goal
            size += 1
        while size > 0:
            near = heap_cost[0]
            v = heap_node[0]
            size -= 1
            _sink(heap_cost, heap_node, size)
            if near > least[v, i]:
                continue
            for position in range(in_start[v], in_start[v + 1]):
                u = in_tail[position]
                total = near + in_cost[position, i]
                if total < least[u, i]:
                    least[u, i] = total
                    _rise(heap_cost, heap_node, size, total, u)
                    size += 1
    return least

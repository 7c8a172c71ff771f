"""The compiled search: labels made round by round, a round being one more hop.

Each kernel has one signature and is compiled once, then read back from Numba's cache. A cached
kernel is renewed when *this* file changes, so everything it calls stands in this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING or not __name__.endswith("_as_written"):
    from numba import boolean, float64, int64, njit, types, uint8

    from careerlattice.router.compiling import kernel
else:
    from careerlattice.router.pure_python import boolean, float64, int64, kernel, njit, types, uint8

_VECTOR = types.Array(int64, 1, "C", readonly=True)
_TABLE = types.Array(int64, 2, "C", readonly=True)
_CUBE = types.Array(int64, 3, "C", readonly=True)
_FLAGS = types.Array(uint8, 1, "C", readonly=True)
_OWN_TABLE = types.Array(int64, 2, "C")
_OWN_VECTOR = types.Array(int64, 1, "C")


@njit
def _covered(table: Any, low: int, high: int, vector: Any, k: int) -> bool:
    """Whether a row of `table[low:high]` is nowhere above `vector`."""
    for row in range(low, high):
        i = 0
        while i < k and table[row, i] <= vector[i]:
            i += 1
        if i == k:
            return True
    return False


@njit
def _covered_strictly(table: Any, low: int, high: int, vector: Any, k: int) -> bool:
    """Whether a row of `table[low:high]` is nowhere above `vector` and somewhere below it."""
    for row in range(low, high):
        i = 0
        below = False
        while i < k and table[row, i] <= vector[i]:
            below = below or table[row, i] < vector[i]
            i += 1
        if i == k and below:
            return True
    return False


@njit
def _drop_worse(cost: Any, trace: Any, low: int, high: int, vector: Any) -> int:
    """Close up the labels `low:high` that `vector` does not beat; where they now end."""
    k = vector.shape[0]
    end = low
    for row in range(low, high):
        i = 0
        below = False
        while i < k and vector[i] <= cost[row, i]:
            below = below or vector[i] < cost[row, i]
            i += 1
        if i == k and below:
            continue
        if end != row:
            for i in range(k):
                cost[end, i] = cost[row, i]
            for i in range(trace.shape[1]):
                trace[end, i] = trace[row, i]
        end += 1
    return end


@njit
def _longer(values: Any, n_rows: int) -> Any:
    """The table with room for so many rows."""
    longer = np.empty((n_rows, values.shape[1]), np.int64)
    for row in range(values.shape[0]):
        for i in range(values.shape[1]):
            longer[row, i] = values[row, i]
    return longer


_SIGNATURE = types.Tuple([_OWN_TABLE, _OWN_TABLE, _OWN_VECTOR])(  # type: ignore[no-untyped-call]
    _VECTOR, _VECTOR, _TABLE, _VECTOR,
    _VECTOR, _TABLE, _VECTOR, _FLAGS, _VECTOR, _VECTOR, _CUBE,
    _VECTOR, _VECTOR, float64, boolean, boolean, int64, int64,
)  # fmt: skip


@kernel(_SIGNATURE)
def search(
    in_start: Any,
    in_tail: Any,
    in_cost: Any,
    in_arc: Any,
    start_nodes: Any,
    start_costs: Any,
    goals: Any,
    is_goal: Any,
    hops_from_start: Any,
    hops_to_goal: Any,
    bounds: Any,
    limits: Any,
    slack_units: Any,
    slack_share: float,
    keep_equal: bool,
    has_goals: bool,
    max_hops: int,
    budget: int,
) -> Any:
    """All efficient labels, in rounds of one more hop each.

    Returns the labels' costs `(n, k)`; their trace `(n, 4)`: node, hops, previous label, arc id,
    where a start has no previous label (-1) and its position among the starts for an arc id; and
    the counts: made, kept, expanded, pruned by limits, by bound, by dominance, rounds settled,
    and 1 if the budget cut the search. With goals, only labels at goals are surely efficient.
    """
    n = in_start.shape[0] - 1
    k = in_cost.shape[1]
    cost = np.empty((4096, k), np.int64)
    trace = np.empty((4096, 4), np.int64)
    n_labels = 0
    # Labels of node v after h hops stand at first[v, h] : last[v, h]: they are made node by node.
    first = np.zeros((n, max_hops + 1), np.int32)
    last = np.zeros((n, max_hops + 1), np.int32)
    has_last = np.zeros(n, np.uint8)
    has_next = np.zeros(n, np.uint8)
    found = np.empty((256, k), np.int64)
    n_found = 0
    trial = np.empty(k, np.int64)
    reach = np.empty(k, np.int64)
    made = expanded = by_limit = by_bound = by_dominance = 0
    settled = -1
    cut = False
    relaxed = slack_share > 0.0
    for i in range(k):
        relaxed = relaxed or slack_units[i] > 0

    for round_hops in range(max_hops + 1):
        left = max_hops - round_hops
        has_last, has_next = has_next, has_last
        for v in range(n):
            has_next[v] = 0
        # Place -1 stands for all goals together: a label at any goal competes with all of them.
        for place in range(-1 if has_goals else 0, n):
            at_goal = place < 0
            if not at_goal:
                if has_goals and (is_goal[place] == 1 or hops_to_goal[place] > left):
                    continue
                if hops_from_start[place] > round_hops:
                    continue
            bag_low = n_labels
            found_low = n_found
            n_places = goals.shape[0] if at_goal else 1
            for which in range(n_places):
                w = goals[which] if at_goal else place
                if round_hops == 0:
                    low_arc = 0
                    high_arc = start_nodes.shape[0]
                else:
                    low_arc = in_start[w]
                    high_arc = in_start[w + 1]
                for position in range(low_arc, high_arc):
                    if round_hops == 0:
                        if start_nodes[position] != w:
                            continue
                        low_label = 0
                        high_label = 1
                    else:
                        u = in_tail[position]
                        if has_last[u] == 0:
                            continue
                        low_label = first[u, round_hops - 1]
                        high_label = last[u, round_hops - 1]
                    for label in range(low_label, high_label):
                        if round_hops > 0:
                            if made == budget:
                                cut = True
                                break
                            made += 1
                        within = True
                        for i in range(k):
                            if round_hops == 0:
                                c = start_costs[position, i]
                            else:
                                c = cost[label, i] + in_cost[position, i]
                            f = c
                            if has_goals and not at_goal:
                                f += bounds[w, left, i]
                            trial[i] = c
                            reach[i] = f
                            if f > limits[i]:
                                within = False
                                break
                        if not within:
                            by_limit += 1
                            continue
                        if keep_equal:
                            dominated = _covered_strictly(cost, bag_low, n_labels, trial, k)
                        else:
                            dominated = _covered(cost, bag_low, n_labels, trial, k)
                        if not dominated and not at_goal:
                            for h in range(round_hops):
                                if _covered(cost, first[w, h], last[w, h], trial, k):
                                    dominated = True
                                    break
                        if dominated:
                            by_dominance += 1
                            continue
                        if has_goals:
                            if relaxed:
                                for i in range(k):
                                    reach[i] += slack_units[i] + np.int64(slack_share * reach[i])
                            # With keep_equal, goals reached in this very round are compared
                            # above, strictly; those of earlier rounds win with fewer hops.
                            high = found_low if at_goal and keep_equal else n_found
                            if _covered(found, 0, high, reach, k):
                                by_bound += 1
                                continue
                        end = _drop_worse(cost, trace, bag_low, n_labels, trial)
                        by_dominance += n_labels - end
                        n_labels = end
                        if n_labels == cost.shape[0]:
                            cost = _longer(cost, 2 * n_labels)
                            trace = _longer(trace, 2 * n_labels)
                        for i in range(k):
                            cost[n_labels, i] = trial[i]
                        trace[n_labels, 0] = w
                        trace[n_labels, 1] = round_hops
                        trace[n_labels, 2] = label if round_hops > 0 else -1
                        trace[n_labels, 3] = in_arc[position] if round_hops > 0 else position
                        n_labels += 1
                        if at_goal:
                            # The bag is rewritten whole: a better label may have replaced some.
                            n_found = found_low + n_labels - bag_low
                            if n_found > found.shape[0]:
                                found = _longer(found, 2 * n_found)
                            for row in range(n_labels - bag_low):
                                for i in range(k):
                                    found[found_low + row, i] = cost[bag_low + row, i]
                    if cut:
                        break
                if cut:
                    break
            if not at_goal:
                first[place, round_hops] = bag_low
                last[place, round_hops] = n_labels
                has_next[place] = 1 if n_labels > bag_low else 0
                if round_hops < max_hops:
                    expanded += n_labels - bag_low
            if at_goal and not cut:
                settled = round_hops
            if cut:
                break
        if cut:
            break
        settled = round_hops
    counts = np.array(
        [made, n_labels, expanded, by_limit, by_bound, by_dominance, settled, 1 if cut else 0],
        np.int64,
    )
    return cost[:n_labels].copy(), trace[:n_labels].copy(), counts

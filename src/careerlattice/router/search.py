"""Finding efficient paths: from starts to goals, and from starts to everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from careerlattice.router.engine import engine_for
from careerlattice.router.engine import search as search_with
from careerlattice.router.front import CutReason, Front, Fronts, NoWay, SearchCounts
from careerlattice.router.network import UNREACHED, IntArray, Network
from careerlattice.router.question import (
    DEFAULT_LABEL_BUDGET,
    DEFAULT_LABEL_BUDGET_TO_ALL,
    Epsilon,
    Goals,
    Starts,
    checked_budget,
    checked_hops,
    goals_as_array,
    limits_as_array,
    slack_as_arrays,
    starts_as_arrays,
)


def find_front(
    network: Network,
    start: Starts,
    goals: Goals,
    *,
    max_hops: int,
    max_costs: Sequence[int | None] | None = None,
    label_budget: int = DEFAULT_LABEL_BUDGET,
    epsilon: Epsilon | None = None,
    keep_equal: bool = False,
) -> Front:
    """All efficient paths from any start to any goal with at most `max_hops` arcs (0 to 64).

    A path is efficient if no other is at least as good in every criterion and in hops and better
    in one. Hops count as a criterion because they are bounded: at a node on the way a dearer
    label with fewer hops may be the only one that still reaches the goal.

    `start` is a node, a `Start` with costs already paid, or several of either; the front is one
    front over all starts and goals. `max_costs` are the highest totals allowed, None where there
    is no limit. Of paths equal in everything one is kept: that with the lowest goal, then with
    the lowest arc ids read from the goal backward, then with the first start; `keep_equal`
    keeps them all. `label_budget` bounds the labels made; a search that needs more is cut and
    says so in `complete`. `epsilon` allows a smaller front, see `Epsilon`; not with `keep_equal`.

    No path visits a node twice: costs are not negative, so coming back to a node costs at least
    as much as having stayed, with more hops, and such a label is dominated.

    Raises ValueError for nodes out of range and for limits, costs or bounds that make no sense.

    >>> from careerlattice.router import build_network
    >>> months_and_dollars = [[6, 0], [9, 4000], [24, 1000]]
    >>> network = build_network(3, [0, 1, 0], [1, 2, 2], months_and_dollars)
    >>> front = find_front(network, 0, 2, max_hops=6)
    >>> front.paths, front.costs.tolist()
    (((0, 1), (2,)), [[15, 4000], [24, 1000]])

    Method: labels are set in rounds of one more hop each; a label is pruned by the least cost
    still to pay with the hops left, as in NAMOA* (Mandow and Pérez de la Cruz 2010), and by
    dominance at its node. Since each round only adds hops, hops need no comparison.
    """
    start_nodes, start_costs = starts_as_arrays(network, start)
    goal_nodes = goals_as_array(network, goals)
    limits = limits_as_array(network, max_costs)
    slack_units, slack_share = slack_as_arrays(network, epsilon)
    is_relaxed = bool(slack_units.any() or slack_share)
    if is_relaxed and keep_equal:
        raise ValueError("keep_equal asks for every equal path, epsilon for fewer: give one.")
    hops = checked_hops(network, max_hops)
    budget = checked_budget(label_budget)

    kernels = engine_for(network.in_tail.size, hops)
    from_start = kernels.bounds.count_hops(network.out_start, network.out_head, start_nodes, hops)
    to_goal = kernels.bounds.count_hops(network.in_start, network.in_tail, goal_nodes, hops)
    bounds = kernels.bounds.bound_by_hops(
        network.out_start, network.out_head, network.out_cost, from_start, to_goal, hops
    )
    is_goal = np.zeros(network.n_nodes, np.uint8)
    is_goal[goal_nodes] = 1
    cost, trace, counts = search_with(
        kernels,
        network.in_start, network.in_tail, network.in_cost, network.in_arc,
        start_nodes, start_costs, goal_nodes, is_goal, from_start, to_goal, bounds,
        limits, slack_units, slack_share, keep_equal, True, hops, budget=budget,
    )  # fmt: skip
    members = np.flatnonzero(is_goal[trace[:, 0]])
    members = members[np.lexsort((trace[members, 1], *cost[members].T[::-1]))]
    starts, paths, nodes = _traced(members, trace)
    is_cut = bool(counts[7])
    least = np.minimum.reduce(start_costs + bounds[start_nodes, hops])
    least = np.where(least >= UNREACHED, UNREACHED, least)
    return Front(
        costs=_sealed(cost[members]),
        hops=_sealed(trace[members, 1]),
        paths=paths,
        nodes=nodes,
        start_index=starts,
        counts=_counts(counts),
        complete=not is_cut,
        exact=not is_cut and not is_relaxed,
        cut_reason=CutReason.LABEL_BUDGET if is_cut else None,
        settled_hops=int(counts[6]) if is_cut else max_hops,
        no_way=None if paths else _why_empty(network, start_nodes, goal_nodes, hops, is_cut),
        least=_sealed(least),
    )


def find_fronts(
    network: Network,
    start: Starts,
    *,
    max_hops: int,
    max_costs: Sequence[int | None] | None = None,
    label_budget: int = DEFAULT_LABEL_BUDGET_TO_ALL,
    keep_equal: bool = False,
) -> Fronts:
    """The exact fronts of every node reachable with at most `max_hops` arcs, in one search.

    Arguments mean what they mean in `find_front`, and each node's front is what `find_front`
    gives for that node as the only goal. Meant for working out many answers ahead: one search
    costs far less than one per goal.
    """
    start_nodes, start_costs = starts_as_arrays(network, start)
    limits = limits_as_array(network, max_costs)
    hops = checked_hops(network, max_hops)
    budget = checked_budget(label_budget)

    kernels = engine_for(network.in_tail.size, hops)
    from_start = kernels.bounds.count_hops(network.out_start, network.out_head, start_nodes, hops)
    none = np.zeros(0, np.int64)
    cost, trace, counts = search_with(
        kernels,
        network.in_start, network.in_tail, network.in_cost, network.in_arc,
        start_nodes, start_costs, none, np.zeros(0, np.uint8), from_start, none,
        np.zeros((0, 0, 0), np.int64), limits, np.zeros_like(limits), 0.0,
        keep_equal, False, hops, budget=budget,
    )  # fmt: skip
    node, n_hops, previous, arc = trace.T
    order = np.lexsort((n_hops, *cost.T[::-1], node))
    place = np.empty_like(order)
    place[order] = np.arange(order.size)
    offsets = np.zeros(network.n_nodes + 1, np.int64)
    np.cumsum(np.bincount(node, minlength=network.n_nodes), out=offsets[1:])
    before = previous[order]
    is_cut = bool(counts[7])
    return Fronts(
        offsets=_sealed(offsets),
        costs=_sealed(cost[order]),
        hops=_sealed(n_hops[order]),
        previous=_sealed(np.where(before >= 0, place[before], -1)),
        arc=_sealed(arc[order]),
        counts=_counts(counts),
        complete=not is_cut,
        cut_reason=CutReason.LABEL_BUDGET if is_cut else None,
        settled_hops=int(counts[6]) if is_cut else max_hops,
    )


def _traced(
    members: IntArray, trace: IntArray
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    """Start index, arc ids and nodes of each member, by walking back along `previous`."""
    starts: list[int] = []
    paths: list[tuple[int, ...]] = []
    nodes: list[tuple[int, ...]] = []
    for label in members.tolist():
        node, _, previous, arc = trace[label].tolist()
        arcs_back: list[int] = []
        nodes_back = [node]
        while previous >= 0:
            arcs_back.append(arc)
            node, _, previous, arc = trace[previous].tolist()
            nodes_back.append(node)
        starts.append(arc)
        paths.append(tuple(reversed(arcs_back)))
        nodes.append(tuple(reversed(nodes_back)))
    return tuple(starts), tuple(paths), tuple(nodes)


def _why_empty(
    network: Network, start_nodes: IntArray, goal_nodes: IntArray, hops: int, is_cut: bool
) -> NoWay:
    count_hops = engine_for(network.in_tail.size, hops).bounds.count_hops
    least_hops = count_hops(network.out_start, network.out_head, start_nodes, network.n_nodes)
    nearest = int(least_hops[goal_nodes].min())
    if nearest >= UNREACHED:
        return NoWay.UNREACHABLE
    if nearest > hops:
        return NoWay.TOO_MANY_HOPS
    return NoWay.CUT if is_cut else NoWay.OVER_LIMITS


def _counts(counts: IntArray) -> SearchCounts:
    return SearchCounts(*(int(count) for count in counts[:6]))


def _sealed(values: Any) -> IntArray:
    sealed = np.ascontiguousarray(values, dtype=np.int64)
    sealed.setflags(write=False)
    return sealed

"""Checking a question before it is searched: starts, goals, hop bound, limits, tolerance."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from careerlattice.router.network import MAX_TOTAL_COST, IntArray, Network

MAX_HOPS = 64
DEFAULT_LABEL_BUDGET = 5_000_000
"""Three to four seconds of search where every label has to be compared with many others."""
DEFAULT_LABEL_BUDGET_TO_ALL = 50_000_000
"""For one start to all nodes, which is worked out ahead and asks for more."""
NO_LIMIT = 1 << 62


@dataclass(frozen=True, slots=True)
class Start:
    """A node to leave from, with what is already paid there in each criterion."""

    node: int
    costs: tuple[int, ...]


Starts: TypeAlias = int | Start | Iterable[int | Start]
Goals: TypeAlias = int | Iterable[int]


@dataclass(frozen=True, slots=True)
class Epsilon:
    """How much worse a path may be than one that is left out of the front.

    For every path within the question the answer holds one that has no more hops and costs, in
    criterion `i`, at most `units[i]` plus `share` of that path's cost more. The errors of
    several arcs do not add up. `units` may be empty, meaning none.
    """

    units: tuple[int, ...] = ()
    share: float = 0.0


def starts_as_arrays(network: Network, starts: Starts) -> tuple[IntArray, IntArray]:
    """Start nodes `(s,)` and their costs `(s, k)`."""
    given = [starts] if isinstance(starts, Start) or _is_number(starts) else list(starts)  # type: ignore[arg-type]
    if not given:
        raise ValueError("Give at least one start.")
    nodes = np.empty(len(given), np.int64)
    costs = np.zeros((len(given), network.n_criteria), np.int64)
    for row, start in enumerate(given):
        if isinstance(start, Start):
            nodes[row] = _node(network, start.node, "start")
            costs[row] = _one_per_criterion(network, start.costs, f"Start {start.node}: costs")
        else:
            nodes[row] = _node(network, start, "start")
    return nodes, costs


def goals_as_array(network: Network, goals: Goals) -> IntArray:
    """Goal nodes in ascending order, each once."""
    given = [goals] if _is_number(goals) else list(goals)  # type: ignore[arg-type]
    if not given:
        raise ValueError("Give at least one goal.")
    return np.unique(np.array([_node(network, goal, "goal") for goal in given], np.int64))


def limits_as_array(network: Network, max_costs: Sequence[int | None] | None) -> IntArray:
    """Highest allowed total of each criterion, NO_LIMIT where none is set."""
    if max_costs is None:
        return np.full(network.n_criteria, NO_LIMIT, np.int64)
    limits = _one_per_criterion(network, [limit or 0 for limit in max_costs], "max_costs")
    return np.where([limit is None for limit in max_costs], NO_LIMIT, limits)


def slack_as_arrays(network: Network, epsilon: Epsilon | None) -> tuple[IntArray, float]:
    """Tolerance in units `(k,)` and as a share."""
    if epsilon is None:
        return np.zeros(network.n_criteria, np.int64), 0.0
    if not (math.isfinite(epsilon.share) and 0 <= epsilon.share <= 1):
        raise ValueError(f"Epsilon's share is a number from 0 to 1, got {epsilon.share}.")
    units = epsilon.units or (0,) * network.n_criteria
    return _one_per_criterion(network, units, "Epsilon's units"), float(epsilon.share)


def checked_hops(network: Network, max_hops: int) -> int:
    """The hop bound, lowered to what a path without repeated nodes can have."""
    hops = operator.index(max_hops)
    if not 0 <= hops <= MAX_HOPS:
        raise ValueError(f"max_hops runs from 0 to {MAX_HOPS}, got {hops}.")
    return min(hops, network.n_nodes - 1)


def checked_budget(label_budget: int) -> int:
    """The label budget."""
    budget = operator.index(label_budget)
    if not 1 <= budget <= 2**31 - 1:
        raise ValueError(f"label_budget runs from 1 to {2**31 - 1}, got {budget}.")
    return budget


def _is_number(value: object) -> bool:
    return isinstance(value, int | np.integer)


def _node(network: Network, node: object, role: str) -> int:
    if isinstance(node, bool) or not isinstance(node, int | np.integer):
        raise ValueError(f"A {role} is a node number, got {node!r}.")
    if not 0 <= node < network.n_nodes:
        raise ValueError(
            f"The {role} {node} is not in the network; nodes run from 0 to {network.n_nodes - 1}."
        )
    return int(node)


def _one_per_criterion(network: Network, values: Sequence[int], name: str) -> IntArray:
    if len(values) != network.n_criteria:
        raise ValueError(f"{name}: give {network.n_criteria} numbers, got {len(values)}.")
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | np.integer):
            raise ValueError(f"{name}: {value!r} is not a whole number.")
        if not 0 <= value <= MAX_TOTAL_COST:
            raise ValueError(f"{name}: {value} is outside 0 to {MAX_TOTAL_COST}.")
    return np.array(values, np.int64)

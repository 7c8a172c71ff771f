"""Lower bounds: what a journey to the nearest goal costs at least, criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.router.network import IntArray, Network
from careerlattice.router.question import Goals, goals_as_array


@dataclass(frozen=True, slots=True, eq=False)
class LowerBounds:
    """For every node the least cost `(n, k)` and the fewest hops `(n,)` to the nearest goal,
    UNREACHED where no path leads.

    Each figure is reached by some path, but different figures of one node by different paths.
    """

    costs: IntArray
    hops: IntArray


def lower_bounds(network: Network, goals: Goals) -> LowerBounds:
    """Least cost to the nearest goal for each criterion alone, any number of hops; and hops.

    Dijkstra's method on the reversed arcs, once per criterion. Raises ValueError for a goal that
    is not in the network.
    """
    goal_nodes = goals_as_array(network, goals)

    from careerlattice.router import bound_kernels

    costs = bound_kernels.least_to_goals(
        network.in_start, network.in_tail, network.in_cost, goal_nodes
    )
    hops = bound_kernels.count_hops(network.in_start, network.in_tail, goal_nodes, network.n_nodes)
    costs.setflags(write=False)
    hops.setflags(write=False)
    return LowerBounds(costs=costs, hops=hops)


def warm_up() -> None:
    """Load the compiled search, compiling it first if no cached form fits this machine.

    A service calls this at its start so that the first question need not wait.
    """
    from careerlattice.router import bound_kernels, search_kernels  # noqa: F401

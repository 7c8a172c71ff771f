"""Each criterion's best against SciPy's Dijkstra, and hop bounds against plain relaxation."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from careerlattice.router import UNREACHED, build_network, find_front, find_fronts, lower_bounds

pytestmark = pytest.mark.slow

HOPS = 24


def random_network(seed, n_nodes, n_arcs, k, highest):
    """Arcs without loops; costs from 1, since SciPy's sparse tables leave out zeros."""
    chance = np.random.default_rng(seed)
    tails, heads = chance.integers(0, n_nodes, (2, n_arcs))
    tails, heads = tails[tails != heads], heads[tails != heads]
    costs = chance.integers(1, highest + 1, (tails.size, k))
    return tails, heads, costs, build_network(n_nodes, tails, heads, costs)


def scipy_distances(n_nodes, tails, heads, costs, source):
    """Least cost from the source to all nodes; of parallel arcs the cheapest counts."""
    order = np.lexsort((costs, heads, tails))
    tails, heads, costs = tails[order], heads[order], costs[order]
    is_first = np.r_[True, (np.diff(tails) != 0) | (np.diff(heads) != 0)]
    table = csr_array(
        (costs[is_first].astype(float), (tails[is_first], heads[is_first])), (n_nodes, n_nodes)
    )
    return dijkstra(table, indices=source)


@pytest.mark.parametrize("seed", range(6))
def test_the_best_of_a_front_in_each_criterion_is_the_shortest_path(seed):
    n_nodes = 150
    tails, heads, costs, network = random_network(seed, n_nodes, 500, 2, 12)
    chance = np.random.default_rng(100 + seed)
    n_reached = 0
    for start, goal in chance.integers(0, n_nodes, (12, 2)).tolist():
        front = find_front(network, start, goal, max_hops=HOPS)
        shortest = [
            scipy_distances(n_nodes, tails, heads, costs[:, i], start)[goal] for i in range(2)
        ]
        if np.isinf(shortest).any():
            assert front.least.tolist() == [UNREACHED] * 2
            continue
        assert front.costs.min(axis=0).tolist() == shortest
        assert front.least.tolist() == shortest
        n_reached += 1
    assert n_reached >= 6


@pytest.mark.parametrize("seed", range(4))
def test_lower_bounds_are_distances_in_the_reversed_network(seed):
    n_nodes = 2_000
    tails, heads, costs, network = random_network(seed, n_nodes, 5_000, 4, 1_000)
    goals = np.random.default_rng(seed).integers(0, n_nodes, 3).tolist()
    bounds = lower_bounds(network, goals)
    for i in range(4):
        nearest = scipy_distances(n_nodes, heads, tails, costs[:, i], goals).min(axis=0)
        expected = np.where(np.isinf(nearest), UNREACHED, nearest).astype(np.int64)
        assert (bounds.costs[:, i] == expected).all()
    hops = scipy_distances(n_nodes, heads, tails, np.ones(len(tails)), goals).min(axis=0)
    assert (bounds.hops == np.where(np.isinf(hops), UNREACHED, hops).astype(np.int64)).all()
    assert (bounds.hops == UNREACHED).any()


@pytest.mark.parametrize("max_hops", [2, 3, 6])
def test_the_best_within_a_hop_bound_is_what_relaxation_finds(max_hops):
    n_nodes, k = 400, 4
    tails, heads, costs, network = random_network(max_hops, n_nodes, 6_000, k, 40)
    fronts = find_fronts(network, 0, max_hops=max_hops)
    for i in range(k):
        least = np.full(n_nodes, np.inf)
        least[0] = 0
        for _ in range(max_hops):
            onward = least.copy()
            np.minimum.at(onward, heads, least[tails] + costs[:, i])
            least = onward
        best = [
            min((fronts.costs[p, i] for p in fronts.members_at(node)), default=np.inf)
            for node in range(n_nodes)
        ]
        assert best == least.tolist()


def test_one_goal_and_all_goals_agree_on_a_network_of_real_size():
    """Two ways to the same answer: one prunes by bounds toward the goal, the other does not."""
    n_nodes = 1_016
    _, _, _, network = random_network(11, n_nodes, 30_000, 4, 60)
    fronts = find_fronts(network, 5, max_hops=4)
    sizes = []
    for goal in range(7, n_nodes, 53):
        front = find_front(network, 5, goal, max_hops=4)
        places = fronts.members_at(goal)
        assert (front.costs == fronts.costs[places.start : places.stop]).all()
        assert front.hops.tolist() == fronts.hops[places.start : places.stop].tolist()
        assert front.paths == tuple(fronts.path_of(place)[1] for place in places)
        sizes.append(len(front))
    assert max(sizes) > 40

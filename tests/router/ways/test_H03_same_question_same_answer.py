"""FEATURE UNDER TEST: the same question gets the same answer, also from many threads at once.

12 nodes, every node joined to every other by two arcs.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from careerlattice.router import Front, build_network, find_front


def test_eight_threads_agree_to_the_last_arc():
    pairs = [(u, v) for u in range(12) for v in range(12) if u != v for _ in range(2)]
    costs = np.random.default_rng(7).integers(0, 4, (len(pairs), 3))
    network = build_network(12, [u for u, _ in pairs], [v for _, v in pairs], costs)

    def ask(_: int) -> tuple[object, ...]:
        front: Front = find_front(network, 0, 11, max_hops=5)
        return front.costs.tolist(), front.hops.tolist(), front.paths, front.nodes, front.counts

    alone = ask(0)
    with ThreadPoolExecutor(8) as pool:
        assert all(answer == alone for answer in pool.map(ask, range(40)))
    assert len(alone[2]) > 3

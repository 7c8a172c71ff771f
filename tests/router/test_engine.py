"""The kernels as written and compiled give the same answer; small networks do not load Numba."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from careerlattice.router import build_network, engine, find_front, find_fronts
from careerlattice.router.engine import as_written, compiled


@pytest.mark.parametrize("seed", range(60))
def test_both_engines_agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(seed)
    n, arcs, k = int(rng.integers(2, 12)), int(rng.integers(1, 50)), int(rng.integers(1, 5))
    network = build_network(
        n, rng.integers(0, n, arcs), rng.integers(0, n, arcs), rng.integers(0, 9, (arcs, k))
    )
    answers = []
    for kernels in (as_written(), compiled()):
        monkeypatch.setattr(
            "careerlattice.router.search.engine_for", lambda *_, kernels=kernels: kernels
        )
        front = find_front(network, 0, n - 1, max_hops=5)
        fronts = find_fronts(network, 0, max_hops=5)
        answers.append(
            (
                front.paths,
                front.costs.tolist(),
                front.counts,
                front.least.tolist(),
                front.no_way,
                fronts.offsets.tolist(),
                fronts.costs.tolist(),
                fronts.arc.tolist(),
            )
        )
    assert answers[0] == answers[1]


def test_a_small_network_is_searched_without_numba() -> None:
    code = (
        "import sys\n"
        "from careerlattice.router import build_network, find_front\n"
        "network = build_network(3, [0, 1], [1, 2], [[1], [2]])\n"
        "assert find_front(network, 0, 2, max_hops=3).costs.tolist() == [[3]]\n"
        "sys.exit('numba' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_large_network_is_searched_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "careerlattice.router.search_kernels", raising=False)
    assert engine.engine_for(engine.SMALL_ARCS + 1, 4) == compiled()
    assert engine.engine_for(10, engine.SMALL_HOPS + 1) == compiled()


def test_a_long_search_is_begun_again_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(7)
    network = build_network(
        12, rng.integers(0, 12, 120), rng.integers(0, 12, 120), rng.integers(0, 99, (120, 4))
    )
    monkeypatch.setattr("careerlattice.router.search.engine_for", lambda *_: as_written())
    whole = find_front(network, 0, 11, max_hops=6)
    monkeypatch.setattr(engine, "SMALL_LABELS", 20)
    again = find_front(network, 0, 11, max_hops=6)
    assert whole.counts.labels_made > 20
    assert (again.paths, again.complete) == (whole.paths, True)

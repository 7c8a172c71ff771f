"""Compiled searches are kept between processes, also where the package cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import careerlattice

PROGRAM = """
from careerlattice.router import build_network, lower_bounds
from careerlattice.router.bound_kernels import count_hops, least_to_goals
network = build_network(2, [0], [1], [[3]])
assert lower_bounds(network, 1).costs.tolist() == [[3], [0]]
for kernel in (count_hops, least_to_goals):
    print(sum(kernel.stats.cache_hits.values()), sum(kernel.stats.cache_misses.values()))
"""

UNLOADED = """
import sys
import careerlattice.router
assert "numba" not in sys.modules
"""


def run(program: str, cache: Path) -> str:
    source = Path(careerlattice.__file__).parents[1]
    environment = os.environ | {"NUMBA_CACHE_DIR": str(cache), "PYTHONPATH": str(source)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.slow
def test_a_second_process_compiles_nothing(tmp_path):
    assert run(PROGRAM, tmp_path).split() == ["0", "1", "0", "1"]
    assert list(tmp_path.rglob("*.nbc"))
    assert run(PROGRAM, tmp_path).split() == ["1", "0", "1", "0"]


def test_importing_the_room_does_not_load_numba(tmp_path):
    assert run(UNLOADED, tmp_path) == ""

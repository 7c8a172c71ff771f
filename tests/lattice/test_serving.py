"""A server reads the arrays from their file: what makes them is not loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

USE = """
import sys
from careerlattice.catalog.catalog import open_release
from careerlattice.lattice.lattice import open_lattice

lattice = open_lattice(open_release())
lattice.move("29-2061.00", "29-1141.00")
lattice.ladder("Therapeutic Services")
lattice.neighborhood("29-1141.00")
print(*sys.modules, sep="\\n")
"""
MAKES_ARRAYS = (
    "careerlattice.lattice.likelihood",
    "careerlattice.lattice.arrays.build",
    "careerlattice.lattice.arrays.nearness",
    "scipy",
)


@pytest.mark.slow
def test_moves_and_ladders_load_nothing_that_makes_the_arrays() -> None:
    done = subprocess.run([sys.executable, "-c", USE], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "careerlattice.lattice.arrays.stored" in loaded
    assert not sorted(name for name in loaded if name.startswith(MAKES_ARRAYS))


def test_a_catalog_keeps_one_lattice(catalog, lattice) -> None:
    from careerlattice.lattice.lattice import open_lattice

    assert open_lattice(catalog) is lattice

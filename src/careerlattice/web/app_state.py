"""The catalog this process serves: opened once, never written to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.lattice.lattice import Lattice
    from careerlattice.plan.planner import Planner


@cache
def served_catalog() -> Catalog:
    """The catalog of the release named by `CAREERLATTICE_RELEASE`, or of the shipped one."""
    from careerlattice.catalog.catalog import open_release

    return open_release()


@cache
def served_lattice() -> Lattice:
    """The moves between all occupations."""
    from careerlattice.lattice.lattice import open_lattice

    return open_lattice(served_catalog())


@cache
def served_planner() -> Planner:
    """The planner, which keeps what it worked out of the release."""
    from careerlattice.plan.planner import Planner

    return Planner(served_catalog(), served_lattice().arrays)

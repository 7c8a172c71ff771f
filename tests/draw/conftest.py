"""The lattice of the shipped release, opened once."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.lattice.lattice import Lattice, open_lattice


@pytest.fixture(scope="session")
def lattice() -> Lattice:
    return open_lattice(open_release())


@pytest.fixture(scope="session")
def ladders(lattice):
    catalog = lattice.catalog
    return [
        lattice.ladder(pathway.id)
        for pathway in catalog.list_pathways()
        if catalog.frameworks.occupations_of(pathway.id)
    ]

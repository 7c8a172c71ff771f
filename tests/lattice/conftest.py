"""The lattice of the shipped release, opened once."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.lattice.lattice import Lattice, open_lattice


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="session")
def lattice(catalog: Catalog) -> Lattice:
    return open_lattice(catalog)


@pytest.fixture(scope="session")
def ladders(catalog, lattice):
    """The ladders of every pathway that carries occupations."""
    return [
        lattice.ladder(pathway.id)
        for pathway in catalog.list_pathways()
        if catalog.frameworks.occupations_of(pathway.id)
    ]

"""The catalog of the shipped release, and of a few tables drawn by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import polars as pl
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.release.opening import Release
from careerlattice.release.own_facts import OwnFacts
from careerlattice.tables.check import check_table
from careerlattice.tables.model import Source
from careerlattice.tables.registry import TABLES
from careerlattice.tables.sources_of_record import SOURCES

Rows = Mapping[str, Sequence[tuple[Any, ...]]]


class DrawnRelease(Release):
    """Tables written out in a test as if published; each is held against its declaration."""

    def __init__(self, rows: Rows, own_facts: OwnFacts | None = None) -> None:
        super().__init__(own_facts=own_facts)
        self._published = {
            name: pl.DataFrame(list(lines), schema=TABLES[name].schema(), orient="row")
            for name, lines in rows.items()
        }
        for name, frame in self._published.items():
            check_table(TABLES[name], frame)

    def published(self, name: str) -> pl.DataFrame:
        """The table drawn."""
        return self._published[name]

    def source(self, source_id: str) -> Source:
        """The edition on record."""
        return SOURCES[source_id]


@pytest.fixture(scope="session")
def catalog(shipped_catalog: Catalog) -> Catalog:
    """The catalog that every answer rests on."""
    return shipped_catalog


@pytest.fixture(scope="session")
def drawn() -> Callable[[Rows], Catalog]:
    """A catalog of tables given row by row."""
    return lambda rows: Catalog(DrawnRelease(rows))

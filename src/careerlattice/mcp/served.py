"""What the tools answer from, each part opened when a tool first needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.lattice.lattice import Lattice
    from careerlattice.plan.planner import Planner


class CreditJson(TypedDict):
    """A source the answer draws on, with the sentence that credits it."""

    source: str
    title: str
    edition: str
    credit: str


class AnswerJson(TypedDict):
    """What every answer has: the release, the sources to credit, and remarks to read."""

    release: str
    credits: list[CreditJson]
    notices: list[str]


class Served:
    """One release with all that is worked out of it."""

    def __init__(self, path: str | Path | None = None) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._catalog: Catalog | None = None
        self._lattice: Lattice | None = None
        self._planner: Planner | None = None

    @property
    def catalog(self) -> Catalog:
        """The catalog. Raises `ReleaseError`."""
        with self._lock:
            if self._catalog is None:
                from careerlattice.catalog.catalog import open_release

                self._catalog = open_release(self._path)
            return self._catalog

    @property
    def lattice(self) -> Lattice:
        """The moves between all occupations."""
        with self._lock:
            if self._lattice is None:
                from careerlattice.lattice.lattice import open_lattice

                self._lattice = open_lattice(self.catalog)
            return self._lattice

    @property
    def planner(self) -> Planner:
        """The planner."""
        with self._lock:
            if self._planner is None:
                from careerlattice.plan.planner import Planner

                self._planner = Planner(self.catalog, self.lattice.arrays)
            return self._planner

    def answer(self, sources: Iterable[str], notices: Iterable[str] = ()) -> AnswerJson:
        """What every answer has, with these sources and remarks; empty remarks are left out."""
        release = self.catalog.release
        return {
            "release": release.id,
            "credits": [
                {
                    "source": source.id,
                    "title": source.title,
                    "edition": source.edition,
                    "credit": source.credit,
                }
                for source in map(release.source, sources)
            ],
            "notices": [notice for notice in notices if notice],
        }

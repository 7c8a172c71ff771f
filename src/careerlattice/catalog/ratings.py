"""Rated elements of all occupations as matrices: the one reading of O*NET's ratings.

Nearness, skill gaps, moves and fits all read these. A level that the publisher marks as not
relevant is 0, as its own guide says: what an occupation does not use, it does not ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog

Floats = NDArray[np.float64]
DOMAINS = ("skill", "knowledge", "ability", "work_activity")
LEARNED_DOMAINS = ("skill", "knowledge")


@dataclass(frozen=True)
class RatedMatrix:
    """Ratings of one domain: `importance` (scale IM, 1 to 5) and `level` (scale LV, 0 to 7).

    Both have the shape (occupations, elements); rows follow `catalog.codes`, columns
    `element_ids`. An unrated occupation has its stand-in's row and is marked in `is_stand_in`.
    """

    domain: str
    element_ids: tuple[str, ...]
    names: tuple[str, ...]
    importance: Floats
    level: Floats
    is_stand_in: NDArray[np.bool_]

    @cached_property
    def weight(self) -> Floats:
        """Importance from 0 (not important) to 1 (extremely important), same shape."""
        return _locked(np.clip((self.importance - 1.0) / 4.0, 0.0, 1.0))


def stand_in_rows(catalog: Catalog) -> NDArray[np.int64]:
    """The row of the occupation whose ratings each occupation uses: its own where rated."""
    stand_ins = [catalog.occupation(code).stand_in for code in catalog.codes]
    return np.array([catalog.row_of[code] for code in stand_ins], dtype=np.int64)


def read_ratings(catalog: Catalog, domains: tuple[str, ...] = DOMAINS) -> dict[str, RatedMatrix]:
    """The ratings of all occupations by domain; read once for each catalog."""
    kept = catalog.keep(_Ratings)
    return {domain: kept.matrix(domain) for domain in domains}


def rated_matrix(catalog: Catalog, domain: str) -> RatedMatrix:
    """The ratings of one domain of all occupations."""
    return catalog.keep(_Ratings).matrix(domain)


class _Ratings:
    """The matrices of a catalog, each read at first use."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._found: dict[str, RatedMatrix] = {}

    @cached_property
    def _stand_in(self) -> NDArray[np.int64]:
        return stand_in_rows(self._catalog)

    def matrix(self, domain: str) -> RatedMatrix:
        if domain not in self._found:
            self._found[domain] = self._read(domain)
        return self._found[domain]

    def _read(self, domain: str) -> RatedMatrix:
        import polars as pl

        catalog = self._catalog
        elements = catalog.release.table("elements").filter(pl.col("domain") == domain)
        elements = elements.sort("element_id")
        ids = tuple(elements["element_id"])
        if not ids:
            raise ValueError(f"no ratings of the domain {domain!r}; there are {', '.join(DOMAINS)}")
        column = {element: place for place, element in enumerate(ids)}
        here = catalog.release.table("ratings").filter(pl.col("element_id").is_in(list(ids)))
        rows = [catalog.row_of[code] for code in here["onet_soc_code"]]
        columns = [column[element] for element in here["element_id"]]
        importance = np.ones((len(catalog.codes), len(ids)))
        level = np.zeros((len(catalog.codes), len(ids)))
        importance[rows, columns] = here["importance"].to_numpy()
        level[rows, columns] = np.where(
            here["is_not_relevant"].to_numpy(), 0.0, here["level"].to_numpy()
        )
        return RatedMatrix(
            domain=domain,
            element_ids=ids,
            names=tuple(elements["name"]),
            importance=_locked(importance[self._stand_in]),
            level=_locked(level[self._stand_in]),
            is_stand_in=self._stand_in != np.arange(len(catalog.codes)),
        )


def _locked(array: Floats) -> Floats:
    array.setflags(write=False)
    return array

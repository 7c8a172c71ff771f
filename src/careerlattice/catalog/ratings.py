"""Rated elements of all occupations as matrices, which nearness and skill gaps are made from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog

Floats = NDArray[np.float32]
DOMAINS = ("skill", "knowledge", "ability", "work_activity")
LEARNED_DOMAINS = ("skill", "knowledge")


@dataclass(frozen=True)
class RatedMatrix:
    """Ratings of one domain: `importance` (1 to 5) and `level` (0 to 7).

    Both have the shape (occupations, elements); rows follow `catalog.codes`, columns
    `element_ids`. An unrated occupation has its stand-in's row.
    """

    domain: str
    element_ids: tuple[str, ...]
    names: tuple[str, ...]
    importance: Floats
    level: Floats


def stand_in_rows(catalog: Catalog) -> NDArray[np.int64]:
    """The row of the occupation whose ratings each occupation uses: its own where rated."""
    stand_ins = [catalog.occupation(code).stand_in for code in catalog.codes]
    return np.array([catalog.row_of[code] for code in stand_ins], dtype=np.int64)


def read_ratings(catalog: Catalog, domains: tuple[str, ...] = DOMAINS) -> dict[str, RatedMatrix]:
    """The ratings of all occupations by domain."""
    import polars as pl

    elements = catalog.release.table("elements")
    ratings = catalog.release.table("ratings").join(elements, on="element_id")
    stand_in = stand_in_rows(catalog)
    found = {}
    for domain in domains:
        named = elements.filter(pl.col("domain") == domain).sort("element_id")
        ids = tuple(named["element_id"])
        column = {element: place for place, element in enumerate(ids)}
        here = ratings.filter(pl.col("domain") == domain)
        rows = [catalog.row_of[code] for code in here["onet_soc_code"]]
        columns = [column[element] for element in here["element_id"]]
        importance = np.ones((len(catalog.codes), len(ids)), dtype=np.float32)
        level = np.zeros((len(catalog.codes), len(ids)), dtype=np.float32)
        importance[rows, columns] = here["importance"].to_numpy()
        level[rows, columns] = here["level"].to_numpy()
        found[domain] = RatedMatrix(
            domain, ids, tuple(named["name"]), importance[stand_in], level[stand_in]
        )
    return found

"""What the likelihood model needs of a release, as plain arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import DOMAINS
from careerlattice.lattice.arrays.named_moves import Named, read_named_moves
from careerlattice.lattice.likelihood.features import LikelihoodInputs
from careerlattice.vocab.interests import INTEREST_AREAS

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
_NAMED_SORT = {Named.WORK: 1, Named.SIDEWAYS: 2} | dict.fromkeys(
    (Named.CREDIT, Named.BRIDGE, Named.RANK, Named.STEP), 3
)
_TIERS = {"Primary-Short": 3, "Primary-Long": 2, "Supplemental": 1}
# The model was fitted with the clusters that have published links.
_CLUSTERS_OF = "2008"


def read_likelihood_inputs(catalog: Catalog) -> LikelihoodInputs:
    """The inputs of the likelihood of all moves, in the order of `catalog.codes`; NaN: not known.

    Only an occupation's own published values are taken, no stand-in's: the model has its own rule
    for what is missing.
    """
    import polars as pl

    release, size = catalog.release, len(catalog.codes)
    elements = release.table("elements").filter(pl.col("domain").is_in(list(DOMAINS)))
    ids = tuple(elements["element_id"].sort())
    importance, level = _pivot(catalog, "ratings", ids, ("importance", "level"))
    styles = release.table("work_styles")["element_id"].unique().sort()
    (impact,) = _pivot(catalog, "work_styles", tuple(styles), ("impact",))
    zones = [catalog.occupation(code).job_zone for code in catalog.codes]
    lines = _lines(catalog)
    clusters, fields = _clusters(catalog), _fields(catalog)
    official = [catalog.occupation(code).title for code in catalog.codes]
    licenses = release.table("license_occupations").select("state", "license_id")
    return LikelihoodInputs(
        codes=tuple(catalog.codes),
        element_ids=ids,
        importance=importance,
        level=level,
        interests=_interests(catalog),
        work_styles=impact,
        job_zone=np.array([np.nan if zone is None else zone for zone in zones], dtype=np.float32),
        education_shares=_shares(catalog, "RL", 12),
        experience_shares=_shares(catalog, "RW", 11),
        median_wage_usd=catalog.pay_vectors().p50.astype(np.float32),
        employment=lines["employment_2024"] * 1000.0,
        openings=lines["openings"] * 1000.0,
        transfer_rate_pct=lines["transfer_rate_pct"],
        self_employed_pct=lines["self_employed_pct"],
        line=lines["line"].astype(np.int64),
        related=_related(catalog),
        title_rows=np.concatenate([_rows(catalog, "titles"), np.arange(size)]),
        titles=(*release.table("titles")["title"], *official),
        technology_rows=_rows(catalog, "technology_skills"),
        technology_codes=_technology_codes(release.table("technology_skills")),
        cluster_rows=np.array([row for row, _ in clusters], dtype=np.int64),
        cluster_ids=tuple(name for _, name in clusters),
        program_rows=np.array([row for row, _ in fields], dtype=np.int64),
        program_codes=tuple(field for _, field in fields),
        license_rows=_rows(catalog, "license_occupations"),
        named=_named(catalog),
        license_keys=tuple(f"{state}:{key}" for state, key in licenses.rows()),
    )


def _technology_codes(technology: pl.DataFrame) -> NDArray[np.int64]:
    """A number for each commodity: the publisher's or, where it gives none, one of our own."""
    import polars as pl

    code = pl.col("commodity_code").cast(pl.Int64)
    own = pl.col("commodity").rank("dense").cast(pl.Int64)
    return technology.select(code.fill_null(own))["commodity_code"].to_numpy()


def _rows(catalog: Catalog, table: str) -> Ints:
    """The row of the occupation of each line of a table."""
    codes = catalog.release.table(table)["onet_soc_code"]
    return np.array([catalog.row_of[code] for code in codes], dtype=np.int64)


def _interests(catalog: Catalog) -> Floats:
    found = np.full((len(catalog.codes), len(INTEREST_AREAS)), np.nan, dtype=np.float32)
    scores = catalog.release.table("interests").select(INTEREST_AREAS)
    found[_rows(catalog, "interests")] = scores.to_numpy()
    return found


def _clusters(catalog: Catalog) -> list[tuple[int, str]]:
    """Each occupation's row with each cluster it belongs to."""
    return sorted(
        {
            (row, pathway.cluster_id)
            for row, code in enumerate(catalog.codes)
            for pathway in catalog.list_pathways_of(code, _CLUSTERS_OF)
        }
    )


def _fields(catalog: Catalog) -> list[tuple[int, str]]:
    """Each occupation's row with each program (CIP code) linked to it."""
    links = catalog.release.table("program_occupations").select("cip_code", "soc_code")
    by_soc: dict[str, list[str]] = {}
    for cip, soc in links.sort("cip_code").rows():
        by_soc.setdefault(soc, []).append(cip)
    return [
        (row, cip) for row, code in enumerate(catalog.codes) for cip in by_soc.get(code.soc, ())
    ]


def _related(catalog: Catalog) -> Ints:
    pairs = catalog.release.table("related_occupations")
    return np.array(
        [
            (catalog.row_of[code], catalog.row_of[other], _TIERS[tier])
            for code, other, tier in pairs.select("onet_soc_code", "related_code", "tier").rows()
        ],
        dtype=np.int64,
    ).reshape(-1, 3)


def _named(catalog: Catalog) -> Ints:
    """Origin, destination and sort of every move that entry conditions name."""
    named = read_named_moves(catalog)
    origin, to = np.nonzero(named)
    sort = np.array([_NAMED_SORT[Named(int(value))] for value in named[origin, to]])
    return np.column_stack([origin, to, sort]).astype(np.int64).reshape(-1, 3)


def _pivot(
    catalog: Catalog, table: str, ids: tuple[str, ...], values: tuple[str, ...]
) -> tuple[Floats, ...]:
    """Columns of a table keyed by occupation and element, each as (occupations, elements)."""
    frame = catalog.release.table(table)
    column = {element: place for place, element in enumerate(ids)}
    at = [catalog.row_of[code] for code in frame["onet_soc_code"]]
    where = [column[element] for element in frame["element_id"]]
    found = []
    for name in values:
        matrix = np.full((len(catalog.codes), len(ids)), np.nan, dtype=np.float32)
        matrix[at, where] = frame[name].to_numpy()
        found.append(matrix)
    return tuple(found)


def _shares(catalog: Catalog, scale: str, width: int) -> Floats:
    """Published shares of a requirement scale in percent; a row of nan where none are."""
    import polars as pl

    frame = catalog.release.table("requirement_shares").filter(pl.col("scale") == scale)
    found = np.zeros((len(catalog.codes), width), dtype=np.float32)
    at = [catalog.row_of[code] for code in frame["onet_soc_code"]]
    found[at, frame["category"].to_numpy() - 1] = frame["share_pct"].to_numpy()
    found[found.sum(axis=1) == 0] = np.nan
    return found


def _lines(catalog: Catalog) -> dict[str, NDArray[np.float64]]:
    """Figures of each occupation's line of the projections, and the line's number (-1: none)."""
    import polars as pl

    release = catalog.release
    names = ("employment_2024", "openings", "transfer_rate_pct", "self_employed_pct")
    frame = (
        release.table("occupations")
        .select("onet_soc_code", "soc_code")
        .join(release.table("projection_links"), on="soc_code", how="left")
        .join(release.table("projections"), on="matrix_code", how="left")
        .sort("onet_soc_code")
    )
    known = frame["matrix_code"].drop_nulls().unique().sort()
    number = {code: place for place, code in enumerate(known)}
    lines = [number.get(code, -1) if code is not None else -1 for code in frame["matrix_code"]]
    found = {name: frame[name].cast(pl.Float64).to_numpy() for name in names}
    return {**found, "line": np.array(lines, dtype=np.float64)}

"""National projections of occupations: for one as figures, for all as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.figures import Figure, Provenance
from careerlattice.catalog.model import Outlook
from careerlattice.release.opening import Release
from careerlattice.vocab.codes import OnetSocCode


@dataclass(frozen=True)
class OutlookVectors:
    """National projections of every occupation, each shape (occupations,); nan where none.

    Jobs and openings are of the publisher's line; `share` is the part of the line an occupation is
    given, the line's jobs divided evenly over the occupations it speaks for.
    """

    employment: NDArray[np.float64]
    openings: NDArray[np.float64]
    growth_pct: NDArray[np.float64]
    exit_rate_pct: NDArray[np.float64]
    transfer_rate_pct: NDArray[np.float64]
    share: NDArray[np.float64]


def read_outlook_vectors(release: Release) -> OutlookVectors:
    """Projections of all occupations."""
    import polars as pl

    occupations = release.table("occupations").select("onet_soc_code", "soc_code")
    lines = (
        occupations.join(release.table("projection_links"), on="soc_code", how="left")
        .join(release.table("projections"), on="matrix_code", how="left")
        .with_columns(pl.len().over("matrix_code").alias("members"))
        .sort("onet_soc_code")
    )

    def column(name: str, factor: float = 1.0) -> NDArray[np.float64]:
        return lines[name].cast(pl.Float64).to_numpy() * factor

    known = lines["matrix_code"].is_not_null().to_numpy()
    share = np.where(known, 1.0 / lines["members"].cast(pl.Float64).to_numpy(), np.nan)
    return OutlookVectors(
        employment=column("employment_2024", 1000.0),
        openings=column("openings", 1000.0),
        growth_pct=column("growth_pct"),
        exit_rate_pct=column("exit_rate_pct"),
        transfer_rate_pct=column("transfer_rate_pct"),
        share=share,
    )


def read_outlook(release: Release, code: OnetSocCode) -> Outlook:
    """National employment, growth and openings of the occupation."""
    import polars as pl

    links = release.table("projection_links").filter(pl.col("soc_code") == code.soc)
    source = release.source("bls-projections")
    notes: tuple[str, ...] = ()
    row: dict[str, Any] = {}
    line = ""
    if links.height:
        line, is_aggregate = links["matrix_code"][0], links["is_aggregate"][0]
        frame = release.table("projections").filter(pl.col("matrix_code") == line)
        row = frame.row(0, named=True)
        if is_aggregate:
            notes = (f"Figures are for the wider group {line}, {row['title']}.",)
        elif code.is_specialty:
            notes = (f"Figures are for all of {line}, {row['title']}.",)
    else:
        notes = ("The projections do not cover this occupation.",)

    def figure(name: str, unit: str, factor: float = 1.0) -> Figure:
        where = Provenance(source.id, source.edition, "United States", line)
        if not row:
            return Figure(None, unit, where, "not published")
        return Figure(round(row[name] * factor, 1), unit, where)

    return Outlook(
        occupation=code,
        employment=figure("employment_2024", "jobs", 1000),
        growth_pct=figure("growth_pct", "percent, 2024 to 2034"),
        openings_per_year=figure("openings", "openings a year", 1000),
        exit_rate_pct=figure("exit_rate_pct", "percent a year"),
        transfer_rate_pct=figure("transfer_rate_pct", "percent a year"),
        notes=notes,
    )

"""Figures of all occupations as NumPy arrays, in the order of the taxonomy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.areas import NATION
from careerlattice.catalog.model import Area
from careerlattice.release.opening import Release

_PAY = ("p10", "p25", "p50", "p75", "p90")
TOP_CODE_USD = 239_200
HOURS_A_YEAR = 2_080


@dataclass(frozen=True)
class PayVectors:
    """Yearly pay of every occupation in an area, each shape (occupations,), USD; nan where none.

    The state answers where a metro has no median, and the nation where the state has none:
    `level` is 0 for the area asked for, 1 for its state, 2 for the nation, -1 for none. A top-coded
    percentile counts as the top code (so pay is at least that). Pay published by the hour only is
    put at 2,080 hours and marked in `is_hourly`.
    """

    p10: NDArray[np.float64]
    p25: NDArray[np.float64]
    p50: NDArray[np.float64]
    p75: NDArray[np.float64]
    p90: NDArray[np.float64]
    employment: NDArray[np.float64]
    level: NDArray[np.int8]
    is_hourly: NDArray[np.bool_]


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


def read_pay_vectors(release: Release, area: Area) -> PayVectors:
    """Pay of all occupations in `area`, with the wider areas where it has none."""
    import polars as pl

    chain = [area.code]
    if area.kind == "metro" and area.state is not None:
        from careerlattice.vocab.states import BY_POSTAL

        chain.append(f"S{BY_POSTAL[area.state].fips}")
    if area.kind != "nation":
        chain.append(NATION)
    occupations = release.table("occupations").select("onet_soc_code", "soc_code")
    lines = occupations.join(release.table("wage_links"), on="soc_code", how="left").sort(
        "onet_soc_code"
    )
    wages = release.table("wages").filter(pl.col("area_code").is_in(chain))
    hourly = release.table("hourly_wages").filter(pl.col("area_code").is_in(chain))
    size = lines.height
    pay = {name: np.full(size, np.nan) for name in (*_PAY, "employment")}
    level = np.full(size, -1, dtype=np.int8)
    is_hourly = np.zeros(size, dtype=np.bool_)
    for step, code in enumerate(chain):
        here = lines.join(
            wages.filter(pl.col("area_code") == code), on="oews_code", how="left"
        ).sort("onet_soc_code")
        by_hour = lines.join(
            hourly.filter(pl.col("area_code") == code), on="oews_code", how="left"
        ).sort("onet_soc_code")
        status = here["status"].fill_null("sssssss")
        rank = 0 if code == area.code else 1 if code != NATION else 2
        has = here["p50"].is_not_null().to_numpy()
        topped = (status.str.slice(4, 1) == "t").to_numpy()
        hour = by_hour["p50"].is_not_null().to_numpy()
        fresh = (level < 0) & (has | topped | hour)
        for place, name in enumerate(_PAY, start=2):
            values = here[name].cast(pl.Float64).to_numpy().copy()
            top = (status.str.slice(place, 1) == "t").to_numpy()
            values[top] = TOP_CODE_USD
            hours = by_hour[name].cast(pl.Float64).to_numpy() * HOURS_A_YEAR
            values = np.where(hour & np.isnan(values), hours, values)
            pay[name][fresh] = values[fresh]
        pay["employment"][fresh] = here["employment"].cast(pl.Float64).to_numpy()[fresh]
        is_hourly[fresh & hour & ~has & ~topped] = True
        level[fresh] = rank if step or rank else 0
    _fill_percentiles(pay)
    return PayVectors(**pay, level=level, is_hourly=is_hourly)


def _fill_percentiles(pay: dict[str, NDArray[np.float64]]) -> None:
    """Where a median is known and a neighbor percentile is not, the nearest known one stands in."""
    has = ~np.isnan(pay["p50"])
    for name, nearer in (("p25", "p50"), ("p10", "p25"), ("p75", "p50"), ("p90", "p75")):
        gap = has & np.isnan(pay[name])
        pay[name][gap] = pay[nearer][gap]


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
        column("employment_2024", 1000.0),
        column("openings", 1000.0),
        column("growth_pct"),
        column("exit_rate_pct"),
        column("transfer_rate_pct"),
        share,
    )

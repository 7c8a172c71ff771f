"""Fields of study that lead to an occupation, schools that teach them, licenses, prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careerlattice.catalog.things import License, Program, SchoolProgram
from careerlattice.release.opening import Release
from careerlattice.tables.education_tables import ANY_FIELD
from careerlattice.vocab.amounts import UsdRange
from careerlattice.vocab.codes import OnetSocCode


@dataclass(frozen=True, slots=True)
class CredentialPrice:
    """What a credential takes: months of full-time study, months usual, dollars in all, cited.

    `once_usd` is paid beside tuition by who holds no credential of the field yet (flight hours).
    `field` names the field of study whose own price this is, or stands for any.
    """

    credential: str
    sector: str
    full_time_months: int
    usual_months: int
    tuition_usd: UsdRange
    per_year_usd: UsdRange
    school_years: float
    once_usd: UsdRange
    is_full_time_only: bool
    field: str
    vintage: str
    citation: str


Prices = Mapping[tuple[str, str], CredentialPrice]
"""Prices of all credentials in all sectors, by (sector, credential)."""


def read_programs(release: Release, code: OnetSocCode) -> list[Program]:
    """Fields of study (six digits) that the crosswalk links to the occupation."""
    import polars as pl

    links = release.table("program_occupations").filter(pl.col("soc_code") == code.soc)
    named = links.join(release.table("programs"), on="cip_code", how="left").sort("cip_code")
    return [Program(cip, title) for cip, title in named.select("cip_code", "title").rows()]


def read_school_programs(
    release: Release,
    code: OnetSocCode,
    state: str | None,
    credentials: tuple[str, ...] = (),
    limit: int = 20,
) -> tuple[list[SchoolProgram], int]:
    """Schools' programs in the fields that lead to the occupation, and how many there are in all.

    Ordered by number of graduates, most first; fields are compared at four digits, as College
    Scorecard has no finer ones. Programs without graduates in the data come last.
    """
    import polars as pl

    fields = release.table("program_occupations").filter(pl.col("soc_code") == code.soc)
    series = fields["cip_code"].str.slice(0, 5).unique()
    rows = release.table("school_programs").filter(pl.col("cip_code").is_in(series.implode()))
    if credentials:
        rows = rows.filter(pl.col("credential").is_in(list(credentials)))
    rows = rows.join(release.table("schools"), on="school_id", how="left")
    if state is not None:
        rows = rows.filter(pl.col("state") == state)
    titles = release.table("programs").select("cip_code", pl.col("title").alias("program"))
    rows = rows.join(titles, on="cip_code", how="left").sort(
        "completers", "name", "cip_code", "credential",
        descending=[True, False, False, False], nulls_last=True,
    )  # fmt: skip
    found = [
        SchoolProgram(
            row["name"],
            row["state"],
            row["control"],
            row["cip_code"],
            row["program"] or "",
            row["credential"],
            row["completers"],
            row["earnings_usd"],
            row["debt_usd"],
            row["unit_id"],
        )
        for row in rows.head(limit).iter_rows(named=True)
    ]
    return found, rows.height


def read_licenses(
    release: Release, code: OnetSocCode, state: str, *, with_listed: bool = False
) -> list[License]:
    """Licenses of the state that speak of the occupation, then federal ones, most specific first.

    The publisher lists many licenses under occupations they hardly concern; those are left out
    unless `with_listed`, and then come last.
    """
    import polars as pl

    links = release.table("license_occupations").filter(pl.col("state").is_in([state, "US"]))
    counts = links.group_by("state", "license_id").len("occupations")
    own = links.filter(pl.col("onet_soc_code") == code)
    rows = (
        (own if with_listed else own.filter("is_named"))
        .join(counts, on=["state", "license_id"])
        .join(release.table("licenses"), on=["state", "license_id"])
        .sort(~pl.col("is_named"), pl.col("state") == "US", "occupations", "title", "license_id")
    )
    fields = License.__slots__
    return [License(**{name: row[name] for name in fields}) for row in rows.iter_rows(named=True)]


def read_prices(release: Release) -> dict[str, Prices]:
    """Price and length of every credential in every sector, for each field of the price tables.

    Where a field has no price or length of its own, that of any field holds.
    """
    lengths: dict[tuple[str, str], dict[str, Any]] = {
        (row["field"], row["credential"]): row
        for row in release.table("credential_lengths").iter_rows(named=True)
    }
    rows: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
    for row in release.table("tuition").iter_rows(named=True):
        rows.setdefault(row["field"], {})[row["sector"], row["credential"]] = row
    return {
        field: {
            key: _price(
                field, own.get(key, general),
                lengths.get((field, key[1]), lengths[ANY_FIELD, key[1]]),
            )
            for key, general in rows[ANY_FIELD].items()
        }
        for field, own in rows.items()
    }  # fmt: skip


def _price(field: str, row: dict[str, Any], length: dict[str, Any]) -> CredentialPrice:
    year = UsdRange(row["low_usd"], row["typical_usd"], row["high_usd"])
    years = float(length["school_years"])
    return CredentialPrice(
        row["credential"], row["sector"], length["full_time_months"], length["usual_months"],
        UsdRange(year.low * years, year.typical * years, year.high * years), year, years,
        UsdRange(row["once_low_usd"], row["once_typical_usd"], row["once_high_usd"]),
        length["is_full_time_only"],
        field if field in (row["field"], length["field"]) else ANY_FIELD,
        row["vintage"], f"{row['citation']}; length: {length['citation']}",
    )  # fmt: skip

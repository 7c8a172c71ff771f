"""What credentials take: months and dollars, by field and sector, each with its citation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from careerlattice.release.opening import Release
from careerlattice.requirements.parameters import TRANSFER_DELAY_MONTHS
from careerlattice.tables.education_tables import ANY_FIELD
from careerlattice.vocab.amounts import UsdRange

COLLEGE_FIRST: Final = "community college first"
"""The sector of who begins a bachelor's degree at a community college and ends it at a university.

All else is as at public schools.
"""


def control_of(sector: str) -> str:
    """Who runs the schools of a sector: who begins at a community college ends at a public one."""
    return "public" if sector == COLLEGE_FIRST else sector


@dataclass(frozen=True, slots=True)
class FirstYears:
    """The first school years of a credential earned elsewhere: their price, and what they delay."""

    years: float
    per_year_usd: UsdRange
    delay_months: float


@dataclass(frozen=True, slots=True)
class CredentialPrice:
    """What a credential takes: months of full-time study, months usual, dollars in all, cited.

    `once_usd` is paid beside tuition by who holds no credential of the field yet (flight hours).
    `field` names the field of study whose own price this is, or stands for any. `first` are the
    years at another school's price, if any.
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
    first: FirstYears | None = None


Prices = Mapping[tuple[str, str], CredentialPrice]
"""Prices of all credentials in all sectors, by (sector, credential)."""


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
        field: _with_college_first(
            {
                key: _price(
                    field,
                    own.get(key, general),
                    lengths.get((field, key[1]), lengths[ANY_FIELD, key[1]]),
                )
                for key, general in rows[ANY_FIELD].items()
            }
        )
        for field, own in rows.items()
    }


def _with_college_first(prices: dict[tuple[str, str], CredentialPrice]) -> Prices:
    """The prices, and those of who begins a bachelor's degree at a community college."""
    public = {name: price for (sector, name), price in prices.items() if sector == "public"}
    associate, bachelor = public["associate"], public["bachelor"]
    begun = replace(
        bachelor,
        citation=f"{bachelor.citation}; first two years: {associate.citation}",
        first=FirstYears(
            years=associate.school_years,
            per_year_usd=associate.per_year_usd,
            delay_months=TRANSFER_DELAY_MONTHS.value,
        ),
    )
    both = {**public, "bachelor": begun}
    return prices | {
        (COLLEGE_FIRST, name): replace(price, sector=COLLEGE_FIRST) for name, price in both.items()
    }


def _price(field: str, row: dict[str, Any], length: dict[str, Any]) -> CredentialPrice:
    year = UsdRange(row["low_usd"], row["typical_usd"], row["high_usd"])
    years = float(length["school_years"])
    return CredentialPrice(
        credential=row["credential"],
        sector=row["sector"],
        full_time_months=length["full_time_months"],
        usual_months=length["usual_months"],
        tuition_usd=UsdRange(year.low * years, year.typical * years, year.high * years),
        per_year_usd=year,
        school_years=years,
        once_usd=UsdRange(row["once_low_usd"], row["once_typical_usd"], row["once_high_usd"]),
        is_full_time_only=length["is_full_time_only"],
        field=field if field in (row["field"], length["field"]) else ANY_FIELD,
        vintage=row["vintage"],
        citation=f"{row['citation']}; length: {length['citation']}",
    )

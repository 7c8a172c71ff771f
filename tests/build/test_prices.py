"""Prices and lengths: every figure has a source that was read or is called an estimate."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import polars as pl
import pytest

from careerlattice.build.prices import FOLDER, read_prices
from careerlattice.build.writing import to_parquet
from careerlattice.errors import DataError
from careerlattice.release.opening import Release
from careerlattice.tables.education_tables import ANY_FIELD, CREDENTIALS
from careerlattice.tables.file_metadata import table_metadata
from careerlattice.tables.registry import TABLES
from careerlattice.tables.sources_of_record import SOURCES

PAGE = Path(__file__).parents[2] / "docs" / "methods" / "plans.md"
SECTORS = ("public", "private nonprofit", "private for-profit")
PUBLISHERS = (
    r"College Board|NCES|U\.S\. News|National Student Clearinghouse|NSF|WTOP|College Ave|"
    r"American Dental Association|AACP|AACPM|AAMC|AAVMC|ByLegal|CAPTE|MedCMP|PharmD Degree|"
    r"Airspeed Online|Stony Brook University|VIN Foundation|BoosterPrep"
)


@pytest.fixture(scope="module")
def tuition() -> pl.DataFrame:
    return read_prices().frames["tuition"]


@pytest.fixture(scope="module")
def lengths() -> pl.DataFrame:
    return read_prices().frames["credential_lengths"]


@pytest.fixture(scope="module")
def priced_fields() -> pl.DataFrame:
    return read_prices().frames["priced_fields"]


def of_any_field(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter(pl.col("field") == ANY_FIELD)


def test_every_sector_and_credential_has_one_price(tuition: pl.DataFrame) -> None:
    pairs = of_any_field(tuition).select("sector", "credential").rows()
    assert sorted(pairs) == sorted((s, c) for s in SECTORS for c in CREDENTIALS)
    assert tuition.filter(
        (pl.col("low_usd") > pl.col("typical_usd")) | (pl.col("typical_usd") > pl.col("high_usd"))
    ).is_empty()
    assert tuition.filter(
        (pl.col("once_low_usd") > pl.col("once_typical_usd"))
        | (pl.col("once_typical_usd") > pl.col("once_high_usd"))
    ).is_empty()
    assert all(re.fullmatch(r"20\d\d-\d\d", year) for year in of_any_field(tuition)["vintage"])
    assert all(re.fullmatch(r"20\d\d-\d\d|undated", year) for year in tuition["vintage"])


def test_a_field_with_its_own_price_has_it_in_every_sector(
    tuition: pl.DataFrame, lengths: pl.DataFrame, priced_fields: pl.DataFrame
) -> None:
    own = tuition.filter(pl.col("field") != ANY_FIELD)
    assert set(own["field"]) == set(priced_fields["field"])
    for (field, credential), rows in own.group_by("field", "credential"):
        assert sorted(rows["sector"]) == sorted(SECTORS), (field, credential)
    assert set(lengths["field"]) - {ANY_FIELD} == set(own["field"])


def test_every_field_has_programs_that_award_what_opens_it(priced_fields: pl.DataFrame) -> None:
    entry = priced_fields.filter("is_entry")
    assert set(entry["field"]) == set(priced_fields["field"])


def test_a_row_names_a_publisher_or_says_that_it_is_an_estimate(
    tuition: pl.DataFrame, lengths: pl.DataFrame
) -> None:
    for citation in (*tuition["citation"], *lengths["citation"]):
        assert re.search(rf"\b(?:{PUBLISHERS})\b|estimate", citation), citation


def test_prices_nobody_publishes_say_estimate(tuition: pl.DataFrame) -> None:
    for sector, credential, citation in tuition.select("sector", "credential", "citation").rows():
        is_small = sector == "private nonprofit" and credential in {"certificate", "associate"}
        if sector == "private for-profit" or is_small:
            assert "estimate" in citation, (sector, credential)


def test_figures_of_one_school_or_one_person_say_estimate(tuition: pl.DataFrame) -> None:
    for field, citation in tuition.select("field", "citation").rows():
        if "one school" in citation or "one pilot" in citation or field == "flight":
            assert "estimate" in citation, (field, citation)


def test_an_estimated_range_is_as_wide_as_the_quartiles_it_is_taken_from(
    tuition: pl.DataFrame,
) -> None:
    rows = {(f, s, c): usd for f, s, c, *usd in tuition.select(pl.nth(0, 1, 2, 3, 4, 5)).rows()}
    low, typical, high = rows[ANY_FIELD, "private for-profit", "certificate"]
    # Public graduate tuition 2016-17: $8,500, $11,617 and $13,509.
    assert low == pytest.approx(typical * 8_500 / 11_617, abs=0.5)
    assert high == pytest.approx(typical * 13_509 / 11_617, abs=0.5)
    low, typical, high = rows["dentistry", "private nonprofit", "professional"]
    # Nonprofit graduate tuition 2016-17: $13,826, $26,551 and $42,305.
    assert low == pytest.approx(typical * 13_826 / 26_551, abs=0.5)
    assert high == pytest.approx(typical * 42_305 / 26_551, abs=0.5)


def test_flight_hours_are_paid_once_beside_the_tuition_of_other_fields(
    tuition: pl.DataFrame,
) -> None:
    rows = {row["field"]: row for row in tuition.filter(
        pl.col("sector") == "public", pl.col("credential") == "bachelor"
    ).iter_rows(named=True)}  # fmt: skip
    assert rows["flight"]["typical_usd"] == rows[ANY_FIELD]["typical_usd"]
    assert rows["flight"]["once_typical_usd"] > 40_000
    assert rows[ANY_FIELD]["once_typical_usd"] == 0


def test_the_methods_page_lists_every_price_and_length(
    tuition: pl.DataFrame, lengths: pl.DataFrame
) -> None:
    shown = PAGE.read_text(encoding="utf-8").split("## Prices and lengths")[1].split("\n## ")[0]
    for low, typical, high, year in (
        of_any_field(tuition).select("low_usd", "typical_usd", "high_usd", "vintage").rows()
    ):
        assert f"| {low:,}, {typical:,}, {high:,} | {year} |" in shown
    for full_time, usual, years in (
        of_any_field(lengths).select("full_time_months", "usual_months", "school_years").rows()
    ):
        assert f"| {full_time}, {usual} | {years:g} |" in shown


def test_the_methods_page_lists_what_fields_have_of_their_own(
    tuition: pl.DataFrame, lengths: pl.DataFrame
) -> None:
    shown = PAGE.read_text(encoding="utf-8").split("### Fields with their own")[1].split("\n## ")[0]
    lines = shown.splitlines()
    for row in tuition.filter(pl.col("field") != ANY_FIELD).iter_rows(named=True):
        if row["field"] == "flight":
            once = [f"${row[f'once_{name}_usd']:,}" for name in ("low", "typical", "high")]
            assert f"{once[0]}, {once[1]} and {once[2]}" in shown
            continue
        usd = f"{row['low_usd']:,}, {row['typical_usd']:,}, {row['high_usd']:,}"
        assert any(line.startswith(f"| {row['field']} ") and usd in line for line in lines), row
    for row in lengths.filter(pl.col("field") != ANY_FIELD).iter_rows(named=True):
        figures = (
            f"| {row['credential']} | {row['full_time_months']}, {row['usual_months']} "
            f"| {row['school_years']:g} | {'no' if row['is_full_time_only'] else 'yes'} |"
        )
        assert any(row["field"] in line and figures in line for line in lines), row


@pytest.mark.parametrize("name", ["tuition", "credential_lengths", "priced_fields"])
def test_the_reviewed_files_give_the_shipped_tables_byte_for_byte(
    shipped_release: Release, name: str
) -> None:
    frame = read_prices().frames[name]
    assert frame.equals(shipped_release.table(name)), "make release"
    if shipped_release.manifest.written_by == f"polars {pl.__version__}":
        shipped = (shipped_release.folder / f"{name}.parquet").read_bytes()
        assert to_parquet(frame, table_metadata(TABLES[name], SOURCES)) == shipped


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("tuition.csv", ",15826,", ",about 15826,", "typical_usd is 'about 15826', not a number"),
        ("lengths.csv", ",false,", ",no,", "is_full_time_only is 'no'; write true or false"),
        ("fields.csv", "cip_family", "cip", "must have the columns cip_family, field"),
    ],
)
def test_a_wrong_cell_is_told_with_its_file_and_column(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "prices"))
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(says)):
        read_prices(folder)

"""Prices and lengths: every figure has a source that was read or is called an estimate."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from careerlattice.sources.costs import read_costs
from careerlattice.tables.education_tables import CREDENTIALS

PAGE = Path(__file__).parents[2] / "docs" / "methods" / "plans.md"
SECTORS = ("public", "private nonprofit", "private for-profit")
PUBLISHERS = r"College Board|NCES|U\.S\. News|National Student Clearinghouse|NSF|WTOP|College Ave"


@pytest.fixture(scope="module")
def tuition() -> pl.DataFrame:
    return read_costs().frames["tuition"]


@pytest.fixture(scope="module")
def lengths() -> pl.DataFrame:
    return read_costs().frames["credential_lengths"]


def test_every_sector_and_credential_has_one_price(tuition: pl.DataFrame) -> None:
    pairs = tuition.select("sector", "credential").rows()
    assert sorted(pairs) == sorted((s, c) for s in SECTORS for c in CREDENTIALS)
    assert tuition.filter(
        (pl.col("low_usd") > pl.col("typical_usd")) | (pl.col("typical_usd") > pl.col("high_usd"))
    ).is_empty()
    assert all(re.fullmatch(r"20\d\d-\d\d", year) for year in tuition["vintage"])


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


def test_an_estimated_range_is_as_wide_as_the_quartiles_it_is_taken_from(
    tuition: pl.DataFrame,
) -> None:
    rows = {(s, c): usd for s, c, *usd in tuition.select(pl.nth(0, 1, 2, 3, 4)).rows()}
    low, typical, high = rows["private for-profit", "certificate"]
    # Public graduate tuition 2016-17: $8,500, $11,617 and $13,509.
    assert low == pytest.approx(typical * 8_500 / 11_617, abs=0.5)
    assert high == pytest.approx(typical * 13_509 / 11_617, abs=0.5)


def test_the_methods_page_lists_every_price_and_length(
    tuition: pl.DataFrame, lengths: pl.DataFrame
) -> None:
    shown = PAGE.read_text(encoding="utf-8").split("## Prices and lengths")[1].split("\n## ")[0]
    for low, typical, high, year in tuition.select(pl.nth(2, 3, 4, 5)).rows():
        assert f"| {low:,}, {typical:,}, {high:,} | {year} |" in shown
    for full_time, usual, years in lengths.select(pl.nth(1, 2, 3)).rows():
        assert f"| {full_time}, {usual} | {years:g} |" in shown

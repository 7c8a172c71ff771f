"""CareerOneStop licenses by state, and RAPIDS apprenticeable titles."""

from __future__ import annotations

import polars as pl

from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, SetAside, keep, read_text

SOURCE = "careeronestop"
_LICENSES = "occupational_licenses_by_state_2024-10.csv"
_TITLES = "rapids_to_onetsoc_2026-03_subset.csv"
_TEXTS = {
    "title": "title",
    "type": "kind",
    "exam": "exam",
    "education": "education",
    "experience": "experience",
    "certification": "certification",
    "background_check": "background_check",
    "agency": "agency",
    "url": "url",
}
_COLUMNS = (
    "state",
    "license_id",
    "title",
    "jurisdiction",
    "type",
    "exam",
    "education",
    "experience",
    "continuing_education",
    "certification",
    "background_check",
    "physical",
    "agency",
    "url",
    "updated",
    "onet_soc",
    "description",
)


def read_licenses(location: Location, codes: list[str]) -> Reading:
    """Licenses (without the publisher's descriptions), their occupations, apprenticeable titles."""
    reading = Reading()
    frame = read_text(location, _LICENSES, _COLUMNS)
    day = pl.col("updated").str.to_date("%Y-%m-%d", strict=False)
    wrong = frame.filter(
        (pl.col("updated").fill_null("") != "") & (day.is_null() | (day.dt.year() < 1990))
    )
    for row in wrong.select("state", "license_id", "updated").iter_rows():
        why = "the date of the record is impossible: shown as undated"
        reading.set_aside.append(SetAside(SOURCE, _LICENSES, " | ".join(map(str, row)), why))
    is_link = pl.col("url").str.contains(r"^https?://\S+$")
    for row in (
        frame.filter((pl.col("url").fill_null("") != "") & ~is_link)
        .select("state", "license_id", "url")
        .iter_rows()
    ):
        why = "the address is not a link: shown without one"
        reading.set_aside.append(SetAside(SOURCE, _LICENSES, " | ".join(map(str, row)), why))
    frame = frame.with_columns(pl.when(is_link).then(pl.col("url")).otherwise(None).alias("url"))
    reading.frames["licenses"] = frame.select(
        "state",
        "license_id",
        *(_text(old).alias(new) for old, new in _TEXTS.items()),
        pl.when(day.dt.year() < 1990).then(None).otherwise(day).alias("updated"),
    ).sort("state", "license_id")
    named = keep(
        frame,
        pl.col("onet_soc").str.strip_chars() != "",
        reading,
        source=SOURCE,
        file=_LICENSES,
        why="listed under no occupation",
        show=("state", "license_id", "title"),
    )
    links = (
        named.select("state", "license_id", pl.col("onet_soc").str.split(";").alias("code"))
        .explode("code")
        .with_columns(pl.col("code").str.strip_chars())
    )
    links = keep(
        links,
        pl.col("code").is_in(codes),
        reading,
        source=SOURCE,
        file=_LICENSES,
        why="the occupation is not in the taxonomy",
        show=("state", "license_id", "code"),
    )
    reading.frames["license_occupations"] = (
        links.rename({"code": "onet_soc_code"})
        .unique()
        .sort("state", "license_id", "onet_soc_code")
    )
    reading.frames["apprenticeships"] = _apprenticeships(location, codes, reading)
    return reading


def _apprenticeships(location: Location, codes: list[str], reading: Reading) -> pl.DataFrame:
    titles = read_text(location, _TITLES, ("rapids_code", "rapids_title", "onet_soc_2019"))
    titles = keep(
        titles,
        pl.col("onet_soc_2019").is_in(codes),
        reading,
        source="rapids",
        file=_TITLES,
        why="the occupation is not in the taxonomy",
        show=("rapids_code", "rapids_title", "onet_soc_2019"),
    )
    titles = titles.sort("rapids_code", "onet_soc_2019", "rapids_title")
    titles = keep(
        titles,
        pl.struct("rapids_code", "onet_soc_2019").is_first_distinct(),
        reading,
        source="rapids",
        file=_TITLES,
        why="the same row stands twice",
        show=("rapids_code", "rapids_title", "onet_soc_2019"),
    )
    return titles.select(
        "rapids_code",
        pl.col("rapids_title").str.strip_chars().alias("title"),
        pl.col("onet_soc_2019").alias("onet_soc_code"),
    )


def _text(column: str) -> pl.Expr:
    text = pl.col(column).str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(text == "").then(None).otherwise(text)

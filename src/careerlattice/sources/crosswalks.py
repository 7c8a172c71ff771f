"""Crosswalks between classifications of occupations: SOC 2010, ISCO-08, ESCO."""

from __future__ import annotations

import polars as pl

from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, keep, read_text

_SOC, _ISCO, _ESCO = (
    "soc2010_soc2018.csv",
    "isco08_soc2018_derived.csv",
    "ESCO_to_ONET-SOC_2019.csv",
)


def read_crosswalks(location: Location, codes: list[str]) -> Reading:
    """Successors of SOC 2010 codes, and ISCO-08 and ESCO links."""
    reading = Reading()
    soc = read_text(location, _SOC, ("soc2010", "soc2010_title", "soc2018", "soc2018_title"))
    reading.frames["soc2010_links"] = (
        soc.select(
            pl.col("soc2010").alias("soc2010_code"),
            pl.col("soc2010_title").str.strip_chars(),
            pl.col("soc2018").alias("soc_code"),
        )
        .unique()
        .sort("soc2010_code", "soc_code")
    )
    isco = read_text(location, _ISCO, ("isco08", "soc2018", "isco08_title", "via"))
    isco = keep(
        isco.sort("isco08", "soc2018"),
        pl.struct("isco08", "soc2018").is_first_distinct(),
        reading,
        source="isco",
        file=_ISCO,
        why="the same row stands twice",
        show=("isco08", "soc2018"),
    )
    reading.frames["isco_links"] = isco.select(
        pl.col("isco08").str.zfill(4).alias("isco08_code"),
        pl.col("isco08_title").str.strip_chars(),
        pl.col("soc2018").alias("soc_code"),
    )
    esco = read_text(location, _ESCO, ("esco_code", "esco_title", "onet_soc", "onet_title"))
    esco = keep(
        esco,
        pl.col("onet_soc").is_in(codes),
        reading,
        source="esco",
        file=_ESCO,
        why="the occupation is not in the taxonomy",
        show=("esco_code", "esco_title", "onet_soc"),
    )
    reading.frames["esco_links"] = (
        esco.select(
            pl.col("esco_code").str.strip_chars(),
            pl.col("esco_title").str.strip_chars(),
            pl.col("onet_soc").alias("onet_soc_code"),
        )
        .unique()
        .sort("esco_code", "esco_title", "onet_soc_code")
    )
    return reading

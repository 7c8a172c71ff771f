"""NCES Classification of Instructional Programs 2020 and its links to SOC 2018."""

from __future__ import annotations

import polars as pl

from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, keep, read_text

SOURCE = "nces-cip"
_NAMES, _LINKS = "CIPCode2020.csv", "cip2020_soc2018_crosswalk.csv"
_CODE, _TITLE, _ACTION = "CIPCode", "CIPTitle", "Action"


def read_cip(location: Location, soc_codes: list[str]) -> Reading:
    """Programs of study (four and six digits) and the occupations they prepare for."""
    reading = read_programs(location)
    reading.add(_links(location, reading.frames["programs"], soc_codes))
    return reading


def read_programs(location: Location) -> Reading:
    """Programs of study, with four and with six digits."""
    reading = Reading()
    names = read_text(
        location,
        _NAMES,
        (
            "CIPFamily",
            _CODE,
            _ACTION,
            "TextChange",
            _TITLE,
            "CIPDefinition",
            "CrossReferences",
            "Examples",
        ),
    )
    names = names.with_columns(pl.col(_CODE).str.strip_chars('="'))
    names = keep(
        names,
        ~pl.col(_ACTION).is_in(["Deleted", "Moved from"]),
        reading,
        source=SOURCE,
        file=_NAMES,
        why="deleted or moved to another code",
        show=(_CODE, _TITLE, _ACTION),
    )
    names = keep(
        names,
        pl.col(_CODE).str.contains(r"^\d{2}\.\d{2}(\d{2})?$"),
        reading,
        source=SOURCE,
        file=_NAMES,
        why="a family of two digits",
        show=(_CODE, _TITLE),
    )
    programs = names.select(
        pl.col(_CODE).alias("cip_code"),
        pl.col(_TITLE).str.strip_chars().str.strip_chars_end(".").alias("title"),
    )
    programs = keep(
        programs,
        pl.col("cip_code").is_first_distinct(),
        reading,
        source=SOURCE,
        file=_NAMES,
        why="the same code stands twice",
        show=("cip_code", "title"),
    )
    reading.frames["programs"] = programs.sort("cip_code")
    return reading


def _links(location: Location, programs: pl.DataFrame, soc_codes: list[str]) -> Reading:
    reading = Reading()
    links = read_text(
        location, _LINKS, ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title")
    )
    links = keep(
        links,
        (pl.col("SOC2018Code") != "99-9999") & (pl.col("CIP2020Code") != "99.9999"),
        reading,
        source=SOURCE,
        file=_LINKS,
        why="the publisher says: no match",
        show=("CIP2020Code", "SOC2018Code"),
    )
    links = keep(
        links,
        pl.col("SOC2018Code").is_in(soc_codes),
        reading,
        source=SOURCE,
        file=_LINKS,
        why="the occupation is not in the taxonomy",
        show=("CIP2020Code", "SOC2018Code"),
    )
    links = keep(
        links,
        pl.col("CIP2020Code").is_in(programs["cip_code"].implode()),
        reading,
        source=SOURCE,
        file=_LINKS,
        why="the program is not in CIP 2020",
        show=("CIP2020Code", "SOC2018Code"),
    )
    reading.frames["program_occupations"] = (
        links.select(
            pl.col("CIP2020Code").alias("cip_code"), pl.col("SOC2018Code").alias("soc_code")
        )
        .unique()
        .sort("cip_code", "soc_code")
    )
    return reading

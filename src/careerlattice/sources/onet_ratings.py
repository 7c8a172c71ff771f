"""O*NET ratings of skills, knowledge, abilities and activities; interests, values and styles."""

from __future__ import annotations

import polars as pl

from careerlattice.errors import MissingColumn
from careerlattice.sources.location import Location
from careerlattice.sources.onet_editions import OnetLayout
from careerlattice.sources.onet_files import (
    CODE,
    DATED,
    ELEMENT,
    NAME,
    SAMPLED,
    SOURCE,
    known_codes,
    read_tabbed,
)
from careerlattice.sources.reading import Reading, SetAside, keep, number
from careerlattice.tables.registry import TABLES

_SCORED = (CODE, ELEMENT, NAME, "Scale ID", "Data Value", *DATED)


def read_rated(
    location: Location, file: str, domain: str, codes: pl.Series, reading: Reading
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows one file of a domain adds to the table `ratings`, and the names of what is rated.

    Reads `Skills.txt` and its like; where that file is absent, the reduced `Skills.IM_LV.tsv`,
    which marks no value as uncertain or not relevant.
    """
    bare = (CODE, ELEMENT, NAME, "Scale ID", "Data Value")
    values = ("Data Value",)
    reduced = file.replace(".txt", ".IM_LV.tsv")
    if location.has(file):
        columns = (*bare, *SAMPLED, "Not Relevant", *DATED)
        frame = read_tabbed(location, file, columns, values)
    else:
        file = reduced if location.has(reduced) else file
        frame = read_tabbed(location, file, bare, values).with_columns(
            pl.lit("N").alias("Recommend Suppress"), pl.lit("N").alias("Not Relevant")
        )
    frame = known_codes(frame, codes, file)
    frame = keep(
        frame,
        pl.col("Scale ID").is_in(["IM", "LV"]),
        reading,
        source=SOURCE,
        file=file,
        why="a scale other than importance and level",
        show=(CODE, ELEMENT, "Scale ID"),
    )
    keys = (CODE, ELEMENT)
    importance = frame.filter(pl.col("Scale ID") == "IM").select(
        *keys,
        number("Data Value").alias("importance"),
        (pl.col("Recommend Suppress") == "Y").alias("uncertain_im"),
    )
    level = frame.filter(pl.col("Scale ID") == "LV").select(
        *keys,
        number("Data Value").alias("level"),
        (pl.col("Not Relevant") == "Y").alias("is_not_relevant"),
        (pl.col("Recommend Suppress") == "Y").alias("uncertain_lv"),
    )
    joined = importance.join(level, on=keys, how="full", coalesce=True)
    joined = keep(
        joined,
        pl.col("importance").is_not_null() & pl.col("level").is_not_null(),
        reading,
        source=SOURCE,
        file=file,
        why="importance without level or level without importance",
        show=keys,
    )
    ratings = joined.select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col(ELEMENT).alias("element_id"),
        pl.col("importance").cast(pl.Float32),
        pl.col("level").cast(pl.Float32),
        "is_not_relevant",
        (pl.col("uncertain_im") | pl.col("uncertain_lv")).alias("is_uncertain"),
    )
    return ratings, _names(frame, domain)


def _names(frame: pl.DataFrame, domain: str) -> pl.DataFrame:
    return frame.select(
        pl.col(ELEMENT).alias("element_id"),
        pl.col(NAME).alias("name"),
        pl.lit(domain).alias("domain"),
    ).unique()


def read_traits(
    location: Location, layout: OnetLayout, codes: pl.Series, reading: Reading
) -> tuple[dict[str, pl.DataFrame], list[pl.DataFrame]]:
    """The tables of interests, work values and work styles, and the names of what is scored.

    An edition without work values gives their table without a row, and says so in `reading`.
    """
    frames: dict[str, pl.DataFrame] = {}
    frames["interests"], names = _read_scores(
        location, layout.interests, ("interests", "OI"), codes, reading
    )
    named = [_names(names, "interest")]
    if layout.work_values is None:
        frames["work_values"] = pl.DataFrame(schema=TABLES["work_values"].schema())
        why = "this edition has no work values: the table is empty"
        reading.set_aside.append(SetAside(SOURCE, "Work Values.txt", "", why, rows=0))
    else:
        frames["work_values"], names = _read_scores(
            location, layout.work_values, ("work_values", "EX"), codes, reading
        )
        named.append(_names(names, "work_value"))
    frames["work_styles"], names = _read_styles(location, codes, reading)
    named.append(_names(names, "work_style"))
    return frames, named


def _read_scores(
    location: Location, file: str, wanted: tuple[str, str], codes: pl.Series, reading: Reading
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A table with one column for each score, and the rows it was made of."""
    table, scale = wanted
    frame = known_codes(read_tabbed(location, file, _SCORED, ("Data Value",)), codes, file)
    # A high point is the number of one of the scores; one cell of this edition says zero.
    scored = keep(
        frame,
        pl.col("Scale ID") == scale,
        reading,
        source=SOURCE,
        file=file,
        why="a high point, which follows from the scores",
        show=(CODE, NAME, "Data Value"),
    )
    wide = scored.with_columns(
        pl.col(NAME).str.to_lowercase().str.replace_all(" ", "_"),
        number("Data Value").cast(pl.Float32).alias("value"),
    ).pivot(on=NAME, index=CODE, values="value")
    wide = wide.rename({CODE: "onet_soc_code"})
    declared = TABLES[table].columns
    if set(wide.columns) != set(declared):
        raise MissingColumn(
            f"The file {file!r} must score {', '.join(declared[1:])}; it scores "
            f"{', '.join(sorted(set(wide.columns) - {'onet_soc_code'}))}."
        )
    return wide.select(declared).sort("onet_soc_code"), scored


def _read_styles(
    location: Location, codes: pl.Series, reading: Reading
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The table of work styles, and the rows it was made of."""
    file = "Work Styles.txt"
    styles = known_codes(read_tabbed(location, file, _SCORED, ("Data Value",)), codes, file)
    styles = keep(
        styles,
        pl.col("Scale ID").is_in(["WI", "DR"]),
        reading,
        source=SOURCE,
        file=file,
        why="a scale other than impact and distinctiveness",
        show=(CODE, NAME, "Scale ID"),
    )
    table = (
        styles.with_columns(number("Data Value").cast(pl.Float32).alias("value"))
        .pivot(on="Scale ID", index=[CODE, ELEMENT], values="value")
        .select(
            pl.col(CODE).alias("onet_soc_code"),
            pl.col(ELEMENT).alias("element_id"),
            pl.col("WI").alias("impact"),
            pl.col("DR").alias("distinctiveness"),
        )
        .sort("onet_soc_code", "element_id")
    )
    return table, styles

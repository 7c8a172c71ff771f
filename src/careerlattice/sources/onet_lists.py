"""O*NET related occupations, titles, technology skills and detailed activities."""

from __future__ import annotations

import polars as pl

from careerlattice.sources.location import Location
from careerlattice.sources.onet_editions import OnetLayout, TechnologyFile
from careerlattice.sources.onet_files import CODE, DATED, SOURCE, known_codes, read_tabbed
from careerlattice.sources.reading import Reading, keep


def read_related(location: Location, codes: pl.Series) -> pl.DataFrame:
    """The twenty related occupations of each described occupation."""
    file, related = "Related Occupations.txt", "Related O*NET-SOC Code"
    frame = read_tabbed(location, file, (CODE, related, "Relatedness Tier", "Index"), ("Index",))
    known_codes(frame.select(pl.col(related).alias(CODE)), codes, file)
    return (
        known_codes(frame, codes, file)
        .select(
            pl.col(CODE).alias("onet_soc_code"),
            pl.col(related).alias("related_code"),
            pl.col("Relatedness Tier").alias("tier"),
            pl.col("Index").cast(pl.Int8).alias("rank"),
        )
        .sort("onet_soc_code", "rank")
    )


def read_titles(
    location: Location, layout: OnetLayout, codes: pl.Series, reading: Reading
) -> pl.DataFrame:
    """Alternate titles and titles reported by workers."""
    (alternate, column), reported = layout.alternate_titles, "Sample of Reported Titles.txt"
    first = read_tabbed(location, alternate, (CODE, column, "Short Title", "Source(s)"))
    first = known_codes(first, codes, alternate).select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col(column).str.strip_chars().alias("title"),
        pl.when(pl.col("Short Title") == "n/a")
        .then(None)
        .otherwise(pl.col("Short Title").str.strip_chars())
        .alias("short_title"),
        pl.lit("alternate").alias("kind"),
    )
    second = read_tabbed(location, reported, (CODE, "Reported Job Title", "Shown in My Next Move"))
    second = known_codes(second, codes, reported).select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col("Reported Job Title").str.strip_chars().alias("title"),
        pl.lit(None, dtype=pl.String).alias("short_title"),
        pl.lit("reported").alias("kind"),
    )
    key, order = ("onet_soc_code", "title", "kind"), ("short_title",)
    both = [
        _once(frame, key, reading, file, order)
        for frame, file in ((first, alternate), (second, reported))
    ]
    return pl.concat(both).sort(*key)


def read_technology(
    location: Location, named: TechnologyFile, codes: pl.Series, reading: Reading
) -> pl.DataFrame:
    """Software and tools, with their UNSPSC commodity or, where none is named, their category."""
    numbers = () if named.code is None else (named.code,)
    columns = (CODE, named.example, named.category, "Hot Technology", "In Demand")
    frame = read_tabbed(location, named.file, (*columns, *numbers, *named.other), numbers)
    code = pl.lit(None, dtype=pl.Int32) if named.code is None else pl.col(named.code)
    frame = known_codes(frame, codes, named.file).select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col(named.example).str.strip_chars().alias("example"),
        code.cast(pl.Int32).alias("commodity_code"),
        pl.col(named.category).alias("commodity"),
        (pl.col("Hot Technology") == "Y").alias("is_hot"),
        (pl.col("In Demand") == "Y").alias("is_in_demand"),
    )
    key = ("onet_soc_code", "example", "commodity" if named.code is None else "commodity_code")
    return _once(frame, key, reading, named.file, ())


def read_activities(
    location: Location, named: tuple[str, str, tuple[str, ...]], codes: pl.Series
) -> pl.DataFrame:
    """Detailed work activities by code, with the number of tasks linked to each."""
    file, activity, other = named
    frame = read_tabbed(location, file, (CODE, "Task ID", activity, *other, *DATED))
    return (
        known_codes(frame, codes, file)
        .group_by(pl.col(CODE).alias("onet_soc_code"), pl.col(activity).alias("activity_id"))
        .agg(pl.col("Task ID").n_unique().cast(pl.Int8).alias("tasks"))
        .sort("onet_soc_code", "activity_id")
    )


def _once(
    frame: pl.DataFrame, key: tuple[str, ...], reading: Reading, file: str, order: tuple[str, ...]
) -> pl.DataFrame:
    """One row per key, the first in the order given; repeats are set aside."""
    ordered = frame.sort(*key, *order, nulls_last=True)
    return keep(
        ordered,
        pl.struct(key).is_first_distinct(),
        reading,
        source=SOURCE,
        file=file,
        why="the same row stands twice",
        show=key,
    )

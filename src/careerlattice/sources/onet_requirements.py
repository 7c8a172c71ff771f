"""O*NET education, experience and training: the shares of jobs, and what the categories mean."""

from __future__ import annotations

import polars as pl

from careerlattice.sources.location import Location
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
from careerlattice.sources.reading import Reading, keep, number
from careerlattice.vocab.levels import EducationLevel

_MONTHS = {
    "RW": ((0, 0), (0, 1), (1, 3), (3, 6), (6, 12), (12, 24), (24, 48), (48, 72), (72, 96),
           (96, 120), (120, 180)),
    "PT": ((0, 0), (0, 1), (1, 3), (3, 6), (6, 12), (12, 24), (24, 48), (48, 120), (120, 180)),
    "OJ": ((0, 0), (0, 1), (1, 3), (3, 6), (6, 12), (12, 24), (24, 48), (48, 120), (120, 180)),
}  # fmt: skip
_SPANS = {
    (0, 0): "none", (0, 1): "up to 1 month", (1, 3): "1 to 3 months", (3, 6): "3 to 6 months",
    (6, 12): "6 months to 1 year", (12, 24): "1 to 2 years", (24, 48): "2 to 4 years",
    (48, 72): "4 to 6 years", (72, 96): "6 to 8 years", (96, 120): "8 to 10 years",
    (48, 120): "4 to 10 years", (120, 180): "more than 10 years",
}  # fmt: skip


def read_requirements(
    location: Location, files: tuple[str, ...], codes: pl.Series, reading: Reading
) -> pl.DataFrame:
    """What share of jobs asks which education, experience and training, from all files of it."""
    shares = [_read_shares(location, file, codes, reading) for file in files]
    return pl.concat(shares).sort("onet_soc_code", "scale", "category")


def _read_shares(location: Location, file: str, codes: pl.Series, reading: Reading) -> pl.DataFrame:
    frame = read_tabbed(
        location, file,
        (CODE, ELEMENT, NAME, "Scale ID", "Category", "Data Value", *SAMPLED, *DATED),
        ("Category", "Data Value", "N", "Standard Error"),
    )  # fmt: skip
    frame = known_codes(frame, codes, file)
    frame = keep(
        frame, pl.col("Scale ID").is_in(["RL", "RW", "PT", "OJ"]), reading, source=SOURCE,
        file=file, why="importance of a requirement, not a share of jobs",
        show=(CODE, NAME, "Scale ID", "Data Value"),
    )  # fmt: skip
    return frame.select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col("Scale ID").alias("scale"),
        pl.col("Category").cast(pl.Int8).alias("category"),
        number("Data Value").cast(pl.Float32).alias("share_pct"),
        number("Standard Error").cast(pl.Float32).alias("standard_error"),
        number("N").cast(pl.Int16).alias("respondents"),
        (pl.col("Recommend Suppress") == "Y").alias("is_uncertain"),
    )


def requirement_categories() -> pl.DataFrame:
    """What the publisher's categories stand for, in months where they are lengths of time."""
    rows: list[tuple[str, int, str, float | None, float | None]] = [
        ("RL", int(level), level.label, None, None) for level in EducationLevel
    ]
    for scale, spans in _MONTHS.items():
        rows += [
            (scale, number_, _SPANS[span], float(span[0]), float(span[1]))
            for number_, span in enumerate(spans, start=1)
        ]
    return pl.DataFrame(
        rows,
        schema={
            "scale": pl.String, "category": pl.Int8, "label": pl.String,
            "months_low": pl.Float32, "months_high": pl.Float32,
        },
        orient="row",
    ).sort("scale", "category")  # fmt: skip

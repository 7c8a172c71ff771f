"""Which occupation belongs to which sub-cluster of the 2024 framework.

Advance CTE publishes names, not links; the links are this project's own assignment, kept as
reviewable text in `content/framework_2024`. A file of the same columns replaces it.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from careerlattice.build.own_tables import read_own_csv
from careerlattice.errors import DataError, MissingFile

FOLDER = Path(__file__).parent.parent / "content" / "framework_2024"
_COLUMNS = ("onet_soc_code", "rank", "sub_cluster", "reason", "note")


def read_assignment(path: Path | None = None) -> pl.DataFrame:
    """Rows of the table `pathway_occupations` for the framework of 2024.

    Without `path` the project's own assignment; else a CSV file with the same columns. Raises
    `MissingFile`, `MissingColumn` or `DataError`.
    """
    files = [path] if path is not None else sorted(FOLDER.glob("[0-9][0-9].csv"))
    frames = []
    for file in files:
        frame = read_own_csv(file, _COLUMNS)
        wrong = frame.filter(pl.col("rank").cast(pl.Int8, strict=False).is_null())
        if wrong.height:
            raise DataError(
                f"{file}: the rank of {wrong['onet_soc_code'][0]} is {wrong['rank'][0]!r}, not a "
                "whole number from 1 on."
            )
        frames.append(frame)
    if not frames:
        raise MissingFile(f"No assignment to the 2024 framework was found in {FOLDER}.")
    basis = "assigned" if path is None else "published"
    return (
        pl.concat(frames)
        .select(
            (pl.lit("2024-") + pl.col("sub_cluster")).alias("pathway_id"),
            "onet_soc_code",
            pl.col("rank").cast(pl.Int8),
            pl.lit(basis).alias("basis"),
            pl.col("reason"),
        )
        .sort("pathway_id", "onet_soc_code")
    )

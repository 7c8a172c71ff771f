"""Reading this project's own tables: CSV files of `content/` that people review."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from careerlattice.errors import DataError, MissingColumn, MissingFile, listed
from careerlattice.vocab.files import read_regular

LARGEST_BYTES = 64 * 1024 * 1024


def read_own_csv(file: Path, columns: Sequence[str]) -> pl.DataFrame:
    """The file as text, with exactly these columns in this order.

    Raises `MissingFile`, `MissingColumn`, or `DataError` for bytes that are not a table.
    """
    try:
        data = read_regular(file, LARGEST_BYTES)
    except OSError as error:
        raise MissingFile(f"{file} cannot be read: {error.strerror or error}.") from error
    try:
        frame = pl.read_csv(io.BytesIO(data), infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise DataError(f"{file} is not a table: {str(error).splitlines()[0]}") from error
    if frame.columns != list(columns):
        raise MissingColumn(
            f"{file} must have the columns {', '.join(columns)}, not {listed(frame.columns)}."
        )
    return frame

"""Strict reading of delimited text, and what a source hands on."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from careerlattice.errors import DataError, MissingColumn, listed
from careerlattice.sources.location import Location
from careerlattice.tables.model import Source
from careerlattice.vocab.job_zones import JobZones


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row of a publisher's file that did not enter a table, and why."""

    source: str
    file: str
    row: str
    why: str
    rows: int = 1
    """How many rows this stands for, where they are told together."""


@dataclass
class Reading:
    """What a source hands on: frames by table name, and every row set aside.

    `editions` holds, by source id, what was found to be of another edition than the one on record;
    `job_zones` the bands of preparation of the occupations read.
    """

    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
    editions: dict[str, Source] = field(default_factory=dict)
    job_zones: JobZones = field(default_factory=lambda: JobZones({}))

    def add(self, other: Reading) -> None:
        """Take in what another reading holds."""
        self.frames.update(other.frames)
        self.set_aside += other.set_aside
        self.editions.update(other.editions)
        if other.job_zones.labels:
            self.job_zones = other.job_zones


def read_text(
    location: Location,
    name: str,
    columns: Sequence[str],
    *,
    separator: str = ",",
    optional: Sequence[str] = (),
    numbers: Sequence[str] = (),
) -> pl.DataFrame:
    """The file as strings, with exactly the columns named and possibly the optional ones.

    Tab-separated files are read without quoting, as O*NET writes them. The columns in `numbers`
    must hold numbers or one of the publishers' words for a missing one. Raises `MissingFile`,
    `MissingColumn` for an absent or unknown column, and `DataError` for bytes that are not a
    table, a row that was cut short, and a text where a number belongs.
    """
    data = _as_utf8(name, location.read(name))
    tabbed = separator == "\t"
    _refuse_cut_rows(name, data, tabbed=tabbed)
    try:
        frame = pl.read_csv(
            io.BytesIO(data),
            separator=separator,
            quote_char=None if tabbed else '"',
            infer_schema=False,
            encoding="utf8",
            truncate_ragged_lines=False,
        )
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        first = str(error).strip().splitlines()[0]
        raise DataError(f"The file {name!r} cannot be read as a table: {first}") from error
    absent = [column for column in columns if column not in frame.columns]
    unknown = [c for c in frame.columns if c not in columns and c not in optional]
    if absent or unknown:
        raise MissingColumn(
            f"The file {name!r} does not have the columns this edition is known for. Missing: "
            f"{listed(absent)}. Unknown: {listed(unknown)}. "
            "It may be another edition than the one this version reads."
        )
    if tabbed:
        frame = frame.with_columns(pl.all().str.strip_chars("\r"))
    for column in numbers:
        wrong = frame.with_row_index("row", offset=2).filter(
            number(column, strict=False).is_null()
            & ~pl.col(column).is_in(_MISSING).fill_null(value=True)
        )
        if wrong.height:
            raise DataError(
                f"The file {name!r}, row {wrong['row'][0]}, column {column!r}: "
                f"{wrong[column][0]!r} is not a number; {wrong.height} row(s) like it."
            )
    return frame


def _as_utf8(name: str, data: bytes) -> bytes:
    """UTF-8 without a byte order mark; older files of the agencies are in Windows-1252."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252").encode("utf-8")
        except UnicodeDecodeError as error:
            raise DataError(
                f"The file {name!r} holds bytes that are not text. Download it again."
            ) from error
    return data.removeprefix(b"\xef\xbb\xbf")


def _refuse_cut_rows(name: str, data: bytes, *, tabbed: bool) -> None:
    """Raise `DataError` for the first row with fewer or more fields than the heading.

    A reader would fill a row that was cut short with missing values, and the loss would not show.
    """
    if tabbed:
        fields = (line.count(b"\t") + 1 for line in data.splitlines() if line)
    else:
        text = io.StringIO(data.decode("utf-8"), newline="")
        fields = (len(row) for row in csv.reader(text, strict=True) if row)
    try:
        expected = next(fields, 0)
        if not expected:
            raise DataError(f"The file {name!r} is empty. Download it again.")
        for line, found in enumerate(fields, start=2):
            if found != expected:
                raise DataError(
                    f"The file {name!r}, row {line}: {found} fields where the heading has "
                    f"{expected}. The file was cut or changed; download it again."
                )
    except csv.Error as error:
        raise DataError(f"The file {name!r} cannot be read as a table: {error}.") from error


def keep(
    frame: pl.DataFrame,
    good: pl.Expr,
    reading: Reading,
    *,
    source: str,
    file: str,
    why: str,
    show: Sequence[str],
) -> pl.DataFrame:
    """The rows where `good` holds; the others are set aside in `reading` with the reason."""
    flags = frame.select(good.fill_null(value=False).alias("good"))["good"]
    for row in frame.filter(~flags).select(show).iter_rows():
        text = " | ".join("" if value is None else str(value) for value in row)
        reading.set_aside.append(SetAside(source, file, text, why))
    return frame.filter(flags)


_MISSING = ["n/a", "N/A", "", "—", "-"]


def number(column: str, *, strict: bool = True) -> pl.Expr:
    """A text column as numbers, with or without separators of thousands.

    `n/a`, dashes and empty cells are missing. Other text stops the build, or with `strict` off
    is missing too.
    """
    text = pl.col(column).str.replace_all(",", "", literal=True)
    present = pl.when(text.is_in(_MISSING)).then(None).otherwise(text)
    return present.cast(pl.Float64, strict=strict).alias(column)

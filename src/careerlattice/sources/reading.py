"""Strict reading of delimited text, and what a source hands on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from careerlattice.errors import DataError, MissingColumn
from careerlattice.sources.location import Location


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row of a publisher's file that did not enter a table, and why."""

    source: str
    file: str
    row: str
    why: str


@dataclass
class Reading:
    """What a source hands on: frames by table name, and every row set aside."""

    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)

    def add(self, other: Reading) -> None:
        """Take in what another reading holds."""
        self.frames.update(other.frames)
        self.set_aside += other.set_aside


def read_text(
    location: Location,
    name: str,
    columns: Sequence[str],
    *,
    separator: str = ",",
    optional: Sequence[str] = (),
) -> pl.DataFrame:
    """The file as strings, with exactly the columns named and possibly the optional ones.

    Tab-separated files are read without quoting, as O*NET writes them. Raises `MissingFile`,
    `MissingColumn` for an absent or unknown column, and `DataError` for bytes that are no table.
    """
    data = location.read(name)
    tabbed = separator == "\t"
    try:
        frame = pl.read_csv(
            io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")),
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
            f"{', '.join(absent) or 'none'}. Unknown: {', '.join(unknown) or 'none'}. "
            "It may be another edition; compare it with DATA.md."
        )
    if tabbed:
        frame = frame.with_columns(pl.all().str.strip_chars("\r"))
    return frame


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


def number(column: str, *, thousands: bool = False) -> pl.Expr:
    """A text column as numbers; `n/a` and empty cells are missing, other text stops the build."""
    text = pl.col(column)
    if thousands:
        text = text.str.replace_all(",", "")
    return (
        pl.when(text.is_in(["n/a", "N/A", "", "—", "-"])).then(None).otherwise(text).cast(pl.Float64)
    )

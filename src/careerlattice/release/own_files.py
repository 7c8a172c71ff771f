"""Reading the files of a user's own facts: which there may be, their columns, their values."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

from careerlattice.errors import DataError, MissingColumn, MissingFile, RowErrors
from careerlattice.vocab.files import read_regular

LICENSES, WAGES, PROGRAMS, PRICES = "licenses.csv", "wages.csv", "programs.csv", "prices.csv"
LARGEST_BYTES = 64 * 1024 * 1024
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    LICENSES: (
        ("state", "occupation", "title"),
        ("asked", "agency", "url", "exam", "education", "experience", "course_hours", "asked_of",
         "citation", "updated"),
    ),
    WAGES: (("area", "occupation", "p50"), ("employment", "mean", "p10", "p25", "p75", "p90")),
    PROGRAMS: (
        ("school", "state", "control", "cip_code", "credential"),
        ("completers", "earnings_usd", "debt_usd"),
    ),
    PRICES: (
        ("sector", "credential", "typical_usd"),
        ("field", "low_usd", "high_usd", "once_usd", "vintage", "citation"),
    ),
}  # fmt: skip
"""The files of the folder: columns each must have, and columns it may have."""

Row = dict[str, Any]
BEYOND = "more cells than columns"


def _whole_row(row: dict[str, Any]) -> dict[str, str | None]:
    if BEYOND in row:
        raise csv.Error("the row has more cells than there are columns")
    return row


def read_rows(path: Path) -> list[Row]:
    """The rows of a file, empty cells as none. Raises `DataError` of all kinds."""
    required, optional = COLUMNS[path.name]
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), restkey=BEYOND)
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
        absent = [name for name in required if name not in names]
        unknown = [name for name in names if name not in (*required, *optional)]
        if absent or unknown:
            raise MissingColumn(
                f"{path}: missing columns: {', '.join(absent) or 'none'}; unknown: "
                f"{', '.join(unknown) or 'none'}. Known are {', '.join((*required, *optional))}."
            )
        rows = [
            {(name or "").strip(): (value or "").strip() or None for name, value in row.items()}
            for row in map(_whole_row, reader)
        ]
    except csv.Error as error:
        raise DataError(f"{path}: line {reader.line_num}: {error}.") from error
    faults = [
        f"row {number}: {name} is empty"
        for number, row in enumerate(rows, 2)
        for name in required
        if row[name] is None
    ]
    refuse(path.name, "a value is missing", faults)
    return rows


def _text(path: Path) -> str:
    try:
        return read_regular(path, LARGEST_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise MissingFile(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path}: byte {error.start + 1:,} is not UTF-8 text. Save the file as UTF-8 (in a "
            "spreadsheet: 'CSV UTF-8')."
        ) from error


def refuse(file: str, what: str, faults: list[str]) -> None:
    """Raise `RowErrors` when rows of the file are at fault."""
    if faults:
        raise RowErrors(file, what, faults)


def whole(text: str | None) -> int | None:
    """A whole number, with or without dollar sign and commas. Raises `RowErrors`."""
    if text is None:
        return None
    try:
        return round(float(text.replace(",", "").lstrip("$")))
    except (ValueError, OverflowError):
        raise RowErrors("own facts", "a number is none", [text]) from None


def day(text: str | None) -> date | None:
    """A date such as 2026-11-30. Raises `RowErrors`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RowErrors(LICENSES, "updated is no date such as 2026-11-30", [text]) from None

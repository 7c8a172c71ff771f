"""Reading the files of a user's own facts: which there may be, their columns, their values."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

from careerlattice.errors import MissingColumn, RowErrors

LICENSES, WAGES, PROGRAMS, PRICES = "licenses.csv", "wages.csv", "programs.csv", "prices.csv"
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


def read_rows(path: Path) -> list[Row]:
    """The rows of a file, empty cells as none. Raises `MissingColumn` or `RowErrors`."""
    required, optional = COLUMNS[path.name]
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
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
            for row in reader
        ]
    faults = [
        f"row {number}: {name} is empty"
        for number, row in enumerate(rows, 2)
        for name in required
        if row[name] is None
    ]
    refuse(path.name, "a value is missing", faults)
    return rows


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
    except ValueError:
        raise RowErrors("own facts", "a number is none", [text]) from None


def day(text: str | None) -> date | None:
    """A date such as 2026-11-30. Raises `RowErrors`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RowErrors(LICENSES, "updated is no date such as 2026-11-30", [text]) from None

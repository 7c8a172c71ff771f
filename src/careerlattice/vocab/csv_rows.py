"""The rows of a CSV file of this project's own. Standard library only."""

from __future__ import annotations

import csv
from pathlib import Path


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file by column, which its first line names. Raises `OSError`."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

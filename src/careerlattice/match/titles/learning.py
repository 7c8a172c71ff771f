"""Titles that a user has coded: read from their own file, kept nowhere else."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.errors import BadProfile, CareerlatticeError, listed
from careerlattice.match.titles.words import plain_text
from careerlattice.profile.files import read_text

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

_CODE_COLUMNS = ("onet_soc_code", "soc_code", "soc", "code")


def learned_titles(catalog: Catalog, path: str | Path) -> dict[str, str]:
    """Titles of a CSV file (columns `title` and `onet_soc_code`) with their codes.

    Of a title coded twice the last row counts. Raises `BadProfile` naming line and column.
    """
    name = Path(path).name
    found: dict[str, str] = {}
    reader = csv.DictReader(io.StringIO(read_text(path, "file of coded titles"), newline=""))
    try:
        columns = reader.fieldnames or []
        column = next((c for c in _CODE_COLUMNS if c in columns), None)
        if "title" not in columns or column is None:
            raise BadProfile(
                f"{name}: line 1 needs the columns 'title' and 'onet_soc_code'; it has "
                f"{listed(columns)}."
            )
        for row in reader:
            title, code = (row["title"] or "").strip(), (row[column] or "").strip()
            if not title or not code:
                continue
            try:
                found[plain_text(title).strip()] = str(catalog.get_occupation(code).code)
            except CareerlatticeError as error:
                raise BadProfile(f"{name}: line {reader.line_num}: {error}") from None
    except csv.Error as error:
        raise BadProfile(f"{name}: line {reader.line_num}: {error}.") from None
    if not found:
        raise BadProfile(f"{name}: the file holds no coded title.")
    return found

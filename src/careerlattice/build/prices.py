"""Published prices of a year of study and lengths of credentials, from `content/prices`.

Every figure was read in the publication named beside it, or in the page named as quoting it. What
no publication gave says "estimate" and what it rests on; `docs/methods/plans.md` lists the pages.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from careerlattice.build.own_tables import read_own_csv
from careerlattice.errors import DataError
from careerlattice.sources.reading import Reading
from careerlattice.tables.registry import TABLES

FOLDER = Path(__file__).parent.parent / "content" / "prices"
_FILES = {
    "tuition": "tuition.csv",
    "credential_lengths": "lengths.csv",
    "priced_fields": "fields.csv",
}


def read_prices(folder: Path = FOLDER) -> Reading:
    """The tables `tuition`, `credential_lengths` and `priced_fields`, each sorted by its key.

    Raises `MissingFile`, `MissingColumn`, or `DataError` for a text where a number belongs.
    """
    reading = Reading()
    for name, file in _FILES.items():
        reading.frames[name] = _read(folder / file, name)
    return reading


def _read(file: Path, name: str) -> pl.DataFrame:
    table = TABLES[name]
    texts = read_own_csv(file, table.columns)
    columns = []
    for column, data_type in table.schema().items():
        if data_type == pl.Boolean:
            columns.append(_flags(file, texts, column))
        elif data_type == pl.String:
            columns.append(texts[column])
        else:
            columns.append(_numbers(file, texts, column, data_type))
    return pl.DataFrame(columns).sort(table.key)


def _flags(file: Path, texts: pl.DataFrame, column: str) -> pl.Series:
    wrong = texts.filter(~pl.col(column).is_in(["true", "false"]))
    if wrong.height:
        raise DataError(f"{file}: {column} is {wrong[column][0]!r}; write true or false.")
    return texts[column] == "true"


def _numbers(
    file: Path, texts: pl.DataFrame, column: str, data_type: type[pl.DataType]
) -> pl.Series:
    values = texts[column].cast(data_type, strict=False)
    wrong = texts.with_row_index("row", offset=2).filter(values.is_null())
    if wrong.height:
        raise DataError(
            f"{file}, row {wrong['row'][0]}: {column} is {wrong[column][0]!r}, not a number."
        )
    return values

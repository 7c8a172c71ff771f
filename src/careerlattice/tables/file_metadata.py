"""What a Parquet file says of itself: what it holds, from whom, under which license and unit.

Programs read it without this project: DuckDB by `parquet_kv_metadata`, PyArrow by
`read_schema(…).metadata`, R's arrow by `open_dataset(…)$metadata`. Keys begin with
`careerlattice.`; lists and mappings are JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from careerlattice.tables.model import Source, Table

PREFIX = "careerlattice."


def file_metadata(
    about: str,
    sources: Iterable[Mapping[str, str]],
    columns: Mapping[str, Mapping[str, str]] | None = None,
    release: str = "",
) -> dict[str, str]:
    """The metadata of a file: `about` it, its `sources`, its `columns` and the release it is of.

    Of each source: publisher, title, edition, vintage, licence, address and the credit line to
    show; of each column `meaning` and, where it has one, `unit`.
    """
    told = {"about": about, "sources": _json(list(map(dict, sources)))}
    if columns:
        told["columns"] = _json({name: dict(column) for name, column in columns.items()})
    if release:
        told["release"] = release
    return {f"{PREFIX}{name}": text for name, text in told.items()}


def table_metadata(table: Table, editions: Mapping[str, Source]) -> dict[str, str]:
    """The metadata of a table of a release; `editions` are the sources as read.

    The release's id is not in it: it is made of the hashes of these files.
    """
    columns = {
        field.name: {"meaning": field.help} | ({"unit": field.unit} if field.unit else {})
        for field in table.fields
    }
    used = [asdict(editions[source]) for source in table.sources]
    return {f"{PREFIX}table": table.name} | file_metadata(table.help, used, columns)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)

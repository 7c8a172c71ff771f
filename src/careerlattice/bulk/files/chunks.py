"""Files of many people cut into chunks that are answered one at a time."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerlattice.bulk.checks import Problem, refuse_twins
from careerlattice.bulk.files.records import Layout, Record, read_cells, read_records
from careerlattice.errors import BadRequest

if TYPE_CHECKING:
    import polars as pl

KINDS = (".csv", ".parquet")


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file, in order: `first_row` counts from 1 within the file.

    Of a CSV file its `records` with the `layout`; of a Parquet file where the rows are. `key` is a
    digest of the rows, `share` the part of the file's bytes they take.
    """

    file: Path
    number: int
    first_row: int
    rows: int
    key: str
    share: float
    layout: Layout | None = None
    records: list[Record] = field(default_factory=list)

    @property
    def name(self) -> str:
        """A name that tells the place and the content."""
        return f"{self.number:06d}-{self.key}"

    def read(self) -> Table:
        """The rows that can be read, the number of each in the file, and the problems of others."""
        import polars as pl

        if self.layout is None:
            rows = list(range(self.first_row, self.first_row + self.rows))
            table = pl.scan_parquet(self.file).slice(self.first_row - 1, self.rows)
            return table.collect(), rows, []
        names, delimiter = self.layout
        good: list[list[str]] = []
        rows, problems = [], []
        for row, record in enumerate(self.records, start=self.first_row):
            cells, fault = _cells(record, delimiter, len(names))
            if fault:
                shown = record.raw[:80].decode("utf-8", errors="replace").strip()
                problems.append(Problem(row, "", shown, fault))
            else:
                good.append(cells)
                rows.append(row)
        refuse_twins(names, self.file.name)
        schema = dict.fromkeys(names, pl.String)
        return pl.DataFrame(good, schema=schema, orient="row"), rows, problems

    def line_of(self, row: int) -> int | None:
        """The line a row begins on; none in a file that has no lines."""
        return self.records[row - self.first_row].line if self.layout else None


def _cells(record: Record, delimiter: str, wanted: int) -> tuple[list[str], str]:
    if record.fault:
        return [], record.fault
    try:
        cells = read_cells(record.raw, delimiter)
    except UnicodeDecodeError as error:
        return [], f"is no UTF-8 text (byte 0x{record.raw[error.start]:02x}); save it as CSV UTF-8"
    except csv.Error as error:
        return [], f"cannot be read: {error}"
    if len(cells) != wanted:
        return [], f"has {len(cells):,} cells, where line 1 names {wanted:,} columns"
    return cells, ""


def files_in(source: Path) -> list[Path]:
    """The file, or the CSV and Parquet files of a folder by name.

    Raises `BadRequest` for none, and for what can be read but once.
    """
    if source.is_dir():
        found = sorted(path for path in source.iterdir() if path.suffix.lower() in KINDS)
        if not found:
            raise BadRequest(f"{source} holds no .csv or .parquet file.")
        for path in found:
            _refuse_irregular(path)
        return found
    if not source.exists():
        raise BadRequest(f"{source}: there is no such file or folder. Check the name.")
    if source.suffix.lower() not in KINDS:
        raise BadRequest(f"{source.name} is no .csv or .parquet file. Save it as one of them.")
    _refuse_irregular(source)
    return [source]


def _refuse_irregular(path: Path) -> None:
    """A pipe may never begin and can be read but once, where tables are read more than once."""
    if not path.is_file():
        raise BadRequest(f"{path} is no regular file. Save the table as a file of its own.")


def chunks_of(path: Path, rows: int, salt: str) -> Iterator[Chunk]:
    """The chunks of a file, `rows` each; `salt` is what answers rest on besides the rows."""
    if path.suffix.lower() == ".parquet":
        yield from _parquet_chunks(path, rows, salt)
        return
    layout, records = read_records(path.open("rb"), path.name)
    size = max(1, path.stat().st_size)
    number, first, held = 0, 1, list[Record]()
    for record in records:
        held.append(record)
        if len(held) == rows:
            yield _chunk(path, number, first, held, layout, salt, size)
            number, first, held = number + 1, first + rows, []
    if held or number == 0:
        yield _chunk(path, number, first, held, layout, salt, size)


def _chunk(
    path: Path, number: int, first: int, held: list[Record], layout: Layout, *rest: Any
) -> Chunk:
    salt, size = rest
    digest = hashlib.sha256(repr((salt, layout, first)).encode())
    for record in held:
        digest.update(record.raw)
        digest.update(record.fault.encode())
    share = sum(len(record.raw) for record in held) / size
    key = digest.hexdigest()[:16]
    return Chunk(path, number, first, len(held), key, share, layout, held)


def _parquet_chunks(path: Path, rows: int, salt: str) -> Iterator[Chunk]:
    import polars as pl

    try:
        total = pl.scan_parquet(path).select(pl.len()).collect().item()
        with path.open("rb") as file:
            whole = hashlib.file_digest(file, "sha256").hexdigest()
    except pl.exceptions.PolarsError as error:
        raise BadRequest(f"{path.name} cannot be read as Parquet: {error}.") from None
    for number, start in enumerate(range(0, max(1, total), rows)):
        count = min(rows, total - start)
        key = hashlib.sha256(f"{salt}{whole}{start}{rows}".encode()).hexdigest()[:16]
        yield Chunk(path, number, start + 1, count, key, count / max(1, total))


Table = tuple["pl.DataFrame", list[int], list[Problem]]
"""The rows that can be read, the number of each, and the problems of the others."""


def read_whole(path: Path, most: int) -> Table:
    """All rows of a small file. Raises `BadRequest` for more than `most` rows."""
    chunks = chunks_of(path, most, "")
    first = next(chunks)
    if next(chunks, None) is not None:
        raise BadRequest(f"{path.name} has more than {most:,} rows. Cut the list in parts.")
    return first.read()


def read_sent(data: bytes, name: str, most: int) -> Table:
    """All rows of a CSV file that was sent, in memory. Raises `BadRequest` as `read_whole` does."""
    layout, records = read_records(io.BytesIO(data), name)
    held = list(islice(records, most + 1))
    if len(held) > most:
        raise BadRequest(f"{name} has more than {most:,} rows. Cut the list in parts.")
    return Chunk(Path(name), 0, 1, len(held), "", 1.0, layout, held).read()

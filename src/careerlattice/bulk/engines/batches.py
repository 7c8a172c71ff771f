"""A function of batches as engines want it: Arrow record batches in, record batches out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from careerlattice.bulk.frames import as_polars
from careerlattice.bulk.rows import ERROR_COLUMNS
from careerlattice.bulk.tasks import Task

if TYPE_CHECKING:
    import pyarrow as pa

ROW = "row"
"""The column of the table asked that numbers its rows: engines cut tables and keep no count."""


def answer_batches(task: Task) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What answers batches one after the other, wherever it is called.

    A column `row` of whole numbers, where the table has one, comes back with every answer; without
    it rows count from 1 in each batch.
    """

    def answer(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from answer_table(task, batch).to_batches()

    return answer


def answer_table(task: Task, table: Any) -> pa.Table:
    """The answers to an Arrow table or batch, or a pandas or Polars frame, as an Arrow table."""
    import polars as pl

    frame = as_polars(table)
    numbers = frame[ROW].cast(pl.Int64) if ROW in frame.columns else None
    found = task.answer(frame.drop(ROW, strict=False), 1 if numbers is None else 0)
    if numbers is not None and found.height:
        found = found.with_columns(numbers.gather(found[ROW]).alias(ROW))
    return found.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(answer_schema(task))


def answer_schema(task: Task) -> pa.Schema:
    """The columns of the answers with their Arrow types: plain ones, which every engine knows."""
    import polars as pl
    import pyarrow as pa

    kinds = {
        pl.String: pa.string(), pl.Float64: pa.float64(), pl.Boolean: pa.bool_(),
        pl.Int8: pa.int8(), pl.Int16: pa.int16(), pl.Int32: pa.int32(), pl.Int64: pa.int64(),
    }  # fmt: skip
    columns = {**task.schema, **dict.fromkeys(ERROR_COLUMNS, pl.String)}
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])

"""Many people on Dask: one answer for each partition of a Dask frame."""

from __future__ import annotations

from typing import Any

from careerlattice.bulk.engines.batches import answer_schema, answer_table
from careerlattice.bulk.tasks import Task


def answer_dask(task: Task, frame: Any) -> Any:
    """The answers to a Dask frame, as a Dask frame of Arrow-backed columns.

    Partitions stay where they are and in their order. Give the table a column `row`.
    """
    import pandas as pd

    def as_pandas(table: Any) -> Any:
        return table.to_pandas(types_mapper=pd.ArrowDtype)

    empty = as_pandas(answer_schema(task).empty_table())
    return frame.map_partitions(lambda part: as_pandas(answer_table(task, part)), meta=empty)

"""Many people on Ray: one answer for each block of a Ray dataset."""

from __future__ import annotations

from typing import Any

from careerlattice.bulk.engines.batches import answer_table
from careerlattice.bulk.tasks import Task


def answer_ray(task: Task, dataset: Any, *, batch_rows: int = 10_000) -> Any:
    """The answers to a Ray dataset, as a Ray dataset.

    Blocks come back in their order only where Ray is told to keep it
    (`DataContext.execution_options.preserve_order`). Give the table a column `row`.
    """
    return dataset.map_batches(
        lambda table: answer_table(task, table), batch_format="pyarrow", batch_size=batch_rows
    )

"""Many people on Spark, or on what speaks its protocol: `mapInArrow` over a Spark frame."""

from __future__ import annotations

from typing import Any

from careerlattice.bulk.engines.batches import answer_batches, answer_schema
from careerlattice.bulk.tasks import Task


def answer_spark(task: Task, frame: Any) -> Any:
    """The answers to a Spark frame, as a Spark frame; each row is answered once, in its partition.

    Give the table a column `row`. The workers need this package beside theirs.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    return frame.mapInArrow(answer_batches(task), from_arrow_schema(answer_schema(task)))

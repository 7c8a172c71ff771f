"""The same bytes from every engine as from one call, each skipped where it is not installed."""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

import polars as pl
import pytest

from careerlattice.bulk.matching import MatchOptions
from careerlattice.bulk.planning import PlanOptions
from careerlattice.bulk.tasks import Task
from careerlattice.bulk.titles import TitleOptions

pytestmark = pytest.mark.slow
pa = pytest.importorskip("pyarrow", reason="needs PyArrow, which comes with every engine")

TASKS = {
    "match": Task("match", MatchOptions(3)),
    "plan": Task("plan", PlanOptions(2)),
    "titles": Task("titles", TitleOptions(2)),
}
TABLES = {
    "match": {
        "interests": ["8,22,6,38,8,20", "SAE", None, "30,1,2,3,4,5"],
        "education": ["ged", None, "wizardry", "bachelor"],
    },
    "plan": {
        "occupation": ["nursing assistant"] * 3 + ["xyzzy"],
        "goal": ["registered nurse"] * 4,
        "state": ["OH", "CA", "OH", "OH"],
    },
    "titles": {"title": ["RN nights", "", "welder", "registered nurse"]},
}


def asked(task: str) -> pl.DataFrame:
    return pl.DataFrame({"row": [1, 2, 3, 4], **TABLES[task]})


def arrow(frame: pl.DataFrame) -> Any:
    return frame.to_arrow(compat_level=pl.CompatLevel.oldest())


def bytes_of(table: Any) -> bytes:
    """The table as Parquet: Arrow's own buffers hold whatever stood behind an empty cell."""
    text = io.BytesIO()
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    frame.rechunk().write_parquet(text)
    return text.getvalue()


def wanted(task: str) -> Any:
    from careerlattice.bulk.engines.batches import answer_table

    return answer_table(TASKS[task], asked(task))


def holds_the_same(table: Any, task: str) -> None:
    expected = wanted(task)
    plain = table.select(expected.schema.names).cast(expected.schema).replace_schema_metadata(None)
    assert bytes_of(plain) == bytes_of(expected)


@pytest.mark.parametrize("task", list(TASKS))
def test_batches_may_be_cut_anywhere(task: str) -> None:
    from careerlattice.bulk.engines.batches import answer_batches

    batches = [arrow(asked(task)[at : at + 1]).to_batches()[0] for at in range(4)]
    holds_the_same(pa.Table.from_batches(answer_batches(TASKS[task])(iter(batches))), task)


def test_rows_count_where_the_table_does_not(tmp_path: Any) -> None:
    from careerlattice.bulk.engines.batches import answer_table

    frame = asked("match")
    assert answer_table(TASKS["match"], frame.drop("row")).equals(wanted("match"))


@pytest.mark.parametrize("task", list(TASKS))
def test_dask_gives_the_same(task: str) -> None:
    pytest.importorskip("dask.dataframe", reason="needs careerlattice[dask]")
    import dask.dataframe as dd
    import pandas as pd

    from careerlattice.bulk.engines.dask import answer_dask

    frame = pd.DataFrame(asked(task).to_dict(as_series=False))
    answered = answer_dask(TASKS[task], dd.from_pandas(frame, npartitions=2, sort=False))
    found = answered.compute(scheduler="synchronous")
    holds_the_same(pa.Table.from_pandas(found, preserve_index=False), task)


def test_sail_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pysail", reason="needs pysail, which runs Spark's code without Java")
    # Spark's client takes a main module without a file, as a process of pytest-xdist has, for its
    # own doctests, and asks for all of Spark.
    monkeypatch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    from careerlattice.bulk.engines.spark import answer_spark

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    try:
        host, port = server.listening_address
        spark = SparkSession.builder.remote(f"sc://{host}:{port}").getOrCreate()
        for name, task in TASKS.items():
            found = answer_spark(task, spark.createDataFrame(arrow(asked(name)))).toArrow()
            holds_the_same(found, name)
        spark.stop()
    finally:
        server.stop()


def _no_spark() -> str:
    try:
        distribution("pyspark")
    except PackageNotFoundError:
        return "needs careerlattice[spark]"
    return "" if shutil.which("java") else "Spark needs Java"


@pytest.mark.skipif(bool(_no_spark()), reason=_no_spark())
def test_spark_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession

    from careerlattice.bulk.engines.spark import answer_spark

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    settings = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = settings.getOrCreate()
    found = answer_spark(TASKS["match"], spark.createDataFrame(arrow(asked("match")))).toArrow()
    spark.stop()
    holds_the_same(found, "match")


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs careerlattice[ray]")
def test_ray_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    from careerlattice.bulk.engines.ray import answer_ray

    paths = os.pathsep.join(sys.path)
    ray.init(
        num_cpus=1, include_dashboard=False, log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": paths}},
    )  # fmt: skip
    try:
        ray.data.DataContext.get_current().execution_options.preserve_order = True
        blocks = [arrow(asked("match")[:2]), arrow(asked("match")[2:])]
        found = answer_ray(TASKS["match"], ray.data.from_arrow(blocks)).to_arrow_refs()
        holds_the_same(pa.concat_tables(ray.get(found)), "match")
    finally:
        ray.shutdown()


def test_no_adapter_is_long() -> None:
    from pathlib import Path

    from careerlattice.bulk import engines

    for path in Path(next(iter(engines.__path__))).glob("*.py"):
        if path.stem in ("dask", "ray", "spark"):
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 30

"""A Parquet file of ours says what it holds, from whom, under which license and in which unit."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import Manifest
from careerlattice.tables.registry import TABLES


@pytest.mark.parametrize("name", sorted(Manifest.read(SHIPPED).tables))
def test_every_shipped_table_tells_its_sources_and_columns(name: str) -> None:
    told = pl.read_parquet_metadata(SHIPPED / f"{name}.parquet")
    assert told["careerlattice.table"] == name
    assert told["careerlattice.about"] == TABLES[name].help
    sources = json.loads(told["careerlattice.sources"])
    editions = {one["id"]: one["edition"] for one in Manifest.read(SHIPPED).sources}
    assert [one["id"] for one in sources] == list(TABLES[name].sources)
    for one in sources:
        assert one["licence"]
        assert one["edition"] == editions[one["id"]]
    columns = json.loads(told["careerlattice.columns"])
    assert set(columns) == set(TABLES[name].columns)


def test_pay_has_its_unit() -> None:
    told = pl.read_parquet_metadata(SHIPPED / "wages.parquet")
    assert "USD" in json.loads(told["careerlattice.columns"])["p50"]["unit"]


@pytest.mark.slow
def test_moves_and_answers_of_many_say_which_release_they_are_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from careerlattice.bulk.files.running import run_files
    from careerlattice.bulk.matching import MatchOptions
    from careerlattice.bulk.tasks import Task
    from careerlattice.cli.lattice import export_moves

    moves, people, out = (tmp_path / name for name in ("m.parquet", "in.csv", "out.parquet"))
    export_moves(moves, None)
    capsys.readouterr()
    people.write_text('interests\n"8,22,6,38,8,20"\n')
    run_files(Task("match", MatchOptions(2)), people, out)
    for file in (moves, out):
        told = pl.read_parquet_metadata(file)
        assert told["careerlattice.release"] == Manifest.read(SHIPPED).id
        assert all(one["licence"] for one in json.loads(told["careerlattice.sources"]))

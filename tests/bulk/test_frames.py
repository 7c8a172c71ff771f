"""Tables of any kind in, the same kind out."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from typing import Any

import polars as pl
import pytest

import careerlattice
from careerlattice.bulk import frames
from careerlattice.bulk.frames import as_polars
from careerlattice.errors import BadRequest

PEOPLE = pl.DataFrame(
    {
        "person": ["a", "b", "c"],
        "interests": ["8,22,6,38,8,20", None, "SAE"],
        "education": ["ged", "wizardry", None],
        "months_in_job": [None, 3.0, None],
    }
)


def as_pandas(frame: pl.DataFrame) -> Any:
    return pytest.importorskip("pandas").DataFrame(frame.to_dict(as_series=False))


def as_arrow(frame: pl.DataFrame) -> Any:
    pytest.importorskip("pyarrow")
    return frame.to_arrow()


def as_batch(frame: pl.DataFrame) -> Any:
    return as_arrow(frame).combine_chunks().to_batches()[0]


@pytest.mark.parametrize("made", [as_pandas, as_arrow, as_batch, pl.DataFrame.lazy])
def test_the_answer_is_of_the_kind_that_was_given(made: Any) -> None:
    given = made(PEOPLE)
    found = careerlattice.match_many(given, limit=2)
    assert type(found) is type(given)
    assert as_polars(found).equals(careerlattice.match_many(PEOPLE, limit=2))


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = careerlattice.match_many(PEOPLE, limit=2)
    monkeypatch.setattr(frames, "BLOCK", 2)
    assert careerlattice.match_many(PEOPLE, limit=2).equals(whole)
    assert careerlattice.match_many(PEOPLE[:0]).is_empty()


def test_plans_and_titles_are_answered_alike() -> None:
    asked = pl.DataFrame(
        {"occupation": ["nursing assistant"] * 2, "goal": ["registered nurse"] * 2}
    )
    plans = careerlattice.plan_many(asked, limit=1)
    assert plans["row"].to_list() == [1, 2]
    assert plans["goal_code"].to_list() == ["29-1141.00"] * 2
    coded = careerlattice.code_many(pl.DataFrame({"title": ["registered nurse"]}), limit=1)
    assert coded["onet_soc_code"].to_list() == ["29-1141.00"]


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(BadRequest, match="list is no table"):
        careerlattice.match_many([1, 2])


@pytest.mark.parametrize(
    "cells",
    [[b"\xff"], [timedelta(1)], [[1, 2]], pl.Series([[1.0]], dtype=pl.Array(pl.Float64, 1))],
    ids=["bytes", "durations", "lists", "arrays"],
)
def test_a_column_of_neither_text_nor_numbers_is_named(cells: Any) -> None:
    with pytest.raises(BadRequest, match="'occupation' is of the kind"):
        careerlattice.match_many(pl.DataFrame({"education": ["ged"], "occupation": cells}))


def test_repeated_words_are_read_as_text() -> None:
    words = {"education": ["ged"] * 2, "months_in_job": ["24", "many"]}
    as_words = pl.DataFrame(words, schema_overrides=dict.fromkeys(words, pl.Categorical))
    found = careerlattice.match_many(as_words, limit=1)
    assert found["error_value"].to_list() == [None, "many"]


@pytest.mark.parametrize("limit", [0, -1])
def test_every_row_has_an_answer_however_few_are_asked(limit: int) -> None:
    asked = pl.DataFrame(
        {
            "occupation": ["nursing assistant"],
            "goal": ["registered nurse"],
            "title": ["registered nurse"],
        }
    )
    for ask in (careerlattice.match_many, careerlattice.plan_many, careerlattice.code_many):
        assert ask(asked, limit=limit)["row"].to_list() == [1]


@pytest.mark.parametrize("kind", ["pandas", "pyarrow"])
def test_a_column_that_stands_twice_is_named(kind: str) -> None:
    library = pytest.importorskip(kind)
    twice = (
        library.DataFrame([["ged", "ged"]], columns=["education", "education"])
        if kind == "pandas"
        else library.table([["ged"], ["ged"]], names=["education", "education"])
    )
    with pytest.raises(BadRequest, match="'education' stands twice"):
        careerlattice.match_many(twice)


@pytest.mark.slow
def test_neither_pyarrow_nor_pandas_is_loaded() -> None:
    code = (
        "import sys, polars as pl, careerlattice;"
        "careerlattice.match_many(pl.DataFrame({'education': ['ged']}), limit=1);"
        "print([name for name in ('pyarrow', 'pandas', 'dask', 'ray') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_former_name_of_the_limit_is_still_read() -> None:
    assert careerlattice.match_many(PEOPLE, top=2).equals(careerlattice.match_many(PEOPLE, limit=2))

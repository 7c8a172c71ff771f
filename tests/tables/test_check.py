"""Holding a frame against its declaration."""

from __future__ import annotations

import datetime

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.errors import MissingColumn, RowErrors
from careerlattice.tables.check import check_table, dangling
from careerlattice.tables.model import Field, Link, Table

PAY = Table(
    "pay",
    "Pay of some jobs",
    ("onet",),
    ("code", "year"),
    (
        Field("code", "text", "job", pattern=r"[A-Z]\d"),
        Field("year", "int16", "year", low=1900, high=2100),
        Field("dollars", "float", "pay", "USD", nullable=True, low=0, high=1000),
        Field("kind", "text", "kind of pay", choices=("hourly", "yearly")),
        Field("seen", "date", "when it was read", nullable=True),
    ),
    (Link(("code", "kind"), "jobs", ("id", "kind")),),
)
GOOD = {"code": "A1", "year": 2020, "dollars": 5.0, "kind": "hourly", "seen": None}


def frame(*rows: dict[str, object]) -> pl.DataFrame:
    return pl.DataFrame([GOOD | row for row in rows], schema=PAY.schema(), orient="row")


def test_a_sound_frame_passes():
    check_table(PAY, frame({}, {"year": 2021, "dollars": None}))
    check_table(PAY, frame({"seen": datetime.date(2024, 1, 2)}))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"code": None}, "code is out of its declared range"),
        ({"code": "1A"}, "code is out of its declared range"),
        ({"code": "A1\n"}, "code is out of its declared range"),
        ({"year": 1899}, "year is out of its declared range"),
        ({"year": 2101}, "year=2101"),
        ({"dollars": -0.5}, "dollars is out of its declared range"),
        ({"dollars": float("nan")}, "dollars is out of its declared range"),
        ({"dollars": float("inf")}, "dollars is out of its declared range"),
        ({"kind": "weekly"}, "kind='weekly'"),
    ],
)
def test_a_value_out_of_range_is_told_with_its_row(row, words):
    with pytest.raises(RowErrors) as caught:
        check_table(PAY, frame({"year": 2000}, row))
    assert words in str(caught.value)
    assert len(caught.value.rows) == 1
    assert caught.value.table == "pay"


def test_no_number_is_out_of_range_even_where_no_range_is_declared():
    table = Table("t", "t", ("onet",), ("n",), (Field("n", "float", "a number"),))
    check_table(table, pl.DataFrame({"n": [1.5]}, schema=table.schema()))
    with pytest.raises(RowErrors, match="n=nan"):
        check_table(table, pl.DataFrame({"n": [float("nan")]}, schema=table.schema()))


def test_a_key_that_stands_twice():
    with pytest.raises(RowErrors, match=r"more than once in 2 row\(s\): code=A1, year=2020"):
        check_table(PAY, frame({}, {"dollars": 6.0}, {"year": 2021}))


def test_a_column_that_is_missing_or_unknown_or_of_another_type():
    good = frame({})
    with pytest.raises(MissingColumn, match="missing: kind; unknown: none"):
        check_table(PAY, good.drop("kind"))
    with pytest.raises(MissingColumn, match="unknown: extra"):
        check_table(PAY, good.with_columns(pl.lit(1).alias("extra")))
    with pytest.raises(MissingColumn, match="year is Int64, declared Int16"):
        check_table(PAY, good.with_columns(pl.col("year").cast(pl.Int64)))


@given(st.lists(st.integers(0, 30000), min_size=1, max_size=40, unique=True))
def test_every_row_out_of_range_is_counted(years):
    wrong = [year for year in years if not 1900 <= year <= 2100]
    given_rows = frame(*({"year": year} for year in years))
    if not wrong:
        check_table(PAY, given_rows)
        return
    with pytest.raises(RowErrors) as caught:
        check_table(PAY, given_rows)
    assert len(caught.value.rows) == len(wrong)


@given(
    st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=8),
    st.lists(st.sampled_from("ABCDE"), max_size=8),
)
def test_links_that_lead_nowhere_are_the_difference_of_two_sets(used, known):
    jobs = pl.DataFrame(
        {"id": [f"{name}1" for name in known], "kind": ["hourly"] * len(known)},
        schema={"id": pl.String, "kind": pl.String},
    )
    rows = frame(*({"code": f"{name}1", "year": 1900 + n} for n, name in enumerate(used)))
    found = dangling(PAY, rows, {"jobs": jobs})
    lost = {f"{name}1" for name in set(used) - set(known)}
    assert len(found) == (1 if lost else 0)
    if lost:
        assert f"pay.code+kind: {len(lost)} value(s) not in jobs" in found[0]
        assert min(lost) in found[0]


def test_both_fields_of_a_link_count():
    jobs = pl.DataFrame({"id": ["A1"], "kind": ["yearly"]})
    assert dangling(PAY, frame({}), {"jobs": jobs})
    assert not dangling(PAY, frame({"kind": "yearly"}), {"jobs": jobs})


def test_a_missing_value_links_to_nothing():
    jobs = pl.DataFrame({"id": ["B1"], "kind": ["hourly"]})
    assert not dangling(PAY, frame({"code": None}), {"jobs": jobs})

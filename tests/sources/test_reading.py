"""Strict reading of delimited text."""

from __future__ import annotations

import csv
import io

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerlattice.errors import DataError, MissingColumn
from careerlattice.sources.addresses import FILES, OTHER_FILES, WHEELS, missing_files, where_from
from careerlattice.sources.location import Location
from careerlattice.sources.onet_editions import LAYOUTS
from careerlattice.sources.reading import Reading, keep, number, read_text
from careerlattice.tables.sources_of_record import SOURCES


def location(tmp_path, data: bytes) -> Location:
    (tmp_path / "a.csv").write_bytes(data)
    return Location.of(tmp_path)


def test_columns_are_read_as_texts(tmp_path):
    frame = read_text(location(tmp_path, b"x,y\n01,2\n,\n"), "a.csv", ("x", "y"))
    assert frame["x"].to_list() == ["01", None]


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path):
    frame = read_text(location(tmp_path, "\ufeffx,y\n1,é\n".encode()), "a.csv", ("x", "y"))
    assert frame.columns == ["x", "y"]


def test_windows_text_is_understood(tmp_path):
    frame = read_text(location(tmp_path, "x\nPeñasco – A\n".encode("cp1252")), "a.csv", ("x",))
    assert frame["x"].to_list() == ["Peñasco – A"]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", DataError, "is empty"),
        (b"x\n1\n", MissingColumn, "Missing: y. Unknown: none"),
        (b"x,y,z\n1,2,3\n", MissingColumn, "Missing: none. Unknown: z"),
        (b"x,y\n1,2\n3\n", DataError, "row 3: 1 fields where the heading has 2"),
        (b"x,y\n1,2,3\n", DataError, "row 2: 3 fields where the heading has 2"),
        (b'x,y\n1,"2\n', DataError, "cannot be read as a table"),
        (b"x,y\n\x81\x8d,2\n", DataError, "bytes that are not text"),
        (b"x,y\n1,two\n", DataError, "row 2, column 'y': 'two' is not a number"),
        (b"<html><body>\nnot found, sorry\n", DataError, "2 fields where the heading has 1"),
    ],
)
def test_what_is_no_such_table(tmp_path, data, error, words):
    with pytest.raises(error) as caught:
        read_text(location(tmp_path, data), "a.csv", ("x", "y"), numbers=("y",))
    assert words in str(caught.value)
    assert "'a.csv'" in str(caught.value)


def test_quotation_marks_mean_nothing_between_tabs(tmp_path):
    place = location(tmp_path, b'x\ty\r\n5" pipe\t"a\r\n')
    frame = read_text(place, "a.csv", ("x", "y"), separator="\t")
    assert frame.row(0) == ('5" pipe', '"a')


cell = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\x85\u2028\u2029"),
    min_size=1,
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(cell, cell), min_size=1, max_size=8))
def test_any_quoted_table_reads_back(tmp_path, rows):
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([("x", "y"), *rows])
    frame = read_text(location(tmp_path, text.getvalue().encode()), "a.csv", ("x", "y"))
    assert frame.rows() == rows


def test_numbers_as_the_publishers_write_them():
    frame = pl.DataFrame({"n": ["1,234.5", "n/a", "—", "-", "", None, "-3"]})
    assert frame.select(number("n"))["n"].to_list() == [1234.5, *[None] * 5, -3.0]
    with pytest.raises(pl.exceptions.PolarsError):
        pl.DataFrame({"n": ["many"]}).select(number("n"))


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), max_size=30))
def test_what_is_not_kept_is_set_aside(values):
    reading = Reading()
    frame = pl.DataFrame({"n": values}, schema={"n": pl.Int64})
    kept = keep(frame, pl.col("n") > 4, reading, source="s", file="f", why="small", show=("n",))
    assert kept.height + len(reading.set_aside) == len(values)
    assert all(row.why == "small" for row in reading.set_aside)


def test_every_file_of_a_build_says_where_it_is_from():
    assert set(FILES.values()) <= set(SOURCES)
    for name in [*FILES, "Abilities.IM_LV.tsv"]:
        assert where_from(name)
    assert where_from("somebody's notes.txt") == ""
    layout = LAYOUTS[0]
    assert missing_files(lambda _: True, layout) == []
    everything = {*layout.files, "Task Statements.txt", "Content Model Reference.txt", *OTHER_FILES}
    assert set(missing_files(lambda _: False, layout, with_texts=True)) == everything
    assert "Task Statements.txt" not in missing_files(lambda _: False, layout)
    for wheel in WHEELS:
        assert wheel.file.startswith(wheel.package.replace("-", "_"))

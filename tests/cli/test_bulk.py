"""`match-many` and `plan-many` on the command line."""

from __future__ import annotations

import csv
from pathlib import Path

import polars as pl
import pytest
import typer
from typer.testing import CliRunner

from careerlattice.cli import bulk, code_titles, report_many

app = typer.Typer()
bulk.register(app)
report_many.register(app)
code_titles.register(app)
runner = CliRunner()


def run(*words: str, code: int = 0) -> str:
    result = runner.invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.output


def test_the_template_is_a_table_that_can_be_answered(tmp_path: Path) -> None:
    for command in ("match-many", "plan-many"):
        template, out = tmp_path / f"{command}.csv", tmp_path / f"{command}-out.csv"
        told = run(command, "--template", str(template))
        assert "months_in_job" in told
        assert "exists and is left as it is" in run(command, "--template", str(template), code=2)
        assert "1 of 1 row answered" in run(command, str(template), "--out", str(out))


def test_people_are_matched_and_bad_rows_counted(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "matches.csv"
    source.write_text("name,interests,shoe size\nAna,SAE,7\nBo,XYZ,9\n")
    told = run("match-many", str(source), "--out", str(out), "--top", "2")
    assert "1 of 2 rows answered with 2 rows" in told
    assert "1 row could not be answered; why is told in" in told
    assert "Columns that are not read: 'shoe size'." in told
    with out.open(newline="") as file:
        assert [row["person"] for row in csv.DictReader(file)] == ["Ana", "Ana"]


def test_what_cannot_be_asked_is_refused(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "matches.csv"
    assert "Name the table to read" in run("match-many", code=2)
    assert "no such file" in run("match-many", str(source), "--out", str(out), code=2)
    source.write_text("interests\nSAE\n")
    words = ("match-many", str(source), "--out", str(out))
    assert "no order" in run(*words, "--order", "luck", code=2)
    assert "no column" in run(*words, "--weights", "luck=3", code=2)


def test_titles_of_which_none_can_be_read_are_counted(tmp_path: Path) -> None:
    source, out = tmp_path / "titles.csv", tmp_path / "coded.csv"
    source.write_bytes(b"title\ncaf\xe9\n")
    told = run("code-titles", str(source), "--out", str(out))
    assert "0 of 1 row answered" in told
    assert "Coded 1 titles; 0 are too unsure to be answers." in told
    source.write_text("title\nregistered nurse\n")
    told = run("code-titles", str(source), "--out", str(out))
    assert "Coded 1 titles; 0 are too unsure to be answers." in told


def test_titles_on_the_screen_come_from_one_csv_file(tmp_path: Path) -> None:
    folder, table = tmp_path / "lists", tmp_path / "titles.parquet"
    folder.mkdir()
    pl.DataFrame({"title": ["registered nurse"]}).write_parquet(table)
    for source in (folder, table):
        assert "one CSV file is read" in run("code-titles", str(source), code=2)


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_class_of_which_no_row_can_be_answered_has_an_index_alone(
    tmp_path: Path, kind: str
) -> None:
    source, out = tmp_path / "class.csv", tmp_path / "packet"
    source.write_bytes(b"person,occupation,goal\n1,caf\xe9,dentist\n")
    told = run("report-many", str(source), "--out", str(out), "--format", kind)
    assert "0 of 1 students have a page" in told
    assert f"all.{kind}" not in told
    assert [path.name for path in out.iterdir()] == ["index.html"]
    assert f"all.{kind}" not in (out / "index.html").read_text()


def test_a_class_gets_a_packet(tmp_path: Path) -> None:
    source, out = tmp_path / "class.csv", tmp_path / "packet"
    source.write_text(
        "student,occupation,months_in_job,goal,state\n"
        "Ana,nursing assistant,24,registered nurse,OH\n"
        "Bo,cashier,12,xyzzy,OH\n"
    )
    told = run("report-many", str(source), "--out", str(out), "--format", "html")
    assert "1 of 2 students have a page" in told
    assert "1 row could not be answered" in told
    assert sorted(path.name for path in out.iterdir()) == [
        "001-ana.html", "all.html", "index.html",
    ]  # fmt: skip
    assert "no format" in run("report-many", str(source), "-o", str(out), "--format", "doc", code=2)
    assert "is a folder" in run("report-many", str(tmp_path), "-o", str(out), code=2)

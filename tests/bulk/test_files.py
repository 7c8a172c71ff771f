"""Tables in files: what is wrong with a row is named, no row is lost, a stop costs nothing."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from careerlattice.bulk.files import running
from careerlattice.bulk.files.records import read_cells, read_records
from careerlattice.bulk.files.running import run_files
from careerlattice.bulk.frames import opened_catalog
from careerlattice.bulk.matching import MatchOptions
from careerlattice.bulk.planning import PlanOptions
from careerlattice.bulk.tasks import Task
from careerlattice.bulk.titles import TitleOptions
from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest
from tests.bulk.conftest import random_person

MATCH = Task("match", MatchOptions(3))
PLAN = Task("plan", PlanOptions(2))


def write_people(path: Path, catalog: Catalog, count: int, seed: int = 5) -> Path:
    draw = random.Random(seed)
    rows = [random_person(catalog, draw).row for _ in range(count)]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    numbers = pl.Series("person", [f"p{number}" for number in range(count)])
    frame.insert_column(0, numbers).write_csv(path)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_records_are_read_whatever_is_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(
        b"\xef\xbb\xbfperson;title\r\n"
        b'a;"two\nlines; one ""cell"""\n'
        b"\n"
        b'b;5" pipe fitter\n'
        b'c;"never closed\n'
        b"d;cook\n" + b"e;" + b"x" * 3_000_000 + b"\n"
        b"f;last"
    )
    layout, records = read_records(path.open("rb"), path.name)
    assert layout.names == ("person", "title")
    found = list(records)
    assert [record.line for record in found] == [2, 5, 6, 7, 8, 9]
    cells = [read_cells(record.raw, layout.delimiter) for record in found if not record.fault]
    assert cells == [
        ["a", 'two\nlines; one "cell"'],
        ["b", '5" pipe fitter'],
        ["d", "cook"],
        ["f", "last"],
    ]
    assert [record.fault for record in found if record.fault] == [
        "a quotation mark is opened and never closed",
        "the line has 3,000,003 bytes; no record is that long",
    ]


def test_bad_rows_are_named_and_the_others_answered(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "matches.csv"
    source.write_bytes(
        b"person,education,months_in_job,occupation\n"
        b"a,bachelor,,\n"
        b"b,wizardry,,\n"
        b"c,ged,-3,31-1131.00\n"
        b"d,ged\n"
        b"e,ged,,,,\n"
        b"f\xff,ged,,\n"
        b'g,"ged,,\n'
        b"h,ged,24,xyzzy\n"
        b"i,ged,24,31-1131.00\n"
    )
    outcome = run_files(MATCH, source, out)
    assert {row["person"] for row in rows_of(out)} == {"a", "i"}
    problems = rows_of(tmp_path / "matches.errors.csv")
    assert [(row["row"], row["line"]) for row in problems] == [
        (str(n), str(n + 1)) for n in range(2, 9)
    ]
    said = [row["problem"] for row in problems]
    for told, says in zip(
        said,
        [
            "not an education",
            "from 0 to 720",
            "2 cells",
            "6 cells",
            "no UTF-8",
            "never closed",
            "xyzzy",
        ],
        strict=True,
    ):
        assert says in told
    tally = outcome.tally
    assert (tally.rows, tally.answered, tally.refused, tally.answers) == (9, 2, 7, 6)
    assert not (tmp_path / "matches.csv.parts").exists()


def test_a_file_without_bad_rows_has_no_file_of_errors(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "matches.csv"
    (tmp_path / "matches.errors.csv").write_text("of a run before")
    source.write_text("education\nged\n")
    assert run_files(MATCH, source, out).errors == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["matches.csv", "people.csv"]


@pytest.mark.slow
def test_each_file_of_a_folder_has_its_own(tmp_path: Path, catalog: Catalog) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_people(folder / "a.csv", catalog, 5)
    table = pl.DataFrame({"education": ["ged", "wizardry"], "pay": [1, 2]})
    table.write_parquet(folder / "b.parquet")
    outcome = run_files(MATCH, folder, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a.csv", "b.errors.csv", "b.parquet",
    ]  # fmt: skip
    assert pl.read_parquet(tmp_path / "out" / "b.parquet").height == 3
    assert rows_of(tmp_path / "out" / "b.errors.csv")[0]["line"] == ""
    assert outcome.notes == ["Columns that are not read: 'pay'."]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_the_size_of_chunks_changes_no_byte(
    tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    source = write_people(tmp_path / "people.csv", catalog, 40)
    found = []
    for size in (7, 1_000):
        monkeypatch.setattr(running, "CHUNK_ROWS", {"match": size})
        out = tmp_path / f"out{size}{suffix}"
        run_files(MATCH, source, out)
        found.append(out.read_bytes())
    assert found[0] == found[1]


def test_what_was_answered_is_not_answered_again(
    tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_people(tmp_path / "people.csv", catalog, 30)
    out = tmp_path / "out.csv"
    run_files(MATCH, source, out)
    whole = out.read_bytes()
    monkeypatch.setattr(running, "CHUNK_ROWS", {"match": 10})
    answer, calls = running.answer_chunk, []

    def stopped(given: Any) -> Any:
        calls.append(given[1].number)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return answer(given)

    monkeypatch.setattr(running, "answer_chunk", stopped)
    with pytest.raises(KeyboardInterrupt):
        run_files(MATCH, source, out)
    outcome = run_files(MATCH, source, out)
    assert calls == [0, 1, 1, 2]
    assert outcome.already_done == 10
    assert out.read_bytes() == whole
    # Another question is not answered with what was kept for the first.
    assert run_files(Task("match", MatchOptions(2)), source, out).already_done == 0


def test_answers_kept_rest_on_own_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def key(wage: str = "") -> str:
        opened_catalog.cache_clear()
        if wage:
            text = f"area,occupation,p50\nOH,29-1141,{wage}\n"
            (tmp_path / "wages.csv").write_text(text)
            monkeypatch.setenv("CAREERLATTICE_OVERRIDES", str(tmp_path))
        return MATCH.key()

    try:
        assert len({key(), key("70000"), key("71000")}) == 3
        assert key("71000") == key("71000")
    finally:
        opened_catalog.cache_clear()


def test_plans_are_solved_once_for_each_question(tmp_path: Path) -> None:
    source, out = tmp_path / "students.csv", tmp_path / "plans.csv"
    aide, cook = "nursing assistant,24,registered nurse", "fast food cook,12,xyzzy"
    source.write_text(
        "person,occupation,months_in_job,goal\n"
        + "".join(f"p{n},{aide if n % 3 else cook}\n" for n in range(12))
    )
    outcome = run_files(PLAN, source, out)
    assert outcome.questions == 2
    rows = rows_of(out)
    assert {row["person"] for row in rows} == {f"p{n}" for n in range(12) if n % 3}
    assert [row["plan"] for row in rows if row["person"] == "p1"] == ["1", "2"]
    problems = rows_of(tmp_path / "plans.errors.csv")
    assert [(row["person"], row["column"], row["value"]) for row in problems] == [
        (f"p{n}", "goal", "xyzzy") for n in range(0, 12, 3)
    ]


@pytest.mark.slow
def test_what_was_solved_is_not_solved_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = tmp_path / "students.csv", tmp_path / "plans.csv"
    source.write_text(
        "occupation,goal,state\n"
        + "".join(f"nursing assistant,registered nurse,{s}\n" for s in ("OH", "CA", "TX"))
    )
    monkeypatch.setattr(running, "QUESTIONS_AT_ONCE", 1)
    solve, calls = running.solve_list, []

    def stopped(given: Any) -> Any:
        calls.append(given[1])
        if len(calls) == 2:
            raise KeyboardInterrupt
        return solve(given)

    monkeypatch.setattr(running, "solve_list", stopped)
    with pytest.raises(KeyboardInterrupt):
        run_files(PLAN, source, out)
    outcome = run_files(PLAN, source, out)
    assert len(calls) == 4
    assert calls[1] == calls[2]
    assert (outcome.questions, outcome.tally.answered) == (3, 3)


def test_titles_are_coded_alike(tmp_path: Path) -> None:
    source, out = tmp_path / "titles.csv", tmp_path / "coded.csv"
    source.write_text("Job Title,state\nRegistered Nurse,OH\n,\n")
    run_files(Task("titles", TitleOptions(1)), source, out)
    assert [(row["title"], row["onet_soc_code"]) for row in rows_of(out)] == [
        ("Registered Nurse", "29-1141.00"),
        ("", ""),
    ]


@pytest.mark.parametrize(
    ("name", "content", "out", "says"),
    [
        ("a.csv", b"", "o.csv", "is empty"),
        ("a.csv", b"\xff\xfea\x00", "o.csv", "UTF-16"),
        ("a.csv", b"\xff,b\n", "o.csv", "line 1 cannot be read"),
        ("a.csv", b"state,state\nOH,OH\n", "o.csv", "stands twice"),
        ("a.csv", b"salary\n3\n", "o.csv", "a.csv: The table has no column that can be read"),
        ("a.csv", b"education\nged\n", "a.csv", "would replace"),
        ("a.csv", b"education\nged\n", "o.xlsx", "written as .csv or .parquet"),
        ("a.parquet", b"education\nged\n", "o.csv", "cannot be read as Parquet"),
        ("a.xlsx", b"PK", "o.csv", "no .csv or .parquet file"),
    ],
)
def test_files_that_cannot_be_used_are_refused(
    tmp_path: Path, name: str, content: bytes, out: str, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadRequest, match=says):
        run_files(MATCH, tmp_path / name, tmp_path / out)


def test_a_file_without_a_column_that_is_read_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("jobb,gaol\ncashier,electrician\n")
    with pytest.raises(BadRequest, match="'jobb', 'gaol'"):
        run_files(PLAN, source, tmp_path / "plans.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of Unix")
def test_pipes_are_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    for source in (tmp_path / "a.csv", tmp_path):
        with pytest.raises(BadRequest, match=r"a\.csv is no regular file"):
            run_files(MATCH, source, tmp_path / "out")


@pytest.mark.slow
def test_four_processes_give_the_same_bytes_as_one(
    tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = write_people(tmp_path / "people.csv", catalog, 60)
    plans = tmp_path / "students.csv"
    plans.write_text(
        "occupation,goal,state\n"
        + "".join(f"nursing assistant,registered nurse,{s}\n" for s in ("OH", "CA", "TX", "OH"))
    )
    monkeypatch.setattr(running, "CHUNK_ROWS", {"match": 9, "plan": 1})
    monkeypatch.setattr(running, "QUESTIONS_AT_ONCE", 1)
    for task, source in ((MATCH, people), (PLAN, plans)):
        outs = [tmp_path / f"{task.name}{workers}.csv" for workers in (1, 4)]
        for out, workers in zip(outs, (1, 4), strict=True):
            run_files(task, source, out, workers=workers)
        assert outs[0].read_bytes() == outs[1].read_bytes()


KILLED = """
import sys
from pathlib import Path
from careerlattice.bulk.files import running
from careerlattice.bulk.frames import opened_catalog
from careerlattice.bulk.matching import MatchOptions
from careerlattice.bulk.tasks import Task
running.CHUNK_ROWS = {"match": 20}
running.run_files(Task("match", MatchOptions(3)), Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.slow
def test_ten_kills_leave_the_same_bytes(tmp_path: Path, catalog: Catalog) -> None:
    source = write_people(tmp_path / "people.csv", catalog, 1_200)
    whole, out = tmp_path / "whole.csv", tmp_path / "out.csv"
    run_files(MATCH, source, whole)
    parts = tmp_path / "out.csv.parts" / "people.csv"
    command = [sys.executable, "-c", KILLED, str(source), str(out)]
    draw, kills = random.Random(3), 0
    for _ in range(10):
        before = len(list(parts.glob("*.done.json"))) if parts.exists() else 0
        with subprocess.Popen(command) as run:
            # A moment within the next few chunks, wherever in their writing that is.
            goal, until = before + draw.randint(1, 4), time.monotonic() + 60
            while run.poll() is None and time.monotonic() < until:
                if parts.exists() and len(list(parts.glob("*.done.json"))) >= goal:
                    time.sleep(draw.random() * 0.02)
                    run.send_signal(signal.SIGKILL)
                    kills += 1
                    break
                time.sleep(0.001)
    assert kills == 10
    subprocess.run(command, check=True)
    assert out.read_bytes() == whole.read_bytes()


def test_years_of_high_school_are_read_as_the_diploma_to_come(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "matches.csv"
    source.write_text(
        "person,education\na,11th grade\nb,senior\nc,sophomore in high school\nd,wizardry\n"
    )
    run_files(MATCH, source, out)
    assert {row["person"] for row in rows_of(out)} == {"a", "b", "c"}
    (problem,) = rows_of(tmp_path / "matches.errors.csv")
    assert problem["problem"].startswith("is not an education level")
    assert "wizardry" in problem.values()

"""`match` and `code-titles` on the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from careerlattice.cli import assess, code_titles, match, profile

app = typer.Typer()
for module in (match, code_titles, assess, profile):
    module.register(app)
runner = CliRunner()


def run(*words: str, code: int = 0, typed: str | None = None) -> str:
    result = runner.invoke(app, list(words), input=typed)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.output


def test_interests_as_json_are_a_list_of_all_occupations() -> None:
    rows = json.loads(run("match", "--interests", "8,22,6,38,8,20", "--json"))
    assert len(rows) == 1016
    assert {"onet_soc_code", "title", "distance", "correlation", "reasons"} <= set(rows[0])
    assert rows[0]["distance"] <= rows[1]["distance"]
    assert isinstance(rows[0]["reasons"][0], str)
    assert len(json.loads(run("match", "-i", "8,22,6,38,8,20", "--json", "-n", "3"))) == 3


def test_equal_interests_warn_beside_the_json_not_in_it() -> None:
    result = runner.invoke(app, ["match", "-i", "20,20,20,20,20,20", "--json", "-n", "2"])
    rows = json.loads(result.stdout)
    assert rows[0]["correlation"] is None
    assert "Your six interest scores are all the same" in result.stderr


def test_filters_hold_for_interests_alone() -> None:
    rows = json.loads(
        run("match", "-i", "8,22,6,38,8,20", "--zone", "2-3", "--min-pay", "50000",
            "--max-education", "associate", "--cluster", "Health Science", "--json")
    )  # fmt: skip
    assert 5 < len(rows) < 80
    assert "29-2061.00" in [row["onet_soc_code"] for row in rows]


def test_a_person_is_ranked_by_visible_weights(tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    path.write_text(
        json.dumps(
            {
                "format": "careerlattice-profile", "version": 1,
                "education": {"level": "associate", "fields": [{"cip_code": "51.3801"}]},
                "work": [{"title": "cna", "onet_soc_code": "31-1131.00", "months": 36,
                          "confirmed": True}],
                "place": {"state": "OH"},
            }
        )
    )  # fmt: skip
    words = ("match", "--profile", str(path), "-i", "14,24,8,36,10,22")
    told = json.loads(run(*words, "--json", "--weights", "pay=0,outlook=0", "-n", "5"))
    assert told["area"] == "Ohio"
    assert set(told["weights"]) == {"interests", "skills", "knowledge", "education"}
    assert len(told["rows"]) == 5
    assert told["pathways"][0]["name"] == "Therapeutic Services"
    shown = run(*words, "-n", "3")
    assert "Weights: interests" in shown
    assert "Therapeutic Services" in shown
    why = run(*words, "--why", "registered nurse")
    assert "What puts it there" in why
    assert "would open 99%" in why


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Say something about yourself"),
        (("-i", "1,2,3"), 2, "is not a list of six numbers"),
        (("-i", "a,b,c,d,e,f"), 2, "is not a list of six numbers"),
        (("-i", "1,2,3,4,5,60"), 2, "conventional score is 60"),
        (("-i", "1,2,3,4,5,6", "--zone", "x"), 2, "is not a job zone"),
        (("-i", "1,2,3,4,5,6", "--zone", "1-9"), 2, "from 1 to 5"),
        (("-i", "1,2,3,4,5,6", "--weights", "pay"), 2, "has no number"),
        (("-i", "1,2,3,4,5,6", "--weights", "luck=3"), 2, "no column 'luck'"),
        (("-i", "1,2,3,4,5,6", "--by", "letters"), 2, "no order"),
        (("-i", "1,2,3,4,5,6", "--state", "Ohoi"), 1, "No area"),
        (("-i", "1,2,3,4,5,6", "--cluster", "zz"), 1, "No cluster"),
        (("-e", "phdx"), 2, "is not an education level"),
        (("--profile", "none.json"), 2, "no such file"),
    ],
)
def test_questions_that_cannot_be_answered(words: tuple[str, ...], code: int, said: str) -> None:
    output = run("match", *words, code=code)
    assert said in output
    assert "Traceback" not in output


@pytest.mark.slow
def test_titles_are_coded_row_by_row(tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("title,state\nRegistered Nurse,OH\n,\nRN night shift Columbus OH,OH\n")
    assert "Coded 3 titles" in run("code-titles", str(source), "--out", str(out), "--top", "2")
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:6] == [
        "title", "rank", "onet_soc_code", "occupation_title", "score", "abstained",
    ]  # fmt: skip
    assert rows[0]["onet_soc_code"] == "29-1141.00"
    assert rows[0]["occupation_title"] == "Registered Nurses"
    empty = [row for row in rows if not row["title"]]
    assert [(r["rank"], r["onet_soc_code"], r["abstained"]) for r in empty] == [("1", "", "true")]
    assert next(r["onet_soc_code"] for r in rows if "night" in r["title"]) == "29-1141.00"
    assert max(int(row["rank"]) for row in rows) == 2


def test_titles_without_the_column_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("name\nx\n")
    assert "no column 'title'" in run("code-titles", str(source), code=2)


def test_an_order_is_chosen_and_alike_jobs_share_a_line() -> None:
    words = ("match", "-i", "16.7,36.7,10,26,20,15.7")
    told = json.loads(run(*words, "--order", "pay", "--json", "-n", "4"))
    assert told["weights"] == {"pay": 1.0}
    pays = [row["pay_p50_usd"] for row in told["rows"]]
    assert pays == sorted(pays, reverse=True)
    assert "Alike: " in run(*words, "--order", "all", "-n", "6")
    assert "Choose: interests, pay, open, all" in run(*words, "--order", "luck", code=2)

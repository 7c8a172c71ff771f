"""The commands on moves and ladders: what they print, write and refuse."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import polars as pl
import pytest
import typer
from typer.testing import CliRunner

from careerlattice.cli.lattice import register
from careerlattice.cli.screen import console

RUNNER = CliRunner()


@pytest.fixture(scope="module")
def app() -> typer.Typer:
    fresh = typer.Typer()
    register(fresh)
    return fresh


def run(app: typer.Typer, *words: str, code: int = 0, width: int = 100) -> str:
    console.width = width
    result = RUNNER.invoke(app, list(words), env={"TERM": "dumb"})
    assert result.exit_code == code, result.output
    return result.output


def test_moves_are_grouped_by_kind_and_say_why(app):
    text = run(app, "moves", "registered nurse", "--state", "OH")
    assert text.index("▲ Advance") < text.index("▼ Step back")
    assert "Nurse Practitioners" in text
    assert "advance: a usual step up, zone 4 to 5" in text
    assert "Missing: education: master's degree" in text
    assert "CC BY 4.0" in text


def test_moves_of_one_kind_as_json(app):
    found = json.loads(run(app, "moves", "29-1141.00", "--kind", "advance", "-n", "3", "--json"))
    assert len(found) == 3
    assert {one["kind"] for one in found} == {"advance"}
    assert set(found[0]) >= {
        "onet_soc_code", "title", "kind", "likelihood", "ease", "wage_change_usd", "zone_change",
        "gap", "evidence",
    }  # fmt: skip
    assert {piece["name"] for piece in found[0]["gap"]["pieces"]} >= {"education", "license"}


@pytest.mark.parametrize("width", [80, 120])
def test_a_ladder_fits_the_terminal(app, width):
    text = run(app, "ladder", "Restaurants and Food/Beverage Services", width=width)
    assert "Main sequences" in text
    assert text.index("Entry") < text.index("Advanced")
    assert max(len(line) for line in text.splitlines()) <= width


def test_a_ladder_as_json(app):
    value = json.loads(run(app, "ladder", "Construction", "--framework", "2008", "--json"))
    assert value["framework"] == "2008"
    assert value["pathway"] == "Construction"
    assert sum(len(level["occupations"]) for level in value["levels"]) == 63


def test_a_ladder_as_a_file(app, tmp_path):
    file = tmp_path / "ladder.svg"
    assert "holds the picture" in run(app, "ladder", "Lodging", "--svg", str(file))
    assert ET.parse(file).getroot().tag.endswith("svg")


def test_the_ladder_around_an_occupation(app):
    value = json.loads(run(app, "ladder", "--around", "electrician", "--json"))
    assert value["center"] == "47-2111.00"
    codes = {one["onet_soc_code"] for level in value["levels"] for one in level["occupations"]}
    assert {"47-3013.00", "47-2111.00", "47-1011.00"} <= codes


def test_comparing_shows_both_ways(app):
    text = run(app, "compare", "licensed practical nurse", "registered nurse", "--state", "OH")
    assert "▲ Licensed Practical" in text
    assert "▼ Registered Nurses" in text
    assert "before the first day" in text


def test_comparing_as_json(app):
    value = json.loads(run(app, "compare", "29-2061.00", "29-1141.00", "--json"))
    assert [one["title"] for one in value["occupations"]][1] == "Registered Nurses"
    assert [move["kind"] for move in value["moves"]] == ["advance", "step_back"]


@pytest.mark.slow
def test_exporting_all_moves(app, tmp_path):
    file = tmp_path / "moves.parquet"
    run(app, "export", "moves", str(file))
    table = pl.read_parquet(file)
    assert table.columns == [
        "from_onet_soc_code", "to_onet_soc_code", "likelihood", "ease", "kind",
    ]  # fmt: skip
    assert table.height == 1016 * 1015
    sums = table.group_by("from_onet_soc_code").agg(pl.col("likelihood").sum())["likelihood"]
    assert sums.min() == pytest.approx(1, abs=1e-3)
    assert sums.max() == pytest.approx(1, abs=1e-3)
    assert set(table["kind"].unique()) == {"advance", "lateral", "pivot", "step_back"}
    assert table.filter(pl.col("from_onet_soc_code") == pl.col("to_onet_soc_code")).height == 0


@pytest.mark.slow
def test_moves_are_written_in_the_form_the_name_says(app, tmp_path):
    file = tmp_path / "moves.csv"
    run(app, "export", "moves", str(file))
    assert file.read_text().startswith("from_onet_soc_code,to_onet_soc_code,likelihood")
    run(app, "export", "moves", str(tmp_path / "moves.xlsx"), code=2)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ladder",), 2),
        (("ladder", "Lodging", "--around", "nurse"), 2),
        (("ladder", "no such pathway at all"), 1),
        (("moves", "29-1141.00", "--kind", "upward"), 2),
        (("compare", "29-1141.00", "29-1141.00"), 2),
        (("moves", "zzzz qqqq"), 1),
        (("export", "moves", "/no/such/folder/moves.parquet"), 3),
    ],
)
def test_failures_have_their_exit_codes(app, words, code):
    run(app, *words, code=code)

"""The commands that write CTDL pathways and a JSON Resume, and set a pathway beside ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from careerlattice.cli import lattice, profile
from careerlattice.cli.screen import console
from careerlattice.profile.files import save_profile
from careerlattice.profile.model import Profile

RUNNER = CliRunner()


@pytest.fixture(scope="module")
def app() -> typer.Typer:
    """The commands."""
    fresh = typer.Typer()
    lattice.register(fresh)
    profile.register(fresh)
    return fresh


def run(app: typer.Typer, *words: str, code: int = 0) -> str:
    console.width = 100
    result = RUNNER.invoke(app, list(words), env={"TERM": "dumb"})
    assert result.exit_code == code, result.output
    return result.output


def test_a_ladder_is_written_and_set_beside_ours(app: typer.Typer, tmp_path: Path) -> None:
    file = str(tmp_path / "accounting.json")
    assert "with" in run(app, "export", "ctdl", file, "--pathway", "2008-accounting")
    told = run(app, "beside", file)
    assert "beside our Accounting" in told
    assert "not on ours" not in told
    values = json.loads(run(app, "beside", file, "2008-accounting", "--json"))
    assert values["our_pathway"] == "2008-accounting"
    assert values["only_ours"] == []


def test_a_plan_is_written(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    told = run(
        app,
        *("export", "plan-ctdl", str(file), "--from", "nursing assistant"),
        *("--to", "registered nurse", "--state", "OH", "--owner", "Ohio Works"),
    )
    assert "steps" in told
    kinds = {node["@type"] for node in json.loads(file.read_text())["@graph"]}
    assert {"ceterms:Pathway", "ceterms:JobComponent", "ceterms:CredentialComponent"} <= kinds


def test_what_is_no_pathway_is_told(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"a": 1}', encoding="utf-8")
    run(app, "beside", str(file), code=2)
    run(app, "beside", str(tmp_path / "none.json"), code=2)
    run(app, "export", "ctdl", str(tmp_path / "x.json"), "--pathway", "zzz", code=1)
    run(
        app,
        "export",
        "ctdl",
        str(tmp_path / "no" / "x.json"),
        "--pathway",
        "2008-accounting",
        code=2,
    )


def test_names_in_brackets_are_shown_as_they_are(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "pathway.json"
    pathway = {
        "@id": "p",
        "@type": "ceterms:Pathway",
        "ceterms:name": "Nursing [/b]",
        "ceterms:hasPart": ["a"],
        "ceterms:hasDestinationComponent": "a",
    }
    job = {"@id": "a", "@type": "ceterms:JobComponent", "ceterms:name": "[red]Nurse[/blue]"}
    job["ceterms:occupationType"] = {"ceterms:codedNotation": "29-1141.00"}
    file.write_text(json.dumps({"@graph": [pathway, job]}), encoding="utf-8")
    told = run(app, "beside", str(file))
    assert "[red]Nurse[/blue]" in told
    assert "Nursing [/b]" in told


def test_a_profile_is_written_as_a_resume(app: typer.Typer, tmp_path: Path) -> None:
    me, out = tmp_path / "me.json", tmp_path / "resume.json"
    save_profile(Profile(name="Pat Q"), me)
    run(app, "profile", "export", str(me), "--out", str(out))
    assert json.loads(out.read_text())["basics"] == {"name": "Pat Q"}
    run(app, "profile", "export", str(me), "--out", str(out), code=2)

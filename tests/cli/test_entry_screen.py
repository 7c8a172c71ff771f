"""`show` tells how to get in, in text and in JSON."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from careerlattice.cli.main import app
from careerlattice.cli.screen import console


def shown(width: int, monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    monkeypatch.setattr(console, "width", width)
    result = CliRunner().invoke(app, ["show", *words], env={"TERM": "dumb"})
    assert result.exit_code == 0, result.output
    return result.output


def test_ways_stand_side_by_side_where_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = shown(120, monkeypatch, "29-1141.00")
    assert "How to get in  7 ways, the usual one first" in wide
    line = next(line for line in wide.splitlines() if "usual way" in line)
    assert "Bachelor's degree  usual way" in line
    assert "Associate degree" in line
    narrow = shown(60, monkeypatch, "29-1141.00")
    line = next(line for line in narrow.splitlines() if "usual way" in line)
    assert "Associate degree" not in line


def test_gates_next_steps_and_sources_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(shown(400, monkeypatch, "47-2111.00").split())
    assert "License: Journeyman electrician. Most states require it." in text
    assert "Also required: Be at least 18." in text
    assert "What may come next: First-Line Supervisors of Construction Trades" in text
    assert "Read in: Occupational Outlook Handbook, Electricians: " in text
    assert "https://www.bls.gov/ooh/construction-and-extraction/electricians.htm" in text
    assert "Known, to be checked: " in text


def test_json_has_the_entry() -> None:
    result = CliRunner().invoke(app, ["show", "29-1141.00", "--json"])
    entry = json.loads(result.output)["entry"]
    assert entry["facts"]["conditions"][0]["usual"] == "bachelor"
    assert entry["licenses"][0]["name"] == "Registered nurse"
    assert [item["text"] for item in entry["accreditors"]] == [
        "Accreditation Commission for Education in Nursing (ACEN)",
        "Commission on Collegiate Nursing Education (CCNE)",
    ]

"""`careerlattice report` writes what it says, and says what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from careerlattice.cli.report import register


def run(*words: str):  # type: ignore[no-untyped-def]
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["report", *words])


def test_writes_html(tmp_path: Path) -> None:
    out = tmp_path / "plan.html"
    result = run("--from", "cashier", "--to", "bank teller", "--state", "OH", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert "<h1>From cashier to teller</h1>" in out.read_text()


def test_a_saved_answer_is_planned_again(tmp_path: Path) -> None:
    saved = tmp_path / "plan.json"
    request = {"start": {"job": {"occupation": "cashier"}}, "goal": {"occupation": "bank teller"}}
    saved.write_text(json.dumps({"request": request}))
    out = tmp_path / "plan.pdf"
    result = run("--plan", str(saved), "--out", str(out))
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"%PDF-")


def test_other_endings_are_refused(tmp_path: Path) -> None:
    result = run("--from", "cashier", "--to", "bank teller", "--out", str(tmp_path / "plan.docx"))
    assert result.exit_code != 0
    assert ".pdf or .html" in result.output

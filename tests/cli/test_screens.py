"""Screens at the width of a small terminal: nothing clipped, and text set in stays set in."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from careerlattice.cli.main import app
from careerlattice.cli.screen import console

NURSE = ("--from", "nursing assistant", "--to", "registered nurse", "--state", "OH")
SCREENS = {
    "show": ("show", "29-1141.00", "--state", "OH"),
    "search": ("search", "registered nurse"),
    "plan": ("plan", *NURSE),
    "explain": ("explain", "fastest", *NURSE),
    "ladder": ("ladder", "Therapeutic Services"),
    "moves": ("moves", "cashier", "--state", "OH"),
    "compare": ("compare", "licensed practical nurse", "registered nurse"),
    "match": ("match", "--education", "associate", "--state", "OH"),
    "pathway": ("pathway", "Therapeutic Services"),
    "clusters": ("clusters",),
}


def _lines(words: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(console, "width", width)
    result = CliRunner().invoke(app, list(words), env={"TERM": "dumb"})
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_wider_than_the_terminal(
    name: str, width: int, shipped_release: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _lines(SCREENS[name], width, monkeypatch)
    assert len(lines) > 8
    # Addresses stay whole, so that they can be opened.
    assert all(len(line) <= width for line in lines if "http" not in line)


@pytest.mark.parametrize("name", ["show", "ladder", "moves"])
def test_what_is_set_in_stays_set_in_where_it_wraps(
    name: str, shipped_release: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _lines(SCREENS[name], 80, monkeypatch)
    in_section = False
    for line in lines[8:]:
        is_heading = not in_section and bool(line.strip())
        if line and not line.startswith("  ") and not is_heading:
            pay = line.startswith(("Ohio ", "United States "))
            assert pay, f"{line!r} hangs out of its section"
        in_section = bool(line.strip())


def test_a_cluster_named_as_a_pathway_is_told_apart() -> None:
    result = CliRunner().invoke(app, ["ladder", "Health Science"])
    assert result.exit_code == 1
    assert "Health Science is a cluster" in result.output
    assert "'Diagnostic Services'" in result.output


def test_filters_that_leave_nothing_say_so() -> None:
    for person in (("--education", "associate"), ("--interests", "8,22,6,38,8,20")):
        result = CliRunner().invoke(app, ["match", *person, "--min-pay", "9,999,999"])
        assert result.exit_code == 1
        assert "No job passes all of your filters." in result.output


def test_a_plan_that_is_not_there_is_said_before_anything_is_printed() -> None:
    result = CliRunner().invoke(app, ["plan", *NURSE, "--show", "plan-99"])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "No plan is called 'plan-99'" in result.stderr


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_search_asks_for_a_title(text: str) -> None:
    result = CliRunner().invoke(app, ["search", text])
    assert result.exit_code == 2
    assert "Type a job title" in result.output

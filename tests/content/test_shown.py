"""The words are where people look occupations up."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from careerlattice.cli import browse as look
from careerlattice.cli.screen import console
from careerlattice.content.words import occupation_words
from careerlattice.release.opening import Release

NURSE = "29-1141.00"
SAID = "Care for people who are sick or hurt."


@pytest.fixture
def search(shipped_release: Release, monkeypatch: pytest.MonkeyPatch):
    app = typer.Typer()
    look.register(app)

    def call(*arguments: str, width: int) -> str:
        monkeypatch.setattr(console, "width", width)
        result = CliRunner().invoke(
            app,
            ["search", *arguments, "--release", str(shipped_release.folder)],
            catch_exceptions=False,
        )
        assert result.exit_code == 0, result.output
        return result.output

    return call


def test_search_says_what_a_hit_does_where_the_screen_is_wide_enough(search) -> None:
    assert SAID in search(NURSE, width=100)
    assert SAID not in search(NURSE, width=99)


def test_search_says_it_or_not_when_asked(search) -> None:
    assert SAID in search(NURSE, "--words", width=80)
    assert SAID not in search(NURSE, "--no-words", width=140)


def test_search_as_json_holds_the_whole_text(search) -> None:
    (hit,) = json.loads(search(NURSE, "--json", width=80))
    words = occupation_words(NURSE)
    assert words is not None
    assert hit["what_they_do"] == words.what_they_do

"""How a typed job was understood, and what is said of words that name none."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.understood import Reading, Understood
from careerlattice.errors import NoOccupation
from careerlattice.wording.understood import _STATES, error_text, understood_text

CATALOG = open_release()


@pytest.mark.parametrize("reading", list(Reading))
def test_every_reading_is_said(reading: Reading) -> None:
    told = understood_text(Understood(reading, "typed", "Cooks", "35-2014", ("Bakers",)))
    assert told.endswith("It could also mean Bakers.") or reading is Reading.SPANISH
    assert "{" not in told


def test_what_needs_no_word_has_none() -> None:
    assert understood_text(None) == ""


@pytest.mark.parametrize("typed", ["enfermera", "cocinero", "albañil"])
def test_spanish_words_are_answered_with_a_kind_note(typed: str) -> None:
    told = understood_text(CATALOG.resolve(typed).note)
    assert told.startswith(f"We read {typed!r} as ")
    assert "Puede escribir en español" in told
    assert "español" not in understood_text(CATALOG.resolve("truck driver").note)


@pytest.mark.parametrize("state", [*_STATES, "rank"])
def test_every_state_of_life_has_its_sentence(state: str) -> None:
    told = error_text(NoOccupation("words", state))
    assert told.startswith("'words'")
    assert told.endswith(".")

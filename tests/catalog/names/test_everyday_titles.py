"""Titles as people write them, of all fields.

Each was written down with its codes before its answer was seen; the lists were then mended by kind.
`right` holds SOC codes that are fair, `ask` where a question is, `none` where nothing is named.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.names.paraphrases import as_worker, doers, head_of, spelled_out
from careerlattice.content.names.lists import rows_of, wordings
from careerlattice.errors import Ambiguous, NoOccupation, NotFound
from careerlattice.wording.understood import error_text

CATALOG = open_release()
TITLES = Path(__file__).parents[1] / "data" / "everyday_titles.csv"


def outcome(typed: str, right: list[str]) -> str:
    """How a title is answered: right, rightly asked, refused or wrong."""
    codes = [code for code in right if code[0].isdigit()]
    try:
        found = str(CATALOG.resolve(typed).occupation.code)
    except Ambiguous as error:
        offered = [code for code, _ in error.choices]
        is_fair = "ask" in right or any(code.startswith(tuple(codes)) for code in offered)
        return "right" if is_fair else "refused"
    except NoOccupation:
        return "right" if {"ask", "none"} & set(right) else "refused"
    except NotFound as error:
        return "right" if right == ["none"] and not error.nearest else "refused"
    return "right" if found.startswith(tuple(codes) or ("?",)) else "wrong"


def test_everyday_titles_are_right_or_rightly_asked() -> None:
    with TITLES.open(newline="") as file:
        asked = [(row["typed"], row["right"].split()) for row in csv.DictReader(file)]
    seen = Counter(outcome(typed, right) for typed, right in asked)
    assert len(asked) > 700
    assert seen["right"] / len(asked) >= 0.98, seen
    assert seen["wrong"] / len(asked) <= 0.01, seen


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("sr sw eng", "15-1252.00"), ("Sr. HW Engr", "17-2061.00"), ("mktg mgr", "11-2021.00"),
        ("asst store mgr", "41-1011.00"), ("cdl trk drvr", "53-3032.00"),
        ("cashier at Target", "41-2011.00"), ("nurse in a hospital", "29-1141.00"),
        ("worked as an electrician for 10 years", "47-2111.00"), ("15 years in HVAC", "49-9021.00"),
        ("sells insurance", "41-3021.00"), ("drives a school bus", "53-3051.00"),
        ("fixing computers", "49-2011.00"), ("security guy", "33-9032.00"),
    ],
)  # fmt: skip
def test_the_same_job_said_otherwise(typed: str, code: str) -> None:
    assert CATALOG.resolve(typed).occupation.code == code


def test_a_rank_in_a_branch_is_told_as_service() -> None:
    with pytest.raises(NoOccupation) as caught:
        CATALOG.resolve("Army sergeant")
    assert "job code" in error_text(caught.value)
    assert caught.value.state == "military"


@pytest.mark.parametrize("typed", ["asdfgh", "qwerty", "glorbulator", "blorp", "gfdsa mnbvc"])
def test_keys_pressed_at_random_get_no_suggestion_but_a_next_step(typed: str) -> None:
    with pytest.raises(NotFound) as caught:
        CATALOG.resolve(typed)
    assert "Check the spelling" in error_text(caught.value)
    assert not caught.value.nearest
    assert CATALOG.find_occupations(typed) == []


def test_words_that_are_nearly_known_keep_their_suggestions() -> None:
    with pytest.raises(NotFound, match="Did you mean"):
        CATALOG.resolve("purple elephant")


def test_every_short_form_and_doing_is_written_out_in_words_of_titles() -> None:
    search = CATALOG._lookup.search
    for name, column in (("shorthand", "words"), ("doings", "workers")):
        for row in rows_of(name):
            for wording in wordings(row[column]):
                words = wording.replace("*", "").split()
                assert all(search.heard(word) == 1.0 for word in words), (name, wording)
    assert {row["place"] for row in rows_of("doings")} == {"first", "last", "first or alone"}


def test_paraphrases_of_what_needs_none() -> None:
    assert spelled_out("nurse") == []
    assert spelled_out("software engineer") == []
    assert head_of("engineer") == ""
    assert as_worker("welder") == []
    assert doers("welder") == []

"""Which rungs a manager's post is filled from, and which certifications employers ask."""

from __future__ import annotations

import pytest

from careerlattice.build.entry_files import read_blocks

BLOCKS = read_blocks()


@pytest.mark.parametrize(
    ("manager", "rung", "floor_work"),
    [
        ("11-2032", "27-3031", "13-1131"),
        ("11-2033", "13-1131", "27-3031"),
        ("11-3012", "43-6011", "43-6014"),
        ("11-3071", "53-1042", "43-5071"),
        ("11-9051", "35-1012", "35-3031"),
        ("11-9071", "39-1013", "39-3011"),
        ("11-9081", "43-1011", "43-4081"),
        ("43-6011", "43-6014", "43-4171"),
        ("11-2021", "13-1161", "41-2031"),
        ("11-2022", "41-1012", "41-2031"),
        ("11-3013.01", "33-1091", "33-9032"),
        ("11-3021", "15-1244", "15-1232"),
        ("11-3031", "13-2072", "43-3071"),
        ("11-3061", "13-1023", "43-3061"),
        ("11-9111", "43-6013", "43-4171"),
        ("13-1071", "43-4161", "43-6014"),
        ("13-1082", "43-6011", "43-6014"),
        ("13-1121", "35-1012", "35-3031"),
        ("15-1242", "15-1244", "15-1232"),
    ],
)
def test_a_post_is_filled_from_the_rung_below_it(manager: str, rung: str, floor_work: str) -> None:
    """Only long years, eight or more, stand in for the rung."""
    ways = BLOCKS[manager]["conditions"]
    ranks = [way["promotion_from"] for way in ways if "promotion_from" in way]
    soon = [code for rank in ranks if rank["months"] < 96 for code in rank["codes"]]
    assert rung in soon
    assert floor_work not in soon


def test_a_coal_miner_becomes_foreman_by_the_certificate() -> None:
    ways = BLOCKS["47-1011"]["conditions"]
    (way,) = [way for way in ways if "47-5041" in way["promotion_from"]["codes"]]
    assert "mine foreman certificate" in way["course"]["name"]
    others = [code for one in ways if one is not way for code in one["promotion_from"]["codes"]]
    assert not any("47-5041".startswith(code) for code in others)


@pytest.mark.parametrize(
    ("code", "state", "is_asked"),
    [
        ("29-2034", "MI", True),
        ("29-2034", "OH", False),
        ("29-9091", "CA", True),
        ("29-2032", "TX", True),
        ("29-2032", "OR", False),
        ("31-9097", "TX", False),
        ("15-1212", "TX", False),
    ],
)
def test_employers_ask_a_certification_where_no_law_does(
    code: str, state: str, is_asked: bool
) -> None:
    """Nearly all do for radiography in Michigan; phlebotomists and analysts choose."""
    boards = [gate for gate in BLOCKS[code]["gates"]["licenses"] if gate["by"] == "national_board"]
    asked = [
        gate
        for gate in boards
        if state in gate.get("states", ())
        or (gate["in"] == "most_states" and state not in gate.get("except", ()))
    ]
    assert bool(asked) is is_asked


@pytest.mark.parametrize(
    ("goal", "unrelated"),
    [
        ("13-1081", "55-"),
        ("11-3071", "55-"),
        ("11-9121", "19-3"),
        ("13-1071", "43-6014"),
        ("13-1022", "53-7065"),
        ("27-3031", "43-6014"),
        ("11-9033", "43-6014"),
    ],
)
def test_no_unrelated_work_counts(goal: str, unrelated: str) -> None:
    ways = BLOCKS[goal]["conditions"]
    named = [code for way in ways for code in way.get("experience", {}).get("from", ())]
    named += [code for way in ways for code in way.get("promotion_from", {}).get("codes", ())]
    assert unrelated not in named


@pytest.mark.parametrize("code", ["47-1011", "49-1011", "51-1011"])
def test_some_lead_a_crew_without_a_diploma(code: str) -> None:
    door = BLOCKS[code]["conditions"][0]["education"]
    assert door == {"floor": "less_than_high_school", "usual": "high_school"}

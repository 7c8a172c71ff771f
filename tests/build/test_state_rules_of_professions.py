"""What states ask of teachers, counselors, surveyors and architects, as practitioners know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Given = Callable[[str, str], Mapping[str, Any]]


@pytest.mark.parametrize(
    ("code", "state", "key", "asked"),
    [
        ("21-1014", "VA", "practice_hours", 3400),
        ("21-1014", "TX", "practice_months", 18),
        ("21-1023", "NY", "practice_months", 36),
        ("11-9032", "TX", "experience_months", 24),
        ("11-9032", "NJ", "experience_months", 60),
        ("25-3031", "CA", "degree", "bachelor"),
        ("25-3031", "NJ", "degree", "some_college"),
        ("25-9042", "NY", "exam", "NYSTCE Assessment of Teaching Assistant Skills (ATAS)"),
    ],
)
def test_a_state_asks_what_its_law_says(
    given: Given, code: str, state: str, key: str, asked: object
) -> None:
    assert given(code, state)[key] == asked


def test_an_expert_may_teach_in_arizona_after_five_years_without_a_program(
    given: Given,
) -> None:
    ways = given("25-2031", "AZ")["ways"]
    assert any(way.get("experience", {}).get("months") == 60 for way in ways)
    assert not any(way.get("experience") for way in given("25-2021", "AZ").get("ways", ())), (
        "grades 6 to 12 only"
    )


def test_no_surveyor_is_licensed_by_work_alone_in_montana_but_in_colorado_after_ten_years(
    given: Given,
) -> None:
    montana, colorado = given("17-1022", "MT"), given("17-1022", "CO")
    assert set(montana["closed"]) == {"promotion", "school"}
    asked = {way["education"]["floor"]: way["practice"]["months"] for way in montana["ways"]}
    assert asked == {"bachelor": [48, 48], "associate": [72, 72]}
    assert [way["experience"]["months"] for way in colorado["ways"]] == [120]


def test_eight_years_of_work_stand_for_the_degree_of_an_architect_in_washington(
    given: Given,
) -> None:
    (way,) = given("17-1011", "WA")["ways"]
    assert (way["education"]["floor"], way["experience"]["months"]) == ("high_school", 96)

"""What states ask of trades, public safety, drivers and sellers, as practitioners know it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from careerlattice.build.entry_files import Block
from careerlattice.build.license_rules import JURISDICTIONS
from careerlattice.build.state_rules import StateRule

Given = Callable[[str, str], Mapping[str, Any]]

ELECTRICIAN, PLUMBER, GUARD, POLICE = "47-2111", "47-2152", "33-9032", "33-3051"
AGENT, BROKER, INSURANCE, TRUCKER, SCHOOL_BUS = (
    "41-9022",
    "41-9021",
    "41-3021",
    "53-3032",
    "53-3051",
)


@pytest.mark.parametrize(
    ("code", "state", "key", "asked"),
    [
        (AGENT, "TX", "hours", 180),
        (AGENT, "FL", "hours", 63),
        (AGENT, "MA", "hours", 40),
        (AGENT, "AL", "age", 19),
        (BROKER, "LA", "experience_months", 48),
        (INSURANCE, "CA", "hours", 12),
        (INSURANCE, "TX", "hours", 0),
        (INSURANCE, "PA", "hours", 24),
        (GUARD, "NY", "hours", 8),
        (GUARD, "MD", "hours", 12),
        (GUARD, "NJ", "hours", 24),
        (POLICE, "GA", "hours", 810),
        (POLICE, "FL", "hours", 770),
        (POLICE, "MN", "degree", "associate"),
        (ELECTRICIAN, "HI", "apprenticeship", {"hours": 10_000}),
        (PLUMBER, "KY", "apprenticeship", {"months": 24}),
        (SCHOOL_BUS, "TN", "age", 25),
    ],
)
def test_a_state_asks_what_its_law_says(
    given: Given, code: str, state: str, key: str, asked: object
) -> None:
    assert given(code, state)[key] == asked


def test_drivers_of_tennessee_ask_its_department_of_safety(given: Given) -> None:
    assert "Safety" in given(TRUCKER, "TN")["agency"]


@pytest.mark.parametrize("code", [AGENT, INSURANCE, POLICE, TRUCKER])
def test_every_state_says_whom_to_ask(rules: list[StateRule], code: str) -> None:
    assert {rule.state for rule in rules if code in rule.codes and rule.given.get("agency")} == set(
        JURISDICTIONS
    )


def test_the_age_of_who_owns_an_agency_is_not_asked_of_its_investigators(
    given: Given,
) -> None:
    assert "age" not in given("33-9021", "NY")


def test_who_serves_alcohol_in_south_carolina_needs_a_certificate_since_2026(
    given: Given, blocks: dict[str, Block]
) -> None:
    for code in ("35-3011", "35-3031"):
        gates = blocks[code]["gates"]["licenses"]
        permit = next(gate for gate in gates if gate["name"] == "Alcohol server permit")
        assert "SC" in permit["states"]
        assert given(code, "SC")["name"] == "Alcohol server certificate"

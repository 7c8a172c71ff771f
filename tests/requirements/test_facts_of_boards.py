"""Facts that boards and practitioners gave, as plans and pages use them."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.entry import Door
from careerlattice.requirements.license_transfer import TransferKind, transfer_license
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.codes import OnetSocCode


@pytest.fixture(scope="module")
def requirements(shipped_catalog: Catalog) -> EntryRequirements:
    return open_requirements(shipped_catalog)


@pytest.mark.parametrize(
    ("code", "state", "about", "value"),
    [
        ("49-9021.00", "KY", "experience_months", "24"),
        ("29-1051.00", "MI", "intern_hours", "1600"),
        ("29-1051.00", "OH", "intern_hours", "1500"),
        ("41-3021.00", "AL", "age", "18"),
    ],
)
def test_a_license_asks_what_the_state_asks(
    requirements: EntryRequirements, code: str, state: str, about: str, value: str
) -> None:
    answer = requirements.license_to_hold(OnetSocCode(code), state)
    asked = [one.asks for one in (answer, *answer.also) if about in one.asks]
    assert asked[0][about] == value


def test_the_time_of_a_trade_s_term_stands_in_place_of_the_range_s_hours(
    requirements: EntryRequirements,
) -> None:
    """Kentucky asks two years of its HVAC mechanics, not the 6,000 hours of other states."""
    answer = requirements.license_to_hold(OnetSocCode("49-9021.00"), "KY")
    own = next(one for one in (answer, *answer.also) if one.rule)
    assert "hours" not in own.asks


def test_missouri_licenses_elevator_mechanics(requirements: EntryRequirements) -> None:
    answer = requirements.license_to_hold(OnetSocCode("47-4021.00"), "MO")
    assert answer.is_required
    assert "Division of Fire Safety" in answer.agency


@pytest.mark.parametrize(
    ("code", "held_in", "state", "kind"),
    [
        ("31-9011.00", "CA", "NV", TransferKind.UNLICENSED),
        ("31-9011.00", "KS", "OH", TransferKind.UNLICENSED),
        ("31-9011.00", "TX", "NV", TransferKind.ENDORSEMENT),
    ],
)
def test_who_comes_from_a_state_without_a_license_applies_anew(
    requirements: EntryRequirements, code: str, held_in: str, state: str, kind: TransferKind
) -> None:
    found = transfer_license(requirements, OnetSocCode(code), held_in, state)
    assert found.kind is kind
    assert found.months.low >= 1


def test_the_usual_program_is_as_long_as_schools_of_the_state_teach_it(
    requirements: EntryRequirements,
) -> None:
    here = requirements.get_entry(OnetSocCode("29-2061.00"), "LA").usual.study
    assert here is not None
    assert here.months is not None
    assert (here.months.low, here.months.high) == (16, 18)


def test_academies_of_employers_teach_more_than_the_law_s_least(
    requirements: EntryRequirements,
) -> None:
    course = requirements.get_entry(OnetSocCode("33-3051.00"), "VA").usual.course
    assert course is not None
    assert course.weeks is not None
    assert (course.hours.low if course.hours else 0) == 480
    assert 20 <= course.weeks.middle <= 30


def test_a_state_accredited_law_school_is_a_way_in_california_alone(
    requirements: EntryRequirements,
) -> None:
    code = OnetSocCode("23-1011.00")
    assert any(way.door is Door.BRIDGE for way in requirements.get_entry(code, "CA").conditions)
    assert not any(way.door is Door.BRIDGE for way in requirements.get_entry(code, "NY").conditions)


def test_a_credential_asks_what_the_state_s_law_says(requirements: EntryRequirements) -> None:
    code = OnetSocCode("13-2011.00")
    ohio = requirements.find_credential_title("CPA", code, "OH")
    nation = requirements.find_credential_title("CPA", code)
    assert ohio is not None
    assert nation is not None
    assert "two years of work" in ohio.asks
    assert "growing number of states" not in ohio.asks
    assert "12 to 18 months" in ohio.asks
    assert "12 to 18 months" in nation.asks


@pytest.mark.parametrize("code", ["53-3032.00", "53-3051.00", "53-3052.00"])
@pytest.mark.parametrize("state", ["MS", "CA", "NY"])
def test_the_learners_permit_comes_before_the_commercial_license(
    requirements: EntryRequirements, code: str, state: str
) -> None:
    """49 CFR 383.25: knowledge tests, then 14 days with the permit, then the skills test."""
    rules = requirements.rules_in(OnetSocCode(code), state)
    assert any("14 days" in rule.note for rule in rules)

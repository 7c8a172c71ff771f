"""What is told as one state's own is that state's, and no range over the states."""

from __future__ import annotations

import re

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.license_gates import license_to_hold
from careerlattice.requirements.over_states import is_over_states, split_asks
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.states import STATES
from careerlattice.wording.licenses import asks_sentences, exam_and_agency


@pytest.fixture(scope="module")
def catalog(shipped_catalog: Catalog) -> Catalog:
    return shipped_catalog


@pytest.fixture(scope="module")
def requirements(catalog: Catalog) -> EntryRequirements:
    return open_requirements(catalog)


@pytest.mark.parametrize(
    "text",
    [
        "12 to 36",
        "1,000 to 3,000",
        "with a physician in about half the states",
        "one to three years, depending on the state",
        "18 in most states",
    ],
)
def test_a_range_is_no_state_s_own(text: str) -> None:
    assert is_over_states(text)


@pytest.mark.parametrize("text", ["1500", "a state-approved program", "training set by the state"])
def test_a_value_is_one_s_own(text: str) -> None:
    assert not is_over_states(text)


def test_what_a_state_asks_is_told_apart_from_the_range() -> None:
    asks = {"program": "an accredited program", "internship_months": "12 to 36"}
    own, over = asks_sentences(asks, "Indiana")
    assert own == "Indiana requires: an accredited program."
    assert "Indiana requires" not in over
    assert "the range over the states" in over
    assert "12 to 36 months" in over


def test_a_compact_is_told_once_and_as_it_is() -> None:
    alike, apart = split_asks({"compact": "Nurse Licensure Compact in about 40 states"})
    assert alike
    assert not apart


@pytest.mark.parametrize(
    ("code", "state", "value"),
    [
        ("39-4031.00", "IN", "an internship of 12 months"),
        ("17-1011.00", "WI", "a NAAB-accredited degree counts most but is not needed"),
        ("17-1011.00", "TX", "a NAAB-accredited B.Arch or M.Arch"),
    ],
)
def test_the_value_of_a_state_stands_in_place_of_the_range(
    requirements: EntryRequirements, code: str, state: str, value: str
) -> None:
    answer = license_to_hold(requirements, OnetSocCode(code), state)
    told = " ".join(asks_sentences(answer.asks, "Here"))
    assert value in told
    assert "range over the states" not in told


@pytest.mark.parametrize(
    ("code", "state", "exam"),
    [
        ("29-2061.00", "LA", "NCLEX-PN"),
        ("29-1141.00", "GA", "NCLEX-RN"),
        ("29-1131.00", "IA", "NAVLE"),
        ("29-1021.00", "TX", "INBDE"),
        ("29-1051.00", "MI", "NAPLEX"),
        ("29-1171.00", "FL", "ANCC or AANPCB"),
        ("29-1123.00", "PA", "NPTE"),
        ("29-1122.00", "OH", "NBCOT"),
        ("21-1023.00", "MD", "ASWB clinical"),
        ("29-1071.00", "ME", "PANCE"),
    ],
)
def test_an_exam_is_called_by_its_name(
    requirements: EntryRequirements, code: str, state: str, exam: str
) -> None:
    """Records of the publisher say no more than who gives it."""
    answer = license_to_hold(requirements, OnetSocCode(code), state)
    assert exam in answer.exam_asked
    assert "party" not in " ".join(exam_and_agency(answer.exam_asked, ""))


def test_no_required_license_tells_of_an_exam_by_who_gives_it(
    requirements: EntryRequirements,
) -> None:
    for code in requirements.catalog.codes:
        answer = license_to_hold(requirements, code, "OH")
        if answer.is_required and answer.exam:
            assert "required" not in answer.exam_asked, code


def test_what_holds_over_the_states_names_none_of_them(catalog: Catalog) -> None:
    """A remark on one state stands in that state's rule, and is told there alone."""
    named = re.compile(rf"\b({'|'.join(one.name for one in STATES if one.name != 'Washington')})\b")
    release = catalog.release
    licenses = release.table("entry_licenses")
    asks = release.table("entry_license_asks")
    texts = {
        *licenses["note"].drop_nulls(),
        *licenses["exam"].drop_nulls(),
        *asks["value"],
    }
    ways = release.table("entry_conditions")
    notes = {*ways.filter(ways["states"].is_null())["note"].drop_nulls()}
    allowed = ("New York City", "FAA Academy", "Buffalo", "Few schools teach", "New Jersey law")
    told = [t for t in texts | notes if named.search(t) and not any(a in t for a in allowed)]
    assert not told

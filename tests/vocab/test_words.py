"""Amounts, levels, states and names as people write and read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.errors import BadCode
from careerlattice.vocab.amounts import MonthsRange, UsdRange, count, months, pct, usd
from careerlattice.vocab.job_zones import JobZones
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.vocab.names import fold, slug
from careerlattice.vocab.states import BY_FIPS, BY_POSTAL, STATES, find_state


@given(st.integers(-(10**9), 10**9))
def test_dollars_read_back(amount):
    text = usd(amount)
    assert int(text.replace("$", "").replace(",", "")) == amount
    assert usd(amount, sign=True).startswith("+") == (amount > 0)


def test_dollars_by_example():
    assert usd(41250) == "$41,250"
    assert usd(-300.4) == "-$300"
    assert usd(-0.3) == "$0"
    assert usd(None) == "not published"


@given(st.integers(0, 600))
def test_months_read_back(amount):
    words = months(amount).split()
    units = dict(zip(words[1::2], words[::2], strict=True))
    found = sum(int(number) * (12 if unit.startswith("y") else 1) for unit, number in units.items())
    assert found == amount
    for unit, number in units.items():
        assert unit.endswith("s") == (number != "1")


def test_months_by_example():
    assert months(30) == "2 years 6 months"
    assert months(0) == "0 months"
    assert months(-18) == "-1 year 6 months"
    assert months(None) == "not known"


@given(st.integers(-(10**9), 10**9))
def test_a_rounded_count_is_near(amount):
    shown = int(count(amount).replace(",", ""))
    assert abs(shown - amount) <= abs(amount) * 0.005 if abs(amount) >= 1000 else shown == amount


def test_shares_by_example():
    assert pct(0.43) == "43%"
    assert pct(0.4345, digits=1) == "43.5%" or pct(0.4345, digits=1) == "43.4%"
    assert pct(-0.001) == "0%"
    assert pct(None) == "not published"


@given(*[st.floats(allow_nan=True, allow_infinity=False, width=32)] * 3)
def test_ranges_are_ordered_or_refused(low, typical, high):
    try:
        spread = UsdRange(low, typical, high)
    except ValueError:
        assert not low <= typical <= high
    else:
        assert spread.low <= spread.typical <= spread.high
    try:
        MonthsRange(low, typical)
    except ValueError:
        assert not 0 <= low <= typical


@given(st.text(max_size=80))
def test_folding_leaves_plain_words_and_changes_nothing_twice(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())
    assert all(letter.isascii() and (letter.isalnum() or letter == " ") for letter in folded)
    assert folded == folded.lower()


@given(st.text(max_size=80))
def test_a_slug_stands_in_an_address(text):
    assert all(letter.isalnum() or letter == "-" for letter in slug(text))
    assert "--" not in slug(text)


def test_folding_by_example():
    assert fold("Café & Bar-Staff") == "cafe and bar staff"
    assert fold("Straße") == "strasse"
    assert slug("Health Science") == "health-science"


@pytest.mark.parametrize("level", EducationLevel)
def test_a_level_reads_back_from_its_slug_and_its_words(level):
    for text in (level.slug, level.label, level.label.upper(), level.name, f" {level.label} "):
        assert EducationLevel.parse(text) is level


def test_levels_by_example():
    assert EducationLevel.parse("Bachelor’s degree") is EducationLevel.BACHELOR
    assert EducationLevel.parse("PhD") is EducationLevel.DOCTORAL
    with pytest.raises(BadCode) as caught:
        EducationLevel.parse("wizardry")
    for level in PLANNED_LEVELS:
        assert level.slug in str(caught.value)
    zones = JobZones({2: "some preparation", 4: "considerable preparation"})
    assert zones.label(4) == "considerable preparation"
    assert zones.label(1) == ""
    assert (zones.numbers, zones.lowest, zones.highest) == ((2, 4), 2, 4)
    assert (JobZones({}).lowest, JobZones({}).highest) == (0, 0)


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_found_by_code_and_name(state):
    for text in (state.postal, state.postal.lower(), state.name, state.name.upper()):
        assert find_state(text) == state
    assert BY_POSTAL[state.postal] is BY_FIPS[state.fips]


def test_states_by_example():
    assert len(STATES) == 54, "fifty states, the District of Columbia and three territories"
    assert find_state("Washington, D.C.") == BY_POSTAL["DC"]
    assert find_state("U.S. Virgin Islands") == BY_POSTAL["VI"]
    assert find_state("Atlantis") is None

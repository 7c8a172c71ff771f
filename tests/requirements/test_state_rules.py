"""The states' own law in the shipped release: its value always wins, over ranges and records."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.condition_arrays import (
    ConditionArrays,
    _arrays_of,
    conditions_in,
    read_condition_arrays,
)
from careerlattice.requirements.entry import LEVEL_OF, AskedIn, Door
from careerlattice.requirements.named_work import NamedWork
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.states import BY_POSTAL

SOME_STATES = ("AZ", "IA", "NJ", "NV", "OH", "TX", "WA")


@pytest.fixture(scope="module")
def requirements(shipped_catalog: Catalog) -> EntryRequirements:
    return open_requirements(shipped_catalog)


def every_rule(catalog: Catalog):  # type: ignore[no-untyped-def]
    rows = catalog.release.table("state_rules").filter(rank=1)
    return list(rows.iter_rows(named=True))


def hours_of(entry) -> set[Span]:  # type: ignore[no-untyped-def]
    courses = [way.course.hours for way in entry.conditions if way.course and way.course.hours]
    return {*courses, *(w.study.hours for w in entry.conditions if w.study and w.study.hours)}


@pytest.mark.parametrize(
    ("code", "state", "hours"),
    [("39-5012.00", "TX", 1000), ("39-5012.00", "NJ", 1200), ("39-5012.00", "OH", 1500),
     ("39-5011.00", "TX", 1000)],
)  # fmt: skip
def test_a_state_s_hours_are_told_and_planned(requirements, code, state, hours) -> None:
    entry = requirements.get_entry(code, state)
    assert Span(hours, hours) in hours_of(entry)
    assert entry.usual.study is not None
    over = requirements.get_entry(code).usual.study
    assert entry.usual.study.months.high <= over.months.high
    answer = requirements.license_to_hold(OnetSocCode(code), state)
    assert answer.asks["course_hours"] == str(hours)
    assert "hours" not in answer.asks


def test_new_jersey_and_texas_open_no_apprenticeship_in_hair(requirements) -> None:
    for code, state in (("39-5012.00", "NJ"), ("39-5012.00", "TX")):
        doors = {way.door for way in requirements.get_entry(code, state).conditions}
        assert Door.APPRENTICESHIP not in doors
        assert requirements.list_apprenticeships(code)
        assert not requirements.list_apprenticeships(code, state)


def test_what_a_state_s_law_says_always_wins(shipped_catalog, requirements) -> None:
    for row in every_rule(shipped_catalog):
        code, state = row["onet_soc_code"], row["state"]
        entry, where = requirements.get_entry(code, state), f"{code} {state}"
        closed = set((row["closed_doors"] or "").split("-"))
        some = requirements.get_entry(code).licenses[1:]
        if row["license"] in {gate.name for gate in some if gate.asked_in is AskedIn.PART}:
            continue  # What the law asks of some workers is not asked of the line.
        own = {way.number for way in entry.conditions} - {
            way.number for way in requirements.get_entry(code).conditions
        }
        for way in entry.conditions:
            assert way.door.value not in closed or way.number in own, where
            if row["practice_hours"] and way.practice and way.number not in own:
                assert way.practice.hours == row["practice_hours"], where
        if row["age"] is not None:
            assert entry.person["age_least"] == str(row["age"]), where
        over = {span for span in hours_of(requirements.get_entry(code)) if span.low < span.high}
        if row["hours"] and over and not (row["closed_doors"] or row["degree"]):
            assert Span(row["hours"], row["hours"]) in hours_of(entry), where
        if row["degree"]:
            asked = LEVEL_OF[row["degree"]]
            given = [
                way for way in entry.conditions if way.number not in own and not way.is_unlicensed
            ]
            earned = [max(w.floor, w.study.credential if w.study else w.floor) for w in given]
            assert all(level >= asked for level in earned), where
        answer = requirements.license_to_hold(code, state)
        told = next((one for one in (answer, *answer.also) if one.rule), None)
        if told is None:
            # What a state asks is one thing, whether it asks it of everybody another.
            assert not answer.is_required or answer.rule is None, where
            continue
        for given, found in (("exam", told.exam), ("agency", told.agency), ("url", told.url)):
            assert not row[given] or found == row[given], where


@pytest.mark.parametrize("state", SOME_STATES)
def test_conditions_of_a_state_are_those_of_its_entries(shipped_catalog, requirements, state):
    base = read_condition_arrays(shipped_catalog)
    here = conditions_in(shipped_catalog, base, state)
    entries = [requirements.get_entry(code, state) for code in shipped_catalog.codes]
    whole = _arrays_of(shipped_catalog, entries)
    for name in ConditionArrays.__dataclass_fields__:
        mine, theirs = getattr(here, name), getattr(whole, name)
        if isinstance(mine, NamedWork):
            mine, theirs = np.asarray(mine), np.asarray(theirs)
        if isinstance(mine, np.ndarray):
            assert np.array_equal(mine, theirs, equal_nan=mine.dtype.kind == "f"), name
        else:
            assert mine == theirs, name


def test_every_state_leaves_each_occupation_a_way(shipped_catalog) -> None:
    base = read_condition_arrays(shipped_catalog)
    for state in BY_POSTAL:
        here = conditions_in(shipped_catalog, base, state)
        assert (np.diff(here.first) > 0).all(), state


def test_what_holds_over_the_states_is_untouched(shipped_catalog, requirements) -> None:
    for code in shipped_catalog.codes:
        entry = requirements.get_entry(code)
        assert entry.state == ""
        assert all(gate.rule is None for gate in entry.licenses)


def test_a_state_the_release_says_nothing_of_has_the_nation_s_conditions(shipped_catalog) -> None:
    base = read_condition_arrays(shipped_catalog)
    assert conditions_in(shipped_catalog, base, "PR") is base


def test_one_s_own_facts_win_over_the_rule(tmp_path: Path) -> None:
    (tmp_path / "licenses.csv").write_text(
        "state,title,occupation,agency,course_hours\nTX,Hair license,39-5012.00,My board,900\n",
        encoding="utf-8",
    )
    own = open_requirements(open_release(overrides=tmp_path))
    entry = own.get_entry("39-5012.00", "TX")
    assert Span(900, 900) in hours_of(entry)
    answer = own.license_to_hold(OnetSocCode("39-5012.00"), "TX")
    assert (answer.name, answer.agency) == ("Hair license", "My board")
    assert all(way.door is not Door.APPRENTICESHIP for way in entry.conditions)

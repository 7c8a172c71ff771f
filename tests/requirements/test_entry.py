"""What it takes to enter occupations: right values from law, the Handbook and trade practice."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.condition_arrays import (
    ConditionArrays,
    build_condition_arrays,
    from_stored,
    read_condition_arrays,
    to_stored,
)
from careerlattice.requirements.entry import AskedIn, Door, FieldRule, SourceKind, Standing
from careerlattice.requirements.named_work import NamedWork
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.levels import EducationLevel as Level


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="module")
def asked(catalog: Catalog) -> EntryRequirements:
    return open_requirements(catalog)


@pytest.fixture(scope="module")
def arrays(catalog: Catalog) -> ConditionArrays:
    return read_condition_arrays(catalog)


def test_an_electrician_serves_an_apprenticeship_and_a_helper_is_credited(
    asked: EntryRequirements,
) -> None:
    entry = asked.get_entry("47-2111.00")
    term = entry.usual.apprenticeship
    assert entry.usual.door is Door.APPRENTICESHIP
    assert term is not None
    assert (term.standing, term.months.low, term.months.high) == (Standing.USUAL, 48, 60)
    share, most = term.credit["47-3013"]
    assert share <= 0.5
    assert most <= term.months.low / 2
    assert {"IL", "NY", "PA"} <= set(entry.licenses[0].local_states)


@pytest.mark.parametrize(
    ("code", "floor"),
    [
        ("29-1151.00", Level.PROFESSIONAL),  # COA: a doctorate for all who enter since 2022
        ("29-1031.00", Level.BACHELOR),
        ("17-1011.00", Level.BACHELOR),
        ("21-1014.00", Level.MASTER),
        ("23-1011.00", Level.PROFESSIONAL),
        ("29-1071.00", Level.MASTER),
        ("13-2011.00", Level.ASSOCIATE),
    ],
)
def test_no_way_undercuts_what_law_or_practice_accepts(
    asked: EntryRequirements, code: str, floor: Level
) -> None:
    assert min(way.floor for way in asked.get_entry(code).conditions) >= floor


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [
        ("29-1215.00", 36, 36), ("29-1216.00", 36, 36), ("29-1211.00", 48, 48),
        ("29-1243.00", 80, 122), ("29-1022.00", 48, 72), ("21-1014.00", 20, 40),
        ("29-1127.00", 8, 14), ("17-1011.00", 24, 60),
    ],
)  # fmt: skip
def test_supervised_practice_has_its_own_length(
    asked: EntryRequirements, code: str, low: float, high: float
) -> None:
    practice = asked.get_entry(code).usual.practice
    assert practice is not None
    assert low <= practice.months.low <= practice.months.high <= high


def test_licenses_of_everyone_of_some_and_of_nobody(asked: EntryRequirements) -> None:
    def where(code: str) -> AskedIn | None:
        licenses = asked.get_entry(code).licenses
        return licenses[0].asked_in if licenses else None

    assert where("29-1141.00") is AskedIn.ALL_STATES
    assert where("13-2011.00") is AskedIn.VOLUNTARY
    assert where("43-5032.00") in (None, AskedIn.PART)
    assert where("11-9111.00") in (AskedIn.PART, AskedIn.VOLUNTARY)
    assert where("53-3032.00") in (AskedIn.FEDERAL, AskedIn.ALL_STATES)


def test_ranks_are_filled_from_below(asked: EntryRequirements) -> None:
    for code in ("33-1012.00", "33-1021.00", "33-3021.00"):
        entry = asked.get_entry(code)
        assert entry.is_promotion_only, code
        assert entry.usual.promotion is not None, code
        assert "33-" in entry.usual.promotion.from_codes[0], code


def test_everybody_has_a_step_to_a_supervisor_or_manager(catalog: Catalog) -> None:
    """Of lines with workers to supervise, nearly all name a step up."""
    steps = catalog.release.table("entry_next")
    ups = set(steps.filter(kind="advance")["onet_soc_code"])
    workers = [c for c in catalog.codes if c[:2] in ("35", "37", "41", "43", "47", "49", "51")]
    without = [c for c in workers if c[3:5] != "10" and c not in ups]
    assert len(without) < 0.1 * len(workers), without[:20]


def test_a_specialty_inherits_or_overrides(asked: EntryRequirements) -> None:
    line, specialty = asked.get_entry("29-1141.00"), asked.get_entry("29-1141.03")
    assert specialty.licenses[0].name == line.licenses[0].name
    assert specialty.licenses[0].asked_in is line.licenses[0].asked_in


def test_facts_say_whether_they_were_read_or_known(asked: EntryRequirements) -> None:
    nurse = asked.get_entry("29-1141.00")
    read = [s for way in nurse.conditions for s in way.sources if s.kind is SourceKind.HANDBOOK]
    assert read
    assert all(s.is_read and s.address.startswith("https://www.bls.gov/ooh/") for s in read)
    assert any(s.section == "education" for s in read)


def test_stored_conditions_are_those_of_the_tables(
    catalog: Catalog, arrays: ConditionArrays
) -> None:
    built = build_condition_arrays(catalog)
    for other in (built, from_stored(to_stored(built))):
        for name in ConditionArrays.__dataclass_fields__:
            mine, theirs = getattr(arrays, name), getattr(other, name)
            if isinstance(mine, NamedWork):
                mine, theirs = np.asarray(mine), np.asarray(theirs)
            if isinstance(mine, np.ndarray):
                kwargs = {"equal_nan": True} if mine.dtype.kind == "f" else {}
                assert np.array_equal(mine, theirs, **kwargs), name
            else:
                assert mine == theirs, name


def test_conditions_stand_together_by_occupation(catalog: Catalog, arrays: ConditionArrays) -> None:
    assert np.array_equal(
        arrays.row, np.repeat(np.arange(len(catalog.codes)), np.diff(arrays.first))
    )
    assert (np.diff(arrays.first) > 0).all()
    assert (arrays.floor <= arrays.usual).all()
    assert (arrays.asked >= arrays.floor).all()
    assert all(arrays.programs[place] for place in np.flatnonzero(arrays.is_own))


def test_no_door_of_an_apprenticed_trade_is_shorter_than_its_term(
    catalog: Catalog, arrays: ConditionArrays
) -> None:
    for row, places in enumerate(arrays.of):
        usual = [p for p in places if arrays.is_usual_apprenticeship[p]]
        if not usual:
            continue
        term = min(arrays.term[p] for p in usual)
        for place in places:
            before = np.nan_to_num(arrays.study_months[place]) + arrays.experience[place]
            before += arrays.promotion[place]
            helps = arrays.experience[place] > 0 or arrays.promotion[place] > 0
            whole = arrays.term[place] + before
            # A trade school's program may stand for a little more than its own months.
            assert whole >= 0.8 * term or helps, catalog.codes[row]


def test_a_field_binds_only_with_programs(asked: EntryRequirements, catalog: Catalog) -> None:
    for code in catalog.codes:
        for way in asked.get_entry(code).conditions:
            if way.field is FieldRule.OWN:
                assert way.programs, (code, way.number)


def test_equal_sets_of_programs_are_held_once(arrays: ConditionArrays) -> None:
    for name in ("programs", "prepared_programs", "from_programs"):
        sets = getattr(arrays, name)
        assert len({id(one) for one in sets}) == len(set(sets)), name


def test_the_floors_of_an_occupation_are_those_of_its_ways(
    catalog: Catalog, asked: EntryRequirements
) -> None:
    nurse = asked.entries.floors("29-1141.00")
    assert (Level.ASSOCIATE, FieldRule.OWN) in nurse
    for code in catalog.codes[::25]:
        ways = asked.get_entry(code).conditions
        assert list(asked.entries.floors(code)) == [(way.floor, way.field) for way in ways]


def test_work_that_several_conditions_name_is_held_once() -> None:
    rows = np.array([[0, 1, 0], [0, 0, 0], [0, 1, 0], [1, 0, 0]], dtype=np.bool_)
    named = NamedWork.of(rows)
    assert (np.asarray(named) == rows).all()
    assert named.values.shape == (3, 3)
    assert named.names_any.tolist() == [True, False, True, True]
    other = NamedWork.of(np.array([[1, 0, 0], [0, 0, 1]], dtype=np.bool_))
    both = named.spliced(other, [5, 0, 4, 1])
    assert np.asarray(both).tolist() == [[0, 0, 1], [0, 1, 0], [1, 0, 0], [0, 0, 0]]
    assert both.values.shape == (4, 3)
    assert both.is_beyond(named)
    known = named.spliced(NamedWork.of(rows[2:]), [4, 5])
    assert known.values is named.values
    assert not known.is_beyond(named)

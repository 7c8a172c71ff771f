"""Who stands beside whom: no license, program or trade of one's own between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.ladder.sideways import Ends, are_kin, stands_beside
from careerlattice.requirements.entry import (
    Apprenticeship,
    AskedIn,
    Door,
    Entry,
    EntryCondition,
    FieldRule,
    LicenseGate,
)
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level

WAY = EntryCondition(
    number=1,
    door=Door.DIRECT,
    floor=Level.HIGH_SCHOOL,
    usual=Level.HIGH_SCHOOL,
    field=FieldRule.ANY,
)
PLAIN = Entry(code=OnetSocCode("47-2181.00"), conditions=(WAY,))
NOTHING = (StepAsks(), StepAsks())
UNNAMED = (Named.NONE, Named.NONE)
MUTUAL = (Named.SIDEWAYS, Named.SIDEWAYS)


def taught(*programs: str, binds: bool = True) -> Entry:
    field = FieldRule.OWN if binds else FieldRule.PREFERRED
    way = replace(WAY, door=Door.SCHOOL, field=field, programs=programs)
    return replace(PLAIN, conditions=(way,))


def licensed(name: str, *, is_after_hire: bool = False) -> Entry:
    gate = LicenseGate(
        number=1,
        granted_by="state",
        asked_in=AskedIn.ALL_STATES,
        name=name,
        is_after_hire=is_after_hire,
    )
    return replace(PLAIN, licenses=(gate,))


def trade() -> Entry:
    served = replace(
        WAY, door=Door.APPRENTICESHIP, apprenticeship=Apprenticeship(months=Span(36, 48))
    )
    return replace(PLAIN, conditions=(WAY, served))


def ends(first: Entry, other: Entry, named=UNNAMED, asks=NOTHING, nearness=0.9) -> Ends:
    return Ends((first, other), asks, named, nearness)


def test_work_that_asks_nothing_either_way_stands_beside():
    assert stands_beside(ends(PLAIN, PLAIN))
    assert stands_beside(ends(licensed("Driver"), licensed("Driver")))


@pytest.mark.parametrize("named", [UNNAMED, MUTUAL])
def test_another_license_is_no_change_sideways(named):
    truck, bus = licensed("Driver"), licensed("Driver of passengers", is_after_hire=True)
    assert not stands_beside(ends(truck, bus, named))
    assert not stands_beside(ends(PLAIN, bus, named))


def test_two_trades_stand_beside_where_conditions_name_them_alone():
    assert not stands_beside(ends(trade(), trade()))
    assert stands_beside(ends(trade(), PLAIN))
    assert stands_beside(ends(trade(), trade(), MUTUAL))
    assert not are_kin((trade(), trade()))


def test_each_program_leads_to_its_own_work():
    physical, occupational = taught("51.0806"), taught("51.0803")
    assert not stands_beside(ends(physical, occupational))
    assert not are_kin((physical, occupational))
    assert stands_beside(ends(taught("51.0806"), taught("51.0803", "51.0806")))
    # What both have as a second choice makes neither the other's.
    assert not stands_beside(ends(taught("50.0407", "19.0901"), taught("50.0408", "19.0901")))
    assert stands_beside(ends(taught("52.0203", binds=False), taught("52.0209", binds=False)))


@pytest.mark.parametrize(
    "asks",
    [
        StepAsks(credential=Level.MASTER),
        StepAsks(license="Nurse practitioner"),
        StepAsks(apprenticeship=36.0),
        StepAsks(usual=Level.BACHELOR),
        StepAsks(practice=24.0),
        StepAsks(experience=36.0),
        StepAsks(course=26.0),
    ],
)
def test_what_is_asked_either_way_makes_it_no_change_sideways(asks):
    assert not stands_beside(ends(PLAIN, PLAIN, asks=(StepAsks(), asks)))
    assert not stands_beside(ends(PLAIN, PLAIN, asks=(asks, StepAsks())))


def test_more_pay_alone_makes_nobody_kin():
    dancer, actor = (replace(PLAIN, code=OnetSocCode(f"27-20{end}.00")) for end in (31, 11))
    assert not are_kin((dancer, actor))
    assert are_kin((dancer, replace(PLAIN, code=OnetSocCode("27-2032.00"))))
    # One program may lead to work as unlike as fundraising and consulting.
    assert not are_kin((taught("11.0701"), replace(taught("11.0701"), code=actor.code)))


def test_what_one_end_alone_names_is_like_work():
    one_way = (Named.SIDEWAYS, Named.NONE)
    assert not stands_beside(ends(PLAIN, PLAIN, one_way, nearness=0.3))
    assert stands_beside(ends(PLAIN, PLAIN, MUTUAL, nearness=0.3))

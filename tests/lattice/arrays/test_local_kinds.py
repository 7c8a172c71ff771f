"""Kinds of moves in one area: no step up where pay falls clearly and no schooling is added."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.lattice.arrays.kinds import Kind, MoveLabel
from careerlattice.lattice.arrays.named_moves import LEAST_UP
from careerlattice.lattice.lattice import Lattice
from careerlattice.wording.moves import evidence_sentence

PAPERHANGERS, INSTALLERS, ROOFERS = "47-2142.00", "47-2081.00", "47-2181.00"


def test_a_worse_paid_job_that_asks_no_schooling_is_no_step_up_in_texas(lattice: Lattice) -> None:
    texas = lattice.catalog.get_area("TX")
    for code in (INSTALLERS, ROOFERS):
        assert lattice.kind(PAPERHANGERS, code) is Kind.ADVANCE  # in the nation
        move = lattice.move(PAPERHANGERS, code, texas)
        assert move.kind in (Kind.LATERAL, Kind.STEP_BACK)
        assert move.labels == (MoveLabel.LESS_PAID,)
        why = evidence_sentence(move.reason)
        assert "in Texas" in why
        assert move.wage_change_usd is not None
        assert f"-${-move.wage_change_usd:,.0f}" in why
    up = lattice.moves(PAPERHANGERS, "advance", texas, 30)
    assert not {INSTALLERS, ROOFERS} & {str(move.to.code) for move in up}


def test_a_degree_first_is_still_a_step_and_says_that_pay_comes_later(lattice: Lattice) -> None:
    texas = lattice.catalog.get_area("TX")
    for move in lattice.moves(PAPERHANGERS, "advance", texas, 40):
        if move.wage_change_usd is not None and move.wage_change_usd < 0:
            assert set(move.labels) & {
                MoveLabel.PAY_LATER,
                MoveLabel.LESS_PAID,
                MoveLabel.PROMOTED,
            }
        if MoveLabel.PAY_LATER in move.labels:
            assert move.wage_change_usd is not None
            assert move.wage_change_usd < 0


@pytest.mark.parametrize("state", ["TX", "OH", "WY", "NY", "CA", "PR"])
def test_only_advances_change_and_only_where_pay_falls_by_a_step(
    lattice: Lattice, state: str
) -> None:
    area = lattice.catalog.get_area(state)
    pay = lattice.catalog.pay_vectors(area).p50
    typical = lattice.required.typical_level
    every = np.arange(len(pay))
    changed = 0
    for a in every[::7]:
        here = lattice.kinds_in(int(a), every, area)
        national = lattice.arrays.kind[a]
        for b in np.flatnonzero(here != national):
            changed += 1
            assert national[b] == Kind.ADVANCE
            assert here[b] in (Kind.LATERAL, Kind.STEP_BACK)
            assert lattice.arrays.named[a, b] < LEAST_UP
            assert typical[b] <= typical[a]
            assert pay[b] < pay[a] / 1.08
        is_plain = (national == Kind.ADVANCE) & (lattice.arrays.named[a] < LEAST_UP)
        same_schooling = is_plain & (typical <= typical[a])
        clearly = same_schooling & (pay >= 30_000) & (pay < pay[a] / 1.1) & (pay[a] <= 240_000)
        assert not (here[clearly] == Kind.ADVANCE).any()
    assert changed


def test_the_nation_keeps_its_own_kinds(lattice: Lattice) -> None:
    every = np.arange(len(lattice.catalog.codes))
    nation = lattice.catalog.areas.nation
    for area in (None, nation):
        assert (lattice.kinds_in(10, every, area) == lattice.arrays.kind[10]).all()

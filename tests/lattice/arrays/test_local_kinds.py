"""Kinds of moves in one area: no step up where pay falls clearly and no schooling is added."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.lattice.arrays.kinds import Kind, MoveLabel
from careerlattice.lattice.lattice import Lattice
from careerlattice.wording.moves import evidence_sentence

CHANGE_PERSONS, TELLERS, CAGE_WORKERS = "41-2012.00", "43-3071.00", "43-3041.00"


def test_a_worse_paid_job_that_asks_no_schooling_is_no_step_up_in_texas(lattice: Lattice) -> None:
    texas = lattice.catalog.get_area("TX")
    for code in (TELLERS, CAGE_WORKERS):
        assert lattice.kind(CHANGE_PERSONS, code) is Kind.ADVANCE  # in the nation
        move = lattice.move(CHANGE_PERSONS, code, texas)
        assert move.kind in (Kind.LATERAL, Kind.STEP_BACK)
        assert move.labels == (MoveLabel.LESS_PAID,)
        why = evidence_sentence(move.reason)
        assert "in Texas" in why
        assert move.wage_change_usd is not None
        assert f"-${-move.wage_change_usd:,.0f}" in why
    up = lattice.moves(CHANGE_PERSONS, "advance", texas, 30)
    assert not {TELLERS, CAGE_WORKERS} & {str(move.to.code) for move in up}


def test_a_degree_first_is_still_a_step_and_says_that_pay_comes_later(lattice: Lattice) -> None:
    texas = lattice.catalog.get_area("TX")
    for move in lattice.moves(CHANGE_PERSONS, "advance", texas, 40):
        if move.wage_change_usd is not None and move.wage_change_usd < 0:
            assert MoveLabel.PAY_LATER in move.labels or MoveLabel.LESS_PAID in move.labels
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
            assert typical[b] <= typical[a]
            assert pay[b] < pay[a] / 1.08
        same_schooling = (national == Kind.ADVANCE) & (typical <= typical[a])
        clearly = same_schooling & (pay >= 30_000) & (pay < pay[a] / 1.1) & (pay[a] <= 240_000)
        assert not (here[clearly] == Kind.ADVANCE).any()
    assert changed


def test_the_nation_keeps_its_own_kinds(lattice: Lattice) -> None:
    every = np.arange(len(lattice.catalog.codes))
    nation = lattice.catalog.areas.nation
    for area in (None, nation):
        assert (lattice.kinds_in(10, every, area) == lattice.arrays.kind[10]).all()

"""The kinds of moves: the rule, its words, and well-known ladders."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind, KindFacts, MoveLabel, explain_kind, kinds_of
from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.arrays.supervisors import is_supervisor
from careerlattice.lattice.parameters import (
    NEAR_ENOUGH_TO_ADVANCE,
    SAME_FIELD_NEARNESS,
    STEP_POINTS,
)
from careerlattice.wording.moves import KIND_RULE, kind_sentence

STEP = STEP_POINTS.value


PAID, CLOSE, FAR = 50_000.0, NEAR_ENOUGH_TO_ADVANCE.value, SAME_FIELD_NEARNESS.value - 0.01


def standing_at(*values: float, pay: tuple[float, ...] = ()) -> StatusIndex:
    flat = np.full(len(values), 12.0)
    return StatusIndex(
        index=np.array(values),
        zone=np.full(len(values), 3),
        school_years=flat,
        practice_months=flat,
        pay_usd=np.array(pay or [PAID] * len(values)),
    )


def facts(rise: float, near: float, **changed) -> KindFacts:
    """Two occupations: the second stands `rise` points higher and pays more, or less, with it."""
    pay = (PAID, PAID * (1.1 if rise > 0 else 0.9 if rise < 0 else 1))
    no = np.zeros((2, 2), dtype=np.bool_)
    plain = KindFacts(
        status=standing_at(40.0, 40.0 + rise, pay=pay),
        typical_level=np.array([3, 3]),
        leads=np.zeros(2, dtype=np.bool_),
        nearness=np.array([[1, near], [near, 1]], dtype=np.float32),
        same_field=~no,
        counts_on=~no,
        held=~no,
        peers=no,
        named=np.zeros((2, 2), dtype=np.int8),
    )
    return replace(plain, **changed)


def kind(given: KindFacts, *, back: bool = False) -> Kind:
    return Kind(int(kinds_of(given)[(1, 0) if back else (0, 1)]))


def naming(there: Named, back: Named = Named.NONE):
    return np.array([[0, there], [back, 0]], dtype=np.int8)


@pytest.mark.parametrize(
    ("rise", "near", "same_field", "expected"),
    [
        (STEP, CLOSE, True, Kind.ADVANCE),
        (STEP, CLOSE, False, Kind.ADVANCE),
        (STEP, CLOSE - 0.01, True, Kind.PIVOT),
        (STEP - 0.1, 0.9, True, Kind.LATERAL),
        (STEP - 0.1, 0.0, True, Kind.LATERAL),
        (-STEP + 0.1, 0.9, True, Kind.LATERAL),
        (-STEP, 0.9, True, Kind.STEP_BACK),
        (-STEP, 0.0, False, Kind.STEP_BACK),
        (0.0, FAR, False, Kind.PIVOT),
        (30.0, 0.0, False, Kind.PIVOT),
    ],
)
def test_the_rule_at_its_edges(rise, near, same_field, expected):
    field = np.full((2, 2), same_field)
    assert kind(facts(rise, near, same_field=field)) == expected


def test_a_rise_without_more_pay_or_a_credential_is_sideways_both_ways():
    same_pay = facts(STEP, 0.9, status=standing_at(40.0, 50.0))
    assert kind(same_pay) == kind(same_pay, back=True) == Kind.LATERAL
    assert kind(replace(same_pay, typical_level=np.array([3, 5]))) == Kind.ADVANCE


def test_where_nothing_counts_on_a_rise_is_a_pivot_unless_it_is_named():
    alone = facts(30.0, 0.9, counts_on=np.zeros((2, 2), dtype=np.bool_))
    assert kind(alone) == Kind.PIVOT
    assert kind(replace(alone, named=naming(Named.WORK))) == Kind.ADVANCE


def test_no_trade_is_a_step_up_from_another_unless_it_is_named():
    trades = facts(10.0, 0.9, peers=np.ones((2, 2), dtype=np.bool_))
    assert kind(trades) == Kind.LATERAL
    assert kind(trades, back=True) == Kind.STEP_BACK  # it pays less
    assert kind(replace(trades, named=naming(Named.STEP))) == Kind.ADVANCE


@pytest.mark.parametrize("named", [Named.STEP, Named.RANK])
def test_a_named_step_up_is_an_advance_whatever_pay_says(named):
    lower = facts(-20.0, 0.9, leads=np.array([False, True]), named=naming(named))
    assert kind(lower) == Kind.ADVANCE
    assert kind(lower, back=True) == Kind.STEP_BACK
    more_school = replace(lower, typical_level=np.array([6, 2]))
    assert kind(more_school, back=True) == Kind.PIVOT  # a manager does not step back into surgery


@pytest.mark.parametrize(
    ("named", "level"),
    [
        (Named.RANK, Kind.ADVANCE),
        (Named.CREDIT, Kind.ADVANCE),
        (Named.BRIDGE, Kind.LATERAL),
        (Named.SIDEWAYS, Kind.LATERAL),
    ],
)
def test_what_is_named_but_leads_nobody_is_no_step_up_where_it_falls(named, level):
    assert kind(facts(-20.0, 0.9, named=naming(named))) == Kind.LATERAL
    assert kind(facts(0.0, 0.0, named=naming(named))) == level
    assert kind(facts(20.0, 0.0, named=naming(named))) == Kind.ADVANCE


def test_of_two_that_name_each_other_the_stronger_is_the_advance():
    both = facts(-5.0, 0.9, named=naming(Named.STEP, Named.BRIDGE))
    assert (kind(both), kind(both, back=True)) == (Kind.ADVANCE, Kind.STEP_BACK)
    tied = facts(-5.0, 0.9, named=naming(Named.STEP, Named.STEP))
    assert (kind(tied), kind(tied, back=True)) == (Kind.LATERAL, Kind.ADVANCE)


def test_no_advance_goes_both_ways(lattice):
    up = lattice.arrays.kind == Kind.ADVANCE
    assert not (up & up.T).any()


def test_every_first_line_group_leads_to_its_supervisor(catalog, lattice):
    """All but helpers, who become journey workers first, pilots, undertakers and inspectors."""
    codes = catalog.codes
    leads = np.array([is_supervisor(code) for code in codes])
    up = (lattice.arrays.kind == Kind.ADVANCE) & (lattice.arrays.named >= Named.RANK)
    without = [
        code
        for row, code in enumerate(codes)
        if "33" <= code[:2] < "55" and not leads[row] and not (up[row] & leads).any()
    ]
    others = ("47-4011.00", "47-4011.01")  # supervisors become building inspectors
    assert all(code[:4] in ("47-3", "53-2", "39-4") or code in others for code in without), without


def test_the_rule_is_said_in_three_sentences_for_the_four_kinds():
    assert len(KIND_RULE.split(". ")) == 3
    for word in ("advance", "step back", "lateral", "pivot"):
        assert word in KIND_RULE


def test_well_known_ladders_rise(lattice, shared_data):
    path = shared_data / "observed-moves" / "known_ladders_dev.csv"
    pairs = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            codes = row["codes"].split(" > ")
            pairs += list(pairwise(codes))
    found = [lattice.kind(a, b) for a, b in pairs]
    assert len(found) == 28
    assert sum(one == Kind.ADVANCE for one in found) / len(found) >= 0.85
    assert Kind.STEP_BACK not in found


def test_the_reason_names_the_figures(lattice):
    reason = lattice.explain_kind("29-2061.00", "29-1141.00")
    assert reason.kind == Kind.ADVANCE
    for words in ("zone 3 to 4", "bachelor's degree", "national median pay +$"):
        assert words in kind_sentence(reason)


def test_an_advance_to_lower_pay_is_labeled(lattice):
    """Supervisors of passenger attendants are paid less than flight attendants."""
    reason = lattice.explain_kind("53-2031.00", "53-1044.00")
    assert reason.kind == Kind.ADVANCE
    assert reason.labels == (MoveLabel.PROMOTED,)


def test_a_credential_comes_first_only_where_one_is_asked(lattice):
    """Who runs a motorboat needs a license that a sailor does not; a supervisor of drivers none."""
    reason = lattice.explain_kind("53-5011.00", "53-5022.00")
    assert (reason.kind, reason.labels) == (Kind.ADVANCE, (MoveLabel.PAY_LATER,))


def test_another_profession_is_no_change_sideways_unless_it_is_named():
    apart = facts(0.0, 0.95, held=np.zeros((2, 2), dtype=np.bool_))
    assert kind(apart) == Kind.PIVOT
    assert kind(replace(apart, named=naming(Named.SIDEWAYS))) == Kind.LATERAL


def test_the_next_degree_of_ones_own_field_is_above_though_both_are_professions():
    both = np.ones((2, 2), dtype=np.bool_)
    studied_on = facts(10.0, 0.9, peers=both, typical_level=np.array([5, 6]))
    assert kind(studied_on) == Kind.ADVANCE
    assert kind(replace(studied_on, typical_level=np.array([8, 11]))) == Kind.LATERAL


def test_a_second_license_at_the_same_pay_is_sideways():
    same = facts(5.0, 0.9, status=standing_at(40.0, 45.0, pay=(50_000.0, 52_000.0)))
    assert kind(replace(same, named=naming(Named.BRIDGE))) == Kind.LATERAL
    paid = replace(same, status=standing_at(40.0, 45.0, pay=(50_000.0, 60_000.0)))
    assert kind(replace(paid, named=naming(Named.BRIDGE))) == Kind.ADVANCE


def test_missing_pay_is_said():
    some = standing_at(40.0, 60.0)
    some.pay_usd[1] = np.nan
    reason = explain_kind(Kind.ADVANCE, some, np.array([2, 6]), (0, 1))
    assert "median pay not published" in kind_sentence(reason)
    assert reason.labels == ()


def test_an_advance_that_nothing_names_rises_in_height(lattice):
    height, arrays = lattice.status.index, lattice.arrays
    origin, to = np.nonzero((arrays.kind == Kind.ADVANCE) & (arrays.named == Named.NONE))
    assert (height[to] - height[origin] >= STEP - 1e-9).all()


def test_kinds_are_read_from_words():
    assert Kind.parse("step-back") == Kind.parse("Step Back") == Kind.STEP_BACK
    with pytest.raises(BadRequest, match="advance, lateral, pivot, step_back"):
        Kind.parse("same")

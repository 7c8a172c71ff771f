"""The kinds of moves: the rule, its words, and well-known ladders."""

from __future__ import annotations

import csv
from itertools import pairwise

import numpy as np
import pytest

from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind, MoveLabel, explain_kind, kinds_of
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.parameters import SAME_FIELD_NEARNESS, STEP_POINTS
from careerlattice.wording.moves import KIND_RULE, kind_sentence

STEP, NEAR = STEP_POINTS.value, SAME_FIELD_NEARNESS.value


def standing_at(*values: float) -> StatusIndex:
    flat = np.full(len(values), 12.0)
    return StatusIndex(
        index=np.array(values),
        zone=np.full(len(values), 3),
        school_years=flat,
        practice_months=flat,
        pay_usd=np.full(len(values), 50_000.0),
    )


def kind(rise: float, near: float, *, same_field: bool) -> Kind:
    nearness = np.array([[1, near], [near, 1]], dtype=np.float32)
    field = np.full((2, 2), same_field)
    return Kind(int(kinds_of(standing_at(40.0, 40.0 + rise), nearness, field)[0, 1]))


@pytest.mark.parametrize(
    ("rise", "near", "same_field", "expected"),
    [
        (STEP, 0.9, True, Kind.ADVANCE),
        (STEP, 0.0, True, Kind.ADVANCE),
        (STEP, NEAR, False, Kind.ADVANCE),
        (STEP - 0.1, 0.9, True, Kind.LATERAL),
        (-STEP + 0.1, 0.9, True, Kind.LATERAL),
        (-STEP, 0.9, True, Kind.STEP_BACK),
        (-STEP, 0.0, False, Kind.STEP_BACK),
        (0.0, NEAR - 0.01, False, Kind.PIVOT),
        (30.0, 0.0, False, Kind.PIVOT),
    ],
)
def test_the_rule_at_its_edges(rise, near, same_field, expected):
    assert kind(rise, near, same_field=same_field) == expected


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
    assert reason.labels == (MoveLabel.PAY_LATER,)


def test_missing_pay_is_said():
    some = standing_at(40.0, 60.0)
    some.pay_usd[1] = np.nan
    reason = explain_kind(Kind.ADVANCE, some, np.array([2, 6]), 0, 1)
    assert "median pay not published" in kind_sentence(reason)
    assert reason.labels == ()


def test_advances_have_no_cycles(lattice):
    """They all rise in height, so that ordering by height is an ordering of every advance."""
    height = lattice.status.index
    origin, to = np.nonzero(lattice.arrays.kind == Kind.ADVANCE)
    assert (height[to] - height[origin] >= STEP - 1e-9).all()


def test_kinds_are_read_from_words():
    assert Kind.parse("step-back") == Kind.parse("Step Back") == Kind.STEP_BACK
    with pytest.raises(BadRequest, match="advance, lateral, pivot, step_back"):
        Kind.parse("same")

"""Levels: the examples of the method, and what holds in every pathway."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.lattice.arrays.ladder_levels import CUTS, pathway_cuts, pathway_levels
from careerlattice.lattice.arrays.status_index import pay_points, standing
from careerlattice.vocab.levels import LadderLevel

NURSING = {
    "31-1131.00": LadderLevel.ENTRY,
    "29-2061.00": LadderLevel.INTERMEDIATE,
    "29-1141.00": LadderLevel.ADVANCED,
    "29-1171.00": LadderLevel.EXPERT,
}


@pytest.mark.parametrize(("code", "level"), NURSING.items())
def test_the_nursing_ladder_has_four_rungs(catalog, lattice, code, level):
    assert lattice.arrays.level[catalog.row_of[code]] == level
    for pathway in catalog.list_pathways_of(code):
        assert lattice.ladder(pathway.id).get(code).level == level, pathway.id


def test_no_level_is_rare_or_holds_more_than_a_third(lattice):
    shares = np.bincount(lattice.arrays.level, minlength=4) / len(lattice.arrays.level)
    assert shares.min() > 0.15
    assert shares.max() < 0.33


def test_heights_are_between_0_and_100(lattice):
    height = lattice.status.index
    assert np.isfinite(height).all()
    assert height.min() >= 0
    assert height.max() <= 100


def test_occupations_without_pay_stand_by_their_preparation(catalog, lattice):
    infantry = catalog.row_of["55-3016.00"]
    assert np.isnan(lattice.status.pay_usd[infantry])
    assert 20 < lattice.status.index[infantry] < 60


def test_a_higher_member_never_has_a_lower_level(catalog, lattice):
    for pathway in catalog.list_pathways():
        rows = np.array(
            [catalog.row_of[c] for c in catalog.frameworks.occupations_of(pathway.id)], dtype=int
        )
        if len(rows):
            order = np.argsort(lattice.status.index[rows])
            assert (np.diff(pathway_levels(lattice.status, rows)[order]) >= 0).all(), pathway.id


def test_small_pathways_use_the_general_lines():
    assert pathway_cuts(np.array([5.0, 9.0, 12.0])) == CUTS


def test_lines_move_half_down_and_a_quarter_up():
    low = pathway_cuts(np.full(10, 10.0))
    high = pathway_cuts(np.full(10, 90.0))
    assert low == (20.0, 27.5, 37.5)
    assert high == (45.0, 56.25, 71.25)


def test_pay_counts_by_ratio():
    points = pay_points(np.array([30_000.0, 60_000.0, 120_000.0, 240_000.0, 20_000.0]))
    assert points == pytest.approx([0, 100 / 3, 200 / 3, 100, 0])


def test_standing_counts_ties_half_and_the_unknown_in_the_middle():
    values = standing(np.array([1.0, 2.0, 2.0, 3.0, np.nan]))
    assert values == pytest.approx([12.5, 50, 50, 87.5, 50])

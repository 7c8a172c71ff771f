"""Shortfall, gaps, and levels taken from work."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.ratings import rated_matrix
from careerlattice.profile.experience import levels_from_work, share_of_level
from careerlattice.profile.model import Work
from careerlattice.profile.parameters import LET_PASS
from careerlattice.profile.skill_shortfall import list_gaps, shortfall_column
from careerlattice.vocab.codes import OnetSocCode

CATALOG = open_release()
SKILLS = rated_matrix(CATALOG, "skill")


def levels_of(code: str) -> dict[str, float]:
    row = SKILLS.level[CATALOG.row_of[code]]
    return dict(zip(SKILLS.element_ids, row.tolist(), strict=True))


def test_the_arrays_are_the_releases_ratings() -> None:
    for rated in CATALOG.list_ratings(OnetSocCode("51-3011.00"), "skill")[:10]:
        column = SKILLS.element_ids.index(rated.element_id)
        row = CATALOG.row_of["51-3011.00"]
        assert SKILLS.level[row, column] == pytest.approx(rated.level, abs=1e-4)
        assert 1 + 4 * SKILLS.weight[row, column] == pytest.approx(rated.importance, abs=1e-4)


def test_an_occupations_own_levels_leave_no_shortfall() -> None:
    for code in ("29-1141.00", "47-2111.00"):
        column = shortfall_column(CATALOG, "skill", levels_of(code))
        assert column is not None
        assert column.shortfall[CATALOG.row_of[code]] == 0.0
        assert column.coverage[CATALOG.row_of[code]] == pytest.approx(1.0)


def test_the_formula_by_hand() -> None:
    code = "43-4051.00"
    held = dict.fromkeys(SKILLS.element_ids, 2.0)
    column = shortfall_column(CATALOG, "skill", held)
    assert column is not None
    row = CATALOG.row_of[code]
    above = total = 0.0
    for weight, level in zip(SKILLS.weight[row], SKILLS.level[row], strict=True):
        above += weight * max(0.0, level - 2.0 - LET_PASS.value)
        total += weight
    assert column.shortfall[row] == pytest.approx(above / (7 * total))


def test_being_better_than_needed_neither_helps_nor_hurts() -> None:
    own = levels_of("35-3023.00")
    better = {element: min(7.0, level + 3) for element, level in own.items()}
    row = CATALOG.row_of["35-3023.00"]
    for levels in (own, better):
        column = shortfall_column(CATALOG, "skill", levels)
        assert column is not None
        assert column.shortfall[row] == 0.0


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0, 6.9), min_size=35, max_size=35), st.integers(0, 34))
def test_a_higher_level_never_widens_a_shortfall(levels: list[float], at: int) -> None:
    held = dict(zip(SKILLS.element_ids, levels, strict=True))
    raised = {**held, SKILLS.element_ids[at]: min(7.0, levels[at] + 1)}
    before, after = (shortfall_column(CATALOG, "skill", x) for x in (held, raised))
    assert before is not None
    assert after is not None
    assert (after.shortfall <= before.shortfall + 1e-12).all()
    assert ((before.shortfall >= 0) & (before.shortfall <= 1)).all()


def test_too_few_known_levels_state_no_shortfall() -> None:
    assert shortfall_column(CATALOG, "skill", {}) is None
    column = shortfall_column(CATALOG, "skill", {"2.A.1.a": 3.0})
    assert column is not None
    assert np.isnan(column.shortfall).all()
    assert (column.coverage > 0).any()


def test_gaps_are_the_largest_parts_and_sum_to_the_whole() -> None:
    held = levels_of("31-1131.00")
    gaps = list_gaps(CATALOG, "29-1141.00", "skill", held)
    assert [g.share for g in gaps] == sorted((g.share for g in gaps), reverse=True)
    assert sum(g.share for g in gaps) == pytest.approx(1.0)
    assert all(g.needed > g.held + LET_PASS.value for g in gaps)
    assert list_gaps(CATALOG, "29-1141.00", "skill", levels_of("29-1141.00")) == []


def test_levels_grow_with_months_and_recognition() -> None:
    code = OnetSocCode("29-1141.00")
    assert share_of_level(Work("x", code, 0)) == 0.5
    assert share_of_level(Work("x", code, 24)) == 1.0
    assert share_of_level(Work("x", code, 240)) == 1.0
    assert share_of_level(Work("x", code, 24, "volunteer")) == 0.75
    assert share_of_level(Work("x", code)) == share_of_level(Work("x", code, 12))


def test_several_jobs_give_the_higher_level_of_each_element() -> None:
    nurse = Work("n", OnetSocCode("29-1141.00"), 60)
    mason = Work("m", OnetSocCode("47-2021.00"), 60)
    both = levels_from_work(CATALOG, (nurse, mason), "skill")
    one, other = (levels_from_work(CATALOG, (w,), "skill") for w in (nurse, mason))
    assert both == {element: max(one[element], other[element]) for element in both}
    assert levels_from_work(CATALOG, (Work("unknown"),), "skill") == {}

"""What is said to be liked is among the person's own higher scores, over any profile."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.catalog.catalog import open_release
from careerlattice.match.interest_reasons import interest_reasons, own_sides
from careerlattice.match.interests import rank_by_interests, read_scores
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.wording.fit import reason_in_row

CATALOG = open_release()
ROWS = np.arange(len(CATALOG.codes))


def side_of(scores: list[float]) -> dict[str, float]:
    return dict(zip(INTEREST_AREAS, own_sides(read_scores(scores)).tolist(), strict=True))


def areas(pattern: str, text: str) -> list[str]:
    found = re.search(pattern, text)
    return (
        [word for word in re.findall(r"\w+", found.group(1)) if word in INTEREST_AREAS]
        if found
        else []
    )


def test_the_lowest_score_is_not_called_liked() -> None:
    """Artistic 10 is above the mean of occupations, 6, but this person's lowest score."""
    scores = [16.7, 36.7, 10, 26, 20, 15.7]
    legislators = CATALOG.row_of["11-1031.00"]
    told = interest_reasons(CATALOG, read_scores(scores), [legislators])[0]
    assert not any("artistic" in reason_in_row(reason) for reason in told)
    for match in rank_by_interests(CATALOG, scores):
        assert "like: artistic" not in " ".join(map(reason_in_row, match.reasons))
        assert "less artistic" not in " ".join(map(reason_in_row, match.reasons))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 40, width=32), min_size=6, max_size=6))
def test_no_reason_goes_against_the_persons_own_scores(scores: list[float]) -> None:
    sides = side_of(scores)
    for reasons in interest_reasons(CATALOG, read_scores(scores), ROWS):
        assert reasons
        text = " ".join(map(reason_in_row, reasons))
        assert all(sides[area] > 0 for area in areas(r"Strong on what you like: ([^.]*)", text))
        assert all(sides[area] < 0 for area in areas(r"Light on (\w+) work, which", text))
        assert all(sides[area] <= 0 for area in areas(r"[Bb]ut more (\w+ work) than", text))
        assert all(sides[area] >= 0 for area in areas(r"[Bb]ut less (\w+ work) than", text))


def test_equal_scores_name_no_area_as_liked() -> None:
    assert set(side_of([20.1] * 6).values()) == {0.0}
    for reasons in interest_reasons(CATALOG, read_scores([20.1] * 6), ROWS):
        told = " ".join(map(reason_in_row, reasons))
        assert "what you like" not in told
        assert "suits you" not in told

"""Orders to choose, weights of one's own, and alike occupations joined."""

from __future__ import annotations

import itertools
import json

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadRequest
from careerlattice.match.alike import join_alike
from careerlattice.match.explain import explain_fit, explain_occupation
from careerlattice.match.filters import Filters
from careerlattice.match.fit import COLUMNS
from careerlattice.match.interests import rank_by_interests
from careerlattice.match.orders import DEFAULT_WEIGHTS, order_weights, read_weights, usual_order
from careerlattice.match.parameters import NEXT_TO
from careerlattice.match.ranking import rank_occupations
from careerlattice.profile.model import Education, Interests, Place, Profile, Work
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.fit import explanation_json, fit_row_json

CATALOG = open_release()
LIKES = Profile(interests=Interests(16.7, 36.7, 10, 26, 20, 15.7))
WORKED = Profile(
    education=Education(EducationLevel.CERTIFICATE),
    work=(Work("nursing assistant", OnetSocCode("31-1131.00"), 60, confirmed=True),),
    place=Place("OH"),
)


def test_the_usual_order_weighs_nothing_untold_for_who_told_interests() -> None:
    assert usual_order(LIKES) == "interests"
    assert usual_order(WORKED) == "all"
    weights = order_weights(None, None, LIKES)
    assert {name: n for name, n in weights.items() if n} == {"interests": 1.0}
    assert set(weights) == set(COLUMNS)
    assert order_weights(None, {"pay": 3.0}, LIKES) == {**DEFAULT_WEIGHTS, "pay": 3.0}
    assert order_weights("pay", {"outlook": 1.0}, LIKES)["pay"] == 1.0
    with pytest.raises(BadRequest, match="interests, pay, open, all"):
        order_weights("luck", None, LIKES)


@pytest.mark.parametrize("text", ["pay", "pay=x", "luck=1", "pay=-1", "pay=inf", "pay=1001"])
def test_weights_that_cannot_be_read(text: str) -> None:
    with pytest.raises(BadRequest):
        read_weights(text)


def test_by_interests_is_the_order_of_interests_to_the_last_row() -> None:
    """Beyond the middle all scores are 0; there the nearer interests decide, not the code."""
    weights = order_weights("interests", None, LIKES)
    ranked = [row.onet_soc_code for row in rank_occupations(CATALOG, LIKES, weights, limit=None)]
    assert LIKES.interests is not None
    alone = [row.onet_soc_code for row in rank_by_interests(CATALOG, LIKES.interests)]
    assert ranked == alone


@pytest.mark.parametrize("me", [LIKES, WORKED])
def test_alike_occupations_are_joined_and_none_is_lost(me: Profile) -> None:
    ranking = rank_occupations(CATALOG, me, limit=None)
    entries = join_alike(CATALOG, me, ranking, 2000)
    codes = [row.onet_soc_code for e in entries for row in (e.row, *e.alike)]
    assert sorted(codes) == sorted(row.onet_soc_code for row in ranking)
    assert [e.row.place for e in entries] == sorted(e.row.place for e in entries)
    by_code = {row.onet_soc_code: row for row in ranking}
    for entry in entries:
        assert entry.row == by_code[entry.row.onet_soc_code]
        for row in entry.alike:
            assert row == by_code[row.onet_soc_code]
            assert entry.row.overall - row.overall <= NEXT_TO.value + 1e-9
    for first, second in itertools.pairwise(entries):
        near = first.row.overall - second.row.overall <= NEXT_TO.value
        same = first.row.onet_soc_code[:6] == second.row.onet_soc_code[:6]
        assert not (near and same)
    assert join_alike(CATALOG, me, ranking, 12) == tuple(entries[:12]), (
        "the first entries are the same however many are asked for"
    )


def test_explained_places_are_among_the_kept() -> None:
    filters = Filters(max_education=EducationLevel.HIGH_SCHOOL)
    ranking = rank_occupations(CATALOG, LIKES, DEFAULT_WEIGHTS, filters, limit=5)
    told = explain_fit(CATALOG, LIKES, ranking, [row.onet_soc_code for row in ranking])
    assert [one.place for one in told] == [1, 2, 3, 4, 5]
    assert {one.of for one in told} == {ranking.kept}
    code = ranking[0].onet_soc_code
    everywhere = explain_occupation(CATALOG, LIKES, code)
    assert everywhere.of == len(CATALOG.codes)
    assert everywhere.place > 1
    assert json.dumps(explanation_json(told[0]), allow_nan=False)


def test_shares_near_all_and_none_are_said_in_words() -> None:
    for me in (LIKES, WORKED):
        for row in rank_occupations(CATALOG, me, DEFAULT_WEIGHTS, limit=None):
            said = fit_row_json(row)
            text = " ".join((*said["reasons"], *said["what_would_change"]))
            assert "than 100%" not in text
            assert "than 0%" not in text
            assert "Median" not in text
            assert " 0% of the jobs" not in f" {text}"
            assert " 100% of the jobs" not in f" {text}"

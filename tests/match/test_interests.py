"""Ranking by interests: indices, ties, bands, warnings, and the simulation that justifies it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadRequest
from careerlattice.match.interests import interest_columns, rank_by_interests, read_scores
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.profile.model import Interests
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.interests import INTEREST_AREAS, parse_scores
from careerlattice.wording.fit import interest_match_json, notice_sentence, reason_in_row

CATALOG = open_release()
ARRAYS = interest_arrays(CATALOG)


def scores_of(code: str) -> list[float]:
    return ARRAYS.scores[CATALOG.row_of[code]].tolist()


def test_an_occupations_own_profile_finds_it_first() -> None:
    for code in ("29-1141.00", "15-1252.00", "47-2111.00", "27-2042.00", "11-1011.00"):
        first = rank_by_interests(CATALOG, scores_of(code), limit=1)[0]
        assert first.onet_soc_code == code
        assert first.distance == pytest.approx(0.0, abs=1e-9)
        assert first.correlation == pytest.approx(1.0)


def test_distance_and_correlation_are_the_textbook_ones() -> None:
    mine = np.array([12.0, 30.0, 8.0, 22.0, 5.0, 18.0])
    found = {m.onet_soc_code: m for m in rank_by_interests(CATALOG, mine.tolist())}
    for code in ("29-1141.00", "51-3011.00"):
        published_scores = CATALOG.get_interests(OnetSocCode(code))
        theirs = np.array([published_scores[area] for area in INTEREST_AREAS])
        assert found[code].correlation == pytest.approx(np.corrcoef(theirs, mine)[0, 1], abs=1e-3)
        published = ARRAYS.scores[~ARRAYS.is_stand_in] * 6 / 40 + 1
        shapes = published - published.mean(axis=1, keepdims=True)
        own = mine * 6 / 40 + 1
        apart = ((theirs - theirs.mean()) - (own - own.mean())) / shapes.std(axis=0)
        assert found[code].distance == pytest.approx(float(np.sqrt((apart**2).sum())), abs=0.01)


def test_all_occupations_are_ranked_once_nearest_first() -> None:
    ranking = rank_by_interests(CATALOG, [20, 30, 10, 5, 15, 25])
    assert len(ranking) == len(CATALOG.codes) - len(ranking.unknown)
    distances = [m.distance for m in ranking]
    assert distances == sorted(distances)
    assert [m.place for m in ranking] == list(range(1, len(ranking) + 1))
    assert len({m.onet_soc_code for m in ranking}) == len(ranking)


def test_stand_ins_are_marked_named_and_stand_behind_their_source() -> None:
    ranking = rank_by_interests(CATALOG, scores_of("11-9161.00"))
    marked = [m for m in ranking if m.is_stand_in]
    assert len(marked) == 93
    assert all("so we used those of" in reason_in_row(m.reasons[-1]) for m in marked)
    place = {m.onet_soc_code: m.place for m in ranking}
    assert place["11-9161.00"] < place["55-1016.00"]


def test_the_same_question_has_the_same_answer() -> None:
    first = [interest_match_json(m) for m in rank_by_interests(CATALOG, [10, 20, 30, 5, 15, 25])]
    again = [interest_match_json(m) for m in rank_by_interests(CATALOG, [10, 20, 30, 5, 15, 25])]
    assert first == again


def test_the_band_holds_the_place_and_narrows_with_reliability() -> None:
    scores = scores_of("29-1141.00")
    sure = interest_columns(CATALOG, Interests(*scores, reliability=(0.95,) * 6))
    unsure = interest_columns(CATALOG, Interests(*scores, reliability=(0.60,) * 6))
    for columns in (sure, unsure):
        assert (columns.place_low <= columns.place).all()
        assert (columns.place <= columns.place_high).all()
    width_sure = (sure.place_high - sure.place_low)[sure.place <= 50].mean()
    width_unsure = (unsure.place_high - unsure.place_low)[unsure.place <= 50].mean()
    assert width_sure < 0.6 * width_unsure
    row = CATALOG.row_of["29-1141.00"]
    assert sure.top_share[row] > unsure.top_share[row] > 0.3


def test_equal_scores_are_ranked_with_a_warning_and_no_correlation() -> None:
    ranking = rank_by_interests(CATALOG, [20] * 6, limit=3)
    assert "Your six interest scores are all the same" in notice_sentence(ranking.warnings[0])
    assert all(math.isnan(m.correlation) for m in ranking)
    assert interest_match_json(ranking[0])["correlation"] is None
    assert rank_by_interests(CATALOG, [20] * 6, order="correlation", limit=1)[0].place == 1


def test_flat_scores_are_warned_of_and_clear_ones_are_not() -> None:
    flat = rank_by_interests(CATALOG, [20, 22, 18, 21, 19, 20])
    assert "are close together" in notice_sentence(flat.warnings[0])
    assert rank_by_interests(CATALOG, [5, 30, 10, 38, 8, 15]).warnings == ()


def test_either_order_ignores_how_high_a_person_answers() -> None:
    low = [0.0, 10.0, 2.0, 15.0, 1.0, 5.0]
    high = [score + 20 for score in low]
    by_shape = [
        [m.onet_soc_code for m in rank_by_interests(CATALOG, s, order="correlation", limit=20)]
        for s in (low, high)
    ]
    by_distance = [
        [m.onet_soc_code for m in rank_by_interests(CATALOG, s, limit=20)] for s in (low, high)
    ]
    assert set(by_shape[0]) == set(by_shape[1])
    assert by_distance[0] == by_distance[1]


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([1, 2, 3], "Six interest scores are needed, not 3"),
        ([1, 2, 3, 4, 5, 41], "conventional score is 41"),
        ([-1, 2, 3, 4, 5, 6], "realistic score is -1"),
        ([1, float("nan"), 3, 4, 5, 6], "investigative score is nan"),
    ],
)
def test_impossible_scores(scores: list[float], said: str) -> None:
    with pytest.raises(BadRequest, match=said):
        read_scores(scores)
    with pytest.raises(BadRequest):
        rank_by_interests(CATALOG, [1] * 6, order="letters")  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 40), min_size=6, max_size=6))
def test_any_scores_give_a_whole_ranking(scores: list[float]) -> None:
    ranking = rank_by_interests(CATALOG, scores, resamples=10)
    assert len(ranking) == 1016
    assert all(m.reasons for m in ranking)


@pytest.mark.slow
def test_at_reliability_81_the_own_occupation_is_in_the_first_twentieth() -> None:
    """The simulation of METHODS: standardized distance .88, Pearson .80, on 923 occupations."""
    theirs = ARRAYS.scores[~ARRAYS.is_stand_in]
    z = (theirs - ARRAYS.mean) / ARRAYS.sd
    rng = np.random.default_rng(7)
    hits = {"distance": [], "pearson": []}  # type: dict[str, list[float]]
    own = np.arange(len(theirs))
    for _ in range(10):
        error = ARRAYS.sd * math.sqrt(0.19 / 0.81)
        seen = theirs + rng.standard_normal(theirs.shape) * error
        apart = (((seen - ARRAYS.mean) / ARRAYS.sd)[:, None] - z[None]) ** 2
        distance = apart.sum(axis=2)
        a, b = (x - x.mean(axis=1, keepdims=True) for x in (seen, theirs))
        r = (a @ b.T) / np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
        for name, value in (("distance", distance), ("pearson", -r)):
            before = (value < value[own, own][:, None]).sum(axis=1)
            hits[name].append(float((before < 0.05 * len(own)).mean()))
    assert np.mean(hits["distance"]) >= 0.88
    assert np.mean(hits["pearson"]) < np.mean(hits["distance"]) - 0.04


@pytest.mark.parametrize(("shift", "least"), [(0, 0.88), (-8, 0.79), (8, 0.79)])
def test_people_who_answer_low_or_high_get_their_own_jobs(shift: int, least: float) -> None:
    """The share of occupations found in the first twentieth by their own profile plus noise."""
    rated = ~ARRAYS.is_stand_in
    theirs = ARRAYS.scores[rated]
    noise = np.random.default_rng(1).normal(0, 4, theirs.shape)
    people = np.clip(theirs + noise + shift, 0, 40)
    mine, shapes = ARRAYS.shapes(people), ARRAYS.shapes(theirs)
    distance = np.sqrt(((mine[:, None, :] - shapes[None, :, :]) ** 2).sum(axis=2))
    own = np.diag(distance)
    places = (distance < own[:, None]).sum(axis=1) + 1
    assert (places <= round(0.05 * len(theirs))).mean() >= least


def test_places_by_correlation_lie_in_their_range() -> None:
    ranking = rank_by_interests(CATALOG, [2, 3, 2, 3, 4, 12], order="correlation", limit=25)
    assert all(m.place_low <= m.place <= m.place_high for m in ranking)


def test_a_letter_code_is_taken_with_a_caution() -> None:
    scores = parse_scores("sae")
    assert sorted(scores, reverse=True)[:3] == [scores[3], scores[2], scores[4]]
    (warning,) = rank_by_interests(CATALOG, scores, limit=1).warnings
    assert "letter code" in notice_sentence(warning)

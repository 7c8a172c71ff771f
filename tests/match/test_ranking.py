"""The overall order: weights, filters, rows, groups, explanations."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadRequest, NotFound
from careerlattice.match.explain import explain_occupation
from careerlattice.match.filters import Filters
from careerlattice.match.groups import rank_clusters, rank_pathways
from careerlattice.match.orders import DEFAULT_WEIGHTS
from careerlattice.match.ranking import rank_occupations
from careerlattice.match.reason import NoticeKind, ReasonKind
from careerlattice.profile.model import Education, FieldOfStudy, Interests, Place, Profile, Work
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.fit import (
    change_sentence,
    explanation_json,
    fit_row_json,
    notice_sentence,
    ranking_json,
    reason_in_row,
)

CATALOG = open_release()
ME = Profile(
    education=Education(EducationLevel.ASSOCIATE, (FieldOfStudy(CipCode("51.3801")),)),
    work=(Work("cna", OnetSocCode("31-1131.00"), 36, confirmed=True),),
    interests=Interests(14, 24, 8, 36, 10, 22),
    place=Place("OH"),
)


def test_the_order_is_the_weighted_mean_of_the_scores_shown() -> None:
    ranking = rank_occupations(CATALOG, ME, limit=None)
    assert len(ranking) == len(CATALOG.codes) == ranking.kept
    assert sum(ranking.weights.values()) == pytest.approx(1.0)
    overall = [row.overall for row in ranking]
    assert all(a >= b - 1e-8 for a, b in itertools.pairwise(overall))
    for row in ranking.rows[::50]:
        mean = sum(weight * row.scores.get(name, 0.5) for name, weight in ranking.weights.items())
        assert row.overall == pytest.approx(mean)
        assert 0.5 + sum(row.contributions.values()) == pytest.approx(row.overall)


def test_weights_change_the_order_and_are_shown() -> None:
    pay = rank_occupations(CATALOG, ME, dict.fromkeys(DEFAULT_WEIGHTS, 0.0) | {"pay": 1}, limit=30)
    assert dict(pay.weights) == {"pay": 1.0}
    figures = [row.pay_p50_usd or 0 for row in pay]
    assert figures == sorted(figures, reverse=True)
    likes = rank_occupations(
        CATALOG, ME, dict.fromkeys(DEFAULT_WEIGHTS, 0.0) | {"interests": 2}, limit=30
    )
    distances = [row.interest_distance or 0 for row in likes]
    assert distances == sorted(distances)
    doubled = {name: 2 * weight for name, weight in DEFAULT_WEIGHTS.items()}
    same = rank_occupations(CATALOG, ME, doubled, limit=30)
    assert same.rows == rank_occupations(CATALOG, ME, limit=30).rows


@pytest.mark.parametrize(
    "weights", [{"luck": 1}, {"pay": -1}, {"pay": float("nan")}, dict.fromkeys(DEFAULT_WEIGHTS, 0)]
)
def test_impossible_weights(weights: dict[str, float]) -> None:
    with pytest.raises(BadRequest):
        rank_occupations(CATALOG, ME, weights)


def test_filters_keep_what_they_say_and_count_the_rest() -> None:
    filters = Filters(
        zones=(3, 4), max_education=EducationLevel.ASSOCIATE, min_pay_usd=50_000,
        min_growth_pct=3, clusters=("2008-health-science",), avoid=("29-1141.00",),
    )  # fmt: skip
    ranking = rank_occupations(CATALOG, ME, filters=filters, limit=None)
    assert 0 < ranking.kept == len(ranking) < 60
    accepted = open_requirements(CATALOG).shares.level_opening(0.25)
    health = {
        code
        for p in CATALOG.list_pathways("2008", "2008-health-science")
        for code in CATALOG.frameworks.occupations_of(p.id)
    }
    for row in ranking:
        assert row.onet_soc_code in health
        assert row.onet_soc_code != "29-1141.00"
        assert (row.pay_p50_usd or 0) >= 50_000
        assert (row.growth_pct or 0) >= 3
        assert accepted[CATALOG.row_of[row.onet_soc_code]] <= 5
        occupation = CATALOG.occupation(row.onet_soc_code)
        zone = occupation.job_zone or CATALOG.occupation(occupation.stand_in).job_zone
        assert zone in (3, 4)
    assert ranking.left_out["avoid"] == 1
    assert ranking.left_out["cluster"] == len(CATALOG.codes) - len(health)


def test_filters_that_leave_nothing_say_so() -> None:
    ranking = rank_occupations(CATALOG, ME, filters=Filters(min_pay_usd=5e6))
    assert len(ranking) == 0
    assert ranking.notices[-1].kind is NoticeKind.NOTHING_KEPT
    assert "No job passes" in notice_sentence(ranking.notices[-1])
    assert rank_pathways(CATALOG, ranking) == []
    with pytest.raises(NotFound):
        rank_occupations(CATALOG, ME, filters=Filters(clusters=("nonsense",)))
    with pytest.raises(BadRequest):
        rank_occupations(CATALOG, ME, filters=Filters(zones=(7,)))


def test_a_missing_figure_is_middling_and_named() -> None:
    ranking = rank_occupations(CATALOG, ME, limit=None)
    infantry = next(row for row in ranking if row.onet_soc_code == "55-3016.00")
    assert infantry.pay_p50_usd is None
    assert infantry.is_stand_in
    assert "pay" in infantry.missing
    assert any("so we used those of" in reason_in_row(reason) for reason in infantry.reasons)
    assert json.dumps(fit_row_json(infantry), allow_nan=False)


def test_pay_by_the_hour_only_is_not_compared_with_that_of_a_year() -> None:
    hourly = CATALOG.pay_vectors(CATALOG.get_area(None)).is_hourly
    codes = {code for code, by_hour in zip(CATALOG.codes, hourly, strict=True) if by_hour}
    assert codes == {"27-2011.00", "27-2031.00", "27-2042.00", "27-2091.00", "27-2099.00"}
    by_pay = rank_occupations(
        CATALOG, ME, {name: float(name == "pay") for name in DEFAULT_WEIGHTS}, limit=None
    )
    assert codes.isdisjoint(row.onet_soc_code for row in by_pay)
    ranking = rank_occupations(CATALOG, ME, limit=None)
    rows = [row for row in ranking if row.onet_soc_code in codes]
    assert len(rows) == len(codes)
    for row in rows:
        assert row.missing == ("pay",)
        assert row.pay_p50_usd is not None
        assert all(reason.kind is not ReasonKind.PAY for reason in row.reasons)
        assert json.dumps(fit_row_json(row), allow_nan=False)


def test_rows_give_reasons_and_what_would_change_them() -> None:
    ranking = rank_occupations(CATALOG, ME, limit=None)
    nurse = next(row for row in ranking if row.onet_soc_code == "29-1141.00")
    told = [reason_in_row(reason) for reason in nurse.reasons]
    assert any("Strong on what you like" in text for text in told)
    assert any("field of study or work leads here" in text for text in told)
    changes = [change_sentence(change) for change in nurse.what_would_change]
    assert "A bachelor's degree would open 99% of the jobs, not 43%." in changes
    assert nurse.field_matches is True
    assert all(row.reasons for row in ranking.rows[:100])


def test_what_the_profile_lacks_is_said_and_left_out() -> None:
    ranking = rank_occupations(CATALOG, Profile(interests=ME.interests), limit=5)
    assert set(ranking.weights) == {"interests", "pay", "outlook"}
    assert "says nothing about skills, knowledge, education" in notice_sentence(ranking.notices[0])
    assert ranking.rows[0].skill_shortfall is None


def test_guessed_work_and_missing_fields_are_noticed() -> None:
    profile = Profile(
        education=Education(EducationLevel.BACHELOR), work=(Work("x", OnetSocCode("31-1131.00")),)
    )
    told = " ".join(map(notice_sentence, rank_occupations(CATALOG, profile, limit=1).notices))
    assert "has no code for your field of study" in told
    assert "Jobs in the work history that are still a guess: 1." in told


def test_groups_rank_by_their_best_and_count_shared_ratings_once() -> None:
    ranking = rank_occupations(CATALOG, ME)
    for framework in ("2008", "2024"):
        pathways = rank_pathways(CATALOG, ranking, framework)
        clusters = rank_clusters(CATALOG, ranking, framework)
        for groups in (pathways, clusters):
            scores = [g.score for g in groups]
            assert scores == sorted(scores, reverse=True)
            assert all(0 < g.score < 1 for g in groups)
        assert "Health" in clusters[0].name
        assert all(len(g.best) <= 5 for g in pathways)
    for group in rank_pathways(CATALOG, ranking, "2008"):
        judged_by = [CATALOG.occupation(code).stand_in for code, _ in group.best]
        assert len(set(judged_by)) == len(judged_by)


def test_the_same_request_gives_the_same_rows() -> None:
    first, again = (ranking_json(rank_occupations(CATALOG, ME, limit=None)) for _ in range(2))
    assert first == again


@pytest.mark.slow
def test_an_explanation_agrees_with_the_ranking() -> None:
    ranking = rank_occupations(CATALOG, ME, limit=None)
    told = explain_occupation(CATALOG, ME, "Registered Nurses")
    row = next(r for r in ranking if r.onet_soc_code == "29-1141.00")
    assert told.row == row
    assert told.place == row.place
    assert sum(e.weight for e in told.effects) == pytest.approx(1.0)
    for effect in told.effects:
        without = {name: (0 if name == effect.column else w) for name, w in DEFAULT_WEIGHTS.items()}
        other = rank_occupations(CATALOG, ME, without, limit=None)
        overall = {r.onet_soc_code: r.overall for r in other}
        better = np.sum(np.array(list(overall.values())) > overall["29-1141.00"] + 1e-9)
        assert effect.place_without == better + 1
    assert json.dumps(explanation_json(told), allow_nan=False)


def test_unknown_occupations_are_not_explained() -> None:
    with pytest.raises(NotFound):
        explain_occupation(CATALOG, ME, "zzzzzz")


def test_pay_by_the_hour_alone_does_not_pass_for_a_year_of_it() -> None:
    ranking = rank_occupations(CATALOG, ME, filters=Filters(min_pay_usd=30_000), limit=None)
    pay = ranking.columns.pay
    by_hour = {CATALOG.codes[row] for row in (pay.is_hourly & (pay.p50 >= 30_000)).nonzero()[0]}
    assert "27-2042.00" in by_hour  # musicians: at 2,080 hours, which few of them are paid for
    assert not by_hour & {str(row.onet_soc_code) for row in ranking.rows}

"""Scores, reliability, warnings, and the adaptive order."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.assess.adaptive import is_sure, next_item
from careerlattice.assess.forms import FORMS, form_items, items_by_id
from careerlattice.assess.norms import ORIGIN, provisional_norms
from careerlattice.assess.parameters import LEAST_ITEMS, MOST_ITEMS, SURE_ENOUGH
from careerlattice.assess.scoring import (
    estimate_area,
    score_answers,
)
from careerlattice.assess.session import InterestSession
from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadProfile, BadRequest
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.interests import INTEREST_AREAS


def answers_by_area(liking: dict[str, int], form: str = "full") -> dict[str, int]:
    return {i.item_id: liking.get(i.area, 1) for i in form_items(form)}  # type: ignore[arg-type]


def test_the_forms_hold_ten_and_five_items_of_each_area() -> None:
    for form, each in (("full", 10), ("short", 5)):
        areas = [item.area for item in form_items(form)]  # type: ignore[arg-type]
        assert {area: areas.count(area) for area in INTEREST_AREAS} == dict.fromkeys(
            INTEREST_AREAS, each
        )
        assert all(a != b for a, b in itertools.pairwise(areas))


def test_both_forms_score_0_to_40() -> None:
    for form in ("full", "short"):
        result = score_answers(answers_by_area({"social": 4, "realistic": 0}, form), form)  # type: ignore[arg-type]
        assert result.interests.scores == (0, 10, 10, 40, 10, 10)


def test_a_score_is_ten_times_the_mean_answer() -> None:
    answers = answers_by_area({})
    own = [i for i in form_items("full") if i.area == "artistic"]
    for item, value in zip(own, (0, 1, 2, 3, 4, 4, 4, 2, 1, 2), strict=True):
        answers[item.item_id] = value
    assert score_answers(answers).interests.artistic == pytest.approx(23.0)


def test_reliability_is_the_stated_one_when_answers_scatter_as_assumed() -> None:
    # Sample variance 1.21 over ten answers is the assumed noise of 1.216, within rounding.
    scattered = [2, 2, 3, 3, 1, 1, 4, 2, 3, 1]
    mean = sum(scattered) / 10
    assert sum((x - mean) ** 2 for x in scattered) / 9 == pytest.approx(1.07, abs=0.01)
    assert estimate_area("social", scattered).reliability == pytest.approx(
        TEN_ITEM_RELIABILITY.value, abs=0.02
    )


def test_contradicting_answers_are_less_reliable() -> None:
    steady = estimate_area("social", [3, 3, 2, 3, 2, 3, 3, 2, 3, 3])
    torn = estimate_area("social", [0, 4, 0, 4, 4, 4, 0, 4, 4, 3])
    assert steady.mean == pytest.approx(torn.mean)
    assert torn.reliability < steady.reliability - 0.05


@given(st.lists(st.integers(0, 4), max_size=9), st.integers(0, 4))
def test_more_equal_answers_never_make_a_score_less_sure(values: list[int], again: int) -> None:
    before = estimate_area("social", values)
    after = estimate_area("social", [*values, round(before.mean)])
    assert 0 <= before.reliability < 1
    assert after.variance < before.variance or len(values) == 0
    assert estimate_area("social", [again]).variance < estimate_area("social", []).variance


def test_all_equal_answers_are_of_no_use() -> None:
    result = score_answers(dict.fromkeys(items_by_id(), 3))
    assert not result.is_usable
    assert result.is_flat
    assert "All of your answers are the same" in result.warnings[0]


def test_nearly_all_equal_answers_are_warned_of() -> None:
    answers = dict.fromkeys(items_by_id(), 3)
    answers["R01"] = 1
    assert "98% of your answers are the same" in score_answers(answers).warnings[0]


def test_a_flat_profile_is_warned_of_and_a_clear_one_is_not() -> None:
    flat = 0
    for seed in range(40):
        rnd = random.Random(seed)
        result = score_answers({item: rnd.choice((1, 2, 3)) for item in items_by_id()})
        flat += result.is_flat
    assert flat >= 32
    clear = score_answers(answers_by_area({"social": 4, "artistic": 3, "realistic": 0}))
    assert not clear.is_flat
    assert clear.warnings == ()


def test_contradictions_inside_an_area_name_both_items() -> None:
    answers = answers_by_area({"social": 4})
    own = sorted(i for i in answers if items_by_id()[i].area == "realistic")
    for n, item in enumerate(own):
        answers[item] = 4 * (n % 2)
    warning = score_answers(answers).warnings[0]
    assert warning.startswith("Your realistic answers disagree")
    assert items_by_id()[own[0]].text.lower() in warning


def test_a_half_answered_form_is_scored_with_what_is_missing() -> None:
    answers = answers_by_area({"social": 4})
    half = dict(list(answers.items())[:30])
    result = score_answers(half)
    whole = score_answers(answers)
    assert "30 of 60 questions have no answer" in result.warnings[0]
    assert all(
        a.reliability < b.reliability for a, b in zip(result.areas, whole.areas, strict=True)
    )


def test_too_few_answers_are_no_score() -> None:
    with pytest.raises(BadRequest, match="conventional \\(0\\)"):
        score_answers({"R01": 3, "R02": 3})


@pytest.mark.parametrize("answers", [{"X01": 1}, {"R01": 5}, {"R01": -1}, {"R01": True}])
def test_wrong_answers_are_refused(answers: dict[str, int]) -> None:
    with pytest.raises(BadRequest):
        score_answers(answers)


def play(seed: int, likings: dict[str, float], noise: float = 0.8) -> InterestSession:
    rnd, session = random.Random(seed), InterestSession()
    while (item := session.next_item) is not None:
        drawn = rnd.gauss(likings.get(item.area, 0.8), noise)
        session = session.with_answer(item.item_id, max(0, min(4, round(drawn))))
    return session


def test_the_adaptive_form_asks_12_to_30_items_twice_each_area_first() -> None:
    for seed in range(20):
        session = play(seed, {"social": 3.5, "investigative": 2.5})
        asked = [items_by_id()[i].area for i in session.answers]
        assert LEAST_ITEMS.value <= len(asked) <= MOST_ITEMS.value
        assert sorted(asked[:6]) == sorted(INTEREST_AREAS)
        assert sorted(asked[:12]) == sorted(INTEREST_AREAS * 2)
        assert len(set(session.answers)) == len(asked)


def test_the_adaptive_form_stops_when_sure_and_not_before() -> None:
    session = play(3, {"social": 4, "realistic": 4}, noise=0.3)
    assert session.answered < MOST_ITEMS.value
    assert is_sure(session.answers)
    assert session.result().profile_reliability >= SURE_ENOUGH.value
    before = dict(list(session.answers.items())[:-1])
    assert len(before) < LEAST_ITEMS.value or not is_sure(before)


def test_an_undecided_person_is_asked_all_thirty() -> None:
    assert play(1, dict.fromkeys(INTEREST_AREAS, 2.0)).answered == MOST_ITEMS.value


def test_an_area_that_contradicts_itself_is_asked_about_more() -> None:
    session = InterestSession()
    flip = 0
    while (item := session.next_item) is not None:
        if item.area == "artistic":
            flip = 4 - flip
            session = session.with_answer(item.item_id, flip)
        else:
            session = session.with_answer(item.item_id, 2)
    asked = [items_by_id()[i].area for i in session.answers]
    assert asked.count("artistic") == max(asked.count(area) for area in INTEREST_AREAS)
    assert asked.count("artistic") > asked.count("social")


def test_preparation_levels_are_balanced_inside_an_area() -> None:
    session = play(2, dict.fromkeys(INTEREST_AREAS, 2.0))
    for area in INTEREST_AREAS:
        levels = [
            items_by_id()[i].preparation for i in session.answers if items_by_id()[i].area == area
        ]
        counts = [levels.count(level) for level in ("low", "medium", "high")]
        assert max(counts) - min(counts) <= 1


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_the_same_answers_lead_to_the_same_next_item(seed: int) -> None:
    session = play(seed, {"enterprising": 3})
    shuffled = dict(sorted(session.answers.items())[:14])
    again = dict(reversed(list(shuffled.items())))
    first, second = next_item(shuffled), next_item(again)
    assert first == second


def test_a_session_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    for form in FORMS:
        session = InterestSession(form)
        for answer in (3, 1, 4):
            assert session.next_item is not None
            session = session.with_answer(session.next_item.item_id, answer)
        session.save(tmp_path / "a.json")
        again = InterestSession.load(tmp_path / "a.json")
        assert again == session
        assert again.next_item == session.next_item
        assert again.without_last().answered == 2


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "no interest answers"),
        ({"format": "careerlattice-interest-answers", "version": 2}, "version is 2"),
        ({"form": "long"}, "form is 'long'"),
        ({"answers": {}}, "answers is no list"),
        ({"answers": [["R01"]]}, "answers[0] is no pair"),
        ({"answers": [["R01", 1], ["R01", 2]]}, "answered twice"),
        ({"answers": [["R01", 9]]}, "answers[0]: The answer to R01 is '9'"),
        ({"more": 1}, "unknown field(s) 'more'"),
    ],
)
def test_files_that_hold_no_answers(values: object, said: str) -> None:
    start = {
        "format": "careerlattice-interest-answers",
        "version": 1,
        "form": "full",
        "answers": [],
    }
    given_values = {**start, **values} if isinstance(values, dict) else values
    with pytest.raises(BadProfile) as caught:
        InterestSession.from_values(given_values, "a.json")
    assert said in str(caught.value)
    assert "a.json" in str(caught.value)


def test_the_norm_table_is_provisional_and_rises() -> None:
    table = provisional_norms(open_release())
    assert "provisional" in ORIGIN
    assert (table.percentiles[:, 1:] >= table.percentiles[:, :-1]).all()
    assert table.percentile("realistic", 0) == 0
    assert table.percentile("realistic", 40) >= 90

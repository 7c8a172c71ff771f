"""Pay now is one figure: in staying put, in steps, year by year; by months or by one's own word."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest
from careerlattice.plan.answer import NoticeKind, Plan, PlanAnswer
from careerlattice.plan.facts.pay_line import PayLine
from careerlattice.plan.itinerary.money import Stretch, forgone
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start, request_from_dict
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel as Level

NURSE = Goal("registered nurse")
ACCOUNTANT = Goal("accountants and auditors")
"""A goal that is studied for beside a job; nursing is taught in day cohorts."""
AIDE = "nursing assistant"
LINE = PayLine(30_000, 36_000, 42_000)


def ask(planner: Planner, months: float | None, pay: float | None = None) -> PlanAnswer:
    start = Start(PastJob(AIDE, months), education=Level.HIGH_SCHOOL, pay_usd=pay)
    return planner.plan(PlanRequest(start, ACCOUNTANT, Limits(study="part"), state="OH"))


def percentiles(catalog: Catalog) -> tuple[float, float, float]:
    """A beginner's pay, the median and the 75th percentile."""
    wage = catalog.get_wage(catalog.get_occupation(AIDE).code, catalog.get_area("OH"))
    tenth, low, middle, high = (float(getattr(wage, n).value) for n in ("p10", "p25", "p50", "p75"))
    return (tenth + low) / 2, middle, high


def stays(answer: PlanAnswer) -> list[float]:
    assert answer.plans
    return [plan.money.stay_pay_usd for plan in answer.plans]


def beside_work(answer: PlanAnswer) -> list[Plan]:
    return [plan for plan in answer.plans if plan.steps[0].is_beside_work]


def test_who_does_not_say_how_long_is_a_typical_worker(planner: Planner, catalog: Catalog) -> None:
    answer = ask(planner, None)
    _, median, _ = percentiles(catalog)
    assert stays(answer) == pytest.approx([median] * len(answer.plans))
    (notice,) = (n for n in answer.notices if n.field == "start.job.months")
    assert notice.kind is NoticeKind.ASSUMED
    assert usd(median) in notice.text
    assert beside_work(answer)
    for plan in beside_work(answer):
        assert plan.steps[0].pay_usd == pytest.approx(median)


@pytest.mark.parametrize(("months", "place"), [(0, 0), (60, 1), (180, 2), (400, 2)])
def test_months_given_follow_the_curve(
    planner: Planner, catalog: Catalog, months: float, place: int
) -> None:
    answer = ask(planner, months)
    pay = percentiles(catalog)[place]
    assert stays(answer) == pytest.approx([pay] * len(answer.plans))
    assert not [n for n in answer.notices if n.field == "start.job.months"]


def test_own_pay_begins_where_it_is_and_grows_in_proportion(
    planner: Planner, catalog: Catalog
) -> None:
    answer = ask(planner, 60, 45_000)
    _, median, high = percentiles(catalog)
    for plan in answer.plans:
        assert plan.money.stay_pay_usd == pytest.approx(45_000)
        # From the median at five years to the 75th percentile at fifteen, scaled.
        tenth = plan.money.years[9]
        rise = (high / median - 1) / 10
        middle = 45_000 * (1 + rise * (9 + 5.5 / 12))
        assert tenth.stay == pytest.approx(middle, abs=0.01)
    assert beside_work(answer)
    for plan in beside_work(answer):
        assert plan.steps[0].pay_usd == pytest.approx(45_000)
        first = plan.money.years[0]
        assert first.earned == pytest.approx(first.stay)


def test_one_who_earns_more_gains_less(planner: Planner) -> None:
    def gain(pay: float | None) -> float:
        return ask(planner, 60, pay).get_plan("fastest").money.gain_npv

    assert gain(30_000) > gain(40_000) > gain(60_000)


def test_own_pay_stands_in_where_none_is_published(planner: Planner) -> None:
    start = Start(PastJob("Infantry", 48), education=Level.HIGH_SCHOOL, pay_usd=52_000)
    answer = planner.plan(PlanRequest(start, NURSE, state="OH"))
    assert stays(answer) == pytest.approx([52_000] * len(answer.plans))
    assert NoticeKind.PAY_MISSING not in {notice.kind for notice in answer.notices}


def test_own_pay_survives_the_trip_as_json() -> None:
    request = PlanRequest(Start(PastJob("cook"), pay_usd=31_000.0), NURSE)
    assert request.to_dict()["start"] == {"job": {"occupation": "cook"}, "pay_usd": 31_000.0}
    assert request_from_dict(request.to_dict()) == request


def test_income_given_up_by_hand() -> None:
    # A year without pay at two years of tenure: 32,400 rising by 1,200 a year, 32,950 in all;
    # then a year in the job itself gives nothing up.
    school, work = Stretch(12, None, 0.0), Stretch(12, LINE, 3.0)
    assert forgone([school, work], LINE, 2.0, 0.0) == pytest.approx(32_950)
    assert forgone([], LINE, 2.0, 0.0) == 0
    assert LINE.after(2.0) == pytest.approx(32_400)


@pytest.mark.parametrize(
    ("said", "field", "education"),
    [
        ("biology major, no job", "biology", Level.BACHELOR),
        ("no job", None, Level.HIGH_SCHOOL),
        ("on unemployment", None, Level.ASSOCIATE),
        ("GED", None, None),
    ],
)
def test_words_for_no_job_are_understood_in_the_library(
    planner: Planner, said: str, field: str | None, education: Level | None
) -> None:
    asked = PlanRequest(Start(PastJob(said), education=education), NURSE, state="OH")
    start = planner.plan(asked).request.start
    assert (start.job, start.field) == (None, field)
    assert start.education == (education or Level.HIGH_SCHOOL)


def test_without_a_job_the_schooling_is_asked_for(planner: Planner) -> None:
    with pytest.raises(BadRequest, match="education level for someone who has none"):
        planner.plan(PlanRequest(Start(PastJob("no job")), NURSE, state="OH"))

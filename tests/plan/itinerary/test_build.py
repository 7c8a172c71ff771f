"""What a plan tells: schools at its price, this week's step, how sure it is, and its horizon."""

from __future__ import annotations

import pytest

from careerlattice.catalog.model import SchoolProgram
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import NoticeKind, Plan, PlanAnswer
from careerlattice.plan.itinerary.horizon import lengthened
from careerlattice.plan.itinerary.this_week import OFFICIAL_PAGES
from careerlattice.plan.parameters import ALL
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import SECTORS, Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.requirements.parameters import LICENSE_MONTHS
from careerlattice.requirements.prices import COLLEGE_FIRST
from careerlattice.vocab.amounts import months_usually
from careerlattice.vocab.levels import EducationLevel as Level

AIDE = Start(PastJob("nursing assistant", 24), education=Level.HIGH_SCHOOL)
LEAVER = Start(None, education=Level.HIGH_SCHOOL)


@pytest.fixture(scope="module")
def nurse(planner: Planner) -> PlanAnswer:
    return planner.plan(PlanRequest(AIDE, Goal("registered nurse"), state="OH"))


@pytest.mark.parametrize(
    ("field", "has"),
    [("", "bachelor's degree, no field named"), ("history", "bachelor's degree, in another field")],
)
def test_schooling_is_in_another_field_only_where_one_was_named(
    planner: Planner, field: str, has: str
) -> None:
    start = Start(education=Level.BACHELOR, field=field or None)
    answer = planner.plan(PlanRequest(start, Goal("registered nurse"), state="OH"))
    needs = [need for step in answer.plans[0].steps for need in step.needs]
    assert [need.has for need in needs if need.what == "education"] == [has]


@pytest.mark.parametrize("sector", SECTORS)
def test_schools_whose_prices_are_shown_come_first(planner: Planner, sector: str) -> None:
    request = PlanRequest(AIDE, Goal("registered nurse"), state="OH", sector=sector)  # type: ignore[arg-type]
    study = next(s for p in planner.plan(request).plans for s in p.steps if s.kind == "study")
    # Who begins at a community college ends at a public university.
    control = "public" if sector == COLLEGE_FIRST else sector
    assert study.schools[0].control == control
    own = [school.completers or 0 for school in study.schools if school.control == control]
    assert own == sorted(own, reverse=True)


def test_a_school_leads_to_its_page() -> None:
    school = SchoolProgram(
        "Sinclair", "OH", "public", "51.38", "Nursing", "associate", 1, 2, 3, "205470"
    )
    assert school.url == "https://collegescorecard.ed.gov/school/?205470"
    assert school.to_dict()["url"] == school.url
    unknown = SchoolProgram("A", "OH", "public", "51.38", "", "associate", None, None, None)
    assert unknown.url is None


def test_the_first_step_says_what_to_do_this_week_and_where(planner: Planner) -> None:
    asked = {
        "associate": (AIDE, Goal("registered nurse"), Limits(study="full"), "studentaid.gov"),
        "certificate": (AIDE, Goal("licensed practical nurse"), Limits(), "AmericanJobCenters"),
        "trade": (LEAVER, Goal("electricians"), Limits(), "apprenticeship.gov"),
        "job": (LEAVER, Goal("cashiers"), Limits(study="none"), "state-job-banks"),
    }
    for name, (start, goal, limits, part) in asked.items():
        answer = planner.plan(PlanRequest(start, goal, limits, "OH"))
        told = [(plan.steps[0].first_do, plan.steps[0].first_url) for plan in answer.plans]
        assert any(part in url for _, url in told), (name, told)
        assert all(words.endswith(".") for words, _ in told)


def test_a_license_first_asks_its_agency(planner: Planner) -> None:
    graduate = Start(None, education=Level.ASSOCIATE, field="51.38")
    answer = planner.plan(PlanRequest(graduate, Goal("registered nurse"), state="OH"))
    first = answer.plans[0].steps[0]
    assert first.kind == "license"
    assert first.first_url == first.licenses[0].url
    assert "Ohio Board of Nursing" in first.first_do


def test_no_school_of_another_state_is_named(planner: Planner) -> None:
    answer = planner.plan(PlanRequest(AIDE, Goal("registered nurse")))
    for plan in answer.plans:
        for school in plan.steps[0].schools:
            assert school.school not in plan.steps[0].first_do


def test_addresses_are_those_of_federal_publishers() -> None:
    for door in OFFICIAL_PAGES:
        host = door.url.split("/")[2]
        assert host.endswith((".gov", "www.careeronestop.org")) or host == "studentaid.gov"
        assert "Department of" in door.publisher


def test_how_sure_says_the_rarest_change_and_who_would_hire(
    nurse: PlanAnswer, arrays: LatticeArrays
) -> None:
    for plan in nurse.plans:
        # How many came to nursing without the degree and the license says nothing of who has them.
        moves = _bare_moves(plan)
        told = f"about {min(moves) * 1000:.0f} in 1,000" if moves else "No survey counts"
        assert told in plan.how_sure
        assert f"{plan.share_open:.0%} of registered nurse jobs" in plan.how_sure
        assert plan.to_dict()["how_sure"] == plan.how_sure


def _bare_moves(plan: Plan) -> list[float]:
    """How likely the changes are that neither schooling nor a license prepares."""
    found, is_prepared = [], False
    for step in plan.steps:
        is_prepared |= step.kind in ("study", "license", "course", "practice")
        if step.kind == "arrive":
            if not is_prepared:
                found.append(step.likelihood)
            is_prepared = False
    return found


def test_a_change_without_schooling_is_counted(planner: Planner) -> None:
    start = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)
    plans = planner.plan(
        PlanRequest(start, Goal("customer service representatives"), state="OH")
    ).plans
    bare = [plan for plan in plans if plan.job_changes == 1 and _bare_moves(plan)]
    assert bare
    for plan in bare:
        assert f"about {_bare_moves(plan)[0] * 1000:.0f} in 1,000" in plan.how_sure


def test_without_a_job_no_change_is_counted(planner: Planner) -> None:
    plans = planner.plan(PlanRequest(LEAVER, Goal("electricians"), state="OH")).plans
    direct = [plan for plan in plans if plan.job_changes == 1]
    assert direct
    assert all("No survey counts" in plan.how_sure for plan in direct)
    assert not [plan for plan in direct if "in 1,000" in plan.how_sure]


def test_a_long_way_is_compared_over_years_enough(planner: Planner) -> None:
    request = PlanRequest(LEAVER, Goal("family medicine physicians"), state="OH")
    answer = planner.plan(request)
    longest = max(plan.months_usual for plan in answer.plans)
    years = {len(plan.money.years) for plan in answer.plans}
    # Eleven years and eleven months of schooling and residency, and ten years after.
    assert years == {lengthened(10, longest)} == {22}
    (notice,) = (n for n in answer.notices if n.kind is NoticeKind.HORIZON)
    assert notice.value == 22
    assert "22 years instead of 10" in notice.text
    assert answer.plans[0].money.payback_month is not None
    asked = planner.plan(
        PlanRequest(LEAVER, Goal("family medicine physicians"), state="OH", horizon_years=10)
    )
    assert {len(plan.money.years) for plan in asked.plans} == {10}
    assert NoticeKind.HORIZON not in {notice.kind for notice in asked.notices}


@pytest.mark.parametrize(
    ("months", "years"), [(0, 10), (84, 10), (85, 18), (120, 20), (136, 22), (480, 45), (600, 45)]
)
def test_the_horizon_by_hand(months: float, years: int) -> None:
    assert lengthened(10, months) == years


def test_the_usual_time_is_the_sum_along_the_way(nurse: PlanAnswer) -> None:
    for plan in nurse.plans:
        assert plan.months_usual == sum(step.months_usual for step in plan.steps)
        at = 0.0
        for step in plan.steps:
            assert step.start_month_usual == at
            at += step.months_usual
            assert step.end_month == at
    (direct,) = (plan for plan in nurse.plans if plan.months == 27)
    # An associate degree in nursing takes 24 to 36 months, its license one to two, a search two.
    told = months_usually(direct.months, direct.months_usual)
    assert told == "usually 2 years 10 months, 2 years 3 months at best"
    assert months_usually(12, 12) == "1 year"


def test_schooling_taken_says_what_it_rests_on(planner: Planner) -> None:
    start = Start(PastJob("nursing assistant", 24))
    answer = planner.plan(PlanRequest(start, Goal("registered nurse"), state="OH"))
    (notice,) = (n for n in answer.notices if n.field == "start.education")
    # No law asks schooling of nursing assistants but a course of weeks, whose license opens all.
    assert "enough for 100% of nursing assistant jobs" in notice.text
    assert "half of them ask" not in notice.text


def test_notices_and_reasons_speak_of_ways_and_not_of_numbers(planner: Planner) -> None:
    for goal in (Goal("accountants"), Goal(min_pay_usd=60_000)):
        answer = planner.plan(PlanRequest(Start(PastJob("cashier")), goal))
        words = [notice.text for notice in answer.notices]
        words += [str(reason) for plan in answer.plans for reason in plan.reasons]
        assert not [text for text in words if "plan-" in text or "are efficient" in text]
        assert not [text for text in words if "differently" in text]


def test_few_open_names_the_ways(planner: Planner) -> None:
    answer = planner.plan(
        PlanRequest(Start(PastJob("cashier"), education=Level.HIGH_SCHOOL), Goal("accountants"))
    )
    few = [notice.text for notice in answer.notices if notice.kind is NoticeKind.FEW_OPEN]
    assert few
    assert all(text.startswith("The ") and " way" in text for text in few)


def test_every_assumption_has_a_plain_label() -> None:
    of_courses = {"ged_months", "ged_usd", "returning_credit_years"}
    assert of_courses | {"prior_credit_other_field_years", "license_months"} <= set(ALL)
    assert ALL["license_months"] is LICENSE_MONTHS
    labels = [item.label for item in ALL.values()]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert ALL["ged_usd"].why.startswith("an estimate")

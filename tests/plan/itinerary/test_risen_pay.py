"""What a job pays to begin with: never more than half of those who do it, for old pay's sake."""

from __future__ import annotations

from types import ModuleType

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.content.entry_pay import entry_figure_of, list_entry_figures, share_schedule
from careerlattice.plan.answer import Plan, Task
from careerlattice.plan.facts.pay_line import EntryPay, PayLine
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

LINE = PayLine(50_000, 70_000, 90_000, 45_000)


def test_pay_so_taken_begins_at_most_and_at_least_there() -> None:
    assert EntryPay().on(LINE).after(0) == 45_000
    assert EntryPay(most_usd=40_000).on(LINE).after(0) == 40_000
    assert EntryPay(most_usd=40_000).on(LINE).after(5) == 70_000
    assert EntryPay(least_usd=60_000).on(LINE).after(0) == 60_000
    assert EntryPay(60_000, 40_000).start(45_000) == 60_000


@pytest.mark.slow
@pytest.mark.parametrize("seed", [41, 42])
def test_of_real_requests_no_job_starts_above_its_median(
    planner: Planner, catalog: Catalog, requests_module: ModuleType, seed: int
) -> None:
    """But for who is promoted from the job they have and keeps what they earn."""
    looked = 0
    for request in requests_module.draw_requests(catalog, 150, seed):
        for plan in planner.plan(request).plans:
            pay = plan.pay_at_goal
            if pay.start is None or pay.p50 is None:
                continue
            looked += 1
            is_promoted = plan.job_changes == 1 and pay.is_risen
            practiced = any(step.task is Task.PRACTICE for step in plan.steps)
            if not is_promoted and not practiced:
                assert pay.start <= pay.p50 + 1, (request, plan.id)
            if pay.is_of_wide_group:
                assert not plan.money.is_told
    assert looked > 100


def plans_of(planner: Planner, start: Start, goal: str, state: str) -> tuple[Plan, ...]:
    return planner.plan(PlanRequest(start, Goal(goal), state=state)).plans


def test_a_course_in_place_of_a_degree_opens_the_lowest_paid_tenth(planner: Planner) -> None:
    bartender = Start(PastJob("bartender", 48), education=Level.BACHELOR, field="psychology")
    graduate = Start(education=Level.BACHELOR, field="computer science")
    taught = plans_of(planner, bartender, "software developer", "CO")[0].pay_at_goal
    schooled = plans_of(planner, graduate, "software developer", "CO")[0].pay_at_goal
    assert taught.start is not None
    assert schooled.start is not None
    assert taught.start < 0.95 * schooled.start


def test_pay_of_a_wide_group_is_said_to_be_so_and_adds_up_to_no_gain(planner: Planner) -> None:
    nurse = Start(PastJob("registered nurse", 96), education=Level.BACHELOR, field="nursing")
    (plan,) = plans_of(planner, nurse, "clinical research coordinator", "MN")
    assert plan.pay_at_goal.group == "Natural Sciences Managers"
    assert plan.pay_at_goal.start is not None
    assert plan.pay_at_goal.start < 90_000
    assert plan.money.gain_told is None


def test_a_figure_of_ones_own_stands_in_for_the_surveys(planner: Planner) -> None:
    student = Start(education=Level.HIGH_SCHOOL)
    (plan, *_) = plans_of(planner, student, "veterinarian", "IA")
    assert plan.pay_at_goal.start is not None
    assert 115_000 < plan.pay_at_goal.start <= 129_000
    assert "AVMA" in plan.pay_at_goal.start_of
    teller = Start(PastJob("bank teller", 48), education=Level.HIGH_SCHOOL)
    branch = plans_of(planner, teller, "bank branch manager", "MO")[0]
    assert branch.pay_at_goal.start == 64_000
    assert branch.money.gain_told is None
    whole = plans_of(planner, teller, "financial managers", "MO")[0]
    assert not whole.pay_at_goal.group
    assert whole.money.gain_told is not None


def test_every_figure_of_entry_pay_has_its_source_and_its_occupation(catalog: Catalog) -> None:
    codes = {str(code) for code in catalog.codes}
    for figure in list_entry_figures():
        assert figure.code in codes
        assert figure.cite
        assert figure.how in ("read", "known")
        assert 20_000 < figure.start_usd < 400_000
    assert entry_figure_of("11-3031.00") is None
    assert entry_figure_of("11-3031.00", "Bank Branch Manager") is not None


def test_school_staff_keep_their_place_on_the_salary_schedule(planner: Planner) -> None:
    teacher = Start(
        PastJob("Elementary School Teachers, Except Special Education", 72),
        education=Level.BACHELOR,
        pay_usd=58_000,
    )
    for plan in plans_of(planner, teacher, "school counselor", "TN"):
        if plan.job_changes == 1:
            assert plan.pay_at_goal.start is not None
            assert plan.pay_at_goal.start >= 58_000
    aide = Start(PastJob("home health aide", 72), education=Level.BACHELOR, pay_usd=58_000)
    starts = [one.pay_at_goal.start for one in plans_of(planner, aide, "school counselor", "TN")]
    assert all(start is None or start < 58_000 for start in starts)


def test_one_schedule_pays_teachers_counselors_and_principals_and_nobody_else() -> None:
    assert share_schedule("25-2021.00", "21-1012.00")
    assert share_schedule("25-2031.00", "11-9032.00")
    assert not share_schedule("25-2021.00", "21-1023.00")
    assert not share_schedule("25-1071.00", "25-2031.00")


def test_a_doctor_begins_at_a_doctors_pay_and_not_at_a_residents(planner: Planner) -> None:
    graduate = Start(education=Level.PROFESSIONAL, field="51.12")
    for goal in ("Family Medicine Physicians", "Pediatricians, General"):
        for plan in plans_of(planner, graduate, goal, "NY"):
            pay = plan.pay_at_goal
            assert pay.start == pay.p50 or (pay.start or 0) >= 244_000
            assert "residency" in pay.start_of


def test_who_served_an_apprenticeship_is_no_beginner(planner: Planner) -> None:
    """The wage of an apprentice rises to the skilled worker's; it does not fall back at the end."""
    laborer = Start(PastJob("47-2061.00", 12), education=Level.HIGH_SCHOOL)
    plans = plans_of(planner, laborer, "electrician", "TX")
    served = [
        plan for plan in plans if any(step.task is Task.APPRENTICESHIP for step in plan.steps)
    ]
    assert served
    for plan in served:
        pay = plan.pay_at_goal
        assert pay.start is not None
        assert pay.p25 is not None
        assert pay.p50 is not None
        assert pay.is_risen
        assert pay.p25 < pay.start <= pay.p50


def test_supervised_practice_pays_no_more_than_the_place_pays_beginners(planner: Planner) -> None:
    historian = Start(PastJob("13-1081.00", 48), education=Level.BACHELOR, field="54.01")
    plans = plans_of(planner, historian, "middle school teacher", "NC")
    practiced = [
        (step.pay_usd, plan.pay_at_goal)
        for plan in plans
        for step in plan.steps
        if step.task is Task.PRACTICE
    ]
    assert practiced
    for pay, goal in practiced:
        assert pay is not None
        assert goal.p25 is not None
        assert pay <= goal.p25
        assert (goal.start or 0) < (goal.p50 or 0)

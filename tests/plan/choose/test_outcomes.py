"""Who names only an outcome: what is called best is best of all in reach."""

from __future__ import annotations

import random
from types import ModuleType

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import Aim, NoticeKind, Plan, PlanAnswer
from careerlattice.plan.parameters import CLOSE_SHARE, FEW_OPEN, GAIN_NOISE, SELDOM_MADE
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

JOBS = (
    "home health aide", "cashier", "truck driver", "construction laborer", "waiter",
    "nursing assistant", "office clerk", "janitor", "machinist", "restaurant cook",
    "security guard", "warehouse worker", "landscaping worker", "child care worker", "farmworker",
)  # fmt: skip
STATES = ("MS", "RI", "WV", "AZ", "OH", "TX", "ME", "WA")


def outcome(chance: random.Random) -> PlanRequest:
    job = PastJob(chance.choice(JOBS), chance.choice((6, 36, 120)))
    start = Start(job, education=Level.HIGH_SCHOOL)
    limits = Limits(chance.choice((24, 60)), chance.choice((4_000, 12_000)), max_job_changes=2)
    goal = Goal(min_pay_usd=chance.choice((42_000, 50_000, 60_000)))
    return PlanRequest(start, goal, limits, chance.choice(STATES), horizon_years=10)


def of_name(answer: PlanAnswer, aim: Aim) -> Plan | None:
    own = (plan for plan in answer.plans for name in plan.names if name.slug == aim.value)
    return next(own, None)


def is_made(plan: Plan) -> bool:
    """Whether all its moves are ones that people make, to work that is open."""
    moves = [step.likelihood for step in plan.steps if step.kind == "arrive"]
    return plan.share_open >= FEW_OPEN.value and all(
        chance is not None and chance >= SELDOM_MADE.value for chance in moves
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_no_way_to_a_named_job_in_reach_beats_what_is_called_best(
    planner: Planner, catalog: Catalog, seed: int
) -> None:
    chance = random.Random(seed)
    request = outcome(chance)
    answer = planner.plan(request)
    fastest, richest = of_name(answer, Aim.FASTEST), of_name(answer, Aim.HIGHEST_EARNINGS)
    assert fastest is not None
    start, wanted = request.start, request.goal.min_pay_usd
    pay = catalog.pay_vectors(catalog.get_area(request.state or "")).p50
    rows = np.flatnonzero(planner._resolve(request).goals.is_goal).tolist()
    held = planner.facts.typical[rows] <= Level.HIGH_SCHOOL
    looked = 0
    for row in chance.sample([row for row, one in zip(rows, held, strict=True) if one], 12):
        assert wanted is None or pay[row] >= wanted
        named = PlanRequest(
            start, Goal(str(catalog.codes[row])), request.limits, request.state, horizon_years=10
        )
        for plan in filter(is_made, planner.plan(named).plans):
            looked += 1
            assert plan.months_usual >= fastest.months_usual, catalog.codes[row]
            if richest is not None and plan.months_usual <= 60:
                most = richest.money.gain_npv + GAIN_NOISE.value
                assert plan.money.gain_npv <= most, catalog.codes[row]
    assert looked


@pytest.mark.parametrize(
    ("start", "state", "pay", "name", "codes"),
    [
        (
            Start(
                PastJob("taxi driver"),
                education=Level.BACHELOR,
                field="civil engineering",
                trained_abroad="civil engineer",
            ),
            "NY", 80_000, "your own profession", {"17-2051.00"},
        ),
        (
            Start(PastJob("high school teacher", 60), education=Level.BACHELOR, field="english"),
            "SD", 85_000, "a step up from your job", {"11-9032.00"},
        ),
        (
            Start(PastJob("coal miner", 240), education=Level.HIGH_SCHOOL),
            "WV", 60_000, "a step up from your job", {"47-1011.00"},
        ),
        (
            Start(PastJob("home health aide"), education=Level.HIGH_SCHOOL),
            "MS", 45_000, "best with a short course", {"53-3032.00"},
        ),
        (
            Start(PastJob("truck driver"), education=Level.HIGH_SCHOOL),
            "RI", 75_000, "a step up from your job", {"11-3071.00"},
        ),
    ],
)  # fmt: skip
def test_what_is_ones_own_has_a_place(
    planner: Planner, start: Start, state: str, pay: float, name: str, codes: set[str]
) -> None:
    answer = planner.plan(PlanRequest(start, Goal(min_pay_usd=pay), state=state))
    assert str(answer.get_plan(name).route[-1].code) in codes


def test_an_apprenticeship_within_the_limits_has_a_place(planner: Planner) -> None:
    driver = Start(PastJob("truck driver"), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(driver, Goal(min_pay_usd=70_000), state="RI"))
    assert any(step.kind == "apprenticeship" for plan in answer.plans for step in plan.steps)


@pytest.mark.parametrize("goal", ["financial examiners", "computer systems analysts"])
def test_a_profession_with_fields_of_its_own_is_not_proposed_straight_to_another_field(
    planner: Planner, goal: str
) -> None:
    teacher = Start(PastJob("high school teacher", 60), education=Level.BACHELOR, field="english")
    answer = planner.plan(
        PlanRequest(teacher, Goal(min_pay_usd=85_000), Limits(study="part"), state="SD")
    )
    code = str(planner.catalog.resolve(goal).occupation.code)
    assert code not in {str(plan.route[-1].code) for plan in answer.plans}


@pytest.mark.slow
def test_closest_to_your_work_is_work_that_people_go_on_to_or_of_the_same_field(
    planner: Planner, catalog: Catalog, requests_module: ModuleType
) -> None:
    looked = 0
    facts = planner.facts
    for request in requests_module.draw_requests(catalog, 250, 9):
        if not request.goal.is_outcome or request.start.job is None:
            continue
        answer = planner.plan(request)
        plan = of_name(answer, Aim.OWN_LINE)
        if plan is None or request.start.past:
            continue
        job = catalog.row_of[catalog.resolve(request.start.job.occupation).occupation.code]
        goal = catalog.row_of[plan.route[-1].code]
        studied = planner._resolve(request).person.programs
        shares = planner.arrays.likelihood[job, goal] >= CLOSE_SHARE.value
        rule = facts.is_ladder[job, goal] or facts.is_named[job, goal]
        assert shares or rule or studied & facts.programs[goal], plan
        looked += 1
    assert looked > 5


def test_no_way_to_an_outcome_that_ends_below_staying_put_where_others_end_above(
    planner: Planner,
) -> None:
    """And the next rung up of one's own line stands among them, with the few jobs that are open."""
    cleaner = Start(PastJob("janitor", 60), education=Level.LESS_THAN_HIGH_SCHOOL)
    goal = Goal(min_pay_usd=45_760)
    answer = planner.plan(PlanRequest(cleaner, goal, Limits(study="none"), state="WA"))
    assert len(answer.plans) >= 2
    assert all(plan.money.gain_npv > 0 for plan in answer.plans if plan.money.is_told)
    up = answer.get_plan("a step up from your job")
    assert str(up.route[-1].code) == "37-1011.00"
    assert up.share_open < 0.1


def test_who_wants_no_study_is_shown_no_course_of_months(planner: Planner) -> None:
    reporter = Start(PastJob("journalist", 72), education=Level.BACHELOR, field="journalism")
    request = PlanRequest(reporter, Goal(min_pay_usd=70_000), Limits(study="none"), state="CT")
    plans = planner.plan(request).plans
    assert plans
    for plan in plans:
        for step in plan.steps:
            if step.kind == "course":
                assert step.pay_usd is not None or step.months <= 1.0
            assert step.kind not in ("study", "apprenticeship")


def test_what_a_carrier_teaches_is_paid_less_than_driving(planner: Planner) -> None:
    cook = Start(PastJob("line cook", 60), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(cook, Goal("truck driver"), Limits(study="none"), state="TX"))
    courses = [step for plan in answer.plans for step in plan.steps if step.kind == "course"]
    assert courses
    for step in courses:
        assert step.pay_usd is not None
        start = answer.plans[0].pay_at_goal.start
        assert start is not None
        assert step.pay_usd <= 0.61 * start


def test_who_earns_less_than_they_want_is_not_told_that_their_job_fits(planner: Planner) -> None:
    goal = Goal(min_pay_usd=42_000)
    job = PastJob("school bus driver", 156)
    for pay, is_told in ((22_000.0, False), (None, True)):
        start = Start(job, pay_usd=pay, education=Level.HIGH_SCHOOL)
        kinds = {n.kind for n in planner.plan(PlanRequest(start, goal, state="WY")).notices}
        assert (NoticeKind.ALREADY_THERE in kinds) == is_told


def test_trades_are_taught_by_who_worked_in_one(planner: Planner) -> None:
    """Call centers and buses are no trade that schools teach; welding is."""
    for job, may in (("customer service representative", False), ("welder", True)):
        start = Start(PastJob(job, 72), education=Level.HIGH_SCHOOL)
        request = PlanRequest(start, Goal("25-2032.00"), Limits(max_months=48), state="FL")
        assert any(plan.job_changes == 1 for plan in planner.plan(request).plans) == may, job

"""Random requests, every plan walked by the checker; and proof that the checker can object."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import Plan, PlanAnswer, Step
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

pytestmark = pytest.mark.slow

HOW_MANY, SEED = 300, 20_261


def test_no_plan_has_a_step_nobody_could_take(
    planner: Planner,
    catalog: Catalog,
    arrays: LatticeArrays,
    checker_module: ModuleType,
    requests_module: ModuleType,
) -> None:
    checker = checker_module.Checker(catalog, arrays)
    found, plans = [], 0
    for number, request in enumerate(requests_module.draw_requests(catalog, HOW_MANY, SEED)):
        answer = planner.plan(request)
        plans += len(answer.plans)
        found += [f"request {number}: {text}" for text in checker.check(answer)]
    assert found == []
    assert plans > HOW_MANY  # else the requests are too hard to say anything


@pytest.fixture(scope="module")
def nurse(planner: Planner) -> PlanAnswer:
    aide = Start(PastJob("nursing assistant", 24), education=Level.HIGH_SCHOOL)
    return planner.plan(PlanRequest(aide, Goal("registered nurse"), state="OH"))


@pytest.fixture(scope="module")
def objections(catalog: Catalog, arrays: LatticeArrays, checker_module: ModuleType):  # type: ignore[no-untyped-def]
    return checker_module.Checker(catalog, arrays).check


def _with(answer: PlanAnswer, plan: Plan) -> PlanAnswer:
    search = replace(answer.search, shown=1)
    return replace(answer, plans=(plan,), search=search)


def _steps(plan: Plan, change, kind: str) -> Plan:  # type: ignore[no-untyped-def]
    steps: list[Step] = []
    for step in plan.steps:
        steps += change(step) if step.kind == kind else [step]
    return replace(plan, steps=tuple(steps))


MUTATIONS = {
    "without the license": lambda p: _steps(p, lambda s: [], "license"),
    "asks 5": lambda p: _steps(p, lambda s: [], "study"),
    "without time to look": lambda p: _steps(p, lambda s: [], "search"),
    "begins in month": lambda p: _steps(
        p, lambda s: [replace(s, start_month=s.start_month + 1)], "license"
    ),
    "are none of": lambda p: _steps(p, lambda s: [replace(s, cost_usd=s.cost_usd - 500)], "study"),
    "names no program": lambda p: _steps(p, lambda s: [replace(s, programs=())], "study"),
    "names no license": lambda p: _steps(p, lambda s: [replace(s, licenses=())], "license"),
    "names no source": lambda p: _steps(p, lambda s: [replace(s, sources=())], "arrive"),
    "education is not told": lambda p: _steps(p, lambda s: [replace(s, needs=())], "arrive"),
    "pay is not told": lambda p: _steps(p, lambda s: [replace(s, pay=None)], "arrive"),
    "earned and paid twice": lambda p: _steps(p, lambda s: [s, s], "study"),
    "of jobs are open": lambda p: _steps(p, lambda s: [replace(s, share_open=1.0)], "arrive"),
    "months are": lambda p: replace(p, months=p.months - 1),
    "cost_usd is": lambda p: replace(p, cost_usd=p.cost_usd + 1),
    "the route is not": lambda p: replace(p, route=p.route[:1]),
    "job changes are miscounted": lambda p: replace(p, job_changes=3),
    "is told as": lambda p: replace(
        p,
        money=replace(p.money, years=(replace(p.money.years[0], tuition=0.0), *p.money.years[1:])),
    ),
}


@pytest.mark.parametrize("objection", MUTATIONS)
def test_the_checker_objects_to_what_is_wrong(
    nurse: PlanAnswer, objections, objection: str
) -> None:  # type: ignore[no-untyped-def]
    plan = next(p for p in nurse.plans if p.job_changes == 1 and p.months < 40)
    assert objections(_with(nurse, plan)) == []
    broken = MUTATIONS[objection](plan)
    assert any(objection in text for text in objections(_with(nurse, broken)))


OF_ONE_DEGREE = {
    # As a doctorate, with its time and price: five years at $12,394.
    "is not the degree that opens it": lambda p: _steps(
        p,
        lambda s: (
            [replace(s, credential=Level.DOCTORAL, months=60.0, cost_usd=61_970.0)]
            if s.credential is Level.PROFESSIONAL
            else [s]
        ),
        "study",
    ),
    # A master's in place of the degree.
    "asks 10, 8 counts": lambda p: _steps(
        p,
        lambda s: (
            [replace(s, credential=Level.MASTER)] if s.credential is Level.PROFESSIONAL else [s]
        ),
        "study",
    ),
    "names a program that does not lead there": lambda p: _steps(
        p, lambda s: [replace(s, programs=("Cardiovascular Disease Residency Program",))], "study"
    ),
    "is not taught beside a job": lambda p: _steps(
        p, lambda s: [replace(s, is_beside_work=True)], "study"
    ),
    "without a residency": lambda p: replace(
        p, steps=tuple(s for s in p.steps if not s.title.startswith("Complete a residency"))
    ),
}


@pytest.mark.parametrize("objection", OF_ONE_DEGREE)
def test_the_checker_objects_where_one_degree_opens_a_profession(
    planner: Planner,
    objections,
    objection: str,  # type: ignore[no-untyped-def]
) -> None:
    start = Start(education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(start, Goal("Family Medicine Physicians"), state="OH"))
    plan = answer.plans[0]
    assert objections(_with(answer, plan)) == []
    broken = OF_ONE_DEGREE[objection](plan)
    assert any(objection in text for text in objections(_with(answer, broken)))


@pytest.mark.parametrize(
    ("limits", "objection"),
    [
        (Limits(max_months=20), "takes 28"),
        (Limits(budget_usd=8_000), "costs 8300"),
        (Limits(study="part"), "studied in a way the person cannot"),
        (Limits(study="none"), "studied in a way the person cannot"),
        (Limits(max_credential=Level.CERTIFICATE), "above the highest credential"),
        (Limits(min_pay_usd=20_000), "no pay while a lowest pay is set"),
        (Limits(within=("Finance",)), "outside"),
        (Limits(avoid=("registered nurse",)), "to be avoided"),
    ],
)
def test_the_checker_objects_to_broken_limits(
    nurse: PlanAnswer,
    objections,
    limits: Limits,
    objection: str,  # type: ignore[no-untyped-def]
) -> None:
    plan = next(p for p in nurse.plans if p.job_changes == 1 and p.months < 40)
    asked = replace(nurse, request=replace(nurse.request, limits=limits))
    assert any(objection in text for text in objections(_with(asked, plan)))


def test_the_checker_objects_to_the_wrong_goal_and_to_missing_experience(
    planner: Planner,
    nurse: PlanAnswer,
    objections,  # type: ignore[no-untyped-def]
) -> None:
    asked = replace(nurse, request=replace(nurse.request, goal=Goal("electricians")))
    assert any("is not the goal" in text for text in objections(asked))
    cook = Start(PastJob("cooks, fast food", 0), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(cook, Goal("chefs and head cooks"), state="OH"))
    assert answer.plans
    assert objections(answer) == []
    plan = next(p for p in answer.plans if any(s.kind == "work" for s in p.steps))
    hurried = _steps(plan, lambda s: [replace(s, months=1.0, months_usual=1.0)], "work")
    assert any("of related work" in text for text in objections(_with(answer, hurried)))

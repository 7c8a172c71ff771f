"""Random requests, every plan walked by the checkers; and proof that the checkers can object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import Aim, Plan, PlanAnswer, PlanName, Step, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.levels import EducationLevel as Level

pytestmark = pytest.mark.slow

HOW_MANY, SEED = 300, 20_261
Objections = Callable[[PlanAnswer], list[str]]
Change = Callable[[Plan], Plan]


def test_no_plan_has_a_step_nobody_could_take(
    planner: Planner, catalog: Catalog, objections: Objections, requests_module: ModuleType
) -> None:
    found, plans = [], 0
    for number, request in enumerate(requests_module.draw_requests(catalog, HOW_MANY, SEED)):
        answer = planner.plan(request)
        plans += len(answer.plans)
        found += [f"request {number}: {text}" for text in objections(answer)]
    assert found == []
    assert plans > HOW_MANY  # else the requests are too hard to say anything


def only(answer: PlanAnswer, plan: Plan) -> PlanAnswer:
    """The answer with this plan alone."""
    return replace(answer, plans=(plan,), search=replace(answer.search, shown=1))


def with_steps(kind: str, change: Callable[[Step], list[Step]]) -> Change:
    """A plan with other steps in place of those of a kind."""

    def changed(plan: Plan) -> Plan:
        steps: list[Step] = []
        for step in plan.steps:
            steps += change(step) if step.kind == kind else [step]
        return replace(plan, steps=tuple(steps))

    return changed


def without(kind: str) -> Change:
    return with_steps(kind, lambda _: [])


def alter(kind: str, **values: object) -> Change:
    return with_steps(kind, lambda step: [replace(step, **values)])  # type: ignore[arg-type]


def shorten(kind: str, months: float) -> Change:
    return alter(kind, months=months, months_usual=months)


def direct(answer: PlanAnswer) -> Plan:
    """The quickest plan of a single job change."""
    return min((p for p in answer.plans if p.job_changes == 1), key=lambda plan: plan.months)


WALKERS = {
    "nurse": PlanRequest(
        Start(PastJob("nursing assistant", 24), education=Level.HIGH_SCHOOL),
        Goal("registered nurse"), state="OH",
    ),
    "hygienist": PlanRequest(
        Start(PastJob("dental assistant", 24), education=Level.HIGH_SCHOOL),
        Goal("dental hygienist"), state="OH",
    ),
    "physician": PlanRequest(
        Start(education=Level.HIGH_SCHOOL), Goal("family medicine physicians"), state="OH"
    ),
    "electrician": PlanRequest(Start(education=Level.HIGH_SCHOOL), Goal("electrician"), state="TX"),
    "supervisor": PlanRequest(
        Start(PastJob("retail salespersons", 3), education=Level.HIGH_SCHOOL),
        Goal("first-line supervisors of retail sales workers"), state="OH",
    ),
    "teacher": PlanRequest(
        Start(PastJob("biologists", 24), education=Level.BACHELOR, field="26.01"),
        Goal("Elementary School Teachers, Except Special Education"), state="GA",
    ),
    "seller": PlanRequest(
        Start(PastJob("retail salespersons", 120), education=Level.HIGH_SCHOOL),
        Goal("first-line supervisors of retail sales workers"), state="OH",
    ),
    "leaver": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.LESS_THAN_HIGH_SCHOOL),
        Goal("insurance sales agents"), state="OH",
    ),
    "jailer": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL),
        Goal("correctional officers and jailers"), state="OH",
    ),
    "broker": PlanRequest(
        Start(PastJob("retail salespersons", 60), education=Level.HIGH_SCHOOL),
        Goal("securities, commodities, and financial services sales agents"), state="OH",
    ),
    "mover": PlanRequest(
        Start(PastJob("registered nurses", 60), licenses=(HeldLicense("registered nurse", "TX"),)),
        Goal("registered nurses"), state="CA",
    ),
    "immigrant": PlanRequest(
        Start(PastJob("taxi drivers", 24), trained_abroad="registered nurses"),
        Goal("registered nurses"), state="IL",
    ),
    "rescuer": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL),
        Goal("emergency medical technicians"), state="OH",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def answers(planner: Planner) -> dict[str, PlanAnswer]:
    return {who: planner.plan(request) for who, request in WALKERS.items()}


def _tuition_untold(plan: Plan) -> Plan:
    first, *rest = plan.money.years
    years = (replace(first, tuition=0.0), *rest)
    return replace(plan, money=replace(plan.money, years=years))


def _course_first(plan: Plan) -> Plan:
    steps = sorted(plan.steps, key=lambda step: step.kind != "course")
    return replace(plan, steps=tuple(steps))


def _gain_untold(plan: Plan) -> Plan:
    return replace(plan, money=replace(plan.money, is_told=False))


def _ten_years(plan: Plan) -> Plan:
    return replace(plan, money=replace(plan.money, years=plan.money.years[:10]))


def _forgoes(usd: float) -> Change:
    return lambda plan: replace(plan, forgone_usd=usd)


# Whose plan, what is changed in it, and what is objected to.
WRONG: list[tuple[str, Change, str]] = [
    ("nurse", without("license"), "without the license"),
    ("nurse", alter("license", license_name=""), "the license is not named"),
    ("nurse", alter("license", license_name="Tow truck license"), "the license is not named"),
    ("nurse", alter("license", license_state="TX"), "a license of TX"),
    ("nurse", shorten("license", 3.0), "the license takes"),
    ("nurse", without("study"), "meets no way in"),
    ("nurse", alter("study", credential=Level.HIGH_SCHOOL), "meets no way in"),
    ("hygienist", shorten("study", 10.0), "months, not 10"),
    ("hygienist", alter("study", is_beside_work=True), "is not taught beside a job"),
    ("nurse", alter("study", programs=("Cooking and Related Culinary Arts, General.",)),
     "a program that does not lead there"),
    ("nurse", alter("study", cost_usd=100.0, cost_low_usd=50.0), "is not the program's price"),
    ("nurse", alter("study", cost_low_usd=1e6), "outside its range"),
    ("nurse", without("search"), "without time to look"),
    ("nurse", shorten("search", 1.0), "another time than a search"),
    ("nurse", alter("license", start_month=1.0), "begins in month"),
    ("nurse", alter("arrive", sources=()), "names no source"),
    ("nurse", alter("arrive", needs=()), "education is not told"),
    ("nurse", alter("arrive", pay=None), "pay is not told"),
    ("nurse", alter("arrive", share_open=1.5), "is no share of jobs"),
    ("nurse", alter("arrive", likelihood=0.99), "the likelihood is another"),
    ("nurse", without("arrive"), "does not end in a job"),
    ("nurse", lambda p: replace(p, months=p.months - 1), "months are"),
    ("nurse", lambda p: replace(p, cost_usd=p.cost_usd + 1), "cost_usd is"),
    ("nurse", lambda p: replace(p, route=p.route[:1]), "the route is not"),
    ("nurse", lambda p: replace(p, job_changes=3), "job changes are miscounted"),
    ("nurse", _tuition_untold, "is told as"),
    ("physician", without("practice"), "supervised practice"),
    ("physician", shorten("practice", 12.0), "supervised practice"),
    ("physician", alter("practice", practice=""), "the practice has no name"),
    ("physician", alter("study", credential=Level.MASTER), "meets no way in"),
    ("physician", alter("study", credential=Level.DOCTORAL), "without a bachelor's degree"),
    ("electrician", without("apprenticeship"), "meets no way in"),
    ("electrician", shorten("apprenticeship", 23.0), "asks a term"),
    ("electrician", alter("apprenticeship", pay_usd=10_000_000.0), "is not a learner's pay"),
    ("supervisor", without("work"), "in the rank"),
    ("supervisor", shorten("work", 2.0), "in the rank"),
    ("teacher", without("study"), "is not studied"),
    ("nurse", alter("license", cost_usd=0.0), "costs no fee"),
    ("nurse", _gain_untold, "paid by the hour only"),
    ("nurse", _forgoes(0.0), "months without pay"),
    ("physician", _ten_years, "the horizon of 10 years"),
    ("seller", shorten("search", 2.0), "months for an opening"),
    ("seller", without("search"), "before there is an opening"),
    ("seller", alter("search", task=Task.FIND_JOB), "another time than a search"),
    ("seller", _forgoes(5_000.0), "though paid all the time"),
    ("seller", lambda p: replace(p, confidence=replace(p.confidence, origin="")),
     "odds are told"),
    ("nurse", lambda p: replace(p, confidence=replace(p.confidence, origin="Nurse")),
     "odds are told"),
    ("leaver", alter("study", is_beside_work=False), "the job is left for the GED"),
    ("leaver", alter("course", cost_usd=1.0, cost_low_usd=1.0), "is not the course's price"),
    ("jailer", without("course"), "is not taken"),
    ("jailer", _course_first, "the employer teaches before it hires"),
    ("jailer", alter("course", cost_usd=9.0, cost_high_usd=9.0), "though the employer pays"),
    ("jailer", alter("course", pay_usd=99_000.0), "as beginners are"),
    ("jailer", alter("course", course="Knitting"), "nobody asks the course"),
    ("broker", without("license"), "the license earned in the job is not told"),
    ("broker", alter("license", months=2.0, months_usual=2.0), "takes time or money"),
    ("jailer", lambda p: replace(p, names=(PlanName(Aim.USUAL_WAY),), job_changes=3),
     "is called the usual way"),
    ("rescuer", alter("course", course=""), "the course has no name"),
    ("mover", alter("license", task=Task.COMPACT, months=0.0), "a compact is used that is not"),
    ("mover", alter("license", months=0.0), "gets a license of the state at once"),
    ("mover", alter("license", license_held_in="OH"), "brings a license of OH"),
    ("mover", without("license"), "without the license"),
    ("mover", alter("license", notes=()), "does not say how the license comes to count"),
    ("immigrant", without("license"), "uses training from abroad that is not recognized"),
    ("immigrant", alter("license", recognition="a chat"), "recognized otherwise than it is asked"),
    ("immigrant", alter("license", months=1.0), "takes 1 months"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "change", "objection"), WRONG)
def test_the_checkers_object_to_what_is_wrong(
    answers: dict[str, PlanAnswer],
    objections: Objections,
    who: str,
    change: Change,
    objection: str,
) -> None:
    answer = answers[who]
    plan = direct(answer)
    before = objections(only(answer, plan))
    found = objections(only(answer, change(plan)))
    assert not any(objection in text for text in before)
    assert any(objection in text for text in found), found


# Who asked in place of the one whose plan it is.
IMPOSTORS: list[tuple[str, Start, str]] = [
    ("supervisor", Start(PastJob("cooks, fast food", 3), education=Level.HIGH_SCHOOL),
     "is filled from ranks below"),
    ("teacher", Start(PastJob("biologists", 24), education=Level.HIGH_SCHOOL),
     "starts from a degree not held"),
    ("electrician", Start(education=Level.LESS_THAN_HIGH_SCHOOL), "asks schooling"),
    ("nurse", Start(PastJob("nursing assistant", 24), education=Level.LESS_THAN_HIGH_SCHOOL),
     "without a high school diploma"),
]  # fmt: skip


@pytest.mark.parametrize(("who", "start", "objection"), IMPOSTORS)
def test_the_checkers_object_to_the_plan_of_somebody_else(
    answers: dict[str, PlanAnswer], objections: Objections, who: str, start: Start, objection: str
) -> None:
    answer = answers[who]
    assert start.education is not None
    label = replace(answer.start, level=start.education)
    asked = replace(answer.request, start=start)
    found = objections(replace(only(answer, direct(answer)), request=asked, start=label))
    assert any(objection in text for text in found), found


@pytest.mark.parametrize(
    ("limits", "objection"),
    [
        (Limits(max_months=20), "months of 20"),
        (Limits(budget_usd=8_000), "of 8000"),
        (Limits(study="part"), "studied in a way the person cannot"),
        (Limits(study="none"), "studied in a way the person cannot"),
        (Limits(max_credential=Level.CERTIFICATE), "above the highest credential"),
        (Limits(min_pay_usd=20_000), "no pay while a lowest pay is set"),
        (Limits(within=("Finance",)), "outside"),
        (Limits(avoid=("registered nurse",)), "to be avoided"),
    ],
)
def test_the_checkers_object_to_broken_limits(
    answers: dict[str, PlanAnswer], objections: Objections, limits: Limits, objection: str
) -> None:
    answer = answers["nurse"]
    asked = replace(answer, request=replace(answer.request, limits=limits))
    found = objections(only(asked, direct(answer)))
    assert any(objection in text for text in found), found


def test_the_checkers_object_to_names_that_are_not_true(
    answers: dict[str, PlanAnswer], objections: Objections
) -> None:
    answer = answers["nurse"]
    assert objections(answer) == []
    longest = max(answer.plans, key=lambda plan: plan.months)
    dearest = max(answer.plans, key=lambda plan: plan.cost_usd)
    poorest = replace(longest.money, gain_npv=longest.money.gain_npv - 1e7)
    for plan, changed, objection in (
        (longest, replace(longest, names=(PlanName(Aim.FASTEST),)), "is called fastest"),
        (dearest, replace(dearest, names=(PlanName(Aim.LOWEST_COST),)), "is called cheapest"),
        (longest, replace(longest, names=(PlanName(Aim.BALANCED),), months_usual=400.0),
         "is called balanced and takes"),
        (longest, replace(longest, names=(PlanName(Aim.BALANCED),), share_open=0.1),
         "is called balanced and opens"),
        (longest, replace(longest, names=(PlanName(Aim.EASIEST),), money=poorest),
         "is called easiest"),
    ):  # fmt: skip
        plans = tuple(changed if one is plan else one for one in answer.plans)
        found = objections(replace(answer, plans=plans))
        assert any(objection in text for text in found), (objection, found)


def test_the_checkers_object_to_the_wrong_goal(
    answers: dict[str, PlanAnswer], objections: Objections
) -> None:
    answer = answers["nurse"]
    asked = replace(answer, request=replace(answer.request, goal=Goal("electricians")))
    assert any("is not the goal" in text for text in objections(asked))

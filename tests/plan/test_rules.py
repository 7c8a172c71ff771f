"""Rules of what a job asks, by plans that would break them: R1 to R11 of the requirements."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import Plan, PlanAnswer, Step, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.requirements.entry import AskedIn, Standing
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level

LEAVER = Start(education=Level.HIGH_SCHOOL)
CASHIER = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)


def legs(plan: Plan) -> list[list[Step]]:
    """The steps of a plan, those of each job change by themselves."""
    found: list[list[Step]] = [[]]
    for step in plan.steps:
        found[-1].append(step)
        if step.task is Task.ARRIVE:
            found.append([])
    return found[:-1]


def ask(planner: Planner, start: Start, goal: str, state: str = "OH") -> PlanAnswer:
    answer = planner.plan(PlanRequest(start, Goal(goal), state=state))
    assert answer.plans, goal
    return answer


@pytest.mark.parametrize(
    ("goal", "schooled"),
    [
        ("registered nurse", Start(education=Level.ASSOCIATE, field="51.38")),
        ("dental hygienists", Start(education=Level.ASSOCIATE, field="51.0602")),
        ("accountants and auditors", Start(education=Level.BACHELOR, field="52.03")),
        ("civil engineers", Start(education=Level.BACHELOR, field="14.08")),
        ("lawyers", Start(education=Level.PROFESSIONAL, field="22.01")),
    ],
)
def test_schooling_held_counts_like_schooling_earned(
    planner: Planner, goal: str, schooled: Start
) -> None:
    """R1: who has studied for it studies nothing more, and is there sooner and for less."""
    held, plain = ask(planner, schooled, goal), ask(planner, LEAVER, goal)
    quickest = min(held.plans, key=lambda plan: plan.months)
    assert not [step for step in quickest.steps if step.credential]
    for one in ("months", "cost_usd"):
        least, other = (min(getattr(p, one) for p in a.plans) for a in (held, plain))
        assert least < other


@pytest.mark.parametrize(
    "goal", ["surgeons", "family medicine physicians", "orthodontists", "pediatricians, general"]
)
@pytest.mark.parametrize(
    "start",
    [
        LEAVER,
        Start(education=Level.PROFESSIONAL, field="51.12"),
        Start(PastJob("registered nurse", 120), education=Level.MASTER),
    ],
)
def test_no_physician_without_supervised_practice(
    planner: Planner, catalog: Catalog, goal: str, start: Start
) -> None:
    """R3: a residency is served at its own length, before the full license."""
    answer = ask(planner, start, goal)
    occupation = catalog.resolve(goal).occupation
    ways = open_requirements(catalog).get_entry(occupation.code).conditions
    least = min(way.practice.months.low for way in ways if way.practice)
    for plan in answer.plans:
        last = [step.task for step in legs(plan)[-1]]
        (practice,) = (step for step in legs(plan)[-1] if step.task is Task.PRACTICE)
        assert practice.months >= least >= 24
        if Task.LICENSE in last:
            assert last.index(Task.PRACTICE) < last.index(Task.LICENSE)
        else:
            # The license was earned in the licensed work that the bridge starts from.
            assert any(step.task is Task.LICENSE for leg in legs(plan)[:-1] for step in leg)


LICENSED = (
    "registered nurse", "lawyers", "hairdresser", "dental hygienists", "pharmacists",
    "family medicine physicians", "real estate sales agents",
    "Elementary School Teachers, Except Special Education",
)  # fmt: skip


@pytest.mark.parametrize("goal", LICENSED)
@pytest.mark.parametrize("state", ["OH", "TX", "NY"])
def test_a_license_that_law_asks_is_a_step_that_names_it(
    planner: Planner, catalog: Catalog, goal: str, state: str
) -> None:
    """R9: the step names the license, by law or as the state calls it, and says what it asks."""
    answer = ask(planner, LEAVER, goal, state)
    code = answer.plans[0].route[-1].code
    gates = open_requirements(catalog).get_entry(code, state).licenses
    assert any(gate.asked_in is AskedIn.ALL_STATES for gate in gates)
    for plan in answer.plans:
        steps = [step for step in legs(plan)[-1] if step.kind == "license"]
        (step,) = (step for step in steps if step.task is not Task.PERMIT)
        names = {gate.name for gate in gates} | {record.title for record in step.licenses}
        names |= {gate.rule.name for gate in gates if gate.rule is not None}
        assert step.license_name.casefold() in {name.casefold() for name in names}
        assert step.license_state == state
        assert step.license_name in " ".join(str(note) for note in step.notes)


@pytest.mark.parametrize(
    ("job", "goal"),
    [
        ("family medicine physicians", "cardiologists"),
        ("registered nurse", "critical care nurses"),
        ("elementary school teachers, except special education", "25-2022"),
    ],
)
def test_a_license_held_is_not_got_again(
    planner: Planner, catalog: Catalog, job: str, goal: str
) -> None:
    """R9: who works under a license has it for other work that asks the one of that name."""
    requirements = open_requirements(catalog)
    before, after = (
        requirements.get_entry(catalog.resolve(name).occupation.code) for name in (job, goal)
    )
    held = {gate.name for gate in before.licenses}
    answer = ask(planner, Start(PastJob(job, 60)), goal)
    for plan in answer.plans:
        again = [s.license_name for s in legs(plan)[0] if s.license_name in held]
        assert after.licenses
        assert not again


@pytest.mark.parametrize("start", [LEAVER, CASHIER])
@pytest.mark.parametrize("goal", ["electrician", "plumbers", "elevator installers"])
def test_where_apprenticeship_is_the_usual_door_it_is_served(
    planner: Planner, catalog: Catalog, start: Start, goal: str
) -> None:
    """R4: with its real term, and R3: no other way makes a journey worker sooner."""
    answer = ask(planner, start, goal, "TX")
    ways = open_requirements(catalog).get_entry(answer.plans[0].route[-1].code).conditions
    usual = [w.apprenticeship for w in ways if w.apprenticeship]
    (door,) = (one for one in usual if one.standing is Standing.USUAL)
    served = [
        step for plan in answer.plans for step in plan.steps if step.task is Task.APPRENTICESHIP
    ]
    assert any(step.occupation == answer.plans[0].route[-1] for step in served)
    for plan in answer.plans:
        at_school = sum(step.months for step in plan.steps if step.kind == "study")
        trained = sum(
            s.months
            for s in plan.steps
            if s.task in (Task.APPRENTICESHIP, Task.LEARN_TRADE, Task.WORK)
        )
        assert at_school + trained >= door.months.low - 1


def test_a_helper_is_credited_half_the_term_at_most(planner: Planner) -> None:
    """R3: years as a helper shorten an apprenticeship, never below half."""
    terms = []
    for months in (0, 24, 240):
        start = Start(PastJob("47-3013", months), education=Level.HIGH_SCHOOL)
        plan = min(ask(planner, start, "electrician", "TX").plans, key=lambda p: p.months)
        (term,) = (step.months for step in plan.steps if step.task is Task.APPRENTICESHIP)
        terms.append(term)
    none, some, much = terms
    assert none / 2 <= much <= some < none


def months_by_job(plan: Plan, start: Start) -> list[tuple[str, float]]:
    """Months in each job on the way, terms and study beside it included, and before the plan."""
    job = str(plan.route[0].code) if start.job is not None else ""
    found = [(job, start.job.months or 0.0)] if start.job is not None else []
    for leg in legs(plan):
        entered = leg[-1].occupation
        assert entered is not None
        terms = (Task.APPRENTICESHIP, Task.LEARN_TRADE)
        found.append((str(entered.code), sum(s.months for s in leg if s.task in terms)))
        stays = (Task.WORK, Task.KEEP_WORKING)
        held = [s for s in leg if s.task in stays or (s.credential and s.is_beside_work)]
        found.append((job, sum(step.months for step in held)))
        job = str(entered.code)
    return found


RANKS = [
    "First-Line Supervisors of Police and Detectives",
    "First-Line Supervisors of Firefighting and Prevention Workers",
    "First-Line Supervisors of Correctional Officers",
    "General and Operations Managers",
    "First-Line Supervisors of Construction Trades and Extraction Workers",
]


@pytest.mark.parametrize("goal", RANKS)
@pytest.mark.parametrize(
    "start", [LEAVER, CASHIER, Start(education=Level.MASTER, field="52.02")], ids=str
)
def test_nobody_enters_a_rank_from_outside(
    planner: Planner, catalog: Catalog, start: Start, goal: str
) -> None:
    """R5: the job before is one of the ranks below, and the months asked are served in them."""
    request = PlanRequest(start, Goal(goal), Limits(max_job_changes=4), "OH")
    occupation = catalog.get_occupation(goal)
    entry = open_requirements(catalog).get_entry(occupation.code)
    asked = [way.promotion for way in entry.conditions if way.promotion]
    assert len(asked) == len(entry.conditions)
    for plan in planner.plan(request).plans:
        before = [str(one.code) for one in plan.route[:-1]]
        fits = [one for one in asked if before and before[-1].startswith(one.from_codes)]
        assert fits, before
        ranks = tuple(code for one in fits for code in one.from_codes)
        months = sum(worked for job, worked in months_by_job(plan, start) if job.startswith(ranks))
        assert months >= min(one.months for one in fits), before


def test_everybody_rises_to_the_supervisor_of_their_group(planner: Planner) -> None:
    """R5: with the months asked, by promotion alone."""
    for job, goal in (
        ("retail salespersons", "First-Line Supervisors of Retail Sales Workers"),
        ("carpenters", "First-Line Supervisors of Construction Trades and Extraction Workers"),
        ("police patrol officers", "First-Line Supervisors of Police and Detectives"),
    ):
        start = Start(PastJob(job, 0), education=Level.HIGH_SCHOOL)
        plans = ask(planner, start, goal).plans
        rising = [p for p in plans if p.job_changes == 1 and p.steps[0].task is Task.KEEP_WORKING]
        assert rising, job
        assert not any(step.kind == "search" for plan in rising for step in plan.steps)


def test_clinical_cohorts_are_not_studied_beside_a_job(planner: Planner) -> None:
    """R11: a hygiene student has no evening program; who wants one is told so."""
    start = Start(PastJob("dental assistant", 24), education=Level.HIGH_SCHOOL)
    evenings = PlanRequest(start, Goal("dental hygienist"), Limits(study="part"), "OH")
    answer = planner.plan(evenings)
    for plan in answer.plans:
        last = legs(plan)[-1]
        assert not [step for step in last if step.credential and step.is_beside_work]
    for plan in ask(planner, start, "dental hygienist").plans:
        assert not [s for s in legs(plan)[-1] if s.credential and s.is_beside_work]

"""What has to be in hand before work begins is a step; scarce places are waited for."""

from __future__ import annotations

import pytest

from careerlattice.plan.answer import Plan, PlanAnswer, Step, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.levels import EducationLevel as Level

CASHIER = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)
GRADUATE = Start(PastJob("cashier", 24), education=Level.BACHELOR, field="psychology")


def ask(planner: Planner, start: Start, goal: str, state: str) -> PlanAnswer:
    answer = planner.plan(PlanRequest(start, Goal(goal), state=state))
    assert answer.plans, goal
    return answer


def tasks(plan: Plan) -> list[Task]:
    return [step.task for step in plan.steps]


def permits(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.task is Task.PERMIT]


@pytest.mark.parametrize(
    ("goal", "state", "permit", "exam"),
    [
        ("21-1023.00", "MD", "licensed master social worker (LMSW)", "ASWB master's exam"),
        ("21-1023.00", "OR", "clinical social work associate (CSWA)", ""),
        ("21-1014.00", "TX", "LPC Associate", ""),
        ("21-1013.00", "CA", "associate marriage and family therapist (AMFT)", ""),
    ],
)
def test_the_lesser_license_comes_before_the_practice_under_the_state_s_name(
    planner: Planner, goal: str, state: str, permit: str, exam: str
) -> None:
    for plan in ask(planner, GRADUATE, goal, state).plans:
        if Task.PRACTICE not in tasks(plan):
            continue
        (step,) = permits(plan)
        assert step.license_name == permit
        assert step.months >= 1
        assert step.cost_usd > 0
        assert plan.steps.index(step) < tasks(plan).index(Task.PRACTICE)
        told = " ".join(str(note) for note in step.notes)
        assert exam in told
        assert bool(exam) is ("Exam:" in told)


def test_where_a_state_asks_nothing_for_the_practice_there_is_no_such_step(
    planner: Planner,
) -> None:
    """Massachusetts counselors practice under supervision, without a lesser license."""
    answer = ask(planner, GRADUATE, "21-1014.00", "MA")
    assert any(Task.PRACTICE in tasks(plan) for plan in answer.plans)
    assert not any(permits(plan) for plan in answer.plans)


def test_an_emt_course_is_followed_by_the_certificate_and_the_physical_test(
    planner: Planner,
) -> None:
    answer = ask(planner, CASHIER, "33-2011.00", "CO")
    plan = next(p for p in answer.plans if any("medical technician" in s.course for s in p.steps))
    names = [step.license_name for step in permits(plan)]
    assert [name.split()[0] for name in names] == ["EMT", "Candidate"]
    assert tasks(plan).index(Task.PERMIT) < tasks(plan).index(Task.FIND_JOB)


def test_who_works_under_the_license_gets_no_lesser_one(planner: Planner) -> None:
    """A licensed clinical social worker who changes the setting begins at once."""
    held = (HeldLicense("Licensed clinical social worker", "MD"),)
    start = Start(PastJob("21-1022.00", 60), education=Level.MASTER, licenses=held)
    assert not any(permits(plan) for plan in ask(planner, start, "21-1023.00", "MD").plans)


def test_a_supervisor_is_looked_for_before_the_course(planner: Planner) -> None:
    answer = ask(planner, CASHIER, "13-2023.00", "SC")
    plan = next(p for p in answer.plans if Task.PRACTICE in tasks(p))
    done = tasks(plan)
    assert done.index(Task.FIND_JOB) < done.index(Task.COURSE) < done.index(Task.PERMIT)
    search = plan.steps[done.index(Task.FIND_JOB)]
    assert (search.months, search.months_usual) == (3, 10.5)
    assert "agree to supervise you" in " ".join(str(note) for note in search.notes)


@pytest.mark.parametrize(
    ("goal", "least", "usual"),
    [("47-4021.00", 6, 18), ("47-2111.00", 2, 6), ("49-9051.00", 3, 7.5)],
)
def test_a_scarce_apprenticeship_is_waited_for(
    planner: Planner, goal: str, least: float, usual: float
) -> None:
    plan = next(
        p for p in ask(planner, CASHIER, goal, "MO").plans if Task.FIND_APPRENTICESHIP in tasks(p)
    )
    (search,) = (step for step in plan.steps if step.task is Task.FIND_APPRENTICESHIP)
    assert (search.months, search.months_usual) == (least, usual)
    assert "list" in " ".join(str(note) for note in search.notes)


def test_a_salon_apprentice_earns_about_the_minimum_wage(planner: Planner) -> None:
    answer = ask(planner, CASHIER, "39-5094.00", "WA")
    served = [s for p in answer.plans for s in p.steps if s.task is Task.APPRENTICESHIP]
    assert served
    for step in served:
        assert step.pay_usd is not None
        assert 30_000 < step.pay_usd < 42_000

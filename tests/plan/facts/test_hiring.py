"""Being hired takes its own time at some employers, and the plan shows it as the usual time."""

from __future__ import annotations

import pytest

from careerlattice.plan.answer import Hiring, NoteKind, Task
from careerlattice.plan.facts.hiring import find_hiring, hiring_months
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("33-3051.00", Hiring.PUBLIC_SAFETY),
        ("33-3012.00", Hiring.PUBLIC_SAFETY),
        ("33-2011.00", Hiring.PUBLIC_SAFETY),
        ("53-2021.00", Hiring.FEDERAL),
        ("25-2031.00", Hiring.SCHOOL_YEAR),
        ("11-9081.00", Hiring.MANAGERS),
        ("11-9051.00", None),
        ("33-9032.00", None),
        ("29-1141.00", None),
    ],
)
def test_who_hires_in_a_way_of_their_own(code: str, kind: Hiring | None) -> None:
    assert find_hiring(code) is kind


def test_police_hiring_takes_months_usually_first(planner: Planner) -> None:
    guard = Start(PastJob("security guard", 48), education=Level.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(guard, Goal("police officer"), state="GA"))
    quickest = min(answer.plans, key=lambda plan: plan.months_usual)
    search = next(step for step in quickest.steps if step.task is Task.FIND_JOB)
    assert search.months_usual == hiring_months(Hiring.PUBLIC_SAFETY).value == 6
    assert search.months < search.months_usual
    note = next(note for note in search.notes if note.kind is NoteKind.HIRING_TAKES)
    assert "background check" in str(note)
    assert quickest.months_usual >= 6


def test_who_is_promoted_waits_for_an_opening_instead(planner: Planner) -> None:
    officer = Start(PastJob("police officer", 120), education=Level.ASSOCIATE)
    goal = Goal("first-line supervisors of police and detectives")
    answer = planner.plan(PlanRequest(officer, goal, state="GA"))
    steps = [step for plan in answer.plans for step in plan.steps]
    assert any(step.task is Task.SEEK_PROMOTION for step in steps)
    promoted = [step for step in steps if step.task is Task.SEEK_PROMOTION]
    assert not [n for step in promoted for n in step.notes if n.kind is NoteKind.HIRING_TAKES]


def searched(planner: Planner, request: PlanRequest) -> list[tuple[Task, float, list[object]]]:
    """The searches and waits of all plans: the task, the usual months, and why."""
    return [
        (step.task, step.months_usual, [note.details.get("hiring") for note in step.notes])
        for plan in planner.plan(request).plans
        for step in plan.steps
        if step.task in (Task.FIND_JOB, Task.SEEK_PROMOTION)
    ]


def test_a_degree_taken_to_another_family_of_work_is_looked_with_longer(planner: Planner) -> None:
    barista = Start(PastJob("barista", 12), education=Level.BACHELOR, field="biology")
    request = PlanRequest(barista, Goal("biological technicians"), state="MA")
    assert (Task.FIND_JOB, 6, [Hiring.NEW_FIELD]) in searched(planner, request)
    support = Start(PastJob("computer user support specialists", 60), education=Level.ASSOCIATE)
    own = PlanRequest(support, Goal("network and computer systems administrators"), state="OH")
    assert (Task.FIND_JOB, 2, []) in searched(planner, own)


def test_after_a_course_in_place_of_a_degree_the_first_job_takes_longer(planner: Planner) -> None:
    bartender = Start(PastJob("bartender", 48), education=Level.BACHELOR, field="psychology")
    request = PlanRequest(bartender, Goal("software developer"), state="CO")
    plans = planner.plan(request).plans
    taught = [plan for plan in plans if any(step.kind == "course" for step in plan.steps)]
    assert taught
    for plan in taught:
        (search,) = [step for step in plan.steps if step.task is Task.FIND_JOB]
        assert search.months_usual == hiring_months(Hiring.AFTER_COURSE).value


def test_a_managers_post_above_ones_own_is_waited_for_longer(planner: Planner) -> None:
    chemist = Start(PastJob("chemist", 108), education=Level.MASTER, field="chemistry")
    request = PlanRequest(chemist, Goal("natural sciences manager"), state="PA")
    waited = [one for one in searched(planner, request) if one[0] is Task.SEEK_PROMOTION]
    assert (Task.SEEK_PROMOTION, 18, [Hiring.PROMOTED_MANAGERS]) in waited


def test_who_was_trained_abroad_looks_longer_for_the_first_post_here(planner: Planner) -> None:
    start = Start(education=Level.BACHELOR, field="accounting", trained_abroad="accountant")
    request = PlanRequest(start, Goal("accountants and auditors"), state="NJ")
    assert (Task.FIND_JOB, 6, [Hiring.FIRST_HERE]) in searched(planner, request)

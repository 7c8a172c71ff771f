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

"""What schooling held counts for toward more: told or not, of a technology, of a health field."""

from __future__ import annotations

import pytest

from careerlattice.plan.answer import NoteKind, Plan, Step, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level


def studied(planner: Planner, start: Start, goal: str, state: str, study: str = "full") -> Step:
    """The study of the direct way with the least of it."""
    request = PlanRequest(start, Goal(goal), Limits(study=study), state=state)
    steps = [step for plan in planner.plan(request).plans for step in _studies(plan)]
    return min(steps, key=lambda step: step.months)


def _studies(plan: Plan) -> list[Step]:
    found = [step for step in plan.steps if step.task is Task.STUDY]
    return found if len(found) == 1 and plan.job_changes == 1 else []


def test_an_associate_whose_field_is_not_told_may_be_half_of_a_bachelors(
    planner: Planner,
) -> None:
    goal = "Special Education Teachers, Elementary School"

    def months(level: Level, field: str | None = None) -> float:
        return studied(planner, Start(education=level, field=field), goal, "AZ").months

    untold = studied(planner, Start(education=Level.ASSOCIATE), goal, "AZ")
    assert untold.months == months(Level.ASSOCIATE, "education") == 23
    (counted,) = (note for note in untold.notes if note.kind is NoteKind.YEARS_COUNTED)
    assert counted.details["years"] > 1.5
    assert "of credit may transfer; each school decides" in str(counted)
    assert months(Level.HIGH_SCHOOL) >= months(Level.SOME_COLLEGE) >= months(Level.ASSOCIATE)
    assert months(Level.ASSOCIATE, "welding") > 1.4 * untold.months


@pytest.mark.parametrize("goal", ["civil engineers", "electrical engineers"])
def test_an_associate_in_a_technology_does_not_enter_the_upper_half_of_engineering(
    planner: Planner, goal: str
) -> None:
    technician = Start(PastJob("mechanical engineering technician"), education=Level.ASSOCIATE)
    untold = Start(education=Level.ASSOCIATE)
    begun = Start(education=Level.ASSOCIATE, field="engineering")
    leaver = Start(education=Level.HIGH_SCHOOL)
    months = [studied(planner, one, goal, "IL").months for one in (begun, technician, leaver)]
    # The upper half, the rest but a year, and the whole.
    assert months == [24, 36, 48]
    assert studied(planner, untold, goal, "IL").months == 36


def test_a_certificate_does_not_shorten_a_day_cohort(planner: Planner) -> None:
    """Nor does more schooling ever lengthen it (R1)."""
    starts = [
        Start(education=Level.HIGH_SCHOOL),
        Start(PastJob("dental assistant", 30), education=Level.CERTIFICATE),
        Start(education=Level.SOME_COLLEGE),
        Start(education=Level.ASSOCIATE),
        Start(education=Level.BACHELOR, field="history"),
    ]
    months = [studied(planner, one, "dental hygienists", "UT").months for one in starts]
    assert months[0] == months[1]
    assert months == sorted(months, reverse=True)
    assert months[1] > months[3] >= 0.75 * months[0] - 1


@pytest.mark.parametrize("goal", ["respiratory therapists", "radiologic technologists"])
def test_general_courses_never_shorten_the_clinical_terms(planner: Planner, goal: str) -> None:
    aide = Start(PastJob("cashier", 24), education=Level.ASSOCIATE, field="business administration")
    leaver = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)
    shorter, whole = (studied(planner, one, goal, "GA").months for one in (aide, leaver))
    assert 20 <= shorter <= whole

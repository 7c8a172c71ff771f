"""Work in the armed forces counts as experience; no civilian job or license comes of it."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import NoticeKind, PlanAnswer, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.levels import EducationLevel

SERVED = [
    ("aviation machinist's mate", "aircraft mechanic", "AZ"),
    ("military police", "deputy sheriff", "VA"),
    ("68W", "emergency medical technicians", "WA"),
    ("Army truck driver", "truck driver", "OH"),
]


def kinds(answer: PlanAnswer) -> set[NoticeKind]:
    return {notice.kind for notice in answer.notices}


@pytest.mark.parametrize(("served", "goal", "state"), SERVED)
def test_nobody_is_told_that_service_is_already_the_civilian_job(
    planner: Planner, served: str, goal: str, state: str
) -> None:
    answer = planner.plan(PlanRequest(Start(PastJob(served, 48)), Goal(goal), state=state))
    assert answer.plans
    assert NoticeKind.SERVED in kinds(answer)
    assert NoticeKind.ALREADY_THERE not in kinds(answer)
    assert answer.start_title == f"military service ({served})"


@pytest.mark.parametrize("worked", ["truck driver", "police officer", "registered nurse"])
def test_civilian_words_stay_civilian(catalog: Catalog, worked: str) -> None:
    assert not catalog.resolve(worked).was_served


def test_out_of_reach_what_leads_there_within_the_limits_is_named(planner: Planner) -> None:
    start, limits = Start(PastJob("nursing assistant", 24)), Limits(max_months=18)
    answer = planner.plan(PlanRequest(start, Goal("registered nurses"), limits, state="OH"))
    assert not answer.plans
    (near,) = (notice for notice in answer.notices if notice.kind is NoticeKind.NEAREST)
    assert near.text.startswith("Within your limits you could start out as a")
    assert near.details["occupations"]


@pytest.mark.parametrize("served", ["68W", "combat medic", "4N071", "HS2", "USCG HS2"])
def test_who_was_certified_in_service_takes_no_course_for_it_again(
    planner: Planner, served: str
) -> None:
    start = Start(PastJob(served, 48), education=EducationLevel.HIGH_SCHOOL)
    answer = planner.plan(PlanRequest(start, Goal("paramedic"), state="NM"))
    assert not [step for plan in answer.plans for step in plan.steps if step.kind == "course"]
    (told,) = (notice for notice in answer.notices if notice.kind is NoticeKind.SERVED)
    assert "emergency medical technician" in told.text
    assert "check that it has not lapsed" in told.text
    truck = planner.plan(PlanRequest(Start(PastJob("88M", 48)), Goal("paramedic"), state="NM"))
    (plain,) = (notice for notice in truck.notices if notice.kind is NoticeKind.SERVED)
    assert "is not a civilian license" in plain.text


def _courses(planner: Planner, *held: HeldLicense) -> list[str]:
    start = Start(PastJob("68W", 48), education=EducationLevel.HIGH_SCHOOL, licenses=held)
    goal = Goal("emergency medical technician")
    answer = planner.plan(PlanRequest(start, goal, state="OH"))
    assert NoticeKind.SERVED in kinds(answer)
    assert answer.plans
    return [step.kind for plan in answer.plans for step in plan.steps if step.kind == "course"]


def test_another_license_does_not_take_that_of_the_service_away(planner: Planner) -> None:
    assert not _courses(planner)
    assert not _courses(planner, HeldLicense("commercial driver's license", "OH"))


def test_where_the_same_license_was_given_is_kept(planner: Planner) -> None:
    texas = (HeldLicense("emergency medical technician", "TX"),)
    found = []
    for job in (None, PastJob("68W", 48)):
        start = Start(job, education=EducationLevel.HIGH_SCHOOL, licenses=texas)
        goal = Goal("emergency medical technician")
        answer = planner.plan(PlanRequest(start, goal, state="OH"))
        found.append([step.task for step in answer.plans[0].steps])
    assert found[0] == found[1]
    assert Task.LICENSE not in found[1]
    assert {Task.COMPACT, Task.ENDORSEMENT} & set(found[1])

"""Where money or time leaves out the usual way, the answer says by how much."""

from __future__ import annotations

from math import ceil

from careerlattice.plan.answer import Aim, NoticeKind
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

LEAVER = Start(education=Level.HIGH_SCHOOL)


def _told(planner: Planner, limits: Limits) -> list[str]:
    goal = Goal("medical records specialists")
    answer = planner.plan(PlanRequest(LEAVER, goal, limits, state="GA"))
    assert answer.plans
    told = [one for one in answer.notices if one.kind is NoticeKind.USUAL_OVER]
    is_shown = any(plan.has_name(Aim.USUAL_WAY) for plan in answer.plans)
    assert len(told) == int(not is_shown and limits != Limits())
    return [one.text for one in told]


def test_the_usual_way_over_the_budget_is_told_with_what_is_missing(planner: Planner) -> None:
    (text,) = _told(planner, Limits(budget_usd=3_000))
    assert "more than you have" in text
    assert "Pell Grant" in text


def test_the_usual_way_within_the_months_only_at_best_is_told_as_people_take_it(
    planner: Planner,
) -> None:
    start = Start(PastJob("nursing assistants", 24), education=Level.HIGH_SCHOOL)
    free = planner.plan(PlanRequest(start, Goal("registered nurses"), state="OH"))
    (usual,) = (plan for plan in free.plans if plan.has_name(Aim.USUAL_WAY))
    months = ceil(usual.months)
    assert months < usual.months_usual
    limits = Limits(max_months=months)
    answer = planner.plan(PlanRequest(start, Goal("registered nurses"), limits, state="OH"))
    (told,) = (one for one in answer.notices if one.kind is NoticeKind.USUAL_OVER)
    assert told.details["months"] >= usual.months_usual
    assert told.details["over_months"] == told.details["months"] - months


def test_within_the_limits_nothing_is_told(planner: Planner) -> None:
    assert _told(planner, Limits()) == []
    assert _told(planner, Limits(budget_usd=60_000, max_months=120)) == []

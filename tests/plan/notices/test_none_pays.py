"""Who earns most by staying is told so before any route."""

from __future__ import annotations

from careerlattice.plan.answer import NoticeKind
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level


def test_routes_that_all_lose_are_told_to(planner: Planner) -> None:
    tester = Start(PastJob("software tester", 60), education=Level.HIGH_SCHOOL)
    losing = planner.plan(PlanRequest(tester, Goal("electrician"), state="OH"))
    assert losing.plans
    assert all(plan.money.gain_npv < 0 for plan in losing.plans)
    told = [n for n in losing.notices if n.kind is NoticeKind.NONE_PAYS]
    assert len(told) == 1
    assert "behind staying put" in told[0].text


def test_nothing_is_told_where_a_route_pays_or_no_job_is_held(planner: Planner) -> None:
    cashier = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)
    student = Start(education=Level.HIGH_SCHOOL)
    for start, goal in ((cashier, "registered nurse"), (student, "physicist")):
        kinds = {n.kind for n in planner.plan(PlanRequest(start, Goal(goal), state="OH")).notices}
        assert NoticeKind.NONE_PAYS not in kinds

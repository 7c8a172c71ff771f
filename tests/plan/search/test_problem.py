"""What the search is asked, as anyone can ask the planner."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.errors import NotFound
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.plan.search.routes import find_routes
from careerlattice.vocab.levels import EducationLevel as Level

CASHIER = Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL)


def test_a_problem_has_the_routes_that_the_plans_come_from(planner: Planner) -> None:
    request = PlanRequest(CASHIER, Goal("electrician"), state="TX")
    found = find_routes(planner.problem(request))
    answer = planner.plan(request)
    assert answer.search.states == found.states
    assert answer.search.front == len(found.routes)


def test_limits_given_beside_a_request_win_over_its_own(planner: Planner) -> None:
    request = PlanRequest(CASHIER, Goal("electrician"), Limits(max_months=1), state="TX")
    assert not find_routes(planner.problem(request)).routes
    assert find_routes(planner.problem(request, Limits())).routes


def test_a_goal_that_needs_no_degree_sends_no_one_to_earn_one(planner: Planner) -> None:
    request = PlanRequest(CASHIER, Goal(min_pay_usd=50_000, no_degree=True), state="OH")
    problem = planner.problem(request)
    assert problem.limits.max_credential is Level.SOME_COLLEGE
    wider = planner.problem(request, Limits(max_credential=Level.BACHELOR))
    assert wider.limits.max_credential is Level.BACHELOR


def test_a_goal_already_held_leaves_no_problem_to_solve(planner: Planner) -> None:
    problem = planner.problem(PlanRequest(CASHIER, Goal("cashier")))
    assert not problem.has_goal
    assert not np.any(problem.is_goal)


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (PlanRequest(Start(PastJob("xyzzy")), Goal("cashier")), "start.job"),
        (PlanRequest(CASHIER, Goal("xyzzy")), "goal.occupation"),
        (PlanRequest(CASHIER, Goal(pathway="xyzzy")), "goal.pathway"),
        (PlanRequest(CASHIER, Goal("cook"), Limits(avoid=("xyzzy",))), "limits.avoid"),
        (PlanRequest(CASHIER, Goal("cook"), Limits(within=("xyzzy",))), "limits.within"),
        (
            PlanRequest(Start(None, education=Level.BACHELOR, field="xyzzy"), Goal("cook")),
            "start.field",
        ),
    ],
)
def test_what_is_not_known_names_the_field(
    planner: Planner, request_: PlanRequest, field: str
) -> None:
    with pytest.raises(NotFound) as caught:
        planner.problem(request_)
    assert caught.value.field == field

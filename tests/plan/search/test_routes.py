"""Routes beside the front: the way to the licensed work of an occupation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PlanRequest, Start
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import find_routes
from careerlattice.vocab.levels import EducationLevel as Level

REQUEST = PlanRequest(Start(None, education=Level.HIGH_SCHOOL), Goal("opticians"), state="OH")


def with_free_ways(problem: RoutingProblem, ways: set[int]) -> RoutingProblem:
    """The same where just these ways lead to work that needs no license."""
    known = problem.facts.ways
    flags = np.isin(np.arange(len(known.is_unlicensed)), list(ways))
    facts = replace(problem.facts, ways=replace(known, is_unlicensed=flags))
    return replace(problem, facts=facts)


def test_work_without_a_license_hides_no_way_to_the_licensed(planner: Planner) -> None:
    problem = with_free_ways(planner.problem(REQUEST), set())
    assert find_routes(problem).licensed is None
    quickest = min(find_routes(problem).front, key=lambda route: route.costs)
    free = with_free_ways(problem, {quickest.legs[-1].way})
    found = find_routes(free)
    licensed = [r for r in found.routes if r.legs[-1].way != quickest.legs[-1].way]
    assert licensed, "a way to the licensed work is always told"
    if found.licensed is not None:
        assert found.licensed not in found.front
        assert found.licensed.costs == min(route.costs for route in licensed)

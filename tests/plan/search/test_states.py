"""States and router together: the same as trying every way, and as Dijkstra in each criterion."""

from __future__ import annotations

import random
from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import find_routes
from careerlattice.plan.search.states import lay_out
from careerlattice.vocab.levels import EducationLevel as Level

pytestmark = pytest.mark.slow

MOST_ARCS = 3_000_000


def problem_of(planner: Planner, request: PlanRequest) -> RoutingProblem | None:
    """What the planner asks the search for a request, if it comes to that."""
    problem = planner.problem(request)
    return problem if problem.has_goal else None


def costs_of(problem: RoutingProblem) -> set[tuple[tuple[int, ...], int]]:
    found = find_routes(problem)
    assert found.is_complete
    return {(route.costs, len(route.legs)) for route in found.front}


def assert_usual(problem: RoutingProblem, brute_force: ModuleType) -> bool:
    """The usual way beside the front is that of trying every way; whether there is one."""
    found = find_routes(problem)
    door = problem.facts.ways.first
    if any(route.legs[-1].way == door[route.goal] for route in found.front):
        assert found.usual is None
    else:
        usual = found.usual and (found.usual.costs, len(found.usual.legs))
        assert usual == brute_force.usual(problem)
    return found.usual is not None


def small_problem(problem: RoutingProblem, chance: random.Random) -> RoutingProblem:
    """The same with a dozen occupations near the goal, any of which may be taken first."""
    rows = np.flatnonzero(problem.is_allowed & ~problem.is_goal)
    near = rows[np.argsort(-problem.facts.nearness[problem.is_goal].max(axis=0)[rows])][:40]
    few = chance.sample(near.tolist(), min(9, len(near)))
    allowed = problem.is_goal.copy()
    allowed[few] = True
    return replace(
        problem,
        is_allowed=allowed & problem.is_allowed,
        is_start_target=problem.is_start_target | allowed,
        limits=replace(problem.limits, max_job_changes=min(problem.limits.max_job_changes, 3)),
    )


@pytest.mark.parametrize("seed", range(120))
def test_the_front_is_that_of_trying_every_way(
    planner: Planner,
    catalog: Catalog,
    requests_module: ModuleType,
    brute_force: ModuleType,
    seed: int,
) -> None:
    """A dozen occupations of the real network, with a random person, goal and limits."""
    chance = random.Random(seed)
    compared = 0
    for request in requests_module.draw_requests(catalog, 60, 500 + seed):
        if request.goal.occupation is None:
            continue
        problem = problem_of(planner, request)
        if problem is None:
            continue
        small = small_problem(problem, chance)
        front = brute_force.front(small)
        assert costs_of(small) == front
        assert_usual(small, brute_force)
        compared += bool(front)
        if compared == 2:
            break
    assert compared


WAYS_IN = {
    "a bridge from a license": PlanRequest(
        Start(PastJob("licensed practical nurse", 24), education=Level.CERTIFICATE),
        Goal("registered nurse"), state="OH",
    ),
    "a degree after a license": PlanRequest(
        Start(PastJob("registered nurse", 24), education=Level.BACHELOR),
        Goal("nurse practitioner"), state="TX",
    ),
    "a preparation program": PlanRequest(
        Start(PastJob("biologists", 24), education=Level.BACHELOR, field="26.01"),
        Goal("25-2031"), state="GA",
    ),
    "no degree for a preparation program": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.SOME_COLLEGE), Goal("25-2031"), state="GA",
    ),
    "a helper's time": PlanRequest(
        Start(PastJob("47-3013", 36), education=Level.HIGH_SCHOOL), Goal("electrician"), state="TX",
    ),
    "a helper's time at most half": PlanRequest(
        Start(PastJob("47-3013", 240), education=Level.HIGH_SCHOOL),
        Goal("electrician"), state="TX",
    ),
    "no apprenticeship wanted": PlanRequest(
        Start(PastJob("47-3013", 36), education=Level.HIGH_SCHOOL),
        Goal("electrician"), Limits(study="none"), "TX",
    ),
    "ranks below": PlanRequest(
        Start(PastJob("retail salespersons", 3), education=Level.HIGH_SCHOOL),
        Goal("first-line supervisors of retail sales workers"), state="OH",
    ),
    "ranks of a past job": PlanRequest(
        Start(None, (PastJob("retail salespersons", 60),), Level.HIGH_SCHOOL),
        Goal("first-line supervisors of retail sales workers"), state="OH",
    ),
    "no rank below": PlanRequest(
        Start(PastJob("cooks, fast food", 60), education=Level.HIGH_SCHOOL),
        Goal("first-line supervisors of retail sales workers"), state="OH",
    ),
    "practice": PlanRequest(
        Start(None, education=Level.BACHELOR), Goal("family medicine physicians"), state="OH",
    ),
    "practice below the lowest pay": PlanRequest(
        Start(PastJob("registered nurse", 24), education=Level.MASTER, field="51.15"),
        Goal("mental health counselors"), Limits(min_pay_usd=60_000), "OH",
    ),
    "practice and a master's": PlanRequest(
        Start(PastJob("social and human service assistants", 24), education=Level.BACHELOR),
        Goal("mental health counselors"), state="WA",
    ),
    "a license held": PlanRequest(
        Start(None, (PastJob("registered nurse", 60),), Level.ASSOCIATE, "51.38"),
        Goal("registered nurse"), state="NY",
    ),
    "a license of a past job": PlanRequest(
        Start(PastJob("cashier", 6), (PastJob("registered nurse", 60),), Level.MASTER, "51.38"),
        Goal("nurse practitioner"), state="NY",
    ),
    "a clinical cohort": PlanRequest(
        Start(PastJob("nursing assistant", 24), education=Level.SOME_COLLEGE),
        Goal("registered nurse"), state="OH",
    ),
    "a short course": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL),
        Goal("emergency medical technicians"), state="WY",
    ),
    "a course of who studied it": PlanRequest(
        Start(None, education=Level.CERTIFICATE, field="51.0904"),
        Goal("emergency medical technicians"), state="OH",
    ),
    "a course of who works near it": PlanRequest(
        Start(PastJob("paramedics", 24), education=Level.ASSOCIATE, field="52.02"),
        Goal("emergency medical technicians"), state="OH",
    ),
    "a course of who studied it at high school": PlanRequest(
        Start(None, education=Level.HIGH_SCHOOL, field="51.0904"),
        Goal("emergency medical technicians"), state="OH",
    ),
    "an evening course after full-time study": PlanRequest(
        Start(PastJob("bookkeeping clerks", 24), education=Level.ASSOCIATE),
        Goal("arbitrators, mediators, and conciliators"), Limits(study="full"), "OH",
    ),
    "an evening course after a full-time degree": PlanRequest(
        Start(PastJob("tellers", 24), education=Level.HIGH_SCHOOL),
        Goal("personal financial advisors"), Limits(study="full"), "OH",
    ),
    "a diploma that counts as a degree": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL),
        Goal("registered nurse"), Limits(max_credential=Level.CERTIFICATE), "OH",
    ),
    "the license of other work": PlanRequest(
        Start(PastJob("security guards", 6), education=Level.HIGH_SCHOOL),
        Goal("first-line supervisors of security workers"), state="OH",
    ),
    "a license earned on the way": PlanRequest(
        Start(PastJob("correctional officers and jailers", 24), education=Level.HIGH_SCHOOL),
        Goal("first-line supervisors of security workers"), state="OH",
    ),
    "a license of past work": PlanRequest(
        Start(PastJob("cashier", 6), (PastJob("security guards", 60),), Level.HIGH_SCHOOL),
        Goal("first-line supervisors of security workers"), state="OH",
    ),
    "the high school equivalency in place of a job": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.LESS_THAN_HIGH_SCHOOL),
        Goal("pharmacy technicians"), Limits(study="full"), "OH",
    ),
    "a bridge crossed long ago": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.MASTER, field="51.38"),
        Goal("nurse practitioner"), state="OH",
    ),
    "a bridge that an associate degree does not show crossed": PlanRequest(
        Start(PastJob("cashier", 24), education=Level.ASSOCIATE, field="51.38"),
        Goal("registered nurse"), state="OH",
    ),
    "no schooling at all": PlanRequest(
        Start(None, education=Level.LESS_THAN_HIGH_SCHOOL), Goal("dental hygienists"), state="VT",
    ),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", WAYS_IN)
def test_every_kind_of_way_in_is_that_of_trying_every_way(
    planner: Planner, brute_force: ModuleType, kind: str, seed: int
) -> None:
    problem = problem_of(planner, WAYS_IN[kind])
    assert problem is not None
    small = small_problem(problem, random.Random(f"{kind} {seed}"))
    assert costs_of(small) == brute_force.front(small)
    assert_usual(small, brute_force)


REAL = [
    PlanRequest(
        Start(PastJob("nursing assistant", 24), education=Level.HIGH_SCHOOL),
        Goal("registered nurse"), Limits(max_job_changes=6), "OH",
    ),
    PlanRequest(
        Start(PastJob("cashier", 12), education=Level.HIGH_SCHOOL),
        Goal("software developer"), Limits(max_job_changes=5), "TX",
    ),
    PlanRequest(Start(None, education=Level.HIGH_SCHOOL), Goal("electrician"), Limits(), "NY"),
    PlanRequest(
        Start(PastJob("waiters and waitresses", 60), education=Level.SOME_COLLEGE),
        Goal("accountants and auditors"), Limits(study="part"), "WA",
    ),
    PlanRequest(
        Start(PastJob("retail salespersons", 36), education=Level.HIGH_SCHOOL),
        Goal(min_pay_usd=70_000), Limits(max_job_changes=2), "OH",
    ),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(REAL)))
@pytest.mark.parametrize("criterion", range(4))
def test_each_single_criterion_is_as_low_as_dijkstras(
    planner: Planner, number: int, criterion: int
) -> None:
    problem = problem_of(planner, REAL[number])
    assert problem is not None
    states = lay_out(problem, MOST_ARCS)
    least = _least_by_dijkstra(problem, states, criterion)
    routes = find_routes(problem).routes
    if problem.is_one_front:
        assert min(route.costs[criterion] for route in routes) == min(least.values())
    else:
        found: dict[int, int] = {}
        for route in routes:
            goal = route.legs[-1].row
            found[goal] = min(found.get(goal, route.costs[criterion]), route.costs[criterion])
        assert found == least


def _least_by_dijkstra(problem: RoutingProblem, states, criterion: int) -> dict[int, int]:  # type: ignore[no-untyped-def]
    """Least cost of every goal within the job changes, on one copy of the states a change."""
    size, hops = len(states.occupation), problem.limits.max_job_changes
    arcs = states.arcs
    price = arcs.costs[:, criterion] * 1000 + 1  # an arc of cost 0 is an arc all the same
    order = np.lexsort((price, arcs.head, arcs.tail))
    pairs = np.stack([arcs.tail[order], arcs.head[order]])
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(pairs) != 0).any(axis=0)
    tail, head, price = pairs[0][first], pairs[1][first], price[order][first]
    layers = np.arange(hops)
    big = (hops + 1) * size
    matrix = coo_array(
        (
            np.tile(price, hops),
            (
                (tail[None, :] + layers[:, None] * size).ravel(),
                (head[None, :] + (layers[:, None] + 1) * size).ravel(),
            ),
        ),
        shape=(big, big),
    ).tocsr()
    distance = dijkstra(matrix, indices=0).reshape(hops + 1, size).min(axis=0)
    is_goal = problem.is_goal & problem.is_allowed
    return {
        int(states.occupation[at]): int(distance[at] // 1000)
        for at in range(1, size)
        if is_goal[states.occupation[at]] and np.isfinite(distance[at])
    }


def test_all_states_of_a_goal_are_one_and_states_are_distinct(planner: Planner) -> None:
    problem = problem_of(planner, REAL[4])
    assert problem is not None
    states = lay_out(problem, MOST_ARCS)
    is_goal = problem.is_goal & problem.is_allowed
    goals = states.occupation[1:][is_goal[states.occupation[1:]]]
    assert len(set(goals.tolist())) == len(goals)
    columns = (
        states.occupation, states.level, states.in_goal, states.own_field, states.is_chosen,
        states.earned, states.bucket,
    )  # fmt: skip
    rows = list(zip(*(column.tolist() for column in columns), strict=True))[1:]
    assert len(set(rows)) == len(rows)
    assert states.arcs.head.min() >= 1
    assert states.arcs.head.max() == len(states.occupation) - 1
    assert (states.arcs.costs >= 0).all()


def test_more_arcs_than_allowed_is_said(planner: Planner) -> None:
    problem = problem_of(planner, REAL[0])
    assert problem is not None
    assert lay_out(problem, 10).was_cut
    assert not lay_out(problem, MOST_ARCS).was_cut

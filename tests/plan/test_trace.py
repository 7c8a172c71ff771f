"""The trace: of every route found it says whether it is shown, and which rule dropped it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import ModuleType

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.answer import PlanAnswer, Rule
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import EducationLevel as Level

NURSE = PlanRequest(Start(PastJob("nursing assistant", 24)), Goal("registered nurse"), state="OH")
MANY_WAYS = PlanRequest(
    Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL), Goal("accountants"), state="TX"
)
OUTCOME = PlanRequest(
    Start(PastJob("cashier", 24), education=Level.HIGH_SCHOOL), Goal(min_pay_usd=60_000), state="TX"
)


def assert_adds_up(answer: PlanAnswer) -> None:
    assert answer.trace is not None
    rules = Counter(route.rule for route in answer.trace)
    assert sum(rules.values()) - rules[Rule.RETURNS] == answer.search.front
    assert rules[Rule.SHOWN] == answer.search.shown == len(answer.plans)
    assert [route.number for route in answer.trace] == list(range(1, len(answer.trace) + 1))
    shown = {route.plan: route for route in answer.trace if route.rule is Rule.SHOWN}
    assert set(shown) == {plan.id for plan in answer.plans}
    for plan in answer.plans:
        traced = shown[plan.id]
        jobs = [leg.occupation for leg in traced.legs]
        assert list(plan.route)[-len(jobs) :] == jobs
        # Weeks of a course are rounded up to months, once in each job change.
        assert plan.months - 1e-6 <= traced.costs[0] < plan.months + plan.job_changes
    for route in answer.trace:
        assert bool(route.plan) is (route.rule is Rule.SHOWN)
        if route.beaten_by is not None:
            assert route.beaten_by != route.number
            assert answer.trace[route.beaten_by - 1].legs[-1] is not None


@pytest.mark.parametrize("request_", [NURSE, OUTCOME], ids=["one goal", "an outcome"])
def test_dropped_and_kept_together_are_the_front(planner: Planner, request_: PlanRequest) -> None:
    assert_adds_up(planner.plan(request_, trace=True))


@pytest.mark.parametrize("seed", [5, pytest.param(17, marks=pytest.mark.slow)])
def test_of_drawn_requests_too(
    planner: Planner, catalog: Catalog, requests_module: ModuleType, seed: int
) -> None:
    rules: Counter[Rule] = Counter()
    for request in requests_module.draw_requests(catalog, 40, seed):
        answer = planner.plan(request, trace=True)
        assert_adds_up(answer)
        rules.update(route.rule for route in answer.trace or ())
    assert {Rule.SHOWN, Rule.NOISE, Rule.OTHER_PACE, Rule.GOAL_NOT_PROMISING} <= set(rules)


def test_a_route_dropped_as_noise_is_beaten_within_the_noise(planner: Planner) -> None:
    answer = planner.plan(MANY_WAYS, trace=True)
    assert answer.trace is not None
    beaten = [route for route in answer.trace if route.rule is Rule.NOISE]
    assert beaten
    for route in beaten:
        assert route.beaten_by is not None
        better = answer.trace[route.beaten_by - 1]
        assert better.legs[-1].occupation == route.legs[-1].occupation
        assert better.costs[0] <= route.costs[0] + 3
        assert better.costs[1] <= route.costs[1] + 1_000


def test_a_trace_is_written_only_when_asked_for(planner: Planner) -> None:
    plain, traced = planner.plan(MANY_WAYS), planner.plan(MANY_WAYS, trace=True)
    assert plain.trace is None
    assert "trace" not in plain.to_dict()
    pairs = traced.to_dict()
    lines = pairs.pop("trace")
    assert pairs == plain.to_dict()
    assert replace(traced, trace=None) == plain
    assert {line["rule"] for line in lines} >= {"shown", "noise"}
    assert all(line["route"][-1]["title"] == "Accountants and Auditors" for line in lines)
    assert all(1 <= line["beaten_by"] <= len(lines) for line in lines if "beaten_by" in line)


def test_where_nothing_is_found_the_trace_is_empty(planner: Planner) -> None:
    held = PlanRequest(Start(PastJob("registered nurse", 24)), Goal("registered nurse"))
    assert planner.plan(held, trace=True).trace == ()

"""A route in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan import Goal, PastJob, Planner, PlanRequest, Start
from careerlattice.plan.answer import Plan
from careerlattice.wording.glance import glance, hourly_change


@pytest.fixture(scope="module")
def plan() -> Plan:
    catalog = open_release()
    request = PlanRequest(Start(PastJob("nursing assistant")), Goal("registered nurses"))
    return Planner(catalog, open_lattice(catalog).arrays).plan(request).plans[0]


def paid(plan: Plan, there: float | None, now: float, *, months: float = 8, cost: float = 2_300):
    pay = replace(plan.pay_at_goal, p50=there, start=None if there is None else 41_600.0)
    money = replace(plan.money, stay_pay_usd=now)
    return replace(plan, pay_at_goal=pay, money=money, months_usual=months, cost_usd=cost)


@pytest.mark.parametrize(
    ("there", "now", "told"),
    [
        (52_880, 30_000, "+$11 an hour"),
        (30_000, 52_880, "−$11 an hour"),
        (30_900, 30_000, "about the same pay"),
        (None, 30_000, "pay not published"),
    ],
)
def test_pay_is_told_against_pay_now(
    plan: Plan, there: float | None, now: float, told: str
) -> None:
    assert glance(paid(plan, there, now), has_pay_now=True) == ("8 months", "$2,300", told)


def test_without_pay_now_it_is_what_beginners_earn(plan: Plan) -> None:
    free = paid(plan, 52_880, 30_000, months=0.5, cost=0)
    assert glance(free, has_pay_now=False) == ("at once", "no cost", "$20 an hour to start")
    assert hourly_change(free) == pytest.approx(11)
    assert hourly_change(replace(free, money=replace(free.money, is_told=False))) is None

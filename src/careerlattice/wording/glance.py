"""A route in one line: how long it takes, what it costs, what it pays."""

from __future__ import annotations

from careerlattice.catalog.parameters import HOURS_A_YEAR
from careerlattice.plan.answer import Plan
from careerlattice.vocab.amounts import months, usd
from careerlattice.wording.catalogue import say
from careerlattice.wording.plans import start_pay


def glance(plan: Plan, *, has_pay_now: bool) -> tuple[str, str, str]:
    """Time, cost and pay of a route: `8 months`, `$2,300`, `+$11 an hour`.

    Time is what people usually take. Pay is the middle pay at the goal against what is earned now,
    like with like; where there is no pay now (`has_pay_now`), what beginners at the goal earn.
    """
    time = say("at once") if plan.months_usual < 1 else months(plan.months_usual)
    cost = say("no cost") if plan.cost_usd < 1 else usd(plan.cost_usd)
    return time, cost, _pay(plan, has_pay_now=has_pay_now)


def hourly_change(plan: Plan) -> float | None:
    """The middle pay an hour at the goal beyond what is earned now; none where it is not known."""
    there = plan.pay_at_goal.p50
    if there is None or not plan.money.is_told:
        return None
    return (there - plan.money.stay_pay_usd) / HOURS_A_YEAR.value


def _pay(plan: Plan, *, has_pay_now: bool) -> str:
    change = hourly_change(plan)
    if not has_pay_now or change is None:
        if plan.pay_at_goal.start_hour is None:
            return say("pay not published")
        return say("{pay} to start", pay=start_pay(plan.pay_at_goal))
    dollars = round(change)
    if dollars == 0:
        return say("about the same pay")
    return say("{change} an hour", change=f"{'+' if dollars > 0 else '−'}${abs(dollars):,}")

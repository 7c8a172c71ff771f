"""A plan's earnings less tuition against staying put, month by month.

Pay follows the area's percentiles: the 25th at entry to an occupation, the median after five years
and the 75th after fifteen. Years of experience carried into a new occupation count by the credit
the planner gave them. All amounts are in today's dollars; net present values discount monthly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerlattice.plan.answer import Money, MoneyYear
from careerlattice.plan.person import pay_after

RATES = (0.02, 0.05)


@dataclass(frozen=True, slots=True)
class PayLine:
    """Yearly pay of an occupation: 25th percentile, median, 75th."""

    p25: float
    p50: float
    p75: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of months with one kind of income and price.

    `pay` is the occupation worked in (none while out of work), `share` the part of its median
    earned (apprentices), `fixed_usd` a yearly amount instead (residents), `tenure_years` experience
    at its start, `tuition_usd` paid evenly over it.
    """

    months: float
    pay: PayLine | None
    tenure_years: float
    share: float | None = None
    fixed_usd: float | None = None
    tuition_usd: float = 0.0


def compare(
    stretches: Sequence[Stretch],
    goal: PayLine,
    goal_tenure_years: float,
    stay: PayLine | None,
    stay_tenure_years: float,
    stay_flat_usd: float,
    horizon_years: int,
    rate: float,
) -> Money:
    """The money of a way over the horizon, against staying put.

    After the stretches the goal is worked in to the horizon. Months are whole; a stretch's fraction
    of a month is carried into the next, so that nothing is counted twice.
    """
    total = horizon_years * 12
    earned, low, high, tuition = _timeline(stretches, goal, goal_tenure_years, total)
    staying = [_stay(stay, stay_tenure_years + m / 12.0, stay_flat_usd) / 12.0 for m in range(total)]
    years = tuple(
        MoneyYear(
            y + 1,
            *(sum(series[y * 12 : y * 12 + 12]) for series in (earned, low, high, tuition, staying)),
        )
        for y in range(horizon_years)
    )

    def npv(series: Sequence[float], at: float) -> float:
        monthly = (1.0 + at) ** (1.0 / 12.0)
        return sum(
            (value - price - kept) / monthly ** (m + 1)
            for m, (value, price, kept) in enumerate(zip(series, tuition, staying, strict=True))
        )

    return Money(
        years,
        rate,
        npv(earned, rate),
        npv(low, rate),
        npv(high, rate),
        tuple((other, npv(earned, other)) for other in RATES),
        _payback(earned, tuition, staying),
        staying[0] * 12.0,
    )


def _stay(stay: PayLine | None, years: float, flat: float) -> float:
    return flat if stay is None else pay_after(stay.p25, stay.p50, stay.p75, years)


def _timeline(
    stretches: Sequence[Stretch], goal: PayLine, goal_tenure: float, total: int
) -> tuple[list[float], list[float], list[float], list[float]]:
    earned, low, high, tuition = ([0.0] * total for _ in range(4))
    at = 0.0
    for stretch in stretches:
        first, last = round(at), round(at + stretch.months)
        at += stretch.months
        for month in range(first, min(last, total)):
            years = stretch.tenure_years + (month - first) / 12.0
            values = _income(stretch, years)
            earned[month], low[month], high[month] = (value / 12.0 for value in values)
            if last > first:
                tuition[month] = stretch.tuition_usd / (last - first)
        if first == last and first < total:
            tuition[first] += stretch.tuition_usd
    begin = round(at)
    for month in range(begin, total):
        years = goal_tenure + (month - begin) / 12.0
        earned[month] = pay_after(goal.p25, goal.p50, goal.p75, years) / 12.0
        low[month], high[month] = goal.p25 / 12.0, goal.p75 / 12.0
    return earned, low, high, tuition


def _income(stretch: Stretch, years: float) -> tuple[float, float, float]:
    if stretch.fixed_usd is not None:
        return (stretch.fixed_usd,) * 3
    if stretch.pay is None:
        return (0.0, 0.0, 0.0)
    if stretch.share is not None:
        return (
            stretch.share * stretch.pay.p50,
            stretch.share * stretch.pay.p25,
            stretch.share * stretch.pay.p75,
        )
    pay = stretch.pay
    return (pay_after(pay.p25, pay.p50, pay.p75, years), pay.p25, pay.p75)


def _payback(
    earned: Sequence[float], tuition: Sequence[float], staying: Sequence[float]
) -> int | None:
    """The month after which the plan's running total stays ahead of staying put."""
    ahead, since = 0.0, None
    for month, (value, price, kept) in enumerate(zip(earned, tuition, staying, strict=True), 1):
        ahead += value - price - kept
        if ahead < -0.005:
            since = None
        elif since is None and ahead > 0.005:
            since = month
    return since

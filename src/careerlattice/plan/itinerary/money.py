"""A plan's earnings less tuition against staying put, month by month.

Pay follows the area's percentiles: the 25th at entry to an occupation, the median after five years
and the 75th after fifteen. Years of experience carried into a new occupation count by the credit
the planner gave them. All amounts are in today's dollars; net present values discount monthly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.answer import Money, MoneyYear
from careerlattice.plan.facts.pay_line import PayLine, flat_line
from careerlattice.plan.parameters import HIGH_RATE, LOW_RATE

RATES = (LOW_RATE.value, HIGH_RATE.value)
HALF_A_CENT = 0.005
"""A running total is ahead only by more than rounding adds."""
Floats = NDArray[np.float64]


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


def forgone(
    stretches: Sequence[Stretch], stay: PayLine | None, stay_tenure_years: float, stay_flat: float
) -> float:
    """Dollars by which the stretches earn less than staying put, month by month."""
    total = round(sum(stretch.months for stretch in stretches))
    if total == 0:
        return 0.0
    earned, *_ = _by_month(stretches, flat_line(0.0), 0.0, total)
    staying = _staying(stay, stay_tenure_years, stay_flat, total)
    return float(np.sum(np.maximum(0.0, staying - earned)))


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
    """The money of a route over the horizon, against staying put.

    After the stretches the goal is worked in to the horizon. Months are whole; a stretch's fraction
    of a month is carried into the next, so that nothing is counted twice. Each month's pay, price
    and difference fall at its end.
    """
    total = horizon_years * 12
    earned, low, high, tuition = _by_month(stretches, goal, goal_tenure_years, total)
    staying = _staying(stay, stay_tenure_years, stay_flat_usd, total)
    yearly = [
        series.reshape(horizon_years, 12).sum(axis=1).tolist()
        for series in (earned, low, high, tuition, staying)
    ]
    years = tuple(MoneyYear(y, *values) for y, values in enumerate(zip(*yearly, strict=True), 1))

    def npv(series: Floats, at: float) -> float:
        return float(np.sum((series - tuition - staying) * _worth(total, at)))

    return Money(
        years=years,
        rate=rate,
        gain_npv=npv(earned, rate),
        gain_npv_low=npv(low, rate),
        gain_npv_high=npv(high, rate),
        gain_npv_at=tuple((other, npv(earned, other)) for other in RATES),
        payback_month=_ahead(earned - tuition - staying, rate),
        stay_pay_usd=float(staying[0]) * 12.0,
    )


def _staying(stay: PayLine | None, tenure_years: float, flat_usd: float, months: int) -> Floats:
    """What staying put pays in each of the months."""
    if stay is None:
        return np.full(months, flat_usd / 12.0)
    return stay.by_month(tenure_years, months) / 12.0


def _by_month(
    stretches: Sequence[Stretch], goal: PayLine, goal_tenure: float, total: int
) -> tuple[Floats, Floats, Floats, Floats]:
    earned, low, high, tuition = (np.zeros(total) for _ in range(4))
    at = 0.0
    for stretch in stretches:
        first, last = round(at), round(at + stretch.months)
        at += stretch.months
        end = min(last, total)
        if end > first:
            earned[first:end], low[first:end], high[first:end] = _income(stretch, end - first)
            tuition[first:end] += stretch.tuition_usd / (last - first)
        elif first == last and first < total:
            tuition[first] += stretch.tuition_usd
    begin = round(at)
    if begin < total:
        earned[begin:] = goal.by_month(goal_tenure, total - begin) / 12.0
        low[begin:] = np.minimum(earned[begin:], goal.p25 / 12.0)
        high[begin:] = goal.p75 / 12.0
    return earned, low, high, tuition


def _income(stretch: Stretch, months: int) -> tuple[Floats | float, Floats | float, float]:
    """Monthly income over a stretch, and its low and high."""
    if stretch.fixed_usd is not None:
        return (stretch.fixed_usd / 12.0,) * 3
    pay = stretch.pay
    if pay is None:
        return 0.0, 0.0, 0.0
    if stretch.share is not None:
        share = stretch.share / 12.0
        return share * pay.p50, share * pay.p25, share * pay.p75
    earned = pay.by_month(stretch.tenure_years, months) / 12.0
    return earned, np.minimum(earned, pay.p25 / 12.0), pay.p75 / 12.0


def _ahead(differences: Floats, rate: float) -> int | None:
    """The month from which the plan is ahead for good, where the gain at the rate says so, too.

    Where only the discounted total is ahead in the end, its month is told; never one beside a loss.
    """
    discounted = _payback(differences * _worth(len(differences), rate))
    return None if discounted is None else _payback(differences) or discounted


def _worth(months: int, rate: float) -> Floats:
    """What a dollar at the end of each month is worth today."""
    return np.asarray((1.0 + rate) ** (-np.arange(1, months + 1) / 12.0))


def _payback(differences: Floats) -> int | None:
    """The month from which the plan's running total is ahead of staying put for good."""
    ahead = np.cumsum(differences)
    behind = np.flatnonzero(ahead < -HALF_A_CENT)
    first = int(behind[-1]) + 1 if behind.size else 0
    better = np.flatnonzero(ahead[first:] > HALF_A_CENT)
    return first + int(better[0]) + 1 if better.size else None

"""Pay, and a plan's money against staying put."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pay:
    """Yearly pay of an occupation in the area: p25, median, p75; `area` names whose it is."""

    p25: float | None
    p50: float | None
    p75: float | None
    area: str
    is_hourly: bool


@dataclass(frozen=True, slots=True)
class MoneyYear:
    """One year of the comparison, in today's dollars.

    `earned`, `tuition` and `stay` are on the plan and staying put; `low` and `high` are earnings at
    p25 and p75 of the jobs held.
    """

    year: int
    earned: float
    low: float
    high: float
    tuition: float
    stay: float


@dataclass(frozen=True, slots=True)
class Money:
    """A plan's money against staying put over the horizon.

    `gain_npv` is the net present value of earnings less tuition, minus that of staying, at `rate`;
    `gain_npv_at` the same at 2 and 5 percent; `payback_month` the first month in which the plan's
    running total is ahead for good, none when it never is.
    """

    years: tuple[MoneyYear, ...]
    rate: float
    gain_npv: float
    gain_npv_low: float
    gain_npv_high: float
    gain_npv_at: tuple[tuple[float, float], ...]
    payback_month: int | None
    stay_pay_usd: float

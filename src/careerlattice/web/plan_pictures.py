"""The geometry of the plan page's pictures: plans on one scale of months, money over years."""

from __future__ import annotations

import math
from dataclasses import dataclass

from careerlattice.plan.answer import Money, Plan, Step


@dataclass(frozen=True, slots=True)
class Stretch:
    """A step on the shared scale: where it starts and how wide it is, in percent."""

    kind: str
    at: float
    width: float


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan as stretches, with the place of its goal."""

    plan_id: str
    stretches: tuple[Stretch, ...]
    goal_at: float


@dataclass(frozen=True, slots=True)
class Timelines:
    """All plans on one scale; marks are places in percent with years."""

    lines: tuple[PlanLine, ...]
    marks: tuple[tuple[float, int], ...]


def step_look(step: Step) -> str:
    """How a step is drawn: its kind, with study beside a job apart from full-time study."""
    return "beside" if step.kind == "study" and step.is_beside_work else step.kind


def timelines(plans: tuple[Plan, ...]) -> Timelines:
    """The plans as bars from the start to the goal."""
    longest = max((plan.months for plan in plans), default=0) or 1
    years = max(1, math.ceil(longest / 12))
    each = max(1, math.ceil(years / 8))
    end = math.ceil(years / each) * each * 12

    def at(month: float) -> float:
        return round(100 * month / end, 2)

    lines = tuple(
        PlanLine(
            plan.id,
            tuple(
                Stretch(step_look(step), at(step.start_month), at(step.months))
                for step in plan.steps
                if step.months > 0
            ),
            at(plan.months),
        )
        for plan in plans
    )
    return Timelines(lines, tuple((at(12 * y), y) for y in range(0, end // 12 + 1, each)))


WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640.0, 280.0, 60.0, 12.0, 34.0


@dataclass(frozen=True, slots=True)
class MoneyPicture:
    """Yearly money on the plan and staying put: outlines in a box of 640 by 280."""

    plan: str
    stay: str
    band: str
    zero_y: float
    rows: tuple[tuple[float, float], ...]
    years: tuple[tuple[float, int], ...]
    plan_end: tuple[float, float]
    stay_end: tuple[float, float]


def money_picture(money: Money) -> MoneyPicture | None:
    """Earnings less tuition by year, with the band from lower to higher pay; none without years."""
    years = money.years
    if not years:
        return None
    values = [y.earned - y.tuition for y in years] + [y.high - y.tuition for y in years]
    lows = [y.low - y.tuition for y in years] + [y.earned - y.tuition for y in years]
    most = max(*values, *(y.stay for y in years), 1.0)
    least = min(0.0, *lows)
    step = _round_step((most - least) / 4)
    top, floor = math.ceil(most / step) * step, math.floor(least / step) * step

    def x(place: float) -> float:
        wide = max(1, len(years) - 1)
        return round(LEFT + (WIDTH - LEFT - 14) * place / wide, 1)

    def y(value: float) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (top - value) / (top - floor), 1)

    def line(points: list[float]) -> str:
        return " ".join(f"{x(i)},{y(value)}" for i, value in enumerate(points))

    earned = [one.earned - one.tuition for one in years]
    stay = [one.stay for one in years]
    high = line([one.high - one.tuition for one in years])
    low = line([one.low - one.tuition for one in years]).split()
    rows = []
    value = floor
    while value <= top + 1:
        rows.append((y(value), value))
        value += step
    last = len(years) - 1
    return MoneyPicture(
        line(earned),
        line(stay),
        " ".join((high, *reversed(low))),
        y(0),
        tuple(rows),
        tuple((x(i), one.year) for i, one in enumerate(years) if len(years) <= 12 or not i % 5),
        (x(last), y(earned[-1])),
        (x(last), y(stay[-1])),
    )


def _round_step(least: float) -> float:
    power = 10 ** math.floor(math.log10(max(least, 1.0)))
    return next(power * one for one in (1, 2, 2.5, 5, 10) if power * one >= least)

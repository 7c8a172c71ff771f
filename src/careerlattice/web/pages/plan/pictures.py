"""The geometry of the plan page's pictures: plans on one scale of months, money over years."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from careerlattice.plan.answer import Money, MoneyYear, Plan

# From this share of the scale on, in percent, a stretch holds its word in the narrowest picture.
LEAST_NAMED = {"study": 24.0, "beside": 24.0, "work": 20.0, "course": 26.0, "apprenticeship": 36.0}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A step on the shared scale: where it starts and how wide it is, in percent.

    `is_named` where it is wide enough to hold the word for its kind, even on a phone.
    """

    kind: str
    at: float
    width: float

    @property
    def middle(self) -> float:
        """Where its word stands."""
        return round(self.at + self.width / 2, 2)

    @property
    def is_named(self) -> bool:
        """Whether it can hold its word."""
        return self.width >= LEAST_NAMED.get(self.kind, 100.0)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan as stretches, with the place of its goal."""

    plan_id: str
    stretches: tuple[Stretch, ...]
    goal_at: float


@dataclass(frozen=True, slots=True)
class Timelines:
    """All plans on one scale of so many `years`; looks are the kinds drawn."""

    lines: tuple[PlanLine, ...]
    years: int
    looks: tuple[str, ...]


def timelines(plans: tuple[Plan, ...]) -> Timelines:
    """The plans as bars from the start to the goal, as long as people usually take."""
    longest = max((plan.months_usual for plan in plans), default=0) or 1
    years = max(1, math.ceil(longest / 12))

    def at(month: float) -> float:
        return round(100 * month / (12 * years), 2)

    def line(plan: Plan) -> PlanLine:
        return PlanLine(
            plan_id=plan.id,
            stretches=tuple(
                Stretch(kind=step.look, at=at(step.start_month_usual), width=at(step.months_usual))
                for step in plan.steps
                if step.months_usual > 0
            ),
            goal_at=at(plan.months_usual),
        )

    lines = tuple(map(line, plans))
    looks = sorted({stretch.kind for line in lines for stretch in line.stretches})
    return Timelines(lines=lines, years=years, looks=tuple(looks))


WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640.0, 300.0, 84.0, 16.0, 34.0, 40.0
LABEL = 26.0


@dataclass(frozen=True, slots=True)
class MoneyPicture:
    """How far a plan is ahead of staying put, year by year: outlines in a box of 640 by 300.

    Values are running totals of earnings less tuition, minus those of staying put, in today's
    dollars without discount; `totals` has one for each year. `band` runs from lower to higher pay.
    `payback` is the place where the plan is ahead for good, none when it never is; `lowest` the
    place of the deepest shortfall and its amount, none when there is none. `end` is the place of
    the last total; the two lines are named at `end_label_y` and `stay_label_y`, ending at `right`.
    """

    plan: str
    band: str
    zero_y: float
    rows: tuple[tuple[float, float], ...]
    years: tuple[tuple[float, int], ...]
    totals: tuple[tuple[MoneyYear, float], ...]
    payback: tuple[float, float] | None
    lowest: tuple[float, float, float] | None
    end: tuple[float, float]
    end_label_y: float
    stay_label_y: float
    right: float


def money_picture(money: Money) -> MoneyPicture | None:
    """The running difference to staying put; none without years, or where it is not known."""
    years = money.years
    if not years or not money.is_told:
        return None
    totals = _running([year.earned - year.tuition - year.stay for year in years])
    low = _running([year.low - year.tuition - year.stay for year in years])
    high = _running([year.high - year.tuition - year.stay for year in years])
    most, least = max(0.0, *totals, *high), min(0.0, *totals, *low)
    step = _round_step(max(most - least, 1_000.0) / 4)
    top, floor = math.ceil(most / step) * step, math.floor(least / step) * step
    if top == floor:
        # Nothing is ever ahead or behind, as where no pay is known: the line lies at zero.
        top = floor + step
    right = WIDTH - RIGHT

    def x(years_on: float) -> float:
        return round(LEFT + (right - LEFT) * years_on / len(years), 1)

    def y(value: float) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (top - value) / (top - floor), 1)

    def line(values: list[float]) -> list[str]:
        return [f"{x(i)},{y(value)}" for i, value in enumerate(values)]

    points = list(enumerate(map(float, totals)))
    payback = money.payback_month
    crosses = payback is not None and payback > 1 and payback / 12 < len(years)
    if crosses and payback is not None:
        # Between two years the line goes through the month in which it is ahead for good.
        points = sorted([*points, (payback / 12, 0.0)])  # type: ignore[list-item]
    deepest = min(range(len(totals)), key=totals.__getitem__)
    end_y, zero_y = y(totals[-1]), y(0)
    # Labels stand above the line that is higher at the end and below the other.
    is_ahead = totals[-1] >= 0
    has_room = zero_y + LABEL < HEIGHT - BOTTOM
    end_label_y = end_y - LABEL / 2 if is_ahead else end_y + LABEL
    if crosses:
        # Where both lines end close together, it stands above what is said of the payback.
        end_label_y = min(end_label_y, zero_y - LABEL / 2 - LABEL)
    each = 1 if len(years) <= 12 else 5
    count = round((top - floor) / step)
    return MoneyPicture(
        plan=" ".join(f"{x(at)},{y(value)}" for at, value in points),
        band=" ".join((*line(high), *reversed(line(low)))),
        zero_y=zero_y,
        rows=tuple((y(floor + step * i), floor + step * i) for i in range(count + 1)),
        years=tuple((x(i), i) for i in range(0, len(years) + 1, each)),
        totals=tuple(zip(years, totals[1:], strict=True)),
        payback=(x(payback / 12), y(0)) if crosses and payback is not None else None,
        lowest=(x(deepest), y(totals[deepest]), totals[deepest]) if totals[deepest] < 0 else None,
        end=(right, end_y),
        end_label_y=round(end_label_y, 1),
        stay_label_y=round(zero_y + LABEL if is_ahead and has_room else zero_y - LABEL / 2, 1),
        right=right,
    )


def _running(differences: list[float]) -> list[float]:
    """Totals from zero on."""
    return [0.0, *itertools.accumulate(differences)]


def _round_step(least: float) -> float:
    power = 10 ** math.floor(math.log10(max(least, 1.0)))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= least)

"""Pay, and a plan's money against staying put."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.parameters import HOURS_A_YEAR
from careerlattice.plan.parameters import WIDE_GROUP
from careerlattice.vocab.amounts import usd


@dataclass(frozen=True, slots=True)
class Pay:
    """Yearly pay of an occupation in the area: p25, median, p75; `area` names whose it is.

    `start` is what beginners earn, halfway between the lowest tenth and p25; with `is_risen` what
    experience brings there. `group` is the title of the wider group whose figures they are, empty
    where they are the occupation's own. `start_of` says whose `start` is and by whom, where it is
    not the survey's.

    Where pay is published by the hour only (`is_hourly`), the yearly figures are 2,080 hours of it;
    people are told the hour's (`hourly`).
    """

    p25: float | None
    p50: float | None
    p75: float | None
    area: str
    is_hourly: bool
    start: float | None = None
    is_risen: bool = False
    group: str = ""
    start_of: str = ""

    @property
    def is_of_wide_group(self) -> bool:
        """Whether the figures are of a group whose members are paid too differently to add up."""
        if not self.group or not self.p25 or not self.p75:
            return False
        if self.start_of:
            # A part of the occupation, whose own pay is known to be other.
            return True
        return self.p75 >= WIDE_GROUP.value * self.p25

    @property
    def start_hour(self) -> float | None:
        """What beginners earn an hour."""
        return None if self.start is None else self.start / HOURS_A_YEAR.value

    def spoken(self) -> tuple[str, str, str]:
        """p25, median and p75 as people are told them: a year's, or an hour's."""
        p25, p50, p75 = (
            _spoken(pay, is_hourly=self.is_hourly) for pay in (self.p25, self.p50, self.p75)
        )
        return p25, p50, p75


def _spoken(pay: float | None, *, is_hourly: bool) -> str:
    if pay is None or not is_hourly:
        return usd(pay)
    return f"${pay / HOURS_A_YEAR.value:,.2f}"


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
    running total is ahead for good, none when it never is or the gain is none. `is_told` is false
    where pay is published by the hour only: few work such jobs all year, so that a year's gain is
    not known.
    """

    years: tuple[MoneyYear, ...]
    rate: float
    gain_npv: float
    gain_npv_low: float
    gain_npv_high: float
    gain_npv_at: tuple[tuple[float, float], ...]
    payback_month: int | None
    stay_pay_usd: float
    is_told: bool = True

    @property
    def gain_told(self) -> float | None:
        """The gain, none where it is not known."""
        return self.gain_npv if self.is_told else None

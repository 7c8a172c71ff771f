"""Pay by experience in an occupation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.parameters import MEDIAN_PAY_YEARS, UPPER_PAY_YEARS

Floats = NDArray[np.float64]
_PAY_YEARS = (0.0, MEDIAN_PAY_YEARS.value, UPPER_PAY_YEARS.value)


@dataclass(frozen=True, slots=True)
class PayLine:
    """Yearly pay of an occupation: 25th percentile, median, 75th, and what beginners earn.

    Beginners earn `entry`, the 25th percentile where it is not known.
    """

    p25: float
    p50: float
    p75: float
    entry: float | None = None

    @property
    def _points(self) -> tuple[float, float, float]:
        return (self.p25 if self.entry is None else self.entry, self.p50, self.p75)

    def scaled(self, factor: float) -> PayLine:
        """The same curve, higher or lower in proportion."""
        entry = None if self.entry is None else self.entry * factor
        return PayLine(self.p25 * factor, self.p50 * factor, self.p75 * factor, entry)

    def in_lower_half(self) -> PayLine:
        """The curve of who works with less schooling than most of these jobs ask, a quarter lower.

        It reaches the 25th percentile where others reach the median, and the median where others
        reach the 75th.
        """
        start = self.p25 if self.entry is None else min(self.entry, self.p25)
        return PayLine(start, self.p25, self.p50, start)

    def at_least(self, amount: float) -> PayLine:
        """The curve of who starts at an amount: no point of it lies lower."""
        if amount <= 0:
            return self
        p25, p50, p75 = (max(point, amount) for point in (self.p25, self.p50, self.p75))
        return PayLine(p25, p50, p75, max(self._points[0], amount))

    def after(self, years: float) -> float:
        """Yearly pay after `years`: the median at 5, p75 at 15 years."""
        return float(np.interp(years, _PAY_YEARS, self._points))

    def by_month(self, tenure_years: float, months: int) -> NDArray[np.float64]:
        """Yearly pay in each of the months, from a tenure on."""
        years = tenure_years + np.arange(months) / 12.0
        return np.interp(years, _PAY_YEARS, self._points)


@dataclass(frozen=True, slots=True)
class EntryPay:
    """What a job pays to who takes it as they do: at least, and to begin with at most."""

    least_usd: float = 0.0
    most_usd: float = inf

    def on(self, line: PayLine) -> PayLine:
        """The curve of pay in the job for this person."""
        line = line.at_least(self.least_usd)
        begins = line.after(0.0)
        return line if begins <= self.most_usd else replace(line, entry=self.start(begins))

    def start(self, usual: float) -> float:
        """What is earned to begin with, where beginners usually earn so much."""
        return max(min(usual, self.most_usd), self.least_usd)


BEGINNER = EntryPay()


def beginners_pay(p10: Floats, p25: Floats) -> Floats:
    """What beginners earn: halfway between the percentiles, the 25th where no 10th is known."""
    return np.where(np.isnan(p10), p25, (p10 + p25) / 2.0)


def flat_line(amount: float) -> PayLine:
    """Pay that does not grow with experience."""
    return PayLine(amount, amount, amount)

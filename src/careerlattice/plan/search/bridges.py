"""What the recognition of training from abroad takes, for all occupations side by side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.plan.search.encoding import Flags, Floats, Ints
from careerlattice.plan.search.problem import RoutingProblem


@dataclass(frozen=True)
class Bridges:
    """By occupation, each (n,): months `beside` the job held and `apart` from it, dollars, and
    earnings short of the goal's pay, `goal_pay`, in the months apart.
    """

    beside: Floats
    apart: Floats
    usd: Floats
    lost: Floats
    goal_pay: float

    def costs(self, row: Ints, pay: Floats, crosses: Flags) -> tuple[Floats, Floats, Floats]:
        """Months, dollars and earnings forgone of pairs that cross a bridge, else nothing.

        `pay` is that of the job held, a year.
        """
        if not crosses.any():
            zero = np.zeros(len(row))
            return zero, zero, zero
        beside = self.beside[row] * crosses
        short = np.maximum(0.0, self.goal_pay - pay) * beside / 12.0
        months = beside + self.apart[row] * crosses
        return months, self.usd[row] * crosses, short + self.lost[row] * crosses


def price_bridges(problem: RoutingProblem, size: int) -> Bridges:
    """What recognition takes for each occupation, at the least time."""
    beside, apart, usd, lost = (np.zeros(size) for _ in range(4))
    goal_pay, recognition = problem.goal_pay, problem.recognition
    for row, steps in recognition.steps.items() if recognition is not None else ():
        for step in steps:
            usd[row] += step.usd.middle
            if step.is_beside_work:
                beside[row] += step.months.low
            else:
                apart[row] += step.months.low
                lost[row] += max(0.0, goal_pay - step.pay_usd) * step.months.low / 12.0
    return Bridges(beside, apart, usd, lost, goal_pay)

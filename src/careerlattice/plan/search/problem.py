"""Everything the search reads, worked out from a request."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import RouteFacts
from careerlattice.plan.facts.study_costs import StudyTable
from careerlattice.plan.request import Limits
from careerlattice.plan.resolve.start import Person


@dataclass(frozen=True)
class Question:
    """Facts, person, goals, allowed occupations, limits.

    All flags have shape (occupations,). `is_start_target` are the occupations that may be entered
    first. `goal_program` flags those that a program leads to which leads to every goal as well,
    `start_field` those that what the person studied leads to, `start_in_goal_field` the person's
    level where that is so for every goal. With `is_one_front` ways to all goals compete with each
    other; else each goal has its own front, since one well-paid occupation does not make another a
    worse choice.
    """

    facts: RouteFacts
    area: AreaFacts
    study: StudyTable
    person: Person
    is_goal: NDArray[np.bool_]
    is_allowed: NDArray[np.bool_]
    is_start_target: NDArray[np.bool_]
    goal_program: NDArray[np.bool_]
    start_field: NDArray[np.bool_]
    start_in_goal_field: int
    is_one_front: bool
    limits: Limits

    @property
    def goal_pay(self) -> float:
        """Yearly pay that earnings on the way are held against.

        The goal's median, or that of staying put if it is more. Of several goals the best paid
        counts, so that the shortfall is never negative.
        """
        pay = self.area.pay50[self.is_goal & self.is_allowed]
        known = pay[~np.isnan(pay)]
        best = float(known.max()) if known.size else 0.0
        return max(best, self.person.stay_pay)

"""Why there is no way, and the smallest change of each limit that opens one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np

from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.parameters import FEW_OPEN
from careerlattice.plan.request import MAX_JOB_CHANGES, Limits
from careerlattice.plan.resolve.on_the_way import stepping_stones
from careerlattice.plan.resolve.resolved import ResolvedRequest
from careerlattice.plan.search.encoding import DOLLARS, MONTHS
from careerlattice.plan.search.problem import RoutingProblem, build_problem
from careerlattice.plan.search.routes import Route, find_routes
from careerlattice.requirements.parameters import APPRENTICE_PAY_SHARE, PRACTICE_PAY_USD
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel

_LIMITS = ("budget_usd", "max_months", "study", "max_credential", "min_pay_usd", "within", "avoid")
"""Limits that two at a time may be taken off, those first that people change most easily."""
NEAR_SHOWN = 3
"""How much other work is named where the goal is out of reach."""


def explain_no_way(resolved: ResolvedRequest, limits: Limits) -> list[Notice]:
    """Notices for a request that no route answers within its limits.

    Each limit that is set is relaxed alone, the others kept; the smallest value that opens a way is
    worked out from the routes themselves.
    """
    return _Relaxing(resolved, limits).explain()


@dataclass(frozen=True)
class _Relaxing:
    """A request asked again within other limits."""

    resolved: ResolvedRequest
    limits: Limits

    def explain(self) -> list[Notice]:
        """Why there is no way, then what would open one."""
        goal = self.resolved.goals.label
        free = self._routes_within(Limits(max_job_changes=MAX_JOB_CHANGES))
        if not free:
            details: dict[str, Any] = {"goal": goal, "most": MAX_JOB_CHANGES}
            return [Notice(NoticeKind.UNREACHABLE, details)]
        details = {
            "goal": goal,
            "limits": self.limits,
            "months": min(route.costs[MONTHS] for route in free),
            "cost_usd": min(route.costs[DOLLARS] for route in free),
        }
        binding = Notice(NoticeKind.NO_WAY_IN_LIMITS, details)
        found = self._each_relaxed() or [Notice(NoticeKind.RELAXATION), *self._together()]
        return [binding, *found, *self._nearest()]

    def _nearest(self) -> list[Notice]:
        """Work on the ladder of the one goal that can be had within the limits, likeliest first."""
        resolved, facts = self.resolved, self.resolved.facts
        goals = resolved.goals
        if len(goals.rows) != 1:
            return []
        goal = goals.rows[0]
        leads = stepping_stones(facts, resolved.area, goals) & ~goals.fits
        if resolved.person.row >= 0:
            leads[resolved.person.row] = False
        toward = replace(resolved, goals=replace(goals, is_goal=leads, fits=leads))
        if not leads.any():
            return []
        problem = build_problem(toward, self.limits)
        shares = {
            route.goal: float(problem.share_open(route.legs[-1].way, route.legs[-1].arrive))
            for route in find_routes(problem).routes
        }
        start = resolved.person.row
        # Work that only resembles the goal leads nobody there, nor does a step down.
        up = facts.is_named[:, goal] | facts.is_ladder[:, goal]
        reached = [
            row
            for row, share in shares.items()
            if share >= FEW_OPEN.value and up[row] and (start < 0 or not facts.falls[start, row])
        ]
        best = sorted(reached, key=lambda row: (float(facts.difficulty(row, goal)), row))
        titles = [self.resolved.catalog.list_occupations()[row].title for row in best[:NEAR_SHOWN]]
        return [Notice(NoticeKind.NEAREST, {"occupations": titles}, "goal")] if titles else []

    def _each_relaxed(self) -> list[Notice]:
        limits = self.limits
        found: list[Notice | None] = []
        if limits.max_months is not None:
            found.append(self._least("max_months", MONTHS))
        if limits.budget_usd is not None:
            found.append(self._least("budget_usd", DOLLARS))
        if limits.min_pay_usd is not None:
            found.append(self._pay_floor(limits.min_pay_usd))
        if limits.max_credential is not None:
            found.append(self._credential(limits.max_credential))
        if limits.study != "any" and self._opens(study="any"):
            found.append(_relaxation("study"))
        if limits.within and self._opens(within=()):
            found.append(_relaxation("within"))
        if limits.avoid and self._opens(avoid=()):
            found.append(_relaxation("avoid"))
        found.append(self._job_changes())
        return [notice for notice in found if notice is not None]

    def _together(self) -> list[Notice]:
        """Months and money needed when everything else is as asked but both of these are free."""
        routes = self._routes(max_months=None, budget_usd=None)
        if not routes:
            return self._pair()
        months, dollars = min((route.costs[MONTHS], route.costs[DOLLARS]) for route in routes)
        values = (("max_months", float(months)), ("budget_usd", float(dollars)))
        return [Notice(NoticeKind.RELAXATION, field="limits", values=values)]

    def _pair(self) -> list[Notice]:
        """The first two limits that open a way when both are taken off."""
        free = {name: getattr(Limits(), name) for name in _LIMITS}
        held = [name for name, value in free.items() if getattr(self.limits, name) != value]
        for pair in combinations(held, 2):
            if self._opens(**{name: free[name] for name in pair}):
                kept = {name: getattr(self.limits, name) for name in pair}
                return [Notice(NoticeKind.RELAXATION, {"pair": Limits(**kept)}, "limits")]
        return []

    def _least(self, field: str, criterion: int) -> Notice | None:
        """The least that a route takes when this limit alone is free."""
        routes = self._routes(**{field: None})
        if not routes:
            return None
        needed = min(float(route.costs[criterion]) for route in routes)
        limit = getattr(self.limits, field)
        return _relaxation(field, float(np.ceil(needed)), needed=needed, limit=limit)

    def _pay_floor(self, asked: float) -> Notice | None:
        """The highest floor below the one asked that opens a way.

        Only what some job on the way pays can be that floor, so those amounts are halved.
        """
        problem = self._problem(min_pay_usd=None)
        if not find_routes(problem).routes:
            return None
        if not self._opens(min_pay_usd=1.0):
            return _relaxation("min_pay_usd", needed=None, limit=asked)
        pay = problem.area.pay50[~np.isnan(problem.area.pay50)]
        amounts = np.concatenate(
            [pay, APPRENTICE_PAY_SHARE.value * pay, [PRACTICE_PAY_USD.value, 1.0]]
        )
        amounts = np.unique(np.floor(amounts[amounts < asked]))
        low, high = 0, len(amounts)
        while high - low > 1:
            middle = (low + high) // 2
            if self._opens(min_pay_usd=float(amounts[middle])):
                low = middle
            else:
                high = middle
        floor = float(amounts[low])
        return _relaxation("min_pay_usd", floor, needed=floor, limit=asked)

    def _credential(self, asked: EducationLevel) -> Notice | None:
        for level in PLANNED_LEVELS:
            if level > asked and self._opens(max_credential=level):
                return _relaxation("max_credential", float(level), needed=level, limit=asked)
        return None

    def _job_changes(self) -> Notice | None:
        asked = self.limits.max_job_changes
        for changes in range(asked + 1, MAX_JOB_CHANGES + 1):
            if self._opens(max_job_changes=changes):
                return _relaxation("max_job_changes", float(changes), needed=changes, limit=asked)
        return None

    def _opens(self, **changes: Any) -> bool:
        return bool(self._routes(**changes))

    def _routes(self, **changes: Any) -> tuple[Route, ...]:
        return find_routes(self._problem(**changes)).routes

    def _problem(self, **changes: Any) -> RoutingProblem:
        return build_problem(self.resolved, replace(self.limits, **changes))

    def _routes_within(self, limits: Limits) -> tuple[Route, ...]:
        return find_routes(build_problem(self.resolved, limits)).routes


def _relaxation(field: str, value: float | None = None, **details: Any) -> Notice:
    return Notice(NoticeKind.RELAXATION, details, f"limits.{field}", value)

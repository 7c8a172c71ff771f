"""Why there is no way, and the smallest change of each limit that opens one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil
from typing import Any

import numpy as np

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import Notice, NoticeKind, Step
from careerlattice.plan.itinerary.build import Itinerary, build_itinerary
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.parameters import CLEARLY_MORE, FEW_OPEN
from careerlattice.plan.request import MAX_JOB_CHANGES, Limits
from careerlattice.plan.resolve.on_the_way import stepping_stones
from careerlattice.plan.resolve.resolved import ResolvedRequest
from careerlattice.plan.search.encoding import DOLLARS, NO_SPARE, Flags
from careerlattice.plan.search.problem import RoutingProblem, build_problem
from careerlattice.plan.search.routes import Route, find_routes
from careerlattice.requirements.parameters import APPRENTICE_PAY_SHARE, PRACTICE_PAY_USD
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel

ContextOf = Callable[[RoutingProblem], PlanContext]
"""What working routes of a problem out in full needs."""
_LIMITS = ("max_months", "budget_usd", "study", "max_credential", "min_pay_usd", "within", "avoid")
"""Limits that are changed alone or two at a time, those first that people change most easily."""
_ALL_FREE = {name: getattr(Limits(), name) for name in _LIMITS} | {
    "max_job_changes": MAX_JOB_CHANGES
}
NEAR_SHOWN = 3
"""How much other work is named where the goal is out of reach."""


def explain_no_way(
    resolved: ResolvedRequest, limits: Limits, context_of: ContextOf
) -> list[Notice]:
    """Notices for a request that no route answers within its limits.

    Each limit that is set is relaxed alone, the others kept; the smallest value that opens a way is
    worked out from the routes themselves. Where none does alone, two together.
    """
    return _Relaxing(resolved, limits, context_of).explain()


@dataclass(frozen=True)
class _Opened:
    """A route and what it takes in full: most people's months, its dollars, its steps."""

    route: Route
    itinerary: Itinerary

    @property
    def months(self) -> float:
        """What most people take: with the best case alone a hint would promise too much."""
        return float(ceil(self.itinerary.months_usual - NO_SPARE))

    @property
    def usd(self) -> float:
        """What it costs."""
        return float(self.route.costs[DOLLARS])

    @property
    def schooling(self) -> tuple[Step, ...]:
        """What is earned on it."""
        return tuple(step for step in self.itinerary.steps if step.is_schooling)


@dataclass(frozen=True)
class _Relaxing:
    """A request asked again within other limits."""

    resolved: ResolvedRequest
    limits: Limits
    context_of: ContextOf

    def explain(self) -> list[Notice]:
        """Why there is no way, then what would open one."""
        goal = self.resolved.goals.label
        free = self._opened(**_ALL_FREE)
        if not free:
            details: dict[str, Any] = {"goal": goal, "most": MAX_JOB_CHANGES}
            return [Notice(NoticeKind.UNREACHABLE, details)]
        cheapest = min(free, key=lambda opened: (opened.usd, opened.months))
        details = {
            "goal": goal,
            "limits": self.limits,
            "months": min(opened.months for opened in free),
            "cost_usd": cheapest.usd,
            "schooling": cheapest.schooling,
        }
        binding = Notice(NoticeKind.NO_WAY_IN_LIMITS, details)
        found = self._each_relaxed() or self._two_relaxed()
        told = [_without_schooling(notice, cheapest.schooling) for notice in found]
        return [binding, *told, *self._nearest()]

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
        # Work that only resembles the goal leads nobody there, nor does a step down or aside, nor
        # work that is farther from it than the job held.
        up = facts.is_named[:, goal] | facts.is_ladder[:, goal]
        if start >= 0:
            nearer = facts.difficulty(slice(None), goal) < facts.difficulty(start, goal)
            up = up & nearer & self._is_above(start, self.context_of(problem).arrays)
        reached = [row for row, share in shares.items() if share >= FEW_OPEN.value and up[row]]
        best = sorted(reached, key=lambda row: (float(facts.difficulty(row, goal)), row))
        titles = [self.resolved.catalog.list_occupations()[row].title for row in best[:NEAR_SHOWN]]
        return [Notice(NoticeKind.NEAREST, {"occupations": titles}, "goal")] if titles else []

    def _is_above(self, start: int, arrays: LatticeArrays) -> Flags:
        """Work above that of the start: a rung of its ladder, or an advance that pays more."""
        advances = arrays.kind[start] == int(Kind.ADVANCE)
        pay = self.resolved.area.pay50
        more = pay >= CLEARLY_MORE.value * pay[start]
        return np.asarray(advances & (more | self.resolved.facts.is_ladder[start]))

    def _each_relaxed(self) -> list[Notice]:
        names = [name for name in _LIMITS if self._is_set(name)]
        found = [self._alone(name) for name in (*names, "max_job_changes")]
        return [notice for notice in found if notice is not None]

    def _two_relaxed(self) -> list[Notice]:
        """The first two limits that open a way together, with what each would have to be."""
        names = [name for name in _LIMITS if self._is_set(name)]
        for one, other in combinations(names, 2):
            first = self._within(**{other: getattr(Limits(), other)})._alone(one)
            if first is None:
                continue
            second = self._within(**{one: _as_limit(one, first.value)})._alone(other)
            if second is not None:
                parts = (first, second)
                values = ((one, first.value), (other, second.value))
                return [Notice(NoticeKind.RELAXATION, {"parts": parts}, "limits", values=values)]
        return [Notice(NoticeKind.RELAXATION)]

    def _is_set(self, name: str) -> bool:
        return bool(getattr(self.limits, name) != getattr(Limits(), name))

    def _alone(self, name: str) -> Notice | None:
        """What opens a way when this limit alone changes; none if nothing does."""
        asked = getattr(self.limits, name)
        if name == "max_months":
            return self._least(name, lambda opened: opened.months)
        if name == "budget_usd":
            return self._least(name, lambda opened: opened.usd)
        if name == "min_pay_usd":
            return self._pay_floor(asked)
        if name == "max_credential":
            return self._credential(asked)
        if name == "max_job_changes":
            return self._job_changes()
        opened = self._opened(**{name: getattr(Limits(), name)})
        if not opened:
            return None
        cheapest = min(opened, key=lambda one: (one.usd, one.months))
        return _relaxation(name, limit=asked, schooling=cheapest.schooling)

    def _least(self, field: str, takes: Callable[[_Opened], float]) -> Notice | None:
        """The least that a route takes when this limit alone is free."""
        opened = self._opened(**{field: None})
        if not opened:
            return None
        least = min(opened, key=lambda one: (takes(one), one.months, one.usd))
        needed = float(np.ceil(takes(least)))
        limit = getattr(self.limits, field)
        return _relaxation(field, needed, needed=needed, limit=limit, schooling=least.schooling)

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

    def _opened(self, **changes: Any) -> list[_Opened]:
        """The routes within changed limits, with what each takes."""
        problem = self._problem(**changes)
        context = self.context_of(problem)
        return [
            _Opened(route, build_itinerary(context, route, is_brief=True))
            for route in find_routes(problem).routes
        ]

    def _problem(self, **changes: Any) -> RoutingProblem:
        return build_problem(self.resolved, replace(self.limits, **changes))

    def _within(self, **changes: Any) -> _Relaxing:
        return replace(self, limits=replace(self.limits, **changes))


def _without_schooling(notice: Notice, told: tuple[Step, ...]) -> Notice:
    """The notice without what is earned where that is told already."""
    details = dict(notice.details)
    if details.get("schooling") == told:
        del details["schooling"]
    if "parts" in details:
        details["parts"] = tuple(_without_schooling(part, told) for part in details["parts"])
    return replace(notice, details=details)


def _as_limit(name: str, value: float | None) -> Any:
    """A limit with the value that opens a way; without one it is taken off."""
    if value is None:
        return getattr(Limits(), name)
    return EducationLevel(int(value)) if name == "max_credential" else value


def _relaxation(field: str, value: float | None = None, **details: Any) -> Notice:
    return Notice(NoticeKind.RELAXATION, details, f"limits.{field}", value)

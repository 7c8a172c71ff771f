"""Asking the router: from a routing problem to the exact front of routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from careerlattice.plan.request import Limits
from careerlattice.plan.search.encoding import DIFFICULTY, DOLLARS, MONTHS, UNITS, Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.states import StateNetwork, lay_out
from careerlattice.router import build_network, find_front, find_fronts

MAX_ARCS = 3_000_000
MAX_LABELS = 5_000_000
"""How many arcs and labels a search may make before it is cut: what fits into memory and time."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One arc of a route: the occupation entered and what comes before it.

    Months: worked in the job before, studied, searched, waiting for a license. `level` is the
    credential aimed at (0 for none), `arrive` the level that counts on arrival, `held` the highest
    level before the leg and `credited` the level in the field that is credited toward the study,
    `experience` the months and `counted` the level that counted for the occupation before the leg.
    """

    origin: int
    row: int
    level: int
    mode: Mode
    worked: float
    studied: float
    searched: float
    waited: float
    residency: float
    arrive: int
    held: int
    credited: int
    experience: float
    counted: int
    costs: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Route:
    """One member of the front: its legs and its costs in units."""

    legs: tuple[Leg, ...]
    costs: tuple[int, ...]

    @property
    def goal(self) -> int:
        """The occupation it ends in."""
        return self.legs[-1].row

    @property
    def difficulty(self) -> float:
        """Its difficulty, in the search's own steps."""
        return self.costs[DIFFICULTY] * UNITS[DIFFICULTY]


@dataclass(frozen=True)
class FoundRoutes:
    """All efficient routes, the network's size, and whether every efficient route is here."""

    routes: tuple[Route, ...]
    states: int
    arcs: int
    is_complete: bool


def find_routes(problem: RoutingProblem) -> FoundRoutes:
    """The exact front, or fronts, within the limits."""
    limits = problem.limits
    states = lay_out(problem, MAX_ARCS)
    arcs = states.arcs
    size = len(states.occupation)
    # A last node without arcs stands for a goal that no state reaches.
    network = build_network(size + 1, arcs.tail, arcs.head, arcs.costs)
    is_goal = problem.is_goal & problem.is_allowed
    goals = 1 + np.flatnonzero(is_goal[states.occupation[1:]])
    limited: dict[str, Any] = {
        "max_hops": min(limits.max_job_changes, size),
        "max_costs": _limits_in_units(limits),
        "label_budget": MAX_LABELS,
    }
    if problem.is_one_front:
        front = find_front(network, 0, goals.tolist() or [size], **limited)
        found = list(zip(front.paths, front.costs.tolist(), strict=True))
        is_complete = front.complete
    else:
        fronts = find_fronts(network, 0, **limited)
        members = [at for goal in goals.tolist() for at in fronts.members_at(goal)]
        found = [(fronts.path_of(at)[1], fronts.costs[at].tolist()) for at in members]
        is_complete = fronts.complete
    routes = tuple(
        Route(tuple(_leg(states, arc) for arc in path), tuple(total)) for path, total in found
    )
    return FoundRoutes(
        routes=routes,
        states=size,
        arcs=len(arcs.tail),
        is_complete=is_complete and not states.was_cut,
    )


def _leg(states: StateNetwork, arc: int) -> Leg:
    arcs = states.arcs
    at = int(arcs.tail[arc])
    return Leg(
        origin=int(states.occupation[at]),
        row=int(arcs.row[arc]),
        level=int(arcs.aim[arc]),
        mode=Mode(int(arcs.mode[arc])),
        worked=float(arcs.worked[arc]),
        studied=float(arcs.studied[arc]),
        searched=float(arcs.searched[arc]),
        waited=float(arcs.waited[arc]),
        residency=float(arcs.residency[arc]),
        arrive=int(arcs.arrive[arc]),
        held=int(states.level[at]),
        credited=int(arcs.credited[arc]),
        experience=float(arcs.experience[arc]),
        counted=int(arcs.counted[arc]),
        costs=tuple(arcs.costs[arc].tolist()),
    )


def _limits_in_units(limits: Limits) -> tuple[int | None, int | None, None, None]:
    months = None if limits.max_months is None else int(limits.max_months // UNITS[MONTHS])
    # Prices are whole dollars and spans whole months, so that these two limits are exact.
    dollars = None if limits.budget_usd is None else int(limits.budget_usd // UNITS[DOLLARS])
    return months, dollars, None, None

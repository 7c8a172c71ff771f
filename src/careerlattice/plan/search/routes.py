"""Asking the router: from a routing problem to the exact front of routes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from careerlattice.plan.parameters import MOST_CHANGES_TO_OUTCOME
from careerlattice.plan.request import Limits
from careerlattice.plan.search.encoding import DIFFICULTY, DOLLARS, MONTHS, UNITS, Ints, Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.states import StateNetwork, lay_out
from careerlattice.requirements.condition_arrays import ConditionArrays
from careerlattice.router import Network, build_network, find_front, find_fronts

MAX_ARCS = 3_000_000
MAX_LABELS = 5_000_000
"""How many arcs and labels a search may make before it is cut: what fits into memory and time."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One arc of a route: the occupation entered and what comes before it.

    `way` is the place of its entry condition. Months: worked in the job before, studied or served,
    in a short course, searched, waiting for a license, in supervised practice (`residency`).
    `permitted`: what has to be in hand first is got on the way. `bridged`: training from abroad is
    recognized first.
    `level` is the credential aimed at (0 for none), `arrive` the level that counts on arrival,
    `held` the highest level before the leg and `credited` the level in the field that is credited
    toward the study, `experience` the months and `counted` the level that counted for the
    occupation before the leg.
    """

    origin: int
    row: int
    way: int
    level: int
    mode: Mode
    worked: float
    studied: float
    course: float
    searched: float
    waited: float
    residency: float
    arrive: int
    held: int
    credited: int
    experience: float
    counted: int
    costs: tuple[int, int, int, int]
    bridged: bool = False
    permitted: bool = False


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
    """All efficient routes, the network's size, and whether every efficient route is here.

    Where no efficient route enters the one goal by its usual door, `usual` is the quickest that
    does, if there is one: it is longer or dearer, and what people and schools speak of. Where some
    end in the part of the goal's work that needs no license, `licensed` is the quickest that does
    not, if the front lacks it. Where the goal's license has a bridge from another one, and no
    efficient route goes through that work, `laddered` is the quickest that does. Where every one
    leaves the job held to study, `working` is the quickest that keeps it as long as it can.
    """

    front: tuple[Route, ...]
    usual: Route | None
    licensed: Route | None
    laddered: Route | None
    working: Route | None
    states: int
    arcs: int
    is_complete: bool

    @property
    def routes(self) -> tuple[Route, ...]:
        """The front, then the usual, the licensed, laddered and working way where it has none."""
        several = (self.usual, self.licensed, self.laddered, self.working)
        beside = [one for one in several if one is not None]
        return (*self.front, *dict.fromkeys(beside))


def takes_usual_door(ways: ConditionArrays, leg: Leg) -> bool:
    """Whether a job is entered by its usual door, with the schooling usual there.

    A course or a term served is that schooling. So is the same credential by a program that
    counts what a degree in the field has taught.
    """
    first = ways.first[leg.row]
    if ways.is_bridge[leg.way] and ways.from_level[leg.way] > 0:
        return bool(leg.level == ways.study_level[first])
    return bool(leg.way == first) and not _is_unusual(ways, leg.way, leg.arrive)


def _is_unusual(ways: ConditionArrays, way: Any, arrive: Any) -> Any:
    is_taught = (ways.course_months[way] > 0) | (ways.term[way] > 0)
    return (arrive < ways.usual[way]) & ~is_taught


def find_routes(problem: RoutingProblem) -> FoundRoutes:
    """The exact front, or fronts, within the limits.

    To many goals, chains of more jobs than a few are looked for only where no shorter one is found.
    """
    most = int(MOST_CHANGES_TO_OUTCOME.value)
    if not problem.is_one_front and problem.limits.max_job_changes > most:
        short = replace(problem, limits=replace(problem.limits, max_job_changes=most))
        found = find_routes(short)
        if found.front:
            return found
    states = lay_out(problem, MAX_ARCS)
    size = len(states.occupation)
    is_goal = problem.is_goal & problem.is_allowed
    goals = 1 + np.flatnonzero(is_goal[states.occupation[1:]])
    every = np.arange(len(states.arcs.tail))
    if problem.is_one_front:
        front, is_complete = _front(problem, states, goals, every)
    else:
        fronts = find_fronts(_network(states, every), 0, **_limited(problem, size))
        members = [at for goal in goals.tolist() for at in fronts.members_at(goal)]
        front = tuple(_route(states, fronts.path_of(at)[1], fronts.costs[at]) for at in members)
        is_complete = fronts.complete
    return FoundRoutes(
        front=front,
        usual=_usual(problem, states, goals, front) if front and is_goal.sum() == 1 else None,
        licensed=_licensed(problem, states, goals, front),
        laddered=_laddered(problem, states, goals, front),
        working=_working(problem, states, goals, front),
        states=size,
        arcs=len(every),
        is_complete=is_complete and not states.was_cut,
    )


def quickest_usual(problem: RoutingProblem) -> Route | None:
    """The quickest route by the one goal's usual door within the limits; none where none is."""
    found = find_routes(problem)
    ways = problem.facts.ways
    every = (*found.front, *([found.usual] if found.usual else []))
    usual = (route for route in every if takes_usual_door(ways, route.legs[-1]))
    return min(usual, key=lambda route: route.costs, default=None)


def _front(
    problem: RoutingProblem, states: StateNetwork, goals: Ints, arcs: Ints
) -> tuple[tuple[Route, ...], bool]:
    """The exact front over some of the arcs, and whether it is whole."""
    size = len(states.occupation)
    found = find_front(
        _network(states, arcs), 0, goals.tolist() or [size], **_limited(problem, size)
    )
    routes = (
        _route(states, arcs[list(path)].tolist(), costs)
        for path, costs in zip(found.paths, found.costs, strict=True)
    )
    return tuple(routes), found.complete


def _usual(
    problem: RoutingProblem, states: StateNetwork, goals: Ints, front: tuple[Route, ...]
) -> Route | None:
    """The quickest route by the goal's usual door, where no route of the front takes it."""
    ways, arcs = problem.facts.ways, states.arcs
    if any(takes_usual_door(ways, route.legs[-1]) for route in front):
        return None
    is_other = (arcs.way != ways.first[arcs.row]) | _is_unusual(ways, arcs.way, arcs.arrive)
    others = problem.is_goal[arcs.row] & is_other
    kept = np.flatnonzero(~others)
    if len(kept) == len(others) or not problem.is_goal[arcs.row[kept]].any():
        return None
    routes, _ = _front(problem, states, goals, kept)
    # Nobody is sent to earn again what they have, however usual it is for others.
    onward = (
        route
        for route in routes
        if all(leg.level == 0 or leg.level > problem.person.level for leg in route.legs)
    )
    return min(onward, key=lambda route: route.costs, default=None)


def _licensed(
    problem: RoutingProblem, states: StateNetwork, goals: Ints, front: tuple[Route, ...]
) -> Route | None:
    """The quickest route to the licensed work of the one goal, where the front has a quicker one.

    That one ends in the part of the work that needs no license, which is other work.
    """
    ways, arcs = problem.facts.ways, states.arcs
    is_free = [bool(ways.is_unlicensed[route.legs[-1].way]) for route in front]
    if not any(is_free) or len({route.goal for route in front}) > 1:
        return None
    kept = np.flatnonzero(~(problem.is_goal[arcs.row] & ways.is_unlicensed[arcs.way]))
    if not problem.is_goal[arcs.row[kept]].any():
        return None
    routes, _ = _front(problem, states, goals, kept)
    quickest = min(routes, key=lambda route: route.costs, default=None)
    known = {route.costs for route, free in zip(front, is_free, strict=True) if not free}
    return None if quickest is None or quickest.costs in known else quickest


def _laddered(
    problem: RoutingProblem, states: StateNetwork, goals: Ints, front: tuple[Route, ...]
) -> Route | None:
    """The quickest route over the licensed work that a bridge to the one goal starts from.

    It earns on the way, and is what people and schools speak of, though it is seldom quicker. Who
    can take the job as they are needs no ladder.
    """
    ways, arcs = problem.facts.ways, states.arcs
    ends = {route.goal for route in front}
    if len(ends) != 1:
        return None
    (goal,) = ends
    below = np.asarray(ways.is_licensed_before[ways.row == goal].any(axis=0))
    if any(len(route.legs) > 1 and below[route.legs[-1].origin] for route in front):
        return None
    if problem.person.row >= 0 and below[problem.person.row]:
        return None
    if any(all(leg.level == 0 and leg.mode is Mode.NONE for leg in route.legs) for route in front):
        return None
    is_rung = (arcs.tail != 0) & below[states.occupation[arcs.tail]]
    kept = np.flatnonzero((arcs.row != goal) | is_rung)
    if not (arcs.row[kept] == goal).any():
        return None
    routes, _ = _front(problem, states, goals, kept)
    over = (route for route in routes if len(route.legs) > 1)
    return min(over, key=lambda route: route.costs, default=None)


def _working(
    problem: RoutingProblem, states: StateNetwork, goals: Ints, front: tuple[Route, ...]
) -> Route | None:
    """The quickest route that keeps the job held, where every route of the front leaves it.

    Of a program taught by day alone what comes before it may be studied beside the job. Where only
    the routes straight to the goal leave it, the quickest of those that does not.
    """
    arcs, is_one = states.arcs, len({route.goal for route in front}) == 1
    if problem.person.row < 0 or problem.limits.study != "any" or not is_one:
        return None
    leaves = [route for route in front if any(leg.mode is Mode.FULL for leg in route.legs)]
    keeps = [route for route in front if route not in leaves]
    if any(len(route.legs) == 1 and route.legs[0].level for route in keeps) or not leaves:
        return None
    is_kept = arcs.mode != Mode.FULL
    if keeps:
        is_kept &= (arcs.aim > 0) & problem.is_goal[arcs.row] & (arcs.tail == 0)
    kept = np.flatnonzero(is_kept)
    if not problem.is_goal[arcs.row[kept]].any():
        return None
    routes, _ = _front(problem, states, goals, kept)
    return min(routes, key=lambda route: route.costs, default=None)


def _network(states: StateNetwork, at: Ints) -> Network:
    """The network of some arcs; a last node without arcs is a goal that no state reaches."""
    arcs = states.arcs
    size = len(states.occupation) + 1
    return build_network(size, arcs.tail[at], arcs.head[at], arcs.costs[at])


def _limited(problem: RoutingProblem, size: int) -> dict[str, Any]:
    return {
        "max_hops": min(problem.limits.max_job_changes, size),
        "max_costs": _limits_in_units(problem.limits),
        "label_budget": MAX_LABELS,
    }


def _route(states: StateNetwork, path: Iterable[int], costs: Ints) -> Route:
    return Route(tuple(_leg(states, int(arc)) for arc in path), tuple(costs.tolist()))


def _leg(states: StateNetwork, arc: int) -> Leg:
    arcs = states.arcs
    at = int(arcs.tail[arc])
    return Leg(
        origin=int(states.occupation[at]),
        row=int(arcs.row[arc]),
        way=int(arcs.way[arc]),
        level=int(arcs.aim[arc]),
        mode=Mode(int(arcs.mode[arc])),
        worked=float(arcs.worked[arc]),
        studied=float(arcs.studied[arc]),
        course=float(arcs.course[arc]),
        searched=float(arcs.searched[arc]),
        waited=float(arcs.waited[arc]),
        residency=float(arcs.residency[arc]),
        bridged=bool(arcs.bridged[arc]),
        permitted=bool(arcs.permitted[arc]),
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

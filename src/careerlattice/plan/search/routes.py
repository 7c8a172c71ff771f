"""Asking the router: from a resolved request to the exact front of ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from careerlattice.plan.request import Limits
from careerlattice.plan.search.arcs import (
    MODE_APPRENTICE,
    MODE_FULL,
    MODE_NONE,
    MODE_PART,
    UNITS,
)
from careerlattice.plan.search.problem import Question
from careerlattice.plan.search.states import StateNetwork, lay_out
from careerlattice.router import build_network, find_front, find_fronts

MOST_ARCS = 3_000_000
LABEL_BUDGET = 5_000_000
UNIT_NAMES = ("1 month", "$1", "$1,000 forgone", "0.1 difficulty")
MODE_NAMES = {
    MODE_NONE: "none",
    MODE_FULL: "full",
    MODE_PART: "part",
    MODE_APPRENTICE: "apprentice",
}


@dataclass(frozen=True, slots=True)
class Leg:
    """One arc of a way: the occupation entered and what comes before it.

    Months: worked in the job before, studied, searched, waiting for a license. `level` is the
    credential aimed at (0 for none), `arrive` the level that counts on arrival, `held` the highest
    level before the leg and `credited` the level in the field that is credited toward the study,
    `experience` the months and
    `counted` the level that counted for the occupation before the leg.
    """

    origin: int
    row: int
    level: int
    mode: int
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
class Way:
    """One member of the front: its legs and its costs in units."""

    legs: tuple[Leg, ...]
    costs: tuple[int, ...]


@dataclass(frozen=True)
class Ways:
    """All efficient ways, the size of the network, and whether every efficient way is here."""

    ways: tuple[Way, ...]
    states: int
    arcs: int
    is_complete: bool


def find_ways(question: Question) -> Ways:
    """The exact front, or fronts, within the limits."""
    limits = question.limits
    states = lay_out(question, MOST_ARCS)
    arcs = states.arcs
    size = len(states.occupation)
    # A last node without arcs stands for a goal that no state reaches.
    network = build_network(size + 1, arcs.tail, arcs.head, arcs.costs)
    is_goal = question.is_goal & question.is_allowed
    goals = 1 + np.flatnonzero(is_goal[states.occupation[1:]])
    limited: dict[str, Any] = {
        "max_hops": min(limits.max_job_changes, size),
        "max_costs": _limits_in_units(limits),
        "label_budget": LABEL_BUDGET,
    }
    if question.is_one_front:
        front = find_front(network, 0, goals.tolist() or [size], **limited)
        found = list(zip(front.paths, front.costs.tolist(), strict=True))
        is_complete = front.complete
    else:
        fronts = find_fronts(network, 0, **limited)
        members = [at for goal in goals.tolist() for at in fronts.members_at(goal)]
        found = [(fronts.path_of(at)[1], fronts.costs[at].tolist()) for at in members]
        is_complete = fronts.complete
    ways = tuple(
        Way(tuple(_leg(states, arc) for arc in path), tuple(total)) for path, total in found
    )
    return Ways(ways, size, len(arcs.tail), is_complete and not states.was_cut)


def _leg(states: StateNetwork, arc: int) -> Leg:
    arcs = states.arcs
    at = int(arcs.tail[arc])
    return Leg(
        int(states.occupation[at]), int(arcs.row[arc]), int(arcs.aim[arc]), int(arcs.mode[arc]),
        float(arcs.worked[arc]), float(arcs.studied[arc]), float(arcs.searched[arc]),
        float(arcs.waited[arc]), float(arcs.residency[arc]), int(arcs.arrive[arc]),
        int(states.level[at]), int(arcs.credited[arc]), float(arcs.experience[arc]),
        int(arcs.counted[arc]), tuple(arcs.costs[arc].tolist()),
    )  # fmt: skip


def _limits_in_units(limits: Limits) -> tuple[int | None, int | None, None, None]:
    months = None if limits.max_months is None else int(limits.max_months // UNITS[0])
    # Prices are whole dollars and spans whole months, so that these two limits are exact.
    dollars = None if limits.budget_usd is None else int(limits.budget_usd // UNITS[1])
    return months, dollars, None, None

"""Asking the router: from a resolved request to the exact front of ways."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan import assumptions as assume
from careerlattice.plan.network_facts import AreaFacts, RouteFacts
from careerlattice.plan.person import Person
from careerlattice.plan.request import Limits
from careerlattice.plan.state_kernels import (
    MODE_APPRENTICE,
    MODE_FULL,
    MODE_NONE,
    MODE_PART,
    UNITS,
    hops_to_goal,
    lay_out,
)
from careerlattice.plan.study import EARNED_FOR, StudyTable
from careerlattice.router import build_network, find_front, find_fronts
from careerlattice.vocab.levels import EducationLevel

MOST_ARCS = 3_000_000
LABEL_BUDGET = 5_000_000
UNIT_NAMES = ("1 month", "$250", "$1,000 forgone", "0.1 difficulty")
MODE_NAMES = {MODE_NONE: "none", MODE_FULL: "full", MODE_PART: "part", MODE_APPRENTICE: "apprentice"}


@dataclass(frozen=True, slots=True)
class Leg:
    """One arc of a way: the occupation entered and what comes before it.

    Months: worked in the job before, studied, searched, waiting for a license. `level` is the
    credential aimed at (0 for none), `arrive` the level that counts on arrival, `held` and
    `in_line` the highest level and the highest in the goal's field before the leg.
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
    held_in_goal_field: int
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


@dataclass(frozen=True)
class Question:
    """Everything the search reads: facts, person, goals, allowed occupations, limits.

    With `is_one_front` ways to all goals compete with each other; else each goal has its own front,
    since one well-paid occupation does not make another a worse choice.
    """

    facts: RouteFacts
    area: AreaFacts
    study: StudyTable
    person: Person
    is_goal: NDArray[np.bool_]
    is_allowed: NDArray[np.bool_]
    is_start_target: NDArray[np.bool_]
    goal_line: NDArray[np.bool_]
    start_field: NDArray[np.bool_]
    start_in_goal_field: int
    is_one_front: bool
    limits: Limits


def find_ways(question: Question) -> Ways:
    """The exact front, or fronts, within the limits."""
    limits, person, facts = question.limits, question.person, question.facts
    is_goal = question.is_goal & question.is_allowed
    is_allowed = question.is_allowed | (np.arange(len(is_goal)) == person.row)
    hops_left = hops_to_goal(facts.move_start, facts.move_to, is_goal, is_allowed)
    most = limits.max_credential
    earned_for = np.zeros(13, dtype=np.int64)
    for level, credential in EARNED_FOR.items():
        earned_for[int(level)] = int(credential)
    states, occupation, level, in_goal, _, tail, head, costs, legs, was_cut = lay_out(
        facts.move_start, facts.move_to, facts.accepted, facts.typical, facts.experience,
        facts.share_open, facts.is_specific, facts.shares_programs, facts.apprentice_months,
        facts.residency_months, facts.nearness, facts.difficulty, facts.falls, question.area.pay50, question.area.is_licensed,
        question.study.months, question.study.usd, question.study.years, earned_for,
        is_goal, is_allowed, question.is_start_target & is_allowed, hops_left,
        question.goal_line, question.start_field,
        person.row, int(person.level), question.start_in_goal_field, person.credit, person.stay_pay,
        _goal_pay(question, is_goal),
        limits.max_job_changes, int(most) if most is not None else int(EducationLevel.POSTDOCTORAL),
        limits.study in ("any", "full"), limits.study in ("any", "part"), limits.study != "none",
        float(limits.min_pay_usd or 0.0),
        assume.MIN_NEARNESS.value, assume.STAY_MONTHS.value, assume.JOB_SEARCH_MONTHS.value,
        assume.LICENSE_MONTHS.value, assume.APPRENTICE_PAY_SHARE.value,
        assume.RESIDENCY_PAY_USD.value, assume.STUDY_DIFFICULTY_PER_YEAR.value, MOST_ARCS,
    )  # fmt: skip
    network = build_network(states + 1, tail, head, costs.reshape(-1, 4))
    goals = np.flatnonzero(is_goal[np.maximum(occupation, 0)] & (occupation >= 0))
    goals = goals[goals > 0]
    limited = {
        "max_hops": min(limits.max_job_changes, states),
        "max_costs": _limits_in_units(limits),
        "label_budget": LABEL_BUDGET,
    }

    def way(path: tuple[int, ...], total: list[int]) -> Way:
        made = []
        for arc in path:
            at = int(tail[arc])
            row, aim, mode, worked, studied, searched, waited, arrive, residency = (
                legs[arc].tolist()
            )
            made.append(
                Leg(
                    int(occupation[at]), int(row), int(aim), int(mode), worked, studied, searched,
                    waited, residency, int(arrive), int(level[at]), int(in_goal[at]),
                    tuple(costs[arc].tolist()),
                )  # fmt: skip
            )
        return Way(tuple(made), tuple(total))

    if question.is_one_front:
        # A last node without arcs stands for a goal that no state reaches.
        front = find_front(network, 0, goals.tolist() or [states], **limited)
        ways = [way(p, c) for p, c in zip(front.paths, front.costs.tolist(), strict=True)]
        return Ways(tuple(ways), states, len(tail), front.complete and not was_cut)
    fronts = find_fronts(network, 0, **limited)
    ways = []
    for goal in goals.tolist():
        for position in fronts.members_at(goal):
            _, path = fronts.path_of(position)
            ways.append(way(path, fronts.costs[position].tolist()))
    return Ways(tuple(ways), states, len(tail), fronts.complete and not was_cut)


def _goal_pay(question: Question, is_goal: NDArray[np.bool_]) -> float:
    """Pay that earnings on the way are held against: the goal's, or that of staying put if more.

    Of several goals the best paid counts, so that the shortfall is never negative.
    """
    pay = question.area.pay50[is_goal]
    known = pay[~np.isnan(pay)]
    best = float(known.max()) if known.size else 0.0
    return max(best, question.person.stay_pay)


def _limits_in_units(limits: Limits) -> tuple[int | None, int | None, None, None]:
    months = None if limits.max_months is None else int(limits.max_months // UNITS[0])
    # Costs are rounded up to whole units, so the limit is rounded up too: a way of exactly the
    # budget stays in; the exact dollars are checked again when the plan is put together.
    dollars = None if limits.budget_usd is None else int(np.ceil(limits.budget_usd / UNITS[1]))
    return months, dollars, None, None

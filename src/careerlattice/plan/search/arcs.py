"""Arcs side by side, and what all arcs of a problem read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.plan.search.bridges import price_bridges
from careerlattice.plan.search.encoding import LEVELS, SIZES, Flags, Floats, Ints, Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.requirements.credit_for_schooling import EARNED_FOR
from careerlattice.vocab.levels import EducationLevel

UNREACHABLE = 99
"""A number of job changes that no plan has."""


@dataclass(frozen=True)
class Arcs:
    """Arcs side by side, each array of shape (arcs,), costs of shape (arcs, 4) in `UNITS`.

    `tail` and `head` are states, `row` the occupation entered and `way` the place of its entry
    condition, `aim` the level of the credential earned (0 without study), `mode` how (`Mode`).
    Months: `worked` first in the job before, `studied` (or served), `course`, `searched`, `waited`
    for a license, `residency` (supervised practice). `permitted`: what has to be in hand first is
    got on the way. `bridged`: training from abroad is recognized
    first. `counted` is the level that counted for the
    occupation before and `arrive` that on arrival, `credited` the level in the field that is
    credited toward the study, `experience` the months that counted before.
    """

    tail: Ints
    head: Ints
    row: Ints
    way: Ints
    aim: Ints
    mode: Ints
    worked: Floats
    studied: Floats
    course: Floats
    searched: Floats
    waited: Floats
    residency: Floats
    permitted: Flags
    bridged: Flags
    counted: Ints
    arrive: Ints
    credited: Ints
    experience: Floats
    costs: Ints


def joined(parts: list[Arcs]) -> Arcs:
    """Arcs of several parts behind one another."""
    names = Arcs.__dataclass_fields__
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    return Arcs(**columns)


@dataclass(frozen=True)
class ArcOption:
    """One way to take the next jobs, side by side, before waits and shares of jobs are added.

    `keep` is where it is open, `months`, `usd`, `forgone` and `difficulty` what it costs; the rest
    is as in `Arcs`. `waiting_pay` is earned a year while waiting for a license.
    """

    keep: Flags
    mode: Mode
    aim: Ints
    worked: Floats
    studied: Floats
    searched: Floats
    months: Floats
    usd: Floats
    forgone: Floats
    difficulty: Floats
    arrive: Ints
    credited: Ints
    waiting_pay: Floats


def hops_to_goal(
    move_start: Ints, move_to: Ints, is_goal: Flags, is_allowed: Flags, most: int
) -> Ints:
    """Fewest job changes from every occupation to a goal over allowed ones; 99 if above `most`."""
    size = len(is_goal)
    origins = np.repeat(np.arange(size), np.diff(move_start))
    hops = np.where(is_goal, 0, UNREACHABLE)
    for step in range(1, most + 1):
        leads = np.zeros(size, dtype=np.bool_)
        leads[origins[hops[move_to] == step - 1]] = True
        hops[leads & is_allowed & (hops == UNREACHABLE)] = step
    return hops


class SearchContext:
    """What all arcs of a problem read, and what follows from it once."""

    def __init__(self, problem: RoutingProblem) -> None:
        self.problem = problem
        facts, limits, person = problem.facts, problem.limits, problem.person
        size = len(problem.is_goal)
        self.is_goal = problem.is_goal & problem.is_allowed
        self.is_allowed = problem.is_allowed | (np.arange(size) == person.row)
        self.hops_left = hops_to_goal(
            facts.move_start, facts.move_to, self.is_goal, self.is_allowed, limits.max_job_changes
        )
        self.earned_for = np.zeros(LEVELS, dtype=np.int64)
        for level, credential in EARNED_FOR.items():
            self.earned_for[int(level)] = int(credential)
        most = limits.max_credential
        self.max_credential = int(most if most is not None else EducationLevel.POSTDOCTORAL)
        ladder = facts.is_ladder[:, np.flatnonzero(self.is_goal)].any(axis=1)
        self.is_on_ladder: Flags = np.asarray(ladder) & np.bool_(problem.is_one_front)
        self.pay_floor = float(limits.min_pay_usd or 0.0)
        self.goal_pay = problem.goal_pay
        self.bridges = price_bridges(problem, size)

    def key(self, row: Ints, *others: Ints) -> Ints:
        """One number for a state; all states of a goal are one."""
        key = row
        for size, column in zip(SIZES, others, strict=True):
            key = key * size + np.where(self.is_goal[row], 0, column)
        return key

    def lost(self, pay: Floats, months: Floats) -> Floats:
        """Earnings short of the goal's pay over months at a yearly pay."""
        short = np.maximum(0.0, self.goal_pay - pay)
        return np.asarray(short * months / 12.0)

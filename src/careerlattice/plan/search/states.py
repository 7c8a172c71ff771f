"""Laying out the states and arcs of one request.

A state is (occupation, highest education level, highest credential of a program that leads to the
goal, level of schooling in the occupation's own field and whether it was earned for it on the way,
highest credential earned on the way, bucket of experience carried). An arc leaves a job and takes
another, with whatever has to be worked, studied or licensed between. States are found breadth first
by job changes, a layer at a time; a state from which no goal can be reached within the job changes
left is never made.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.plan.search.arc_builder import ArcBuilder
from careerlattice.plan.search.arcs import Arcs, SearchContext, joined
from careerlattice.plan.search.encoding import SIZES, Ints, Mode
from careerlattice.plan.search.problem import RoutingProblem


@dataclass(frozen=True)
class StateNetwork:
    """States side by side, shape (states,), and the arcs between them. State 0 is the start.

    `occupation` is -1 for a start without a job. `in_goal` and `own_field` are levels, `is_chosen`
    is 1 where the latter was earned on the way, so that its program could be chosen with the next
    job in mind. All states of one goal are one. `was_cut` says
    that there were more arcs than `max_arcs`, and the last states found have none.
    """

    occupation: Ints
    level: Ints
    in_goal: Ints
    own_field: Ints
    is_chosen: Ints
    earned: Ints
    bucket: Ints
    arcs: Arcs
    was_cut: bool


def lay_out(problem: RoutingProblem, max_arcs: int) -> StateNetwork:
    """The states and arcs of a request."""
    person, limits = problem.person, problem.limits
    layers = _Layers(problem)
    start = (person.row, int(person.level), problem.start_in_goal_field, _own_field(problem))
    first = [np.array([value]) for value in (*start, 0, 0, 0)]
    found = [first]
    parts: list[Arcs] = []
    layer, begin, known = first, 0, 1
    made, was_cut = 0, False
    for hop in range(limits.max_job_changes):
        arcs, keys = layers.expand(layer, begin, hop)
        made += len(arcs.tail)
        new, heads = layers.number(keys, known)
        parts.append(_with_heads(arcs, heads))
        found.append(new)
        begin, known, layer = known, known + len(new[0]), new
        was_cut = made > max_arcs
        if was_cut or not len(new[0]):
            break
    states = [np.concatenate(columns) for columns in zip(*found, strict=True)]
    occupation, level, in_goal, own_field, is_chosen, earned, bucket = states
    return StateNetwork(
        occupation=occupation,
        level=level,
        in_goal=in_goal,
        own_field=own_field,
        is_chosen=is_chosen,
        earned=earned,
        bucket=bucket,
        arcs=joined(parts),
        was_cut=was_cut,
    )


def _own_field(problem: RoutingProblem) -> int:
    """Who works in a job is taken to have the schooling half of its jobs ask, if any that high."""
    person = problem.person
    if person.row < 0:
        return 0
    return min(int(person.level), int(problem.facts.typical[person.row]))


class _Layers:
    """Layers of states, each found by expanding the one before."""

    def __init__(self, problem: RoutingProblem) -> None:
        self.context = SearchContext(problem)
        self.seen = np.zeros(0, dtype=np.int64)
        self.seen_at = np.zeros(0, dtype=np.int64)

    def expand(self, layer: list[Ints], begin: int, hop: int) -> tuple[Arcs, Ints]:
        """The arcs out of a layer whose first state has number `begin`, and their heads' keys."""
        builder = ArcBuilder(self.context, layer, begin, hop)
        limits = self.context.problem.limits
        may_full = limits.study in ("any", "full") and self.context.pay_floor == 0
        may_part = limits.study in ("any", "part")
        found = [builder.without_study()]
        for is_usual in (False, True):
            study = builder.studies(is_usual=is_usual)
            if may_full:
                found.append(builder.with_study(study, Mode.FULL))
            if may_part:
                found.append(builder.with_study(study, Mode.PART))
            if may_full and may_part:
                found.append(builder.with_study(study, Mode.MIXED))
        found.append(builder.with_term())
        return joined([part for part, _ in found]), np.concatenate([keys for _, keys in found])

    def number(self, keys: Ints, known: int) -> tuple[list[Ints], Ints]:
        """The states that are new, by key, and the number of every key's state."""
        fresh = np.setdiff1d(keys, self.seen)
        merged = np.concatenate([self.seen, fresh])
        numbers = np.concatenate([self.seen_at, known + np.arange(len(fresh))])
        order = np.argsort(merged, kind="stable")
        self.seen, self.seen_at = merged[order], numbers[order]
        heads = self.seen_at[np.searchsorted(self.seen, keys)]
        columns = []
        rest = fresh
        for size in reversed(SIZES):
            rest, column = np.divmod(rest, size)
            columns.append(column)
        return [rest, *reversed(columns)], heads


def _with_heads(arcs: Arcs, heads: Ints) -> Arcs:
    columns = {name: getattr(arcs, name) for name in Arcs.__dataclass_fields__}
    return Arcs(**(columns | {"head": heads}))

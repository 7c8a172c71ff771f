"""How sure a plan is: how many make such a change, and who would hire then."""

from __future__ import annotations

import numpy as np

from careerlattice.plan.answer import Confidence, Frequency
from careerlattice.plan.choose.advisable_moves import told_moves
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.parameters import MANY_MOVE, SOME_MOVE
from careerlattice.plan.search.routes import Route


def how_sure(context: PlanContext, route: Route, share_open: float) -> Confidence:
    """The rarest job change of the route, and the share of the goal's jobs that are open.

    Changes that schooling or a license prepares are left out. Where a change is rare, what those
    who leave the job become most often is named beside it, unless that is a step back.
    """
    arrays = context.arrays
    titles = [occupation.title for occupation in context.catalog.list_occupations()]
    goal = titles[route.goal]
    moves = told_moves(context.problem, route)
    if not moves:
        return Confidence(goal=goal, share_open=share_open)
    origin, row = min(moves, key=lambda move: (float(arrays.likelihood[move]), move))
    chance = float(arrays.likelihood[origin, row])
    frequency = _frequency(chance)
    likelier = _likelier(context, origin, row) if frequency is Frequency.FEW else None
    return Confidence(
        goal=goal,
        share_open=share_open,
        origin=titles[origin],
        destination=titles[row],
        likelihood=chance,
        frequency=frequency,
        likelier="" if likelier is None else titles[likelier],
        is_of_several=len(moves) > 1,
    )


def _frequency(chance: float) -> Frequency:
    if chance >= MANY_MOVE.value:
        return Frequency.MANY
    return Frequency.SOME if chance >= SOME_MOVE.value else Frequency.FEW


def _likelier(context: PlanContext, origin: int, row: int) -> int | None:
    """The common occupation that those who leave a job enter most, if more than this one."""
    facts = context.problem.facts
    chances = np.where(
        facts.is_common & ~facts.falls[origin], context.arrays.likelihood[origin], 0.0
    )
    chances[origin] = 0.0
    best = int(np.argmax(chances))
    return best if chances[best] > chances[row] else None

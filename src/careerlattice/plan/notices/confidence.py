"""How sure a plan is, in plain words: how many make such a change, and who would hire then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from careerlattice.plan.resolve.goal import common_rows
from careerlattice.plan.search.routes import Way
from careerlattice.vocab.amounts import pct

if TYPE_CHECKING:
    from careerlattice.plan.itinerary.build import Telling

MANY, SOME = 0.10, 0.02


def how_sure(telling: Telling, way: Way, share_open: float) -> str:
    """A sentence on the rarest job change of the way, and one on the goal's jobs that are open.

    The change is as people made it, with or without the schooling that a way prepares it by: where
    it is rare, what those who leave the job become most often is named beside it.
    """
    catalog, arrays = telling.catalog, telling.arrays
    titles = [occupation.title for occupation in catalog.list_occupations()]
    goal = titles[way.legs[-1].row]
    opened = f"{pct(share_open)} of the jobs of {goal} ask no more schooling than you will have."
    moves = [(leg.origin, leg.row) for leg in way.legs if leg.origin >= 0]
    if not moves:
        return f"How many go this way is not counted for a first job. {opened}"
    origin, row = min(moves, key=lambda move: (float(arrays.likelihood[move]), move))
    chance = float(arrays.likelihood[origin, row])
    rarest = "The rarest change on it: " if len(moves) > 1 else ""
    how_many = "Many" if chance >= MANY else "Some" if chance >= SOME else "Few"
    text = (
        f"{rarest}{how_many if not rarest else how_many.lower()} {titles[origin]} become "
        f"{titles[row]} straight from the job, {_in_thousand(chance)} of those who leave it, "
        "whatever they had studied"
    )
    if chance < SOME:
        likeliest = _likeliest(telling, origin, row)
        if likeliest is not None:
            text += f"; more become {titles[likeliest]}"
    return f"{text}. {opened}"


def _in_thousand(chance: float) -> str:
    count = chance * 1000
    return "fewer than 1 in 1,000" if count < 1 else f"about {count:.0f} in 1,000"


def _likeliest(telling: Telling, origin: int, row: int) -> int | None:
    """The common occupation that those who leave a job enter most, if more than this one."""
    is_common = common_rows(telling.catalog, telling.question.facts)
    chances = np.where(is_common, telling.arrays.likelihood[origin], 0.0)
    chances[origin] = 0.0
    best = int(np.argmax(chances))
    return best if chances[best] > chances[row] else None

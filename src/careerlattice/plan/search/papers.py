"""What licenses held and training from abroad do to entry conditions, for pairs of a layer."""

from __future__ import annotations

import numpy as np

from careerlattice.plan.search.arcs import SearchContext
from careerlattice.plan.search.encoding import Flags, Ints, Mode
from careerlattice.plan.search.problem import RoutingProblem


class Papers:
    """Of pairs of a job held and an entry condition, each flag of shape (pairs,).

    `is_proven`: a license held is the way in. `is_learned`: that, or the trade was learned abroad,
    so that no term is left to serve.
    """

    def __init__(self, context: SearchContext, origin: Ints, way: Ints, *, is_start: bool) -> None:
        problem = context.problem
        proof, recognition = problem.proof, problem.recognition
        none = np.zeros(len(way), dtype=np.bool_)
        self.is_proven: Flags = none if proof is None else proof.ways[way]
        self.is_learned, self._opens = self.is_proven, none
        if recognition is not None:
            self.is_learned = self.is_proven | recognition.learned[way]
            self._opens = recognition.opens[way] & ~self.is_proven
            if not is_start and len(origin) and origin[0] >= 0:
                crossed = recognition.crossed[origin]
                row = problem.facts.ways.row[way]
                self._opens &= (crossed != recognition.key[row]) | (crossed == 0)

    def bridged(self, mode: Mode, is_bridge: Flags) -> Flags:
        """Whether training from abroad is recognized first: it is what opens the way in.

        Where more is studied here it is not, but for a bridge that starts from the training.
        """
        is_used = mode in (Mode.NONE, Mode.APPRENTICE)
        return self._opens if is_used else np.asarray(self._opens & is_bridge)


def admitted_by_papers(problem: RoutingProblem, way: Ints, admits: Flags, in_rank: Flags) -> Flags:
    """Which of the ways admitted stay so, and which others a license held opens.

    By the license held there is one way in, which asks nothing that the license has not asked; a
    rank stays asked.
    """
    ways, proof = problem.facts.ways, problem.proof
    if problem.recognition is not None:
        admits = admits & ~problem.recognition.closed[way]
    if proof is not None:
        proven = proof.ways[way] & (~ways.asks_rank[way] | in_rank)
        admits = (admits & ~proof.held[ways.row[way]]) | proven
    return np.asarray(admits)

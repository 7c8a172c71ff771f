"""Whether a job change is one that people make, or that something on the way prepares."""

from __future__ import annotations

from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.search.encoding import CERTIFICATE, Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import Leg, Route


def is_prepared(problem: RoutingProblem, leg: Leg) -> bool:
    """Whether schooling, a course, a license, a term or practice prepares for the job taken."""
    return (
        leg.level >= CERTIFICATE
        or leg.mode is Mode.APPRENTICE
        or leg.course > 0
        or leg.residency > 0
        or leg.waited > 0
        or _is_own_schooling(problem, leg)
    )


def hardest_move(problem: RoutingProblem, arrays: LatticeArrays, route: Route) -> float:
    """The likelihood of the rarest move that nothing prepares; 1 without any.

    A rung of the goal's ladder is prepared by the work below it.
    """
    facts = problem.facts
    return min(
        (
            float(arrays.likelihood[leg.origin, leg.row])
            for leg in route.legs
            if leg.origin >= 0
            and leg.origin != leg.row
            and not is_prepared(problem, leg)
            and not facts.is_ladder[leg.origin, leg.row]
        ),
        default=1.0,
    )


def _is_own_schooling(problem: RoutingProblem, leg: Leg) -> bool:
    """Whether the schooling brought is in the job's own field."""
    return bool(problem.brought.field[leg.way]) and bool(
        problem.facts.ways.asked[leg.way] >= CERTIFICATE
    )

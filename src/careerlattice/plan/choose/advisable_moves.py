"""Whether a job change is one that people make, or that something on the way prepares."""

from __future__ import annotations

from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.parameters import (
    CLOSE_SHARE,
    LONG_STUDY_MONTHS,
    NEAR_LINE,
    OPEN_TO_COURSE,
    SELDOM_MADE,
)
from careerlattice.plan.search.encoding import CERTIFICATE, Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import Leg, Route
from careerlattice.vocab.levels import EducationLevel


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


def is_real(problem: RoutingProblem, arrays: LatticeArrays, leg: Leg) -> bool:
    """Whether who named no occupation may be sent there: people make the move, or are prepared.

    A profession that names fields of study is not proposed to who has studied none of them and
    does no near work, but for what they study on the way.
    """
    facts = problem.facts
    # A short course is enough where most employers ask no more schooling than there is.
    is_course = leg.course > 0 and leg.level < CERTIFICATE and leg.mode is not Mode.APPRENTICE
    is_open = float(problem.share_open(leg.way, leg.arrive)) > OPEN_TO_COURSE.value
    if is_prepared(problem, leg) and (is_open or not is_course):
        return True
    from_jobs = [leg.origin] if leg.origin >= 0 else [row for row, _ in problem.person.jobs]
    if any(facts.is_ladder[job, leg.row] for job in from_jobs):
        return True
    if _asks_field(problem, leg) and not any(
        facts.near(job, leg.row) >= NEAR_LINE.value for job in from_jobs
    ):
        return False
    return not from_jobs or any(
        facts.is_named[job, leg.row] or arrays.likelihood[job, leg.row] >= SELDOM_MADE.value
        for job in from_jobs
    )


def is_close(problem: RoutingProblem, arrays: LatticeArrays, route: Route) -> bool:
    """Whether a real share of those who do the person's work go there, or the field is the same."""
    facts, goal = problem.facts, route.goal
    jobs = [row for row, _ in problem.person.jobs]
    return (
        not jobs
        or _is_own_schooling(problem, route.legs[-1])
        or any(
            facts.is_ladder[job, goal]
            or facts.is_named[job, goal]
            or arrays.likelihood[job, goal] >= CLOSE_SHARE.value
            for job in jobs
        )
    )


def is_step_up(problem: RoutingProblem, route: Route) -> bool:
    """Whether every job of a route is a rung above the one before, from the job held on."""
    is_rung = problem.facts.is_ladder
    return all(leg.origin >= 0 and is_rung[leg.origin, leg.row] for leg in route.legs)


def _asks_field(problem: RoutingProblem, leg: Leg) -> bool:
    """Whether a job for graduates names fields of study, none of which the person has studied."""
    ways = problem.facts.ways
    door = leg.way if ways.programs[leg.way] else int(ways.first[leg.row])
    is_graduate = ways.asked[leg.way] >= EducationLevel.BACHELOR
    return bool(is_graduate and ways.programs[door] and not problem.brought.field[door])


def told_moves(problem: RoutingProblem, route: Route) -> list[tuple[int, int]]:
    """The job changes of a route of which it is told how many make them.

    How many made those that schooling or a license prepares says nothing of those who have it.
    """
    return [
        (leg.origin, leg.row)
        for number, leg in enumerate(route.legs)
        if leg.origin >= 0
        and leg.level == 0
        and not leg.bridged
        and not problem.asks_license(leg.origin, leg.way, is_first=number == 0)
    ]


def rarest_told(problem: RoutingProblem, arrays: LatticeArrays, route: Route) -> float:
    """The likelihood of the rarest move that is told; 1 without any."""
    moves = told_moves(problem, route)
    return min((float(arrays.likelihood[move]) for move in moves), default=1.0)


def is_long_study(problem: RoutingProblem, route: Route) -> bool:
    """Whether it asks years of school, or an apprenticeship that picks whom it takes."""
    ways = problem.facts.ways
    terms = [leg for leg in route.legs if leg.mode is Mode.APPRENTICE]
    studied = sum(leg.studied for leg in route.legs if leg.mode is not Mode.APPRENTICE)
    return studied >= LONG_STUDY_MONTHS.value or any(
        bool(ways.is_apprenticeship[leg.way]) for leg in terms
    )


def is_own_field(problem: RoutingProblem, route: Route) -> bool:
    """Whether a degree held is in the field of the work it ends in."""
    has_degree = problem.person.level >= EducationLevel.ASSOCIATE
    return has_degree and _is_own_schooling(problem, route.legs[-1])


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

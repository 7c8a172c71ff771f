"""Why finding a job takes longer than a search for work of one's own family."""

from __future__ import annotations

from careerlattice.plan.answer import Hiring, Task
from careerlattice.plan.facts.hiring import find_hiring, slowest
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.search.encoding import CERTIFICATE
from careerlattice.plan.search.routes import Leg
from careerlattice.vocab.levels import EducationLevel


def how_hired(context: PlanContext, leg: Leg, task: Task) -> Hiring | None:
    """How the job of a leg hires; none where a search is like any."""
    own = find_hiring(context.catalog.codes[leg.row])
    if task is Task.SEEK_PROMOTION:
        return Hiring.PROMOTED_MANAGERS if own is Hiring.MANAGERS else None
    if task is not Task.FIND_JOB:
        return None
    return slowest(
        [
            own,
            Hiring.AFTER_COURSE if enters_by_course(context, leg) else None,
            Hiring.FIRST_HERE if _is_first_here(context, leg) else None,
            Hiring.NEW_FIELD if _is_new_field(context, leg) else None,
        ]
    )


def enters_by_course(context: PlanContext, leg: Leg) -> bool:
    """Whether a short course stands in for the schooling that most bring to the job."""
    ways = context.problem.facts.ways
    usual = int(ways.first[leg.row])
    return (
        leg.course > 0
        and leg.level < CERTIFICATE
        and leg.way != usual
        and not bool(ways.is_paid_course[leg.way])
        and int(ways.usual[usual]) >= EducationLevel.ASSOCIATE
    )


def _is_first_here(context: PlanContext, leg: Leg) -> bool:
    """Whether a profession learned abroad is entered, with no work in it here."""
    abroad = context.problem.person.credentials.abroad
    return abroad is not None and _asks_degree(context, leg) and leg.level == 0


def _is_new_field(context: PlanContext, leg: Leg) -> bool:
    """Whether a degree held is taken to work of another family than the job's, as it is."""
    facts = context.problem.facts
    if leg.origin < 0 or leg.level > 0 or not _asks_degree(context, leg):
        return False
    move = (leg.origin, leg.row)
    is_near = facts.same_line[move] or facts.is_named[move] or facts.is_ladder[move]
    group = facts.major_group
    return bool(group[leg.origin] != group[leg.row]) and not is_near


def _asks_degree(context: PlanContext, leg: Leg) -> bool:
    """Whether the job is for graduates: by law or custom, or as most who hold it are."""
    ways = context.problem.facts.ways
    return max(int(ways.asked[leg.way]), int(ways.usual[leg.way])) >= EducationLevel.BACHELOR

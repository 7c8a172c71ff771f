"""What a job pays to who takes it so: risen to it, practiced for it, or by a short course."""

from __future__ import annotations

from careerlattice.plan.facts.pay_line import EntryPay
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.first_job import enters_by_course
from careerlattice.plan.itinerary.timeline import Timeline
from careerlattice.plan.parameters import FEW_OPEN, RISEN_PAY_SHARE
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg


def entry_pay(
    timeline: Timeline, context: PlanContext, leg: Leg, *, is_promoted: bool, is_first: bool
) -> EntryPay:
    """What a job pays at least, and to begin with at most, to who takes it by a leg.

    A course in place of the usual schooling opens the lowest paid tenth of the jobs. So does
    schooling that most employers find too little, and a specialty whose pay is known only with that
    of a wide group, whatever was earned before by who is not promoted to it: it may be paid far
    below the group.
    """
    figure = context.entry_figure(leg.row)
    if figure is not None:
        # Nobody begins above the middle of those who do the job.
        start = min(figure.start_usd, context.goal_line(leg.row).p50)
        return EntryPay(0.0 if figure.titles else start, start)
    least = _risen_pay(timeline, context, leg, is_promoted=is_promoted, is_first=is_first)
    lowest = float(context.problem.area.lowest_tenth[leg.row])
    if context.group_of(leg.row) and context.shown_pay(leg.row).is_of_wide_group:
        least = least if is_promoted else 0.0
        return EntryPay(least, max(lowest, least))
    if enters_by_course(context, leg) or _opens_few(context, leg):
        return EntryPay(least, max(lowest, least))
    return EntryPay(least)


def _opens_few(context: PlanContext, leg: Leg) -> bool:
    """Whether schooling opens few of the jobs of work without a license: the lowest paid of them.

    Who is promoted, or brings the work that the way in asks, is paid for that.
    """
    problem = context.problem
    ways, area = problem.facts.ways, problem.area
    if area.is_licensed[leg.row] or area.is_licensed_in_job[leg.row]:
        return False
    if ways.asks_rank[leg.way] or ways.experience[leg.way] > 0:
        return False
    return float(problem.share_open(leg.way, leg.arrive)) < FEW_OPEN.value


def _risen_pay(
    timeline: Timeline, context: PlanContext, leg: Leg, *, is_promoted: bool, is_first: bool
) -> float:
    """What a job pays at least to who rises to it or served for it; 0 for others.

    Nobody is counted to earn more than half of those who do the job, but for who is promoted from
    the job they have: they keep their pay, up to the upper quarter. Years of practice under
    supervision and of an apprenticeship are years in the work, and pay after them is no lower: an
    apprentice's wage rises to the skilled worker's (29 CFR 29.5(b)(5)). Who stays with one
    employer's salary schedule keeps their place on it, through a degree full time as well.
    """
    facts, there = context.problem.facts, context.goal_line(leg.row)
    if leg.residency > 0:
        practiced = float(context.problem.practice_pay[leg.way])
        return min(max(practiced, there.after(leg.residency / 12)), there.p75)
    if leg.mode == Mode.APPRENTICE:
        return there.after(leg.studied / 12)
    line = timeline.as_held(context.pay_line(leg.origin))
    if line is not None and leg.origin != leg.row and context.share_schedule(leg.origin, leg.row):
        return min(RISEN_PAY_SHARE.value * line.after(timeline.tenure_years), there.p75)
    if line is None or leg.mode not in (Mode.NONE, Mode.PART):
        return 0.0
    if not is_promoted and not facts.is_ladder[leg.origin, leg.row]:
        return 0.0
    earned = RISEN_PAY_SHARE.value * line.after(timeline.tenure_years)
    return min(earned, there.p75 if is_promoted and is_first else there.p50)

"""What a job pays at least to who rises to it, or practiced for it under supervision."""

from __future__ import annotations

from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.itinerary.timeline import Timeline
from careerlattice.plan.parameters import RISEN_PAY_SHARE
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg


def risen_pay(timeline: Timeline, context: PlanContext, leg: Leg, *, is_promoted: bool) -> float:
    """What a job pays at least to who rises to it or served for it; 0 for others.

    Nobody is counted to earn more than the upper quarter of those who do the job, nor more than
    half of them where the job held usually pays as well and nobody is promoted. Years of practice
    under supervision are years in the work, and pay after them is no lower.
    """
    facts, there = context.problem.facts, context.goal_line(leg.row)
    if leg.residency > 0:
        practiced = float(facts.ways.practice_usd[leg.way])
        return min(max(practiced, there.after(leg.residency / 12)), there.p75)
    line = timeline.as_held(context.pay_line(leg.origin))
    if line is None or leg.mode not in (Mode.NONE, Mode.PART):
        return 0.0
    if not is_promoted and not facts.is_ladder[leg.origin, leg.row]:
        return 0.0
    earned = RISEN_PAY_SHARE.value * line.after(timeline.tenure_years)
    is_raise = is_promoted or there.p50 > line.p50
    return min(earned, there.p75 if is_raise else there.p50)

"""Why someone might choose a plan."""

from __future__ import annotations

from careerlattice.plan.answer import Money, PlanName, Reason, ReasonKind
from careerlattice.plan.itinerary.build import Itinerary


def reasons_of(
    names: tuple[PlanName, ...],
    itinerary: Itinerary,
    money: Money,
    openings: float,
) -> tuple[Reason, ...]:
    """What the plan is best at, and when it pays; `openings` are those a year of its goal."""
    years = len(money.years)
    figures = {
        "months": itinerary.months_usual,
        "cost_usd": itinerary.cost_usd,
        "share_open": itinerary.share_open,
        "gain_usd": money.gain_npv,
        "years": years,
        "openings": openings,
    }
    reasons = [
        Reason(ReasonKind.NEXT if name.is_next else ReasonKind.BEST, {"aim": name.aim, **figures})
        for name in names
    ]
    if not money.is_told:
        return tuple(reasons)
    payback = money.payback_month
    if payback is not None and payback > 1:
        reasons.append(Reason(ReasonKind.AHEAD, {"months": payback}))
    elif payback is None and money.gain_npv < 0:
        reasons.append(Reason(ReasonKind.BEHIND, {"years": years}))
    return tuple(reasons)

"""Why someone might choose a plan."""

from __future__ import annotations

from careerlattice.plan.answer import Aim, Money, PlanName, Reason, ReasonKind
from careerlattice.plan.itinerary.build import Itinerary

_COMPARED = frozenset({Aim.EASIEST, Aim.BALANCED})
"""Aims whose reason sets a plan against the others shown."""


def reasons_of(
    names: tuple[PlanName, ...],
    itinerary: Itinerary,
    money: Money,
    openings: float,
    *,
    is_alone: bool,
) -> tuple[Reason, ...]:
    """What the plan is best at, and when it pays; `openings` are those a year of its goal.

    Where it `is_alone`, it is best of nothing.
    """
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
        if not (is_alone and name.aim in _COMPARED)
    ]
    if not money.is_told:
        return tuple(reasons)
    payback = money.payback_month
    if payback is not None and payback > 1:
        reasons.append(Reason(ReasonKind.AHEAD, {"months": payback}))
    elif payback is None and money.gain_npv < 0:
        reasons.append(Reason(ReasonKind.BEHIND, {"years": years}))
    return tuple(reasons)

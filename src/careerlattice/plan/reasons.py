"""Why someone might choose a plan, in sentences with its figures."""

from __future__ import annotations

from careerlattice.plan.choosing import Choice
from careerlattice.plan.request import PlanRequest
from careerlattice.plan.steps import Told
from careerlattice.vocab.amounts import count, months, pct, usd


def reasons_of(
    choice: Choice, told: Told, gain: float, payback: int | None, request: PlanRequest
) -> tuple[str, ...]:
    """Why someone might choose this plan, in sentences with its figures."""
    texts = {
        "fastest": f"No way is quicker: {months(told.months)}.",
        "lowest cost": f"No way costs less: {usd(told.cost[1])} in tuition.",
        "highest earnings": "No way of like length earns more, or only a trifle, over "
        f"{request.horizon_years} years: {usd(gain, sign=True)} against staying put, after "
        "tuition.",
        "easiest": "Asks the least: near moves, little study and jobs open to many.",
        "most jobs open": f"Opens {pct(told.share_open)} of the goal's jobs.",
        "most openings": "No goal has more openings: "
        f"{count(choice.candidate.openings)} a year in the nation.",
        "best with schooling": "Of the ways with schooling this one earns most: "
        f"{usd(gain, sign=True)} over {request.horizon_years} years.",
        "best with an apprenticeship": "Of the ways with an apprenticeship this one earns most: "
        f"{usd(gain, sign=True)} over {request.horizon_years} years.",
        "step by step": "Earns on the way: of the ways over other jobs this one takes the moves "
        "most people make.",
        "balanced": "Best in no single aim or in several, and never far from the best.",
        "closest to your interests": "Its jobs are closest to your interests.",
        "another way": "For those who weigh time, money, pay and effort in other proportions.",
    }
    lines = []
    for name in choice.names:
        aim = name.removeprefix("next ")
        if aim in texts and aim != name:
            lines.append(f"After the plans above the best for this aim: {aim}.")
        else:
            lines.append(texts[name])
    if payback is not None and payback > 1:
        lines.append(f"Pays back after {months(payback)}.")
    elif payback is None and gain < 0:
        lines.append(f"Does not pay back within {request.horizon_years} years.")
    return tuple(lines)

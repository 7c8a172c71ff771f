"""Why someone might choose a plan, in sentences with its figures."""

from __future__ import annotations

from careerlattice.plan.answer import Money
from careerlattice.plan.choose.aims import Choice
from careerlattice.plan.itinerary.build import Told
from careerlattice.vocab.amounts import count, months, pct, usd


def reasons_of(choice: Choice, told: Told, money: Money) -> tuple[str, ...]:
    """Why someone might choose this plan, in sentences with its figures."""
    gain, payback, years = money.gain_npv, money.payback_month, len(money.years)
    texts = {
        "fastest": f"No route is quicker: {months(told.months)}.",
        "lowest cost": f"No route costs less: {usd(told.cost[1])} in tuition.",
        "highest earnings": "No route of similar length earns clearly more over "
        f"{years} years: {usd(gain, sign=True)} against staying put, after "
        "tuition.",
        "easiest": "No route asks less of you, counting steps, study and how open the jobs are.",
        "most jobs open": f"It opens the most jobs at the goal: {pct(told.share_open)} of them.",
        "most openings": "No other job that fits has more openings: "
        f"{count(choice.candidate.openings)} a year in the country.",
        "best with schooling": "Of the routes with schooling this one earns the most: "
        f"{usd(gain, sign=True)} over {years} years.",
        "best with an apprenticeship": "Of the routes with an apprenticeship this one earns the "
        f"most: {usd(gain, sign=True)} over {years} years.",
        "step by step": "You earn on the way: of the routes through other jobs, this one takes "
        "the moves most people make.",
        "balanced": "A good balance: never far from the best in time, cost, pay and effort.",
        "closest to your interests": "Its jobs are closest to your interests.",
        "another way": f"Between the others: {months(told.months)}, {usd(told.cost[1])} in "
        f"tuition, {pct(told.share_open)} of the goal's jobs open.",
    }
    lines = []
    for name in choice.names:
        aim = name.removeprefix("next ")
        if aim in texts and aim != name:
            lines.append(f"Best to another job than the routes before it: {aim}.")
        else:
            lines.append(texts[name])
    if payback is not None and payback > 1:
        lines.append(f"It is ahead of staying put for good after {months(payback)}.")
    elif payback is None and gain < 0:
        lines.append(f"It does not catch up with staying put within {years} years.")
    return tuple(lines)

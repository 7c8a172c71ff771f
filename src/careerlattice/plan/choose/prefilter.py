"""Of the ways to many goals those worth telling: an outcome may mean hundreds of occupations."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.search.problem import Question
from careerlattice.plan.search.routes import Way

MOST_GOALS_TOLD = 24


def promising(
    question: Question, interest_fit: NDArray[np.float64] | None, ways: tuple[Way, ...]
) -> list[Way]:
    """Of ways to many goals those worth telling.

    Goals are ranked by least months, least difficulty, pay and openings, and the first of each rank
    stay; of each goal's ways the best in each criterion and the best in their sum of ranks.
    """
    by_goal: dict[int, list[Way]] = {}
    for way in ways:
        by_goal.setdefault(way.legs[-1].row, []).append(way)
    area, facts = question.area, question.facts
    ranks: list[dict[int, float]] = [
        {g: min(way.costs[at] for way in group) for g, group in by_goal.items()} for at in (0, 1, 3)
    ]
    ranks.append({g: -float(np.nan_to_num(area.pay50[g])) for g in by_goal})
    ranks.append({g: -float(np.nan_to_num(facts.openings[g])) for g in by_goal})
    if interest_fit is not None:
        fit = np.nan_to_num(interest_fit, nan=-1.0)
        ranks.append({g: -float(fit[g]) for g in by_goal})
    places = [
        {g: place for place, g in enumerate(sorted(rank, key=lambda g: (rank[g], g)))}
        for rank in ranks
    ]
    together = sorted(by_goal, key=lambda g: (sum(place[g] for place in places), g))
    stay = set(together[:MOST_GOALS_TOLD])
    for place in places:
        stay |= {g for g, at in place.items() if at < MOST_GOALS_TOLD // 2}
    found: list[Way] = []
    for goal in sorted(stay):
        group = by_goal[goal]
        orders = [
            sorted(range(len(group)), key=lambda i: (group[i].costs[at], group[i].costs, i))
            for at in range(4)
        ]
        sums = [sum(order.index(i) for order in orders) for i in range(len(group))]
        best = {order[0] for order in orders} | {sums.index(min(sums))}
        found += [group[i] for i in sorted(best)]
    return found

"""What is left out before routes are worked out in full.

Routes that enter an occupation twice, and of the routes to many goals (an outcome may mean hundreds
of occupations) those that are not among the most promising.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import Rule
from careerlattice.plan.choose.advisable_moves import is_real, is_step_up
from careerlattice.plan.choose.candidate import Dropped, Filtered
from careerlattice.plan.parameters import (
    FEW_OPEN,
    GOALS_BUILT,
    HORIZON_YEARS,
    MOST_CHANGES_TO_OUTCOME,
)
from careerlattice.plan.search.encoding import DIFFICULTY, DOLLARS, FORGONE, MONTHS, UNITS
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import Route

CRITERIA = 4


def without_returns(routes: tuple[Route, ...], start: int) -> Filtered[Route]:
    """The routes that enter no occupation twice; all of them if none does without."""
    straight = [route for route in routes if _is_straight(route, start)]
    if not straight:
        return Filtered(routes, ())
    dropped = (Dropped(r, Rule.RETURNS) for r in routes if not _is_straight(r, start))
    return Filtered(straight, tuple(dropped))


def _is_straight(route: Route, start: int) -> bool:
    return len({start, *(leg.row for leg in route.legs)}) == len(route.legs) + 1


def plain_ways(
    problem: RoutingProblem,
    arrays: LatticeArrays,
    routes: tuple[Route, ...],
    wanted_usd: float | None,
) -> Filtered[Route]:
    """Of routes to an outcome those of few job changes to work that is open; all if none is so.

    Who names no occupation is not proposed training that costs more than a year of the pay wanted,
    nor a move that next to nobody makes and nothing prepares, if other ways remain.
    """
    most = np.inf if wanted_usd is None else wanted_usd

    def is_plain(route: Route) -> bool:
        last = route.legs[-1]
        return (
            len(route.legs) <= MOST_CHANGES_TO_OUTCOME.value
            and route.costs[DOLLARS] * UNITS[DOLLARS] <= most
            and bool(problem.share_open(last.way, last.arrive) >= FEW_OPEN.value)
        )

    def is_real_way(route: Route) -> bool:
        # The next rung of one's own line is shown with the share of its jobs that is open.
        if is_step_up(problem, route) and len(route.legs) == 1:
            return True
        return is_plain(route) and all(is_real(problem, arrays, leg) for leg in route.legs)

    for is_fit in (is_real_way, is_plain):
        kept = [route for route in routes if is_fit(route)]
        if kept:
            out = (route for route in routes if not is_fit(route))
            return Filtered(kept, tuple(Dropped(route, Rule.GOAL_NOT_PROMISING) for route in out))
    return Filtered(routes, ())


def most_promising(
    problem: RoutingProblem,
    interest_fit: NDArray[np.float64] | None,
    routes: tuple[Route, ...],
) -> Filtered[Route]:
    """Of routes to many goals those worth working out.

    Goals are ranked by least months, least difficulty, pay, openings and what is earned over the
    usual years, and the first of each rank stay, and so do all near ones; of each goal's routes the
    best in each criterion and the best in their sum of ranks.
    """
    by_goal: dict[int, list[Route]] = {}
    for route in routes:
        by_goal.setdefault(route.goal, []).append(route)
    stay = _goals_that_stay(problem, interest_fit, by_goal)
    found: list[Route] = []
    dropped: list[Dropped] = []
    for goal, group in sorted(by_goal.items()):
        if goal not in stay:
            dropped += [Dropped(route, Rule.GOAL_NOT_PROMISING) for route in group]
            continue
        best = _best_of(group)
        found += [group[i] for i in sorted(best)]
        dropped += [
            Dropped(route, Rule.NOT_BEST_TO_GOAL) for i, route in enumerate(group) if i not in best
        ]
    return Filtered(found, tuple(dropped))


def _goals_that_stay(
    problem: RoutingProblem,
    interest_fit: NDArray[np.float64] | None,
    by_goal: dict[int, list[Route]],
) -> set[int]:
    area, facts = problem.area, problem.facts
    horizon, on_the_way_pay = 12 * HORIZON_YEARS.value, problem.goal_pay
    pay, openings = np.nan_to_num(area.pay50), np.nan_to_num(facts.openings)

    def earned(route: Route) -> float:
        """What is roughly earned by a route: at the goal's pay once there, less what is lost."""
        left = max(0.0, horizon - route.costs[MONTHS])
        on_the_way = on_the_way_pay * route.costs[MONTHS] / 12
        lost = route.costs[FORGONE] * UNITS[FORGONE] + route.costs[DOLLARS]
        return float(pay[route.goal]) * left / 12 + on_the_way - lost

    ranks: list[dict[int, float]] = [
        {goal: min(route.costs[at] for route in group) for goal, group in by_goal.items()}
        for at in (MONTHS, DOLLARS, DIFFICULTY)
    ]
    ranks.append({goal: -float(pay[goal]) for goal in by_goal})
    ranks.append({goal: -float(openings[goal]) for goal in by_goal})
    ranks.append({goal: -max(map(earned, group)) for goal, group in by_goal.items()})
    if interest_fit is not None:
        fit = np.nan_to_num(interest_fit, nan=-1.0)
        ranks.append({goal: -float(fit[goal]) for goal in by_goal})
    places = []
    for rank in ranks:
        order = sorted(rank, key=lambda goal: (rank[goal], goal))
        places.append({goal: place for place, goal in enumerate(order)})
    together = sorted(by_goal, key=lambda goal: (sum(place[goal] for place in places), goal))
    most = int(GOALS_BUILT.value)
    stay = {*together[:most], *(goal for goal in by_goal if problem.is_near[goal])}
    # The next rung of one's own line is always worth working out.
    stay |= {g for g, group in by_goal.items() if any(is_step_up(problem, r) for r in group)}
    for place in places:
        stay |= {goal for goal, at in place.items() if at < most // 2}
    return stay


def _best_of(group: list[Route]) -> set[int]:
    """The places of routes best in a criterion, or in the sum of their ranks."""
    orders = [
        sorted(range(len(group)), key=lambda i: (group[i].costs[at], group[i].costs, i))
        for at in range(CRITERIA)
    ]
    sums = [sum(order.index(i) for order in orders) for i in range(len(group))]
    return {order[0] for order in orders} | {sums.index(min(sums))}

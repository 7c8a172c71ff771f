"""Main sequences: the few sequences from low to high that are most worth showing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.ladder.edges import EdgeFinder
from careerlattice.lattice.ladder.main_steps import find_main_steps
from careerlattice.lattice.parameters import (
    BEGIN_FROM,
    JOINS_FROM,
    LEADER_ALLOWANCE,
    LEADER_GAIN,
    LIKELIHOOD_POWER,
    NAMED_COST,
    NAMED_GAIN,
    NEAR_ENOUGH_TO_TELL,
    SEEN_FACTOR,
    SELDOM_STEP,
    SIZE_BONUS,
    SIZE_POWER,
    STEP_COST,
)

# Large enough that no sequence elsewhere outweighs one through the center.
THROUGH_BONUS = 10.0
SHOWN = ((40, 5), (20, 4), (8, 3), (0, 2))
"""From how many occupations on how many sequences are shown."""


def find_main_sequences(
    finder: EdgeFinder, openings: NDArray[np.float64], *, through: int | None = None
) -> list[tuple[int, ...]]:
    """Sequences of rows, lowest first, each standing above the one before.

    Of steps that entry conditions name in one's own line; where these make none, of all that a main
    sequence may take (`find_main_steps`), each a level up; where neither, of all that are told.
    Only between occupations that the surveys count by themselves.

    The best sequence has the largest sum of what its steps are worth beyond a fixed cost, plus a
    bonus for occupations with many openings; the next is the best once occupations already shown
    count little; five at most, fewer in small pathways. `openings` are yearly, by member. With
    `through`, a row, all sequences pass through it.
    """
    members = finder.members
    own = members.is_own_rung.copy()
    center = None if through is None else finder.rows.index(through)
    if center is not None:
        own[center] = True
    climbs = finder.levels[None, :] > finder.levels[:, None]
    between = own[:, None] & own[None, :]
    named = finder.share**LIKELIHOOD_POWER.value * NAMED_GAIN.value - NAMED_COST.value
    own_rank = np.where(finder.named == Named.STEP, LEADER_GAIN.value, 0.0)
    named = np.where(finder.leads[None, :], named + LEADER_ALLOWANCE.value, named)
    named = np.where(finder.supervises[None, :], own_rank, named)
    plain = finder.strength - STEP_COST.value
    own_steps, every, told = find_main_steps(finder)
    own_steps = own_steps & ~_by_few(finder, openings)
    some = np.maximum(named, LEADER_ALLOWANCE.value)
    # Where the lines name none, a specialty that the work itself leads to.
    special = told & (finder.named == Named.STEP) & ~finder.is_rest & ~finder.is_rest[:, None]
    line = np.array([code[:7] for code in members.codes])
    special &= line[:, None] != line[None, :]
    for steps, gain in (
        (own_steps & between, named),
        (every & climbs & between, plain),
        (special, some),
        (told & between, some),
    ):
        found = _chains(finder, openings, np.where(steps, gain, -np.inf), center)
        if found:
            return found
    return []


def _by_few(finder: EdgeFinder, openings: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Steps to unlike work by which hardly any of those there come: no way begins so.

    Who patrols was seldom an attendant of parking meters.
    """
    come = openings[:, None] * finder.likelihood
    few = come < SELDOM_STEP.value * openings[None, :]
    unlike = finder.nearness < NEAR_ENOUGH_TO_TELL.value
    return np.asarray(few & unlike & ~finder.leads[None, :])


def _chains(
    finder: EdgeFinder,
    openings: NDArray[np.float64],
    gain: NDArray[np.float64],
    center: int | None,
) -> list[tuple[int, ...]]:
    """The best sequences of steps worth `gain` (m, m); all through the place `center`, if any."""
    size = len(finder.rows)
    wanted = next(shown for least, shown in SHOWN if size >= least)
    scale = np.log1p(openings)
    bonus = SIZE_BONUS.value * (scale / max(scale.max(), 1e-9)) ** SIZE_POWER.value
    order = np.lexsort((np.arange(size), finder.members.standing))
    weight, may_start = np.ones(size), np.ones(size, dtype=np.bool_)
    # A way of few is no main one; of how many is not known of military work.
    carries = (bonus >= BEGIN_FROM.value * SIZE_BONUS.value) | (openings == 0)
    if center is not None:
        bonus[center] = THROUGH_BONUS
    chains: list[tuple[int, ...]] = []
    # The first is that of the occupation where most begin.
    most = int(np.where(np.isfinite(gain).any(axis=1), bonus, -np.inf).argmax())
    first = bonus + THROUGH_BONUS * (np.arange(size) == most) * (center is None)
    while len(chains) < wanted:
        worth = bonus if chains else first
        chain = _best_chain(gain, np.where(may_start, worth, -np.inf), worth, weight, order)
        if not chain or (center is not None and center not in chain):
            break
        fresh = [place for place in chain if weight[place] == 1.0 and place != center]
        if center is None:
            may_start[chain[0]] = False
        if center is None and not carries[_led(chain, finder) or chain].any():
            continue
        # What joins a sequence shown is told where about as many people begin there.
        begins = [bonus[finder.rows.index(one[0])] for one in chains]
        joins = bool(fresh) and bonus[chain[0]] >= JOINS_FROM.value * max(begins, default=0.0)
        wants = min(2, len(chain) - 1) if center is None else 1
        if len(fresh) < wants and not joins:
            if center is not None:
                break
            continue
        chains.append(tuple(finder.rows[place] for place in chain))
        weight[chain] = SEEN_FACTOR.value
        if center is None:
            may_start[chain] = False
        else:
            weight[center] = 1.0
    return chains


def _led(chain: list[int], finder: EdgeFinder) -> list[int]:
    """The places of a sequence that lead nobody."""
    return [place for place in chain if not finder.leads[place]]


def _best_chain(
    gain: NDArray[np.float64],
    start: NDArray[np.float64],
    bonus: NDArray[np.float64],
    weight: NDArray[np.float64],
    order: NDArray[np.intp],
) -> list[int]:
    """The best path of two members or more in rising order, by one pass of dynamic programming.

    `start` is what beginning at each is worth. Empty where no step is worth anything.
    """
    value = np.where(np.isfinite(start), bonus * weight, -np.inf)
    before = np.full(len(order), -1)
    for b in order:
        through = value + gain[:, b] * weight[b]
        a = int(np.argmax(through))
        if np.isfinite(through[a]) and through[a] > 0:
            own = bonus[b] * weight[b]
            if through[a] + own > value[b]:
                value[b] = through[a] + own
                before[b] = a
    value = np.where(before >= 0, value, -np.inf)
    best = int(np.lexsort((np.arange(len(value)), -value))[0])
    if before[best] < 0:
        return []
    chain = [best]
    while before[chain[-1]] >= 0:
        chain.append(int(before[chain[-1]]))
    return chain[::-1]

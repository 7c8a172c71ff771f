"""Main sequences: the few sequences from low to high that are most worth showing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.ladder.edges import EdgeFinder
from careerlattice.lattice.parameters import SEEN_FACTOR, SIZE_BONUS, STEP_COST

# Large enough that no sequence elsewhere outweighs one through the center.
THROUGH_BONUS = 10.0
MANY, SOME, FEW = 5, 3, 2
"""How many sequences are shown in pathways of 40 occupations or more, of 8 or more, of fewer."""


def find_main_sequences(
    finder: EdgeFinder, openings: NDArray[np.float64], *, through: int | None = None
) -> list[tuple[int, ...]]:
    """Sequences of rows, lowest first, each occupation one level above the one before or more.

    On every step schooling or experience counts on.

    The best sequence has the largest sum of what its steps' strengths exceed a fixed cost by, plus
    a bonus for occupations with many openings; the next is the best once occupations already shown
    count little; five at most, fewer in small pathways. `openings` are yearly, by member. With
    `through`, a row, all sequences pass through it.
    """
    size = len(finder.rows)
    wanted = MANY if size >= 40 else SOME if size >= 8 else FEW
    scale = np.log1p(openings)
    bonus = SIZE_BONUS.value * scale / max(scale.max(), 1e-9)
    rises = finder.levels[None, :] > finder.levels[:, None]
    is_step = finder.is_up & rises & finder.counts_on
    gain = np.where(is_step, finder.strength - STEP_COST.value, -np.inf)
    order = np.lexsort((np.arange(size), finder.index[finder.rows]))
    weight = np.ones(size)
    center = None if through is None else finder.rows.index(through)
    if center is not None:
        bonus[center] = THROUGH_BONUS
    chains: list[tuple[int, ...]] = []
    while len(chains) < wanted:
        chain = _best_chain(gain, bonus, weight, order)
        if center is not None and center not in chain:
            break
        fresh = [place for place in chain if weight[place] == 1.0]
        if len(chain) < 2 or len(fresh) < 2:
            break
        chains.append(tuple(finder.rows[place] for place in chain))
        weight[chain] = SEEN_FACTOR.value
        if center is not None:
            weight[center] = 1.0
    return chains


def _best_chain(
    gain: NDArray[np.float64],
    bonus: NDArray[np.float64],
    weight: NDArray[np.float64],
    order: NDArray[np.intp],
) -> list[int]:
    """The best path over members in rising order, by one pass of dynamic programming."""
    value = bonus * weight
    before = np.full(len(order), -1)
    for b in order:
        through = value + gain[:, b] * weight[b]
        a = int(np.argmax(through))
        if np.isfinite(through[a]) and through[a] > 0:
            own = bonus[b] * weight[b]
            if through[a] + own > value[b]:
                value[b] = through[a] + own
                before[b] = a
    best = int(np.lexsort((np.arange(len(value)), -value))[0])
    chain = [best]
    while before[chain[-1]] >= 0:
        chain.append(int(before[chain[-1]]))
    return chain[::-1]

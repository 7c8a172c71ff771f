"""Which steps main sequences may take: of one's own line, each one stage of a way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.ladder.edges import EdgeFinder
from careerlattice.lattice.ladder.lines import within_reach
from careerlattice.lattice.parameters import (
    HARDLY_ANYONE,
    LONG_RANK_MONTHS,
    LONGEST_STAGE_MONTHS,
    NEAR_ENOUGH_TO_STEP,
    NEAR_ENOUGH_TO_TELL,
    ONE_STAGE,
    RARE_STEP,
    SELDOM_STEP,
    SENIOR_MONTHS,
    SHARE_OF_BEST,
    WITHIN_ERROR,
    WORK_FIRST,
)
from careerlattice.vocab.levels import EducationLevel

Flags = NDArray[np.bool_]


def find_main_steps(finder: EdgeFinder) -> tuple[Flags, Flags, Flags]:
    """The steps that are named in one's own line, these with those nothing names, and all told.

    Shape (m, m) each. Named are those that pay no less or lead others and that the origin or a
    trade names, or that lead to a supervisor; without a name, those that 1 in 200 take to near work
    of the same group. Told are all that a ladder shows because conditions name them. None goes to
    clearly less pay.
    """
    named = _own_steps(finder) & (finder.named >= LEAST_UP)
    unnamed = finder.in_line & (finder.likelihood >= RARE_STEP.value) & finder.is_free
    unnamed &= finder.is_up & (finder.named == Named.NONE)
    able = named | unnamed
    told = finder.is_up & finder.is_told & (finder.likelihood >= SELDOM_STEP.value)
    told &= ~finder.aside & ~(finder.leads[:, None] & ~finder.leads[None, :])
    # A change sideways that pay makes a step is a rung where many go and it climbs a level.
    climbs = finder.levels[None, :] > finder.levels[:, None]
    told &= (finder.named >= LEAST_UP) | (climbs & (finder.likelihood >= RARE_STEP.value))
    falls = finder.pay[None, :] < finder.pay[:, None] * (1 - WITHIN_ERROR.value)
    peers, every = _peers(finder), (able | told) & ~falls
    for a, b in np.argwhere(every):
        every[a, b] = _is_one_stage(finder, int(a), int(b), is_peer=bool(peers[a, b]))
    every &= ~_detours(finder, named & every)
    return named & every, able & every, told & every


def _peers(finder: EdgeFinder) -> Flags:
    """Steps within a minor group from degree work to work of no more schooling that pays alike.

    A drafter who turns technician stands as high as before.
    """
    pay, typical = finder.pay, finder.required.typical_level[finder.members.rows]
    minor = np.array([code[:4] for code in finder.members.codes])
    alike = (typical[:, None] >= typical[None, :]) & (minor[:, None] == minor[None, :])
    alike &= (typical >= EducationLevel.ASSOCIATE)[:, None]
    return np.asarray(alike & (pay[None, :] < pay[:, None] * (1 + WITHIN_ERROR.value)))


def _detours(finder: EdgeFinder, steps: Flags) -> Flags:
    """Steps to a rung that those who go on from it mostly pass by, none of a leader's.

    More aides become elementary school teachers at once than by way of a preschool. A supervisor is
    no end that passes anything by: who leads has done the work between as well as who has not.
    """
    likelihood = np.where(steps, finder.likelihood, 0.0)
    found = np.zeros_like(steps)
    for a, middle in np.argwhere(steps & ~finder.leads[None, :]):
        straight = likelihood[a] * steps[middle] * ~finder.supervises
        found[a, middle] = straight.max() >= likelihood[a, middle]
    return found


def _is_one_stage(finder: EdgeFinder, a: int, b: int, *, is_peer: bool) -> bool:
    standing, pay, typical = finder.members.standing, finder.pay, finder.required.typical_level
    leads = bool(finder.leads[b])
    if standing[b] - standing[a] > ONE_STAGE.value:
        return False
    asks = finder.asks(finder.rows[a], finder.rows[b])
    if asks.experience > LONGEST_STAGE_MONTHS.value:
        return False
    is_rank = asks.experience >= LONG_RANK_MONTHS.value or leads
    if is_peer and asks.credential is None and not is_rank:
        return False
    # A little less pay is a senior rank's, or none.
    if not leads and pay[b] < pay[a] and asks.experience < SENIOR_MONTHS.value:
        return False
    # A degree is worth its years where the work goes on; elsewhere it begins another line.
    is_degree = asks.credential is not None and asks.credential >= EducationLevel.ASSOCIATE
    if is_degree and finder.nearness[a, b] < NEAR_ENOUGH_TO_TELL.value:
        return False
    levels = int(typical[finder.rows[a]]), int(typical[finder.rows[b]])
    return within_reach(asks, levels, leads)


def _own_steps(finder: EdgeFinder) -> Flags:
    """Steps of one's own line that a main sequence may take, as far as work and pay tell."""
    codes = finder.members.codes
    leads, supervises, pay = finder.leads, finder.supervises, finder.pay
    is_apprenticed = finder.required.is_apprenticed[finder.members.rows]
    major = np.array([code[:2] for code in codes])
    is_other = major[:, None] != major[None, :]
    minor = np.array([code[:4] for code in codes])
    # In one's own group a little less pay is within what two medians may differ by.
    least = np.where(minor[:, None] == minor[None, :], 1 - WITHIN_ERROR.value, 1.0)
    falls = (pay[None, :] < pay[:, None] * least) & ~supervises[None, :]
    is_next = (finder.named == Named.STEP) | (finder.named == Named.CREDIT)
    is_next |= (finder.named == Named.RANK) & supervises[None, :]
    crosses = is_other & ~leads[None, :]
    # Who learns a trade comes from its helpers, or from work the apprenticeship credits.
    crosses &= (finder.likelihood < RARE_STEP.value) | is_apprenticed[None, :]
    crosses &= finder.named != Named.CREDIT
    named = finder.is_up & (finder.named >= LEAST_UP) & ~leads[None, :]
    named &= finder.members.is_own_rung[None, :]
    is_best = finder.likelihood >= SHARE_OF_BEST.value * (finder.likelihood * named).max(
        axis=1, keepdims=True
    )
    near = finder.nearness >= NEAR_ENOUGH_TO_TELL.value
    often = (finder.likelihood >= SELDOM_STEP.value) | (near & ~is_other)
    manages = leads & ~supervises
    able = (finder.nearness >= NEAR_ENOUGH_TO_STEP.value) & (
        finder.likelihood >= HARDLY_ANYONE.value
    )
    able |= finder.likelihood >= RARE_STEP.value
    taken = np.where(leads[None, :], able | ~manages[None, :], is_best & often)
    taken &= ~leads[:, None] | leads[None, :]
    # Where far more rise in the work itself, who leads comes after that.
    craft = (finder.likelihood * (named & finder.in_line)).max(axis=1, keepdims=True)
    taken &= ~leads[None, :] | (finder.likelihood >= craft / WORK_FIRST.value)
    found = finder.is_up & finder.in_line & ~falls & ~finder.aside & is_next & ~crosses & taken
    return np.asarray(found)

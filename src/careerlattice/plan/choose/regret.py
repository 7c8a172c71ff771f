"""What persons weigh in routes, how far each stays behind, and which may be called balanced."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.choose.candidate import Candidate
from careerlattice.plan.choose.feeders import is_as_open, is_hardly_longer
from careerlattice.plan.parameters import (
    BALANCED_DETOUR_MONTHS,
    BALANCED_FACTOR,
    BALANCED_MONTHS,
    BALANCED_MONTHS_TO_GOALS,
    DEAR_BALANCE,
    FEW_OPEN,
    GAIN_NOISE,
    LONGER_FACTOR,
    LONGER_MONTHS,
    LONGER_MONTHS_TO_GOALS,
    NOISE_MONTHS,
    NOISE_USD,
    OPEN_ON_THE_WAY,
    RAREST_ADVISED,
    SHORT_LADDER_SHARE,
    SPAN_DIFFICULTY,
    SPAN_GAIN,
    SPAN_MONTHS,
    SPAN_OPENINGS,
    SPAN_SHARE,
    SPAN_USD,
    SUM_OF_REGRETS,
)
from careerlattice.plan.search.encoding import DOLLARS, MONTHS

MIN_SPANS = tuple(
    figure.value
    for figure in (SPAN_MONTHS, SPAN_USD, SPAN_GAIN, SPAN_DIFFICULTY, SPAN_SHARE, SPAN_OPENINGS)
)
"""The least span of each feature that counts as large."""
STEPS_OF_WEIGHTS = 4
"""How finely persons' weights are laid out: a technical figure, 70 or 126 persons."""

Floats = NDArray[np.float64]


def _features(kept: Sequence[Candidate], has_many_goals: bool) -> Floats:
    """What persons weigh, shape (routes, 5 or 6), 0 the best and 1 the worst there is."""
    rows = np.array(
        [
            [
                c.costs[MONTHS],
                c.costs[DOLLARS],
                -c.gain,
                c.effort,
                -c.share_open,
                -np.log(max(c.openings, 1.0)),
            ]
            for c in kept
        ]
    )
    spans = np.maximum(rows.max(axis=0) - rows.min(axis=0), MIN_SPANS)
    scaled: Floats = (rows - rows.min(axis=0)) / spans
    return scaled if has_many_goals else scaled[:, :5]


@cache
def _weights(size: int) -> Floats:
    """All ways to share `STEPS_OF_WEIGHTS` parts of attention among the features."""
    parts = itertools.product(range(STEPS_OF_WEIGHTS + 1), repeat=size)
    grid = [weights for weights in parts if sum(weights) == STEPS_OF_WEIGHTS]
    return np.asarray(np.array(grid, dtype=np.float64) / STEPS_OF_WEIGHTS)


def regrets(kept: Sequence[Candidate], has_many_goals: bool) -> Floats:
    """How much worse than the best route each is to each person, shape (persons, routes).

    A person is a share of attention for each feature; a route is as bad as its worst weighted
    feature, and a little as all of them.
    """
    scaled = _features(kept, has_many_goals)
    weights = _weights(scaled.shape[1])
    weighted = weights[:, None, :] * scaled[None, :, :]
    bad = weighted.max(axis=2) + SUM_OF_REGRETS.value * weighted.sum(axis=2)
    return np.asarray(bad - bad.min(axis=1, keepdims=True))


def soon_enough(kept: Sequence[Candidate], has_many_goals: bool) -> list[int]:
    """The places of routes that do not take far longer than the quickest.

    Ways to the licensed work are held against each other, not against work that needs no license.
    """
    licensed = [c for c in kept if not c.is_unlicensed] or kept
    more = (LONGER_MONTHS_TO_GOALS if has_many_goals else LONGER_MONTHS).value
    soonest = min(c.costs[MONTHS] for c in licensed)
    longest = max(LONGER_FACTOR.value * soonest, soonest + more)
    return [i for i, c in enumerate(kept) if c.costs[MONTHS] <= longest]


def may_be_balanced(kept: Sequence[Candidate], soon: list[int], has_many_goals: bool) -> list[int]:
    """The places of routes that may be called balanced: far longer than the quickest is not.

    Nor is a detour through other jobs that takes far longer than the usual way, nor what loses
    money and leaves people far poorer than another way that is soon enough: where all short ways
    do, a longer one is balanced. Nor, where another stands, what rests on a move that next to
    nobody makes or on work that pays less and teaches nothing, nor what leaves a job of many years
    for a degree that can be earned beside it, nor what is longer and earns less than another of
    them that opens as many jobs.
    """
    # Who has a degree is not advised to earn another where other preparation opens the job.
    soon = [i for i in soon if not kept[i].repeats_degree] or soon
    soonest = min(kept[i].costs[MONTHS] for i in soon)
    more = (BALANCED_MONTHS_TO_GOALS if has_many_goals else BALANCED_MONTHS).value
    longest = max(BALANCED_FACTOR.value * soonest, soonest + more)
    usual = [kept[i].costs[MONTHS] for i in soon if kept[i].is_usual and not has_many_goals]
    detour = min(usual, default=np.inf) + BALANCED_DETOUR_MONTHS.value
    plain = [
        i
        for i in soon
        if kept[i].is_usual or kept[i].job_changes == 1 or kept[i].costs[MONTHS] <= detour
    ] or soon
    able = [i for i in plain if kept[i].costs[MONTHS] <= longest]
    most = max(kept[i].gain for i in plain)
    least = -np.inf if has_many_goals else min(0.0, most - DEAR_BALANCE.value)
    fair = [i for i in plain if kept[i].gain >= least]
    found = [i for i in able if i in fair] or fair
    return _unbeaten(kept, _advisable(kept, found, soon), has_many_goals)


def _unbeaten(kept: Sequence[Candidate], places: list[int], has_many_goals: bool) -> list[int]:
    """Those of the places that no other way to the goal puts in the shade; all if none is so.

    One that is as quick, earns as much and opens about as many jobs is better advice, and so is one
    over the job that feeds the goal directly, or straight there, than one over a neighbor of it.
    """
    if has_many_goals:
        return places
    others = [one for one in kept if _is_calm(one) and not one.repeats_degree]
    clear = [i for i in places if not any(_outdoes(other, kept[i]) for other in others)] or places
    return [i for i in clear if not any(_is_fitter(other, kept[i]) for other in others)] or clear


def _outdoes(other: Candidate, one: Candidate) -> bool:
    """Whether a way is no longer or poorer, clearly better in one of them, and about as open."""
    sooner = one.costs[MONTHS] - other.costs[MONTHS]
    is_told = one.is_gain_told and other.is_gain_told
    more = other.gain - one.gain if is_told else one.costs[DOLLARS] - other.costs[DOLLARS]
    clearly = GAIN_NOISE.value if is_told else NOISE_USD.value
    is_neighbor = other.is_over_jobs and one.feeds_better(other)
    return (
        is_as_open(other, one)
        and not is_neighbor
        and sooner >= 0
        and more >= 0
        and (sooner > NOISE_MONTHS.value or more > clearly)
    )


def _is_fitter(other: Candidate, one: Candidate) -> bool:
    """Whether a way goes over work that leads to the goal, or straight there, unlike another.

    It is about as open and hardly longer.
    """
    is_straight = not other.is_over_jobs and (one.is_over_neighbor or other.skips_job_of(one))
    return (
        (other.feeds_better(one) or is_straight)
        and is_as_open(other, one)
        and is_hardly_longer(other, one)
    )


def open_enough(kept: Sequence[Candidate], soon: list[int], has_many_goals: bool) -> list[int]:
    """The places of routes that open enough jobs to be balanced.

    So do those over the work that feeds the goal, though they open fewer, if they take three
    fifths of the time of all that open more and leave nobody far poorer. What is open, loses money
    and leaves people far poorer than another way is none of them.
    """
    open_ = [i for i in soon if kept[i].share_open >= OPEN_ON_THE_WAY.value]
    gains = [kept[i].gain for i in open_ if not kept[i].repeats_degree]
    gains = gains or [kept[i].gain for i in open_]
    least = min(0.0, max(gains, default=0.0) - DEAR_BALANCE.value)
    enough = [i for i, c in enumerate(kept) if c.share_open >= FEW_OPEN.value]
    if has_many_goals or not enough:
        return enough or soon
    # Work that no rule names is no advice where another way opens as much.
    enough = [i for i in enough if not kept[i].is_over_neighbor] or enough
    quickest = min(kept[i].costs[MONTHS] for i in enough)
    most = max(kept[i].gain for i in enough)
    short = [
        i
        for i in open_
        if kept[i].is_over_jobs
        and not kept[i].is_over_neighbor
        and kept[i].costs[MONTHS] <= SHORT_LADDER_SHARE.value * quickest
        and kept[i].gain >= most - DEAR_BALANCE.value
    ]
    if short:
        return short
    return [i for i in enough if kept[i].gain >= least] or soon


def _is_sound(one: Candidate) -> bool:
    """Whether people make its moves, or it prepares for them, and each job on the way is of use."""
    return one.hardest >= RAREST_ADVISED.value and not one.is_idle_step


def _is_calm(one: Candidate) -> bool:
    """Whether it is sound, too, without leaving a job of many years for a degree."""
    return _is_sound(one) and not one.leaves_long_work


def _advisable(kept: Sequence[Candidate], places: list[int], soon: list[int]) -> list[int]:
    """Those of the places that a counselor would sign.

    Where none of them is, but others that are soon enough, none; where none is at all, the places.
    """
    sound = [i for i in places if _is_sound(kept[i])]
    calm = [i for i in sound if _is_calm(kept[i])]
    if calm or not any(_is_sound(kept[i]) for i in soon):
        return calm or places
    beside = any(kept[i].is_beside_job for i in soon)
    return [] if beside else sound


def shortfalls(kept: Sequence[Candidate], places: list[int]) -> list[float]:
    """How far each route stays behind the best of them where it does so most, 0 to 1.

    Time, money, gain and effort count, each against the span between the best and the worst of
    these routes, and a little the sum of all: the knee of the front.
    """
    if not places:
        return []
    scaled = _features([kept[i] for i in places], has_many_goals=False)[:, :4]
    return [float(x) for x in scaled.max(axis=1) + SUM_OF_REGRETS.value * scaled.sum(axis=1)]

"""Leaving out routes that no one would tell from a better one."""

from __future__ import annotations

from collections.abc import Sequence

from careerlattice.plan.answer import Rule
from careerlattice.plan.choose.candidate import Candidate, Dropped, Filtered
from careerlattice.plan.parameters import (
    DETOUR_USD_A_YEAR,
    NOISE_DIFFICULTY,
    NOISE_FORGONE,
    NOISE_MONTHS,
    NOISE_USD,
    SHARE_NOISE,
)
from careerlattice.plan.search.encoding import DIFFICULTY, DOLLARS, FORGONE, MONTHS, Mode
from careerlattice.plan.search.routes import Route

NOISE = tuple(figure.value for figure in (NOISE_MONTHS, NOISE_USD, NOISE_FORGONE, NOISE_DIFFICULTY))
"""Differences in each criterion that no one would choose by."""
Signature = tuple[tuple[int, ...], tuple[tuple[int, bool], ...]]
"""The jobs in order and what is earned on the way, in whatever order."""


def one_pace_each(candidates: Sequence[Candidate]) -> Filtered[Candidate]:
    """Of routes with the same jobs and credentials the quickest and the one earning most stay.

    So does the quickest by the usual door, which may be another than the quickest takes.
    """
    groups: dict[tuple[Signature, bool], list[Candidate]] = {}
    for candidate in candidates:
        kind = (_signature(candidate.route), candidate.is_unlicensed)
        groups.setdefault(kind, []).append(candidate)
    kept: list[Candidate] = []
    dropped: list[Dropped] = []
    for group in groups.values():
        quickest = min(group, key=lambda c: c.costs)
        # Of routes that no one could tell apart, the one by the usual door stands for all.
        quick = min(
            (c for c in group if _is_same_to_people(quickest.costs, c.costs)),
            key=lambda c: (not c.is_usual, c.costs),
        )
        rich = max(group, key=lambda c: (c.gain, [-cost for cost in c.costs]))
        stay = [quick]
        is_told_apart = not _is_same_to_people(quick.costs, rich.costs)
        if rich is not quick and is_told_apart and _differs(quick.costs, rich.costs):
            stay.append(rich)
        if not any(candidate.is_usual for candidate in stay):
            stay += sorted((c for c in group if c.is_usual), key=lambda c: c.costs)[:1]
        kept += stay
        dropped += [
            Dropped(candidate.route, Rule.OTHER_PACE, quick.route)
            for candidate in group
            if not any(candidate is other for other in stay)
        ]
    return Filtered(sorted(kept, key=lambda c: (c.costs, c.goal)), tuple(dropped))


def without_noise(candidates: Sequence[Candidate]) -> Filtered[Candidate]:
    """Leave out routes that another route to the same goal beats, but for a trifle.

    Routes with more jobs are judged first; a route once left out leaves out no other. A way in by
    the usual door is beaten only by another.
    """
    order = sorted(candidates, key=lambda c: (c.job_changes, c.costs, c.goal), reverse=True)
    alive = list(order)
    dropped = []
    for candidate in order:
        better = next((c for c in alive if c is not candidate and _beats(c, candidate)), None)
        if better is not None:
            alive = [c for c in alive if c is not candidate]
            dropped.append(Dropped(candidate.route, Rule.NOISE, better.route))
    return Filtered(sorted(alive, key=lambda c: (c.costs, c.goal)), tuple(dropped))


def repeats_for_nothing(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether it repeats a degree where another way takes no longer and opens as many jobs.

    What is earned meanwhile does not speak for it: who stays in a well paid job longest earns most.
    """
    return candidate.repeats_degree and any(
        not other.repeats_degree
        and other.goal == candidate.goal
        and other.costs[MONTHS] <= candidate.costs[MONTHS]
        and other.share_open >= candidate.share_open - SHARE_NOISE.value
        and (candidate.is_unlicensed or not other.is_unlicensed)
        for other in others
    )


def is_by_rare_door(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether it serves an apprenticeship that few find, and another way leads to the same job."""
    is_rare = candidate.is_apprenticed and not candidate.is_apprenticeship
    return is_rare and any(
        not other.is_apprenticed and other.goal == candidate.goal for other in others
    )


def _signature(route: Route) -> Signature:
    earned = [(leg.level, leg.mode is Mode.APPRENTICE) for leg in route.legs if leg.level]
    served = [(0, True) for leg in route.legs if not leg.level and leg.mode is Mode.APPRENTICE]
    return tuple(leg.row for leg in route.legs), tuple(sorted(earned + served))


def _is_same_to_people(costs: Sequence[int], others: Sequence[int]) -> bool:
    """Whether time and price are the same, and the effort but for noise."""
    effort = abs(costs[DIFFICULTY] - others[DIFFICULTY])
    return costs[:FORGONE] == others[:FORGONE] and effort <= NOISE[DIFFICULTY]


def _differs(costs: Sequence[int], others: Sequence[int]) -> bool:
    return any(abs(a - b) > noise for a, b, noise in zip(costs, others, NOISE, strict=True))


def _beats(other: Candidate, candidate: Candidate) -> bool:
    """Whether a route is as good but for a trifle; the usual way only where it is truly as good.

    Who has a job and can take the next as they are needs no usual way; who has none yet weighs
    the training most people bring against being hired without it. A way up the goal's own ladder is
    beaten only by another: it earns and learns on the way; one over the job that feeds the goal
    directly is not beaten by one over a neighbor of it. So is a way to the licensed work: the part
    of the occupation that needs no license is other work. What a detour through another job saves
    has to be worth its years.
    """
    trifle = list(NOISE) if other.is_usual == candidate.is_usual else [0.0] * len(NOISE)
    if other.job_changes < candidate.job_changes:
        years = max(0, candidate.costs[MONTHS] - other.costs[MONTHS]) / 12
        trifle[DOLLARS] = max(trifle[DOLLARS], DETOUR_USD_A_YEAR.value * years)
    return (
        other.goal == candidate.goal
        and (
            other.is_usual or not candidate.is_usual or (other.is_direct and not candidate.is_first)
        )
        and (other.is_ladder or not candidate.is_ladder or other.skips_job_of(candidate))
        and not (other.is_over_jobs and candidate.feeds_better(other))
        and (candidate.is_unlicensed or not other.is_unlicensed)
        and (other.keeps_job or not candidate.keeps_job or other.gain >= candidate.gain)
        and other.job_changes <= candidate.job_changes
        and other.share_open >= candidate.share_open - SHARE_NOISE.value
        and all(
            cost <= own + noise
            for cost, own, noise in zip(other.costs, candidate.costs, trifle, strict=True)
        )
    )

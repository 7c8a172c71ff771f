"""Jobs on the way that lead to the goal, and those that only stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from careerlattice.plan.choose.candidate import Candidate
from careerlattice.plan.parameters import BALANCED_DETOUR_MONTHS, SHARE_NOISE
from careerlattice.plan.search.encoding import MONTHS
from careerlattice.vocab.levels import EducationLevel


def is_as_open(other: Candidate, one: Candidate) -> bool:
    """Whether a way opens about as many of the jobs as another."""
    return other.share_open >= one.share_open - SHARE_NOISE.value


def is_hardly_longer(other: Candidate, one: Candidate) -> bool:
    """Whether a way takes at most a year more than another."""
    return other.costs[MONTHS] <= one.costs[MONTHS] + BALANCED_DETOUR_MONTHS.value


def is_neighbor_way(one: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether the last job on the way leads to the goal by no rule, where another way does as well.

    Straight there, or over a job that a condition or a next step names, as open and hardly longer.
    """
    return one.is_over_neighbor and any(
        not other.is_over_neighbor and is_as_open(other, one) and is_hardly_longer(other, one)
        for other in kept
    )


def adds_idle_job(one: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether a job is added though the work before already meets what the way in asks.

    Who earns more schooling on the way has a reason to take it.
    """
    return any(
        other.skips_job_of(one)
        and other.costs[MONTHS] <= one.costs[MONTHS]
        and _earned(one) <= _earned(other)
        for other in kept
    )


def _earned(one: Candidate) -> int:
    """The highest credential earned on the way from a certificate on; 0 for none."""
    most = max(leg.level for leg in one.route.legs)
    return most if most >= EducationLevel.CERTIFICATE else 0

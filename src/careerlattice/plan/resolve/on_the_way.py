"""Which occupations may be passed on the way to a goal, or entered first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import NotFound
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.parameters import SMALL_GOAL, STEPPING_STONES, TOWARD_GOAL
from careerlattice.plan.request import Goal, Limits
from careerlattice.plan.resolve.error_field import about
from careerlattice.plan.resolve.goal import GoalSet
from careerlattice.vocab.levels import EducationLevel

Flags = NDArray[np.bool_]


def limits_meant(goal: Goal, limits: Limits) -> Limits:
    """The limits with what the goal implies.

    Who looks for work that needs no degree is not sent to earn one on the way.
    """
    if goal.no_degree and limits.max_credential is None:
        return replace(limits, max_credential=EducationLevel.SOME_COLLEGE)
    return limits


def has_few_goals(goals: GoalSet) -> bool:
    """Whether the goals are so few that work on the way must build toward them."""
    return 0 < len(goals.rows) <= SMALL_GOAL.value


def stepping_stones(facts: OccupationFacts, area: AreaFacts, goals: GoalSet) -> Flags:
    """Occupations one can plan to pass through to these goals, or end in.

    On the way to one occupation a job must build toward it by its work or its schooling, and a
    specialty of the same SOC line is the goal itself, not a step to it. Nor is work a step to the
    goal that pays more from the start than the goal's middle.
    """
    passed = facts.is_common & ~goals.fits
    rows = goals.rows
    if has_few_goals(goals):
        line = facts.same_line[rows].any(axis=0)
        toward = (facts.nearness[rows].max(axis=0) >= TOWARD_GOAL.value) | line
        is_specialty = np.isin(facts.soc_line, facts.soc_line[rows])
        best = np.nan_to_num(area.pay50[rows], nan=np.inf).max()
        above = np.nan_to_num(area.pay25, nan=0.0) > best
        passed &= toward & ~is_specialty & ~above
    return np.asarray(passed | goals.is_goal)


def allowed_rows(catalog: Catalog, limits: Limits) -> NDArray[np.bool_]:
    """Occupations that may be passed or reached: inside `within`, outside `avoid`.

    Raises `NotFound` for a cluster, pathway or occupation that is not known.
    """
    size = len(catalog.codes)
    allowed = np.ones(size, dtype=np.bool_)
    if limits.within:
        allowed[:] = False
        with about("limits.within"):
            codes = [code for name in limits.within for code in _members(catalog, name)]
        allowed[[catalog.row_of[code] for code in codes]] = True
    with about("limits.avoid"):
        avoided = [catalog.get_occupation(name).code for name in limits.avoid]
    allowed[[catalog.row_of[code] for code in avoided]] = False
    return allowed


def _members(catalog: Catalog, name: str) -> list[str]:
    try:
        cluster = catalog.get_cluster(name)
    except NotFound as no_cluster:
        try:
            return list(catalog.frameworks.occupations_of(catalog.get_pathway(name).id))
        except NotFound:
            raise no_cluster from None
    return [
        code
        for pathway in catalog.list_pathways(None, cluster.id)
        for code in catalog.frameworks.occupations_of(pathway.id)
    ]


def start_targets(
    facts: OccupationFacts, is_goal: NDArray[np.bool_], row: int, level: int
) -> NDArray[np.bool_]:
    """Occupations that may be taken or trained for first.

    From a job: its own moves. From none: jobs open without experience at the education held. For
    both also the goals and, where the goals are few, the occupations that most easily lead there.
    """
    size = is_goal.shape[0]
    targets = is_goal.copy()
    if row >= 0:
        targets[facts.move_to[facts.move_start[row] : facts.move_start[row + 1]]] = True
    else:
        targets |= (facts.accepted <= level) & (facts.experience <= 1)
    if 0 < is_goal.sum() <= SMALL_GOAL.value:
        origins = np.repeat(np.arange(size), np.diff(facts.move_start))
        for goal in np.flatnonzero(is_goal):
            leads = np.zeros(size, dtype=np.bool_)
            leads[origins[facts.move_to == goal]] = True
            hard = np.where(leads, facts.difficulty[:, goal], np.inf)
            best = np.argsort(hard, kind="stable")[: int(STEPPING_STONES.value)]
            targets[best[np.isfinite(hard[best])]] = True
            targets |= leads & facts.is_specific
    return targets

"""Which occupations may be passed on the way to a goal, or entered first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import NotFound, about
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.parameters import SMALL_GOAL, STEPPING_STONES, TOWARD_GOAL
from careerlattice.plan.request import Goal, Limits
from careerlattice.plan.resolve.brought import Brought
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

    A job on the way is one that people take: its own pay is published, at its middle no more than
    the goal's, and it asks no more schooling than the goal. On the way to one occupation it must
    build toward it, because the goal's conditions name it, or by its work or schooling where people
    do go on from it; by its work only in the goal's own field where the goal asks for no work
    before. A licensed profession
    stands on the way only if the goal's own ladder goes through it. A specialty of the goal's own
    line is the goal itself.
    """
    passed = facts.is_common & facts.has_own_figures & ~goals.fits
    rows = goals.rows
    if has_few_goals(goals):
        named = facts.is_named[:, rows].any(axis=1)
        ladder = facts.is_ladder[:, rows].any(axis=1)
        line = facts.same_line[rows].any(axis=0)
        near = facts.near(rows, slice(None)).max(axis=0) >= TOWARD_GOAL.value
        if not _asks_work(facts, rows):
            near &= np.isin(facts.major_group, facts.major_group[rows])
        toward = ((near | line) & facts.is_often_made[:, rows].any(axis=1)) | named
        is_specialty = np.isin(facts.line, facts.line[rows])
        best = np.nan_to_num(area.pay50[rows], nan=np.inf).max()
        above = np.nan_to_num(area.pay50, nan=np.inf) > best
        asks_more = facts.accepted > facts.typical[rows].max()
        profession = area.is_licensed & (facts.accepted >= EducationLevel.CERTIFICATE)
        passed &= toward & ~is_specialty & ~above & ~asks_more & (~profession | ladder)
        # BLS publishes some lines only together (supervisors of warehouses and of drivers): what
        # is published for them is the pay of a rung, though of no other job on the way.
        is_rung = ladder & facts.is_whole_line
        passed |= is_rung & ~is_specialty & facts.is_common & ~asks_more
    return np.asarray(passed | goals.is_goal)


def _asks_work(facts: OccupationFacts, rows: NDArray[np.int64]) -> bool:
    """Whether some condition of these occupations asks for work before."""
    ways = facts.ways
    asked = (ways.experience > 0) | ways.asks_rank | (ways.credit_most > 0)
    return bool(asked[np.isin(ways.row, rows)].any())


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
    facts: OccupationFacts, is_goal: Flags, row: int, brought: Brought, level: int
) -> Flags:
    """Occupations that may be taken or trained for first.

    From a job: its own moves. From none: jobs open at the education held without work before. For
    both also what past work leads to, the goals and, where the goals are few, the occupations that
    lead there most easily or are named as leading there.
    """
    ways = facts.ways
    size = is_goal.shape[0]
    targets = is_goal.copy()
    if row >= 0:
        targets[facts.move_to[facts.move_start[row] : facts.move_start[row + 1]]] = True
    counted = np.where(ways.is_own, np.where(brought.field, level, min(level, 2)), level)
    is_open = (counted >= ways.asked) & (brought.experience >= ways.experience)
    is_open &= ~ways.asks_rank & ~ways.asks_license & (ways.from_level == 0)
    if row < 0:
        targets[ways.row[is_open]] = True
    targets[ways.row[brought.ranks | brought.licensed]] = True
    if 0 < is_goal.sum() <= SMALL_GOAL.value:
        origins = np.repeat(np.arange(size), np.diff(facts.move_start))
        for goal in np.flatnonzero(is_goal):
            leads = np.zeros(size, dtype=np.bool_)
            leads[origins[facts.move_to == goal]] = True
            hard = np.where(leads, facts.difficulty(slice(None), goal), np.inf)
            best = np.argsort(hard, kind="stable")[: int(STEPPING_STONES.value)]
            targets[best[np.isfinite(hard[best])]] = True
            targets |= (leads & facts.is_specific) | facts.is_named[:, goal]
    return targets

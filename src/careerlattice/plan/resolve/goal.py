"""Which occupations a goal means, and which may be passed on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import NotFound
from careerlattice.lattice.arrays.ladder_levels import pathway_levels
from careerlattice.lattice.arrays.status_index import read_status_index
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import RouteFacts
from careerlattice.plan.facts.unusual_pay import unusual_pay_notices
from careerlattice.plan.parameters import FEWEST_OPENINGS
from careerlattice.plan.request import Goal, Limits
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import LadderLevel

SOME_COLLEGE = 4
# A job to propose has at least so many openings a year in the nation, were it as common everywhere
# as in the area, and its number does not shrink by more than so many percent in ten years.
OPENINGS_TO_PROPOSE, SHRINKS_PCT = 5_000.0, -5.0
# With fewer to choose from, scarcer and shrinking ones are proposed, too.
ENOUGH_GOALS = 12
STEPPING_STONES = 40
SMALL_GOAL = 3


@dataclass(frozen=True)
class GoalSet:
    """The goal's occupations as flags (n,), its name, and remarks.

    `fits` flags all occupations that meet the goal, `is_goal` those of them worth proposing.
    """

    is_goal: NDArray[np.bool_]
    fits: NDArray[np.bool_]
    title: str
    notices: tuple[Notice, ...]

    @property
    def rows(self) -> NDArray[np.int64]:
        """The places of the goal's occupations."""
        return np.flatnonzero(self.is_goal)


def resolve_goal(
    catalog: Catalog, facts: RouteFacts, area: AreaFacts, goal: Goal, allowed: NDArray[np.bool_]
) -> GoalSet:
    """Work out the occupations a goal means; a level is the one the pathway's own ladder shows.

    Of many that fit, those worth proposing are taken, as far as they are `allowed` (n,).

    Raises `NotFound` for an occupation or pathway that is not known.
    """
    size = len(catalog.codes)
    if goal.occupation is not None:
        resolved = catalog.resolve(goal.occupation)
        flags = np.zeros(size, dtype=np.bool_)
        flags[catalog.row_of[resolved.occupation.code]] = True
        notes: tuple[Notice, ...] = ()
        if resolved.note:
            notes = (Notice(NoticeKind.TAKEN_TO_MEAN, f"{goal.occupation!r}: {resolved.note}"),)
        unusual = np.flatnonzero(flags & area.is_unusual_pay)
        notes += unusual_pay_notices(catalog, area.area, unusual.tolist())
        return GoalSet(flags, flags, resolved.occupation.title, notes)
    flags = np.ones(size, dtype=np.bool_)
    parts = []
    if goal.pathway is not None:
        pathway = catalog.get_pathway(goal.pathway)
        rows = np.array(
            [catalog.row_of[code] for code in catalog.frameworks.occupations_of(pathway.id)],
            dtype=np.int64,
        )
        parts.append(f"in {pathway.name}")
        if goal.level is not None:
            rows = rows[
                pathway_levels(read_status_index(catalog), rows) == LadderLevel[goal.level.upper()]
            ]
            parts.insert(0, f"{goal.level} level")
        flags &= np.isin(np.arange(size), rows)
    if goal.min_pay_usd is not None:
        flags &= np.nan_to_num(area.pay50, nan=-1.0) >= goal.min_pay_usd
        # Pay published by the hour alone is of work that few do all year, full time (actors,
        # musicians): at 2,080 hours it would promise a year's pay that hardly anyone earns.
        flags &= ~catalog.pay_vectors(area.area).is_hourly
        parts.append(f"median pay of {usd(goal.min_pay_usd)} or more")
    if goal.min_growth_pct is not None:
        growth = np.nan_to_num(catalog.outlook_vectors.growth_pct, nan=-999.0)
        flags &= growth >= goal.min_growth_pct
        parts.append(f"growth of {goal.min_growth_pct:g}% or more")
    if goal.no_degree:
        flags &= facts.accepted <= SOME_COLLEGE
        flags &= facts.share_open[:, SOME_COLLEGE] >= 0.5
        parts.append("no degree needed")
    taken = _worth_proposing(catalog, facts, area, flags, allowed, is_paid=bool(goal.min_pay_usd))
    unusual = np.flatnonzero(taken & area.is_unusual_pay)
    notes = unusual_pay_notices(catalog, area.area, unusual.tolist())
    return GoalSet(taken, flags, "; ".join(parts), notes)


def _worth_proposing(
    catalog: Catalog,
    facts: RouteFacts,
    area: AreaFacts,
    fits: NDArray[np.bool_],
    allowed: NDArray[np.bool_],
    *,
    is_paid: bool,
) -> NDArray[np.bool_]:
    """Of the occupations that fit, those to propose to someone who named none.

    Narrower choices first, each taken where enough of it is allowed: with good prospects in the
    area, with pay that holds, known by a name and not rare, all.
    """
    common = fits & common_rows(catalog, facts)
    if is_paid:
        # A wider area's pay does not show that there are such jobs here.
        common &= area.is_own_pay
    holds = common & ~area.is_unusual_pay
    growth = np.nan_to_num(catalog.outlook_vectors.growth_pct, nan=0.0)
    openings = np.nan_to_num(facts.openings, nan=0.0) * area.jobs_share
    lasting = holds & (openings >= OPENINGS_TO_PROPOSE) & (growth >= SHRINKS_PCT)
    for choice, enough in ((lasting, ENOUGH_GOALS), (holds, 1), (common, 1)):
        if (choice & allowed).sum() >= enough:
            return choice
    return fits


def common_rows(catalog: Catalog, facts: RouteFacts) -> NDArray[np.bool_]:
    """Occupations one can plan to work in without having named them.

    Not catch-all lines, not the military, not those with hardly any openings.
    """
    named = np.array(
        [
            not (o.is_military or o.data_level == "listed" or o.title.endswith("All Other"))
            for o in catalog.list_occupations()
        ]
    )
    return named & (np.nan_to_num(facts.openings, nan=0.0) >= FEWEST_OPENINGS.value)


def allowed_rows(catalog: Catalog, limits: Limits) -> NDArray[np.bool_]:
    """Occupations that may be passed or reached: inside `within`, outside `avoid`.

    Raises `NotFound` for a cluster, pathway or occupation that is not known.
    """
    size = len(catalog.codes)
    allowed = np.ones(size, dtype=np.bool_)
    if limits.within:
        allowed[:] = False
        for name in limits.within:
            for code in _members(catalog, name):
                allowed[catalog.row_of[code]] = True
    for name in limits.avoid:
        allowed[catalog.row_of[catalog.get_occupation(name).code]] = False
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
    facts: RouteFacts, is_goal: NDArray[np.bool_], row: int, level: int
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
    if 0 < is_goal.sum() <= SMALL_GOAL:
        origins = np.repeat(np.arange(size), np.diff(facts.move_start))
        for goal in np.flatnonzero(is_goal):
            leads = np.zeros(size, dtype=np.bool_)
            leads[origins[facts.move_to == goal]] = True
            hard = np.where(leads, facts.difficulty[:, goal], np.inf)
            best = np.argsort(hard, kind="stable")[:STEPPING_STONES]
            targets[best[np.isfinite(hard[best])]] = True
            targets |= leads & facts.is_specific
    return targets

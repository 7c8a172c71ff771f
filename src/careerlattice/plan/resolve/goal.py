"""Which occupations a goal means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import about
from careerlattice.lattice.arrays.ladder_levels import pathway_levels
from careerlattice.plan.answer import GoalLabel, Notice, NoticeKind
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.facts.unusual_pay import unusual_pay_notices
from careerlattice.plan.parameters import (
    ENOUGH_GOALS,
    NO_DEGREE_SHARE,
    OPENINGS_TO_PROPOSE,
    SHRINKS_PCT,
)
from careerlattice.plan.request import Goal
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel, LadderLevel

if TYPE_CHECKING:
    from careerlattice.content.credential_titles import CredentialTitle


@dataclass(frozen=True)
class GoalSet:
    """The goal's occupations as flags (n,), what it is, and notices.

    `fits` flags all occupations that meet the goal, `is_goal` those of them worth proposing. Of an
    outcome `is_wide` are all whose pay holds in the area, be they scarce or shrinking, `carried`
    (n,) is how far the person's work and schooling carry over to each, else 0, and `is_near` those
    they carry over to most; without any all are.
    `credential` is what the title adds to the occupation, if it names a credential.
    """

    is_goal: NDArray[np.bool_]
    fits: NDArray[np.bool_]
    label: GoalLabel
    notices: tuple[Notice, ...]
    carried: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    is_wide: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    is_near: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    credential: CredentialTitle | None = None

    @property
    def rows(self) -> NDArray[np.int64]:
        """The places of the goal's occupations."""
        return np.flatnonzero(self.is_goal)


def resolve_goal(
    catalog: Catalog,
    facts: OccupationFacts,
    area: AreaFacts,
    goal: Goal,
    allowed: NDArray[np.bool_],
    licenses: Sequence[str] = (),
) -> GoalSet:
    """Work out the occupations a goal means; a level is the one the pathway's own ladder shows.

    A credential that the goal's title names is not asked of who holds it by one of the `licenses`.

    Of many that fit, those worth proposing are taken, as far as they are `allowed` (n,).

    Raises `NotFound` for an occupation or pathway that is not known.
    """
    if goal.occupation is not None:
        return _named(catalog, area, goal.occupation, licenses)
    flags = np.ones(len(catalog.codes), dtype=np.bool_)
    pathway = ""
    if goal.pathway is not None:
        with about("goal.pathway"):
            found = catalog.get_pathway(goal.pathway)
        pathway = found.name
        flags &= _of_pathway(catalog, found.id, goal.level)
    if goal.min_pay_usd is not None:
        flags &= np.nan_to_num(area.pay50, nan=-1.0) >= goal.min_pay_usd
        # Pay published by the hour alone is of work that few do all year, full time (actors,
        # musicians): at 2,080 hours it would promise a year's pay that hardly anyone earns.
        flags &= ~catalog.pay_vectors(area.area).is_hourly
    if goal.min_growth_pct is not None:
        growth = np.nan_to_num(catalog.outlook_vectors.growth_pct, nan=-999.0)
        flags &= growth >= goal.min_growth_pct
    if goal.no_degree:
        flags &= np.asarray(facts.ways.least(facts.award)) <= int(EducationLevel.SOME_COLLEGE)
        flags &= facts.share_open[:, EducationLevel.SOME_COLLEGE] >= NO_DEGREE_SHARE.value
    is_paid = bool(goal.min_pay_usd)
    taken, wide = _worth_proposing(catalog, facts, area, flags, allowed, is_paid=is_paid)
    unusual = np.flatnonzero(taken & area.is_unusual_pay)
    return GoalSet(
        is_goal=taken,
        fits=flags,
        is_wide=wide,
        label=GoalLabel(
            pathway=pathway,
            level=(goal.level or "") if pathway else "",
            min_pay_usd=goal.min_pay_usd,
            min_growth_pct=goal.min_growth_pct,
            is_no_degree=goal.no_degree,
        ),
        notices=unusual_pay_notices(catalog, area.area, unusual.tolist()),
    )


def _named(catalog: Catalog, area: AreaFacts, title: str, licenses: Sequence[str]) -> GoalSet:
    """The goal of someone who names an occupation."""
    with about("goal.occupation"):
        resolved = catalog.resolve(title)
    code = resolved.occupation.code
    state = area.area.state
    requirements = open_requirements(catalog)
    credential = requirements.find_credential_title(title, code, state)
    held = [requirements.find_credential_title(one, code, state) for one in licenses]
    if credential in held:
        credential = None
    flags = np.zeros(len(catalog.codes), dtype=np.bool_)
    flags[catalog.row_of[code]] = True
    notices: tuple[Notice, ...] = ()
    if resolved.note:
        details = {"typed": title, "note": resolved.note}
        notices = (Notice(NoticeKind.TAKEN_TO_MEAN, details),)
    if credential is not None:
        named = {"credential": credential, "occupation": resolved.occupation.title}
        notices = (*notices, Notice(NoticeKind.CREDENTIAL_TITLE, named, "goal.occupation"))
    unusual = np.flatnonzero(flags & area.is_unusual_pay)
    return GoalSet(
        is_goal=flags,
        fits=flags,
        credential=credential,
        label=GoalLabel(occupation=resolved.occupation.title),
        notices=(*notices, *unusual_pay_notices(catalog, area.area, unusual.tolist())),
    )


def _of_pathway(catalog: Catalog, pathway_id: str, level: str | None) -> NDArray[np.bool_]:
    """The occupations of a pathway, or of one level of its ladder."""
    codes = catalog.frameworks.occupations_of(pathway_id)
    rows = np.array([catalog.row_of[code] for code in codes], dtype=np.int64)
    if level is not None and len(rows):
        # Ladders are loaded only where a plan asks for a rung of one.
        from careerlattice.lattice.lattice import open_lattice

        facts = open_lattice(catalog).ladder_facts
        levels = pathway_levels(facts.status, rows, facts.standing_of(rows))
        rows = rows[levels == LadderLevel[level.upper()]]
    flags: NDArray[np.bool_] = np.isin(np.arange(len(catalog.codes)), rows)
    return flags


def without_start(goals: GoalSet, goal: Goal, row: int) -> GoalSet:
    """The goals without the job held: who already meets an outcome may look for another job."""
    flags, wide = goals.is_goal.copy(), goals.is_wide.copy()
    if goal.occupation is not None:
        flags[:] = False
    elif row >= 0:
        flags[row] = wide[row] = False
    return replace(goals, is_goal=flags, is_wide=wide)


def _worth_proposing(
    catalog: Catalog,
    facts: OccupationFacts,
    area: AreaFacts,
    fits: NDArray[np.bool_],
    allowed: NDArray[np.bool_],
    *,
    is_paid: bool,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of the occupations that fit, those to propose to someone who named none, and all that hold.

    All that hold are those whose pay does, else those known by a name and not rare, else all; those
    to propose have good prospects in the area, too, where enough of them are allowed.
    """
    common = fits & facts.is_common
    if is_paid:
        # A wider area's pay does not show that there are such jobs here.
        common &= area.is_own_pay
    holds = common & ~area.is_unusual_pay
    wide = next((choice for choice in (holds, common) if (choice & allowed).any()), fits)
    growth = np.nan_to_num(catalog.outlook_vectors.growth_pct, nan=0.0)
    openings = np.nan_to_num(facts.openings, nan=0.0) * area.jobs_share
    lasting = holds & (openings >= OPENINGS_TO_PROPOSE.value) & (growth >= SHRINKS_PCT.value)
    is_enough = (lasting & allowed).sum() >= ENOUGH_GOALS.value
    return (lasting if is_enough else wide), wide

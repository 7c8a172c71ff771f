"""Everything the search reads, worked out from a request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.facts.study_costs import StudyTable
from careerlattice.plan.request import Limits
from careerlattice.plan.resolve.brought import Brought
from careerlattice.plan.resolve.goal import GoalSet
from careerlattice.plan.resolve.on_the_way import (
    allowed_rows,
    has_few_goals,
    limits_meant,
    start_targets,
    stepping_stones,
)
from careerlattice.plan.resolve.proof import Proof, prove
from careerlattice.plan.resolve.recognition import Recognition
from careerlattice.plan.resolve.resolved import ResolvedRequest
from careerlattice.plan.resolve.start import Person
from careerlattice.vocab.levels import EducationLevel

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class RoutingProblem:
    """Facts, person, goals, allowed occupations, limits.

    Flags of occupations have shape (occupations,). `is_start_target` are the occupations that may
    be entered first. `goal_program` flags those that a program leads to which leads to every goal
    as well. `brought` is what the start brings to each entry condition.
    `holds_license`: the person holds the license of the occupation. `license_months` and
    `license_usd` (occupations,) are what its license takes this person; `proof` is what licenses
    held prove, `recognition` how training from abroad comes to count (none: trained here);
    `goal_floor` is the least schooling that the credential named by the goal asks (0 for none);
    `moves_state`: the job held may be taken up again here. `start_in_goal_field` is the
    person's level where that is so for every goal. With `is_one_front` routes to all goals compete
    with each other; else each goal has its own front, since one well-paid occupation does not make
    another a worse choice; `is_near` are those of them that the person's work is nearest to.
    """

    facts: OccupationFacts
    area: AreaFacts
    study: StudyTable
    person: Person
    is_goal: Flags
    is_allowed: Flags
    is_start_target: Flags
    goal_program: Flags
    brought: Brought
    holds_license: Flags
    license_months: Floats
    license_usd: Floats
    proof: Proof | None
    recognition: Recognition | None
    moves_state: bool
    goal_floor: int
    start_in_goal_field: int
    carried: Floats
    is_near: Flags
    is_one_front: bool
    limits: Limits

    @property
    def has_goal(self) -> bool:
        """Whether any goal may be reached."""
        return bool((self.is_goal & self.is_allowed).any())

    def share_open(self, way: Any, arrive: Any) -> Any:
        """The share of an occupation's jobs open to who enters by a condition with this schooling.

        A license held opens what it opens, whatever the schooling behind it.
        """
        share = self.facts.share_open[self.facts.ways.row[way], arrive]
        return share if self.proof is None else np.where(self.proof.ways[way], 1.0, share)

    def asks_license(self, origin: int, way: int, *, is_first: bool) -> bool:
        """Whether a license is got, or brought from another state, to enter a job by a condition.

        Who works on the way under the same license has got it by then; a condition may lead to the
        part of the occupation that needs none.
        """
        row = int(self.facts.ways.row[way])
        if self.facts.ways.is_unlicensed[way]:
            return False
        if not is_first and origin >= 0 and self.facts.license[origin] == self.facts.license[row]:
            return False
        return bool(self.license_months[row] > 0 or self.license_usd[row] > 0)

    @cached_property
    def practice_pay(self) -> Floats:
        """Yearly pay of supervised practice by entry condition: no more than beginners earn here.

        What is known is the nation's; who practices is no better paid than who begins with the
        full license in the same place.
        """
        ways = self.facts.ways
        return np.asarray(np.fmin(ways.practice_usd, self.area.starting_pay[ways.row]))

    @property
    def goal_pay(self) -> float:
        """Yearly pay that earnings on the way are held against.

        The goal's median, or that of staying put if it is more. Of several goals the best paid
        counts, so that the shortfall is never negative.
        """
        pay = self.area.pay50[self.is_goal & self.is_allowed]
        known = pay[~np.isnan(pay)]
        best = float(known.max()) if known.size else 0.0
        return max(best, self.person.stay_pay)


def build_problem(resolved: ResolvedRequest, limits: Limits) -> RoutingProblem:
    """What the search is asked for a request, within these limits in place of its own.

    Raises `NotFound` for a cluster, pathway or occupation in the limits that is not known.
    """
    facts, area, person = resolved.facts, resolved.area, resolved.person
    goals, catalog = resolved.goals, resolved.catalog
    limits = limits_meant(resolved.request.goal, limits)
    is_allowed = allowed_rows(catalog, limits)
    is_allowed &= stepping_stones(facts, area, goals)
    goal_program: Flags = np.zeros(len(is_allowed), dtype=np.bool_)
    in_field = 0
    is_few = has_few_goals(goals)
    if is_few:
        goal_program = np.asarray(facts.common_program[:, goals.rows].all(axis=1))
        if all(person.programs & facts.programs[row] for row in goals.rows):
            in_field = int(person.level)
        recognition = resolved.recognition
        if (
            recognition is not None
            and recognition.refused[np.isin(facts.ways.row, goals.rows)].any()
        ):
            in_field = 0
    brought, credentials = resolved.brought, person.credentials
    license_months, license_usd = credentials.terms(facts, area)
    return RoutingProblem(
        facts=facts,
        area=area,
        study=resolved.study,
        person=person,
        is_goal=goals.is_goal,
        is_allowed=is_allowed,
        is_start_target=start_targets(facts, goals.is_goal, person.row, brought, int(person.level)),
        goal_program=goal_program,
        brought=brought,
        holds_license=person.holds_license,
        license_months=license_months,
        license_usd=license_usd,
        proof=prove(catalog, facts, credentials.proven),
        recognition=resolved.recognition,
        goal_floor=_goal_floor(goals),
        moves_state=person.moves_state and bool(goals.is_goal[person.row]),
        start_in_goal_field=in_field,
        carried=goals.carried if goals.carried.size else np.zeros(len(is_allowed)),
        is_near=goals.is_near if goals.is_near.size else goals.is_goal,
        is_one_front=is_few,
        limits=limits,
    )


def _goal_floor(goals: GoalSet) -> int:
    """The least schooling that the credential a goal's title names asks; 0 where none does."""
    asked = goals.credential.education if goals.credential else ""
    return int(EducationLevel[asked.upper()]) if asked else 0

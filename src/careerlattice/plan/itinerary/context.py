"""What working a route out in full needs besides the route."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Occupation
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import Pay
from careerlattice.plan.facts.occupations import occupation_at
from careerlattice.plan.facts.pay_line import PayLine, flat_line
from careerlattice.plan.itinerary.local_offers import LocalOffers
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.entry import Entry, EntryCondition
from careerlattice.requirements.requirements import open_requirements

if TYPE_CHECKING:
    from careerlattice.content.credential_titles import CredentialTitle


class Pace(Enum):
    """How schooling is studied: full time, beside the job held, or part time without one."""

    FULL = "full time"
    BESIDE = "beside the job held"
    PART = "part time, without a job"


@dataclass(frozen=True)
class PlanContext:
    """The release, the problem, its place with what it offers, and the person's interest fit.

    `interest_fit` has shape (occupations,), nan where unpublished; none without interests.
    """

    catalog: Catalog
    arrays: LatticeArrays
    offers: LocalOffers
    problem: RoutingProblem
    place: Area
    sector: str
    interest_fit: NDArray[np.float64] | None
    credential: CredentialTitle | None = None

    def entry(self, row: int) -> Entry:
        """What it takes to enter an occupation in the place."""
        code = self.catalog.codes[row]
        return open_requirements(self.catalog).get_entry(code, self.place.state)

    def way_of(self, leg: Leg) -> EntryCondition:
        """The entry condition that a leg meets."""
        number = int(self.problem.facts.ways.number[leg.way])
        return next(way for way in self.entry(leg.row).conditions if way.number == number)

    def pace_of(self, leg: Leg) -> Pace:
        """How what is studied first on a leg is studied.

        Before a term served that is the high school equivalency, for which no one leaves a job.
        """
        is_served = leg.mode is Mode.APPRENTICE
        if leg.origin >= 0 and (is_served or leg.mode in (Mode.PART, Mode.MIXED)):
            return Pace.BESIDE
        is_wished = is_served and self.problem.limits.study == "part"
        return Pace.PART if is_wished or leg.mode is Mode.PART else Pace.FULL

    def cite(self, source: str) -> str:
        """The publisher's edition that a figure comes from."""
        return self.catalog.release.source(source).citation

    def occupation(self, row: int) -> Occupation:
        """The occupation at a place of the arrays."""
        return occupation_at(self.catalog, row)

    def job_line(self, row: int) -> PayLine:
        """Pay of an occupation in the area; of the job held as the person has it."""
        area, person = self.problem.area, self.problem.person
        if row == person.row and person.line is not None:
            return person.line
        if np.isnan(area.pay50[row]):
            return flat_line(person.stay_pay)
        return area.pay_line(row)

    def goal_line(self, row: int) -> PayLine:
        """Pay of the occupation of the goal in the area, though it be held in another state."""
        area = self.problem.area
        return self.job_line(row) if np.isnan(area.pay50[row]) else area.pay_line(row)

    def pay_line(self, row: int) -> PayLine | None:
        """The same; none without a job (-1)."""
        return None if row < 0 else self.job_line(row)

    def shown_pay(self, row: int, least_usd: float = 0.0) -> Pay:
        """Pay of an occupation as shown, or of the one whose pay stands for it, and the area's.

        `least_usd` is what it pays at least to who has risen to it.
        """
        vectors = self.catalog.pay_vectors(self.place)
        start = float(self.problem.area.starting_pay[row])
        if self.problem.moves_state and row == self.problem.person.row:
            # Who takes the same job elsewhere is no beginner in it.
            start = np.nan
        row = int(self.problem.facts.pay_of[row])
        level = int(vectors.level[row])
        if level < 0:
            return Pay(p25=None, p50=None, p75=None, area="", is_hourly=False)
        areas = self.catalog.areas
        names = {0: self.place.name, 2: areas.nation.name}
        if level == 1:
            names[1] = areas.of_state(self.place.state or "").name
        return Pay(
            p25=float(vectors.p25[row]),
            p50=float(vectors.p50[row]),
            p75=float(vectors.p75[row]),
            area=names[level],
            is_hourly=bool(vectors.is_hourly[row]),
            start=None if np.isnan(start) else max(start, least_usd),
        )

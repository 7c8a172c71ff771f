"""What working a route out in full needs besides the route."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Occupation
from careerlattice.content.entry_pay import EntryFigure, entry_figure_of, share_schedule
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import Pay
from careerlattice.plan.facts.occupations import occupation_at
from careerlattice.plan.facts.pay_line import BEGINNER, EntryPay, PayLine, flat_line
from careerlattice.plan.itinerary.local_offers import LocalOffers
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.entry import Entry, EntryCondition
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode

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
    `typed_goal` is what was typed for the goal.
    """

    catalog: Catalog
    arrays: LatticeArrays
    offers: LocalOffers
    problem: RoutingProblem
    place: Area
    sector: str
    interest_fit: NDArray[np.float64] | None
    credential: CredentialTitle | None = None
    typed_goal: str = ""

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

    def credential_at(self, row: int) -> CredentialTitle | None:
        """The credential that the goal's title names and that is earned in the job; else none."""
        named = self.credential
        if named is None or not named.is_in_plan or not self.problem.is_goal[row]:
            return None
        return named

    def entry_figure(self, row: int) -> EntryFigure | None:
        """What people are known to earn to begin with, beside the survey's figures."""
        typed = self.typed_goal if self.problem.is_goal[row] else ""
        return entry_figure_of(str(self.catalog.codes[row]), typed)

    def share_schedule(self, row: int, other: int) -> bool:
        """Whether one salary schedule of years and degrees pays both."""
        return share_schedule(str(self.catalog.codes[row]), str(self.catalog.codes[other]))

    def group_of(self, row: int) -> str:
        """The line whose pay is that of a specialty, too; empty where pay is the occupation's."""
        figure = self.entry_figure(row)
        if figure is not None and figure.titles:
            return self.occupation(row).title
        facts = self.problem.facts
        if facts.has_own_figures[row] or facts.pay_of[row] != row:
            return ""
        return self.line_title(row)

    def line_title(self, row: int) -> str:
        """The line of the SOC that a specialty is one of; empty for a line itself."""
        whole = self.catalog.row_of.get(OnetSocCode(f"{self.catalog.codes[row].soc}.00"), row)
        return self.occupation(whole).title if whole != row else ""

    def shown_pay(self, row: int, entered: EntryPay = BEGINNER) -> Pay:
        """Pay of an occupation as shown, or of the one whose pay stands for it, and the area's.

        `entered` is what it pays to who takes it so.
        """
        vectors = self.catalog.pay_vectors(self.place)
        start, group = float(self.problem.area.starting_pay[row]), self.group_of(row)
        if self.problem.moves_state and row == self.problem.person.row:
            # Who takes the same job elsewhere is no beginner in it.
            start = np.nan
        figure = self.entry_figure(row)
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
            start=None if np.isnan(start) else entered.start(start),
            is_risen=bool(entered.least_usd > start) and figure is None,
            group=group,
            start_of="" if figure is None else f"{figure.who} ({figure.cite})",
        )

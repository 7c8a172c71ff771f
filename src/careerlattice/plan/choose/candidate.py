"""A route with what choosing needs, and what a filter keeps and drops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf
from typing import Generic, TypeVar

from careerlattice.plan.answer import PlanName, Rule
from careerlattice.plan.parameters import JOB_CHANGE_EFFORT, STAY_MONTHS
from careerlattice.plan.search.encoding import NO_SPARE, Mode
from careerlattice.plan.search.routes import Route
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class Candidate:
    """A route with what choosing needs.

    `gain` at the horizon in dollars, `share_open` of the goal's jobs, interest `fit`, `openings` a
    year of the goal, how far work and schooling `carried` over to it, whether it is entered by its
    usual door (`is_usual`), whether it studies for a job in between that the goal does not ask
    for (`is_detour`), whether it climbs the goal's own ladder (`is_ladder`), whether it ends
    in the part of the goal's work that needs no license (`is_unlicensed`), whether its gain is
    known, the months it usually takes, and `travel`: the mean logarithm of the likelihood of its
    moves, none where the route has no job in between. `hardest` is the likelihood of the rarest
    move that nothing on the route prepares (1 where there is none), `is_idle_step`: a job on the
    way pays less than the one before and teaches nothing the goal asks. `leaves_long_work`: a
    person of many years of work leaves their job for a degree, `repeats_degree`: who holds a
    bachelor's or more studies for another bachelor's. `lead` are the months that the goal asks of
    the last job on the way: 0 without one, few for a job that feeds it directly, infinite where no
    rule names the step; `asks_work`: the way in taken asks work before. Of an outcome, `is_near`:
    the goal is among those nearest to the person, `is_close`: people go on to it from their work,
    or it is of their field, `is_step_up`: it climbs from the job held, `is_own_profession`: it ends
    in what they were trained as abroad, `is_apprenticeship`: it serves one that is the trade's
    usual door, `is_apprenticed`: it serves one at all, `is_own_field`: a degree held is in the
    field of the work. `told` is the share who make the rarest move told beside the plan,
    `is_long_study`: it asks a year of school or an apprenticeship.
    """

    route: Route
    gain: float
    share_open: float
    fit: float | None
    openings: float
    travel: float | None
    carried: float = 0.0
    is_usual: bool = False
    is_ladder: bool = False
    is_unlicensed: bool = False
    is_gain_told: bool = True
    months_usual: float = 0.0
    is_detour: bool = False
    hardest: float = 1.0
    is_idle_step: bool = False
    leaves_long_work: bool = False
    repeats_degree: bool = False
    lead: float = 0.0
    asks_work: bool = False
    is_near: bool = True
    is_close: bool = True
    is_step_up: bool = False
    is_own_profession: bool = False
    is_apprenticeship: bool = False
    is_apprenticed: bool = False
    is_own_field: bool = False
    is_long_study: bool = False
    told: float = 1.0

    @property
    def goal(self) -> int:
        """The occupation it ends in."""
        return self.route.goal

    @property
    def costs(self) -> tuple[int, ...]:
        """Costs in the search's units, its months those that people usually take."""
        best, *others = self.route.costs
        return (max(best, ceil(self.months_usual - NO_SPARE)), *others)

    @property
    def job_changes(self) -> int:
        """How many jobs are taken."""
        return len(self.route.legs)

    @property
    def is_over_jobs(self) -> bool:
        """Whether there is a job on the way."""
        return self.job_changes > 1

    @property
    def is_over_neighbor(self) -> bool:
        """Whether the last job on the way stands beside the goal: no rule names the step."""
        return self.lead == inf

    def feeds_better(self, other: Candidate) -> bool:
        """Whether its last job on the way feeds the goal clearly more directly than another's."""
        return self.is_over_jobs and self.lead <= other.lead - STAY_MONTHS.value

    def skips_job_of(self, other: Candidate) -> bool:
        """Whether it enters as another does that adds jobs: the work held meets what is asked."""
        way, its_way = self.route.legs[-1].way, other.route.legs[-1].way
        return self.job_changes < other.job_changes and way == its_way and other.asks_work

    @property
    def keeps_job(self) -> bool:
        """Whether what comes before a day program, or a whole degree, is studied beside a job."""
        return self.is_beside_job or any(leg.mode is Mode.MIXED for leg in self.route.legs)

    @property
    def is_beside_job(self) -> bool:
        """Whether a bachelor's or more is earned beside the job held, and none by leaving it."""
        legs = self.route.legs
        keeps = not any(leg.mode is Mode.FULL and leg.origin >= 0 for leg in legs)
        return keeps and any(leg.level >= EducationLevel.BACHELOR for leg in legs)

    @property
    def is_first(self) -> bool:
        """Whether it leads from no job straight to the goal as a first one."""
        return len(self.route.legs) == 1 and self.route.legs[0].origin < 0

    @property
    def is_direct(self) -> bool:
        """Whether the job is taken as one is, without study, course or term."""
        return all(
            leg.level == 0 and leg.course == 0 and leg.mode is Mode.NONE for leg in self.route.legs
        )

    @property
    def effort(self) -> float:
        """Difficulty, with what each job change adds by itself."""
        return self.route.difficulty + JOB_CHANGE_EFFORT.value * self.job_changes


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen candidate and the names it earned."""

    candidate: Candidate
    names: tuple[PlanName, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A route not shown, the rule that dropped it, and the route that beat it if one did."""

    route: Route
    rule: Rule
    beaten_by: Route | None = None


Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Filtered(Generic[Kept]):
    """What a filter keeps, in order, and what it drops with the reason."""

    kept: Sequence[Kept]
    dropped: tuple[Dropped, ...]

"""A checker of plans that shares no code with the planner.

It reads the published tables, the lattice's arrays and the answer as it is told to people: do the
steps follow one another, do times, prices and sums add up, do the limits hold, is the goal reached
over jobs that people take? What a job asks is read beside it, in `entry_checker.py`. The rules are
those of `docs/methods/plans.md`, written a second time. `Checker.check` gives the violations as
sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import polars as pl

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.answer import Aim, NoteKind, NoticeKind, Plan, PlanAnswer, Step, Task
from careerlattice.requirements.entry import Door, Entry
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.states import find_state

# Figures of docs/methods/plans.md.
SEARCH, VACANCY, PART_TIME, GRADUATE = 2.0, 6.0, 2.0, 1.5
GED = (6.0, 150.0)
SELDOM_MADE, FEWEST_OPENINGS, WIDELY = 0.002, 2_000, 0.1
FEW_OPEN, MOST_TO_OUTCOME, DEAR_EASE, PAID_ALIKE = 0.35, 2, 150_000, 0.93
OPEN_ON_THE_WAY, SHORT_LADDER = 0.1, 0.6
DEAR_BALANCE = 75_000
SMALL_GOAL = 3
CENT = 0.011
# One path is told by its figures rounded; a dollar is a rounding.
DOLLAR = 1.0

HS, CERT, SOME, ASSOC, BACH, POSTBACC, MASTER, POSTMASTER, PROF, DOC = range(2, 12)
NAMES = {
    CERT: "certificate", ASSOC: "associate", BACH: "bachelor",
    POSTBACC: "postbaccalaureate-certificate", MASTER: "master",
    POSTMASTER: "graduate-certificate", PROF: "professional", DOC: "doctoral",
}  # fmt: skip
NO_PLANS = {"NO_WAY_IN_LIMITS", "UNREACHABLE", "ALREADY_THERE", "GOAL_EMPTY"}


@dataclass
class Walk:
    """Where a person stands while a plan is walked."""

    job: int
    level: int
    month: float = 0.0
    has_quit: bool = False
    is_prepared: bool = False
    studies: int = 0
    worked: float = 0.0
    studied_beside: float = 0.0
    has_searched: bool = False
    is_licensed: bool = False
    is_serving: bool = False
    left_for_ged: bool = False
    unpaid: float = 0.0
    odds_of: list[float] = field(default_factory=list)


class Checker:
    """Facts read from the tables once, and the walk over plans."""

    def __init__(self, catalog: Catalog, arrays: LatticeArrays) -> None:
        self.catalog, self.arrays = catalog, arrays
        self.requirements = open_requirements(catalog)
        release = catalog.release
        self.codes = [str(code) for code in catalog.codes]
        self.row = {code: i for i, code in enumerate(self.codes)}
        self.prices = {
            (row["field"], row["sector"], row["credential"]): row
            for row in release.table("tuition").iter_rows(named=True)
        }
        self.lengths = {
            (row["field"], row["credential"]): row
            for row in release.table("credential_lengths").iter_rows(named=True)
        }
        links = release.table("wage_links")
        self.aggregate = dict(links.select("soc_code", "is_aggregate").rows())
        self.memberships: dict[str, set[str]] = {}
        for row in release.table("pathway_occupations").iter_rows(named=True):
            self.memberships.setdefault(row["pathway_id"], set()).add(row["onet_soc_code"])
        self._ladders: dict[str, list[set[str]]] = {}
        self.state: str | None = None

    def entry(self, row: int) -> Entry:
        """What an occupation asks in the state of the answer."""
        return self.requirements.get_entry(self.catalog.codes[row], self.state)

    # --- an answer --------------------------------------------------------------------------

    def check(self, answer: PlanAnswer) -> list[str]:
        """All violations of an answer, as sentences."""
        found: list[str] = []
        self.state = self._area(answer).state
        if not answer.plans and not {n.kind.name for n in answer.notices} & NO_PLANS:
            found.append("no plans and no word why")
        if len(answer.plans) > 7:
            found.append(f"{len(answer.plans)} plans are shown")
        if answer.search.shown != len(answer.plans):
            found.append("the report counts other plans than there are")
        for plan in answer.plans:
            found += [f"{plan.id}: {text}" for text in self._plan(answer, plan)]
            found += [f"{plan.id}: {text}" for text in self._named(answer, plan)]
        found += self._plain(answer)
        keys = [
            (tuple(str(o.code) for o in plan.route), plan.months, plan.cost_usd,
             tuple((s.task, s.credential) for s in plan.steps))
            for plan in answer.plans
        ]  # fmt: skip
        if len(set(keys)) != len(keys):
            found.append("two plans are the same")
        return found

    def _plan(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        request = answer.request
        walk = Walk(self._start_row(answer), int(answer.start.level))
        # What was studied or worked in before the present job prepares for the first change.
        begun = answer.request.start
        walk.is_prepared = bool(begun.licenses or begun.trained_abroad or begun.field or begun.past)
        for step in plan.steps:
            yield from self._step(answer, walk, step)
        arrivals = [step for step in plan.steps if step.task is Task.ARRIVE]
        entered = [str(step.occupation.code) for step in arrivals if step.occupation]
        codes = [str(occupation.code) for occupation in plan.route]
        if entered != codes[1 if request.start.job is not None else 0 :]:
            yield "the route is not that of the steps"
        # A credential that the goal's title names is earned in the job, after all else.
        rest = [step for step in plan.steps if step.task is not Task.CREDENTIAL_IN_JOB]
        if plan.later and plan.steps[-1].task is not Task.CREDENTIAL_IN_JOB:
            yield "the credential of the title does not come last"
        if not rest or rest[-1].task is not Task.ARRIVE:
            yield "the plan does not end in a job"
            return
        if plan.job_changes != len(arrivals):
            yield "job changes are miscounted"
        if len(arrivals) > request.limits.max_job_changes:
            yield "too many job changes"
        if len(set(entered)) != len(entered):
            yield "an occupation is entered twice"
        yield from self._sums(answer, plan, walk, arrivals)
        yield from self._goal(answer, entered)
        yield from self._money(answer, plan)
        yield from self._begun(answer, plan)
        yield from self._paid(answer, plan, walk)
        told = plan.confidence.likelihood
        if bool(plan.confidence.origin) is not bool(walk.odds_of):
            yield "odds are told of a change that is prepared, or not told of one that is not"
        elif walk.odds_of and abs(told - min(walk.odds_of)) > 1e-6:
            yield f"odds of {told} are told of changes that {walk.odds_of} make"

    def _paid(self, answer: PlanAnswer, plan: Plan, walk: Walk) -> Iterator[str]:
        """Who keeps the job while searching or studying beside it forgoes nothing."""
        if answer.request.start.job is None or plan.job_changes != 1:
            return
        stay = plan.money.stay_pay_usd
        if any(step.task in (Task.APPRENTICESHIP, Task.LEARN_TRADE, Task.PRACTICE,
                             Task.RECOGNITION_PRACTICE)
               or (step.task is Task.COURSE and step.pay_usd is not None)
               for step in plan.steps):  # fmt: skip
            return
        lost = walk.unpaid / 12 * stay
        # Pay rises with the years; months are whole in the money's table.
        if plan.forgone_usd < 0.95 * (lost - stay / 12) - DOLLAR:
            yield f"forgoes {plan.forgone_usd} in {walk.unpaid} months without pay of {stay}"
        if not walk.unpaid and plan.forgone_usd > 0.02 * stay * (1 + plan.months_usual / 12):
            yield f"forgoes {plan.forgone_usd} though paid all the time"

    # --- names ------------------------------------------------------------------------------

    def _named(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        """What plans are called is true of them among those shown."""
        shown, is_one = answer.plans, not self._leads_to_many(answer)
        quickest = usual = min(one.months_usual for one in shown)
        if plan.has_name(Aim.FASTEST) and plan.months_usual > usual + 1:
            yield f"is called fastest and takes {plan.months_usual} months of {usual}"
        if plan.has_name(Aim.LOWEST_COST) and plan.cost_usd > min(p.cost_usd for p in shown) + 1:
            yield "is called cheapest and is not"
        soon = max(2 * quickest, quickest + (36 if is_one else 60))
        gains = [p.money.gain_npv for p in shown if p.months_usual <= soon - 1] or [-float("inf")]
        if plan.has_name(Aim.EASIEST) and plan.money.gain_npv < max(gains) - DEAR_EASE - DOLLAR:
            yield f"is called easiest and gains {plan.money.gain_npv} of {max(gains)}"
        if plan.has_name(Aim.HIGHEST_EARNINGS) and not plan.money.is_told:
            yield "is called best earning and its gain is not known"
        enough = [p for p in shown if p.share_open >= FEW_OPEN] or shown
        quickest = min(one.months_usual for one in enough)
        sure = max(1.5 * quickest, quickest + (12 if is_one else 30))
        able = [p for p in shown if p.months_usual <= sure - 1]
        is_named = answer.request.goal.occupation is not None
        longest = max(1.5 * quickest, quickest + (12 if is_named else 30))
        if plan.has_name(Aim.BALANCED):
            # What loses money is held against all that open some jobs.
            some = [p for p in shown if p.share_open >= OPEN_ON_THE_WAY] or shown
            losing = self._losing(some, quickest) if is_one else set()
            fair = min((one.months_usual for one in enough if one.id not in losing), default=0)
            longest = max(longest, 1.5 * fair)
            if plan.months_usual > longest + 1 and not all(
                p.id in losing for p in able if p in enough
            ):
                yield f"is called balanced and takes {plan.months_usual} months of {quickest}"
            is_short_ladder = (
                plan.share_open >= OPEN_ON_THE_WAY
                and plan.job_changes > 1
                and plan.months_usual <= SHORT_LADDER * quickest + 1
            )
            some_open = any(p.share_open >= FEW_OPEN for p in able if p.id not in losing)
            if plan.share_open < FEW_OPEN and some_open and not is_short_ladder:
                yield f"is called balanced and opens {plan.share_open:.2f} of the jobs"
        if plan.has_name(Aim.USUAL_WAY):
            yield from self._usual(answer, plan)

    @staticmethod
    def _losing(shown: Sequence[Plan], quickest: float) -> set[str]:
        """The plans that lose money, far more of it than another that is soon enough."""
        soon = [p for p in shown if p.months_usual <= max(2 * quickest, quickest + 60) + 1]
        most = max(p.money.gain_npv for p in soon)
        return {p.id for p in shown if p.money.gain_npv < min(0.0, most - DEAR_BALANCE) + DOLLAR}

    def _usual(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        """The usual way has a job before it only where the usual door asks work or a rank."""
        door = self.entry(self.row[str(plan.route[-1].code)]).conditions[0]
        asks_work = door.promotion is not None or (
            door.experience is not None and door.experience.months > 0
        )
        if plan.job_changes > (2 if asks_work else 1):
            yield f"is called the usual way and has {plan.job_changes} job changes"
        last = [step for step in plan.steps if step.occupation == plan.route[-1]]
        tasks = {step.task for step in last}
        # Who has papers has served it, here or abroad.
        start = answer.request.start
        is_served = bool(start.licenses or start.trained_abroad)
        is_apprentice = Task.APPRENTICESHIP in tasks
        if (door.apprenticeship is not None) is not is_apprentice and not is_served:
            yield "is called the usual way and is not through the usual door"
        if door.promotion is not None and Task.FIND_JOB in tasks and Task.STUDY not in tasks:
            yield "is called the usual way and looks for a job that is filled from within"

    def _leads_to_many(self, answer: PlanAnswer) -> bool:
        """Whether each plan leads to another of many occupations; three or fewer are one goal."""
        if answer.request.goal.occupation is not None or not answer.plans:
            return False
        ends = [plan.route[-1].code for plan in answer.plans]
        if len(ends) <= SMALL_GOAL:
            # So few ways may be those to a goal of few occupations.
            return False
        return len(set(ends)) == len(ends)

    def _plain(self, answer: PlanAnswer) -> Iterator[str]:
        """Who names no occupation is proposed no chains of jobs, closed doors or dear schooling."""
        goal = answer.request.goal
        if not self._leads_to_many(answer):
            return
        most = math.inf if goal.min_pay_usd is None else goal.min_pay_usd
        plain = [
            plan.job_changes <= MOST_TO_OUTCOME
            and plan.share_open >= FEW_OPEN
            and plan.cost_usd <= most + 100
            for plan in answer.plans
            # The next rung of one's own line is shown with the few jobs that are open.
            if not plan.has_name(Aim.STEP_UP)
        ]
        if any(plain) and not all(plain):
            yield "plain ways and others are shown for an outcome"

    def _begun(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        """What to do this week, how sure it is, and that pay now is one figure throughout."""
        first, *rest = plan.steps
        if not plan.how_sure:
            yield "how sure it is is not told"
        if not (first.first_do and first.first_url.startswith("http")):
            yield "nothing to do this week"
        if any(step.first_do for step in rest):
            yield "what to do this week stands on a later step"
        start, stay = answer.request.start, plan.money.stay_pay_usd
        if start.pay_usd is not None and abs(stay - start.pay_usd) > CENT:
            yield f"staying put pays {stay}, not {start.pay_usd}"
        is_study = first.task is Task.STUDY and first.is_beside_work
        is_at_work = start.job is not None and (first.task is Task.KEEP_WORKING or is_study)
        if is_at_work and first.pay_usd is not None and abs(first.pay_usd - stay) > CENT:
            yield f"{first.title}: earns {first.pay_usd} where staying put pays {stay}"

    # --- a step -----------------------------------------------------------------------------

    def _step(self, answer: PlanAnswer, walk: Walk, step: Step) -> Iterator[str]:
        if step.occupation is None:
            yield f"{step.title}: names no occupation"
            return
        checks = {
            Task.STUDY: self._study, Task.COURSE: self._course,
            Task.PREREQUISITES: self._prerequisites, Task.WORK: self._work,
            Task.KEEP_WORKING: self._work, Task.FIND_JOB: self._search,
            Task.FIND_APPRENTICESHIP: self._search, Task.APPRENTICESHIP: self._term,
            Task.PERMIT: self._permit, Task.SEEK_PROMOTION: self._wait, Task.LICENSE: self._license,
            Task.FEDERAL_LICENSE: self._license, Task.LICENSE_IN_JOB: self._license_in_job,
            Task.CERTIFICATION: self._license, Task.CERTIFICATION_IN_JOB: self._license_in_job,
            Task.LEARN_TRADE: self._term, Task.PRACTICE: self._practice, Task.ARRIVE: self._arrive,
            Task.COMPACT: self._brought, Task.ENDORSEMENT: self._brought,
            Task.RECOGNITION: self._recognized, Task.RECOGNITION_STUDY: self._recognized,
            Task.RECOGNITION_PRACTICE: self._recognized,
        }  # fmt: skip
        found = []
        if abs(step.start_month - walk.month) > 1e-6:
            found.append(f"begins in month {step.start_month}, not {walk.month}")
        if step.months < 0 or step.months_usual < step.months - 1e-9:
            found.append("months do not fit")
        if not step.cost_low_usd <= step.cost_usd <= step.cost_high_usd:
            found.append("the price is outside its range")
        walk.month = step.start_month + step.months
        if step.task in checks:
            found += checks[step.task](answer, walk, step, self.row[step.occupation.code])
        if step.task is not Task.ARRIVE and step.needs:
            found.append("needs stand on the wrong step")
        if not step.sources:
            found.append("names no source")
        yield from (f"{step.title}: {text}" for text in found)

    def _study(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        limits = answer.request.limits
        if step.credential is None:
            yield "earns nothing"
            return
        level, beside = int(step.credential), step.is_beside_work
        is_ged_beside = level == HS and beside and limits.study == "full"
        if (
            limits.study not in ("any", "part" if beside or step.is_part_time else "full")
            and not is_ged_beside
        ):
            yield "studied in a way the person cannot"
        if beside and (walk.job < 0 or walk.has_quit):
            yield "beside a job that is not there"
        if not beside and limits.min_pay_usd and limits.min_pay_usd > 0:
            yield "no pay while a lowest pay is set"
        if limits.max_credential is not None and level > limits.max_credential:
            yield "above the highest credential"
        if level > HS and walk.level < HS:
            yield "without a high school diploma"
        if level == HS and walk.level >= HS:
            yield "already held"
        # Before a credential that is studied full time the GED is, too.
        walk.left_for_ged = level == HS and not beside and walk.job >= 0 and limits.study != "full"
        if any(note.kind is NoteKind.OWN_PROGRAM for note in step.notes):
            yield from self._own_price(step, row)
        else:
            yield from self._table_price(answer, walk, step, row)
        yield from self._schools(answer, step, level)
        walk.level = max(walk.level, level)
        walk.is_prepared, walk.studies = True, walk.studies + 1
        if beside and step.pay_usd is None:
            yield "pay meanwhile is missing"
        walk.has_quit = walk.has_quit or not beside
        if beside:
            walk.studied_beside += step.months
        else:
            walk.unpaid += step.months_usual

    def _own_price(self, step: Step, row: int) -> Iterator[str]:
        """The price of a way's own program: of as much of it as is studied."""
        entry = self.entry(row)
        studies = [way.study for way in entry.conditions if way.study is not None]
        owns = [own for own in studies if own.credential == step.credential and own.months]
        beside = GRADUATE if int(step.credential or 0) > BACH else PART_TIME
        months = step.months / (beside if step.is_beside_work or step.is_part_time else 1)
        spans = [
            (own.usd.middle * (months - 1) / own.months.low, own.usd.middle)
            for own in owns
            if own.usd is not None and own.months is not None
        ]
        is_priced = any(low - 1 <= step.cost_usd <= high + 1 for low, high in spans)
        if len(spans) == len(owns) and not is_priced:
            yield f"${step.cost_usd} is not the program's price"

    def _table_price(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        level = int(step.credential or 0)
        factor = PART_TIME if step.is_beside_work or step.is_part_time else 1.0
        if level == HS:
            if (step.months, step.cost_usd) != (GED[0] * factor, GED[1]):
                yield "is not the GED's time and price"
            return
        if level in (POSTBACC, MASTER, PROF, DOC) and walk.level < BACH:
            yield "without a bachelor's degree"
        if level == POSTMASTER and walk.level < MASTER:
            yield "without a master's degree"
        priced = self.requirements.priced_fields
        possible = set()
        for name in ("any", priced.names[priced.of[row]]):
            price = self.prices.get((name, _schools_of(answer), NAMES[level]))
            length = self.lengths.get((name, NAMES[level]), self.lengths["any", NAMES[level]])
            if price is None:
                continue
            years = float(length["school_years"])
            for in_field in range(level):
                credit = min(_credit(level, walk.level, in_field), years - 0.5)
                months = math.ceil(length["full_time_months"] * (1 - credit / years))
                usd = round(price["typical_usd"] * (years - credit))
                if level == BACH and _is_begun_at_college(answer):
                    college = self.prices["any", "public", "associate"]["typical_usd"]
                    begun = max(0.0, 2.0 - credit)
                    usd = round(college * begun + price["typical_usd"] * (years - credit - begun))
                once = 0 if in_field >= CERT else price["once_typical_usd"]
                longer = {factor}
                if factor > 1 and level > BACH and walk.level >= BACH:
                    longer = {GRADUATE, factor}
                possible |= {(math.ceil(months * one), usd + once) for one in longer}
        if (step.months, step.cost_usd) not in possible:
            yield f"{step.months} months and ${step.cost_usd} are none of {sorted(possible)}"
        if not step.cost_low_usd < step.cost_high_usd:
            yield "no range of prices"

    def _schools(self, answer: PlanAnswer, step: Step, level: int) -> Iterator[str]:
        state = self._area(answer).state
        for school in step.schools:
            if state is not None and school.state != state:
                yield f"{school.school} is not in {state}"
            if school.credential != NAMES.get(level):
                yield f"{school.school} teaches something else"
            if not school.url:
                yield "a school without its page"
        order = [_schools_of(answer), "public", "private nonprofit", "private for-profit"]
        ranks = [order.index(school.control) for school in step.schools if school.completers]
        if ranks != sorted(ranks):
            yield "schools whose prices do not count come first"
        if step.schools_in_all < len(step.schools):
            yield "schools are miscounted"

    def _course(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if not step.course:
            yield "the course has no name"
        ways = self.entry(row).conditions
        ways = tuple(way for way in ways if way.course and way.course.name == step.course)
        known = [way.course for way in ways if way.course]
        if not known:
            yield f"nobody asks the course ({step.course})"
        elif all(course.is_paid for course in known) or (
            walk.has_searched and any(course.is_paid for course in known)
        ):
            yield from self._paid_course(answer, walk, step, row)
            return
        else:
            spans = [course.usd for course in known if course.usd is not None]
            if spans and not any(abs(step.cost_usd - span.middle) <= CENT for span in spans):
                yield f"${step.cost_usd} is not the course's price"
        if any(course.is_in_job for course in known):
            if step.months or step.months_usual:
                yield "a course that is taken once hired is waited for"
            return
        if walk.has_searched and not any(way.search and way.search.is_first for way in ways):
            yield "a course is taken after the job is found"
        if step.is_beside_work and (walk.job < 0 or walk.has_quit):
            yield "beside a job that is not there"
        walk.has_quit = walk.has_quit or not step.is_beside_work
        walk.unpaid += 0.0 if step.is_beside_work else step.months_usual

    def _prerequisites(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        """Courses asked first of a degree in another field, at their own length and price."""
        entry = self.entry(row)
        known = [way.prerequisites for way in entry.conditions if way.prerequisites is not None]
        months = step.months / (PART_TIME if step.is_beside_work or step.is_part_time else 1)
        if not any(
            abs(months - one.months.low) < 1e-6
            and (one.usd is None or abs(step.cost_usd - one.usd.middle) <= CENT)
            for one in known
        ):
            yield f"{months:g} months and ${step.cost_usd} are no courses asked first"
        early = [way.from_degree for way in entry.conditions if way.prerequisites is not None]
        if walk.level < min((held or BACH for held in early), default=BACH):
            yield "are asked of who holds no degree"
        walk.has_quit = walk.has_quit or not step.is_beside_work
        walk.unpaid += 0.0 if step.is_beside_work else step.months_usual

    def _paid_course(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        """What the employer teaches costs nothing, and begins once hired, at starting pay."""
        # An opening to be promoted to has come by the time the rank is served.
        if not walk.has_searched and walk.worked < VACANCY:
            yield "the employer teaches before it hires"
        if step.cost_usd or step.cost_high_usd:
            yield f"costs ${step.cost_usd} though the employer pays"
        if step.is_beside_work:
            yield "is taught beside the job that is left"
        walk.unpaid += 0.0 if step.pay_usd else step.months_usual
        entry = self.entry(row)
        own = [way.course.pay for way in entry.conditions if way.course and way.course.pay]
        # A course of weeks pays six tenths of what beginners earn, an academy of months all.
        share = 0.6 if step.months < 2 else 1.0
        starting = own[0].middle if own else share * self._starting(answer, row)
        if not math.isnan(starting) and abs((step.pay_usd or 0.0) - starting) > CENT:
            yield f"is paid {step.pay_usd}, not {starting} as beginners are"

    def _starting(self, answer: PlanAnswer, row: int) -> float:
        """What beginners earn: halfway from the lowest tenth to the lower quarter."""
        pay, row = self.catalog.pay_vectors(self._area(answer)), self._paid_as(row)
        low, quarter = float(pay.p10[row]), float(pay.p25[row])
        return quarter if math.isnan(low) else (low + quarter) / 2

    def _work(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if row != walk.job:
            yield "works in a job not held"
        if walk.has_quit:
            yield "works after leaving the job"
        if step.pay_usd is None:
            yield "pay is missing"
        walk.worked += step.months

    def _search(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        scarce = [way.search.months.low for way in self.entry(row).conditions if way.search]
        if step.months not in {SEARCH, *(max(SEARCH, months) for months in scarce)}:
            yield "takes another time than a search"
        walk.has_searched = True
        # Who leaves for a short course comes back to the job; who leaves to study does not.
        has_left = walk.job < 0 or (walk.studies and not walk.studied_beside)
        walk.unpaid += step.months_usual if has_left else 0.0

    def _permit(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        """What has to be in hand first is what some way in asks, at its own time and price."""
        known = [one for way in self.entry(row).conditions for one in way.permits]
        terms = [(one.name, one.least, one.price) for one in known]
        if (step.license_name, step.months, step.cost_usd) not in terms:
            yield "is asked by no way in, or has another time or price"
        walk.unpaid += 0.0 if step.is_beside_work or walk.is_serving else step.months_usual

    def _wait(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        """An opening is waited for in the job, less the months worked in it for the rank."""
        if walk.job < 0 or walk.has_quit:
            yield "waits for a promotion without a job"
        ways = self.entry(row).conditions
        if not any(way.promotion for way in ways):
            yield "waits for a promotion to what is not filled from within"
        most = VACANCY - walk.worked
        least = max(most - walk.studied_beside, 0.0)
        if not max(least, 1e-9) <= step.months <= most + 1e-6:
            yield f"waits {step.months:g} months for an opening, not {least:g} to {most:g}"
        walk.has_searched = True

    def _license(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        walk.is_licensed = True
        if not step.cost_usd > 0:
            yield "costs no fee"
        is_idle = walk.has_quit or walk.job < 0
        if not step.is_beside_work and not (is_idle and not walk.is_serving):
            yield "is waited for without the job held"
        walk.unpaid += 0.0 if step.is_beside_work or walk.is_serving else step.months_usual

    def _brought(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        """A license of another state is brought by who holds one there, and costs its fee."""
        yield from self._license(answer, walk, step, row)
        said = [find_state(one.state) for one in answer.request.start.licenses if one.state]
        states = {state.postal for state in said if state is not None}
        here = self._area(answer).state
        if step.license_held_in and step.license_held_in not in states:
            yield f"brings a license of {step.license_held_in}"
        if step.license_held_in == here or not states - {here}:
            yield "brings a license from the state itself"
        if step.task is Task.COMPACT and (step.months or not step.license_held_in):
            yield "waits for a license that counts by a compact"
        if step.task is Task.ENDORSEMENT and step.months < 1:
            yield "gets a license of the state at once"
        if not any(note.kind is NoteKind.TRANSFER for note in step.notes):
            yield "does not say how the license comes to count"

    def _recognized(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        """Training from abroad is recognized beside the job, or apart from it."""
        if answer.request.start.trained_abroad is None:
            yield "has training recognized that was had here"
        if walk.has_searched or walk.studies:
            yield "training is recognized after it is used"
        is_apart = step.task is not Task.RECOGNITION
        if step.is_beside_work is is_apart and walk.job >= 0:
            yield "is beside a job, or apart from it, the wrong way"
        if not step.recognition or not step.notes:
            yield "does not say what is recognized, by whom"
        if step.is_beside_work and step.pay_usd is None:
            yield "pay meanwhile is missing"
        walk.is_licensed = True
        walk.unpaid += 0.0 if step.is_beside_work or step.pay_usd else step.months_usual

    def _license_in_job(
        self, answer: PlanAnswer, walk: Walk, step: Step, row: int
    ) -> Iterator[str]:
        if step.months or step.months_usual or step.cost_usd or step.cost_high_usd:
            yield "takes time or money though it is earned in the job"
        if not (walk.has_searched or walk.is_serving or walk.job >= 0):
            yield "comes before the job"
        if not any(note.kind is NoteKind.LICENSE_IN_JOB for note in step.notes):
            yield "does not say that it is earned in the job"

    def _term(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        limits, median = answer.request.limits, self._median(answer, row)
        if step.task is Task.APPRENTICESHIP and limits.study == "none":
            yield "the person does not want to study"
        if step.pay_usd is None or not 0 < step.pay_usd < median:
            yield f"{step.pay_usd} is not a learner's pay"
        if limits.min_pay_usd and not (step.pay_usd or 0) >= limits.min_pay_usd:
            yield "pays less than the lowest pay"
        walk.level, walk.has_quit, walk.is_prepared = max(walk.level, CERT), True, True
        walk.is_serving = True

    def _practice(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if not step.practice:
            yield "the practice has no name"
        if (step.pay_usd or 0) < (answer.request.limits.min_pay_usd or 0):
            yield "pays less than the lowest pay"
        walk.has_quit = walk.is_serving = True

    def _arrive(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        limits, median = answer.request.limits, self._median(answer, row)
        is_goal = self._is_goal(answer, row)
        if limits.min_pay_usd and not is_goal and not median >= limits.min_pay_usd:
            yield f"pays {median} on the way"
        if limits.within and self.codes[row] not in self._inside(limits.within):
            yield f"outside {limits.within}"
        if self.codes[row] in {str(self.catalog.get_occupation(x).code) for x in limits.avoid}:
            yield "to be avoided"
        if not is_goal:
            yield from self._on_the_way(answer, walk, row)
        if walk.left_for_ged:
            yield "the job is left for the GED"
        yield from self._told(walk, step, row, median)
        if walk.job >= 0 and not walk.studies and not walk.is_licensed:
            walk.odds_of.append(float(self.arrays.likelihood[walk.job, row]))
        walk.job, walk.has_quit, walk.is_prepared, walk.studies = row, False, False, 0
        walk.worked = walk.studied_beside = 0.0
        walk.has_searched = walk.is_serving = walk.is_licensed = walk.left_for_ged = False

    def _on_the_way(self, answer: PlanAnswer, walk: Walk, row: int) -> Iterator[str]:
        """A job on the way is one that people take, by a change that people make."""
        occupation = self.catalog.list_occupations()[row]
        openings = self.catalog.outlook_vectors.openings[row] * self._share(row)
        if occupation.is_military or not openings >= FEWEST_OPENINGS:
            yield "is no job to plan to pass through"
        if walk.job >= 0 and not walk.is_prepared:
            made = float(self.arrays.likelihood[walk.job, row])
            is_named = self.codes[row] in self._named_after(walk.job) or self._names(row, walk.job)
            if made < SELDOM_MADE and not is_named:
                yield f"a change that {made:.4f} make and no schooling prepares"
        if answer.request.goal.occupation is None:
            return
        goal = self.row[self.catalog.resolve(answer.request.goal.occupation).occupation.code]
        if self._is_rung(goal, row):
            return
        code = self.catalog.codes[row]
        if code.is_specialty or self.aggregate.get(code.soc, True):
            yield "has no pay and openings of its own"
        if self._median(answer, row) > self._median(answer, goal):
            yield "pays more than the goal"

    def _share(self, row: int) -> float:
        return float(self.catalog.outlook_vectors.share[row])

    def _beginnings(self, row: int, *, ladder: bool) -> list[tuple[str, ...]]:
        """Codes that the ways in name: ranks, licenses, helpers; and work that counts."""
        found = []
        over = self.requirements.get_entry(self.catalog.codes[row]).conditions
        for way in (*over, *self.entry(row).conditions):
            found.append(way.from_license)
            found.append(way.promotion.from_codes if way.promotion else ())
            found.append(tuple(way.apprenticeship.credit) if way.apprenticeship else ())
            if way.experience and not ladder:
                found.append(way.experience.from_codes)
        return found

    def _names(self, row: int, origin: int) -> bool:
        names = self._beginnings(row, ladder=False)
        return any(self.codes[origin].startswith(one) for codes in names for one in codes)

    def _is_rung(self, goal: int, row: int) -> bool:
        names = self._beginnings(goal, ladder=True)
        return any(self.codes[row].startswith(one) for codes in names for one in codes)

    def _named_after(self, origin: int) -> set[str]:
        entry = self.requirements.get_entry(self.catalog.codes[origin])
        return {str(step.code) for step in entry.next_steps}

    def _told(self, walk: Walk, step: Step, row: int, median: float) -> Iterator[str]:
        needs = {need.what: need for need in step.needs}
        if "education" not in needs:
            yield "education is not told"
        elif walk.studies and not needs["education"].missing:
            yield "study is planned but nothing is missing"
        elif not walk.studies and needs["education"].missing:
            yield "something is missing but no study planned"
        if any(not need.asked or not need.has for need in step.needs):
            yield "a need is told by half"
        if step.share_open is None or not 0 <= step.share_open <= 1 + 1e-9:
            yield f"{step.share_open} is no share of jobs"
        if step.pay is None:
            yield "pay is not told"
        elif not math.isnan(median) and step.pay.p50 != median:
            yield f"pay is {step.pay.p50}, not {median}"
        elif step.pay.p50 is not None and not step.pay.area:
            yield "whose pay it is is not told"
        yield from self._borrowed(step, row)
        openings = self.catalog.outlook_vectors.openings[row]
        if not math.isnan(openings) and step.openings_per_year != round(openings):
            yield "openings are not the published ones"
        if walk.job >= 0:
            if step.likelihood is None or step.ease is None or not step.move_kind:
                yield "how the move is made is not told"
            elif abs(step.likelihood - float(self.arrays.likelihood[walk.job, row])) > 1e-6:
                yield "the likelihood is another"

    def _borrowed(self, step: Step, row: int) -> Iterator[str]:
        """Pay of another occupation is told with its name."""
        other, titles = self._paid_as(row), self.catalog.list_occupations()
        told = [note for note in step.notes if note.kind is NoteKind.BORROWED_FIGURES]
        if other != row and [note.details["pay"] for note in told] != [titles[other].title]:
            yield f"does not say that its pay is that of {titles[other].title}"
        if other == row and any(note.details["pay"] for note in told):
            yield "says that its pay is another's"

    # --- sums, goal, money --------------------------------------------------------------------

    def _sums(
        self, answer: PlanAnswer, plan: Plan, walk: Walk, arrivals: list[Step]
    ) -> Iterator[str]:
        limits = answer.request.limits
        if abs(plan.months - walk.month) > 1e-6:
            yield f"months are {plan.months}, the steps' {walk.month}"
        for name in ("cost_usd", "cost_low_usd", "cost_high_usd"):
            total = sum(getattr(step, name) for step in plan.steps)
            if abs(getattr(plan, name) - total) > CENT:
                yield f"{name} is {getattr(plan, name)}, the steps' {total}"
        usual = sum(step.months_usual for step in plan.steps)
        if abs(plan.months_usual - max(usual, plan.months)) > 1e-6:
            yield "usual months do not add up"
        if limits.max_months is not None and plan.months > limits.max_months:
            yield f"takes {plan.months} months of {limits.max_months}"
        if limits.budget_usd is not None and plan.cost_usd > limits.budget_usd:
            yield f"costs {plan.cost_usd} of {limits.budget_usd}"
        if arrivals and arrivals[-1].share_open != plan.share_open:
            yield "the share of jobs is not the last step's"
        if not plan.names or not plan.reasons:
            yield "no name or reason"
        if plan.difficulty <= 0 or plan.forgone_usd < 0:
            yield "difficulty or earnings forgone make no sense"

    def _goal(self, answer: PlanAnswer, entered: list[str]) -> Iterator[str]:
        last = self.row[entered[-1]]
        if not self._is_goal(answer, last):
            yield f"ends in {entered[-1]}, which is not the goal"
        for code in entered[:-1]:
            if self._is_goal(answer, self.row[code]):
                yield f"passes the goal {code} on the way"

    def _is_goal(self, answer: PlanAnswer, row: int) -> bool:
        goal = answer.request.goal
        code = self.codes[row]
        if goal.occupation is not None:
            return code == str(self.catalog.get_occupation(goal.occupation).code)
        fits = True
        if goal.pathway is not None:
            fits &= code in self._pathway(goal.pathway)
            if goal.level is not None:
                fits &= code in self._rung(goal.pathway, goal.level)
        if goal.min_pay_usd is not None:
            fits &= self._median(answer, row) >= goal.min_pay_usd
            # An hour's pay is no year's.
            fits &= not self.catalog.pay_vectors(self._area(answer)).is_hourly[row]
        if goal.min_growth_pct is not None:
            fits &= float(self.catalog.outlook_vectors.growth_pct[row]) >= goal.min_growth_pct
        if goal.no_degree:
            ways = self.entry(row).conditions
            share = self.requirements.openness.open[row][SOME]
            fits &= min(way.floor for way in ways) <= SOME and float(share) >= 0.5
        return fits and row != self._start_row(answer)

    def _start_row(self, answer: PlanAnswer) -> int:
        job = answer.request.start.job
        if job is None:
            return -1
        return self.row[self.catalog.resolve(job.occupation).occupation.code]

    def _pathway(self, name: str) -> set[str]:
        return self.memberships.get(self.catalog.get_pathway(name).id, set())

    def _rung(self, pathway: str, level: str) -> set[str]:
        """The occupations a pathway's ladder shows at a level."""
        if pathway not in self._ladders:
            rungs = open_lattice(self.catalog).ladder(pathway).rungs
            self._ladders[pathway] = [{str(one.occupation.code) for one in rung} for rung in rungs]
        order = ("entry", "intermediate", "advanced", "expert")
        return self._ladders[pathway][order.index(level)]

    def _inside(self, names: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        pathways = self.catalog.release.table("pathways")
        clusters = self.catalog.release.table("clusters")
        for name in names:
            hit = clusters.filter((pl.col("name") == name) | (pl.col("cluster_id") == name))
            if hit.height:
                ids = pathways.filter(pl.col("cluster_id").is_in(hit["cluster_id"].implode()))
                for pathway in ids["pathway_id"]:
                    found |= self.memberships.get(pathway, set())
            else:
                found |= self._pathway(name)
        return found

    def _area(self, answer: PlanAnswer) -> Any:
        request = answer.request
        return self.catalog.get_area(request.metro or request.state)

    def _median(self, answer: PlanAnswer, row: int) -> float:
        return float(self.catalog.pay_vectors(self._area(answer)).p50[self._paid_as(row)])

    @cache  # noqa: B019
    def _paid_as(self, row: int) -> int:
        """Whose pay is an occupation's: a specialty above its line is paid like near work.

        Near work has figures and usually the schooling of its own, and is taught in the same series
        of programs.
        """
        code = self.catalog.codes[row]
        whole = self.row.get(f"{code.soc}.00")
        if not code.is_specialty or whole is None or self._least(row) <= self._usual_level(whole):
            return row
        near = self.arrays.nearness[row]
        alike = [
            other
            for other in np.argsort(-near, kind="stable")
            if near[other] >= PAID_ALIKE
            and not self.catalog.codes[other].is_specialty
            and not self.aggregate.get(self.catalog.codes[other].soc, True)
            and self._usual_level(int(other)) == self._usual_level(row)
            and self._series(row) & self._series(int(other))
        ]
        return int(alike[0]) if alike else row

    def _least(self, row: int) -> int:
        """The least schooling that a way in asks."""
        ways = self.entry(row).conditions
        return min(int(way.floor) for way in ways)

    def _usual_level(self, row: int) -> int:
        """The schooling people bring through the usual door."""
        door = self.entry(row).conditions[0]
        return max(int(door.usual), self._least(row))

    def _series(self, row: int) -> set[str]:
        """The series of programs that lead to an occupation."""
        # Which fields lead where is the nation's.
        ways = self.requirements.get_entry(self.catalog.codes[row], None).conditions
        doors = [way for way in ways if way.field.is_binding and way.programs]
        plain = [way for way in doors if not (way.promotion or way.door is Door.BRIDGE)]
        named = [cip for way in plain or doors or ways for cip in way.programs]
        return {cip[:5] for cip in named or self.requirements.fields_of_study.programs[row]}

    def _money(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        money, request = plan.money, answer.request
        years = request.horizon_years
        if years is None:
            quickest = min(one.months_usual for one in answer.plans)
            years = len(money.years)
            told = "HORIZON" in {notice.kind.name for notice in answer.notices}
            fitting = 10 if quickest <= 12 * 7 else min(45, math.ceil(quickest / 12) + 10)
            if told is not (years > 10) or years != fitting:
                yield f"the horizon of {years} years does not fit {quickest} months"
        if [year.year for year in money.years] != list(range(1, years + 1)):
            yield "the money's years are not the horizon's"
            return
        horizon = 12 * years
        tuition = sum(year.tuition for year in money.years)
        if plan.months_usual < horizon and abs(tuition - plan.cost_usd) > 0.5:
            yield f"tuition of {plan.cost_usd} is told as {tuition} over the years"
        if tuition > plan.cost_usd + 0.5:
            yield "more tuition than the plan costs"
        row = self.row[str(plan.route[-1].code)]
        pay, row = self.catalog.pay_vectors(self._area(answer)), self._paid_as(row)
        # Nor is a gain told of pay that is a wide group's.
        is_wide = bool(plan.pay_at_goal.group) and (
            bool(plan.pay_at_goal.start_of) or pay.p75[row] >= 1.7 * pay.p25[row]
        )
        if money.is_told is (bool(pay.is_hourly[row]) or is_wide):
            yield "a year's gain is told of work that is paid by the hour only, or the other way"
        if (money.gain_told is None) is money.is_told:
            yield "the gain is told though it is not known"
        if not math.isnan(pay.p50[row]):
            is_promoted = any(note.kind is NoteKind.PROMOTED for note in plan.steps[-1].notes)
            # Years of practice on a first license are paid as those are.
            is_promoted &= not any(step.task is Task.PRACTICE for step in plan.steps)
            start, held = plan.pay_at_goal.start, min(money.stay_pay_usd, pay.p75[row])
            if is_promoted and plan.job_changes == 1 and start and start < held - 1:
                yield f"is promoted from {money.stay_pay_usd} to {start}"
            for year in money.years:
                # Beginners may earn as little as the lowest tenth.
                if (year.year - 1) * 12 >= plan.months_usual and not (
                    pay.p10[row] - 1 <= year.earned <= pay.p75[row] + 1
                ):
                    yield f"year {year.year} earns {year.earned} at the goal"
        ahead = sum(year.earned - year.tuition - year.stay for year in money.years)
        if money.payback_month is None and ahead > 1 and money.gain_npv > 1:
            yield "is ahead in the end but never pays back"
        if money.payback_month is not None and (
            money.gain_npv < -1 or not 1 <= money.payback_month <= horizon
        ):
            yield "pays back but is behind in the end"
        if request.discount_rate == 0 and abs(ahead - money.gain_npv) > 1:
            yield "the gain is not the sum of the years"
        at = dict(money.gain_npv_at)
        if set(at) != {0.02, 0.05}:
            yield "the gain at 2 and 5 percent is missing"


def _credit(level: int, held: int, in_field: int) -> float:
    """School years of a credential that what is held counts for."""
    if level == ASSOC:
        if held >= BACH:
            return 1.0
        return 0.5 if in_field >= CERT or held >= SOME else 0.0
    if level == BACH:
        if held >= BACH or in_field >= ASSOC:
            return 2.0
        if held >= ASSOC:
            return 1.0
        return 0.5 if in_field >= CERT or held >= SOME else 0.0
    if level == DOC:
        return 1.5 if max(held, in_field) >= MASTER else 0.0
    return 0.0


def _is_begun_at_college(answer: PlanAnswer) -> bool:
    """Whether a bachelor's degree is begun at a community college: as asked, or for the budget."""
    told = any(notice.kind is NoticeKind.COLLEGE_FIRST for notice in answer.notices)
    return told or answer.request.sector == "community college first"


def _schools_of(answer: PlanAnswer) -> str:
    """The schools whose prices count besides the college's."""
    sector = answer.request.sector
    return "public" if sector == "community college first" else sector

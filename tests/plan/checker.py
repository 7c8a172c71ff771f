"""A checker of plans that shares no code with the planner.

It reads the published tables, the lattice's arrays and the answer as it is told to people: do the
steps follow one another, do times, prices and sums add up, do the limits hold, is the goal reached
over jobs that people take? What a job asks is read beside it, in `entry_checker.py`. The rules are
those of `docs/methods/plans.md`, written a second time. `Checker.check` gives the violations as
sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.answer import NoteKind, Plan, PlanAnswer, Step, Task
from careerlattice.requirements.requirements import open_requirements

# Figures of docs/methods/plans.md.
SEARCH, PART_TIME = 2.0, 2.0
GED = (6.0, 150.0)
SELDOM_MADE, FEWEST_OPENINGS, WIDELY = 0.002, 2_000, 0.1
CENT = 0.011

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

    # --- an answer --------------------------------------------------------------------------

    def check(self, answer: PlanAnswer) -> list[str]:
        """All violations of an answer, as sentences."""
        found: list[str] = []
        if not answer.plans and not {n.kind.name for n in answer.notices} & NO_PLANS:
            found.append("no plans and no word why")
        if len(answer.plans) > 7:
            found.append(f"{len(answer.plans)} plans are shown")
        if answer.search.shown != len(answer.plans):
            found.append("the report counts other plans than there are")
        for plan in answer.plans:
            found += [f"{plan.id}: {text}" for text in self._plan(answer, plan)]
        keys = [
            (tuple(str(o.code) for o in plan.route), plan.months, plan.cost_usd,
             tuple(s.credential for s in plan.steps))
            for plan in answer.plans
        ]  # fmt: skip
        if len(set(keys)) != len(keys):
            found.append("two plans are the same")
        return found

    def _plan(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        request = answer.request
        walk = Walk(self._start_row(answer), int(answer.start.level))
        for step in plan.steps:
            yield from self._step(answer, walk, step)
        arrivals = [step for step in plan.steps if step.task is Task.ARRIVE]
        entered = [str(step.occupation.code) for step in arrivals if step.occupation]
        codes = [str(occupation.code) for occupation in plan.route]
        if entered != codes[1 if request.start.job is not None else 0 :]:
            yield "the route is not that of the steps"
        if not plan.steps or plan.steps[-1].task is not Task.ARRIVE:
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
            Task.STUDY: self._study, Task.COURSE: self._course, Task.WORK: self._work,
            Task.KEEP_WORKING: self._work, Task.FIND_JOB: self._search,
            Task.FIND_APPRENTICESHIP: self._search, Task.APPRENTICESHIP: self._term,
            Task.LEARN_TRADE: self._term, Task.PRACTICE: self._practice, Task.ARRIVE: self._arrive,
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
        if limits.study not in ("any", "part" if beside else "full"):
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

    def _own_price(self, step: Step, row: int) -> Iterator[str]:
        """The price of a way's own program: of as much of it as is studied."""
        entry = self.requirements.get_entry(self.catalog.codes[row])
        studies = [way.study for way in entry.conditions if way.study is not None]
        owns = [own for own in studies if own.credential == step.credential and own.months]
        months = step.months / (PART_TIME if step.is_beside_work else 1)
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
        factor = PART_TIME if step.is_beside_work else 1.0
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
            price = self.prices.get((name, answer.request.sector, NAMES[level]))
            length = self.lengths.get((name, NAMES[level]), self.lengths["any", NAMES[level]])
            if price is None:
                continue
            years = float(length["school_years"])
            for in_field in range(level):
                credit = min(_credit(level, walk.level, in_field), years - 0.5)
                months = math.ceil(length["full_time_months"] * (1 - credit / years))
                usd = round(price["typical_usd"] * (years - credit))
                once = 0 if in_field >= CERT else price["once_typical_usd"]
                possible.add((months * factor, usd + once))
        if (step.months, step.cost_usd) not in possible:
            yield f"{step.months} months and ${step.cost_usd} are none of {sorted(possible)}"
        if not step.cost_low_usd < step.cost_high_usd:
            yield "no range of prices"

    def _schools(self, answer: PlanAnswer, step: Step, level: int) -> Iterator[str]:
        request, state = answer.request, self._area(answer).state
        for school in step.schools:
            if state is not None and school.state != state:
                yield f"{school.school} is not in {state}"
            if school.credential != NAMES.get(level):
                yield f"{school.school} teaches something else"
            if not school.url:
                yield "a school without its page"
        order = [request.sector, "public", "private nonprofit", "private for-profit"]
        ranks = [order.index(school.control) for school in step.schools if school.completers]
        if ranks != sorted(ranks):
            yield "schools whose prices do not count come first"
        if step.schools_in_all < len(step.schools):
            yield "schools are miscounted"

    def _course(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if not step.course:
            yield "the course has no name"
        if step.is_beside_work and (walk.job < 0 or walk.has_quit):
            yield "beside a job that is not there"
        walk.has_quit = walk.has_quit or not step.is_beside_work

    def _work(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if row != walk.job:
            yield "works in a job not held"
        if walk.has_quit:
            yield "works after leaving the job"
        if step.pay_usd is None:
            yield "pay is missing"

    def _search(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if step.months != SEARCH:
            yield "takes another time than a search"

    def _term(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        limits, median = answer.request.limits, self._median(answer, row)
        if step.task is Task.APPRENTICESHIP and limits.study == "none":
            yield "the person does not want to study"
        if step.pay_usd is None or not 0 < step.pay_usd < median:
            yield f"{step.pay_usd} is not a learner's pay"
        if limits.min_pay_usd and not (step.pay_usd or 0) >= limits.min_pay_usd:
            yield "pays less than the lowest pay"
        walk.level, walk.has_quit, walk.is_prepared = max(walk.level, CERT), True, True

    def _practice(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if not step.practice:
            yield "the practice has no name"
        if (step.pay_usd or 0) < (answer.request.limits.min_pay_usd or 0):
            yield "pays less than the lowest pay"
        walk.has_quit = True

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
        yield from self._told(walk, step, row, median)
        walk.job, walk.has_quit, walk.is_prepared, walk.studies = row, False, False, 0

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
        for way in self.requirements.get_entry(self.catalog.codes[row]).conditions:
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
        openings = self.catalog.outlook_vectors.openings[row]
        if not math.isnan(openings) and step.openings_per_year != round(openings):
            yield "openings are not the published ones"
        if walk.job >= 0:
            if step.likelihood is None or step.ease is None or not step.move_kind:
                yield "how the move is made is not told"
            elif abs(step.likelihood - float(self.arrays.likelihood[walk.job, row])) > 1e-6:
                yield "the likelihood is another"

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
            ways = self.requirements.get_entry(self.catalog.codes[row]).conditions
            share = self.requirements.shares.access[row][SOME - 1]
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
        return float(self.catalog.pay_vectors(self._area(answer)).p50[row])

    def _money(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        money, request = plan.money, answer.request
        years = request.horizon_years
        if years is None:
            longest = max(one.months for one in answer.plans)
            years = len(money.years)
            told = "HORIZON" in {notice.kind.name for notice in answer.notices}
            if told is not (years > 10) or (longest > 12 * (years - 3) and years < 45):
                yield f"the horizon of {years} years does not fit {longest} months"
        if [year.year for year in money.years] != list(range(1, years + 1)):
            yield "the money's years are not the horizon's"
            return
        horizon = 12 * years
        tuition = sum(year.tuition for year in money.years)
        if plan.months <= horizon and abs(tuition - plan.cost_usd) > 0.5:
            yield f"tuition of {plan.cost_usd} is told as {tuition} over the years"
        if tuition > plan.cost_usd + 0.5:
            yield "more tuition than the plan costs"
        row = self.row[str(plan.route[-1].code)]
        pay = self.catalog.pay_vectors(self._area(answer))
        if not math.isnan(pay.p50[row]):
            for year in money.years:
                # Beginners may earn as little as the lowest tenth.
                if (year.year - 1) * 12 >= plan.months and not (
                    pay.p10[row] - 1 <= year.earned <= pay.p75[row] + 1
                ):
                    yield f"year {year.year} earns {year.earned} at the goal"
        ahead = sum(year.earned - year.tuition - year.stay for year in money.years)
        if money.payback_month is None and ahead > 1:
            yield "is ahead in the end but never pays back"
        if money.payback_month is not None and (
            ahead < -1 or not 1 <= money.payback_month <= horizon
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

"""A second reading of what jobs ask: no step enters an occupation without meeting a way in.

It reads the entries of `requirements` and the answer as it is told to people, walks every plan from
job to job, and shares no code with the planner. The rules are R1 to R5, R9 and R11: schooling in
the field, own programs at their length, terms, practice, months of work that count, ranks served,
licenses. `EntryChecker.check` gives the violations as sentences.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import polars as pl

import careerlattice.content
from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.answer import NoteKind, Plan, PlanAnswer, Step, Task
from careerlattice.requirements.entry import (
    AskedIn,
    Door,
    Entry,
    EntryCondition,
    FieldRule,
    LicenseGate,
    Standing,
    Training,
)
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.vocab.states import find_state

NEAR, NEAR_NAMED, MOST_CREDITED = 0.15, 0.8, 180.0
VACANCY, STAY, LICENSE_MONTHS, WEEKS_A_MONTH, LEARNED = 6.0, 12.0, 2.0, 4.345, 24.0
AS_LONG, CLINICAL_LEAST, PART_TIME, GRADUATE = 0.75, 0.75, 2.0, 1.5
ALMOST = 1e-6
BROUGHT = (Task.COMPACT, Task.ENDORSEMENT)
CONTENT = Path(careerlattice.content.__file__).parent / "requirements"
WORK_ASKED = {
    "hours", "experience", "experience_months", "experience_hours", "intern_hours", "license",
    "internship_months", "internship_hours", "supervised_days", "sea_days",
}  # fmt: skip
# What license words mean that are no names of occupations.
LICENSE_OF = {
    "journeyman electrician": "47-2111.00", "CDL": "53-3032.00", "physician": "29-1215.00",
    "real estate license": "41-9022.00", "FAA mechanic": "49-3011.00",
}  # fmt: skip
EVERYWHERE = (AskedIn.ALL_STATES, AskedIn.MOST_STATES, AskedIn.FEDERAL)


@dataclass(frozen=True)
class Schooling:
    """A credential: its level, the programs it may be of, and months of an own program (or 0)."""

    level: int
    programs: frozenset[str]
    months: float = 0.0
    is_here: bool = False


@dataclass
class Person:
    """Who walks: the job held, schooling, months worked by occupation, licenses by line."""

    job: str
    level: int
    schooling: list[Schooling]
    worked: dict[str, float]
    carried: float = 0.0
    moved: bool = False
    licensed: set[str] = field(default_factory=set)
    license_names: set[str] = field(default_factory=set)
    # Names of licenses given by a state, with those states ("" for any): each proves what it asks.
    papers: dict[str, set[str]] = field(default_factory=dict)
    abroad: bool = False
    trained: str = ""
    recognized: set[str] = field(default_factory=set)


@dataclass
class Leg:
    """What is done between two jobs."""

    studies: list[Step] = field(default_factory=list)
    course: Step | None = None
    term: Step | None = None
    practice: Step | None = None
    license: Step | None = None
    license_in_job: Step | None = None
    worked: float = 0.0
    recognition: list[Step] = field(default_factory=list)
    waited: float = 0.0
    searched: bool = False

    def add(self, step: Step) -> None:
        if step.task is Task.STUDY:
            self.studies.append(step)
            self.worked += step.months if step.is_beside_work else 0.0
        elif step.task is Task.COURSE:
            self.course = step
        elif step.task in (Task.APPRENTICESHIP, Task.LEARN_TRADE):
            self.term = step
        elif step.task is Task.PRACTICE:
            self.practice = step
        elif step.task in (Task.LICENSE, Task.FEDERAL_LICENSE, Task.CERTIFICATION, *BROUGHT):
            self.license = step
        elif step.recognition:
            self.recognition.append(step)
        elif step.task in (Task.LICENSE_IN_JOB, Task.CERTIFICATION_IN_JOB):
            self.license_in_job = step
        elif step.task is Task.SEEK_PROMOTION:
            self.waited += step.months
        elif step.task in (Task.WORK, Task.KEEP_WORKING):
            self.worked += step.months
        elif step.task in (Task.FIND_JOB, Task.FIND_APPRENTICESHIP):
            self.searched = True


class EntryChecker:
    """Entries, read once, and the walk over plans."""

    def __init__(self, catalog: Catalog, arrays: LatticeArrays) -> None:
        self.catalog, self.nearness = catalog, arrays.nearness
        self.requirements = open_requirements(catalog)
        self.row = {str(code): row for row, code in enumerate(catalog.codes)}
        titles = catalog.release.table("programs").rows()
        self.titles = {cip: title for cip, title, *_ in titles}
        # What a state is known to do otherwise than the law table says of most.
        tables = catalog.release.manifest.tables
        exceptions = ()
        if "license_exceptions" in tables:
            rows = catalog.release.table("license_exceptions")
            exceptions = rows.select("onet_soc_code", "state").rows()
        self.exceptions = set(exceptions)
        with (CONTENT / "endorsement.csv").open(encoding="utf-8") as file:
            self.endorsement = {row["line"]: row for row in csv.DictReader(file)}
        self.abroad: dict[str, list[dict[str, str]]] = {}
        with (CONTENT / "trained_abroad.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                self.abroad.setdefault(row["line"], []).append(row)
        compacts = catalog.release.table("compacts").filter(
            "is_in_force", pl.col("asked_of").is_null()
        )
        self.compacts = dict(compacts.select("compact", "kind").rows())
        members = catalog.release.table("compact_states").filter(pl.col("standing") == "member")
        self.members = set(members.select("compact", "state").rows())
        self.state: str | None = None
        ruled = catalog.release.table("state_rules").filter(pl.col("rank") == 1)
        self.rules = {
            (row["onet_soc_code"], row["state"]): row for row in ruled.iter_rows(named=True)
        }
        self.compacts_of = catalog.release.table("compact_occupations").rows()

    def entry(self, code: str) -> Entry:
        return self.requirements.get_entry(self.catalog.codes[self.row[code]], self.state)

    def check(self, answer: PlanAnswer) -> list[str]:
        """All violations of an answer, as sentences."""
        self.state = self._state(answer)
        return [f"{plan.id}: {text}" for plan in answer.plans for text in self._walk(answer, plan)]

    def _walk(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        person = self._start(answer)
        state = self.catalog.get_area(answer.request.metro or answer.request.state).state
        leg = Leg()
        for step in plan.steps:
            if step.task is not Task.ARRIVE:
                leg.add(step)
                continue
            assert step.occupation is not None
            code = str(step.occupation.code)
            yield from self._enter(person, leg, code, state, step)
            self._arrive(person, leg, code)
            leg = Leg()

    def _start(self, answer: PlanAnswer) -> Person:
        start = answer.request.start
        held = [job for job in (start.job, *start.past) if job is not None]
        codes = [str(self.catalog.resolve(job.occupation).occupation.code) for job in held]
        worked: dict[str, float] = {}
        for code, job in zip(codes, held, strict=True):
            worked[code] = worked.get(code, 0.0) + (job.months or 0.0)
        level = int(answer.start.level)
        schooling = [Schooling(level, self._studied(start.field))]
        if start.field is None and level >= Level.CERTIFICATE:
            schooling += [Schooling(level, self._programs(code)) for code in codes]
        if start.job is not None:
            # Whoever works there has most likely studied what the job asks.
            usual = min(level, max(int(way.usual) for way in self._ways(codes[0])))
            schooling.append(Schooling(usual, self._programs(codes[0]), is_here=True))
        job = codes[0] if start.job is not None else ""
        person = Person(job, level, schooling, worked)
        self._add_papers(answer, person, codes)
        for number, code in enumerate(codes):
            is_now = number == 0 and start.job is not None
            if is_now or not self._was_abroad(person, answer, code):
                self._hold(person, code)
        for name, states in person.papers.items():
            # Where a license is named, work was done on that one.
            if not states & {"", self._state(answer)} and self._state(answer) is not None:
                person.license_names.discard(name)
                person.licensed -= {c[:7] for c in self.row if self._own_license(c) == name}
            else:
                person.license_names.add(name)
        return person

    def _state(self, answer: PlanAnswer) -> str | None:
        state = self.catalog.get_area(answer.request.metro or answer.request.state).state
        return None if state is None else str(state)

    def _own_license(self, code: str) -> str:
        """The name of the license that law asks first of who works there; empty for none."""
        first = next(iter(self.entry(code).licenses), None)
        if first is None or first.asked_in not in (*EVERYWHERE, AskedIn.SOME_STATES):
            return ""
        return first.name

    def _add_papers(self, answer: PlanAnswer, person: Person, codes: list[str]) -> None:
        """Licenses held, and training from abroad: the schooling is then that training."""
        start = answer.request.start
        for one in start.licenses:
            known = LICENSE_OF.get(one.title)
            code = known or str(self.catalog.resolve(one.title).occupation.code)
            gates = self.entry(code).licenses
            states = person.papers.setdefault(gates[0].name, set())
            is_everywhere = gates[0].granted_by in ("federal", "national_board")
            state = find_state(one.state)
            states.add("" if is_everywhere or state is None else state.postal)
            person.schooling.append(Schooling(person.level, self._programs(code)))
        if start.trained_abroad is not None:
            person.abroad = True
            person.trained = trained = str(
                self.catalog.resolve(start.trained_abroad).occupation.code
            )
            person.schooling.append(Schooling(person.level, self._programs(trained)))

    def _was_abroad(self, person: Person, answer: PlanAnswer, code: str) -> bool:
        """Whether earlier work was in what one was trained for abroad."""
        trained = answer.request.start.trained_abroad
        if trained is None:
            return False
        there = str(self.catalog.resolve(trained).occupation.code)
        same = bool(self._own_license(code)) and self._own_license(code) == self._own_license(there)
        return same or code == there

    def _hold(self, person: Person, code: str) -> None:
        """Who works in a job holds its license."""
        person.licensed.add(code[:7])
        person.license_names |= {gate.name for gate in self.gates(code, None)[1]}

    def _studied(self, said: str | None) -> frozenset[str]:
        """The programs that a code or words of a title mean."""
        if said is None:
            return frozenset()
        if said.replace(".", "").isdigit():
            return frozenset(cip for cip in self.titles if cip.startswith(said))
        stems = [word[:-1] if len(word) >= 5 else word for word in said.lower().split()]
        meant = [
            cip
            for cip, title in self.titles.items()
            if all(any(w.startswith(stem) for w in title.lower().split()) for stem in stems)
        ]
        return frozenset(cip for cip in self.titles if any(cip.startswith(one) for one in meant))

    # --- entering a job --------------------------------------------------------------------------

    def _enter(
        self, person: Person, leg: Leg, code: str, state: str | None, step: Step
    ) -> Iterator[str]:
        name = f"enters {step.occupation.title if step.occupation else code}"
        ways = self._ways(code)
        lacking = [list(self._lacks(person, leg, code, way)) for way in ways]
        name = f"enters {step.occupation.title if step.occupation else code}"
        yield from (f"{name}: {text}" for text in self._abroad(person, leg, code, state, ways))
        if all(lacking):
            nearest = min(lacking, key=lambda texts: (len(texts), "schooling" in texts[0]))
            yield f"{name} and meets no way in: {'; '.join(nearest)}"
            return
        yield from (f"{name}: {text}" for text in self._own_programs(leg, code))
        yield from (f"{name}: {text}" for text in self._named_programs(leg, code))
        open_ways = [way for way, lacks in zip(ways, lacking, strict=True) if not lacks]
        yield from (f"{name}: {text}" for text in self._license(person, leg, code, state))
        yield from (f"{name}: {text}" for text in self._own_law(leg, code))
        yield from (f"{name}: {text}" for text in self._license_in_job(person, leg, code, state))
        inside = person.job and any(way.promotion for way in open_ways)
        if not leg.searched and not inside:
            yield f"{name} without time to look for the job"
        if not leg.searched and inside and leg.worked + leg.waited < VACANCY - ALMOST:
            yield f"{name}: promoted before there is an opening"
        if leg.waited and leg.searched:
            yield f"{name}: waits for a promotion and looks for a job elsewhere"
        if person.moved and leg.worked < STAY - ALMOST:
            yield f"{name}: the job before was left after {leg.worked:g} months"
        told = {need.what.value for need in step.needs}
        if "education" not in told:
            yield f"{name}: education is not told"
        asks_work = all(way.experience or way.promotion for way in open_ways)
        if asks_work and "experience" not in told:
            yield f"{name}: experience is not told"

    def _abroad(
        self, person: Person, leg: Leg, code: str, state: str | None, ways: list[EntryCondition]
    ) -> Iterator[str]:
        """What training from abroad takes to count is done before it is used, once."""
        steps = self._abroad_rows(code, state)
        told = [step.recognition for step in leg.recognition]
        if told and told != [row["name"] for row in steps]:
            yield f"has training recognized otherwise than it is asked ({told})"
        for step, row in zip(leg.recognition, steps, strict=False):
            if step.months != float(row["months_low"]):
                yield f"{row['name']} takes {step.months:g} months"
            if not float(row["usd_low"]) <= step.cost_usd <= float(row["usd_high"]):
                yield f"{row['name']} costs {step.cost_usd}"
        line = steps[0]["line"]
        key = self._bridge_key(code, line)
        person.recognized |= {key} if told else set()
        is_proven = self._own_license(code) in person.papers
        # What is studied here is from here; schools look at degrees from abroad themselves.
        is_known = key in person.recognized or is_proven or bool(leg.studies)
        if not person.abroad or is_known:
            return
        # Below a degree no employer asks where one went to school.
        earned = [one for one in person.schooling if one.is_here]
        level = max([int(Level.SOME_COLLEGE), *(one.level for one in earned)])
        here = replace(person, schooling=earned, level=min(person.level, level))
        lacking = [list(self._lacks(here, leg, code, way)) for way in ways]
        if all(lacking):
            yield f"uses training from abroad that is not recognized ({min(lacking, key=len)})"

    def _bridge_key(self, code: str, line: str) -> str:
        return f"{line} {self._own_license(code) or code}" if line == "licensed" else line

    def _abroad_rows(self, code: str, state: str | None) -> list[dict[str, str]]:
        """The rows of the longest beginning of the code, else those of licensed or other work."""
        lines = [line for line in self.abroad if line[:1].isdigit() and code.startswith(line)]
        if lines:
            return self.abroad[max(lines, key=len)]
        answer = self.requirements.license_to_hold(self.catalog.codes[self.row[code]], state)
        is_licensed = any(one.is_required for one in (answer, *answer.also))
        return self.abroad["licensed" if is_licensed else "other"]

    def _own_programs(self, leg: Leg, code: str) -> Iterator[str]:
        """A way's own program is studied at its own length and in its own way."""
        entry = self.entry(code)
        for step in leg.studies:
            owns = [
                list(_lacks_length(step, way, entry))
                for way in self._ways(code)
                if way.study is not None and way.study.credential == step.credential
            ]
            is_own = any(note.kind is NoteKind.OWN_PROGRAM for note in step.notes)
            if is_own and all(owns):
                yield from owns[0] if owns else ["an own program that no way in names"]

    def _named_programs(self, leg: Leg, code: str) -> Iterator[str]:
        """Programs named toward a job are those of its ways in, or linked to it."""
        known = self._leading(code) if leg.studies else frozenset()
        # What comes before the job's own credential may be studied in other fields.
        for step in leg.studies[-1:]:
            for title in step.programs:
                if title not in known:
                    yield f"names a program that does not lead there ({title})"

    @cache  # noqa: B019
    def _leading(self, code: str) -> frozenset[str]:
        """Titles of programs that a way in names, or that the crosswalk links to the occupation."""
        table = self.catalog.release.table("program_occupations")
        cips = {cip for cip, soc in table.rows() if soc == code[:7]}
        cips |= {cip for way in self._ways(code) for cip in way.programs}
        return frozenset(title for cip, title in self.titles.items() if _begins(cip, cips))

    def _ways(self, code: str) -> list[EntryCondition]:
        """The ways in; an apprenticeship that exists as a title alone is none."""
        return [
            way
            for way in self.entry(code).conditions
            if not (
                way.door is Door.APPRENTICESHIP
                and way.apprenticeship is not None
                and way.apprenticeship.standing is Standing.TITLE_ONLY
            )
        ]

    def _lacks(self, person: Person, leg: Leg, code: str, way: EntryCondition) -> Iterator[str]:
        """What a way in asks that the person has not, one sentence each.

        Who holds the license has had the schooling, course, term and practice behind it, and the
        work before where the license asks that.
        """
        gate = next(iter(self.entry(code).licenses), None)
        if gate is not None and gate.name in person.papers:
            if not WORK_ASKED & gate.asks.keys():
                yield from self._lacks_work(person, leg, code, replace(way, promotion=None))
            return
        yield from self._lacks_schooling(person, leg, code, way)
        yield from self._lacks_time(person, leg, code, way)
        yield from self._lacks_work(person, leg, code, way)
        jobs = self._jobs(person)
        if way.from_license:
            held = [*jobs, *person.licensed]
            has_done = self._has_done(person, way, least=0)
            if not has_done and not any(_begins(one, way.from_license) for one in held):
                yield "starts from a license not held"
        if way.from_degree is not None:
            of_field = frozenset(way.from_degree_programs)
            levels = [s.level for s in person.schooling if not of_field or _in(s, of_field)]
            if max(levels, default=0) < way.from_degree and (
                of_field or person.level < way.from_degree
            ):
                yield f"starts from a degree not held ({way.from_degree.slug})"

    def _lacks_schooling(
        self, person: Person, leg: Leg, code: str, way: EntryCondition
    ) -> Iterator[str]:
        own = way.study
        is_own = way.field.is_binding and bool(way.programs)
        asked = int(way.floor)
        if own is not None and way.field is FieldRule.OWN and way.programs:
            asked = max(asked, int(own.credential))
        earned = _earned(leg, person.level)
        in_field = max(earned, self._level_in_field(person, way))
        if way.door is Door.BRIDGE and own is not None:
            # Certificates of one code differ in length: a degree shows that it was done.
            is_crossed = self._has_done(person, way, least=Level.BACHELOR)
            is_studied = any(step.credential == own.credential for step in leg.studies)
            if not is_studied and not is_crossed:
                yield f"the bridge program ({own.name}) is not studied"
        elif way.field is FieldRule.PREP_PROGRAM:
            if person.level < way.floor:
                yield f"asks a degree ({way.floor.slug}) before the preparation program"
            if in_field < max(asked, Level.CERTIFICATE) and earned < Level.CERTIFICATE:
                yield "the preparation program is not studied"
        else:
            anyhow = max(person.level, earned)
            counted = max(in_field, min(anyhow, Level.HIGH_SCHOOL)) if is_own else anyhow
            if counted < asked:
                yield f"asks schooling of level {asked}, {counted} counts"
        course = way.course
        if course is not None and course.weeks is not None:
            schooled = in_field >= max(asked, Level.CERTIFICATE)
            weeks = 0.0 if course.is_in_job else course.weeks.low / WEEKS_A_MONTH
            if not schooled and (leg.course is None or leg.course.months < weeks - ALMOST):
                yield f"the course ({course.name}) is not taken"

    def _has_done(self, person: Person, way: EntryCondition, *, least: int) -> bool:
        """Whether who sets out has done the way's own program, and so held what it starts from."""
        if way.study is None or person.moved:
            return False
        asked, level = frozenset(way.programs), max(int(way.study.credential), least)
        return any(one.level >= level and _in(one, asked) for one in person.schooling)

    def _level_in_field(self, person: Person, way: EntryCondition) -> int:
        """The highest credential held in a program that the way names, long enough to be it."""
        asked = frozenset(way.programs)
        levels = [
            one.level for one in person.schooling if _in(one, asked) and not _is_shorter(one, way)
        ]
        return max(levels, default=0)

    def _lacks_time(
        self, person: Person, leg: Leg, code: str, way: EntryCondition
    ) -> Iterator[str]:
        """Terms served for pay and supervised practice."""
        # A trade learned abroad is learned.
        term = 0.0 if self._is_learned(person, code) else _term(self.entry(code), way)
        served = leg.term.months if leg.term is not None else 0.0
        helped = 0.0
        if way.apprenticeship is not None:
            for beginning, (share, most) in way.apprenticeship.credit.items():
                months = sum(m for job, m in self._months(person, leg) if job.startswith(beginning))
                helped = max(helped, min(share * months, most))
        if served < math.ceil(term - min(helped, term / 2)) - ALMOST:
            yield f"asks a term of {term:g} months, {served:g} are served"
        if not term and served:
            yield "a term is served that nobody asks"
        is_apprentice = leg.term is not None and leg.term.task is Task.APPRENTICESHIP
        if self._is_learned(person, code) and leg.term is None:
            return
        if is_apprentice is not (way.apprenticeship is not None):
            yield "an apprenticeship is served without one, or the other way round"
        practiced = leg.practice.months if leg.practice is not None else 0.0
        asked = way.practice.months.low if way.practice is not None else 0.0
        if practiced < asked - ALMOST:
            yield f"asks {asked:g} months of supervised practice, {practiced:g} are planned"

    def _is_learned(self, person: Person, code: str) -> bool:
        """Whether the trade is that which the person learned abroad."""
        if not person.trained:
            return False
        name = self._own_license(code)
        return code == person.trained or (bool(name) and name == self._own_license(person.trained))

    def _lacks_work(
        self, person: Person, leg: Leg, code: str, way: EntryCondition
    ) -> Iterator[str]:
        """Months of work that count, and months in a rank below."""
        if way.promotion is not None:
            ranks = way.promotion.from_codes
            months = sum(m for job, m in self._months(person, leg) if _begins(job, ranks))
            if not any(_begins(job, ranks) for job in self._jobs(person)):
                yield "is filled from ranks below, and none is held"
            elif months < way.promotion.months - ALMOST:
                yield f"asks {way.promotion.months:g} months in the rank, {months:g} are served"
        if way.experience is not None:
            has = self._experience(person, leg, code, way)
            if has < way.experience.months - ALMOST:
                yield f"asks {way.experience.months:g} months of work, {has:.1f} count"

    def _jobs(self, person: Person) -> list[str]:
        """The job held; before the first change past ones, too."""
        past = [] if person.moved else list(person.worked)
        return [job for job in (person.job, *past) if job]

    def _months(self, person: Person, leg: Leg) -> list[tuple[str, float]]:
        """Months by occupation, those of the leg included."""
        return [*person.worked.items(), (person.job, leg.worked)]

    def _experience(self, person: Person, leg: Leg, code: str, way: EntryCondition) -> float:
        """Months that count: of all jobs held, or as they were carried from job to job."""
        named = way.experience.from_codes if way.experience is not None else ()
        least = NEAR_NAMED if named or way.promotion else NEAR

        def share(job: str) -> float:
            if not job:
                return 0.0
            if job == code or _begins(job, named):
                return 1.0
            near = float(self.nearness[self.row[job], self.row[code]])
            return near if near >= least else 0.0

        direct = sum(share(job) * months for job, months in person.worked.items())
        direct = min(direct, MOST_CREDITED) + share(person.job) * leg.worked
        return max(direct, share(person.job) * (person.carried + leg.worked))

    # --- licenses --------------------------------------------------------------------------------

    def gates(self, code: str, state: str | None) -> tuple[list[LicenseGate], list[LicenseGate]]:
        """Licenses that must be held to be hired, and all that may be asked."""
        may = [g for g in self.entry(code).licenses if g.asked_in is not AskedIn.VOLUNTARY]
        must = [gate for gate in may if self._binds(gate, code, state)]
        return must, may

    def _binds(self, gate: LicenseGate, code: str, state: str | None) -> bool:
        return not gate.is_after_hire and self._is_asked(gate, code, state)

    def _is_asked(self, gate: LicenseGate, code: str, state: str | None) -> bool:
        if (code, state) in self.exceptions:
            return False
        if gate.asked_in in EVERYWHERE:
            return state not in gate.except_states and state not in gate.local_states
        return gate.asked_in is AskedIn.SOME_STATES and state in gate.states

    def _license(self, person: Person, leg: Leg, code: str, state: str | None) -> Iterator[str]:
        must, may = self.gates(code, state)
        step = leg.license
        # A license of that name held for other work counts.
        must = [gate for gate in must if gate.name not in person.license_names]
        # Part of the occupation may be work that needs no license.
        is_free = any(way.is_unlicensed for way in self.entry(code).conditions)
        if step is None:
            held = person.papers.get(self._own_license(code), set())
            if held and (held & {"", state} or state is None):
                return
            if must and code[:7] not in person.licensed and not is_free:
                yield f"without the license ({must[0].name})"
            return
        if not may:
            yield "a license is got that nobody asks"
        known = {gate.name for gate in may} | {record.title for record in step.licenses}
        known |= {gate.rule.name for gate in may if gate.rule is not None}
        if step.license_name.casefold() not in {name.casefold() for name in known}:
            yield f"the license is not named ({step.license_name!r})"
        if step.task in BROUGHT:
            yield from self._brought(person, step, code, state)
        elif step.months != self._license_months(code):
            yield f"the license takes {step.months:g} months"
        if step.license_state not in ("", state):
            yield f"a license of {step.license_state}"
        if any(record.state not in (state, "US") for record in step.licenses):
            yield "a license of another state is named"

    def _own_law(self, leg: Leg, code: str) -> Iterator[str]:
        """What the table of the states' own law says: no closed door, no course it does not ask.

        The license step names the hours of that state, and no range over the states.
        """
        rule = self.rules.get((code, self.state or ""))
        if rule is None:
            return
        is_closed = "apprenticeship" in (rule["closed_doors"] or "").split("-")
        if is_closed and leg.term is not None and leg.term.task is Task.APPRENTICESHIP:
            yield f"serves an apprenticeship that {self.state} does not accept"
        if leg.license is None or leg.license.task in BROUGHT or rule["hours"] is None:
            return
        asked = [n for n in leg.license.notes if n.kind is NoteKind.LICENSE_ASKED]
        hours = {note.details["asks"].get("course_hours") for note in asked}
        if asked and (str(rule["hours"]) if rule["hours"] else None) not in hours:
            yield f"{self.state} asks {rule['hours']} hours, not {hours}"

    def _brought(self, person: Person, step: Step, code: str, state: str | None) -> Iterator[str]:
        """A license of another state: by a compact of both, or as endorsement takes there."""
        held = person.papers.get(self._own_license(code), set())
        if not held or state in held:
            yield "brings a license that is not held elsewhere"
            return
        kinds = [
            kind
            for short, one in self.compacts_of
            if one == code
            and (kind := self.compacts.get(short))
            and (short, state) in self.members
            and any((short, other) in self.members for other in held)
        ]
        lines = [line for line in self.endorsement if code.startswith(line)]
        row = self.endorsement[max(lines, key=len)]
        months = float(row["months_low"])
        if state in row["not_in"].split():
            months = float(row["instead_months_low"])
        if "expedited_license" in kinds:
            months = min(1.0, float(row["months_low"]))
        if "multistate_license" in kinds:
            months = 0.0
        if step.months != months:
            yield f"the license of another state takes {step.months:g} months, not {months:g}"
        if (step.task is Task.COMPACT) is not ("multistate_license" in kinds):
            yield "a compact is used that is not there, or not used"
        if not float(row["usd_low"]) <= step.cost_usd <= float(row["usd_high"]):
            yield f"the license of another state costs {step.cost_usd}"

    def _license_months(self, code: str) -> float:
        for gate in self.entry(code).licenses:
            if gate.asked_in not in (AskedIn.VOLUNTARY, AskedIn.PART):
                practiced = any(
                    way.practice for way in self.requirements.get_entry(code).conditions
                )
                rule = self.rules.get((code, self.state or ""))
                if gate.rule is not None and rule is not None and rule["works_before"]:
                    practiced |= bool(rule["practice_hours"] or rule["practice_months"])
                    if not practiced:
                        return 0.0
                return LICENSE_MONTHS if gate.wait is None else max(1, math.ceil(gate.wait.low))
        return LICENSE_MONTHS

    def _license_in_job(
        self, person: Person, leg: Leg, code: str, state: str | None
    ) -> Iterator[str]:
        """A license that law asks there and that is earned in the job is told."""
        gates = self.entry(code).licenses
        asked = [gate for gate in gates if self._is_asked(gate, code, state)]
        later = [gate for gate in asked if gate.is_after_hire]
        is_held = code[:7] in person.licensed or any(
            gate.name in person.license_names for gate in later
        )
        step = leg.license_in_job
        if step is None:
            # Part of the occupation may be work that needs no license.
            is_free = any(way.is_unlicensed for way in self.entry(code).conditions)
            if later and len(later) == len(asked) and not is_held and not is_free:
                yield f"the license earned in the job is not told ({later[0].name})"
            return
        # A state's own record may ask what few states do.
        if not any(gate.is_after_hire for gate in gates):
            yield "a license is earned in the job that nobody asks"
        if leg.license is not None:
            yield "a license is got before the job and in it"

    # --- what is carried on ----------------------------------------------------------------------

    def _arrive(self, person: Person, leg: Leg, code: str) -> None:
        ways = self._ways(code)
        served = leg.term.months if leg.term is not None else 0.0
        carried = max(self._experience(person, leg, code, way) for way in ways)
        person.carried = carried + served
        if person.job:
            person.worked[person.job] = person.worked.get(person.job, 0.0) + leg.worked
        person.worked[code] = person.worked.get(code, 0.0) + served
        programs = self._programs(code)
        for step in leg.studies:
            level = int(step.credential or 0)
            lengths = [
                way.study.months.low
                for way in ways
                if way.study is not None and way.study.credential == level and way.study.months
            ]
            months = max(lengths, default=0.0)
            person.schooling.append(Schooling(level, programs, months, is_here=True))
            person.level = max(person.level, level)
        if served:
            person.schooling.append(Schooling(int(Level.CERTIFICATE), programs))
            person.level = max(person.level, int(Level.CERTIFICATE))
        self._hold(person, code)
        person.job, person.moved = code, True

    @cache  # noqa: B019
    def _programs(self, code: str) -> frozenset[str]:
        """Programs of an occupation's ways in: those that bind, else those named, else linked.

        Which fields lead where is the nation's.
        """
        ways = self.requirements.get_entry(code).conditions
        binding = [way.programs for way in ways if way.field.is_binding]
        found = {cip for programs in binding or [way.programs for way in ways] for cip in programs}
        if found:
            return frozenset(found)
        table = self.catalog.release.table("program_occupations")
        return frozenset(cip for cip, soc in table.rows() if soc == code[:7])


def _begins(code: str, beginnings: Iterable[str]) -> bool:
    return any(code.startswith(one) or one.startswith(code) for one in beginnings)


def _in(schooling: Schooling, asked: frozenset[str]) -> bool:
    """Whether schooling is in a program asked; a beginning of codes means all under it."""
    return any(
        one.startswith(other) or other.startswith(one)
        for one in schooling.programs
        for other in asked
    )


def _is_shorter(one: Schooling, way: EntryCondition) -> bool:
    """Whether a credential of the code is known to be a shorter one than the way's own program."""
    own = way.study
    if own is None or own.months is None or one.level > own.credential:
        return False
    return 0 < one.months < AS_LONG * own.months.low


def _earned(leg: Leg, held: int) -> int:
    """The highest credential earned on a leg; after a bachelor's only where one is held by then."""
    earned = 0
    for step in leg.studies:
        level = int(step.credential or 0)
        if level <= Level.BACHELOR or max(held, earned) >= Level.BACHELOR:
            earned = max(earned, level)
    return earned


def _term(entry: Entry, way: EntryCondition) -> float:
    """Months served for pay before one is a full worker.

    Where an apprenticeship is the usual door, learning on the job takes as long, less time at a
    trade school; half of it after work that counts. Elsewhere two years or more are a term.
    """
    if way.apprenticeship is not None:
        return way.apprenticeship.months.low
    learned = way.training_months.low if way.training_months is not None else 0.0
    usual = [
        other.apprenticeship.months.low
        for other in entry.conditions
        if other.apprenticeship is not None and other.apprenticeship.standing is Standing.USUAL
    ]
    if usual and way.training in (Training.LONG, Training.APPRENTICESHIP):
        trade = min(usual)
        taught = way.study.months.low if way.study is not None and way.study.months else 0.0
        halved = way.experience is not None or way.promotion is not None
        return max(learned, trade / 2 if halved else trade - taught)
    return learned if learned >= LEARNED and way.floor < Level.ASSOCIATE else 0.0


def _lacks_length(step: Step, way: EntryCondition, entry: Entry) -> Iterator[str]:
    """Whether the condition's own program is studied at its own length and in its own way."""
    own = way.study
    if own is None or own.months is None:
        return
    is_bridge = way.door is Door.BRIDGE
    is_cohort = own.is_full_time_only or (
        entry.is_full_time_only and way.field.is_binding and not is_bridge
    )
    is_whole = is_bridge or way.field is FieldRule.PREP_PROGRAM or own.credential > Level.BACHELOR
    least = 1.0 if is_whole else CLINICAL_LEAST if is_cohort else 0.0
    beside = GRADUATE if own.credential > Level.BACHELOR else PART_TIME
    slower = beside if step.is_beside_work or step.is_part_time else 1.0
    months = step.months / slower
    # Beside a job whole months are told.
    most = math.ceil(own.months.low) + (1.0 if slower > 1 else 0.0)
    if not least * own.months.low - ALMOST <= months <= most + ALMOST:
        yield f"{own.name} takes {own.months.low:g} months, not {months:g}"
    if is_cohort and step.is_beside_work:
        yield f"{own.name} is not taught beside a job"

"""A checker of plans that shares no code with the planner.

It reads the published tables, the lattice's arrays and the answer as it is told to people, and
walks every step: could this person take it, legally and in practice, and do the sums add up? The
rules are those of `docs/methods/plans.md`, written a second time. `Checker.check` gives the
violations as sentences.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.answer import Plan, PlanAnswer, Step
from careerlattice.requirements.requirements import open_requirements

# Figures of docs/methods/plans.md.
SEARCH, LICENSE, STAY, PART_TIME = 2.0, 2.0, 12.0, 2.0
RESIDENCY, RESIDENT_PAY, APPRENTICE_SHARE = 36.0, 70_655.0, 0.65
NEAR_ENOUGH, NEAR_LINE, NEAR_BY_LAW = 0.15, 0.5, 0.85
GED = (6.0, 150.0)
CENT = 0.011

HS, CERT, SOME, ASSOC, BACH, POSTBACC, MASTER, POSTMASTER, PROF, DOC = (
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
)
NAMES = {
    CERT: "certificate", ASSOC: "associate", BACH: "bachelor",
    POSTBACC: "postbaccalaureate-certificate", MASTER: "master",
    POSTMASTER: "graduate-certificate", PROF: "professional", DOC: "doctoral",
}  # fmt: skip
DEGREE_FLOOR = {
    "Associate's degree": CERT, "Bachelor's degree": ASSOC, "Master's degree": BACH,
    "Doctoral or professional degree": MASTER,
}  # fmt: skip
TAUGHT = {"Postsecondary nondegree award", *DEGREE_FLOOR}


@dataclass
class Walk:
    """Where a person stands while a plan is walked."""

    job: int
    level: int
    month: float = 0.0
    earned: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    worked: dict[int, float] = field(default_factory=dict)
    chain: float = 0.0
    ready: set[str] = field(default_factory=set)
    seen_search: bool = False
    seen_license: bool = False
    has_quit: bool = False
    pending_work: float = 0.0
    new_credential: int = 0
    own_field: int = 0
    own_is_chosen: bool = False
    by_apprenticeship: bool = False
    served: float = 0.0
    resident: float = 0.0


class Checker:
    """Facts read from the tables once, and the walk over plans."""

    def __init__(self, catalog: Catalog, arrays: LatticeArrays) -> None:
        self.catalog, self.arrays = catalog, arrays
        release = catalog.release
        self.codes = [str(code) for code in catalog.codes]
        self.row = {code: i for i, code in enumerate(self.codes)}
        self.programs: dict[int, set[str]] = {i: set() for i in range(len(self.codes))}
        by_soc: dict[str, list[int]] = {}
        for i, code in enumerate(self.codes):
            by_soc.setdefault(code[:7], []).append(i)
        for cip, soc in release.table("program_occupations").rows():
            for i in by_soc.get(soc, ()):
                self.programs[i].add(cip)
        for i, programs in self.programs.items():
            # Codes for what has none of its own tell nothing, unless there is nothing else.
            told = {cip for cip in programs if not cip.endswith("99")}
            self.programs[i] = told or programs
        self.title_of_program = dict(release.table("programs").select("cip_code", "title").rows())
        self.prices = {
            (row["field"], row["sector"], row["credential"]): row
            for row in release.table("tuition").iter_rows(named=True)
        }
        self.lengths = {
            (row["field"], row["credential"]): row
            for row in release.table("credential_lengths").iter_rows(named=True)
        }
        self.linked = {i: set(programs) for i, programs in self.programs.items()}
        self.field: dict[int, str] = {}
        self.degree_programs: dict[int, set[str]] = {}
        self._fields(release)
        self.requires = self._requirements()
        states = self._licensing_states()
        self.by_law = {
            i
            for i, code in enumerate(self.codes)
            if self.requires[i]["specific"] and 2 * len(states.get(code, ())) >= len(states["any"])
        }
        self.apprenticeable = {
            self.row[c] for c in release.table("apprenticeships")["onet_soc_code"]
        }
        self.memberships: dict[str, set[str]] = {}
        for row in release.table("pathway_occupations").iter_rows(named=True):
            self.memberships.setdefault(row["pathway_id"], set()).add(row["onet_soc_code"])
        self._licensed: dict[str, set[int]] = {}
        self._ladders: dict[str, list[set[str]]] = {}

    def _fields(self, release: Any) -> None:
        """Fields with prices of their own, as docs/methods/requirements.md says them.

        `field` names the field of an occupation that is of one; `degree_programs` are the programs
        that award the degree it asks, where that is a first professional one.
        """
        families = sorted(release.table("priced_fields").rows(), key=lambda row: len(row[0]))

        def family(cip: str) -> tuple[str, bool]:
            found = ("", False)
            for beginning, name, is_entry in families:
                if cip.startswith(beginning):
                    found = (name, is_entry)
            return found

        entry: dict[str, set[str]] = {}
        for cip in set().union(*self.programs.values()):
            if family(cip)[1]:
                entry.setdefault(family(cip)[0], set()).add(cip)
        professional = {
            name for name, _, credential in self.prices if credential == "professional"
        } - {"any"}
        for i, programs in self.programs.items():
            awarding = [cip for cip in programs if cip[:3] not in ("60.", "61.")]
            fields = [family(cip)[0] for cip in awarding]
            for name in {name for name in fields if name}:
                if 2 * fields.count(name) >= len(fields):
                    self.field[i] = name
        for i, name in self.field.items():
            if name in professional:
                self.degree_programs[i] = entry[name]
                self.programs[i] = self.programs[i] | entry[name]

    def _requirements(self) -> list[dict[str, Any]]:
        shares = open_requirements(self.catalog).shares
        access = np.cumsum(shares.smoothed["RL"], axis=1)
        published = np.cumsum(shares.published["RL"], axis=1)
        for i in self.degree_programs:
            # One degree by several names; a residency is the training that follows it.
            is_resident = shares.bls["on_the_job_training"][i] == "Internship/residency"
            for opened in (access, published):
                opened[i, PROF - 1] = opened[i, 11 if is_resident else DOC - 1]
                opened[i, PROF:] = np.maximum(opened[i, PROF:], opened[i, PROF - 1])
        related = np.cumsum(shares.smoothed["RW"], axis=1)
        frame = self.catalog.release.table("requirement_categories").filter(pl.col("scale") == "RW")
        middle = [(a + b) / 2 for a, b in frame.select("months_low", "months_high").rows()]
        facts = []
        licensing = self._licensing_states()
        for i in range(len(self.codes)):
            entry = shares.bls["entry_education"][i]
            typical_work = shares.bls["related_experience"][i]
            training = shares.bls["on_the_job_training"][i]
            accepted = 1 + next(k for k, share in enumerate(access[i]) if share >= 0.25 - 1e-9)
            typical = 1 + next(k for k, share in enumerate(access[i]) if share >= 0.50 - 1e-9)
            if i in self.degree_programs:
                typical = PROF
            elif i in self.field:
                typical = max(typical, CERT)
            specific = self._is_specific(i, typical, entry, training, licensing)
            if specific:
                accepted = max(accepted, DEGREE_FLOOR.get(entry or "", 1))
            if i in self.degree_programs:
                accepted = PROF
            elif i in self.field:
                accepted = max(accepted, CERT)
            asked = middle[next(k for k, share in enumerate(related[i]) if share >= 0.25 - 1e-9)]
            asked = max(
                asked, {"Less than 5 years": 12, "5 years or more": 24}.get(typical_work or "", 0)
            )
            facts.append(
                {
                    "accepted": accepted,
                    "typical": max(typical, accepted),
                    "specific": specific,
                    "asked": asked,
                    "training": training,
                    "entry": entry,
                    "work": typical_work,
                    "share": published[i],
                }
            )
        for i, code in enumerate(self.codes):
            fact = facts[i]
            term = 0.0
            if code in set(self.catalog.release.table("apprenticeships")["onet_soc_code"]) or False:
                learned = fact["training"] not in (None, "None", "Internship/residency")
                schooled = fact["entry"] in TAUGHT and fact["training"] != "Apprenticeship"
                if fact["accepted"] <= SOME and learned and not schooled:
                    term = 48.0 if fact["training"] == "Apprenticeship" else 24.0
            fact["term"] = term
            is_trade = fact["training"] == "Apprenticeship" and term > 0
            if is_trade:
                fact["asked"] = max(fact["asked"], term / 2)
            if fact["asked"] <= 1:
                fact["asked"] = 0.0
            fact["hires_graduates"] = fact["work"] in (None, "None") and not is_trade
            is_physician = fact["training"] == "Internship/residency" and fact["accepted"] >= PROF
            fact["residency"] = RESIDENCY if is_physician else 0.0
        return facts

    def _licensing_states(self) -> dict[str, set[str]]:
        """The states that license each occupation by its name; all of them under "any"."""
        found: dict[str, set[str]] = {"any": set()}
        for row in self.catalog.release.table("license_occupations").iter_rows(named=True):
            if row["role"] in ("own", "alike") and row["state"] != "US":
                found.setdefault(row["onet_soc_code"], set()).add(row["state"])
                found["any"].add(row["state"])
        return found

    def _is_specific(
        self, i: int, typical: int, entry: str | None, training: str | None,
        licensing: dict[str, set[str]],
    ) -> bool:  # fmt: skip
        """Field of study as docs/methods/requirements.md says it."""
        if typical < CERT or all(cip.endswith("99") for cip in self.linked[i]):
            return False
        if training == "Apprenticeship" and typical < ASSOC:
            return False
        families = sorted(cip.partition(".")[0] for cip in self.linked[i])
        counts = sorted((families.count(family) for family in set(families)), reverse=True)
        is_of_two = 10 * sum(counts[:2]) >= 9 * len(families)
        is_licensed = 2 * len(licensing.get(self.codes[i], ())) >= len(licensing["any"])
        return (
            typical >= MASTER
            or is_licensed
            or (is_of_two and (typical >= ASSOC or entry in TAUGHT))
        )

    def licensed(self, state: str | None) -> set[int]:
        """Occupations that law asks a license of before hire, in the state (or the nation)."""
        key = state or ""
        if key not in self._licensed:
            tables = self.catalog.release.table
            roles: dict[str, set[str]] = {}
            for row in tables("license_occupations").filter(state=key).iter_rows(named=True):
                roles.setdefault(row["onet_soc_code"], set()).add(row["role"])
            known: dict[str, set[str]] = {}
            for row in tables("license_exceptions").filter(state=key).iter_rows(named=True):
                if not row["asked_of"]:
                    known.setdefault(row["onet_soc_code"], set()).add(row["what"])
            self._licensed[key] = {
                self.row[row["onet_soc_code"]]
                for row in tables("entry_licenses").iter_rows(named=True)
                if not row["is_after_hire"]
                and self._is_asked(
                    row,
                    state,
                    known.get(row["onet_soc_code"], set()),
                    roles.get(row["onet_soc_code"], set()),
                )
            }
        return self._licensed[key]

    @staticmethod
    def _is_asked(
        gate: dict[str, Any], state: str | None, known: set[str], roles: set[str]
    ) -> bool:
        """Whether a gate bars who has no license: law first, then a record of the very trade."""
        by_law = gate["asked_in"] in ("all_states", "most_states", "federal")
        if state is None or not (by_law or gate["asked_in"] == "some_states"):
            return by_law
        named, free, local = (
            (gate[name] or "").split("-") for name in ("states", "except_states", "local_states")
        )
        if state in named:
            return True
        if gate["granted_by"] in ("federal", "national_board"):
            return by_law and state not in free
        if known & {"local", "contractor_only"} or state in local:
            return False
        if "only_in" in known:
            return True
        if "none" in known or state in free:
            return False
        return by_law or "own" in roles

    @cached_property
    def _federally_licensed(self) -> set[int]:
        """Occupations with a license of the nation."""
        gates = self.catalog.release.table("entry_licenses").filter(granted_by="federal")
        return {self.row[code] for code in gates["onet_soc_code"]}

    # --- an answer --------------------------------------------------------------------------

    def check(self, answer: PlanAnswer) -> list[str]:
        """All violations of an answer, as sentences."""
        found: list[str] = []
        kinds = [notice.kind.name for notice in answer.notices]
        if not answer.plans and not set(kinds) & {
            "NO_WAY_IN_LIMITS", "UNREACHABLE", "ALREADY_THERE", "GOAL_EMPTY",
        }:  # fmt: skip
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
        start = request.start
        codes = [str(o.code) for o in plan.route]
        walk = self._start(answer, plan)
        has_start = start.job is not None
        for step in plan.steps:
            yield from self._step(answer, plan, walk, step)
        arrivals = [s for s in plan.steps if s.kind == "arrive"]
        entered = [str(s.occupation.code) for s in arrivals if s.occupation]
        if entered != codes[1 if has_start else 0 :]:
            yield "the route is not that of the steps"
        if not plan.steps or plan.steps[-1].kind != "arrive":
            yield "the plan does not end in a job"
        if plan.job_changes != len(arrivals):
            yield "job changes are miscounted"
        if len(arrivals) > request.limits.max_job_changes:
            yield "too many job changes"
        if len(set(entered)) != len(entered):
            yield "an occupation is entered twice"
        yield from self._sums(answer, plan, walk, arrivals)
        yield from self._goal(answer, plan, entered)
        yield from self._money(answer, plan)
        yield from self._begun(answer, plan)

    def _begun(self, answer: PlanAnswer, plan: Plan) -> Iterator[str]:
        """What to do this week, how sure it is, and that pay now is one figure throughout."""
        if not plan.how_sure:
            yield "how sure it is is not told"
        if not (plan.steps[0].first_do and plan.steps[0].first_url.startswith("http")):
            yield "nothing to do this week"
        if any(step.first_do for step in plan.steps[1:]):
            yield "what to do this week stands on a later step"
        start, stay = answer.request.start, plan.money.stay_pay_usd
        if start.pay_usd is not None and abs(stay - start.pay_usd) > CENT:
            yield f"staying put pays {stay}, not {start.pay_usd}"
        first = plan.steps[0]
        is_at_work = start.job is not None and (first.kind == "work" or first.is_beside_work)
        if is_at_work and first.pay_usd is not None and abs(first.pay_usd - stay) > CENT:
            yield f"{first.title}: earns {first.pay_usd} where staying put pays {stay}"

    def _start(self, answer: PlanAnswer, plan: Plan) -> Walk:
        start = answer.request.start
        jobs = [job for job in (start.job, *start.past) if job is not None]
        rows = [self.row[self.catalog.resolve(job.occupation).occupation.code] for job in jobs]
        job = rows[0] if start.job is not None else -1
        if start.education is not None:
            level = int(start.education)
        else:
            usual = [
                fact["typical"] if fact["typical"] >= ASSOC else fact["accepted"]
                for fact in (self.requires[r] for r in rows)
            ]
            level = max([HS, *usual])
        walk = Walk(job, level)
        for r, past in zip(rows, jobs, strict=True):
            walk.worked[r] = walk.worked.get(r, 0.0) + (past.months or 0.0)
        if job >= 0:
            walk.own_field = min(level, self.requires[job]["typical"])
        self.start_level = level
        self.start_programs: set[str] = set()
        if start.field is not None:
            known = set(self.title_of_program)
            wanted = start.field
            if wanted.replace(".", "").isdigit():
                self.start_programs = {c for c in known if c.startswith(wanted) and len(c) == 7}
            else:
                words = {w[:-1] if len(w) >= 5 else w for w in wanted.lower().split()}
                words -= {"and", "of", "in", "the", "genera"}
                for cip, title in self.title_of_program.items():
                    text = title.lower()
                    if all(w in text for w in words):
                        self.start_programs |= {
                            c for c in known if c.startswith(cip) and len(c) == 7
                        }
        elif level >= CERT:
            for r in rows:
                if self.requires[r]["specific"] and self.requires[r]["accepted"] <= level:
                    self.start_programs |= self.programs[r]
        return walk

    # --- a step -----------------------------------------------------------------------------

    def _step(self, answer: PlanAnswer, plan: Plan, walk: Walk, step: Step) -> Iterator[str]:
        if abs(step.start_month - walk.month) > 1e-6:
            yield f"{step.title}: begins in month {step.start_month}, not {walk.month}"
        if step.months < 0 or step.months_usual < step.months - 1e-9:
            yield f"{step.title}: months do not fit"
        if not step.cost_low_usd <= step.cost_usd <= step.cost_high_usd:
            yield f"{step.title}: the price is outside its range"
        if step.occupation is None:
            yield f"{step.title}: names no occupation"
            return
        walk.month = step.start_month + step.months
        yield from {
            "study": self._study, "work": self._work, "license": self._license,
            "search": self._search, "apprenticeship": self._apprenticeship,
            "arrive": self._arrive,
        }[step.kind](answer, walk, step, self.row[step.occupation.code])  # fmt: skip
        if step.kind != "arrive" and step.needs:
            yield f"{step.title}: needs stand on the wrong step"
        if not step.sources:
            yield f"{step.title}: names no source"

    def _study(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        request = answer.request
        limits = request.limits
        if step.credential is None:
            yield f"{step.title}: earns nothing"
            return
        level = int(step.credential)
        beside = step.is_beside_work
        if limits.study not in ("any", "part" if beside else "full"):
            yield f"{step.title}: studied in a way the person cannot"
        if row in self.degree_programs and level not in (HS, BACH, PROF):
            yield f"{step.title}: is not the degree that opens it"
        if beside and self._length(row, level)["is_full_time_only"]:
            yield f"{step.title}: is not taught beside a job"
        if beside and (walk.job < 0 or walk.has_quit):
            yield f"{step.title}: beside a job that is not there"
        if not beside and limits.min_pay_usd and limits.min_pay_usd > 0:
            yield f"{step.title}: no pay while a lowest pay is set"
        if limits.max_credential is not None and level > limits.max_credential:
            yield f"{step.title}: above the highest credential"
        if level > HS and walk.level < HS:
            yield f"{step.title}: without a high school diploma"
        if level in (POSTBACC, MASTER, PROF, DOC) and walk.level < BACH:
            yield f"{step.title}: without a bachelor's degree"
        if level == POSTMASTER and walk.level < MASTER:
            yield f"{step.title}: without a master's degree"
        if level == HS and walk.level >= HS:
            yield f"{step.title}: already held"
        for earned, _, fields in walk.earned:
            if (
                earned == level
                and fields
                and self.programs[row]
                and set(fields) & self.programs[row]
            ):
                yield f"{step.title}: the same credential is earned and paid twice"
        yield from self._price(answer, walk, step, row, level)
        if level > HS:
            leading = self._leading(row, level)
            if leading and not step.programs:
                yield f"{step.title}: names no program"
            known = {self.title_of_program.get(cip, cip) for cip in leading}
            if not set(step.programs) <= known:
                yield f"{step.title}: names a program that does not lead there"
            state = self._state(answer)
            for school in step.schools:
                if state is not None and school.state != state:
                    yield f"{step.title}: {school.school} is not in {state}"
                if school.credential != NAMES[level] or school.cip_code[:5] not in {
                    cip[:5] for cip in leading
                }:
                    yield f"{step.title}: {school.school} teaches something else"
            order = [request.sector, "public", "private nonprofit", "private for-profit"]
            ranks = [order.index(school.control) for school in step.schools if school.completers]
            if ranks != sorted(ranks):
                yield f"{step.title}: schools whose prices do not count come first"
            if any(not school.url for school in step.schools):
                yield f"{step.title}: a school without its page"
            if step.schools_in_all < len(step.schools):
                yield f"{step.title}: schools are miscounted"
        walk.new_credential = level
        walk.earned.append((level, row, tuple(sorted(self.programs[row]))))
        walk.level = max(walk.level, level)
        if beside:
            walk.pending_work += step.months
            if step.pay_usd is None:
                yield f"{step.title}: pay meanwhile is missing"
        else:
            walk.has_quit = True

    def _leading(self, row: int, level: int) -> set[str]:
        """Programs that award a credential toward the occupation; none where any field will do."""
        if row not in self.degree_programs:
            return self.programs[row]
        return set() if level < PROF else self.degree_programs[row]

    def _length(self, row: int, level: int) -> dict[str, Any]:
        general = self.lengths.get(("any", NAMES.get(level, "")), {"is_full_time_only": False})
        return self.lengths.get((self.field.get(row, "any"), NAMES.get(level, "")), general)

    def _price(
        self, answer: PlanAnswer, walk: Walk, step: Step, row: int, level: int
    ) -> Iterator[str]:
        if level == HS:
            if (step.months, step.cost_usd) != (
                GED[0] * (PART_TIME if step.is_beside_work else 1),
                GED[1],
            ):
                yield f"{step.title}: is not the GED's time and price"
            return
        general = self.prices["any", answer.request.sector, NAMES[level]]
        own = self.field.get(row, "any")
        price = self.prices.get((own, answer.request.sector, NAMES[level]), general)
        length = self._length(row, level)
        years = float(length["school_years"])
        factor = PART_TIME if step.is_beside_work else 1.0
        possible = set()
        for credit, has_begun in self._credits(walk, row, level):
            share = 1 - min(credit, years - 0.5) / years
            possible.add(
                (
                    math.ceil(length["full_time_months"] * share) * factor,
                    round(price["typical_usd"] * years * share)
                    + (0 if has_begun else price["once_typical_usd"]),
                )
            )
        if not any(
            abs(step.months - m) < 1e-6 and abs(step.cost_usd - d) <= 1 for m, d in possible
        ):
            yield f"{step.title}: {step.months} months and ${step.cost_usd} are none of {possible}"
        if not step.cost_low_usd < step.cost_high_usd:
            yield f"{step.title}: no range of prices"

    def _credits(self, walk: Walk, row: int, level: int) -> set[tuple[float, bool]]:
        """School years that may be counted: by what is surely held in the field, and at most.

        With each, whether a credential of the field is held, so that nothing is paid once again.
        """
        sure, most = self._field_levels(walk, row)
        found = set()
        for field_level in {min(x, level - 1) for x in range(sure, most + 1)}:
            found.add((self._credit(level, walk.level, field_level), field_level >= CERT))
        return found

    @staticmethod
    def _credit(level: int, held: int, in_field: int) -> float:
        if level == ASSOC:
            if held >= BACH:
                return 1.0
            if in_field >= CERT:
                return 0.5
            return 0.5 if held >= SOME else 0.0
        if level == BACH:
            if held >= BACH or in_field >= ASSOC:
                return 2.0
            if in_field >= CERT:
                return 0.5
            return 1.0 if held >= ASSOC else 0.5 if held >= SOME else 0.0
        if level == DOC:
            return 1.5 if max(held, in_field) >= MASTER else 0.0
        return 0.0

    def _field_levels(self, walk: Walk, row: int) -> tuple[int, int]:
        """The level surely held in the field, and the highest that could be credited to it."""
        opens = self._opening_level(walk, row, is_goal=False)
        most = opens
        for level, _, fields in walk.earned:
            if level > HS and set(fields) & self.programs[row]:
                most = max(most, level)
        if walk.job >= 0 and self._in_line(walk.job, row):
            most = max(most, walk.own_field)
        return (opens if opens >= CERT else 0), most

    def _in_line(self, a: int, b: int) -> bool:
        own = self.field.get(b)
        if own and b not in self.degree_programs and self.field.get(a) != own:
            return False
        if self._common(a, b):
            return True
        return self._in_family(a, b) and float(self.arrays.nearness[a, b]) >= NEAR_LINE

    def _common(self, a: int, b: int) -> set[str]:
        return {c for c in self.programs[a] & self.programs[b] if not c.endswith("99")}

    def _in_family(self, a: int, b: int) -> bool:
        first, second = (
            {c[:2] for c in self.programs[row] if not c.endswith("99")} for row in (a, b)
        )
        return bool(first & second)

    def _is_below(self, a: int, b: int) -> bool:
        """Whether more schooling for the one than the other accepts stands in for the other's."""
        if not self.requires[a]["specific"] or b in self.degree_programs or not self._in_line(a, b):
            return False
        accepted = self.requires[b]["accepted"]
        is_by_law = b in self.by_law and accepted >= CERT
        if self._common(a, b) and not is_by_law:
            return True
        own = {c[:5] for c in self.programs[a] if not c.endswith("99")}
        if own and all(self._owns(b, series) for series in own):
            return True
        near = float(self.arrays.nearness[a, b])
        return (
            accepted < ASSOC
            and self._in_family(a, b)
            and near >= (NEAR_BY_LAW if is_by_law else NEAR_LINE)
        )

    def _owns(self, row: int, series: str) -> bool:
        """Whether most programs of a series of several lead to the occupation."""
        known = {c for c in set().union(*self.programs.values()) if not c.endswith("99")}
        members = {c for c in known if c.startswith(series)}
        return len(members) > 1 and 2 * len(members & self.programs[row]) >= len(members)

    def _is_trained(self, walk: Walk, row: int) -> bool:
        """Whether who works in the job held has most likely studied a program that leads on."""
        common = self._common(walk.job, row)
        own = {c for c in self.programs[walk.job] if not c.endswith("99")}
        if common and walk.own_is_chosen:
            return True
        if not common or 2 * len(common) < len(own):
            return False
        surely = self.requires[walk.job]["specific"] and (common == own or walk.job in self.by_law)
        return surely or row not in self.by_law

    def _opening_level(self, walk: Walk, row: int, *, is_goal: bool) -> int:
        """The highest level held in a field that leads to the occupation."""
        found = 0
        if self.start_programs & self.programs[row]:
            found = max(found, self.start_level)
        for level, earned_for, fields in walk.earned:
            may_lead = is_goal and set(fields) & self.programs[row]
            if row in self.degree_programs:
                may_lead = is_goal and self.field.get(earned_for) == self.field[row]
            if level > HS and (earned_for == row or may_lead):
                found = max(found, level)
        if row in self.degree_programs:
            # Only the degree itself, whatever else its programs lead to.
            if walk.job >= 0 and self.field.get(walk.job) == self.field[row]:
                found = max(found, walk.own_field)
            return found
        if walk.job >= 0:
            more = walk.own_field > self.requires[row]["accepted"]
            if self._is_trained(walk, row) or (more and self._is_below(walk.job, row)):
                found = max(found, walk.own_field)
        if not self._moved(walk):
            for past in walk.worked:
                held = min(self.start_level, self.requires[past]["typical"])
                if held > self.requires[row]["accepted"] and self._is_below(past, row):
                    found = max(found, held)
        return found

    def _work(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        if step.title.startswith("Complete a residency"):
            walk.resident += step.months
            if step.months != RESIDENCY or step.pay_usd != RESIDENT_PAY:
                yield f"{step.title}: is not a residency's time and pay"
            if walk.new_credential < PROF and walk.level < PROF:
                yield f"{step.title}: without the degree"
            floor = answer.request.limits.min_pay_usd or 0
            if floor > RESIDENT_PAY:
                yield f"{step.title}: pays less than the lowest pay"
            return
        if row != walk.job:
            yield f"{step.title}: works in a job not held"
        if walk.has_quit:
            yield f"{step.title}: works after leaving the job"
        if step.pay_usd is None:
            yield f"{step.title}: pay is missing"
        walk.pending_work += step.months

    def _license(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        walk.seen_license = True
        if step.months != LICENSE:
            yield f"{step.title}: takes another time than a license"
        if row not in self.licensed(self._state(answer)):
            yield f"{step.title}: no such license is listed"
        told = ("A license is required", "Required")
        if not step.licenses and not any(note.startswith(told) for note in step.notes):
            yield f"{step.title}: names no license, and not that the record lacks one"
        is_federal = row in self._federally_licensed
        if not is_federal and any(item.state == "US" for item in step.licenses):
            yield f"{step.title}: a federal license where states have their own"
        for item in step.licenses:
            if item.state not in (self._state(answer), "US"):
                yield f"{step.title}: a license of {item.state}"
            if not item.title or not (item.agency or item.url):
                yield f"{step.title}: names no agency"

    def _search(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        walk.seen_search = True
        if step.months != SEARCH:
            yield f"{step.title}: takes another time than a search"
        floor = answer.request.limits.min_pay_usd or 0
        if walk.job >= 0 and not walk.has_quit:
            yield f"{step.title}: searched without pay while there is a job"
        if floor > 0 and walk.job >= 0:
            yield f"{step.title}: no pay while a lowest pay is set"

    def _apprenticeship(
        self, answer: PlanAnswer, walk: Walk, step: Step, row: int
    ) -> Iterator[str]:
        limits = answer.request.limits
        fact = self.requires[row]
        if row not in self.apprenticeable or fact["term"] == 0:
            yield f"{step.title}: no apprenticeship leads there"
        if step.months != fact["term"]:
            yield f"{step.title}: takes {step.months} months, not {fact['term']}"
        if walk.level < HS:
            yield f"{step.title}: without a high school diploma"
        if limits.study == "none":
            yield f"{step.title}: the person does not want to study"
        median = self._median(answer, row)
        if step.pay_usd is None or (
            not math.isnan(median) and abs(step.pay_usd - APPRENTICE_SHARE * median) > CENT
        ):
            yield f"{step.title}: pay is not the apprentice's"
        if limits.min_pay_usd and not (step.pay_usd or 0) >= limits.min_pay_usd:
            yield f"{step.title}: pays less than the lowest pay"
        walk.by_apprenticeship = True
        walk.served = step.months
        walk.has_quit = True

    def _arrive(self, answer: PlanAnswer, walk: Walk, step: Step, row: int) -> Iterator[str]:
        fact, limits = self.requires[row], answer.request.limits
        is_goal = self._is_goal(answer, row)
        name = step.title
        # Education and field.
        opening = self._opening_level(walk, row, is_goal=is_goal)
        counted = max(opening, min(walk.level, HS)) if fact["specific"] else walk.level
        if walk.by_apprenticeship:
            counted = max(counted, CERT)
        elif counted < min(fact["accepted"], DOC):
            # Training after a doctorate is planned as the doctorate itself.
            yield f"{name}: asks {fact['accepted']}, {counted} counts"
        share = float(min(fact["share"][counted - 1], 1.0)) if counted else 0.0
        if step.share_open is None or step.share_open > share + 1e-9:
            yield f"{name}: says {step.share_open} of jobs are open, not {share}"
        # Experience.
        stay = (
            0.0
            if walk.chain == 0.0 and walk.month == step.start_month and not self._moved(walk)
            else STAY
        )
        has = self._experience(walk, row)
        graduate = walk.new_credential >= CERT and fact["hires_graduates"]
        if not (walk.by_apprenticeship or graduate) and has < fact["asked"] - 1e-6:
            yield f"{name}: asks {fact['asked']} months of related work, {has:.1f} count"
        if self._moved(walk) and walk.pending_work < stay - 1e-6:
            yield f"{name}: the job before was left after {walk.pending_work} months"
        jobs = [job for job in (*walk.worked, walk.job) if job >= 0]
        was_resident = any(self.requires[job]["residency"] for job in jobs)
        is_served = was_resident and has >= fact["residency"] - 1e-6
        if fact["residency"] and not walk.resident and not is_served:
            yield f"{name}: without a residency"
        # License, search.
        if row in self.licensed(self._state(answer)) and not walk.seen_license:
            yield f"{name}: without the license"
        idle = walk.has_quit and not walk.by_apprenticeship
        if (walk.job < 0 or idle) and not walk.seen_search:
            yield f"{name}: without time to look for the job"
        # Limits.
        median = self._median(answer, row)
        if limits.min_pay_usd and not is_goal and not median >= limits.min_pay_usd:
            yield f"{name}: pays {median} on the way"
        if limits.within and self.codes[row] not in self._inside(limits.within):
            yield f"{name}: outside {limits.within}"
        if self.codes[row] in {str(self.catalog.get_occupation(x).code) for x in limits.avoid}:
            yield f"{name}: to be avoided"
        yield from self._told(answer, walk, step, row, median)
        credit = self._experience(walk, row)
        walk.worked[walk.job] = walk.worked.get(walk.job, 0.0) + walk.pending_work
        if walk.by_apprenticeship:
            walk.worked[row] = walk.worked.get(row, 0.0) + walk.served
            walk.level = max(walk.level, CERT)
        walk.chain = credit + walk.served
        walk.own_is_chosen = walk.new_credential >= CERT
        walk.own_field = walk.new_credential if walk.own_is_chosen else opening
        if walk.by_apprenticeship:
            walk.own_field = max(walk.own_field, CERT)
        walk.job = row
        walk.ready.add(self.codes[row])
        walk.seen_search = walk.seen_license = walk.has_quit = walk.by_apprenticeship = False
        walk.pending_work = walk.served = walk.resident = 0.0
        walk.new_credential = 0

    @staticmethod
    def _moved(walk: Walk) -> bool:
        return bool(walk.ready)

    def _experience(self, walk: Walk, row: int) -> float:
        """Months that count: of each job by its nearness, or those of the last job, carried on."""
        near = self.arrays.nearness

        def share(a: int) -> float:
            if a < 0:
                return 0.0
            value = 1.0 if a == row else float(near[a, row])
            return value if value >= NEAR_ENOUGH else 0.0

        direct = sum(months * share(a) for a, months in walk.worked.items())
        direct += walk.pending_work * share(walk.job)
        chained = share(walk.job) * (walk.chain + walk.pending_work)
        return max(min(direct, 180.0 + walk.pending_work), chained)

    def _told(
        self, answer: PlanAnswer, walk: Walk, step: Step, row: int, median: float
    ) -> Iterator[str]:
        name = step.title
        needs = {need.what: need for need in step.needs}
        if "education" not in needs:
            yield f"{name}: education is not told"
        elif bool(walk.new_credential) and not needs["education"].missing:
            yield f"{name}: study is planned but nothing is missing"
        elif not walk.new_credential and not walk.by_apprenticeship and needs["education"].missing:
            yield f"{name}: something is missing but no study planned"
        if self.requires[row]["specific"] and "field" not in needs:
            yield f"{name}: the field is not told"
        if self.requires[row]["asked"] > 1 and "experience" not in needs:
            yield f"{name}: experience is not told"
        if walk.seen_license and "license" not in needs:
            yield f"{name}: the license is not told"
        if any(not need.asked or not need.has for need in step.needs):
            yield f"{name}: a need is told by half"
        if step.pay is None:
            yield f"{name}: pay is not told"
        elif not math.isnan(median) and step.pay.p50 != median:
            yield f"{name}: pay is {step.pay.p50}, not {median}"
        elif step.pay.p50 is not None and not step.pay.area:
            yield f"{name}: whose pay it is is not told"
        openings = self.catalog.outlook_vectors.openings[row]
        if not math.isnan(openings) and step.openings_per_year != round(openings):
            yield f"{name}: openings are not the published ones"
        if walk.job >= 0:
            if step.likelihood is None or step.ease is None or not step.move_kind:
                yield f"{name}: how the move is made is not told"
            elif abs(step.likelihood - float(self.arrays.likelihood[walk.job, row])) > 1e-6:
                yield f"{name}: the likelihood is another"

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

    def _goal(self, answer: PlanAnswer, plan: Plan, entered: list[str]) -> Iterator[str]:
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
            fact = self.requires[row]
            fits &= fact["accepted"] <= SOME and float(fact["share"][SOME - 1]) >= 0.5
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

    def _state(self, answer: PlanAnswer) -> str | None:
        return self._area(answer).state

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
                if (year.year - 1) * 12 >= plan.months and not (
                    pay.p25[row] - 1 <= year.earned <= pay.p75[row] + 1
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

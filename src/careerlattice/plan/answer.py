"""The answer: plans of steps, money, and notices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from careerlattice.catalog.model import License, Occupation, SchoolProgram
from careerlattice.plan.json_shapes import (
    MoneyJson,
    MoneyYearJson,
    NeedJson,
    NoticeJson,
    PayJson,
    PlanAnswerJson,
    PlanJson,
    SearchReportJson,
    StepJson,
)
from careerlattice.plan.request import PlanRequest
from careerlattice.vocab.levels import EducationLevel

StepKind = Literal["study", "work", "license", "search", "apprenticeship", "arrive"]


class NoticeKind(Enum):
    """Why something is missing, was left out, or deserves care."""

    NO_WAY_IN_LIMITS = "no way within the limits"
    RELAXATION = "what would open a way"
    UNREACHABLE = "no sequence of moves leads there"
    ALREADY_THERE = "already there"
    GOAL_EMPTY = "no occupation fits the goal"
    LEFT_OUT = "plans left out"
    SEARCH_CUT = "the search was stopped early"
    LICENSE_DATA = "license records incomplete"
    PAY_WIDER_AREA = "pay is a wider area's"
    PAY_MISSING = "pay is not published"
    UNUSUAL_PAY = "pay is out of line with the nation's"
    STAND_IN = "figures of a near occupation stand in"
    TAKEN_TO_MEAN = "how a title was understood"
    ASSUMED = "assumed because not given"
    HORIZON = "money is compared over more years"
    FEW_OPEN = "few jobs are open at this education"
    GRADUATES_EARNINGS = "graduates' earnings differ from the occupation's"


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark a person should read: its kind and one or two sentences.

    `field` names the part of the request it is about, `value` what that would have to be; `values`
    are names and values of several limits that have to change together (`field` is "limits").
    """

    kind: NoticeKind
    text: str
    field: str = ""
    value: float | None = None
    values: tuple[tuple[str, float], ...] = ()

    def to_dict(self) -> NoticeJson:
        """The notice as JSON-ready values."""
        pairs: NoticeJson = {"kind": self.kind.name.lower(), "text": self.text}
        if self.field:
            pairs["field"] = self.field
            pairs["value"] = self.value
        if self.values:
            pairs["values"] = dict(self.values)
        return pairs


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a step asks: what, what the person has, what is missing (empty when nothing)."""

    what: Literal["education", "field", "experience", "license", "training", "skills"]
    asked: str
    has: str
    missing: str

    def to_dict(self) -> NeedJson:
        """The need as JSON-ready values."""
        return {"what": self.what, "asked": self.asked, "has": self.has, "missing": self.missing}


@dataclass(frozen=True, slots=True)
class Pay:
    """Yearly pay of an occupation in the area: p25, median, p75; `area` names whose it is."""

    p25: float | None
    p50: float | None
    p75: float | None
    area: str
    is_hourly: bool

    def to_dict(self) -> PayJson:
        """The pay as JSON-ready values."""
        return {
            "p25": self.p25,
            "p50": self.p50,
            "p75": self.p75,
            "area": self.area,
            "is_hourly": self.is_hourly,
        }


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, when, for how long, at what price.

    Months count from the start of the plan. `months_usual` is what people usually take where that
    is longer. `pay_usd` is yearly pay earned during the step. Facts about the occupation entered
    (share of jobs open, openings, movers, licenses, schools) stand on the step that leads there.
    `first_do` is what to do this week, on a plan's first step alone, and `first_url` where.
    """

    kind: StepKind
    title: str
    occupation: Occupation | None
    start_month: float
    months: float
    months_usual: float
    is_beside_work: bool
    cost_usd: float
    cost_low_usd: float
    cost_high_usd: float
    pay_usd: float | None
    credential: EducationLevel | None
    needs: tuple[Need, ...] = ()
    pay: Pay | None = None
    share_open: float | None = None
    openings_per_year: float | None = None
    growth_pct: float | None = None
    likelihood: float | None = None
    ease: float | None = None
    move_kind: str | None = None
    interest_fit: float | None = None
    programs: tuple[str, ...] = ()
    schools: tuple[SchoolProgram, ...] = ()
    schools_in_all: int = 0
    licenses: tuple[License, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first_do: str = ""
    first_url: str = ""

    @property
    def end_month(self) -> float:
        """When the step is over."""
        return self.start_month + self.months

    @property
    def look(self) -> str:
        """How the step is drawn: its kind, with study beside a job apart from full-time study."""
        return "beside" if self.kind == "study" and self.is_beside_work else self.kind

    def to_dict(self) -> StepJson:
        """The step as JSON-ready values."""
        return {
            "kind": self.kind,
            "title": self.title,
            "onet_soc_code": str(self.occupation.code) if self.occupation else None,
            "occupation": self.occupation.title if self.occupation else None,
            "start_month": self.start_month,
            "months": self.months,
            "months_usual": self.months_usual,
            "is_beside_work": self.is_beside_work,
            "cost_usd": round(self.cost_usd),
            "cost_low_usd": round(self.cost_low_usd),
            "cost_high_usd": round(self.cost_high_usd),
            "pay_usd": self.pay_usd,
            "credential": self.credential.slug if self.credential else None,
            "needs": [need.to_dict() for need in self.needs],
            "pay": self.pay.to_dict() if self.pay else None,
            "share_open": _rounded(self.share_open, 4),
            "openings_per_year": self.openings_per_year,
            "growth_pct": _rounded(self.growth_pct, 1),
            "likelihood": _rounded(self.likelihood, 6),
            "ease": _rounded(self.ease, 4),
            "move_kind": self.move_kind,
            "interest_fit": _rounded(self.interest_fit, 3),
            "programs": list(self.programs),
            "schools": [school.to_dict() for school in self.schools],
            "schools_in_all": self.schools_in_all,
            "licenses": [item.to_dict() for item in self.licenses],
            "notes": list(self.notes),
            "sources": list(self.sources),
            "first_do": self.first_do,
            "first_url": self.first_url,
        }


@dataclass(frozen=True, slots=True)
class MoneyYear:
    """One year of the comparison, in today's dollars.

    `earned`, `tuition` and `stay` are on the plan and staying put; `low` and `high` are earnings at
    p25 and p75 of the jobs held.
    """

    year: int
    earned: float
    low: float
    high: float
    tuition: float
    stay: float

    def to_dict(self) -> MoneyYearJson:
        """The year as JSON-ready values."""
        return {
            "year": self.year,
            "earned": round(self.earned, 2),
            "low": round(self.low, 2),
            "high": round(self.high, 2),
            "tuition": round(self.tuition, 2),
            "stay": round(self.stay, 2),
        }


@dataclass(frozen=True, slots=True)
class Money:
    """A plan's money against staying put over the horizon.

    `gain_npv` is the net present value of earnings less tuition, minus that of staying, at `rate`;
    `gain_npv_at` the same at 2 and 5 percent; `payback_month` the first month in which the plan's
    running total is ahead for good, none when it never is.
    """

    years: tuple[MoneyYear, ...]
    rate: float
    gain_npv: float
    gain_npv_low: float
    gain_npv_high: float
    gain_npv_at: tuple[tuple[float, float], ...]
    payback_month: int | None
    stay_pay_usd: float

    def to_dict(self) -> MoneyJson:
        """The money as JSON-ready values."""
        return {
            "years": [year.to_dict() for year in self.years],
            "rate": self.rate,
            "gain_npv": round(self.gain_npv),
            "gain_npv_low": round(self.gain_npv_low),
            "gain_npv_high": round(self.gain_npv_high),
            "gain_npv_at": {f"{rate:.2f}": round(value) for rate, value in self.gain_npv_at},
            "payback_month": self.payback_month,
            "stay_pay_usd": round(self.stay_pay_usd),
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """One way: its names, its steps, its sums and its money.

    `names` say what it is best at ("fastest", "lowest cost"). `costs` are the exact criteria:
    months, out-of-pocket dollars, earnings forgone, difficulty, job changes. `how_sure` says in a
    sentence or two how many go this way and who would hire at its end.
    """

    id: str
    names: tuple[str, ...]
    route: tuple[Occupation, ...]
    steps: tuple[Step, ...]
    months: float
    months_usual: float
    cost_usd: float
    cost_low_usd: float
    cost_high_usd: float
    forgone_usd: float
    difficulty: float
    job_changes: int
    share_open: float
    pay_at_goal: Pay
    money: Money
    reasons: tuple[str, ...]
    how_sure: str
    interest_fit: float | None = None

    def to_dict(self) -> PlanJson:
        """The plan as JSON-ready values."""
        return {
            "id": self.id,
            "names": list(self.names),
            "route": [{"onet_soc_code": str(o.code), "title": o.title} for o in self.route],
            "months": self.months,
            "months_usual": self.months_usual,
            "cost_usd": round(self.cost_usd),
            "cost_low_usd": round(self.cost_low_usd),
            "cost_high_usd": round(self.cost_high_usd),
            "forgone_usd": round(self.forgone_usd),
            "difficulty": round(self.difficulty, 2),
            "job_changes": self.job_changes,
            "share_open": round(self.share_open, 4),
            "pay_at_goal": self.pay_at_goal.to_dict(),
            "interest_fit": _rounded(self.interest_fit, 3),
            "money": self.money.to_dict(),
            "reasons": list(self.reasons),
            "how_sure": self.how_sure,
            "steps": [step.to_dict() for step in self.steps],
        }


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What the search did: size of the state network, size of the exact front, completeness."""

    states: int
    arcs: int
    front: int
    shown: int
    is_complete: bool
    units: tuple[str, ...]

    def to_dict(self) -> SearchReportJson:
        """The report as JSON-ready values."""
        return {
            "states": self.states,
            "arcs": self.arcs,
            "front": self.front,
            "shown": self.shown,
            "is_complete": self.is_complete,
            "units": list(self.units),
        }


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """The whole answer to a plan request.

    `editions` cites the publishers' editions the figures come from, by source id.
    """

    request: PlanRequest
    release: str
    area: str
    start_title: str
    goal_title: str
    plans: tuple[Plan, ...]
    notices: tuple[Notice, ...]
    search: SearchReport
    credits: tuple[str, ...]
    editions: Mapping[str, str] = field(default_factory=dict)

    def recommended(self, name: str = "") -> Plan:
        """The plan of this name, or without one the plan to show first: balanced, else fastest.

        Raises `NotFound` where no plan has the name, or there is none at all.
        """
        if name or not self.plans:
            return self.get_plan(name)
        named = {aim: plan for plan in reversed(self.plans) for aim in plan.names}
        return named.get("balanced") or named.get("fastest") or self.plans[0]

    def get_plan(self, name: str) -> Plan:
        """The plan of this id or name. Raises `NotFound`."""
        from careerlattice.errors import NotFound

        for plan in self.plans:
            if name == plan.id or name.lower() in plan.names:
                return plan
        raise NotFound("plan", name, [f"{p.id} ({', '.join(p.names)})" for p in self.plans])

    def to_dict(self) -> PlanAnswerJson:
        """The answer as JSON-ready values."""
        return {
            "release": self.release,
            "request": self.request.to_dict(),
            "area": self.area,
            "start": self.start_title,
            "goal": self.goal_title,
            "plans": [plan.to_dict() for plan in self.plans],
            "notices": [notice.to_dict() for notice in self.notices],
            "search": self.search.to_dict(),
            "credits": list(self.credits),
            "editions": dict(self.editions),
        }


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(float(value), digits)

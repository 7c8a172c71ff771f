"""Plans, and the whole answer to a plan request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careerlattice.catalog.model import Occupation
from careerlattice.errors import NotFound
from careerlattice.plan.answer.json_shapes import PlanAnswerJson, PlanJson
from careerlattice.plan.answer.labels import GoalLabel, StartLabel
from careerlattice.plan.answer.money import Money, Pay
from careerlattice.plan.answer.names import Aim, PlanName
from careerlattice.plan.answer.notice import Notice
from careerlattice.plan.answer.reason import Confidence, Reason
from careerlattice.plan.answer.spoken import words
from careerlattice.plan.answer.step import Step
from careerlattice.plan.answer.trace import TracedRoute
from careerlattice.plan.parameters import NOISE_USD
from careerlattice.plan.request import PlanRequest
from careerlattice.vocab.amounts import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterCredential:
    """A credential earned in the job at the goal, in none of the plan's sums.

    `months` after the job is entered, low and high, and `usd` for exams, courses and fees.
    """

    name: str
    months: Span
    usd: Span | None

    def __str__(self) -> str:
        return str(words().later_text(self))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Plan:
    """One route, told in full: its names, its steps, its sums and its money.

    `names` say what it is best at. Sums are exact: months, out-of-pocket dollars, earnings forgone,
    difficulty, job changes. `confidence` says how many go this way and who would hire at its end.
    `later` is the credential that the goal's title names, earned after the job is entered.
    """

    id: str
    names: tuple[PlanName, ...]
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
    reasons: tuple[Reason, ...]
    confidence: Confidence
    interest_fit: float | None = None
    later: LaterCredential | None = None

    def __repr__(self) -> str:
        names = ", ".join(name.slug for name in self.names)
        money = f"{self.months_usual:g} months, ${self.cost_usd:,.0f}"
        return f"<Plan {self.id} ({names}): {money}, {len(self.steps)} steps>"

    @property
    def how_sure(self) -> str:
        """A sentence or two on how many go this way and who would hire at its end."""
        return str(self.confidence)

    @property
    def is_forgone_told(self) -> bool:
        """Whether pay is given up that anyone would choose by."""
        return self.forgone_usd >= NOISE_USD.value

    def has_name(self, aim: Aim) -> bool:
        """Whether the plan is the best of all at an aim."""
        return PlanName(aim) in self.names

    def to_dict(self) -> PlanJson:
        """The plan as JSON-ready values, its sentences included."""
        pairs: PlanJson = words().plan_to_json(self)
        return pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchReport:
    """What the search did: size of the state network, size of the exact front, completeness."""

    units: tuple[str, ...]
    states: int = 0
    arcs: int = 0
    front: int = 0
    shown: int = 0
    is_complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanAnswer:
    """The whole answer to a plan request.

    `editions` cites the publishers' editions the figures come from, by source id. `trace` says what
    became of every route found; none unless it was asked for.
    """

    request: PlanRequest
    release: str
    area: str
    start: StartLabel
    goal: GoalLabel
    plans: tuple[Plan, ...]
    notices: tuple[Notice, ...]
    search: SearchReport
    credits: tuple[str, ...]
    editions: Mapping[str, str] = field(default_factory=dict)
    trace: tuple[TracedRoute, ...] | None = None

    def __repr__(self) -> str:
        way = f"{self.start_title} to {self.goal_title}, {self.area}"
        notices = "1 notice" if len(self.notices) == 1 else f"{len(self.notices)} notices"
        plans = "1 plan" if len(self.plans) == 1 else f"{len(self.plans)} plans"
        return f"<PlanAnswer {way}: {plans}, {notices}>"

    def _repr_html_(self) -> str:
        """The plans as a small table, for notebooks."""
        from html import escape

        head = "".join(f"<th>{name}</th>" for name in ("", "best at", "months", "tuition", "pay"))
        rows = [
            (
                plan.id,
                ", ".join(name.slug for name in plan.names),
                f"{plan.months_usual:g}",
                f"${plan.cost_usd:,.0f}",
                "" if plan.pay_at_goal.p50 is None else f"${plan.pay_at_goal.p50:,.0f}",
            )
            for plan in self.plans
        ]
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
        )
        title = escape(f"{self.start_title} to {self.goal_title}, {self.area}")
        return f"<table><caption>{title}</caption><tr>{head}</tr>{body}</table>"

    @property
    def start_title(self) -> str:
        """The start in words: a title, or that there is no job yet."""
        return str(words().start_title(self.start))

    @property
    def goal_title(self) -> str:
        """The goal in words: a title, or what the outcome asks."""
        return str(words().goal_title(self.goal))

    def recommended(self, name: str = "") -> Plan:
        """The plan of this name, or without one the plan to show first: balanced, else
        the easiest, else the fastest.

        Raises `NotFound` where no plan has the name, or there is none at all.
        """
        if name or not self.plans:
            return self.get_plan(name)
        for aim in (Aim.BALANCED, Aim.EASIEST, Aim.FASTEST):
            for plan in self.plans:
                if plan.has_name(aim):
                    return plan
        return self.plans[0]

    def get_plan(self, name: str) -> Plan:
        """The plan of this id or name. Raises `NotFound`."""
        for plan in self.plans:
            names = {said for own in plan.names for said in (own.slug, words().names_text((own,)))}
            if name == plan.id or name.lower() in names:
                return plan
        if len(self.plans) == 1 and name.lower() in {aim.value for aim in Aim}:
            # Of one plan nothing is said that compares, but whoever asks for the fastest means it.
            return self.plans[0]
        known = [f"{plan.id} ({', '.join(own.slug for own in plan.names)})" for plan in self.plans]
        raise NotFound("plan", name, known, field="plan")

    def to_dict(self) -> PlanAnswerJson:
        """The answer as JSON-ready values, its sentences included."""
        pairs: PlanAnswerJson = words().answer_to_json(self)
        return pairs

"""Tools that plan: routes of several steps from here to there, in full or side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypedDict

from careerlattice.mcp.arguments import said
from careerlattice.mcp.look_up import METRO, STATE
from careerlattice.mcp.served import AnswerJson, Served
from careerlattice.mcp.tool import Tool
from careerlattice.plan.answer.json_shapes import NeedJson, NoticeJson, PayJson, RouteStopJson

if TYPE_CHECKING:
    from careerlattice.plan.answer import Plan, PlanAnswer, Step
    from careerlattice.plan.request import PlanRequest
    from careerlattice.vocab.levels import EducationLevel

_SHOWN = 3
_SCHOOLS = 3
EDUCATION = (
    "Highest schooling: less-than-high-school, high-school, certificate, some-college, associate, "
    "bachelor, master, professional or doctoral."
)


@dataclass(frozen=True, kw_only=True)
class Ask:
    """From where, to where, within which limits."""

    from_occupation: str | None = field(
        default=None, metadata=said("The present job, by title or code; none for who has no job.")
    )
    months_in_job: float | None = field(
        default=None, metadata=said("How many months in it.", low=0, high=720)
    )
    past_occupations: tuple[str, ...] = field(
        default=(), metadata=said("Jobs held before, latest first.", most=6)
    )
    education: str | None = field(default=None, metadata=said(EDUCATION))
    field_of_study: str | None = field(
        default=None, metadata=said("What was studied, by name or CIP code.")
    )
    pay_now_usd: float | None = field(
        default=None, metadata=said("What is earned now in a year.", low=0, high=10_000_000)
    )
    to_occupation: str | None = field(
        default=None, metadata=said("The goal, by title or code. Or a pathway, or an outcome.")
    )
    to_pathway: str | None = field(
        default=None, metadata=said("A pathway as the goal, with to_level.")
    )
    to_level: Literal["entry", "intermediate", "advanced", "expert"] | None = field(
        default=None, metadata=said("The level of the pathway to reach.")
    )
    goal_pay_usd: float | None = field(
        default=None,
        metadata=said("An outcome: median pay of at least this a year.", low=0, high=10_000_000),
    )
    no_degree: bool = field(
        default=False, metadata=said("An outcome: work that needs no college degree.")
    )
    state: str | None = field(default=None, metadata=said(STATE))
    metro: str | None = field(default=None, metadata=said(METRO))
    max_months: float | None = field(
        default=None, metadata=said("Months to the goal at most.", low=1, high=600)
    )
    budget_usd: float | None = field(
        default=None, metadata=said("Dollars for tuition at most.", low=0, high=10_000_000)
    )
    min_pay_usd: float | None = field(
        default=None,
        metadata=said(
            "The lowest pay a year acceptable on the way.",
            low=0,
            high=10_000_000,
            former="lowest_pay_usd",
        ),
    )
    max_credential: str | None = field(
        default=None, metadata=said("The highest credential to go for; words as for education.")
    )
    study: Literal["any", "none", "part", "full"] = field(
        default="any", metadata=said("How one can study: full or part time, not at all, or any.")
    )
    avoid: tuple[str, ...] = field(
        default=(), metadata=said("Occupations never to pass or reach.", most=20)
    )


@dataclass(frozen=True, kw_only=True)
class AskPlan(Ask):
    """The same, and how many plans to tell in full."""

    plans: int = field(default=_SHOWN, metadata=said("How many plans in full.", low=1, high=7))


class StepBriefJson(TypedDict):
    """One step: what is done, when (months from the start), how long, at what price and pay."""

    kind: str
    title: str
    occupation: str | None
    start_month: float
    start_month_usual: float
    months: float
    months_usual: float
    is_beside_work: bool
    cost_usd: int
    pay_usd: float | None
    needs: list[NeedJson]
    programs: list[str]
    schools: list[str]
    licenses: list[str]
    notes: list[str]
    sources: list[str]
    first_do: str
    first_url: str


class RouteJson(TypedDict):
    """A route by its sums: what it is best at, and why it is shown.

    `gain_usd` is the present value of what it earns over staying put; null where pay is published
    by the hour only.
    """

    id: str
    best_at: list[str]
    route: list[RouteStopJson]
    months: float
    months_usual: float
    cost_low_usd: int
    cost_usd: int
    cost_high_usd: int
    forgone_usd: int
    job_changes: int
    share_open: float
    pay_at_goal: PayJson
    gain_usd: int | None
    payback_month: int | None
    reasons: list[str]
    how_sure: str


class PlanBriefJson(RouteJson):
    """A route with its steps."""

    steps: list[StepBriefJson]


class QuestionJson(AnswerJson):
    """How the question was understood, and what the search did."""

    start: str
    goal: str
    area: str
    in_all: int
    is_complete: bool
    remarks: list[NoticeJson]


class PlanJson(QuestionJson):
    """The first plans in full, best ones first; none where no way keeps to the limits."""

    plans: list[PlanBriefJson]


class CompareJson(QuestionJson):
    """All plans side by side."""

    routes: list[RouteJson]


def plan(served: Served, asked: AskPlan) -> PlanJson:
    """Routes with their steps."""
    answer = served.planner.plan(request_of(asked))
    shown = answer.plans[: asked.plans]
    return {
        **_question(served, answer),
        "plans": [{**_route(one), "steps": [_step(step) for step in one.steps]} for one in shown],
    }


def compare_routes(served: Served, asked: Ask) -> CompareJson:
    """Routes by their sums."""
    answer = served.planner.plan(request_of(asked))
    return {**_question(served, answer), "routes": [_route(one) for one in answer.plans]}


def level_of(text: str | None, argument: str) -> EducationLevel | None:
    """The schooling that an argument names in words. Raises `BadRequest` naming the argument."""
    from careerlattice.errors import BadCode, BadRequest
    from careerlattice.vocab.levels import EducationLevel

    try:
        return None if text is None else EducationLevel.parse(text)
    except BadCode as error:
        raise BadRequest(str(error), field=argument) from None


def request_of(asked: Ask) -> PlanRequest:
    """The question as the planner takes it. Raises `BadRequest`."""
    from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start

    here = asked.from_occupation
    return PlanRequest(
        Start(
            job=None if here is None else PastJob(here, asked.months_in_job),
            past=tuple(PastJob(one) for one in asked.past_occupations),
            education=level_of(asked.education, "education"),
            field=asked.field_of_study,
            pay_usd=asked.pay_now_usd,
        ),
        Goal(
            occupation=asked.to_occupation,
            pathway=asked.to_pathway,
            level=asked.to_level,
            min_pay_usd=asked.goal_pay_usd,
            no_degree=asked.no_degree,
        ),
        Limits(
            max_months=asked.max_months,
            budget_usd=asked.budget_usd,
            min_pay_usd=asked.min_pay_usd,
            max_credential=level_of(asked.max_credential, "max_credential"),
            study=asked.study,
            avoid=asked.avoid,
        ),
        state=asked.state,
        metro=asked.metro,
    )


ARGUMENT_OF = {
    "start": "from_occupation",
    "start.job": "from_occupation",
    "start.job.months": "months_in_job",
    "start.past": "past_occupations",
    "start.education": "education",
    "start.field": "field_of_study",
    "start.pay_usd": "pay_now_usd",
    "goal": "to_occupation",
    "goal.occupation": "to_occupation",
    "goal.pathway": "to_pathway",
    "goal.level": "to_level",
    "goal.min_pay_usd": "goal_pay_usd",
    "goal.no_degree": "no_degree",
    "limits.max_months": "max_months",
    "limits.budget_usd": "budget_usd",
    "limits.min_pay_usd": "min_pay_usd",
    "limits.max_credential": "max_credential",
    "limits.study": "study",
    "limits.avoid": "avoid",
}
"""The argument for each part of a plan request."""


def _question(served: Served, answer: PlanAnswer) -> QuestionJson:
    from careerlattice.wording import goal_title, notice_text, notice_to_json, start_title

    remarks = [notice_to_json(notice) for notice in answer.notices]
    for remark in remarks:
        if "field" in remark:
            remark["field"] = ARGUMENT_OF.get(remark["field"], remark["field"])
    notices = [notice_text(notice) for notice in answer.notices]
    return {
        **served.answer((*answer.editions, "ooh", "careerlattice"), notices),
        "start": start_title(answer.start),
        "goal": goal_title(answer.goal),
        "area": answer.area,
        "in_all": len(answer.plans),
        "is_complete": answer.search.is_complete,
        "remarks": remarks,
    }


def _route(one: Plan) -> RouteJson:
    from careerlattice.wording import plan_to_json

    told = plan_to_json(one)
    return {
        "id": told["id"],
        "best_at": told["names"],
        "route": told["route"],
        "months": told["months"],
        "months_usual": told["months_usual"],
        "cost_low_usd": told["cost_low_usd"],
        "cost_usd": told["cost_usd"],
        "cost_high_usd": told["cost_high_usd"],
        "forgone_usd": told["forgone_usd"],
        "job_changes": told["job_changes"],
        "share_open": told["share_open"],
        "pay_at_goal": told["pay_at_goal"],
        "gain_usd": told["money"]["gain_npv"],
        "payback_month": told["money"]["payback_month"],
        "reasons": told["reasons"],
        "how_sure": told["how_sure"],
    }


def _step(step: Step) -> StepBriefJson:
    from careerlattice.wording import step_to_json

    told = step_to_json(step)
    return {
        "kind": told["kind"],
        "title": told["title"],
        "occupation": told["occupation"],
        "start_month": told["start_month"],
        "start_month_usual": told["start_month_usual"],
        "months": told["months"],
        "months_usual": told["months_usual"],
        "is_beside_work": told["is_beside_work"],
        "cost_usd": told["cost_usd"],
        "pay_usd": told["pay_usd"],
        "needs": told["needs"],
        "programs": told["programs"],
        "schools": [f"{school.school}: {school.program}" for school in step.schools[:_SCHOOLS]],
        "licenses": [
            f"{item.readable_title} ({item.agency or item.state})" for item in step.licenses
        ],
        "notes": told["notes"],
        "sources": told["sources"],
        "first_do": told["first_do"],
        "first_url": told["first_url"],
    }


TOOLS = (
    Tool(
        "plan",
        "Plan a way",
        "Plan ways of several steps (study, license, work, promotion) from a job or schooling "
        "to an occupation, a level of a pathway, or an outcome such as pay, within limits of "
        "time, money, pay and place. Answers step by step with time, price, pay, schools and "
        "licenses. Without a way within the limits, remarks name the limit that binds and the "
        "smallest change that opens one.",
        AskPlan,
        PlanJson,
        plan,
    ),
    Tool(
        "compare_routes",
        "Compare routes",
        "The same question as plan, answered with all routes side by side by their sums: time, "
        "price, pay, gain over staying put, how sure; no steps.",
        Ask,
        CompareJson,
        compare_routes,
    ),
)

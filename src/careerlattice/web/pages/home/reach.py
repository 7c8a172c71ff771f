"""What is within reach of a person: routes to a goal, or to jobs that pay more without one."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from careerlattice.catalog.catalog import Catalog
from careerlattice.draw.lattice_map import DrawnRoute, DrawnRoutes, draw_routes
from careerlattice.errors import BadCode, NotFound
from careerlattice.plan.answer import Plan, PlanAnswer
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.titles import singular_title
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.pages.atlas.lattice_map import lattice_map
from careerlattice.web.pages.plan.form import PlanForm
from careerlattice.web.pages.plan.page import answer_to
from careerlattice.web.parameters import WORTH_A_MOVE, WORTH_A_START
from careerlattice.wording import way_names
from careerlattice.wording.catalogue import capitalized
from careerlattice.wording.glance import glance, hourly_change

ROUND_USD = 500.0
MOST_JOBS = 7
MOST_OF_OWN_FIELD = 5
"""The rest is for other fields: who asks where to go should also see what they did not think of."""


_Route = tuple[PlanForm, Plan]
"""A route with the question it answers, whose page shows it."""


@dataclass(frozen=True, slots=True)
class ReachedJob:
    """A route and the job it leads to: what it is called here, and `query` of its plan.

    `time`, `tuition` and `pay` are its figures in words; `start_hour_usd` is what beginners there
    earn an hour, `change_hour_usd` the middle pay there beyond what is earned now.
    """

    code: str
    title: str
    months: float
    cost_usd: float
    start_hour_usd: float | None
    change_hour_usd: float | None
    time: str
    tuition: str
    pay: str
    query: str


@dataclass(frozen=True, slots=True)
class Reach:
    """The jobs reached and their routes on the lattice: the quickest first, then the best paid.

    `start` is the start in words, `area` whose figures count, `least_usd` the yearly pay asked of
    the jobs where no goal was named. `query` is the whole question, for the page of the plan.
    Without a goal the jobs are some of the person's own field, and some of any.
    """

    start: str
    goal: str
    area: str
    least_usd: float | None
    has_pay_now: bool
    query: str
    jobs: tuple[ReachedJob, ...]
    drawn: DrawnRoutes = field(metadata=NOT_IN_JSON)

    @property
    def marked(self) -> tuple[tuple[ReachedJob, DrawnRoute], ...]:
        """Each job with its route on the lattice."""
        return tuple(zip(self.jobs, self.drawn.routes, strict=True))


def reach_of(form: PlanForm) -> Reach:
    """The routes to the goal of a question, or to jobs that pay more where it names none.

    Raises `NotFound` or `BadRequest` for a question that cannot be planned.
    """
    if form.has_goal:
        answer = answer_to(form.request())
        return _reach(form, answer, [(form, plan) for plan in answer.plans], None)
    for least in _least_pay(form):
        asked = replace(form, goal=replace(form.goal, min_pay_usd=least))
        answer = answer_to(asked.request())
        if answer.plans:
            break
    own = _one_each(_own_field(asked), MOST_OF_OWN_FIELD)
    routes = _one_each([*own, *((asked, plan) for plan in answer.plans)], MOST_JOBS)
    return _reach(asked, answer, routes, least)


def _own_field(form: PlanForm) -> list[_Route]:
    """Routes to jobs of the pathway that the job of a person belongs to; none without a job."""
    catalog = served_catalog()
    job = _job_of(catalog, form.past_job or form.from_text)
    pathways = catalog.list_pathways_of(job) if job is not None else []
    if not pathways:
        return []
    asked = replace(form, goal=replace(form.goal, pathway=pathways[0].id))
    plans = answer_to(asked.request()).plans
    return [(asked, plan) for plan in sorted(plans, key=lambda plan: plan.months_usual)]


def _one_each(routes: list[_Route], most: int) -> list[_Route]:
    """The first route to each job, at most so many."""
    first: dict[str, _Route] = {}
    for form, plan in routes:
        first.setdefault(plan.route[-1].code, (form, plan))
    return list(first.values())[:most]


def _least_pay(form: PlanForm) -> tuple[float, ...]:
    """Yearly pay to ask of jobs: beyond the pay now, as good as the last; else any fair pay."""
    fair = WORTH_A_START.value
    now = form.pay or _pay_of(served_catalog(), form.past_job or form.from_text, form)
    if now is None:
        return (fair,)
    better = now if form.has_no_job else now * WORTH_A_MOVE.value
    return _rounded(max(better, fair)), fair


def _rounded(usd: float) -> float:
    return round(usd / ROUND_USD) * ROUND_USD


def _pay_of(catalog: Catalog, title: str, form: PlanForm) -> float | None:
    """The median yearly pay of a job in the place; none for schooling or without figures."""
    code = _job_of(catalog, title)
    if code is None:
        return None
    pay = catalog.pay_vectors(form.place)
    row = catalog.row_of[code]
    told = float(pay.p50[row])
    return None if pay.is_hourly[row] or math.isnan(told) else told


def _job_of(catalog: Catalog, title: str) -> OnetSocCode | None:
    try:
        return catalog.get_occupation(title).code
    except (NotFound, BadCode):
        return None


def _reach(
    form: PlanForm, answer: PlanAnswer, routes: list[_Route], least_usd: float | None
) -> Reach:
    routes = sorted(routes, key=lambda route: (route[1].months_usual, -_pay_at(route[1])))
    plans = tuple(plan for _asked, plan in routes)
    has_job = answer.request.start.job is not None
    has_pay_now = has_job and all(plan.money.is_told for plan in plans)
    start = plans[0].route[0].code if plans and has_job else ""
    return Reach(
        start=answer.start_title,
        goal=answer.goal_title,
        area=answer.area,
        least_usd=least_usd,
        has_pay_now=has_pay_now,
        query=form.query(),
        jobs=tuple(
            _job(asked, plan, title, has_pay_now=has_pay_now)
            for (asked, plan), title in zip(routes, _titles(form, plans), strict=True)
        ),
        drawn=draw_routes(
            lattice_map(), [[stop.code for stop in plan.route] for plan in plans], start
        ),
    )


def _pay_at(plan: Plan) -> float:
    return plan.pay_at_goal.p50 or 0.0


def _titles(form: PlanForm, plans: tuple[Plan, ...]) -> tuple[str, ...]:
    """What tells the routes apart: the ways to a goal that was named, else the jobs."""
    if form.to_text:
        return way_names(plans)
    return tuple(capitalized(singular_title(plan.route[-1].title)) for plan in plans)


def _job(form: PlanForm, plan: Plan, title: str, *, has_pay_now: bool) -> ReachedJob:
    time, tuition, pay = glance(plan, has_pay_now=has_pay_now)
    goal = plan.route[-1]
    return ReachedJob(
        code=goal.code,
        title=title,
        months=plan.months_usual,
        cost_usd=plan.cost_usd,
        start_hour_usd=plan.pay_at_goal.start_hour,
        change_hour_usd=hourly_change(plan),
        time=time,
        tuition=tuition,
        pay=pay,
        query=f"{form.query()}&show={plan.id}",
    )

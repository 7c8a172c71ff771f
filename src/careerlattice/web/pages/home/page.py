"""`/`: where are you now, where do you want to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.vocab.levels import PLANNED_LEVELS
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.forms import FormField, FormReader
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.places import PLACE, place_of
from careerlattice.web.pages.person.person import EDUCATION
from careerlattice.web.pages.plan.no_job import means_no_job
from careerlattice.web.pages.plan.page import answer_to, choose_plan
from careerlattice.web.pages.plan.parameters import FROM, MONTHS_IN_JOB, TO
from careerlattice.web.pages.plan.pictures import PlanLine, timelines

EXAMPLES = (
    ("31-1131.00", "29-1141.00"),
    ("43-4171.00", "13-1071.00"),
    ("47-2061.00", "11-9021.00"),
    ("15-1232.00", "15-1212.00"),
)


EXAMPLE_STATE = "OH"


@dataclass(frozen=True, slots=True)
class Example:
    """A question others have asked, to try."""

    from_code: str
    from_title: str
    to_code: str
    to_title: str


@dataclass(frozen=True, slots=True)
class ExampleStep:
    """A step of the example: the month it starts in, counted from the beginning, and its title."""

    month: int
    title: str
    look: str


@dataclass(frozen=True, slots=True)
class ExampleRoute:
    """A real answer in small, as the plan page gives it.

    `months` to the goal, `cost_usd` of tuition, `pay_usd` the middle pay there, `stay_usd` a year
    without the route, `gain_usd` in today's value over `years`.
    """

    question: Example
    state: str
    state_name: str
    months: float
    cost_usd: float
    pay_usd: float | None
    stay_usd: float
    gain_usd: float
    years: int
    routes: int
    steps: tuple[ExampleStep, ...]


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The first page: the question, two other doors, and what stands behind the answers."""

    from_text: str
    to_text: str
    examples: tuple[Example, ...]
    example: ExampleRoute | None
    occupations: int
    areas: int
    licenses: int
    school_programs: int
    education: str
    line: PlanLine | None = field(metadata=NOT_IN_JSON)
    has_no_job: bool = field(metadata=NOT_IN_JSON)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    fields: dict[str, FormField] = field(metadata=NOT_IN_JSON)

    @property
    def is_about_you(self) -> bool:
        """Whether the part of the form about the person holds or needs something."""
        return bool(self.education or self.has_no_job or self.fields["months_in_job"].text)


@page_view("pages/home.html", (FROM, TO, EDUCATION, MONTHS_IN_JOB, *PLACE), personal=True)
def home(request: HttpRequest) -> HomePage:
    """The first page; what is asked fills the fields."""
    catalog = served_catalog()
    tables = catalog.release.manifest.tables
    examples = _examples()
    route, line = example_route() or (None, None)
    start = FROM.read(request.GET)
    reading = FormReader(request.GET)
    reading.number(MONTHS_IN_JOB)
    return HomePage(
        title=_("Plan your way from one job to the next"),
        description=_(
            "A free route planner for careers: the steps, time, money, and licenses from the "
            "job you have to the job you want, with the source of every number."
        ),
        sources=("onet", "bls-oews", "bls-projections", "careeronestop", "scorecard"),
        place=place_of(request.GET),
        from_text="" if means_no_job(start) else start,
        has_no_job=means_no_job(start),
        education=EDUCATION.read(request.GET),
        educations=tuple((level.slug, level.label) for level in PLANNED_LEVELS),
        fields=reading.fields,
        to_text=TO.read(request.GET),
        examples=examples,
        example=route,
        line=line,
        occupations=len(catalog.codes),
        areas=tables["areas"].rows or 0,
        licenses=tables["licenses"].rows or 0,
        school_programs=tables["school_programs"].rows or 0,
    )


def _examples() -> tuple[Example, ...]:
    catalog = served_catalog()
    known = catalog.row_of
    return tuple(
        Example(
            from_code=a,
            from_title=catalog.occupation(a).title,
            to_code=b,
            to_title=catalog.occupation(b).title,
        )
        for a, b in EXAMPLES
        if a in known and b in known
    )


@cache
def example_route() -> tuple[ExampleRoute, PlanLine] | None:
    """The first example, planned once for each process; none where the release cannot plan it."""
    examples = _examples()
    if not examples:
        return None
    question = examples[0]
    request = PlanRequest(
        start=Start(PastJob(question.from_code)), goal=Goal(question.to_code), state=EXAMPLE_STATE
    )
    answer = answer_to(request)
    plan = choose_plan(answer, "")
    if plan is None:
        return None
    steps = tuple(
        ExampleStep(month=round(step.start_month), title=step.title, look=step.look)
        for step in plan.steps
    )
    route = ExampleRoute(
        question=question,
        state=EXAMPLE_STATE,
        state_name=answer.area,
        months=plan.months,
        cost_usd=plan.cost_usd,
        pay_usd=plan.pay_at_goal.p50,
        stay_usd=plan.money.stay_pay_usd,
        gain_usd=plan.money.gain_npv,
        years=len(plan.money.years),
        routes=len(answer.plans),
        steps=steps,
    )
    return route, timelines((plan,)).lines[0]

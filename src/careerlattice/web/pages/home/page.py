"""`/`: where are you now, and what is within reach."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from careerlattice.draw.lattice_map import LatticeMap
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.profile.no_job import schooling_meant
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.addresses import wants_json
from careerlattice.web.http.forms import FormField, FormReader
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Page
from careerlattice.web.http.page_view import page_view, show
from careerlattice.web.http.parameters import FlagParam
from careerlattice.web.http.places import PLACE
from careerlattice.web.pages.atlas.lattice_map import NamedStrip, lattice_map, lattice_strips
from careerlattice.web.pages.home.reach import Reach, reach_of
from careerlattice.web.pages.person.person import EDUCATION
from careerlattice.web.pages.plan.form import PlanForm, read_form
from careerlattice.web.pages.plan.page import (
    Unclear,
    answer_to,
    choose_plan,
    take_turn,
    unclear_titles,
)
from careerlattice.web.pages.plan.parameters import FROM, MONTHS_IN_JOB, TO
from careerlattice.web.pages.plan.pictures import PlanLine, timelines

TEMPLATE = "pages/home.html"
GO = FlagParam("go", "Lead a browser on to the plan where a goal is given.")
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

    `months` to the goal at best and `months_usual`, `cost_usd` of tuition, `pay_usd` the middle pay
    there, `stay_usd` a year without the route, `gain_usd` in today's value over `years`.
    """

    question: Example
    state: str
    state_name: str
    months: float
    months_usual: float
    cost_usd: float
    pay_usd: float | None
    stay_usd: float
    gain_usd: float
    years: int
    routes: int
    steps: tuple[ExampleStep, ...]


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The first page: the question, what is within reach on the lattice, and two other doors.

    `reach` is the answer to what the address asks, or an example (`is_example`) where it asks
    nothing; none where what was typed is `unclear`. `clusters` are the strips of the lattice.
    """

    from_text: str
    to_text: str
    reach: Reach | None
    is_example: bool
    unclear: tuple[Unclear, ...]
    clusters: tuple[NamedStrip, ...]
    examples: tuple[Example, ...]
    example: ExampleRoute | None
    occupations: int
    areas: int
    licenses: int
    school_programs: int
    education: str
    line: PlanLine | None = field(metadata=NOT_IN_JSON)
    has_no_job: bool = field(metadata=NOT_IN_JSON)
    is_in_school: bool = field(metadata=NOT_IN_JSON)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    fields: dict[str, FormField] = field(metadata=NOT_IN_JSON)
    problems: tuple[FormField, ...] = field(metadata=NOT_IN_JSON)

    @property
    def is_about_you(self) -> bool:
        """Whether the part of the form about the person holds or needs something."""
        return bool(self.education or self.fields["months_in_job"].text)

    @property
    def place_field(self) -> FormField | None:
        """The field of the place."""
        return self.fields.get("plan-state")

    @property
    def lattice(self) -> LatticeMap:
        """All occupations as dots."""
        return lattice_map()


@page_view(TEMPLATE, (FROM, TO, EDUCATION, MONTHS_IN_JOB, *PLACE, GO), personal=True)
def home(request: HttpRequest) -> HomePage | HttpResponse:
    """The first page; what is asked fills the fields and lights up the lattice."""
    reader = FormReader.of(request)
    form = read_form(reader)
    page = _home_page(form, reader)
    if reader.problems:
        return show(request, TEMPLATE, page, 400)
    if form.has_goal and GO.read(request.GET) and not wants_json(request):
        return HttpResponseRedirect(f"/plan?{form.query()}")
    if not form.has_start:
        return page
    unclear = unclear_titles(form)
    if unclear:
        return replace(page, unclear=unclear, reach=None, is_example=False)
    take_turn(request)
    return replace(page, reach=reach_of(form), is_example=False)


def _home_page(form: PlanForm, reader: FormReader) -> HomePage:
    """The page of a question that is not answered."""
    catalog = served_catalog()
    tables = catalog.release.manifest.tables
    route, line = example_route() or (None, None)
    reach = example_reach()
    is_in_school = schooling_meant(form.from_text) is EducationLevel.HIGH_SCHOOL
    typed = form.past_job if form.has_no_job else "" if is_in_school else form.from_text
    return HomePage(
        title=_("Plan your way from one job to the next"),
        description=_(
            "A free route planner for careers: the steps, time, money, and licenses from the "
            "job you have to the job you want, with the source of every number."
        ),
        sources=("onet", "bls-oews", "bls-projections", "careeronestop", "scorecard"),
        place=form.place,
        from_text=typed,
        to_text=form.to_text,
        reach=reach,
        is_example=reach is not None,
        unclear=(),
        clusters=lattice_strips(),
        examples=_examples(),
        example=route,
        occupations=len(catalog.codes),
        areas=tables["areas"].rows or 0,
        licenses=tables["licenses"].rows or 0,
        school_programs=tables["school_programs"].rows or 0,
        education=form.education.slug if form.education is not None else "",
        line=line,
        has_no_job=form.has_no_job,
        is_in_school=is_in_school,
        educations=tuple((level.slug, level.label) for level in PLANNED_LEVELS),
        fields=reader.fields,
        problems=reader.problems,
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
        ExampleStep(month=round(step.start_month_usual), title=step.title, look=step.look)
        for step in plan.steps
    )
    route = ExampleRoute(
        question=question,
        state=EXAMPLE_STATE,
        state_name=answer.area,
        months=plan.months,
        months_usual=plan.months_usual,
        cost_usd=plan.cost_usd,
        pay_usd=plan.pay_at_goal.p50,
        stay_usd=plan.money.stay_pay_usd,
        gain_usd=plan.money.gain_npv,
        years=len(plan.money.years),
        routes=len(answer.plans),
        steps=steps,
    )
    return route, timelines((plan,)).lines[0]


@cache
def example_reach() -> Reach | None:
    """What is within reach at the start of the first example; none where it cannot be planned."""
    examples = _examples()
    if not examples:
        return None
    place = served_catalog().get_area(EXAMPLE_STATE)
    return reach_of(PlanForm(from_text=examples[0].from_title, place=place))

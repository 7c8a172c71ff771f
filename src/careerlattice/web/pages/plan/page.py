"""`/plan`: routes from where a person is to where they want to be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Area
from careerlattice.errors import BadCode, NotFound
from careerlattice.plan.answer import Notice, NoticeKind, Plan, PlanAnswer
from careerlattice.plan.parameters import ALL
from careerlattice.plan.request import PlanRequest
from careerlattice.vocab.levels import PLANNED_LEVELS
from careerlattice.vocab.parameter import Parameter
from careerlattice.web.app_state import served_catalog, served_planner
from careerlattice.web.http.error_pages import too_many
from careerlattice.web.http.forms import Field, Reading
from careerlattice.web.http.json_pages import NOT_IN_TWIN
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view, show
from careerlattice.web.http.rate_limit import TokenBuckets
from careerlattice.web.pages.occupation.moves import MoveLine, moves_around
from careerlattice.web.pages.places import PlaceChoice, place_choice
from careerlattice.web.pages.plan.form import (
    ASKS,
    SHOW,
    TRACE,
    PlanForm,
    build_request,
    read_form,
    remarks_on,
    schooling_meant,
    without_limits,
)
from careerlattice.web.pages.plan.no_job import NO_JOB
from careerlattice.web.pages.plan.options import Option, options_of
from careerlattice.web.pages.plan.pictures import MoneyPicture, Timelines, money_picture, timelines
from careerlattice.web.pages.plan.relaxations import (
    LimitSet,
    Plans,
    Relaxation,
    limits_set,
    relaxations_of,
)

SOURCES = (
    "onet", "bls-oews", "bls-projections", "scorecard", "nces-cip", "careeronestop", "rapids",
    "costs", "careerlattice",
)  # fmt: skip
NO_WAY = (NoticeKind.NO_WAY_IN_LIMITS, NoticeKind.UNREACHABLE, NoticeKind.GOAL_EMPTY)
MOST_FILE_NAME = 100
QUIET = (NoticeKind.LEFT_OUT, NoticeKind.RELAXATION, *NO_WAY)

_buckets = TokenBuckets(settings.PLANS_A_MINUTE)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A title that could not be read as one occupation, and what may have been meant."""

    field: str
    typed: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class PlanPage(Page):
    """The question and its answer; `answer` is none while the question is not complete."""

    answer: PlanAnswer | None
    shown: str
    unclear: tuple[Unclear, ...]
    next_steps: tuple[MoveLine, ...]
    remarks: tuple[str, ...]
    no_way: tuple[str, ...]
    relaxations: tuple[Relaxation, ...]
    left_out: str
    assumptions: dict[str, Parameter]
    form: PlanForm = field(metadata=NOT_IN_TWIN)
    chosen: Plan | None = field(metadata=NOT_IN_TWIN)
    options: tuple[Option, ...] = field(metadata=NOT_IN_TWIN)
    limits: tuple[LimitSet, ...] = field(metadata=NOT_IN_TWIN)
    query: str = field(metadata=NOT_IN_TWIN)
    without_limits: str = field(metadata=NOT_IN_TWIN)
    timelines: Timelines | None = field(metadata=NOT_IN_TWIN)
    money: MoneyPicture | None = field(metadata=NOT_IN_TWIN)
    choice: PlaceChoice = field(metadata=NOT_IN_TWIN)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    fields: dict[str, Field] = field(metadata=NOT_IN_TWIN)
    problems: tuple[Field, ...] = field(metadata=NOT_IN_TWIN)
    file_name: str = field(metadata=NOT_IN_TWIN)

    @property
    def from_text(self) -> str:
        """What stands in the first field; nothing when its box says that there is no job."""
        return self.form.past_job if self.form.has_no_job else self.form.from_text

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked yet, so that what a browser remembers may fill the form."""
        return not (self.form.has_goal or self.form.from_text or self.problems)

    @property
    def is_about_you(self) -> bool:
        """Whether the part of the form about the person holds or needs something."""
        form = self.form
        return bool(
            form.education or form.field_of_study or form.has_no_job
            or self.fields["months_in_job"].text or self.fields["pay"].text
        )  # fmt: skip

    @property
    def has_no_job(self) -> bool:
        """Whether the box beside the first field is ticked."""
        return self.form.has_no_job

    @property
    def to_text(self) -> str:
        """What stands in the second field."""
        return self.form.to_text


@lru_cache(maxsize=128)
def answer_to(request: PlanRequest) -> PlanAnswer:
    """The planner's answer; kept, since the same request and release give the same answer."""
    return served_planner().plan(request)


def traced_answer(request: PlanRequest) -> PlanAnswer:
    """The answer with what became of every route found; large and seldom asked for, so not kept."""
    return served_planner().plan(request, trace=True)


def visitor(request: HttpRequest) -> str:
    """The address a request came from; behind a proxy of ours, the one it names last."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def take_turn(request: HttpRequest) -> float:
    """Count one plan for the visitor: 0.0 when it is their turn, else the seconds to wait."""
    return _buckets.take(visitor(request))


@page_view("pages/plan.html", (*ASKS, SHOW, TRACE), keeps=True)
def plan(request: HttpRequest) -> PlanPage | HttpResponse:
    """The form alone while something is missing or wrong; else the options and one plan in full."""
    reading = Reading.of(request)
    form, place = read_form(reading)
    wanted = SHOW.read(request.GET)
    if reading.problems:
        return show(request, "pages/plan.html", _page(form, place, reading), 400)
    if not (form.has_goal and (form.from_text or form.education)):
        next_steps = () if form.has_goal else _next_steps(form, place)
        return _page(form, place, reading, next_steps=next_steps)
    unclear = _unclear(form)
    if unclear:
        return show(request, "pages/plan.html", _page(form, place, reading, unclear=unclear), 404)
    plan_request = build_request(form, place)
    wait = take_turn(request)
    if wait:
        return too_many(request, wait)
    answer = (traced_answer if TRACE.read(request.GET) else answer_to)(plan_request)
    return _page(form, place, reading, answer=answer, chosen=choose_plan(answer, wanted))


def choose_plan(answer: PlanAnswer, wanted: str) -> Plan | None:
    """The plan named, or the balanced one, the fastest, the first. Raises `NotFound`."""
    if not answer.plans:
        return None
    return answer.recommended(wanted)


def _page(
    form: PlanForm,
    place: Area | None,
    reading: Reading,
    *,
    answer: PlanAnswer | None = None,
    chosen: Plan | None = None,
    unclear: tuple[Unclear, ...] = (),
    next_steps: tuple[MoveLine, ...] = (),
) -> PlanPage:
    notices = answer.notices if answer is not None else ()
    choice = place_choice(place)
    return PlanPage(
        title=_title(form, answer),
        description=_("Routes with steps, time, money, licenses and schools."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=SOURCES,
        place=place,
        answer=answer,
        shown=chosen.id if chosen is not None else "",
        unclear=unclear,
        next_steps=next_steps,
        form=form,
        chosen=chosen,
        remarks=(
            *remarks_on(form),
            *(_remark(n, place, answer) for n in notices if n.kind not in QUIET),
        )
        if answer is not None
        else (),
        no_way=tuple(n.text for n in notices if n.kind in NO_WAY),
        relaxations=()
        if answer is None or answer.plans
        else relaxations_of(form, notices, _planned_so(place)),
        options=options_of(answer.plans) if answer is not None else (),
        limits=limits_set(form),
        left_out=" ".join(n.text for n in notices if n.kind is NoticeKind.LEFT_OUT),
        query=form.query(),
        without_limits=without_limits(form),
        timelines=timelines(answer.plans) if answer is not None and answer.plans else None,
        money=money_picture(chosen.money) if chosen is not None else None,
        choice=choice,
        educations=tuple((one.slug, one.label) for one in PLANNED_LEVELS),
        assumptions=ALL,
        fields=reading.fields,
        problems=reading.problems,
        file_name=file_name(answer) if answer is not None else "",
    )


def file_name(answer: PlanAnswer) -> str:
    """The name of a file with the answer, without its ending: its start, its goal and its state."""
    request = answer.request
    words = f"{answer.start_title} to {answer.goal_title}"
    return slugify(f"{words[:MOST_FILE_NAME]} {request.state or ''}") or "plan"


def _remark(notice: Notice, place: Area | None, answer: PlanAnswer) -> str:
    """The notice as read on a page, where a state is chosen and not typed after an option."""
    if notice.kind is NoticeKind.ALREADY_THERE:
        # Titles name all people in an occupation.
        return _("%(title)s are already the goal.") % {"title": answer.start_title}
    if notice.kind is NoticeKind.LICENSE_DATA and place is None:
        return _("Only federal licenses are known without a state. Choose where you live.")
    return notice.text


def _title(form: PlanForm, answer: PlanAnswer | None) -> str:
    if answer is None:
        if form.from_text and not form.has_no_job and not form.to_text:
            return _("Where next from %(start)s?") % {"start": form.from_text}
        if form.to_text:
            return _("Your route to %(goal)s") % {"goal": form.to_text}
        return _("Plan a route")
    asked = answer.request
    schooling = asked.start.education
    start = answer.start_title
    if asked.start.job is None and schooling is not None:
        start = schooling.label
        if form.has_no_job:
            start = _("no job (%(schooling)s)") % {"schooling": start}
    words = {"start": start, "goal": answer.goal_title}
    if asked.goal.occupation is None:
        return _("From %(start)s to a job with %(goal)s") % words
    return _("From %(start)s to %(goal)s") % words


def _unclear(form: PlanForm) -> tuple[Unclear, ...]:
    catalog = served_catalog()
    found = []
    asked: list[tuple[str, str, tuple[str, ...]]] = [
        ("from", form.past_job, (NO_JOB,)),
        ("from", "" if form.has_no_job else form.from_text, ()),
        ("to", form.to_text, ()),
        *(("avoid", one, tuple(o for o in form.avoid if o != one)) for one in form.avoid),
    ]
    for name, typed, others in asked:
        if not typed or (name == "from" and schooling_meant(typed) is not None):
            continue
        try:
            catalog.resolve(typed)
        except (NotFound, BadCode):
            hits = [catalog.occupation(h.onet_soc_code) for h in catalog.find_occupations(typed, 8)]
            choices = tuple((one.title, form.query(**{name: (one.title, *others)})) for one in hits)
            found.append(Unclear(name, typed, choices))
    return tuple(found)


def _needs_no_title(form: PlanForm) -> bool:
    """Whether the first field says something else than a job."""
    return form.has_no_job or schooling_meant(form.from_text) is not None


def _next_steps(form: PlanForm, place: Area | None) -> tuple[MoveLine, ...]:
    if not form.from_text or _needs_no_title(form):
        return ()
    try:
        code = served_catalog().get_occupation(form.from_text).code
    except (NotFound, BadCode):
        return ()
    moves = moves_around(code, place)
    return (*moves.next_steps, *moves.sideways)


def _planned_so(place: Area | None) -> Plans:
    """Plans a form with some values changed, as asking for that would."""

    def plans(form: PlanForm, changes: dict[str, str | tuple[str, ...]]) -> PlanAnswer:
        # A limit taken off stands in the form as it does when nothing is given for it.
        empty = {"within": (), "avoid": (), "study": "any"}
        values = {name: value or empty.get(name, "") for name, value in changes.items()}
        return answer_to(build_request(replace(form, **values), place))  # type: ignore[arg-type]

    return plans

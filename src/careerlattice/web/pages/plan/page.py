"""`/plan`: routes from where a person is to where they want to be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Area
from careerlattice.errors import BadCode, NoOccupation, NotFound
from careerlattice.plan.answer import Notice, NoticeKind, Plan, PlanAnswer
from careerlattice.plan.parameters import ALL
from careerlattice.plan.request import PlanRequest
from careerlattice.profile.no_job import schooling_meant
from careerlattice.vocab.levels import PLANNED_LEVELS
from careerlattice.vocab.parameter import Parameter
from careerlattice.vocab.title_exceptions import singulars
from careerlattice.vocab.titles import with_article
from careerlattice.web.app_state import served_catalog, served_planner
from careerlattice.web.http.forms import FormField, FormReader
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view, show
from careerlattice.web.http.places import PlaceChoice, place_choice
from careerlattice.web.http.plain_text import error_text, page_texts
from careerlattice.web.http.rate_limit import Limit, count_for
from careerlattice.web.http.work import spend, spend_on_titles
from careerlattice.web.pages.occupation.moves import MoveLine, moves_around
from careerlattice.web.pages.plan.form import PlanForm, read_form, remarks_on
from careerlattice.web.pages.plan.no_job import NO_JOB
from careerlattice.web.pages.plan.options import Option, options_of
from careerlattice.web.pages.plan.parameters import COMPARE, PARAMETERS, SHOW, TRACE
from careerlattice.web.pages.plan.pictures import MoneyPicture, Timelines, money_picture, timelines
from careerlattice.web.pages.plan.relaxations import (
    LimitSet,
    Relaxation,
    limits_named,
    limits_set,
    relaxations_of,
)
from careerlattice.web.pages.plan.why_not import FoundRoute, found_routes
from careerlattice.wording.no_way import aid_for_the_rest

SOURCES = (
    "onet",
    "bls-oews",
    "bls-projections",
    "scorecard",
    "nces-cip",
    "careeronestop",
    "rapids",
    "costs",
    "careerlattice",
)
NO_WAY = (NoticeKind.NO_WAY_IN_LIMITS, NoticeKind.UNREACHABLE, NoticeKind.GOAL_EMPTY)
MOST_FILE_NAME = 100
TEMPLATE = "pages/plan.html"
QUIET = (NoticeKind.LEFT_OUT, NoticeKind.RELAXATION, *NO_WAY)

_limit = Limit(settings.PLANS_A_MINUTE)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A title that could not be read as one occupation, and what may have been meant.

    `why` says what words name that name no occupation, such as `retired`.
    """

    field: str
    typed: str
    choices: tuple[tuple[str, str], ...]
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanPage(Page):
    """The question and its answer; `answer` is none while the question is not complete."""

    # What a template shows beyond the values, pictures above all, is worked out when it is needed,
    # so that the JSON page does without.
    answer: PlanAnswer | None
    shown: str
    unclear: tuple[Unclear, ...]
    next_steps: tuple[MoveLine, ...]
    remarks: tuple[str, ...]
    no_way: tuple[str, ...]
    relaxations: tuple[Relaxation, ...]
    left_out: str
    assumptions: dict[str, Parameter]
    compared: tuple[str, ...]
    form: PlanForm = field(metadata=NOT_IN_JSON)
    chosen: Plan | None = field(metadata=NOT_IN_JSON)
    fields: dict[str, FormField] = field(metadata=NOT_IN_JSON)
    problems: tuple[FormField, ...] = field(metadata=NOT_IN_JSON)

    @property
    def aid(self) -> str:
        """Who may pay what the budget lacks; empty where money is not what is missing."""
        notices = self.answer.notices if self.answer is not None and self.relaxations else ()
        is_money = any(
            notice.kind is NoticeKind.RELAXATION and "budget_usd" in limits_named(notice)
            for notice in notices
        )
        return aid_for_the_rest() if is_money else ""

    @property
    def from_text(self) -> str:
        """What stands in the first field; nothing when its box says that there is no job."""
        return self.form.past_job if self.form.has_no_job else self.form.from_text

    @property
    def place_field(self) -> FormField | None:
        """The field of the place."""
        return self.fields.get("plan-state")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked yet, so that what a browser remembers may fill the form."""
        return not (self.form.has_goal or self.form.from_text or self.problems)

    @property
    def is_about_you(self) -> bool:
        """Whether the part of the form about the person holds or needs something."""
        form = self.form
        typed = self.fields["months_in_job"].text or self.fields["pay"].text
        papers = form.licenses or form.trained_abroad
        said = form.education or form.field_of_study or form.has_no_job
        return bool(said or typed or papers)

    @property
    def is_more_limits(self) -> bool:
        """Whether the folded part of the limits holds or needs something."""
        return self.form.has_more_limits or bool(self.fields["horizon"].text)

    @property
    def query(self) -> str:
        """The question as text of an address."""
        return self.form.query()

    @property
    def query_without_limits(self) -> str:
        """The question without limits as text of an address."""
        return self.form.without_limits().query()

    @cached_property
    def limits(self) -> tuple[LimitSet, ...]:
        """The limits that are set."""
        return limits_set(self.form)

    @cached_property
    def timelines(self) -> Timelines:
        """All plans on one scale of months."""
        return timelines(self.answer.plans if self.answer is not None else ())

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The plans side by side."""
        plans = self.answer.plans if self.answer is not None else ()
        return options_of(plans, self.timelines.lines)

    @cached_property
    def pair(self) -> tuple[Option, ...]:
        """The two routes asked to be set side by side; none where it was not asked."""
        found = {option.plan.id: option for option in self.options}
        pair = tuple(found[plan] for plan in self.compared if plan in found)
        return pair if len(pair) == 2 else ()

    @cached_property
    def found(self) -> tuple[FoundRoute, ...]:
        """Every route found, with why it is shown or not; none where that was not asked."""
        return found_routes(self.answer.trace) if self.answer is not None else ()

    @property
    def sides(self) -> tuple[str, ...]:
        """What the two fields of the comparison hold: what was asked, or the first two routes."""
        return tuple(option.plan.id for option in self.pair or self.options[:2])

    @property
    def question_pairs(self) -> tuple[tuple[str, str], ...]:
        """The question and the plan shown as names and values, for a form that keeps them."""
        shown = (("show", self.shown),) if self.shown else ()
        return (*self.form.pairs(), *shown)

    @cached_property
    def money(self) -> MoneyPicture | None:
        """The money of the plan shown, against staying put."""
        return money_picture(self.chosen.money) if self.chosen is not None else None

    @cached_property
    def choice(self) -> PlaceChoice:
        """The place in the form's words."""
        return place_choice(self.place)

    @property
    def educations(self) -> tuple[tuple[str, str], ...]:
        """The levels of schooling to choose from."""
        return tuple((level.slug, level.label) for level in PLANNED_LEVELS)

    @property
    def file_name(self) -> str:
        """The name of a file with the answer, without its ending."""
        return file_name(self.answer) if self.answer is not None else ""


@lru_cache(maxsize=32)
def answer_to(request: PlanRequest) -> PlanAnswer:
    """The planner's answer; kept, since the same request and release give the same answer."""
    return served_planner().plan(request)


def traced_answer(request: PlanRequest) -> PlanAnswer:
    """The answer with what became of every route found; large and seldom asked for, so not kept."""
    return served_planner().plan(request, trace=True)


def take_turn(request: HttpRequest) -> None:
    """Count one plan for the visitor or class. Raises `TooManyRequests` when they have to wait."""
    count_for(request, _limit)
    spend("plans")


@page_view(TEMPLATE, (*PARAMETERS, SHOW, COMPARE, TRACE), cached=True, personal=True)
def plan(request: HttpRequest) -> PlanPage | HttpResponse:
    """The form alone while something is missing or wrong; else the options and one plan in full."""
    reader = FormReader.of(request)
    form = read_form(reader)
    wanted = SHOW.read(request.GET)
    page = replace(_question_page(form, reader), compared=COMPARE.read(request.GET))
    if reader.problems:
        return show(request, TEMPLATE, page, 400)
    if not (form.has_goal and form.has_start):
        return page if form.has_goal else replace(page, next_steps=_next_steps(form))
    unclear = unclear_titles(form)
    if unclear:
        return show(request, TEMPLATE, replace(page, unclear=unclear), 404)
    plan_request = form.request()
    take_turn(request)
    try:
        answer = (traced_answer if TRACE.read(request.GET) else answer_to)(plan_request)
    except NotFound as error:
        papers = _unclear_papers(form, error)
        if papers is None:
            raise
        return show(request, TEMPLATE, replace(page, unclear=(papers,)), 404)
    return _answered(page, answer, choose_plan(answer, wanted))


def choose_plan(answer: PlanAnswer, wanted: str) -> Plan | None:
    """The plan named, or the balanced one, the fastest, the first. Raises `NotFound`."""
    if not answer.plans:
        return None
    return answer.recommended(wanted)


def _question_page(form: PlanForm, reader: FormReader) -> PlanPage:
    """The page of a question that is not answered."""
    return PlanPage(
        title=_question_title(form),
        description=_("Routes with steps, time, money, licenses, and schools."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=SOURCES,
        place=form.place,
        answer=None,
        shown="",
        unclear=(),
        next_steps=(),
        remarks=(),
        no_way=(),
        relaxations=(),
        left_out="",
        assumptions=ALL,
        compared=(),
        form=form,
        chosen=None,
        fields=reader.fields,
        problems=reader.problems,
    )


def _answered(page: PlanPage, answer: PlanAnswer, chosen: Plan | None) -> PlanPage:
    """The page of a question with its answer."""
    form, notices = page.form, answer.notices
    # Who is there already asks why there is no route, not what was assumed on the way to it.
    there = [notice for notice in notices if notice.kind is NoticeKind.ALREADY_THERE]
    is_there = bool(there) and not answer.plans
    shown = tuple(
        _remark(notice, form.place, answer)
        for notice in (there if is_there else notices)
        if notice.kind not in QUIET
    )
    return replace(
        page,
        title=_answer_title(form, answer),
        answer=answer,
        shown=chosen.id if chosen is not None else "",
        chosen=chosen,
        remarks=shown if is_there else (*remarks_on(form), *shown),
        no_way=page_texts(notice.text for notice in notices if notice.kind in NO_WAY),
        relaxations=() if answer.plans else relaxations_of(form, notices, _planned),
        left_out=" ".join(notice.text for notice in notices if notice.kind is NoticeKind.LEFT_OUT),
    )


def _planned(form: PlanForm) -> PlanAnswer:
    spend("plans")
    return answer_to(form.request())


def file_name(answer: PlanAnswer) -> str:
    """The name of a file with the answer, without its ending: its start, its goal and its state."""
    request = answer.request
    words = f"{answer.start_title} to {answer.goal_title}"
    return slugify(f"{words[:MOST_FILE_NAME]} {request.state or ''}") or "plan"


def _remark(notice: Notice, place: Area | None, answer: PlanAnswer) -> str:
    """The notice as read on a page, where a state is chosen and not typed after an option."""
    if notice.kind is NoticeKind.ALREADY_THERE and not notice.details["is_outcome"]:
        told = _("Your job as %(job)s already meets your goal.") % {
            "job": with_article(answer.start_title)
        }
        if not notice.details["is_licensed"]:
            return told
        moving = _(
            "Moving here from another state? Add your license and the state that gave it under "
            "“About you”. Trained in another country? Say so there, too."
        )
        return f"{told} {moving}"
    if notice.kind is NoticeKind.LICENSE_DATA and place is None:
        return _("Without a state we only know federal licenses. Choose where you live.")
    return page_texts((notice.text,))[0]


def _question_title(form: PlanForm) -> str:
    if form.from_text and not form.has_no_job and not form.to_text:
        return _("Where next from %(start)s?") % {"start": form.from_text}
    if form.to_text:
        named = singulars().get(form.to_text, form.to_text)
        return _("Your route to %(goal)s") % {"goal": named}
    return _("Plan a route")


def _answer_title(form: PlanForm, answer: PlanAnswer) -> str:
    request = answer.request
    schooling = request.start.education
    start = answer.start_title
    if request.start.job is None and schooling is not None and not answer.start.last:
        start = schooling.label
        if form.has_no_job:
            start = _("no job (%(schooling)s)") % {"schooling": start}
    words = {"start": start, "goal": answer.goal_title}
    return _("From %(start)s to %(goal)s") % words


def unclear_titles(form: PlanForm) -> tuple[Unclear, ...]:
    """The titles of a question that cannot be read as one occupation, with what may be meant."""
    catalog = served_catalog()
    avoid = form.limits.avoid
    typed_titles: list[tuple[str, str, tuple[str, ...]]] = [
        ("from", form.past_job, (NO_JOB,)),
        ("from", "" if form.has_no_job else form.from_text, ()),
        ("to", form.to_text, ()),
        *(("avoid", text, tuple(other for other in avoid if other != text)) for text in avoid),
    ]
    spend_on_titles(typed for _name, typed, _others in typed_titles)
    found = []
    for name, typed, others in typed_titles:
        if not typed or (name == "from" and schooling_meant(typed) is not None):
            continue
        try:
            catalog.resolve(typed)
        except (NotFound, BadCode) as error:
            why = error_text(error) if isinstance(error, NoOccupation) else ""
            hits = [] if why else catalog.find_occupations(typed, 8)
            titles = [catalog.occupation(hit.onet_soc_code).title for hit in hits]
            choices = tuple((title, form.query(**{name: (title, *others)})) for title in titles)
            found.append(Unclear(field=name, typed=typed, choices=choices, why=why))
    return tuple(found)


def _unclear_papers(form: PlanForm, error: NotFound) -> Unclear | None:
    """A license or a training whose words could not be read; none for an error of other words."""
    name = {"start.licenses": "license", "start.trained_abroad": "trained_abroad"}.get(error.field)
    if name is None:
        return None
    others = tuple(one.title for one in form.licenses if one.title != error.asked)
    meant = ((title, (title, *others) if name == "license" else title) for title in error.nearest)
    choices = tuple((title, form.query(**{name: value})) for title, value in meant)
    return Unclear(field=name, typed=error.asked, choices=choices)


def _next_steps(form: PlanForm) -> tuple[MoveLine, ...]:
    """The moves out of the job named, or of the last one; none where no job is named."""
    job = form.past_job if form.has_no_job else form.from_text
    if not job or schooling_meant(job) is not None:
        return ()
    try:
        code = served_catalog().get_occupation(job).code
    except (NotFound, BadCode):
        return ()
    moves = moves_around(code, form.place)
    return (*moves.next_steps, *moves.sideways)

"""`/plan.pdf` and `/plan.ics`: a plan to hand over, and in a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from careerlattice.errors import BadRequest, NotFound
from careerlattice.plan.answer import Plan, PlanAnswer
from careerlattice.report.pdf import PdfMissing, render_pdf
from careerlattice.report.plan_report import build_plan_report
from careerlattice.web.http.error_pages import error_response
from careerlattice.web.http.forms import FormReader
from careerlattice.web.http.page_view import PRIVATE
from careerlattice.web.http.parameters import TextParam
from careerlattice.web.http.rate_limit import Limit, count_for
from careerlattice.web.pages.plan.calendar import plan_calendar
from careerlattice.web.pages.plan.form import read_form
from careerlattice.web.pages.plan.page import answer_to, choose_plan, file_name, take_turn
from careerlattice.web.pages.plan.parameters import SHOW

_paper = Limit(settings.PDFS_A_MINUTE, "documents")


def take_paper(request: HttpRequest) -> None:
    """Count one document for the visitor. Raises `TooManyRequests` when they have to wait."""
    count_for(request, _paper)


def plan_pdf(request: HttpRequest) -> HttpResponse:
    """The plan as a tagged PDF; it takes as long as many plans and has a bucket of its own."""
    take_paper(request)
    answer, plan = _asked_plan(request)
    try:
        address = request.build_absolute_uri(f"/plan?{request.GET.urlencode()}")
        today = datetime.now(UTC).date()
        data = render_pdf(build_plan_report(answer, plan, today, address=address))
    except PdfMissing as error:
        return error_response(request, 501, _("This copy cannot make PDFs"), str(error))
    return _file(data, "application/pdf", f"{file_name(answer)}.pdf")


START = TextParam(
    "start", "The day the plan begins, such as 2027-09-01; today without it.", max_length=10
)


def plan_ics(request: HttpRequest) -> HttpResponse:
    """The plan as a calendar that begins on `start`, today without it."""
    take_turn(request)
    answer, plan = _asked_plan(request)
    address = request.build_absolute_uri(f"/plan?{_question(request)}")
    text = plan_calendar(answer, plan, _start(request), address)
    return _file(text.encode(), "text/calendar; charset=utf-8", f"{file_name(answer)}.ics")


def _asked_plan(request: HttpRequest) -> tuple[PlanAnswer, Plan]:
    answer = answer_to(read_form(FormReader(request.GET)).request())
    plan = choose_plan(answer, SHOW.read(request.GET))
    if plan is None:
        question = f"{answer.start_title} – {answer.goal_title}"
        hint = _("No route fits your limits. Go back and change them.")
        raise NotFound(_("plan"), question, hint=hint)
    return answer, plan


def _question(request: HttpRequest) -> str:
    """The question of an address, without the day a calendar begins on."""
    asked = request.GET.copy()
    asked.pop(START.name, None)
    return asked.urlencode()


def _start(request: HttpRequest) -> date:
    text = START.read(request.GET)
    if not text:
        return datetime.now(UTC).date()
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year <= 2200:
        raise BadRequest(_("“start” has to be a date such as 2027-09-01."))
    return found


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = PRIVATE
    return response

"""`/class`: a counselor's list in, a packet out; the list is read in memory and kept nowhere."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from careerlattice.bulk.columns import PLAN_COLUMNS, template
from careerlattice.bulk.files.chunks import read_sent
from careerlattice.bulk.planning import Answered, answer_list
from careerlattice.errors import BadRequest
from careerlattice.plan.answer import PlanAnswer
from careerlattice.plan.request import PlanRequest
from careerlattice.report.packet import Student, build_packet, packet_files
from careerlattice.report.pdf import PdfMissing
from careerlattice.web.http.forms import FormField
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view, show
from careerlattice.web.pages.plan.files import take_paper
from careerlattice.web.pages.plan.page import SOURCES, answer_to, take_turn

MOST_STUDENTS = 60
LIST = "students"
TEMPLATE = "pages/many.html"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column the list may have: its name, what it is for, and what may stand in it."""

    name: str
    help: str
    wanted: str


@dataclass(frozen=True, kw_only=True)
class ManyPage(Page):
    """The form for a list, with the columns it may have."""

    columns: tuple[ListColumn, ...]
    most_students: int
    problems: tuple[FormField, ...] = field(default=(), metadata=NOT_IN_JSON)


@page_view(TEMPLATE, personal=True)
def many(request: HttpRequest) -> ManyPage | HttpResponse:
    """The form; for a list that was sent, its packet as one file to save."""
    if request.method != "POST":
        return _page()
    take_paper(request)
    try:
        students = _students(request)
    except BadRequest as error:
        problem = FormField(name=LIST, label=_("Your list"), text="", problem=str(error))
        return show(request, TEMPLATE, _page((problem,)), 400)
    response = HttpResponse(_packed(students), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="class.zip"'
    return response


def class_list(request: HttpRequest) -> HttpResponse:
    """A list to fill in."""
    response = HttpResponse(template(PLAN_COLUMNS), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="class-list.csv"'
    return response


def _page(problems: tuple[FormField, ...] = ()) -> ManyPage:
    return ManyPage(
        title=_("Plans for a class"),
        description=_("One page for each student, all from one list. We do not keep the list."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=SOURCES,
        columns=tuple(ListColumn(one.name, one.help, one.wanted) for one in PLAN_COLUMNS),
        most_students=MOST_STUDENTS,
        problems=problems,
    )


def _students(request: HttpRequest) -> list[Answered]:
    """Every row of the list with its answer. Raises `BadRequest` for a list that cannot be read.

    Each plan counts as one for the visitor; raises `TooManyRequests` when they have to wait.
    """
    sent = request.FILES.get(LIST)
    if sent is None or not sent.size:
        raise BadRequest(_("choose a CSV file of at most 100 kilobytes"))
    table = read_sent(sent.read(), str(sent.name), MOST_STUDENTS)

    def ask(question: PlanRequest) -> PlanAnswer:
        take_turn(request)
        return answer_to(question)

    return answer_list(table, ask)


def _packed(students: list[Answered]) -> bytes:
    """The packet as one ZIP file: as PDF where that is set up, else as pages for a browser."""
    made = [Student(one.person, one.row, one.answer, one.problem) for one in students]
    day = datetime.now(UTC).date()
    if importlib.util.find_spec("weasyprint") is not None:
        try:
            return _zipped(made, day, ".pdf")
        except PdfMissing:
            pass
    return _zipped(made, day, ".html")


def _zipped(students: list[Student], day: date, suffix: str) -> bytes:
    whole = io.BytesIO()
    packet = build_packet(students, prepared=day, suffix=suffix)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as files:
        for name, data in packet_files(packet, suffix):
            files.writestr(f"class/{name}", data)
    return whole.getvalue()

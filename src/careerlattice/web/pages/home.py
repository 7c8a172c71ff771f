"""`/`: where are you now, where do you want to be."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.web.answers import page_view
from careerlattice.web.asked import PLACE, place_of
from careerlattice.web.context import Page
from careerlattice.web.pages.plan_asked import FROM, TO
from careerlattice.web.serving import served_catalog

EXAMPLES = (
    ("31-1131.00", "29-1141.00"),
    ("43-4171.00", "13-1071.00"),
    ("47-2061.00", "11-9021.00"),
    ("15-1232.00", "15-1212.00"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A question others have asked, to try."""

    from_code: str
    from_title: str
    to_code: str
    to_title: str


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The first page: the question, two other doors, and what stands behind the answers."""

    from_text: str
    to_text: str
    examples: tuple[Example, ...]
    occupations: int
    areas: int
    licenses: int
    school_programs: int


@page_view("pages/home.html", (FROM, TO, *PLACE))
def home(request: HttpRequest) -> HomePage:
    """The first page; `from` and `to` fill the fields."""
    catalog = served_catalog()
    tables = catalog.release.manifest.tables
    known = catalog.row_of
    return HomePage(
        title=_("Plan your way from one job to the next"),
        description=_(
            "A free route planner for careers: steps, time, money and licenses from the job you "
            "have to the job you want, with the source of every number."
        ),
        sources=("onet", "bls-oews", "bls-projections", "careeronestop", "scorecard"),
        place=place_of(request.GET),
        from_text=FROM.read(request.GET),
        to_text=TO.read(request.GET),
        examples=tuple(
            Example(a, catalog.occupation(a).title, b, catalog.occupation(b).title)
            for a, b in EXAMPLES
            if a in known and b in known
        ),
        occupations=len(catalog.codes),
        areas=tables["areas"].rows or 0,
        licenses=tables["licenses"].rows or 0,
        school_programs=tables["school_programs"].rows or 0,
    )

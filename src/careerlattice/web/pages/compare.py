"""`/compare?codes=`: up to four occupations side by side."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.catalog.things import Area, Occupation, Outlook, Requirements, Wage
from careerlattice.content.words import OccupationWords, element_words
from careerlattice.errors import BadRequest, NotFound
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.answers import page_view
from careerlattice.web.asked import PLACE, Text, place_of
from careerlattice.web.context import Crumb, Page
from careerlattice.web.json_twins import NOT_IN_TWIN
from careerlattice.web.pages.occupation import (
    INTEREST_ELEMENTS,
    EducationBar,
    ElementLine,
    occupation_page,
)
from careerlattice.web.pictures import RangePicture, range_picture
from careerlattice.web.places import PlaceChoice, place_choice
from careerlattice.web.serving import served_catalog

MOST = 4


@dataclass(frozen=True, slots=True)
class Compared:
    """One column: an occupation with the figures that are compared."""

    occupation: Occupation
    words: OccupationWords | None
    pay: Wage
    outlook: Outlook
    requirements: Requirements
    education: tuple[EducationBar, ...]
    skills: tuple[ElementLine, ...]
    top_interests: tuple[str, ...]
    without: str = field(metadata=NOT_IN_TWIN)


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """The columns, and what was typed that could not be found."""

    compared: tuple[Compared, ...]
    unknown: tuple[tuple[str, tuple[str, ...]], ...]
    most: int
    shared_skills: tuple[str, ...]
    codes: str = field(metadata=NOT_IN_TWIN)
    keep: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    picture: RangePicture | None = field(metadata=NOT_IN_TWIN)
    choice: PlaceChoice = field(metadata=NOT_IN_TWIN)


CODES = Text("codes", "Up to four codes or titles with commas between.", 600)
ADD = Text("add", "One more code or title.")


@page_view("pages/compare.html", (CODES, ADD, *PLACE))
def compare(request: HttpRequest) -> ComparePage:
    """Codes or titles with commas in `codes`, and one more in `add`."""
    catalog = served_catalog()
    place = place_of(request.GET)
    asked = [part.strip() for part in CODES.read(request.GET).split(",")]
    asked += [ADD.read(request.GET)]
    codes: list[OnetSocCode] = []
    unknown: list[tuple[str, tuple[str, ...]]] = []
    for one in dict.fromkeys(part for part in asked if part):
        try:
            code = catalog.get_occupation(one).code
        except NotFound as error:
            unknown.append((one, error.nearest))
            continue
        if code not in codes:
            codes.append(code)
    if len(codes) > MOST:
        raise BadRequest(
            _("At most %(most)d occupations fit side by side; %(given)d were given.")
            % {"most": MOST, "given": len(codes)}
        )
    compared = tuple(_compared(code, codes, place) for code in codes)
    names = [{line.name for line in one.skills} for one in compared]
    shared = set.intersection(*names) if len(names) > 1 else set()
    return ComparePage(
        title=_("Compare occupations"),
        description=_("Up to four occupations side by side: pay, outlook and what they ask."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=("onet", "bls-oews", "bls-projections", "careerlattice"),
        place=place,
        compared=compared,
        unknown=tuple(unknown),
        most=MOST,
        shared_skills=tuple(sorted(shared)),
        codes=",".join(codes),
        keep=(("codes", ",".join(codes)),),
        picture=range_picture(
            [one.pay for one in compared], tuple(one.occupation.title for one in compared)
        ),
        choice=place_choice(place),
    )


def _compared(code: OnetSocCode, codes: list[OnetSocCode], place: Area | None) -> Compared:
    page = occupation_page(code, place)
    ranked = sorted(page.interests, key=lambda line: -line.score)
    names = tuple(
        words.name
        for line in ranked[:2]
        if (words := element_words(INTEREST_ELEMENTS[line.key])) is not None
    )
    return Compared(
        page.occupation,
        page.words,
        page.pay_here or page.pay_nation,
        page.outlook,
        page.requirements,
        page.education,
        page.skills,
        names,
        ",".join(other for other in codes if other != code),
    )

"""`/compare?codes=`: up to four occupations side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Occupation, Outlook, Requirements, Wage
from careerlattice.content.words import OccupationWords, element_words
from careerlattice.errors import BadRequest, NotFound
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.interests import INTEREST_ELEMENTS
from careerlattice.vocab.levels import PLANNED_LEVELS
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.parameters import ListParam, TextParam
from careerlattice.web.http.places import PLACE, PlaceChoice, place_choice, place_of
from careerlattice.web.http.work import spend_on_titles
from careerlattice.web.pages.occupation.page import (
    EducationBar,
    ElementLine,
    OccupationPage,
    occupation_page,
)
from careerlattice.web.pages.occupation.pay_picture import RangePicture, range_picture

MOST = 4
# More than fit are read, so that the page can say how many were given.
MOST_GIVEN = 12
MOST_NEAR = 4
# Shares of jobs below and above which a level of schooling opens none and all.
NO_JOBS, ALL_JOBS = 0.005, 0.995
EXAMPLES = (
    "29-1141.00,29-2061.00",
    "47-2111.00,47-2152.00",
    "53-3032.00,53-3033.00",
    "15-1252.00,15-1232.00",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One column: an occupation with the figures that are compared.

    Of its skills that matter most, `own_skills` are named for no other column, and `also_skills`
    for some but not for all.
    """

    occupation: Occupation
    words: OccupationWords | None
    pay: Wage
    outlook: Outlook
    requirements: Requirements
    education: tuple[EducationBar, ...]
    skills: tuple[ElementLine, ...]
    own_skills: tuple[str, ...]
    also_skills: tuple[str, ...]
    top_interests: tuple[str, ...]
    without: str = field(metadata=NOT_IN_JSON)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of schooling and the share of jobs it opens in each column."""

    label: str
    opens: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """The columns, and what was typed that could not be found."""

    compared: tuple[Compared, ...]
    unknown: tuple[tuple[str, tuple[str, ...]], ...]
    most: int
    shared_skills: tuple[str, ...]
    levels: tuple[LevelRow, ...]
    examples: tuple[tuple[str, str], ...]
    codes: str = field(metadata=NOT_IN_JSON)
    keep: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    picture: RangePicture | None = field(metadata=NOT_IN_JSON)
    choice: PlaceChoice = field(metadata=NOT_IN_JSON)

    @property
    def some_have_own(self) -> bool:
        """Whether any column names a skill that no other does."""
        return any(column.own_skills for column in self.compared)


CODES = ListParam(
    "codes",
    "Up to four codes or titles, with commas between or each named again.",
    max_values=MOST_GIVEN,
    max_length=600,
)
ADD = TextParam("add", "One more code or title.")


@page_view("pages/compare.html", (CODES, ADD, *PLACE))
def compare(request: HttpRequest) -> ComparePage:
    """Codes or titles with commas in `codes`, and one more in `add`."""
    catalog = served_catalog()
    place = place_of(request.GET)
    typed = [part.strip() for codes in CODES.read(request.GET) for part in codes.split(",")]
    typed += [ADD.read(request.GET)]
    named = tuple(dict.fromkeys(part for part in typed if part))
    # One may be named twice, as a title and as a code; more names than that are not looked up.
    refuse_above(MOST + 1, len(named))
    spend_on_titles(named)
    codes: list[OnetSocCode] = []
    unknown: list[tuple[str, tuple[str, ...]]] = []
    for text in named:
        try:
            code = catalog.get_occupation(text).code
        except NotFound as error:
            unknown.append((text, _found(text) or error.nearest))
            continue
        if code not in codes:
            codes.append(code)
    refuse_above(MOST, len(codes))
    pages = [occupation_page(code, place) for code in codes]
    skills = Counter(line.name for page in pages for line in page.skills)
    compared = tuple(_compared(page, codes, skills) for page in pages)
    shared = {name for name, n in skills.items() if n == len(pages) > 1}
    return ComparePage(
        title=_title(compared),
        description=_("Up to four jobs side by side: pay, outlook, and what they require."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=("onet", "bls-oews", "bls-projections", "careerlattice"),
        place=place,
        compared=compared,
        unknown=tuple(unknown),
        most=MOST,
        shared_skills=tuple(sorted(shared)),
        levels=level_rows([column.requirements for column in compared]),
        examples=tuple((codes, _titles(codes)) for codes in EXAMPLES) if not compared else (),
        codes=",".join(codes),
        keep=(("codes", ",".join(codes)),),
        picture=range_picture(
            [column.pay for column in compared],
            tuple(column.occupation.title for column in compared),
        ),
        choice=place_choice(place),
    )


def refuse_above(limit: int, given: int) -> None:
    """Raise `BadRequest` for more than the limit."""
    if given > limit:
        raise BadRequest(
            _("Only %(most)d jobs fit side by side; you gave %(given)d.")
            % {"most": MOST, "given": given}
        )


def _title(compared: tuple[Compared, ...]) -> str:
    """The page's title, which names what is compared."""
    titles = [column.occupation.title for column in compared]
    if not titles:
        return _("Compare occupations")
    if len(titles) == 1:
        return _("Compare %(title)s") % {"title": titles[0]}
    words = {"titles": ", ".join(titles[:-1]), "last": titles[-1]}
    return _("Compare %(titles)s and %(last)s") % words


def _found(typed: str) -> tuple[str, ...]:
    """What a title that is not sure may mean: the first that a search for it finds."""
    catalog = served_catalog()
    hits = catalog.find_occupations(typed, MOST_NEAR)
    return tuple(catalog.occupation(hit.onet_soc_code).title for hit in hits)


def _titles(codes: str) -> str:
    """The titles of codes with commas between, as one reads them."""
    catalog = served_catalog()
    titles = [catalog.get_occupation(code).title for code in codes.split(",")]
    return " · ".join(titles)


def level_rows(columns: list[Requirements]) -> tuple[LevelRow, ...]:
    """The levels at which the columns differ: from the first that opens jobs to one that opens all.

    What opens no job of any column, or adds none to all the jobs of each, tells nothing.
    """
    rows = [
        LevelRow(
            label=level.label, opens=tuple(requirements.access[level] for requirements in columns)
        )
        for level in PLANNED_LEVELS
    ]
    opening = [place for place, row in enumerate(rows) if any(n >= NO_JOBS for n in row.opens)]
    full = [place for place, row in enumerate(rows) if all(n >= ALL_JOBS for n in row.opens)]
    return tuple(rows[opening[0] : (full[0] if full else len(rows)) + 1]) if opening else ()


def _compared(page: OccupationPage, codes: list[OnetSocCode], named: Counter[str]) -> Compared:
    ranked = sorted(page.interests, key=lambda line: -line.score)
    names = tuple(
        words.name
        for line in ranked[:2]
        if (words := element_words(INTEREST_ELEMENTS[line.key])) is not None
    )
    return Compared(
        occupation=page.occupation,
        words=page.words,
        pay=page.pay_here or page.pay_nation,
        outlook=page.outlook,
        requirements=page.requirements,
        education=page.education,
        skills=page.skills,
        own_skills=tuple(line.name for line in page.skills if named[line.name] == 1),
        also_skills=tuple(line.name for line in page.skills if 1 < named[line.name] < len(codes)),
        top_interests=names,
        without=",".join(other for other in codes if other != page.occupation.code),
    )

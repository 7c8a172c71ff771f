"""`/pathways/<id>`: a pathway as a ladder, drawn and as a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from careerlattice.catalog.group_figures import GroupFigures
from careerlattice.catalog.model import Area, Pathway
from careerlattice.content.words import FieldWords, pathway_words
from careerlattice.draw.ladder_svg import render_ladder
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.vocab.interests import INTEREST_ELEMENTS
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.web.http.forms import Field, Reading
from careerlattice.web.http.json_pages import NOT_IN_TWIN
from careerlattice.web.http.page import Crumb, Page, place_word
from careerlattice.web.http.page_view import page_view, show
from careerlattice.web.http.parameters import PLACE, Choice, Whole, place_of
from careerlattice.web.pages.atlas.cluster_figures import pathway_figures
from careerlattice.web.pages.atlas.clusters import framework_crumbs
from careerlattice.web.pages.atlas.rungs import (
    Filters,
    OtherEnd,
    RungList,
    Stop,
    main_sequences,
    moves_told,
    rung_lists,
)
from careerlattice.web.pages.places import PlaceChoice, place_choice
from careerlattice.wording.moves import SaidLadder

SOURCES = ("onet", "careerlattice", "onet-clusters", "advance-cte", "bls-oews", "bls-projections")
BOX_LINK = re.compile(
    r'<a href="/occupations/(?P<code>[\d.-]+)[^"]*"(?: data-members="(?P<members>[^"]*)")?>'
)


@dataclass(frozen=True, kw_only=True)
class PathwayPage(Page):
    """A pathway with its ladder; `ladder` is none where no occupation is linked to it."""

    pathway: Pathway
    words: FieldWords | None
    figures: GroupFigures
    filters: Filters
    fitting: int
    rungs: tuple[RungList, ...]
    ladder: SaidLadder | None
    backbones: tuple[tuple[Stop, ...], ...]
    feeders: tuple[tuple[OtherEnd, OtherEnd], ...]
    exits: tuple[tuple[OtherEnd, OtherEnd], ...]
    picture: str = field(metadata=NOT_IN_TWIN)
    moves: dict[str, object] = field(metadata=NOT_IN_TWIN)
    choice: PlaceChoice = field(metadata=NOT_IN_TWIN)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    interests: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    fields: dict[str, Field] = field(metadata=NOT_IN_TWIN)
    problems: tuple[Field, ...] = field(metadata=NOT_IN_TWIN)


MOST_SCHOOLING = Choice(
    "education",
    "The most schooling an occupation may typically ask to be marked as fitting.",
    tuple(one.slug for one in PLANNED_LEVELS),
)
MIN_PAY = Whole(
    "min_pay", "The least median pay a year, in dollars.", 0, 1_000_000, _("Pay at least, $")
)
MIN_GROWTH = Whole(
    "min_growth", "The least growth of jobs 2024 to 2034, in percent.", -100, 1_000,
    _("Growth at least, %"),
)  # fmt: skip
INTEREST = Choice(
    "interest", "An interest area among the two that suit most.", tuple(INTEREST_ELEMENTS)
)
ASKS = (MOST_SCHOOLING, MIN_PAY, MIN_GROWTH, INTEREST, *PLACE)


@page_view("pages/pathway.html", ASKS, keeps=True)
def pathway(request: HttpRequest, pathway_id: str) -> PathwayPage | HttpResponse:
    """The ladder with filters for schooling, pay, growth and interests."""
    catalog = served_catalog()
    found = catalog.get_pathway(pathway_id)
    place = place_of(request.GET)
    asked = request.GET
    reading = Reading.of(request)
    level = MOST_SCHOOLING.read(asked)
    filters = Filters(
        EducationLevel.parse(level) if level else None,
        reading.number(MIN_PAY),
        reading.number(MIN_GROWTH),
        INTEREST.read(asked),
    )
    has_occupations = bool(catalog.frameworks.occupations_of(found.id))
    ladder = served_lattice().ladder(found.id, area=place) if has_occupations else None
    rungs = rung_lists(ladder, filters) if ladder is not None else ()
    unfit = frozenset(line.code for rung in rungs for line in rung.unfit)
    words = pathway_words(found.id)
    page = PathwayPage(
        title=found.name,
        description=words.what_it_is if words else found.name,
        crumbs=(
            *framework_crumbs(found.framework),
            Crumb(found.cluster_name, f"/clusters/{found.cluster_id}"),
        ),
        sources=SOURCES,
        place=place,
        pathway=found,
        words=words,
        figures=pathway_figures(found.id),
        filters=filters,
        fitting=sum(len(rung.fitting) for rung in rungs),
        rungs=rungs,
        ladder=None if ladder is None else SaidLadder(ladder),
        backbones=main_sequences(ladder) if ladder is not None else (),
        feeders=_pairs(ladder, "feeders"),
        exits=_pairs(ladder, "exits"),
        picture=faded(ladder_picture(found.id, place), unfit) if ladder is not None else "",
        moves=moves_told(rungs),
        choice=place_choice(place),
        educations=tuple((one.slug, one.label) for one in PLANNED_LEVELS),
        interests=_interest_names(),
        fields=reading.fields,
        problems=reading.problems,
    )
    return show(request, "pages/pathway.html", page, 400) if page.problems else page


@lru_cache(maxsize=64)
def ladder_picture(pathway_id: str, place: Area | None) -> str:
    """The drawing of a ladder, its boxes linked to the occupations' pages."""
    state = place_word(place)
    query = f"?state={state}" if state else ""
    svg = render_ladder(
        served_lattice().ladder(pathway_id, area=place),
        href_for=lambda code: f"/occupations/{code}{query}",
        standalone=False,
        element_id="ladder-picture",
    )
    # What holds links is no single image to a screen reader.
    return svg.replace('role="img" ', "", 1)


def faded(picture: str, unfit: frozenset[str]) -> str:
    """The picture with every box marked whose occupations all miss the filters."""

    def mark(found: re.Match[str]) -> str:
        codes = (found["members"] or found["code"]).split()
        return '<a class="is-unfit"' + found[0][2:] if unfit.issuperset(codes) else found[0]

    return BOX_LINK.sub(mark, picture) if unfit else picture


def _interest_names() -> tuple[tuple[str, str], ...]:
    from careerlattice.content.words import element_words

    names = {key: element_words(element) for key, element in INTEREST_ELEMENTS.items()}
    return tuple((key, words.name if words else key.title()) for key, words in names.items())


def _end(ladder: Ladder, code: str, change: float | None = None) -> OtherEnd:
    return OtherEnd(code, ladder.get(code).occupation.title, change)


def _pairs(ladder: Ladder | None, name: str) -> tuple[tuple[OtherEnd, OtherEnd], ...]:
    if ladder is None:
        return ()
    return tuple(
        (_end(ladder, move.from_code), _end(ladder, move.to_code, move.wage_change_usd))
        for move in getattr(ladder, name)
    )

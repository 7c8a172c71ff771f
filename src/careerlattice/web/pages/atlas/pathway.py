"""`/pathways/<id>`: a pathway as a ladder, drawn and as a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from careerlattice.catalog.group_figures import GroupFigures
from careerlattice.catalog.model import Area, Pathway
from careerlattice.content.words import FieldWords, element_words, pathway_words
from careerlattice.draw.ladder_svg import render_ladder
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.vocab.interests import INTEREST_ELEMENTS
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.vocab.pay_words import read_yearly_usd
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.web.http.forms import FormField, FormReader
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view, show
from careerlattice.web.http.parameters import ChoiceParam, IntegerParam
from careerlattice.web.http.places import PLACE, PlaceChoice, place_choice, place_of, place_word
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
    step_asks,
)
from careerlattice.wording.moves import SaidLadder

SOURCES = ("onet", "careerlattice", "onet-clusters", "advance-cte", "bls-oews", "bls-projections")


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
    fields: dict[str, FormField] = field(metadata=NOT_IN_JSON)
    problems: tuple[FormField, ...] = field(metadata=NOT_IN_JSON)

    @cached_property
    def picture(self) -> str:
        """The ladder drawn, what misses the filters faded; empty where there is none."""
        if self.ladder is None:
            return ""
        unfit = frozenset(line.code for rung in self.rungs for line in rung.unfit)
        return ladder_picture(self.pathway.id, self.place, unfit)

    @property
    def moves(self) -> dict[str, object]:
        """What the picture's script needs."""
        return moves_told(self.rungs)

    @cached_property
    def choice(self) -> PlaceChoice:
        """The place in the form's words."""
        return place_choice(self.place)

    @property
    def educations(self) -> tuple[tuple[str, str], ...]:
        """The levels of schooling to choose from."""
        return tuple((level.slug, level.label) for level in PLANNED_LEVELS)

    @property
    def interests(self) -> tuple[tuple[str, str], ...]:
        """The interest areas to choose from."""
        return _interest_names()


MOST_SCHOOLING = ChoiceParam(
    "education",
    "The most schooling an occupation may typically ask to be marked as fitting.",
    choices=tuple(level.slug for level in PLANNED_LEVELS),
)
MIN_PAY = IntegerParam(
    "min_pay",
    "The least median pay a year, in dollars.",
    low=0,
    high=1_000_000,
    label=_("Pay of at least, $"),
    money=read_yearly_usd,
)
MIN_GROWTH = IntegerParam(
    "min_growth",
    "The least growth of jobs 2024 to 2034, in percent.",
    low=-100,
    high=1_000,
    label=_("Growth of at least, %"),
)
INTEREST = ChoiceParam(
    "interest", "An interest area among the two that suit most.", choices=tuple(INTEREST_ELEMENTS)
)
PARAMETERS = (MOST_SCHOOLING, MIN_PAY, MIN_GROWTH, INTEREST, *PLACE)


@page_view("pages/pathway.html", PARAMETERS, cached=True)
def pathway(request: HttpRequest, pathway_id: str) -> PathwayPage | HttpResponse:
    """The ladder with filters for schooling, pay, growth and interests."""
    catalog = served_catalog()
    found = catalog.get_pathway(pathway_id)
    place = place_of(request.GET)
    reader = FormReader.of(request)
    level = MOST_SCHOOLING.read(request.GET)
    filters = Filters(
        education=EducationLevel.parse(level) if level else None,
        min_pay=reader.number(MIN_PAY),
        min_growth=reader.number(MIN_GROWTH),
        interest=INTEREST.read(request.GET),
    )
    has_occupations = bool(catalog.frameworks.occupations_of(found.id))
    ladder = served_lattice().ladder(found.id, area=place) if has_occupations else None
    rungs = rung_lists(ladder, filters) if ladder is not None else ()
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
        fields=reader.fields,
        problems=reader.problems,
    )
    return show(request, "pages/pathway.html", page, 400) if page.problems else page


@lru_cache(maxsize=64)
def ladder_picture(pathway_id: str, place: Area | None, faded: frozenset[str]) -> str:
    """The drawing of a ladder, its boxes linked to the occupations' pages.

    Boxes whose occupations all miss the filters are `faded`.
    """
    state = place_word(place)
    query = f"?state={state}" if state else ""
    return render_ladder(
        served_lattice().ladder(pathway_id, area=place),
        href_for=lambda code: f"/occupations/{code}{query}",
        standalone=False,
        element_id="ladder-picture",
        faded=faded,
    )


def _interest_names() -> tuple[tuple[str, str], ...]:
    names = {key: element_words(element) for key, element in INTEREST_ELEMENTS.items()}
    return tuple((key, words.name if words else key.title()) for key, words in names.items())


def _end(ladder: Ladder, code: str, change: float | None = None, asks: str = "") -> OtherEnd:
    title = ladder.get(code).occupation.title
    return OtherEnd(code=code, title=title, pay_change_usd=change, asks=asks)


def _pairs(ladder: Ladder | None, name: str) -> tuple[tuple[OtherEnd, OtherEnd], ...]:
    if ladder is None:
        return ()
    return tuple(
        (
            _end(ladder, move.from_code),
            _end(ladder, move.to_code, move.wage_change_usd, step_asks(move)),
        )
        for move in getattr(ladder, name)
    )

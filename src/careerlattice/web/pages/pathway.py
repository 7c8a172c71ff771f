"""`/pathways/<id>`: a pathway as a ladder, drawn and as a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from careerlattice.catalog.things import Area, Pathway
from careerlattice.content.words import FieldWords, pathway_words
from careerlattice.draw.ladder_svg import render_ladder
from careerlattice.lattice.kinds import Kind
from careerlattice.lattice.ladder import Ladder, LadderOccupation
from careerlattice.lattice.levels import Level
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.answers import page_view
from careerlattice.web.asked import choice_of, place_of, whole_of
from careerlattice.web.context import Crumb, Page, place_word
from careerlattice.web.json_twins import NOT_IN_TWIN
from careerlattice.web.pages.cluster_figures import GroupFigures, pathway_figures
from careerlattice.web.pages.clusters import framework_crumbs
from careerlattice.web.pages.occupation import INTEREST_ELEMENTS
from careerlattice.web.places import PlaceChoice, place_choice
from careerlattice.web.serving import served_catalog, served_lattice

SOURCES = ("onet", "careerlattice", "onet-clusters", "advance-cte", "bls-oews", "bls-projections")
LEVEL_WORDS = {
    Level.ENTRY: _("Entry"),
    Level.INTERMEDIATE: _("Intermediate"),
    Level.ADVANCED: _("Advanced"),
    Level.EXPERT: _("Expert"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What an occupation must meet to be shown in full; none means anything will do."""

    education: EducationLevel | None
    min_pay: int | None
    min_growth: int | None
    interest: str

    @property
    def are_set(self) -> bool:
        """Whether any is set."""
        return any(
            (self.education, self.min_pay is not None, self.min_growth is not None, self.interest)
        )


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """The other occupation of a move."""

    code: str
    title: str
    pay_change_usd: float | None


@dataclass(frozen=True, slots=True)
class RungLine:
    """An occupation on a rung: its figures, the ways up and sideways, and whether it fits."""

    code: str
    title: str
    pay_usd: float | None
    growth_pct: float | None
    schooling: str
    up: tuple[OtherEnd, ...]
    sideways: tuple[OtherEnd, ...]
    outside: tuple[OtherEnd, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class RungList:
    """A rung with its occupations, lowest first."""

    level: str
    lines: tuple[RungLine, ...]


@dataclass(frozen=True, kw_only=True)
class PathwayPage(Page):
    """A pathway with its ladder; `ladder` is none where no occupation is linked to it."""

    pathway: Pathway
    words: FieldWords | None
    figures: GroupFigures
    filters: Filters
    fitting: int
    rungs: tuple[RungList, ...]
    ladder: Ladder | None
    backbones: tuple[tuple[OtherEnd, ...], ...]
    feeders: tuple[tuple[OtherEnd, OtherEnd], ...]
    exits: tuple[tuple[OtherEnd, OtherEnd], ...]
    picture: str = field(metadata=NOT_IN_TWIN)
    moves: dict[str, object] = field(metadata=NOT_IN_TWIN)
    choice: PlaceChoice = field(metadata=NOT_IN_TWIN)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    interests: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)


@page_view("pages/pathway.html", keeps=True)
def pathway(request: HttpRequest, pathway_id: str) -> PathwayPage:
    """The ladder with filters for schooling, pay, growth and interests."""
    catalog = served_catalog()
    found = catalog.get_pathway(pathway_id)
    place = place_of(request.GET)
    asked = request.GET
    level = choice_of(asked, "education", ("", *(one.slug for one in PLANNED_LEVELS)), "")
    filters = Filters(
        EducationLevel.parse(level) if level else None,
        whole_of(asked, "min_pay", 0, 1_000_000),
        whole_of(asked, "min_growth", -100, 1_000),
        choice_of(asked, "interest", ("", *INTEREST_ELEMENTS), ""),
    )
    has_occupations = bool(catalog.frameworks.occupations_of(found.id))
    ladder = served_lattice().ladder(found.id, area=place) if has_occupations else None
    rungs = rung_lists(ladder, filters) if ladder is not None else ()
    fitting = {line.code for rung in rungs for line in rung.lines if line.fits}
    words = pathway_words(found.id)
    return PathwayPage(
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
        fitting=len(fitting),
        rungs=rungs,
        ladder=ladder,
        backbones=_backbones(ladder),
        feeders=_pairs(ladder, "feeders"),
        exits=_pairs(ladder, "exits"),
        picture=ladder_picture(found.id, place) if ladder is not None else "",
        moves=moves_told(rungs),
        choice=place_choice(place),
        educations=tuple((one.slug, one.label) for one in PLANNED_LEVELS),
        interests=_interest_names(),
    )


def moves_told(rungs: tuple[RungList, ...]) -> dict[str, object]:
    """What the picture's script needs: each occupation's ways by code, and whether it fits."""
    return {
        line.code: {
            "title": line.title,
            "up": [end.code for end in line.up],
            "side": [end.code for end in line.sideways],
            "fits": line.fits,
        }
        for rung in rungs
        for line in rung.lines
    }


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
    # What holds links is no single image to a screen reader: it is a group of them.
    return svg.replace('role="img"', 'role="group"', 1)


def _interest_names() -> tuple[tuple[str, str], ...]:
    from careerlattice.content.words import element_words

    names = {key: element_words(element) for key, element in INTEREST_ELEMENTS.items()}
    return tuple((key, words.name if words else key.title()) for key, words in names.items())


def rung_lists(ladder: Ladder, filters: Filters) -> tuple[RungList, ...]:
    """The rungs from expert down to entry, as a person looks up a ladder."""
    titles = {one.code: one.occupation.title for one in ladder.occupations}
    titles |= {code: one.occupation.title for code, one in ladder.others.items()}
    up: dict[str, list[OtherEnd]] = {}
    side: dict[str, list[OtherEnd]] = {}
    for move in ladder.moves:
        end = OtherEnd(move.to_code, titles[move.to_code], move.wage_change_usd)
        if move.kind == Kind.ADVANCE and (move.is_drawn or move.is_backbone):
            up.setdefault(move.from_code, []).append(end)
        elif move.kind == Kind.LATERAL:
            back = None if move.wage_change_usd is None else -move.wage_change_usd
            side.setdefault(move.from_code, []).append(end)
            side.setdefault(move.to_code, []).append(
                OtherEnd(move.from_code, titles[move.from_code], back)
            )
    typical = served_lattice().asks.typical_level
    row_of = served_catalog().row_of

    def line(one: LadderOccupation) -> RungLine:
        schooling = EducationLevel(int(typical[row_of[one.code]]))
        return RungLine(
            one.code,
            one.occupation.title,
            one.pay_usd,
            one.growth_pct,
            schooling.label,
            tuple(up.get(one.code, ())),
            tuple(side.get(one.code, ())),
            tuple(
                OtherEnd(move.to_code, titles[move.to_code], move.wage_change_usd)
                for move in ladder.outside.get(one.code, ())
                if move.from_code == one.code
            ),
            fits(one, schooling, filters),
        )

    return tuple(
        RungList(str(LEVEL_WORDS[level]), tuple(line(one) for one in reversed(rung)))
        for level, rung in reversed(list(zip(Level, ladder.rungs, strict=True)))
    )


def fits(one: LadderOccupation, schooling: EducationLevel, filters: Filters) -> bool:
    """Whether the occupation meets the filters; what is not published meets none."""
    if filters.education is not None and schooling > filters.education:
        return False
    if filters.min_pay is not None and (one.pay_usd is None or one.pay_usd < filters.min_pay):
        return False
    if filters.min_growth is not None and (
        one.growth_pct is None or one.growth_pct < filters.min_growth
    ):
        return False
    return not filters.interest or filters.interest in top_interests(one.code)


def top_interests(code: str) -> tuple[str, ...]:
    """The two interest areas an occupation suits most; none where no scores are published."""
    catalog = served_catalog()
    occupation = catalog.occupation(code)
    scores = catalog.get_interests(occupation.code) or catalog.get_interests(occupation.stand_in)
    return tuple(sorted(scores, key=lambda key: -scores[key])[:2])


def _end(ladder: Ladder, code: str, change: float | None = None) -> OtherEnd:
    return OtherEnd(code, ladder.get(code).occupation.title, change)


def _backbones(ladder: Ladder | None) -> tuple[tuple[OtherEnd, ...], ...]:
    if ladder is None:
        return ()
    return tuple(tuple(_end(ladder, code) for code in codes) for codes in ladder.backbones)


def _pairs(ladder: Ladder | None, name: str) -> tuple[tuple[OtherEnd, OtherEnd], ...]:
    if ladder is None:
        return ()
    return tuple(
        (_end(ladder, move.from_code), _end(ladder, move.to_code, move.wage_change_usd))
        for move in getattr(ladder, name)
    )

"""`/occupations/<code>`: everything the release knows of one occupation."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from careerlattice.catalog.model import (
    Area,
    License,
    Occupation,
    Outlook,
    Pathway,
    Program,
    Requirements,
    SchoolProgram,
    Share,
    Wage,
)
from careerlattice.catalog.publisher_pages import oews_page, onet_page
from careerlattice.content.words import ElementWords, OccupationWords, element_words
from careerlattice.requirements.leading_programs import list_leading
from careerlattice.requirements.license_names import LicensesToGet
from careerlattice.requirements.own_series import own_figures
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.interests import INTEREST_ELEMENTS
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.addresses import json_address, wants_json, with_query_of
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.places import PLACE, PlaceChoice, place_choice, place_of
from careerlattice.web.pages.atlas.cluster_figures import all_figures
from careerlattice.web.pages.atlas.clusters import framework_crumbs
from careerlattice.web.pages.occupation.moves import MoveLine, Moves, moves_around
from careerlattice.web.pages.occupation.pay_picture import RangePicture, range_picture
from careerlattice.web.pages.occupation.radar import Radar, radar
from careerlattice.web.pages.occupation.schema_org import occupation_json_ld
from careerlattice.wording.entry_gates import EntryWords, describe_entry

SOURCES = (
    "onet",
    "careerlattice",
    "bls-oews",
    "bls-projections",
    "careeronestop",
    "nces-cip",
    "scorecard",
    "rapids",
    "onet-clusters",
    "advance-cte",
    "ooh",
)
SHOWN_SCHOOLS = 10
SHOWN_TITLES = 24
SHOWN_ELEMENTS = 6
SHOWN_RELATED = 10
LEAST_SHARE_SHOWN = 0.005
"""Shares of jobs below half a percent round to nothing."""


@dataclass(frozen=True, slots=True)
class EducationBar:
    """An education level and the share of jobs open to a person who has it."""

    level: EducationLevel
    label: str
    opens: float
    percent: float
    is_accepted: bool
    is_typical: bool


@dataclass(frozen=True, slots=True)
class ElementLine:
    """A skill or field of knowledge in plain words, with its importance from 1 to 5."""

    element_id: str
    name: str
    explanation: str
    importance: float
    level: float


@dataclass(frozen=True, slots=True)
class InterestLine:
    """An interest area in plain words with the occupation's score from 1 to 7."""

    key: str
    name: str
    explanation: str
    score: float


@dataclass(frozen=True, slots=True)
class RequirementShares:
    """A requirement as shares of jobs: the answers that any job gave, and what half ask at most."""

    answers: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class OccupationPage(Page):
    """One occupation, with pay, licenses and schools for a place where one is chosen."""

    occupation: Occupation
    stand_in: Occupation | None
    words: OccupationWords | None
    pathways: tuple[Pathway, ...]
    pay_here: Wage | None
    pay_nation: Wage
    outlook: Outlook
    growth_of_all_pct: float | None
    entry: EntryWords
    requirements: Requirements
    education: tuple[EducationBar, ...]
    experience: RequirementShares
    training: RequirementShares
    to_get: LicensesToGet | None
    licenses: tuple[License, ...] | None
    skills: tuple[ElementLine, ...]
    knowledge: tuple[ElementLine, ...]
    interests: tuple[InterestLine, ...]
    next_steps: tuple[MoveLine, ...]
    sideways: tuple[MoveLine, ...]
    feeders: tuple[MoveLine, ...]
    related: tuple[Occupation, ...]
    programs: tuple[Program, ...]
    schools: tuple[SchoolProgram, ...]
    schools_in_all: int
    technology: tuple[str, ...]
    apprenticeships: tuple[str, ...]
    titles: tuple[str, ...]
    titles_in_all: int
    wages: tuple[Wage, ...] = field(metadata=NOT_IN_JSON)
    pay_picture: RangePicture | None = field(metadata=NOT_IN_JSON)
    radar: Radar | None = field(metadata=NOT_IN_JSON)
    choice: PlaceChoice = field(metadata=NOT_IN_JSON)
    json_ld: dict[str, object] = field(metadata=NOT_IN_JSON)

    @property
    def has_pay(self) -> bool:
        """Whether anything is published of its pay, if only that it is beyond what is told."""
        middle = [self.pay_nation.p50]
        if self.pay_nation.hourly:
            middle.append(self.pay_nation.hourly["p50"])
        return any(figure.value is not None or figure.status == "top-coded" for figure in middle)

    @property
    def onet_page(self) -> str:
        """Where O*NET shows the ratings of this occupation, or of the one that stands in."""
        return onet_page((self.stand_in or self.occupation).code)

    @property
    def oews_page(self) -> str:
        """Where BLS shows the pay of the line this occupation is counted in."""
        return oews_page(self.pay_nation.p50.provenance.line)


@page_view("pages/occupation.html", PLACE, cached=True)
def occupation(request: HttpRequest, code: str) -> OccupationPage | HttpResponse:
    """The page of a code; a title or a code in another writing is led to it."""
    found = served_catalog().resolve(code)
    place = place_of(request.GET)
    if code != found.occupation.code:
        target = f"/occupations/{found.occupation.code}"
        target = json_address(target) if wants_json(request) else target
        return HttpResponseRedirect(with_query_of(request, target))
    return occupation_page(found.occupation.code, place)


@lru_cache(maxsize=32)
def occupation_page(code: OnetSocCode, place: Area | None) -> OccupationPage:
    """The values of the page; kept, since a release does not change."""
    catalog = served_catalog()
    occupation = catalog.occupation(code)
    words = catalog.get_words(code)
    nation, state = catalog.get_wage(code), place.state if place is not None else None
    here = catalog.get_wage(code, place) if place is not None else None
    has_own = here is not None and here.area.code != nation.area.code
    wages = (here, nation) if here is not None and has_own else (nation,)
    outlook = catalog.get_outlook(code)
    requirements = open_requirements(catalog).get_requirements(code)
    interests = catalog.get_interests(code) or catalog.get_interests(occupation.stand_in)
    schools, in_all = _schools(code, place)
    to_get, licenses = _licenses(code, place)
    own = occupation.title.casefold()
    titles = [title for title, _kind in catalog.list_titles(code) if title.casefold() != own]
    pathways = tuple(catalog.list_pathways_of(code))
    moves = moves_around(code, place)
    return OccupationPage(
        title=occupation.title,
        description=words.what_they_do if words else occupation.title,
        crumbs=_crumbs(pathways),
        sources=SOURCES,
        place=place,
        occupation=occupation,
        stand_in=(catalog.occupation(occupation.stand_in) if occupation.stand_in != code else None),
        words=words,
        pathways=pathways,
        pay_here=here,
        pay_nation=nation,
        outlook=outlook,
        growth_of_all_pct=all_figures().growth_pct,
        entry=describe_entry(catalog, code, state),
        requirements=requirements,
        education=_education_bars(requirements),
        experience=_answered(requirements.experience),
        training=_answered(requirements.job_training),
        to_get=to_get,
        licenses=licenses,
        skills=_elements(code, "skill"),
        knowledge=_elements(code, "knowledge"),
        interests=tuple(_interest(key, score) for key, score in interests.items()),
        next_steps=moves.next_steps,
        sideways=moves.sideways,
        feeders=moves.feeders,
        related=_related(code, moves),
        programs=tuple(list_leading(open_requirements(catalog), code)),
        schools=schools,
        schools_in_all=in_all,
        technology=tuple(catalog.list_technology(code, 12)),
        apprenticeships=tuple(open_requirements(catalog).list_apprenticeships(code, state)),
        titles=tuple(dict.fromkeys(titles))[:SHOWN_TITLES],
        titles_in_all=len(set(titles)),
        wages=wages,
        pay_picture=range_picture(list(wages)),
        radar=radar(interests),
        choice=place_choice(place),
        json_ld=occupation_json_ld(occupation, words, nation, requirements),
    )


def _related(code: OnetSocCode, moves: Moves) -> tuple[Occupation, ...]:
    """The publisher's related occupations that no move on the page names already."""
    named = {line.code for line in (*moves.next_steps, *moves.sideways, *moves.feeders)}
    related = [one for one, _tier in served_catalog().list_related(code) if one.code not in named]
    return tuple(related[:SHOWN_RELATED])


def _crumbs(pathways: tuple[Pathway, ...]) -> tuple[Crumb, ...]:
    if not pathways:
        return (Crumb(_("Home"), "/"),)
    main = pathways[0]
    return (
        *framework_crumbs(main.framework),
        Crumb(main.cluster_name, f"/clusters/{main.cluster_id}"),
        Crumb(main.name, f"/pathways/{main.id}"),
    )


def _licenses(
    code: OnetSocCode, place: Area | None
) -> tuple[LicensesToGet | None, tuple[License, ...] | None]:
    """The licenses to get in the state, and the others listed for the occupation; none without."""
    if place is None or place.state is None:
        return None, None
    catalog = served_catalog()
    to_get = open_requirements(catalog).find_licenses_to_get(code, place.state)
    listed = open_requirements(catalog).list_licenses(code, place.state)
    return to_get, tuple(record for record in listed if record not in to_get.licenses)


def _schools(code: OnetSocCode, place: Area | None) -> tuple[tuple[SchoolProgram, ...], int]:
    if place is None or place.state is None:
        return (), 0
    catalog = served_catalog()
    found, in_all = catalog.find_school_programs(code, place.state, limit=SHOWN_SCHOOLS)
    return own_figures(open_requirements(catalog), code, found), in_all


def _education_bars(requirements: Requirements) -> tuple[EducationBar, ...]:
    # The levels a person may hold; the finer certificates add to the level before them.
    bars = []
    for level in PLANNED_LEVELS:
        opens = requirements.access[level]
        bars.append(
            EducationBar(
                level=level,
                label=level.label,
                opens=opens,
                percent=round(100 * opens, 1),
                is_accepted=level == requirements.accepted,
                is_typical=level == requirements.typical,
            )
        )
    last = next((place for place, bar in enumerate(bars) if bar.opens >= 0.995), len(bars) - 1)
    first = next((place for place, bar in enumerate(bars) if bar.opens > 0), 0)
    return tuple(bars[max(0, first - 1) : last + 1])


def _answered(shares: tuple[Share, ...]) -> RequirementShares:
    shown = [share for share in shares if share.share >= LEAST_SHARE_SHOWN]
    return RequirementShares(answers=tuple((share.label, share.share) for share in shown))


def _elements(code: OnetSocCode, domain: str) -> tuple[ElementLine, ...]:
    lines = []
    for rated in served_catalog().list_ratings(code, domain, SHOWN_ELEMENTS):
        words: ElementWords | None = element_words(rated.element_id)
        lines.append(
            ElementLine(
                element_id=rated.element_id,
                name=words.name if words else rated.name,
                explanation=words.explanation if words else "",
                importance=round(rated.importance, 2),
                level=round(rated.level, 2),
            )
        )
    return tuple(lines)


def _interest(key: str, score: float) -> InterestLine:
    words = element_words(INTEREST_ELEMENTS[key])
    return InterestLine(
        key=key,
        name=words.name if words else key.title(),
        explanation=words.explanation if words else "",
        score=score,
    )

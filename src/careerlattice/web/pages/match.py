"""`/match`: clusters, pathways and occupations that suit a person, with reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.content.words import element_words
from careerlattice.match.interests import interest_warnings
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.match.ranking import (
    Filters,
    FitRow,
    GroupFit,
    rank_clusters,
    rank_occupations,
    rank_pathways,
)
from careerlattice.match.reason import Side
from careerlattice.profile.model import INTEREST_AREAS
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.answers import page_view
from careerlattice.web.asked import Choice
from careerlattice.web.context import Crumb, Page
from careerlattice.web.json_twins import NOT_IN_TWIN
from careerlattice.web.pages.clusters import FRAMEWORK
from careerlattice.web.pages.occupation import INTEREST_ELEMENTS
from careerlattice.web.pages.pathway import MIN_GROWTH, MIN_PAY
from careerlattice.web.pages.person import EDUCATIONS, PERSON_ASKS, Person, read_person
from careerlattice.web.pictures import Radar, radar
from careerlattice.web.places import PlaceChoice, place_choice
from careerlattice.web.plain_text import for_pages
from careerlattice.web.serving import served_catalog

SHOWN = 20
SHOWN_FIRST = 8
SHOWN_GROUPS = 6
SHOWN_LIKED = 3


@dataclass(frozen=True, slots=True)
class InterestScore:
    """One of the six scores from 0 to 40, in plain words."""

    key: str
    name: str
    explanation: str
    score: float
    percent: float


@dataclass(frozen=True, slots=True)
class SuitingJob:
    """An occupation of the ranking with its reasons sorted: what suits, what does not, remarks."""

    row: FitRow
    suits: tuple[str, ...]
    against: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilterSet:
    """A filter that is set: its words, and the question without it."""

    text: str
    query: str


@dataclass(frozen=True, kw_only=True)
class MatchPage(Page):
    """The ranking with everything it rests on; empty while nothing was said.

    `jobs` are the rows with their reasons sorted, the first of them in `first_jobs`.
    """

    interests: tuple[InterestScore, ...]
    warnings: tuple[str, ...]
    framework: str
    clusters: tuple[GroupFit, ...]
    pathways: tuple[GroupFit, ...]
    rows: tuple[FitRow, ...]
    jobs: tuple[SuitingJob, ...]
    kept: int
    left_out: dict[str, int]
    weights: dict[str, float]
    notices: tuple[str, ...]
    area: str
    person: Person = field(metadata=NOT_IN_TWIN)
    radar: Radar | None = field(metadata=NOT_IN_TWIN)
    max_education: str = field(metadata=NOT_IN_TWIN)
    min_pay: int | None = field(metadata=NOT_IN_TWIN)
    min_growth: int | None = field(metadata=NOT_IN_TWIN)
    educations: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    choice: PlaceChoice = field(metadata=NOT_IN_TWIN)
    filters: tuple[FilterSet, ...] = field(metadata=NOT_IN_TWIN)

    @property
    def first_jobs(self) -> tuple[SuitingJob, ...]:
        """The jobs shown at once."""
        return self.jobs[:SHOWN_FIRST]

    @property
    def more_jobs(self) -> tuple[SuitingJob, ...]:
        """The jobs shown when asked for more."""
        return self.jobs[SHOWN_FIRST:]

    @property
    def liked_most(self) -> tuple[InterestScore, ...]:
        """The interests with the highest scores, highest first."""
        return tuple(sorted(self.interests, key=lambda one: -one.score)[:SHOWN_LIKED])


MAX_EDUCATION = Choice(
    "max_education", "The most schooling an occupation may typically ask.", EDUCATIONS
)
ASKS = (*PERSON_ASKS, FRAMEWORK, MAX_EDUCATION, MIN_PAY, MIN_GROWTH)


@page_view("pages/match.html", ASKS)
def match(request: HttpRequest) -> MatchPage:
    """Ranks by what the address says of a person; asks for something while it says nothing."""
    catalog = served_catalog()
    asked = request.GET
    person = read_person(asked)
    framework = FRAMEWORK.read(asked)
    slug = MAX_EDUCATION.read(asked)
    min_pay = MIN_PAY.read(asked)
    min_growth = MIN_GROWTH.read(asked)
    filters = Filters(
        max_education=EducationLevel.parse(slug) if slug else None,
        min_pay_usd=min_pay,
        min_growth_pct=min_growth,
    )
    ranking = None
    if not person.is_empty and not person.unclear:
        ranking = rank_occupations(
            catalog, person.profile(), filters=filters, area=person.place, limit=SHOWN
        )
    scores = interest_scores(person)
    return MatchPage(
        title=_("What suits you"),
        description=_("Fields, pathways and jobs that fit what you like and can do."),
        crumbs=(Crumb(_("Home"), "/"), Crumb(_("Find what suits you"), "/assess")),
        sources=("onet", "careerlattice", "bls-oews", "bls-projections"),
        place=person.place,
        interests=scores,
        warnings=_warnings(person),
        framework=framework,
        clusters=tuple(rank_clusters(catalog, ranking, framework, SHOWN_GROUPS)) if ranking else (),
        pathways=tuple(rank_pathways(catalog, ranking, framework, SHOWN_GROUPS)) if ranking else (),
        rows=ranking.rows if ranking else (),
        jobs=tuple(suiting_job(row) for row in ranking.rows) if ranking else (),
        kept=ranking.kept if ranking else 0,
        left_out=dict(ranking.left_out) if ranking else {},
        weights=dict(ranking.weights) if ranking else {},
        notices=tuple(for_pages(text) for text in ranking.notices) if ranking else (),
        area=ranking.area.name if ranking else "",
        person=person,
        radar=radar({one.key: one.score for one in scores}, 0, 40),
        max_education=slug,
        min_pay=min_pay,
        min_growth=min_growth,
        educations=tuple((one.slug, one.label) for one in PLANNED_LEVELS),
        choice=place_choice(person.place),
        filters=_filters_set(person, framework, slug, min_pay, min_growth),
    )


def suiting_job(row: FitRow) -> SuitingJob:
    """The row with its reasons told apart by which way they speak."""

    def that_speak(side: Side) -> tuple[str, ...]:
        return tuple(one.alone for one in row.reasons if one.speaks == side)

    return SuitingJob(row, that_speak("for"), that_speak("against"), that_speak("note"))


def _filters_set(
    person: Person, framework: str, education: str, min_pay: int | None, min_growth: int | None
) -> tuple[FilterSet, ...]:
    found: list[tuple[str, str, str]] = []
    if education:
        label = EducationLevel.parse(education).label
        text = _("schooling: %(level)s at most") % {"level": label}
        found.append(("max_education", education, text))
    if min_pay is not None:
        text = _("middle pay of at least %(usd)s") % {"usd": usd(min_pay)}
        found.append(("min_pay", str(min_pay), text))
    if min_growth is not None:
        text = _("growth of at least %(n)d percent") % {"n": min_growth}
        found.append(("min_growth", str(min_growth), text))
    kept = [*person.pairs(), ("framework", framework)]
    values = [(name, value) for name, value, _text in found]
    return tuple(
        FilterSet(text, urlencode([*kept, *(one for one in values if one[0] != name)]))
        for name, _value, text in found
    )


def interest_scores(person: Person) -> tuple[InterestScore, ...]:
    """The six scores with their words; none when no interests were given."""
    if person.interests is None:
        return ()
    found = []
    for key, score in zip(INTEREST_AREAS, person.interests.scores, strict=True):
        words = element_words(INTEREST_ELEMENTS[key])
        name, explanation = (words.name, words.explanation) if words else (key.title(), "")
        found.append(InterestScore(key, name, explanation, score, round(score / 40 * 100, 1)))
    return tuple(found)


def _warnings(person: Person) -> tuple[str, ...]:
    if person.interests is None:
        return ()
    arrays = interest_arrays(served_catalog())
    return tuple(for_pages(text) for text in interest_warnings(person.interests, arrays))

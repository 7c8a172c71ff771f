"""`/match`: clusters, pathways and occupations that suit a person, with reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.match.alike import FitEntry, join_alike
from careerlattice.match.filters import Filters
from careerlattice.match.groups import GroupFit, rank_clusters, rank_pathways
from careerlattice.match.interest_reasons import own_sides
from careerlattice.match.interests import interest_warnings
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.match.orders import order_weights
from careerlattice.match.ranking import FitRanking, FitRow, rank_occupations
from careerlattice.match.reason import NoticeKind, Side
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.json_pages import NOT_IN_TWIN
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.pages.atlas.clusters import FRAMEWORK
from careerlattice.web.pages.atlas.pathway import MIN_GROWTH, MIN_PAY
from careerlattice.web.pages.match.choices import (
    MAX_EDUCATION,
    ORDER,
    WEIGHTS,
    WHY,
    FilterSet,
    MatchAsked,
    OrderChoice,
    WeightChoice,
    filters_set,
    order_choices,
    read_match,
    schooling_choices,
    weight_choices,
)
from careerlattice.web.pages.match.sheet import (
    Comparison,
    SheetLine,
    compare_with,
    interest_words,
    rests_on,
    sheet_lines,
)
from careerlattice.web.pages.occupation.moves import MoveLine, moves_around
from careerlattice.web.pages.person.person import PERSON_ASKS, Person, read_person
from careerlattice.web.pages.pictures import Radar, radar
from careerlattice.web.pages.places import PlaceChoice, place_choice
from careerlattice.wording.fit import (
    SaidFitRow,
    area_in_text,
    notice_sentence,
    reason_sentence,
)

SHOWN = 16
SHOWN_FIRST = 8
SHOWN_GROUPS = 6
SHOWN_LIKED = 3
SHOWN_STEPS = 4


@dataclass(frozen=True, slots=True)
class InterestScore:
    """One of the six scores from 0 to 40, in plain words; `is_higher` than the mean of the six."""

    key: str
    name: str
    explanation: str
    score: float
    percent: float
    is_higher: bool


@dataclass(frozen=True, slots=True)
class AlikeJob:
    """An occupation joined with the one it stands next to."""

    place: int
    code: str
    title: str
    pay_p50_usd: float | None


@dataclass(frozen=True, slots=True)
class SuitingJob:
    """An occupation of the ranking with its reasons sorted: what suits, what does not, remarks.

    `schooling` is the level half of its jobs are content with; `alike` are the occupations joined
    with it.
    """

    row: SaidFitRow
    schooling: str
    suits: tuple[str, ...]
    against: tuple[str, ...]
    remarks: tuple[str, ...]
    alike: tuple[AlikeJob, ...]


@dataclass(frozen=True, slots=True)
class JobSteps:
    """The steps others take from a job the person has held; up, or sideways where none lead up."""

    code: str
    title: str
    steps: tuple[MoveLine, ...]


@dataclass(frozen=True, kw_only=True)
class MatchPage(Page):
    """The ranking with everything it rests on; empty while nothing was said.

    `jobs` are the rows with their reasons sorted, alike occupations joined, the first of them in
    `first_jobs`. `order` is the one used, `weights` its shares; `rests_on` says what they weigh.
    `sheet` explains the first jobs; `beside` is the occupation asked to compare with.
    """

    interests: tuple[InterestScore, ...]
    warnings: tuple[str, ...]
    steps: tuple[JobSteps, ...]
    order: str
    weights: dict[str, float]
    rests_on: tuple[str, ...]
    framework: str
    clusters: tuple[GroupFit, ...]
    pathways: tuple[GroupFit, ...]
    rows: tuple[SaidFitRow, ...]
    jobs: tuple[SuitingJob, ...]
    sheet: tuple[SheetLine, ...]
    beside: Comparison | None
    kept: int
    left_out: dict[str, int]
    notices: tuple[str, ...]
    area: str
    person: Person = field(metadata=NOT_IN_TWIN)
    asked: MatchAsked = field(metadata=NOT_IN_TWIN)
    radar: Radar | None = field(metadata=NOT_IN_TWIN)
    orders: tuple[OrderChoice, ...] = field(metadata=NOT_IN_TWIN)
    weighing: tuple[WeightChoice, ...] = field(metadata=NOT_IN_TWIN)
    schoolings: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    choice: PlaceChoice = field(metadata=NOT_IN_TWIN)
    filters: tuple[FilterSet, ...] = field(metadata=NOT_IN_TWIN)

    @property
    def query(self) -> str:
        """The whole question, to come back to."""
        asked = self.asked
        parts = asked.order_pairs(), asked.filter_pairs(), asked.framework_pairs()
        return urlencode([*self.person.pairs(), *(pair for part in parts for pair in part)])

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
        """The interests above the mean of the person's own six, highest first, three at most."""
        own = [one for one in self.interests if one.is_higher]
        return tuple(sorted(own, key=lambda one: -one.score)[:SHOWN_LIKED])


ASKS = (*PERSON_ASKS, ORDER, WEIGHTS, FRAMEWORK, MAX_EDUCATION, MIN_PAY, MIN_GROWTH, WHY)


@page_view("pages/match.html", ASKS)
def match(request: HttpRequest) -> MatchPage:
    """Ranks by what the address says of a person; asks for something while it says nothing."""
    catalog = served_catalog()
    person = read_person(request.GET)
    asked = read_match(request.GET)
    profile = person.profile()
    wanted = order_weights(asked.order or None, asked.weights, profile)
    ranking: FitRanking | None = None
    entries: tuple[FitEntry, ...] = ()
    sheet: tuple[SheetLine, ...] = ()
    beside: Comparison | None = None
    clusters: list[GroupFit] = []
    pathways: list[GroupFit] = []
    weighing: tuple[WeightChoice, ...] = ()
    level = profile.education.level if profile.education else None
    if not person.is_empty and not person.unclear:
        filters = Filters(
            max_education=EducationLevel.parse(asked.max_education)
            if asked.max_education
            else None,
            min_pay_usd=asked.min_pay,
            min_growth_pct=asked.min_growth,
        )
        ranking = rank_occupations(catalog, profile, wanted, filters, area=person.place, limit=0)
        entries = join_alike(catalog, profile, ranking, SHOWN)
        codes = tuple(entry.row.onet_soc_code for entry in entries)
        sheet = sheet_lines(catalog, profile, ranking, codes)
        why = WHY.read(request.GET)
        beside = compare_with(catalog, profile, ranking, why) if why else None
        clusters = rank_clusters(catalog, ranking, asked.framework, SHOWN_GROUPS)
        pathways = rank_pathways(catalog, ranking, asked.framework, SHOWN_GROUPS)
        weighing = weight_choices(ranking.columns, wanted, ranking.weights)
        level = ranking.columns.education
    scores, warnings = interest_scores(person), _warnings(person)
    orders = order_choices(person, asked)
    return MatchPage(
        title=_("What suits you"),
        description=_("Fields, pathways and jobs that fit what you like and can do."),
        crumbs=(Crumb(_("Home"), "/"), Crumb(_("Find what suits you"), "/assess")),
        sources=("onet", "careerlattice", "bls-oews", "bls-projections"),
        place=person.place,
        interests=scores,
        warnings=warnings,
        steps=_steps(person),
        order=next(one.order for one in orders if one.is_current),
        weights=dict(ranking.weights) if ranking is not None else {},
        rests_on=rests_on(person, ranking) if ranking is not None else (),
        framework=asked.framework,
        clusters=tuple(clusters),
        pathways=tuple(pathways),
        rows=tuple(SaidFitRow(entry.row) for entry in entries),
        jobs=suiting_jobs(entries),
        sheet=sheet,
        beside=beside,
        kept=ranking.kept if ranking is not None else 0,
        left_out=dict(ranking.left_out) if ranking is not None else {},
        notices=_notices(ranking, warnings) if ranking is not None else (),
        area=area_in_text(ranking.area) if ranking is not None else "",
        person=person,
        asked=asked,
        radar=radar({one.key: one.score for one in scores}, 0, 40),
        orders=orders,
        weighing=weighing,
        schoolings=schooling_choices(level, asked.max_education),
        choice=place_choice(person.place),
        filters=filters_set(person, asked),
    )


def suiting_jobs(entries: tuple[FitEntry, ...]) -> tuple[SuitingJob, ...]:
    """The entries with their reasons told apart by which way they speak."""
    catalog = served_catalog()
    half = open_requirements(catalog).shares.level_opening(0.5)

    def that_speak(row: FitRow, side: Side) -> tuple[str, ...]:
        return tuple(reason_sentence(reason) for reason in row.reasons if reason.side is side)

    return tuple(
        SuitingJob(
            SaidFitRow(row := entry.row),
            EducationLevel(int(half[catalog.row_of[row.onet_soc_code]])).label,
            that_speak(row, Side.FOR),
            that_speak(row, Side.AGAINST),
            that_speak(row, Side.NOTE),
            tuple(
                AlikeJob(one.place, one.onet_soc_code, one.title, one.pay_p50_usd)
                for one in entry.alike
            ),
        )
        for entry in entries
    )


def _steps(person: Person) -> tuple[JobSteps, ...]:
    found: dict[str, JobSteps] = {}
    for job in person.jobs:
        if job.occupation is None or job.occupation.code in found:
            continue
        moves = moves_around(job.occupation.code, person.place)
        steps = (moves.next_steps or moves.sideways)[:SHOWN_STEPS]
        if steps:
            code = job.occupation.code
            found[code] = JobSteps(code, job.occupation.title, steps)
    return tuple(found.values())


def interest_scores(person: Person) -> tuple[InterestScore, ...]:
    """The six scores with their words; none when no interests were given."""
    if person.interests is None:
        return ()
    found = []
    sides = own_sides(person.interests).tolist()
    for key, score, side in zip(INTEREST_AREAS, person.interests.scores, sides, strict=True):
        name, explanation = interest_words(key)
        percent = round(score / 40 * 100, 1)
        found.append(InterestScore(key, name, explanation, score, percent, side > 0))
    return tuple(found)


def _warnings(person: Person) -> tuple[str, ...]:
    if person.interests is None:
        return ()
    arrays = interest_arrays(served_catalog())
    return tuple(map(notice_sentence, interest_warnings(person.interests, arrays)))


def _notices(ranking: FitRanking, warnings: tuple[str, ...]) -> tuple[str, ...]:
    """The ranking's notices without those that stand apart on the page."""
    told = (
        notice_sentence(notice)
        for notice in ranking.notices
        if notice.kind is not NoticeKind.WITHOUT_INTERESTS
    )
    return tuple(text for text in told if text not in warnings)

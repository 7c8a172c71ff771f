"""`/match`: clusters, pathways and occupations that suit a person, with reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.catalog.parameters import HOURS_A_YEAR
from careerlattice.match.alike import FitEntry, join_alike
from careerlattice.match.filters import Filters
from careerlattice.match.groups import GroupFit, rank_clusters, rank_pathways
from careerlattice.match.interest_reasons import own_sides
from careerlattice.match.interests import interest_warnings
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.match.orders import order_weights
from careerlattice.match.ranking import FitRanking, FitRow, rank_occupations
from careerlattice.match.reason import NoticeKind, Reason, Side
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.paging import LIMIT, MOST_ROWS, START, Window, window_of
from careerlattice.web.http.places import PlaceChoice, place_choice
from careerlattice.web.pages.atlas.clusters import FRAMEWORK
from careerlattice.web.pages.atlas.pathway import MIN_GROWTH, MIN_PAY
from careerlattice.web.pages.match.choices import (
    MAX_EDUCATION,
    ORDER,
    WEIGHTS,
    WHY,
    FilterSet,
    MatchQuestion,
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
from careerlattice.web.pages.occupation.radar import Radar, radar
from careerlattice.web.pages.person.person import PERSON_PARAMETERS, Person, read_person
from careerlattice.wording.areas_of_work import mostly
from careerlattice.wording.fit import (
    SaidFitRow,
    notice_sentence,
    reason_sentence,
)
from careerlattice.wording.work_names import area_in_text

SHOWN = 16
SHOWN_FIRST = 6
SHARED = 0.9
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

    `rank` counts the entries of the list. `what_they_do` is a line on the work, `mostly` which of
    the six interests it holds most, `pay_hour_usd` its pay where none is published by the year.
    `schooling` is the level half of its jobs are content with; `alike` are the occupations joined
    with it.
    """

    rank: int
    row: SaidFitRow
    what_they_do: str
    mostly: str
    pay_hour_usd: float | None
    schooling: str
    suits: tuple[str, ...]
    against: tuple[str, ...]
    remarks: tuple[str, ...]
    alike: tuple[AlikeJob, ...]

    @property
    def reasons_for(self) -> tuple[Reason, ...]:
        """What suits, as values."""
        return tuple(reason for reason in self.row.fit.reasons if reason.side is Side.FOR)


def _sameness(reason: Reason) -> object:
    """What two reasons have in common that say the same: areas in another order are the same."""
    values = tuple(
        sorted(
            (name, str(sorted(value) if isinstance(value, tuple) else value))
            for name, value in reason.values.items()
        )
    )
    return reason.kind, values


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
    `sheet` explains the first jobs; `beside` is the occupation to compare with.
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
    person: Person = field(metadata=NOT_IN_JSON)
    question: MatchQuestion = field(metadata=NOT_IN_JSON)
    radar: Radar | None = field(metadata=NOT_IN_JSON)
    orders: tuple[OrderChoice, ...] = field(metadata=NOT_IN_JSON)
    weighing: tuple[WeightChoice, ...] = field(metadata=NOT_IN_JSON)
    schoolings: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    choice: PlaceChoice = field(metadata=NOT_IN_JSON)
    filters: tuple[FilterSet, ...] = field(metadata=NOT_IN_JSON)

    @property
    def query(self) -> str:
        """The whole question, to come back to."""
        question = self.question
        parts = (
            question.order_pairs(),
            question.filter_pairs(),
            question.framework_pairs(),
        )
        return urlencode([*self.person.pairs(), *(pair for part in parts for pair in part)])

    @property
    def is_short(self) -> bool:
        """Whether the list is as short as it is unless more are asked for."""
        return self.part is not None and self.part.limit <= SHOWN

    @property
    def query_all(self) -> str:
        """The question for long lists from the first job on."""
        return f"{self.query}&limit={MOST_ROWS}"

    @property
    def query_after(self) -> str:
        """The question for the jobs after these."""
        return f"{self.query_all}&start={self.part.end + 1}" if self.part is not None else ""

    @property
    def query_before(self) -> str:
        """The question for the jobs before these."""
        start = max(1, self.part.start - MOST_ROWS) if self.part is not None else 1
        return f"{self.query_all}&start={start}"

    @cached_property
    def _shared(self) -> frozenset[object]:
        """What speaks for nearly every job of the list, whatever the order of its words."""
        counted = Counter(key for job in self.jobs for key in set(map(_sameness, job.reasons_for)))
        most = SHARED * len(self.jobs)
        return frozenset(key for key, n in counted.items() if n >= most and len(self.jobs) > 1)

    @property
    def shared_reasons(self) -> tuple[str, ...]:
        """Reasons that nearly all jobs of the list have: said once, above it."""
        found: dict[object, str] = {}
        for job in self.jobs:
            for reason in job.reasons_for:
                if _sameness(reason) in self._shared:
                    found.setdefault(_sameness(reason), reason_sentence(reason))
        return tuple(found.values())

    @cached_property
    def own_reasons(self) -> dict[str, tuple[str, ...]]:
        """For each job by code, what speaks for it beyond the shared reasons."""
        return {
            job.row.fit.onet_soc_code: tuple(
                reason_sentence(reason)
                for reason in job.reasons_for
                if _sameness(reason) not in self._shared
            )
            for job in self.jobs
        }

    @property
    def first_jobs(self) -> tuple[SuitingJob, ...]:
        """The jobs shown at once."""
        return self.jobs[:SHOWN_FIRST] if self.is_short else self.jobs

    @property
    def more_jobs(self) -> tuple[SuitingJob, ...]:
        """The jobs shown when asked for more."""
        return self.jobs[SHOWN_FIRST:] if self.is_short else ()

    @property
    def liked_most(self) -> tuple[InterestScore, ...]:
        """The interests above the mean of the person's own six, highest first, three at most."""
        own = [score for score in self.interests if score.is_higher]
        return tuple(sorted(own, key=lambda score: -score.score)[:SHOWN_LIKED])


PARAMETERS = (
    *PERSON_PARAMETERS,
    ORDER,
    WEIGHTS,
    FRAMEWORK,
    MAX_EDUCATION,
    MIN_PAY,
    MIN_GROWTH,
    WHY,
    START,
    LIMIT,
)


@page_view("pages/match.html", PARAMETERS, personal=True)
def match(request: HttpRequest) -> MatchPage:
    """Ranks by what the address says of a person; asks for something while it says nothing."""
    person = read_person(request.GET)
    question = read_match(request.GET)
    page = _question_page(person, question)
    if person.is_empty or person.unclear:
        return page
    return _ranked(page, WHY.read(request.GET), window_of(request.GET, SHOWN))


def _question_page(person: Person, question: MatchQuestion) -> MatchPage:
    """The page of a person of whom nothing is known that a ranking could rest on."""
    education = person.profile().education
    scores, orders = interest_scores(person), order_choices(person, question)
    return MatchPage(
        title=_("What suits you"),
        description=_("Fields, pathways and jobs that fit what you like and can do."),
        crumbs=(Crumb(_("Home"), "/"), Crumb(_("Find what suits you"), "/assess")),
        sources=("onet", "careerlattice", "bls-oews", "bls-projections"),
        place=person.place,
        interests=scores,
        warnings=_warnings(person),
        steps=_steps(person),
        order=next(choice.order for choice in orders if choice.is_current),
        weights={},
        rests_on=(),
        framework=question.framework,
        clusters=(),
        pathways=(),
        rows=(),
        jobs=(),
        sheet=(),
        beside=None,
        kept=0,
        left_out={},
        notices=(),
        area="",
        person=person,
        question=question,
        radar=radar({score.key: score.score for score in scores}, 0, 40),
        orders=orders,
        weighing=(),
        schoolings=schooling_choices(
            education.level if education else None, question.max_education
        ),
        choice=place_choice(person.place),
        filters=filters_set(person, question),
    )


def _ranked(page: MatchPage, why: str, window: Window) -> MatchPage:
    """The page with the ranking; `why` is an occupation to set beside the person, or empty."""
    catalog, person, question = served_catalog(), page.person, page.question
    profile = person.profile()
    wanted = order_weights(question.order or None, question.weights, profile)
    filters = Filters(
        max_education=question.max_level,
        min_pay_usd=question.min_pay,
        min_growth_pct=question.min_growth,
    )
    ranking = rank_occupations(catalog, profile, wanted, filters, area=person.place, limit=0)
    # One more than shown tells whether there are more.
    found = join_alike(catalog, profile, ranking, window.last + 1)
    entries = found[window.start - 1 : window.last]
    codes = tuple(entry.row.onet_soc_code for entry in entries)
    framework = question.framework
    return replace(
        page,
        part=window.of_many(len(entries), has_more=len(found) > window.last),
        weights=dict(ranking.weights),
        rests_on=rests_on(person, ranking),
        clusters=tuple(rank_clusters(catalog, ranking, framework, SHOWN_GROUPS)),
        pathways=tuple(rank_pathways(catalog, ranking, framework, SHOWN_GROUPS)),
        rows=tuple(SaidFitRow(entry.row) for entry in entries),
        jobs=suiting_jobs(entries, page.person, window.start),
        sheet=sheet_lines(catalog, profile, ranking, codes),
        beside=compare_with(catalog, profile, ranking, why) if why else None,
        kept=ranking.kept,
        left_out=dict(ranking.left_out),
        notices=_notices(ranking, page.warnings),
        area=area_in_text(ranking.area.name),
        weighing=weight_choices(ranking.columns, wanted, ranking.weights),
        schoolings=schooling_choices(ranking.columns.education, question.max_education),
    )


def suiting_jobs(
    entries: tuple[FitEntry, ...], person: Person, first: int
) -> tuple[SuitingJob, ...]:
    """The entries, counted from `first`, with their reasons told apart by which way they speak."""
    catalog = served_catalog()
    half = open_requirements(catalog).shares.level_opening(0.5)
    pay = catalog.pay_vectors(person.place)

    def that_speak(row: FitRow, side: Side) -> tuple[str, ...]:
        return tuple(reason_sentence(reason) for reason in row.reasons if reason.side is side)

    def job(rank: int, entry: FitEntry) -> SuitingJob:
        code = entry.row.onet_soc_code
        row = catalog.row_of[code]
        words = catalog.get_words(code)
        yearly = entry.row.pay_p50_usd
        is_hourly = bool(pay.is_hourly[row]) and yearly is not None
        return SuitingJob(
            rank=rank,
            row=SaidFitRow(entry.row),
            what_they_do=words.what_they_do if words else "",
            mostly="" if person.interests is None else mostly(catalog.get_interests(code)),
            pay_hour_usd=(yearly or 0.0) / HOURS_A_YEAR.value if is_hourly else None,
            schooling=EducationLevel(int(half[row])).label,
            suits=that_speak(entry.row, Side.FOR),
            against=that_speak(entry.row, Side.AGAINST),
            remarks=that_speak(entry.row, Side.NOTE),
            alike=tuple(
                AlikeJob(
                    place=row.place,
                    code=row.onet_soc_code,
                    title=row.title,
                    pay_p50_usd=row.pay_p50_usd,
                )
                for row in entry.alike
            ),
        )

    return tuple(job(rank, entry) for rank, entry in enumerate(entries, start=first))


def _steps(person: Person) -> tuple[JobSteps, ...]:
    found: dict[str, JobSteps] = {}
    for job in person.jobs:
        if job.occupation is None or job.occupation.code in found:
            continue
        moves = moves_around(job.occupation.code, person.place)
        steps = (moves.next_steps or moves.sideways)[:SHOWN_STEPS]
        if steps:
            code = job.occupation.code
            found[code] = JobSteps(code=code, title=job.occupation.title, steps=steps)
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
        found.append(
            InterestScore(
                key=key,
                name=name,
                explanation=explanation,
                score=score,
                percent=percent,
                is_higher=side > 0,
            )
        )
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

"""The counselor's part of `/match`: what each job stands on, column by column."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careerlattice.catalog.catalog import Catalog
from careerlattice.content.words import element_words
from careerlattice.match.explain import Explanation, explain_fit
from careerlattice.match.fit import COLUMNS
from careerlattice.match.ranking import FitRanking
from careerlattice.profile.model import Profile
from careerlattice.vocab.interests import INTEREST_ELEMENTS
from careerlattice.web.pages.person.person import Person
from careerlattice.wording.fit import (
    change_sentence,
    gap_sentence,
    reason_in_row,
    verdict_sentence,
)

SHOWN_JOBS = 6
SHOWN_CHANGES = 2


@dataclass(frozen=True, slots=True)
class ColumnCell:
    """One column of one job: its score from 0 to 100 and what it adds to the overall score.

    `adds` is in points of the overall score, against a job in the middle by this column;
    `place_without` the place if the column were not weighed. Both are none where it is not weighed.
    """

    column: str
    score: float | None
    adds: float | None
    place_without: int | None

    @property
    def points(self) -> str:
        """What it adds or takes, with its sign: `+13`, `−4`; empty where it is not weighed."""
        return "" if self.adds is None else f"{self.adds:+.0f}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A job of the counselor's part; `overall` is from 0 to 100, `pay_p50_usd` a year."""

    place: int
    code: str
    title: str
    pay_p50_usd: float | None
    growth_pct: float | None
    overall: float
    cells: tuple[ColumnCell, ...]
    verdict: str
    is_unexpected: bool
    reasons: tuple[str, ...]
    changes: tuple[str, ...]


def sheet_lines(
    catalog: Catalog, profile: Profile, ranking: FitRanking, codes: tuple[str, ...]
) -> tuple[SheetLine, ...]:
    """The first jobs of the list, explained."""
    told = explain_fit(catalog, profile, ranking, codes[:SHOWN_JOBS])
    rows = [catalog.row_of[one.row.onet_soc_code] for one in told]
    return tuple(_line(one, ranking, row) for one, row in zip(told, rows, strict=True))


def _line(told: Explanation, ranking: FitRanking, row: int) -> SheetLine:
    adds, scores = told.row.contributions, ranking.columns.scores
    without = {effect.column: effect.place_without for effect in told.effects}
    cells = tuple(
        ColumnCell(
            name,
            None if math.isnan(scores[name][row]) else round(100 * float(scores[name][row]), 1),
            round(100 * adds[name], 1) if name in adds else None,
            without.get(name),
        )
        for name in COLUMNS
        if name in scores
    )
    return SheetLine(
        told.place,
        told.row.onet_soc_code,
        told.row.title,
        told.row.pay_p50_usd,
        told.row.growth_pct,
        round(100 * told.row.overall, 1),
        cells,
        verdict_sentence(told.verdict),
        told.is_unexpected,
        tuple(map(reason_in_row, told.row.reasons)),
        tuple(map(change_sentence, told.what_would_change[:SHOWN_CHANGES])),
    )


@dataclass(frozen=True, slots=True)
class InterestPair:
    """One interest area: the person's score and the work's, from 0 to 40."""

    name: str
    yours: float
    theirs: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A person beside one occupation: interests, the largest gaps, and its place in the order."""

    line: SheetLine
    interests: tuple[InterestPair, ...]
    gaps: tuple[str, ...]


def compare_with(catalog: Catalog, profile: Profile, ranking: FitRanking, title: str) -> Comparison:
    """The person beside the occupation of that code or title. Raises `NotFound`."""
    code = catalog.get_occupation(title).code
    told = explain_fit(catalog, profile, ranking, (code,))[0]
    return Comparison(
        _line(told, ranking, catalog.row_of[code]),
        tuple(
            InterestPair(interest_words(side.area)[0], round(side.yours, 1), round(side.theirs, 1))
            for side in told.interests
        ),
        tuple(gap_sentence(gap) for gap in (*told.skill_gaps, *told.knowledge_gaps)),
    )


def interest_words(area: str) -> tuple[str, str]:
    """The plain name and the explanation of an interest area."""
    words = element_words(INTEREST_ELEMENTS[area])
    return (words.name, words.explanation) if words else (area.title(), "")


def rests_on(person: Person, ranking: FitRanking) -> tuple[str, ...]:
    """What of the person and of the published figures this order is made from, in words."""
    columns, weighed = ranking.columns, ranking.weights
    found = []
    if "interests" in weighed:
        found.append(_("your six interest scores"))
    if "skills" in weighed or "knowledge" in weighed:
        if person.skills:
            found.append(_("the skills you rated"))
        found += [_("what is usual in your job: %(job)s") % {"job": j.title} for j in person.jobs]
    if "education" in weighed and columns.education is not None:
        text = _("your schooling: %(level)s")
        if columns.is_education_assumed:
            text = _("schooling your job suggests: %(level)s")
        found.append(text % {"level": columns.education.label})
    if "pay" in weighed:
        found.append(_("published pay"))
    if "outlook" in weighed:
        found.append(_("growth and openings"))
    return tuple(found)

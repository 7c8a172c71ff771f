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
    explained = explain_fit(catalog, profile, ranking, codes[:SHOWN_JOBS])
    rows = [catalog.row_of[explanation.row.onet_soc_code] for explanation in explained]
    return tuple(
        _line(explanation, ranking, row) for explanation, row in zip(explained, rows, strict=True)
    )


def _line(explanation: Explanation, ranking: FitRanking, row: int) -> SheetLine:
    adds, scores = explanation.row.contributions, ranking.columns.scores
    without = {effect.column: effect.place_without for effect in explanation.effects}
    cells = tuple(
        ColumnCell(
            column=name,
            score=None
            if math.isnan(scores[name][row])
            else round(100 * float(scores[name][row]), 1),
            adds=round(100 * adds[name], 1) if name in adds else None,
            place_without=without.get(name),
        )
        for name in COLUMNS
        if name in scores
    )
    return SheetLine(
        place=explanation.place,
        code=explanation.row.onet_soc_code,
        title=explanation.row.title,
        pay_p50_usd=explanation.row.pay_p50_usd,
        growth_pct=explanation.row.growth_pct,
        overall=round(100 * explanation.row.overall, 1),
        cells=cells,
        verdict=verdict_sentence(explanation.verdict),
        is_unexpected=explanation.is_unexpected,
        reasons=tuple(map(reason_in_row, explanation.row.reasons)),
        changes=tuple(map(change_sentence, explanation.what_would_change[:SHOWN_CHANGES])),
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
    explanation = explain_fit(catalog, profile, ranking, (code,))[0]
    return Comparison(
        line=_line(explanation, ranking, catalog.row_of[code]),
        interests=tuple(
            InterestPair(
                name=interest_words(side.area)[0],
                yours=round(side.yours, 1),
                theirs=round(side.theirs, 1),
            )
            for side in explanation.interests
        ),
        gaps=tuple(
            gap_sentence(gap) for gap in (*explanation.skill_gaps, *explanation.knowledge_gaps)
        ),
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
        text = _("your education: %(level)s")
        if columns.is_education_assumed:
            text = _("the education your job suggests: %(level)s")
        found.append(text % {"level": columns.education.label})
    if "pay" in weighed:
        found.append(_("published pay"))
    if "outlook" in weighed:
        found.append(_("growth and openings"))
    return tuple(found)

"""Occupations in an overall order by visible weights.

The order is the weighted mean of the 0-to-1 scores of `fit.py`. A column the profile says nothing
about is left out for all occupations; a score missing for one occupation counts as middling there
(0.5) and is named in its row.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.catalog.ratings import rated_matrix
from careerlattice.errors import BadRequest
from careerlattice.match.filters import Filters, keep
from careerlattice.match.fit import COLUMNS, FitColumns, fit_columns
from careerlattice.match.interests import interest_warnings
from careerlattice.match.occupation_arrays import Bools, Floats, interest_arrays
from careerlattice.match.orders import DEFAULT_WEIGHTS, check_weights
from careerlattice.match.parameters import MIDDLING
from careerlattice.match.reason import Change, FitNotice, NoticeKind, Reason
from careerlattice.match.reasons import ReasonFinder
from careerlattice.profile.experience import LevelsBasis
from careerlattice.profile.model import Profile
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area, Occupation


@dataclass(frozen=True, slots=True)
class FitRow:
    """One occupation beside a profile, columns apart.

    `overall` is 0 to 1. `scores` and `contributions` are by column: the score, and what it adds to
    or takes from the overall score against a middling occupation. `missing` names columns without a
    score here. `pay_level`: 0 the area's own figure, 1 its state's, 2 the nation's, -1 none.
    """

    place: int
    onet_soc_code: str
    title: str
    job_zone: int | None
    overall: float
    interest_distance: float | None
    interest_correlation: float | None
    skill_shortfall: float | None
    knowledge_shortfall: float | None
    education_access: float | None
    field_matches: bool | None
    pay_p50_usd: float | None
    pay_level: int
    growth_pct: float | None
    openings_per_year: float | None
    is_stand_in: bool
    scores: Mapping[str, float]
    contributions: Mapping[str, float]
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    what_would_change: tuple[Change, ...]


@dataclass(frozen=True)
class FitRanking:
    """Occupations in order with everything the order rests on.

    `rows` are the first `limit`; `kept` is how many passed the filters, `left_out` how many each
    filter removed (an occupation may fall to several). `weights` are those used, summing to 1.
    """

    rows: tuple[FitRow, ...]
    kept: int
    left_out: Mapping[str, int]
    weights: Mapping[str, float]
    area: Area
    levels_basis: LevelsBasis
    notices: tuple[FitNotice, ...]
    columns: FitColumns = field(repr=False, compare=False)
    overall: Floats = field(repr=False, compare=False)
    is_kept: Bools = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[FitRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> FitRow:
        return self.rows[index]


def rank_occupations(
    catalog: Catalog,
    profile: Profile,
    weights: Mapping[str, float] | None = None,
    filters: Filters | None = None,
    *,
    area: Area | None = None,
    limit: int | None = 25,
) -> FitRanking:
    """All occupations in the order of how well they suit a profile, columns kept apart.

    `weights` (column to weight, any scale) replace the default ones column by column; 0 takes a
    column out. `area` defaults to the profile's place. `limit` none gives every kept row. Raises
    `BadRequest` for impossible weights or filters, `NotFound` for an unknown cluster or place.

    >>> from careerlattice.catalog.catalog import open_release
    >>> from careerlattice.profile.model import Interests
    >>> me = Profile(interests=Interests(8, 22, 6, 38, 8, 20))
    >>> ranking = rank_occupations(open_release(), me, {"pay": 0, "outlook": 0}, limit=1)
    >>> round(sum(ranking.weights.values()), 6), ranking.rows[0].place
    (1.0, 1)
    """
    columns = fit_columns(catalog, profile, area)
    used = usable_weights(weights, columns)
    overall = overall_scores(columns, used)
    kept, left_out = keep(catalog, columns, filters or Filters())
    order = ordered_rows(catalog, columns, overall, kept)
    shown = order if limit is None else order[: max(0, limit)]
    rows = _rows(ReasonFinder(catalog, profile, columns), overall, used, shown)
    return FitRanking(
        rows=rows,
        kept=len(order),
        left_out=left_out,
        weights=used,
        area=columns.area,
        levels_basis=columns.levels_basis,
        notices=_notices(catalog, profile, columns, weights, len(order)),
        columns=columns,
        overall=overall,
        is_kept=kept,
    )


def fit_rows(
    catalog: Catalog, profile: Profile, ranking: FitRanking, places: Sequence[tuple[int, int]]
) -> tuple[FitRow, ...]:
    """The rows of a ranking asked for by place and row number, in the order asked."""
    finder = ReasonFinder(catalog, profile, ranking.columns)
    rows = np.array([row for _place, row in places], dtype=np.int64)
    made = _rows(finder, ranking.overall, ranking.weights, rows)
    return tuple(replace(row, place=at) for row, (at, _) in zip(made, places, strict=True))


def usable_weights(weights: Mapping[str, float] | None, columns: FitColumns) -> dict[str, float]:
    """The weights of the columns the profile speaks to, summing to 1. Raises `BadRequest`."""
    check_weights(weights or {})
    wanted = {**DEFAULT_WEIGHTS, **(weights or {})}
    used = {n: wanted[n] for n in COLUMNS if wanted[n] > 0 and n in columns.scores}
    total = sum(used.values())
    if total <= 0:
        raise BadRequest(
            "All weights that could be used are 0. Give a weight to a column the profile speaks "
            f"to: {', '.join(columns.scores)}."
        )
    return {name: value / total for name, value in used.items()}


def overall_scores(columns: FitColumns, weights: Mapping[str, float]) -> Floats:
    """Weighted mean of the scores, shape (occupations,); a missing one counts as 0.5."""
    scores = np.stack([columns.scores[name] for name in weights])
    weight = np.array(list(weights.values()))[:, None]
    known = ~np.isnan(scores)
    summed = (weight * np.where(known, scores, MIDDLING.value)).sum(axis=0)
    return np.where(known.any(axis=0), summed, np.nan)


def ordered_rows(
    catalog: Catalog, columns: FitColumns, overall: Floats, kept: Bools
) -> np.ndarray[Any, Any]:
    """Row numbers best first.

    Ties go to the nearer interests where they are known, then to occupations with ratings of their
    own, then by code.
    """
    stand_in = rated_matrix(catalog, "skill").is_stand_in
    rows = np.flatnonzero(kept & ~np.isnan(overall))
    keys: list[np.ndarray[Any, Any]] = [rows, stand_in[rows]]
    if columns.interests is not None:
        keys.append(columns.interests.distance[rows])
    return rows[np.lexsort((*keys, -np.round(overall[rows], 9)))]


def _rows(
    finder: ReasonFinder,
    overall: Floats,
    weights: Mapping[str, float],
    shown: np.ndarray[Any, Any],
) -> tuple[FitRow, ...]:
    reasons, changes = finder.reasons(weights, shown), finder.changes(shown)
    figures = _Figures(finder.columns, weights, shown)
    stand_in = rated_matrix(finder.catalog, "skill").is_stand_in
    return tuple(
        figures.row(
            at,
            finder.catalog.occupation(finder.catalog.codes[row]),
            overall=float(overall[row]),
            is_stand_in=bool(stand_in[row]),
            reasons=reasons[at],
            changes=changes[at],
        )
        for at, row in enumerate(shown.tolist())
    )


class _Figures:
    """The columns of the rows shown, as plain numbers: none where not known."""

    def __init__(
        self, columns: FitColumns, weights: Mapping[str, float], shown: np.ndarray[Any, Any]
    ) -> None:
        def listed(values: Floats | None) -> list[float | None]:
            if values is None:
                return [None] * len(shown)
            return [None if math.isnan(value) else value for value in values[shown].tolist()]

        interests, outlook = columns.interests, columns.outlook
        self.weights = weights
        self.scores = {name: listed(columns.scores[name]) for name in weights}
        self.distance = listed(interests.distance if interests else None)
        self.correlation = listed(interests.correlation if interests else None)
        self.skills = listed(columns.skills.shortfall if columns.skills else None)
        self.knowledge = listed(columns.knowledge.shortfall if columns.knowledge else None)
        self.access = listed(columns.education_access)
        self.field_matches = listed(columns.field_matches)
        self.pay = listed(columns.pay.p50)
        self.pay_level = columns.pay.level[shown].tolist()
        self.growth = listed(outlook.growth_pct)
        self.openings = listed(outlook.openings * outlook.share)

    def row(
        self,
        at: int,
        occupation: Occupation,
        *,
        overall: float,
        is_stand_in: bool,
        reasons: tuple[Reason, ...],
        changes: tuple[Change, ...],
    ) -> FitRow:
        """The row at this place of those shown."""
        here = {name: self.scores[name][at] for name in self.weights}
        held = {name: score for name, score in here.items() if score is not None}
        matches = self.field_matches[at]
        return FitRow(
            place=at + 1,
            onet_soc_code=str(occupation.code),
            title=occupation.title,
            job_zone=occupation.job_zone,
            overall=overall,
            interest_distance=self.distance[at],
            interest_correlation=self.correlation[at],
            skill_shortfall=self.skills[at],
            knowledge_shortfall=self.knowledge[at],
            education_access=self.access[at],
            field_matches=None if matches is None else bool(matches),
            pay_p50_usd=self.pay[at],
            pay_level=self.pay_level[at],
            growth_pct=self.growth[at],
            openings_per_year=self.openings[at],
            is_stand_in=is_stand_in,
            scores=held,
            contributions={
                name: self.weights[name] * (score - MIDDLING.value) for name, score in held.items()
            },
            missing=tuple(name for name, score in here.items() if score is None),
            reasons=reasons,
            what_would_change=changes,
        )


def _notices(
    catalog: Catalog,
    profile: Profile,
    columns: FitColumns,
    weights: Mapping[str, float] | None,
    kept: int,
) -> tuple[FitNotice, ...]:
    notices: list[FitNotice] = []
    if profile.interests is not None:
        notices += interest_warnings(profile.interests, interest_arrays(catalog))
    wanted = {**DEFAULT_WEIGHTS, **(weights or {})}
    absent = [name for name in COLUMNS[:4] if wanted[name] > 0 and name not in columns.scores]
    if absent:
        notices.append(FitNotice(NoticeKind.COLUMNS_LEFT_OUT, {"columns": tuple(absent)}))
    if profile.interests is None:
        notices.append(FitNotice(NoticeKind.WITHOUT_INTERESTS))
    education = profile.education
    if education and education.level >= EducationLevel.ASSOCIATE and not education.cip_codes:
        notices.append(FitNotice(NoticeKind.FIELD_WITHOUT_CODE))
    if columns.is_education_assumed and columns.education is not None:
        notices.append(FitNotice(NoticeKind.ASSUMED_EDUCATION, {"level": columns.education}))
    guessed = sum(1 for work in profile.work if work.onet_soc_code and not work.confirmed)
    if guessed:
        notices.append(FitNotice(NoticeKind.UNCONFIRMED_WORK, {"count": guessed}))
    if not kept:
        notices.append(FitNotice(NoticeKind.NOTHING_KEPT))
    return tuple(notices)

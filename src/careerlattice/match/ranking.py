"""Occupations in an overall order by visible weights, and the clusters and pathways they are in.

The order is the weighted mean of the 0-to-1 scores of `fit.py`. A column the profile says nothing
about is left out for all occupations; a figure missing for one occupation counts as middling there
(0.5) and is named in its row. Filters count what they leave out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.catalog.ratings import rated_matrix
from careerlattice.errors import BadRequest
from careerlattice.match.fit import COLUMNS, SCALES, FitColumns, fit_columns
from careerlattice.match.interests import interest_warnings
from careerlattice.match.json_shapes import FitRankingJson, FitRowJson, GroupFitJson
from careerlattice.match.occupation_arrays import Bools, Floats, interest_arrays
from careerlattice.match.orders import DEFAULT_WEIGHTS, check_weights
from careerlattice.match.reason import Reason
from careerlattice.match.reasons import ReasonWriter
from careerlattice.profile.model import Profile
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area

WITHOUT_INTERESTS = "Answering the interest questions would sharpen the order."

MIDDLING = 0.5
PULL = 2.0
"""A group's score counts this many average occupations beside its best, so one hit is no trend."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which occupations to keep; none keeps all.

    `max_education` keeps occupations of which at least a quarter of the jobs accept that level or
    less. `min_pay_usd` is on median pay in the area. `cluster` and `pathway` are ids or names, of
    `framework` ("2008" or "2024") where given.
    """

    zones: tuple[int, ...] = ()
    max_education: EducationLevel | None = None
    min_pay_usd: float | None = None
    min_growth_pct: float | None = None
    clusters: tuple[str, ...] = ()
    pathway: str | None = None
    framework: str | None = None
    avoid: tuple[str, ...] = ()
    only_rated: bool = False


@dataclass(frozen=True, slots=True)
class FitRow:
    """One occupation beside a profile, columns apart.

    `overall` is 0 to 1. `scores` and `contributions` are by column: the score, and what it adds to
    or takes from the overall score against a middling occupation. `missing` names columns without a
    figure here. `pay_level`: 0 the area's own figure, 1 its state's, 2 the nation's, -1 none.
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
    what_would_change: tuple[str, ...]

    def to_dict(self) -> FitRowJson:
        """The row as JSON-ready values."""
        return {
            "place": self.place,
            "onet_soc_code": self.onet_soc_code,
            "title": self.title,
            "job_zone": self.job_zone,
            "overall": _rounded(self.overall),
            "interest_distance": _rounded(self.interest_distance),
            "interest_correlation": _rounded(self.interest_correlation),
            "skill_shortfall": _rounded(self.skill_shortfall),
            "knowledge_shortfall": _rounded(self.knowledge_shortfall),
            "education_access": _rounded(self.education_access),
            "field_matches": self.field_matches,
            "pay_p50_usd": _rounded(self.pay_p50_usd),
            "pay_level": self.pay_level,
            "growth_pct": _rounded(self.growth_pct),
            "openings_per_year": _rounded(self.openings_per_year),
            "is_stand_in": self.is_stand_in,
            "scores": {k: round(v, 4) for k, v in self.scores.items()},
            "contributions": {k: round(v, 4) for k, v in self.contributions.items()},
            "missing": list(self.missing),
            "reasons": list(self.reasons),
            "what_would_change": list(self.what_would_change),
        }


@dataclass(frozen=True, slots=True)
class GroupFit:
    """A cluster or pathway beside a profile: score 0 to 1 and its best occupations by place."""

    place: int
    id: str
    framework: str
    name: str
    cluster_name: str
    score: float
    occupations: int
    best: tuple[tuple[str, str], ...]

    def to_dict(self) -> GroupFitJson:
        """The group as JSON-ready values."""
        return {
            "place": self.place,
            "id": self.id,
            "framework": self.framework,
            "name": self.name,
            "cluster": self.cluster_name,
            "score": round(self.score, 4),
            "occupations": self.occupations,
            "best": [{"onet_soc_code": code, "title": title} for code, title in self.best],
        }


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
    levels_basis: str
    notices: tuple[str, ...]
    columns: FitColumns = field(repr=False, compare=False)
    overall: Floats = field(repr=False, compare=False)
    is_kept: Bools = field(repr=False, compare=False)

    def __iter__(self) -> Iterator[FitRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> FitRow:
        return self.rows[index]

    def to_dict(self) -> FitRankingJson:
        """The ranking as JSON-ready values."""
        return {
            "area": self.area.name,
            "weights": {k: round(v, 4) for k, v in self.weights.items()},
            "scales": {k: SCALES[k] for k in self.weights},
            "levels_basis": self.levels_basis,
            "kept": self.kept,
            "left_out": dict(self.left_out),
            "notices": list(self.notices),
            "rows": [row.to_dict() for row in self.rows],
        }


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
    rows = _rows(ReasonWriter(catalog, profile, columns), overall, used, shown)
    return FitRanking(
        rows, len(order), left_out, used, columns.area, columns.levels_basis,
        _notices(catalog, profile, columns, weights, len(order)), columns, overall, kept,
    )  # fmt: skip


def fit_rows(
    catalog: Catalog, profile: Profile, ranking: FitRanking, places: Sequence[tuple[int, int]]
) -> tuple[FitRow, ...]:
    """The rows of a ranking asked for by place and row number, in the order asked."""
    writer = ReasonWriter(catalog, profile, ranking.columns)
    rows = np.array([row for _place, row in places], dtype=np.int64)
    made = _rows(writer, ranking.overall, ranking.weights, rows)
    return tuple(replace(one, place=at) for one, (at, _row) in zip(made, places, strict=True))


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
    summed = (weight * np.where(known, scores, MIDDLING)).sum(axis=0)
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


def keep(catalog: Catalog, columns: FitColumns, filters: Filters) -> tuple[Bools, dict[str, int]]:
    """Which occupations pass the filters, and how many each filter leaves out."""
    size = len(catalog.codes)
    kept = np.ones(size, dtype=np.bool_)
    left_out: dict[str, int] = {}

    def apply(name: str, passes: Bools) -> None:
        left_out[name] = int((~passes).sum())
        np.logical_and(kept, passes, out=kept)

    if filters.zones:
        known = catalog.release.job_zones
        if not all(zone in known.labels for zone in filters.zones):
            raise BadRequest(f"Job zones run from {known.lowest} to {known.highest}.", field="zone")
        apply("zone", np.isin(_zones(catalog), filters.zones))
    if filters.max_education is not None:
        accepted = open_requirements(catalog).shares.level_opening(0.25)
        apply("education", accepted <= int(filters.max_education))
    if filters.min_pay_usd is not None:
        apply("pay", columns.pay.p50 >= filters.min_pay_usd)
    if filters.min_growth_pct is not None:
        apply("growth", columns.outlook.growth_pct >= filters.min_growth_pct)
    if filters.clusters:
        codes = {
            code
            for name in filters.clusters
            for p in catalog.list_pathways(None, catalog.get_cluster(name, filters.framework).id)
            for code in catalog.frameworks.occupations_of(p.id)
        }
        apply("cluster", _among(catalog, codes))
    if filters.pathway is not None:
        pathway = catalog.get_pathway(filters.pathway, filters.framework)
        apply("pathway", _among(catalog, set(catalog.frameworks.occupations_of(pathway.id))))
    if filters.avoid:
        apply("avoid", ~_among(catalog, set(filters.avoid)))
    if filters.only_rated:
        apply("rated", ~rated_matrix(catalog, "skill").is_stand_in)
    return kept, left_out


def rank_pathways(
    catalog: Catalog, ranking: FitRanking, framework: str = "2008", limit: int | None = None
) -> list[GroupFit]:
    """The pathways of a framework by how well their best occupations suit, best first.

    A pathway's score is the mean overall score of its best occupations (as many as the square root
    of its size, three at least) with two average occupations added. Occupations judged by the
    same ratings count once. Only kept occupations count; pathways left without any are not listed.
    """
    groups = [
        (p.id, p.name, p.cluster_name, catalog.frameworks.occupations_of(p.id))
        for p in catalog.list_pathways(framework)
    ]
    return _rank_groups(catalog, ranking, framework, groups, limit)


def rank_clusters(
    catalog: Catalog, ranking: FitRanking, framework: str = "2008", limit: int | None = None
) -> list[GroupFit]:
    """The clusters of a framework by how well their best occupations suit, as `rank_pathways`."""
    groups = []
    for cluster in catalog.list_clusters(framework):
        codes = {
            code
            for p in catalog.list_pathways(framework, cluster.id)
            for code in catalog.frameworks.occupations_of(p.id)
        }
        groups.append((cluster.id, cluster.name, cluster.name, sorted(codes)))
    return _rank_groups(catalog, ranking, framework, groups, limit)


def _rank_groups(
    catalog: Catalog,
    ranking: FitRanking,
    framework: str,
    groups: list[tuple[str, str, str, Any]],
    limit: int | None,
) -> list[GroupFit]:
    usable = ranking.is_kept & ~np.isnan(ranking.overall)
    average = float(ranking.overall[usable].mean()) if usable.any() else 0.0
    judged_by = [catalog.row_of[catalog.occupation(code).stand_in] for code in catalog.codes]
    found = []
    for key, name, cluster, codes in groups:
        rows = np.array([catalog.row_of[c] for c in codes if usable[catalog.row_of[c]]], dtype=int)
        if not len(rows):
            continue
        mask = _mask(len(catalog.codes), rows)
        best = ordered_rows(catalog, ranking.columns, ranking.overall, mask)
        best = _once_each(best, judged_by)
        count = max(3, math.ceil(math.sqrt(len(best))))
        top = ranking.overall[best[:count]]
        score = float((top.sum() + PULL * average) / (len(top) + PULL))
        named = tuple(
            (str(catalog.codes[i]), catalog.occupation(catalog.codes[i]).title) for i in best[:5]
        )
        found.append((score, key, name, cluster, len(rows), named))
    found.sort(key=lambda group: (-round(group[0], 9), group[1]))
    return [
        GroupFit(place, key, framework, name, cluster, score, size, named)
        for place, (score, key, name, cluster, size, named) in enumerate(found[:limit], start=1)
    ]


def _rows(
    writer: ReasonWriter,
    overall: Floats,
    weights: Mapping[str, float],
    shown: np.ndarray[Any, Any],
) -> tuple[FitRow, ...]:
    catalog, columns = writer.catalog, writer.columns
    interests, outlook = columns.interests, columns.outlook
    none = [None] * len(shown)
    openings = outlook.openings * outlook.share

    def listed(values: Floats | None) -> list[float | None]:
        if values is None:
            return list(none)
        return [None if math.isnan(v) else v for v in values[shown].tolist()]

    scores = {name: listed(columns.scores[name]) for name in weights}
    stand_in = rated_matrix(catalog, "skill").is_stand_in[shown].tolist()
    figures = zip(
        shown.tolist(),
        overall[shown].tolist(),
        listed(interests.distance if interests else None),
        listed(interests.correlation if interests else None),
        listed(columns.skills.shortfall if columns.skills else None),
        listed(columns.knowledge.shortfall if columns.knowledge else None),
        listed(columns.education_access),
        listed(columns.field_matches),
        listed(columns.pay.p50),
        columns.pay.level[shown].tolist(),
        listed(outlook.growth_pct),
        listed(openings),
        stand_in,
        writer.reasons(weights, shown),
        writer.changes(shown),
        strict=True,
    )
    rows = []
    for at, (
        row, total, distance, correlation, skill, knowledge, access, matches, pay, level, growth,
        opened, stands_in, why, change,
    ) in enumerate(figures):  # fmt: skip
        occupation = catalog.occupation(catalog.codes[row])
        here = {name: scores[name][at] for name in weights}
        held = {name: value for name, value in here.items() if value is not None}
        rows.append(
            FitRow(
                at + 1, str(occupation.code), occupation.title, occupation.job_zone, total,
                distance, correlation, skill, knowledge, access,
                None if matches is None else bool(matches), pay, level, growth, opened, stands_in,
                held, {name: weights[name] * (value - 0.5) for name, value in held.items()},
                tuple(name for name, value in here.items() if value is None), why, change,
            )
        )  # fmt: skip
    return tuple(rows)


def _notices(
    catalog: Catalog,
    profile: Profile,
    columns: FitColumns,
    weights: Mapping[str, float] | None,
    kept: int,
) -> tuple[str, ...]:
    notices: list[str] = []
    if profile.interests is not None:
        notices += interest_warnings(profile.interests, interest_arrays(catalog))
    wanted = {**DEFAULT_WEIGHTS, **(weights or {})}
    absent = [name for name in COLUMNS[:4] if wanted[name] > 0 and name not in columns.scores]
    if absent:
        notices.append(f"The profile says nothing about {', '.join(absent)}; these are left out.")
    if profile.interests is None:
        notices.append(WITHOUT_INTERESTS)
    education = profile.education
    if education and education.level >= EducationLevel.ASSOCIATE and not education.cip_codes:
        notices.append(
            "The profile names no field of study with a code, so a degree is counted for every "
            "occupation. Add the field's CIP code to see where it does not lead."
        )
    if columns.is_education_assumed and columns.education is not None:
        notices.append(
            f"The profile states no education; {columns.education.label} is assumed from the work "
            "it lists. Add your own with --education or in the profile."
        )
    guessed = sum(1 for w in profile.work if w.onet_soc_code and not w.confirmed)
    if guessed:
        notices.append(
            f"{guessed} occupation(s) of the work history are guesses not yet confirmed."
        )
    if not kept:
        notices.append("No occupation passes all filters; loosen the one that leaves out the most.")
    return tuple(notices)


@lru_cache(maxsize=4)
def _zones(catalog: Catalog) -> np.ndarray[Any, Any]:
    own = [catalog.occupation(code) for code in catalog.codes]
    zones = [o.job_zone or catalog.occupation(o.stand_in).job_zone or 0 for o in own]
    return np.array(zones)


def _among(catalog: Catalog, codes: set[Any]) -> Bools:
    return np.array([code in codes for code in catalog.codes], dtype=np.bool_)


def _mask(size: int, rows: np.ndarray[Any, Any]) -> Bools:
    mask = np.zeros(size, dtype=np.bool_)
    mask[rows] = True
    return mask


def _once_each(rows: np.ndarray[Any, Any], judged_by: list[int]) -> np.ndarray[Any, Any]:
    """The rows without those judged by the ratings of one that already stands before them."""
    seen: set[int] = set()
    first = []
    for row in rows.tolist():
        if judged_by[row] not in seen:
            seen.add(judged_by[row])
            first.append(row)
    return np.array(first, dtype=int)


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value

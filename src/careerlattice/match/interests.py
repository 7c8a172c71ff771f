"""Interests: how near each occupation's interest profile is to the person's.

The six scores of a person and of an occupation, each less their own mean, are standardized by the
mean and standard deviation of each area over the occupations and compared by Euclidean distance:
how high a person answers over all does not count. Pearson correlation stands beside it.
Three-letter codes rank only with a caution: at reliability .81 only half of them survive a second
test. The reliability band comes from resampling the scores within their error. Measured validity
and limits: `docs/methods/interests.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from careerlattice.errors import BadRequest
from careerlattice.match.interest_reasons import interest_reasons
from careerlattice.match.occupation_arrays import Floats, InterestArrays, interest_arrays
from careerlattice.match.parameters import (
    FLAT_RELIABILITY,
    LARGEST_SPREAD,
    LEAST_SPREAD,
    TOP_SHARE,
)
from careerlattice.match.reason import FitNotice, NoticeKind, Reason
from careerlattice.profile.model import HIGHEST_INTEREST, Interests
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.interests import check_scores, is_from_letters

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

RESAMPLES = 100
"""How often the scores are drawn anew: enough for a band of four in five."""
SEED = 20_251_201
Order = Literal["distance", "correlation"]


@dataclass(frozen=True, slots=True)
class InterestMatch:
    """One occupation beside a person's interests.

    `place` counts from 1; `place_low` to `place_high` hold it in four of five resamples, and
    `top_share` is the share of resamples in which it stands in the top twentieth. `distance` is in
    standard deviations over six areas; `correlation` is nan where the person's profile has no
    shape. `is_stand_in` marks scores taken from the nearest rated occupation.
    """

    place: int
    onet_soc_code: str
    title: str
    distance: float
    correlation: float
    place_low: int
    place_high: int
    top_share: float
    is_stand_in: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class InterestRanking:
    """All occupations by interests, nearest first, with warnings on the person's scores.

    `profile_reliability` says how far the differences between the six scores are more than error
    (0 to 1). `unknown` names occupations without any interest scores.
    """

    rows: tuple[InterestMatch, ...]
    warnings: tuple[FitNotice, ...]
    profile_reliability: float
    unknown: tuple[str, ...]

    def __iter__(self) -> Iterator[InterestMatch]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> InterestMatch:
        return self.rows[index]


@dataclass(frozen=True)
class InterestColumns:
    """Distance, correlation and resampled places of all occupations, shape (occupations,) each."""

    distance: Floats
    correlation: Floats
    place: Floats
    place_low: Floats
    place_high: Floats
    top_share: Floats


def read_scores(scores: Interests | Sequence[float]) -> Interests:
    """Six scores as `Interests`. Raises `BadRequest` unless they are six numbers of 0 to 40."""
    if isinstance(scores, Interests):
        values: Sequence[float] = scores.scores
    else:
        values = list(scores)
    check_scores(values, HIGHEST_INTEREST)
    if isinstance(scores, Interests):
        return scores
    r, i, a, s, e, c = (float(v) for v in values)
    return Interests(r, i, a, s, e, c, (TEN_ITEM_RELIABILITY.value,) * 6)


def score_spread(arrays: InterestArrays) -> Floats:
    """Deviation of the six scores over people, (6,): that over occupations, within usual bounds."""
    return np.asarray(np.clip(arrays.sd, LEAST_SPREAD.value, LARGEST_SPREAD.value))


def score_errors(interests: Interests, arrays: InterestArrays) -> Floats:
    """Standard error of each of the six scores, in points of 0 to 40.

    Reliability is the share of a score's variance over people that is no error; the spread over
    people is taken to be that over occupations, as no norm sample exists yet. It is bounded below
    by 7 and above by 11 points, the range that ten-item scales of this kind usually show.
    """
    return np.asarray(
        score_spread(arrays) * np.sqrt(1.0 - np.asarray(interests.reliability)), dtype=np.float64
    )


def profile_reliability(interests: Interests, arrays: InterestArrays) -> float:
    """How far the differences among a person's six scores are more than error, 0 to 1."""
    error = float(np.mean(score_errors(interests, arrays) ** 2))
    seen = float(np.var(interests.scores, ddof=1))
    return max(0.0, 1.0 - error / seen) if seen > 0 else 0.0


def interest_columns(
    catalog: Catalog,
    interests: Interests,
    resamples: int = RESAMPLES,
    order: Order = "distance",
) -> InterestColumns:
    """Distance, correlation and places of all occupations for one person.

    Places are by the order asked (by distance for a person without a shape); ties go to occupations
    with scores of their own, then by code. The band is the 10th to 90th percentile of the place
    over `resamples` draws from a fixed seed.
    """
    arrays = interest_arrays(catalog)
    theirs = arrays.shapes(arrays.scores)
    person = np.asarray(interests.scores, dtype=np.float64)
    mine = arrays.shapes(person)
    known = ~np.isnan(theirs[:, 0])
    distance = np.sqrt(((theirs - mine) ** 2).sum(axis=1))
    correlation = _pearson(arrays.scores, person)
    by_correlation = order == "correlation" and not np.isnan(correlation[known]).all()
    measure = -correlation if by_correlation else distance
    place = np.full(len(distance), np.nan)
    ordered = np.lexsort((np.arange(len(distance)), arrays.is_stand_in, measure))
    ordered = ordered[known[ordered]]
    place[ordered] = np.arange(1, len(ordered) + 1)
    low, high, top = place.copy(), place.copy(), np.where(known, 0.0, np.nan)
    size = len(ordered)
    cut = max(1, round(TOP_SHARE.value * size))
    if resamples > 0 and size:
        error = score_errors(interests, arrays)
        draws = np.random.default_rng(SEED).standard_normal((resamples, 6))
        drawn = np.clip(person + draws * error, 0.0, HIGHEST_INTEREST)
        ranks = _drawn_places(arrays, known, drawn, by_correlation=by_correlation)
        edges = round(0.1 * (resamples - 1)), round(0.9 * (resamples - 1))
        inside = np.partition(ranks, edges, axis=0)
        low[known] = np.minimum(inside[edges[0]], place[known])
        high[known] = np.maximum(inside[edges[1]], place[known])
        top[known] = (ranks <= cut).mean(axis=0)
    elif size:
        top = np.where(known, (place <= cut).astype(np.float64), np.nan)
    return InterestColumns(
        distance=distance,
        correlation=correlation,
        place=place,
        place_low=low,
        place_high=high,
        top_share=top,
    )


def _drawn_places(
    arrays: InterestArrays, known: NDArray[np.bool_], drawn: Floats, *, by_correlation: bool
) -> NDArray[np.int16]:
    """Places of the known occupations for scores drawn anew, shape (draws, known)."""
    # Without BLAS: so small a product is slowed by its threads on a busy machine.
    if by_correlation:
        here = _directions(arrays.scores[known]).astype(np.float32)
        measure = -np.einsum("dk,ok->do", _directions(drawn).astype(np.float32), here)
    else:
        here = arrays.shapes(arrays.scores)[known].astype(np.float32)
        products = np.einsum("dk,ok->do", arrays.shapes(drawn).astype(np.float32), here)
        measure = (here**2).sum(axis=1)[None, :] - 2.0 * products
    places = np.empty(measure.shape, dtype=np.int16)
    counted = np.arange(1, measure.shape[1] + 1, dtype=np.int16)[None, :]
    np.put_along_axis(places, np.argsort(measure, axis=1), counted, axis=1)
    return places


def rank_by_interests(
    catalog: Catalog,
    scores: Interests | Sequence[float],
    *,
    order: Order = "distance",
    limit: int | None = None,
    resamples: int = RESAMPLES,
) -> InterestRanking:
    """Occupations ordered by how near their interests are to six scores of 0 to 40.

    `scores` come in the order realistic, investigative, artistic, social, enterprising,
    conventional. `order` is by standardized distance, or by correlation, which also ignores how
    far apart a person's answers are. Same scores, same release: same answer. Raises `BadRequest`.

    >>> from careerlattice.catalog.catalog import open_release
    >>> ranking = rank_by_interests(open_release(), [8, 22, 6, 38, 8, 20], limit=3)
    >>> len(ranking), ranking[0].place
    (3, 1)
    """
    interests = read_scores(scores)
    if order not in ("distance", "correlation"):
        raise BadRequest(f"There is no order {order!r}. Choose distance or correlation.")
    arrays = interest_arrays(catalog)
    columns = interest_columns(catalog, interests, resamples, order)
    certainty = profile_reliability(interests, arrays)
    known = np.flatnonzero(~np.isnan(columns.distance))
    ordered = known[np.argsort(columns.place[known], kind="stable")]
    shown = ordered if limit is None else ordered[: max(0, limit)]
    unknown = np.flatnonzero(np.isnan(columns.distance))
    return InterestRanking(
        rows=_matches(catalog, interests, columns, shown),
        warnings=interest_warnings(interests, arrays),
        profile_reliability=certainty,
        unknown=tuple(str(catalog.codes[row]) for row in unknown),
    )


def _matches(
    catalog: Catalog, interests: Interests, columns: InterestColumns, shown: NDArray[np.intp]
) -> tuple[InterestMatch, ...]:
    is_stand_in = interest_arrays(catalog).is_stand_in
    reasons = interest_reasons(catalog, interests, shown)
    return tuple(
        InterestMatch(
            place=at + 1,
            onet_soc_code=str(catalog.codes[row]),
            title=catalog.occupation(catalog.codes[row]).title,
            distance=float(columns.distance[row]),
            correlation=float(columns.correlation[row]),
            place_low=int(columns.place_low[row]),
            place_high=int(columns.place_high[row]),
            top_share=float(columns.top_share[row]),
            is_stand_in=bool(is_stand_in[row]),
            reasons=reasons[at],
        )
        for at, row in enumerate(shown.tolist())
    )


def interest_warnings(interests: Interests, arrays: InterestArrays) -> tuple[FitNotice, ...]:
    """What a person should know of their scores before they trust a ranking by them."""
    lowest, highest = min(interests.scores), max(interests.scores)
    if highest - lowest < 1e-9:
        return (FitNotice(NoticeKind.EQUAL_INTERESTS),)
    if is_from_letters(interests.scores):
        return (FitNotice(NoticeKind.INTERESTS_OF_LETTERS),)
    certainty = profile_reliability(interests, arrays)
    if certainty < FLAT_RELIABILITY.value:
        values = {"lowest": lowest, "highest": highest}
        return (FitNotice(NoticeKind.FLAT_INTERESTS, values),)
    return ()


def _directions(scores: Floats) -> Floats:
    """Scores less their mean, of length one, shape (..., 6)."""
    apart = scores - scores.mean(axis=-1, keepdims=True)
    length = np.sqrt((apart**2).sum(axis=-1, keepdims=True))
    return np.asarray(apart / np.maximum(length, 1e-9))


def _pearson(theirs: Floats, mine: Floats) -> Floats:
    centered = mine - mine.mean()
    length = float(np.sqrt((centered**2).sum()))
    if length < 1e-9:
        return np.full(len(theirs), np.nan)
    apart = theirs - theirs.mean(axis=1, keepdims=True)
    return np.asarray((apart @ centered) / (np.sqrt((apart**2).sum(axis=1)) * length))

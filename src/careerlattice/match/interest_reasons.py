"""Why an occupation's interests are near a person's or not, as values.

Nearness is reckoned against the mean of the occupations, and few occupations are artistic: a person
whose lowest score is artistic, 10 of 40, still stands above that mean. To say "as you like" of it
would be false, so that an area is only named as liked if it is also above the mean of the person's
own six scores, and as not liked only if it is below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.match.occupation_arrays import Bools, Floats, interest_arrays
from careerlattice.match.parameters import APART_PENALTY, CLEAR_GAP
from careerlattice.match.reason import Reason, ReasonKind, Side
from careerlattice.profile.model import Interests
from careerlattice.vocab.interests import INTEREST_AREAS

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


NAMED_AREAS = 2


def own_sides(interests: Interests) -> Floats:
    """Which of the six scores are among the person's own higher ones, shape (6,).

    1 above the mean of the person's six scores, -1 below it, 0 on it, as all are when they are
    equal.

    >>> own_sides(Interests(16.7, 36.7, 10, 26, 20, 15.7)).tolist()
    [-1.0, 1.0, -1.0, 1.0, -1.0, -1.0]
    """
    scores = np.asarray(interests.scores, dtype=np.float64)
    # Rounded, as the mean of six equal scores may differ from them in the last digit.
    return np.asarray(np.sign(np.round(scores - scores.mean(), 9)), dtype=np.float64)


@dataclass(frozen=True)
class AreaGrounds:
    """Which areas bring occupations near a person and which keep them apart, as arrays.

    Every array has the shape of the occupations asked about; areas are numbered in the order of
    `INTEREST_AREAS`. `liked` (…, 6) are the areas both like, best first, `liked_count` how many;
    `little` the area that both like little, `little_count` how many; `far` the area farthest apart,
    `gap` how far in standard deviations, `is_more`: the occupation has more of it.
    """

    liked: NDArray[np.intp]
    liked_count: NDArray[np.intp]
    little: NDArray[np.intp]
    little_count: NDArray[np.intp]
    far: NDArray[np.intp]
    gap: Floats
    is_more: Bools


def area_grounds(theirs: Floats, mine: Floats, own: Floats) -> AreaGrounds:
    """The grounds of occupations' shapes `theirs`, beside a person's shape and `own_sides`.

    All have six areas in their last axis and are broadcast against each other before it.
    """
    # Agreement on a high score says more than agreement on a middling one.
    shared = np.minimum(np.abs(theirs), np.abs(mine)) * (np.sign(theirs) == np.sign(mine))
    apart = np.abs(theirs - mine)
    agree = shared - APART_PENALTY.value * apart
    is_liked = (theirs > 0) & (mine > 0) & (own > 0)
    is_disliked = (theirs < 0) & (mine < 0) & (own < 0)
    is_more: Bools = np.greater(theirs, mine)
    as_own: Bools = np.where(is_more, own > 0, own < 0)
    counts: Floats = np.where(as_own, 0.0, apart)
    far = counts.argmax(axis=-1)
    at_far = far[..., None]
    return AreaGrounds(
        liked=np.argsort(np.where(is_liked, -agree, np.inf), axis=-1, kind="stable"),
        liked_count=is_liked.sum(axis=-1),
        little=np.where(is_disliked, agree, -np.inf).argmax(axis=-1),
        little_count=is_disliked.sum(axis=-1),
        far=far,
        gap=np.take_along_axis(counts, at_far, axis=-1)[..., 0],
        is_more=np.take_along_axis(is_more, at_far, axis=-1)[..., 0],
    )


def interest_reasons(
    catalog: Catalog, interests: Interests, rows: Sequence[int] | np.ndarray[Any, Any]
) -> list[tuple[Reason, ...]]:
    """For each row the areas that bring it near and the one that keeps it apart.

    An area is named as liked where it is above the mean of occupations in both and above the mean
    of the person's own scores; as little and liked so, where it is below in all three. It is never
    held against an occupation that it has more of what is among the person's higher scores, or less
    of what is among the lower. Where no area can be named, the reason is about all six.
    """
    arrays = interest_arrays(catalog)
    own = own_sides(interests)
    mine = arrays.shapes(np.asarray(interests.scores, dtype=np.float64))
    everywhere = arrays.shapes(arrays.scores)
    distance = np.sqrt(((everywhere - mine) ** 2).sum(axis=1))
    chosen = np.asarray(rows, dtype=np.int64)
    is_near = (distance[chosen] < np.nanmedian(distance)).tolist()
    grounds = area_grounds(everywhere[chosen], mine, own)
    liked, liked_count = grounds.liked.tolist(), grounds.liked_count.tolist()
    little, little_count = grounds.little.tolist(), grounds.little_count.tolist()
    gap, more = grounds.gap.tolist(), grounds.is_more.tolist()
    stands_in = arrays.is_stand_in[chosen].tolist()
    found = []
    for at, far in enumerate(grounds.far.tolist()):
        reasons = []
        if liked_count[at]:
            areas = tuple(INTEREST_AREAS[k] for k in liked[at][: min(liked_count[at], NAMED_AREAS)])
            reasons.append(Reason(ReasonKind.MUCH_LIKED, values={"areas": areas}))
        elif little_count[at]:
            area = INTEREST_AREAS[little[at]]
            reasons.append(Reason(ReasonKind.LITTLE_LIKED, values={"area": area}))
        elif is_near[at]:
            reasons.append(Reason(ReasonKind.NEAR_OVER_ALL))
        if gap[at] >= CLEAR_GAP.value:
            kind = ReasonKind.MORE_OF_AREA if more[at] else ReasonKind.LESS_OF_AREA
            reasons.append(Reason(kind, Side.AGAINST, {"area": INTEREST_AREAS[far]}))
        if not reasons:
            reasons.append(Reason(ReasonKind.FAR_OVER_ALL, Side.AGAINST))
        if stands_in[at]:
            stand_in = catalog.occupation(catalog.codes[chosen[at]]).stand_in
            values = {"title": catalog.occupation(stand_in).title}
            reasons.append(Reason(ReasonKind.INTERESTS_OF_STAND_IN, Side.NOTE, values))
        found.append(tuple(reasons))
    return found

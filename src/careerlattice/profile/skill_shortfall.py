"""How far levels held fall short of what occupations use.

Only a shortfall counts: being better than needed neither helps nor hurts. For each occupation

    shortfall = sum of weight x max(0, level needed - level held - let pass) / (7 x sum of weight)

with O*NET importance rescaled to 0 to 1 as weight, over the elements whose level is known. Half a
point less than needed is within the spread of the ratings themselves (`LET_PASS`): a fit lets it
pass before it sums; a gap between occupations sums all and then leaves out items that small.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import LEARNED_DOMAINS, Floats, RatedMatrix, rated_matrix
from careerlattice.content.words import element_words
from careerlattice.profile.json_shapes import ElementGapJson
from careerlattice.profile.model import HIGHEST_LEVEL
from careerlattice.profile.parameters import LEAST_COVERAGE, LET_PASS

LEARNED = LEARNED_DOMAINS


@dataclass(frozen=True, slots=True)
class SkillItem:
    """One skill or field of knowledge that is asked at a higher level than there is.

    `has` and `asked` are levels, 0 to 7; `importance` 1 to 5; `weight` its share of the shortfall.
    """

    element_id: str
    name: str
    domain: str
    importance: float
    has: float
    asked: float
    weight: float

    @property
    def plain_name(self) -> str:
        """The project's plain words for it, or the official name where there are none."""
        words = element_words(self.element_id)
        return words.name if words is not None else self.name


def shortfalls(ratings: dict[str, RatedMatrix]) -> NDArray[np.float32]:
    """The shortfall of every ordered pair, shape (n, n), in points of level (0 to 7).

    The mean over skills and knowledge of how far the level asked in the destination (column) lies
    above the origin's (row), each weighted by its importance in the destination.
    """
    rows = len(next(iter(ratings.values())).level)
    total = np.zeros((rows, rows), dtype=np.float32)
    weights = np.zeros(rows, dtype=np.float32)
    for domain in LEARNED:
        rated = ratings[domain]
        weight = rated.weight
        weights += weight.sum(axis=1)
        for column in range(rated.level.shape[1]):
            level = rated.level[:, column]
            missing = np.maximum(level[None, :] - level[:, None], 0)
            total += missing * weight[None, :, column]
    return (total / np.maximum(weights, 1e-6)[None, :]).astype(np.float32)


def largest_items(
    ratings: dict[str, RatedMatrix],
    has: dict[str, NDArray[np.float64]],
    to_row: int,
    limit: int = 5,
) -> list[SkillItem]:
    """The items that make up most of the shortfall, largest first.

    `has` holds the levels at hand by domain, shape (elements,). Items short by less than half a
    level are left out: ratings are not finer than that.
    """
    found = []
    for domain in LEARNED:
        rated = ratings[domain]
        asked, importance = rated.level[to_row], rated.importance[to_row]
        missing = np.maximum(asked - has[domain], 0)
        weight = missing * rated.weight[to_row]
        found += [
            SkillItem(
                element_id=rated.element_ids[column],
                name=rated.names[column],
                domain=domain,
                importance=float(importance[column]),
                has=float(has[domain][column]),
                asked=float(asked[column]),
                weight=float(weight[column]),
            )
            for column in np.flatnonzero(missing >= LET_PASS.value)
        ]
    found.sort(key=lambda item: (-item.weight, item.element_id))
    whole = sum(item.weight for item in found) or 1.0
    return [replace(item, weight=round(item.weight / whole, 4)) for item in found[:limit]]


def mean_shortfall(
    ratings: dict[str, RatedMatrix], has: dict[str, NDArray[np.float64]], to_row: int
) -> float:
    """The weighted shortfall of levels at hand, as `shortfalls` has it for occupations."""
    missing = weights = 0.0
    for domain in LEARNED:
        rated = ratings[domain]
        weight = rated.weight[to_row]
        missing += float((np.maximum(rated.level[to_row] - has[domain], 0) * weight).sum())
        weights += float(weight.sum())
    return missing / max(weights, 1e-6)


@dataclass(frozen=True)
class ShortfallColumn:
    """Shortfall of all occupations in one domain, shape (occupations,), 0 to 1; nan if unknown.

    `coverage` is the share of each occupation's importance on which the person's level is known.
    """

    shortfall: Floats
    coverage: Floats


@dataclass(frozen=True, slots=True)
class ElementGap:
    """One element in which a person falls short; `share` is its part of the whole shortfall."""

    element_id: str
    name: str
    domain: str
    held: float
    needed: float
    importance: float
    share: float

    def to_dict(self) -> ElementGapJson:
        """The gap as JSON-ready values."""
        return {
            "element_id": self.element_id,
            "name": self.name,
            "domain": self.domain,
            "held": round(self.held, 2),
            "needed": round(self.needed, 2),
            "importance": round(self.importance, 2),
            "share": round(self.share, 3),
        }


def shortfall_column(
    catalog: Catalog, domain: str, levels: Mapping[str, float]
) -> ShortfallColumn | None:
    """Shortfall of every occupation in `domain` ("skill", "knowledge"); none without any level."""
    arrays = rated_matrix(catalog, domain)
    known = np.array([element in levels for element in arrays.element_ids])
    if not known.any():
        return None
    held = np.array([levels.get(element, 0.0) for element in arrays.element_ids])
    lack = np.maximum(0.0, arrays.level[:, known] - held[known] - LET_PASS.value)
    weight = arrays.weight[:, known]
    total = weight.sum(axis=1)
    coverage = total / np.maximum(arrays.weight.sum(axis=1), 1e-9)
    enough = coverage >= LEAST_COVERAGE.value
    shortfall = (weight * lack).sum(axis=1) / np.maximum(total * HIGHEST_LEVEL, 1e-9)
    return ShortfallColumn(np.where(enough, shortfall, np.nan), coverage)


def list_gaps(
    catalog: Catalog, code: str, domain: str, levels: Mapping[str, float], limit: int | None = None
) -> list[ElementGap]:
    """The elements a person falls short in, by their part of the shortfall, largest first."""
    arrays = rated_matrix(catalog, domain)
    row = catalog.row_of[code]
    gaps = []
    for column, element in enumerate(arrays.element_ids):
        if element not in levels:
            continue
        needed, weight = float(arrays.level[row, column]), float(arrays.weight[row, column])
        lack = needed - levels[element] - LET_PASS.value
        if lack > 0 and weight > 0:
            gaps.append((weight * lack, column, element, needed, weight))
    total = sum(part for part, *_ in gaps)
    gaps.sort(key=lambda gap: (-gap[0], gap[2]))
    return [
        ElementGap(
            element_id=element,
            name=arrays.names[column],
            domain=domain,
            held=levels[element],
            needed=needed,
            importance=1 + 4 * weight,
            share=part / total,
        )
        for part, column, element, needed, weight in gaps[:limit]
    ]

"""Skill gaps: by how much the skills and knowledge of one occupation fall short of another's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.ratings import LEARNED_DOMAINS, RatedMatrix
from careerlattice.content.words import element_words

LEARNED = LEARNED_DOMAINS
NOTABLE_LEVELS = 0.5


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

    @property
    def sentence(self) -> str:
        """The item in plain words."""
        by = self.asked - self.has
        how = "far more" if by >= 2 else "clearly more" if by >= 1 else "somewhat more"
        return f"{self.plain_name}: {how} (level {self.has:.1f} to {self.asked:.1f} of 7)"


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
        weight = (rated.importance - 1) / 4
        weights += weight.sum(axis=1)
        for column in range(rated.level.shape[1]):
            level = rated.level[:, column]
            missing = np.maximum(level[None, :] - level[:, None], 0)
            total += missing * weight[None, :, column]
    return (total / np.maximum(weights, 1e-6)[None, :]).astype(np.float32)


def largest_items(
    ratings: dict[str, RatedMatrix],
    has: dict[str, NDArray[np.float32]],
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
        weight = missing * (importance - 1) / 4
        found += [
            SkillItem(
                rated.element_ids[i], rated.names[i], domain, float(importance[i]),
                float(has[domain][i]), float(asked[i]), float(weight[i]),
            )
            for i in np.flatnonzero(missing >= NOTABLE_LEVELS)
        ]  # fmt: skip
    found.sort(key=lambda item: (-item.weight, item.element_id))
    whole = sum(item.weight for item in found) or 1.0
    return [
        SkillItem(
            i.element_id, i.name, i.domain, i.importance, i.has, i.asked, round(i.weight / whole, 4)
        )
        for i in found[:limit]
    ]


def mean_shortfall(
    ratings: dict[str, RatedMatrix], has: dict[str, NDArray[np.float32]], to_row: int
) -> float:
    """The weighted shortfall of levels at hand, as `shortfalls` has it for occupations."""
    missing = weights = 0.0
    for domain in LEARNED:
        rated = ratings[domain]
        weight = (rated.importance[to_row] - 1) / 4
        missing += float((np.maximum(rated.level[to_row] - has[domain], 0) * weight).sum())
        weights += float(weight.sum())
    return missing / max(weights, 1e-6)

"""Skills and knowledge: how far a person's levels fall short of what occupations use.

Only a shortfall counts: being better than needed neither helps nor hurts. For each occupation

    shortfall = sum of weight x max(0, level needed - level held) / (7 x sum of weight)

over the elements whose level is known of the person, with O*NET importance (1 to 5, rescaled to 0
to 1) as weight and O*NET level (0 to 7). Half a point less than needed is within the spread of the
ratings themselves and is let pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.match.occupation_arrays import RATED_DOMAINS, Floats, rating_arrays
from careerlattice.profile.model import HIGHEST_LEVEL, Profile, Work

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

LET_PASS = 0.5
"""Level points below the need that are not counted."""
FULL_MONTHS = 24.0
"""Counted months after which a person has the levels usual in an occupation."""
SHARE_AT_START = 0.5
"""Share of the usual levels a person has when the work begins."""
UNKNOWN_MONTHS = 12.0
"""Months counted for work whose length is not known."""
LEAST_COVERAGE = 0.25
"""Share of an occupation's importance that must be known before a shortfall is stated."""


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

    def to_dict(self) -> dict[str, Any]:
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
    arrays = rating_arrays(catalog, domain)
    known = np.array([element in levels for element in arrays.element_ids])
    if not known.any():
        return None
    held = np.array([levels.get(element, 0.0) for element in arrays.element_ids])
    lack = np.maximum(0.0, arrays.level[:, known] - held[known] - LET_PASS)
    weight = arrays.weight[:, known]
    total = weight.sum(axis=1)
    coverage = total / np.maximum(arrays.weight.sum(axis=1), 1e-9)
    enough = coverage >= LEAST_COVERAGE
    shortfall = (weight * lack).sum(axis=1) / np.maximum(total * HIGHEST_LEVEL, 1e-9)
    return ShortfallColumn(np.where(enough, shortfall, np.nan), coverage)


def list_gaps(
    catalog: Catalog, code: str, domain: str, levels: Mapping[str, float], limit: int | None = None
) -> list[ElementGap]:
    """The elements a person falls short in, by their part of the shortfall, largest first."""
    arrays = rating_arrays(catalog, domain)
    row = catalog.row_of[code]
    gaps = []
    for column, element in enumerate(arrays.element_ids):
        if element not in levels:
            continue
        needed, weight = float(arrays.level[row, column]), float(arrays.weight[row, column])
        lack = needed - levels[element] - LET_PASS
        if lack > 0 and weight > 0:
            gaps.append((weight * lack, column, element, needed, weight))
    total = sum(part for part, *_ in gaps)
    gaps.sort(key=lambda gap: (-gap[0], gap[2]))
    return [
        ElementGap(
            element,
            arrays.names[column],
            domain,
            levels[element],
            needed,
            1 + 4 * weight,
            part / total,
        )
        for part, column, element, needed, weight in gaps[:limit]
    ]


def levels_from_work(catalog: Catalog, work: tuple[Work, ...], domain: str) -> dict[str, float]:
    """Levels a person with this work is likely to have: what people in those jobs typically use.

    Each job gives its occupation's levels (the stand-in's where unrated) times a share that grows
    from one half at the start to all after 24 counted months (months times recognition rate); of
    several jobs the highest level counts for each element. Work without an occupation gives
    nothing. A starting point for a person to correct, never a measurement.
    """
    if domain not in RATED_DOMAINS:
        raise ValueError(f"domain must be one of {', '.join(RATED_DOMAINS)}, not {domain!r}")
    arrays = rating_arrays(catalog, domain)
    best = np.zeros(len(arrays.element_ids))
    seen = False
    for item in work:
        row = catalog.row_of.get(item.onet_soc_code or "")
        if row is None:
            continue
        seen = True
        best = np.maximum(best, arrays.level[row] * share_of_level(item))
    if not seen:
        return {}
    return {e: round(float(v), 2) for e, v in zip(arrays.element_ids, best, strict=True)}


def share_of_level(work: Work) -> float:
    """The share of an occupation's usual levels that this piece of work has given, 0.5 to 1."""
    months = UNKNOWN_MONTHS * work.rate if work.counted_months is None else work.counted_months
    return SHARE_AT_START + (1.0 - SHARE_AT_START) * min(1.0, months / FULL_MONTHS)


def known_levels(catalog: Catalog, profile: Profile, domain: str) -> tuple[dict[str, float], str]:
    """The person's levels in a domain and where they come from, in words.

    The person's own ratings come first; where there is none, the levels of their work stand in.
    """
    own = dict(profile.skills if domain == "skill" else profile.knowledge)
    derived = levels_from_work(catalog, profile.work, domain)
    if not own:
        return derived, "your work" if derived else ""
    if profile.skills_basis == "from work":
        return {**derived, **own}, "your work"
    rest = ", the rest from your work" if set(derived) - set(own) else ""
    return {**derived, **own}, "your ratings" + rest

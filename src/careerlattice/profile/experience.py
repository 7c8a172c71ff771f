"""What a person brings to a move: from a profile, or what an occupation lets one assume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import RatedMatrix
from careerlattice.profile.model import Profile
from careerlattice.requirements.arrays import Asks
from careerlattice.vocab.levels import EducationLevel

# Two years in the job: the least that employers tend to call experience.
ASSUMED_MONTHS = 24.0
# A job this near has taught the fields its programs teach.
FIELD_MONTHS = 12.0


@dataclass(frozen=True)
class Background:
    """What a person brings.

    `fields` are CIP codes studied, `work_fields` those that lead to occupations worked in for a
    year. `months` of experience by row; `licenses` are (state, license id) pairs and folded titles
    with their state. `levels` hold skill and knowledge levels by domain, shape (elements,).
    `from_row` is the present or longest occupation; none without any.
    """

    level: EducationLevel
    fields: frozenset[str]
    work_fields: frozenset[str]
    months: Mapping[int, float]
    licenses: frozenset[tuple[str, str]]
    levels: Mapping[str, NDArray[np.float32]]
    from_row: int | None
    is_assumed: bool


def usual_level(accepted: int, typical: int) -> EducationLevel:
    """The education to assume of a worker whose own is not known.

    A degree that half of the jobs ask is assumed; of courses and certificates below a degree only
    what every job asks, since a nurse aide's short course is not a year's certificate.
    """
    return EducationLevel(int(typical if typical >= EducationLevel.ASSOCIATE else accepted))


def assume_background(
    catalog: Catalog,
    asks: Asks,
    ratings: dict[str, RatedMatrix],
    row: int,
    months_in_job: float = ASSUMED_MONTHS,
) -> Background:
    """What one may assume of a worker in an occupation: usual education, its fields and skills."""
    fields = asks.fields[row]
    level = usual_level(asks.accepted_level[row], asks.typical_level[row])
    return Background(
        level,
        fields if level >= EducationLevel.CERTIFICATE else frozenset(),
        fields,
        {row: months_in_job},
        frozenset(_licenses_of(catalog, catalog.codes[row])),
        {domain: rated.level[row] for domain, rated in ratings.items()},
        row,
        True,
    )


def profile_background(
    catalog: Catalog, asks: Asks, ratings: dict[str, RatedMatrix], profile: Profile
) -> Background:
    """What a profile says. Skill levels not stated are those of the work done, or none.

    Without education, high school is assumed; work whose occupation is unknown counts for nothing.
    """
    months: dict[int, float] = {}
    for work in profile.work:
        if work.onet_soc_code in catalog.row_of and work.counted_months is not None:
            row = catalog.row_of[work.onet_soc_code]
            months[row] = months.get(row, 0.0) + work.counted_months
    longest = max(months, key=lambda row: (months[row], -row), default=None)
    levels = {}
    stated = {**profile.skills, **profile.knowledge}
    for domain, rated in ratings.items():
        best = np.zeros(len(rated.element_ids), dtype=np.float32)
        for row in months:
            best = np.maximum(best, rated.level[row])
        for column, element in enumerate(rated.element_ids):
            if element in stated:
                best[column] = stated[element]
        levels[domain] = best
    education = profile.education
    held = {(one.state, one.license_id) for one in profile.licenses if one.license_id}
    return Background(
        education.level if education else EducationLevel.HIGH_SCHOOL,
        frozenset(str(code) for code in education.cip_codes) if education else frozenset(),
        frozenset().union(*(asks.fields[r] for r, m in months.items() if m >= FIELD_MONTHS)),
        months,
        frozenset(held | {(one.state, one.title.casefold()) for one in profile.licenses}),
        levels,
        longest,
        False,
    )


def _licenses_of(catalog: Catalog, code: str) -> set[tuple[str, str]]:
    import polars as pl

    links = catalog.release.table("license_occupations").filter(
        "is_named", pl.col("onet_soc_code") == code
    )
    return set(links.select("state", "license_id").rows())

"""What work and schooling give a person: from a profile, or what an occupation lets one assume.

Levels of skills and knowledge come from work by one rule (`share_of_level`), whoever asks: gaps,
fits and the skills check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import LEARNED_DOMAINS, RatedMatrix, rated_matrix
from careerlattice.profile.model import Profile, Work
from careerlattice.profile.parameters import (
    ASSUMED_MONTHS,
    FIELD_MONTHS,
    FULL_MONTHS,
    SHARE_AT_START,
    UNKNOWN_MONTHS,
)
from careerlattice.requirements.arrays import RequirementArrays
from careerlattice.vocab.levels import EducationLevel


class LevelsBasis(Enum):
    """Where levels of skills or knowledge come from."""

    NOTHING = auto()
    WORK = auto()
    RATINGS = auto()
    RATINGS_AND_WORK = auto()


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
    levels: Mapping[str, NDArray[np.float64]]
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
    required: RequirementArrays,
    ratings: dict[str, RatedMatrix],
    row: int,
    months_in_job: float = ASSUMED_MONTHS.value,
) -> Background:
    """What one may assume of a worker in an occupation: usual education, its fields and skills."""
    fields = required.fields[row]
    level = usual_level(required.accepted_level[row], required.typical_level[row])
    return Background(
        level=level,
        fields=fields if level >= EducationLevel.CERTIFICATE else frozenset(),
        work_fields=fields,
        months={row: months_in_job},
        licenses=frozenset(_licenses_of(catalog, catalog.codes[row])),
        levels={
            domain: rated.level[row] * share_after(months_in_job)
            for domain, rated in ratings.items()
        },
        from_row=row,
        is_assumed=True,
    )


def profile_background(
    catalog: Catalog, required: RequirementArrays, ratings: dict[str, RatedMatrix], profile: Profile
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
    levels = {
        domain: held_levels(catalog, profile, domain, rated) for domain, rated in ratings.items()
    }
    education = profile.education
    licenses = {(held.state, held.license_id) for held in profile.licenses if held.license_id}
    licenses |= {(held.state, held.title.casefold()) for held in profile.licenses}
    taught = [row for row, worked in months.items() if worked >= FIELD_MONTHS.value]
    return Background(
        level=education.level if education else EducationLevel.HIGH_SCHOOL,
        fields=frozenset(str(code) for code in education.cip_codes) if education else frozenset(),
        work_fields=frozenset().union(*(required.fields[row] for row in taught)),
        months=months,
        licenses=frozenset(licenses),
        levels=levels,
        from_row=longest,
        is_assumed=False,
    )


def _licenses_of(catalog: Catalog, code: str) -> set[tuple[str, str]]:
    import polars as pl

    links = catalog.release.table("license_occupations").filter(
        "is_named", pl.col("onet_soc_code") == code
    )
    return set(links.select("state", "license_id").rows())


def levels_from_work(catalog: Catalog, work: tuple[Work, ...], domain: str) -> dict[str, float]:
    """Levels a person with this work is likely to have: what people in those jobs typically use.

    Each job gives its occupation's levels (the stand-in's where unrated) times a share that grows
    from one half at the start to all after 24 counted months (months times recognition rate); of
    several jobs the highest level counts for each element. Work without an occupation gives
    nothing. A starting point for a person to correct, never a measurement.
    """
    if domain not in LEARNED_DOMAINS:
        raise ValueError(f"domain must be one of {', '.join(LEARNED_DOMAINS)}, not {domain!r}")
    arrays = rated_matrix(catalog, domain)
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
    if work.counted_months is None:
        return share_after(UNKNOWN_MONTHS.value * work.rate)
    return share_after(work.counted_months)


def share_after(months: float) -> float:
    """The share of an occupation's usual levels after so many counted months in it, 0.5 to 1."""
    start = SHARE_AT_START.value
    return start + (1.0 - start) * min(1.0, months / FULL_MONTHS.value)


def held_levels(
    catalog: Catalog, profile: Profile, domain: str, rated: RatedMatrix
) -> NDArray[np.float64]:
    """The levels a person has in a domain, shape (elements,); 0 where nothing is known."""
    known, _ = known_levels(catalog, profile, domain)
    return np.array([known.get(element, 0.0) for element in rated.element_ids])


def known_levels(
    catalog: Catalog, profile: Profile, domain: str
) -> tuple[dict[str, float], LevelsBasis]:
    """The person's levels in a domain and where they come from.

    The person's own ratings come first; where there is none, the levels of their work stand in.
    """
    own = dict(profile.skills if domain == "skill" else profile.knowledge)
    derived = levels_from_work(catalog, profile.work, domain)
    if not own:
        return derived, LevelsBasis.WORK if derived else LevelsBasis.NOTHING
    if profile.skills_basis == "from work":
        return {**derived, **own}, LevelsBasis.WORK
    has_others = bool(set(derived) - set(own))
    return {**derived, **own}, (LevelsBasis.RATINGS_AND_WORK if has_others else LevelsBasis.RATINGS)

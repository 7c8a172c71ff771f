"""What work and schooling give a person: from a profile, or what an occupation lets one assume.

Levels of skills and knowledge come from work by one rule (`share_of_level`), whoever asks: gaps,
fits and the skills check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import LEARNED_DOMAINS, RatedMatrix, rated_matrix
from careerlattice.profile.model import Profile, Work
from careerlattice.requirements.arrays import Asks
from careerlattice.vocab.levels import EducationLevel

# Two years in the job: the least that employers tend to call experience.
ASSUMED_MONTHS = 24.0
FULL_MONTHS = 24.0
"""Counted months after which a person has the levels usual in an occupation."""
SHARE_AT_START = 0.5
"""Share of the usual levels a person has when the work begins."""
UNKNOWN_MONTHS = 12.0
"""Months counted for work whose length is not known."""
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
        {
            domain: rated.level[row] * share_after(months_in_job)
            for domain, rated in ratings.items()
        },
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
    levels = {
        domain: held_levels(catalog, profile, domain, rated) for domain, rated in ratings.items()
    }
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
    months = UNKNOWN_MONTHS * work.rate if work.counted_months is None else work.counted_months
    return share_after(months)


def share_after(months: float) -> float:
    """The share of an occupation's usual levels after so many counted months in it, 0.5 to 1."""
    return SHARE_AT_START + (1.0 - SHARE_AT_START) * min(1.0, months / FULL_MONTHS)


def held_levels(
    catalog: Catalog, profile: Profile, domain: str, rated: RatedMatrix
) -> NDArray[np.float64]:
    """The levels a person has in a domain, shape (elements,); 0 where nothing is known."""
    known, _ = known_levels(catalog, profile, domain)
    return np.array([known.get(element, 0.0) for element in rated.element_ids])


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

"""A profile beside all occupations: one column per question, never one opaque number.

Columns stay in their own units (distance, share of scale, share of jobs, dollars, percent). For an
overall order each is also put on a scale of 0 to 1 by a rule stated in `docs/methods/fit.md`, and
`ranking.py` weighs those by weights the person sees and can change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from careerlattice.match.interests import InterestColumns, interest_columns
from careerlattice.match.occupation_arrays import Bools, Floats, field_arrays
from careerlattice.match.parameters import WORST_SHORTFALL
from careerlattice.profile.experience import LevelsBasis, known_levels
from careerlattice.profile.model import Profile
from careerlattice.profile.skill_shortfall import ShortfallColumn, shortfall_column
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area
    from careerlattice.catalog.outlook import OutlookVectors
    from careerlattice.catalog.pay import PayVectors

COLUMNS = ("interests", "skills", "knowledge", "education", "pay", "outlook")
"""What can be weighed, in the order shown."""


@dataclass(frozen=True)
class FitColumns:
    """All columns for one profile in one area, shape (occupations,) each; nan where not known.

    `education` is the person's level, assumed from their work where they state none;
    `education_access` the share of jobs open at it; `access_in_field` the same
    with a degree counted only where its field leads (or the occupation is not field-specific).
    `field_matches` is 1 where a field of study of the person leads there, 0 where none does and the
    occupation is field-specific, nan where it does not matter or is not known. `scores` maps each
    of `COLUMNS` to its 0-to-1 scores, or lacks it when the profile says nothing about it; pay
    published by the hour only is not compared with that of a year and has none.
    """

    area: Area
    interests: InterestColumns | None
    skills: ShortfallColumn | None
    knowledge: ShortfallColumn | None
    skill_levels: Mapping[str, float]
    knowledge_levels: Mapping[str, float]
    levels_basis: LevelsBasis
    education: EducationLevel | None
    is_education_assumed: bool
    education_access: Floats | None
    access_in_field: Floats | None
    field_matches: Floats
    pay: PayVectors
    outlook: OutlookVectors
    scores: Mapping[str, Floats]


def fit_columns(catalog: Catalog, profile: Profile, area: Area | None = None) -> FitColumns:
    """Everything about how a profile suits each occupation; pay is for `area`, else the nation."""
    place = area or catalog.get_area(profile.place.asked)
    scores: dict[str, Floats] = {}
    interests = None
    if profile.interests is not None:
        interests = interest_columns(catalog, profile.interests)
        scores["interests"] = np.maximum(0.0, 2.0 * _share_below(-interests.distance) - 1.0)
    skill_levels, basis = known_levels(catalog, profile, "skill")
    knowledge_levels, knowledge_basis = known_levels(catalog, profile, "knowledge")
    skills = shortfall_column(catalog, "skill", skill_levels)
    knowledge = shortfall_column(catalog, "knowledge", knowledge_levels)
    for name, column in (("skills", skills), ("knowledge", knowledge)):
        if column is not None:
            scores[name] = np.clip(1.0 - column.shortfall / WORST_SHORTFALL[name].value, 0.0, 1.0)
    access = in_field = None
    matches = np.full(len(catalog.codes), np.nan)
    level = profile.education.level if profile.education else assumed_education(catalog, profile)
    if level is not None:
        matches = _field_matches(catalog, profile)
        all_levels = open_requirements(catalog).shares.access
        access = np.minimum(all_levels[:, level - 1], 1.0)
        # A degree in another field opens what some college opens, unless one already works there.
        without = min(level, EducationLevel.SOME_COLLEGE)
        in_field = np.where(matches == 0.0, np.minimum(all_levels[:, without - 1], 1.0), access)
        scores["education"] = in_field
    pay, outlook = catalog.pay_vectors(place), catalog.outlook_vectors
    # By the hour alone is published what few do all year: at 2,080 hours it is nobody's year's pay.
    scores["pay"] = _share_below(np.where(pay.is_hourly, np.nan, pay.p50))
    openings = outlook.openings * outlook.share
    scores["outlook"] = (_share_below(outlook.growth_pct) + _share_below(openings)) / 2.0
    is_assumed = level is not None and profile.education is None
    return FitColumns(
        area=place,
        interests=interests,
        skills=skills,
        knowledge=knowledge,
        skill_levels=skill_levels,
        knowledge_levels=knowledge_levels,
        levels_basis=knowledge_basis if basis is LevelsBasis.NOTHING else basis,
        education=level,
        is_education_assumed=is_assumed,
        education_access=access,
        access_in_field=in_field,
        field_matches=matches,
        pay=pay,
        outlook=outlook,
        scores=scores,
    )


def assumed_education(catalog: Catalog, profile: Profile) -> EducationLevel | None:
    """A level for a person who states none: what a quarter of the jobs they have held accept.

    The highest over their work, but no less than high school; none without any known work.
    """
    accepted = open_requirements(catalog).shares.accepted_level
    held = [
        int(accepted[catalog.row_of[work.onet_soc_code]])
        for work in profile.work
        if work.onet_soc_code is not None and work.onet_soc_code in catalog.row_of
    ]
    return EducationLevel(max([*held, int(EducationLevel.HIGH_SCHOOL)])) if held else None


def _field_matches(catalog: Catalog, profile: Profile) -> Floats:
    """1 where a field studied (or the work done) leads there, 0 where not, nan where open."""
    arrays = field_arrays(catalog)
    matches = np.full(len(catalog.codes), np.nan)
    education = profile.education
    if education is None or not education.cip_codes:
        return matches
    studied = {code.four for code in education.cip_codes}
    worked: set[str] = set()
    for work in profile.work:
        row = catalog.row_of.get(work.onet_soc_code or "")
        if row is not None and arrays.is_specific[row]:
            worked |= arrays.fields[row]
    specific: Bools = arrays.is_specific
    for at in np.flatnonzero(specific).tolist():
        leads = not studied.isdisjoint(arrays.fields[at])
        same_field = not worked.isdisjoint(arrays.fields[at])
        matches[at] = 1.0 if leads or same_field else 0.0
    return matches


def _share_below(values: Floats) -> Floats:
    """The share of the other known values below each one (ties half), 0 to 1; nan stays nan."""
    result = np.full(len(values), np.nan)
    known = np.flatnonzero(~np.isnan(values))
    if len(known) < 2:
        result[known] = 0.5
        return result
    ordered = np.sort(values[known])
    below = np.searchsorted(ordered, values[known], side="left")
    upto = np.searchsorted(ordered, values[known], side="right")
    result[known] = (below + (upto - below - 1) / 2.0) / (len(known) - 1)
    return result

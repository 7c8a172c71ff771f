"""The shapes in which matches are written as JSON. Scores and shares run from 0 to 1."""

from __future__ import annotations

from typing import TypedDict

from careerlattice.profile.json_shapes import ElementGapJson


class FitRowJson(TypedDict):
    """One occupation beside a profile, columns apart.

    `scores` and `contributions` are by column: the score, and what it adds to or takes from the
    overall score. `missing` names columns without a score. `pay_level`: 0 the area's own figure, 1
    its state's, 2 the nation's, -1 none.
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
    scores: dict[str, float]
    contributions: dict[str, float]
    missing: list[str]
    reasons: list[str]
    what_would_change: list[str]


class OccupationNameJson(TypedDict):
    """An occupation by its code and title."""

    onet_soc_code: str
    title: str


class GroupFitJson(TypedDict):
    """A cluster or pathway beside a profile: its score and its best occupations by place."""

    place: int
    id: str
    framework: str
    name: str
    cluster: str
    score: float
    occupations: int
    best: list[OccupationNameJson]


class FitRankingJson(TypedDict):
    """Occupations in order with everything the order rests on."""

    area: str
    weights: dict[str, float]
    scales: dict[str, str]
    levels_basis: str
    kept: int
    left_out: dict[str, int]
    notices: list[str]
    rows: list[FitRowJson]


class ColumnEffectJson(TypedDict):
    """What one column does to an occupation's place."""

    column: str
    scale: str
    weight: float
    score: float | None
    place_in_column: int | None
    place_without: int | None


class InterestSideJson(TypedDict):
    """One interest area: the person's score and the occupation's, 0 to 40, and their distance."""

    area: str
    yours: float
    theirs: float
    apart: float


class ExplanationJson(TypedDict):
    """Why an occupation stands at its place among all."""

    onet_soc_code: str
    title: str
    place: int
    of: int
    verdict: str
    is_unexpected: bool
    effects: list[ColumnEffectJson]
    interests: list[InterestSideJson]
    skill_gaps: list[ElementGapJson]
    knowledge_gaps: list[ElementGapJson]
    levels_basis: str
    row: FitRowJson
    what_would_change: list[str]
    notices: list[str]


class InterestMatchJson(TypedDict):
    """One occupation beside a person's interests; places count from 1."""

    onet_soc_code: str
    title: str
    distance: float
    correlation: float | None
    reasons: list[str]
    place: int
    place_low: int
    place_high: int
    top_share: float
    is_stand_in: bool

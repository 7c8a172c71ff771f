"""The shapes in which moves, gaps and ladders are written as JSON.

`likelihood` is the estimated share of those who leave an occupation that take the move next, `ease`
0 (hardest) to 1; pay is the median a year in U.S. dollars.
"""

from __future__ import annotations

from typing import TypedDict


class MonthsJson(TypedDict):
    low: float
    typical: float


class UsdJson(TypedDict):
    low: float
    typical: float
    high: float


class GapPieceJson(TypedDict):
    """One piece of a gap; `status` is met, partly, missing or unknown."""

    name: str
    status: str
    asked: str
    has: str
    missing: str
    months: MonthsJson
    cost_usd: UsdJson
    happens: str
    items: list[str]
    source: str


class GapJson(TypedDict):
    """What is missing for an occupation, piece by piece, and the months and dollars it takes."""

    months: MonthsJson
    cost_usd: UsdJson
    pieces: list[GapPieceJson]
    skill_shortfall: float
    assumptions: list[str]


class MoveJson(TypedDict):
    """A move to an occupation with its gap and the evidence for it."""

    onet_soc_code: str
    title: str
    kind: str
    likelihood: float
    ease: float
    nearness: float
    wage_change_usd: float | None
    zone_change: int | None
    labels: list[str]
    gap: GapJson
    evidence: list[str]


class LadderOccupationJson(TypedDict):
    """An occupation on a ladder with its pay, growth (percent in ten years) and openings.

    `line` is the title of the line of the surveys whose figures a specialty wears, empty for its
    own.
    """

    onet_soc_code: str
    title: str
    level: str
    height: float
    job_zone: int | None
    median_pay_usd: float | None
    growth_pct: float | None
    openings_per_year: float | None
    line: str


class StepAsksJson(TypedDict):
    """What a step asks that who takes it does not have yet.

    `credential` to earn, or else the one that is `usual` there, or none, `license` by name or
    empty (`later_license` once hired, `local_license` in some places), months of an apprenticeship,
    of work and of supervised practice, weeks of a course, 0 where none; `words` say the same.
    """

    credential: str | None
    usual: str | None
    license: str
    apprenticeship_months: float
    experience_months: float
    course_weeks: float
    later_license: str
    local_license: str
    practice_months: float
    words: list[str]


# "from" cannot be the name of an attribute.
LadderMoveJson = TypedDict(
    "LadderMoveJson",
    {
        "from": str,
        "to": str,
        "kind": str,
        "likelihood": float,
        "ease": float,
        "nearness": float,
        "wage_change_usd": float | None,
        "label": str,
        "asks": StepAsksJson,
        "is_backbone": bool,
        "is_drawn": bool,
    },
)


class LadderLevelJson(TypedDict):
    """A rung: its level and its occupations, lowest first."""

    level: str
    occupations: list[LadderOccupationJson]


class LadderJson(TypedDict):
    """A pathway, or the neighborhood of the occupation `center`, as rungs and moves.

    `backbones` are its main sequences, by code; `feeders` lead in from other pathways, `exits` out;
    `outside` holds moves of occupations without any inside, `others` the occupations these name.
    """

    id: str
    framework: str
    cluster: str
    pathway: str
    area: str
    center: str | None
    levels: list[LadderLevelJson]
    moves: list[LadderMoveJson]
    backbones: list[list[str]]
    feeders: list[LadderMoveJson]
    exits: list[LadderMoveJson]
    outside: dict[str, list[LadderMoveJson]]
    others: dict[str, LadderOccupationJson]

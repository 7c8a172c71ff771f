"""The shapes in which things of the catalog are written as JSON, where they differ from the class.

Amounts are U.S. dollars, pay is a year's before tax, shares run from 0 to 1.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class ProvenanceJson(TypedDict):
    """Where a number comes from: source id, edition, area, the publisher's line, a remark."""

    source: NotRequired[str]
    vintage: NotRequired[str]
    area: NotRequired[str]
    line: NotRequired[str]
    note: NotRequired[str]


class FigureJson(TypedDict):
    """A number with its unit and provenance; without a value, `status` says why."""

    value: float | None
    unit: str
    status: Literal["published", "suppressed", "top-coded", "hourly only", "not published"]
    provenance: ProvenanceJson


class OccupationJson(TypedDict):
    """An O*NET-SOC 2019 occupation; `stand_in_code` is the one whose figures stand in for it."""

    onet_soc_code: str
    title: str
    soc_code: str
    job_zone: int | None
    data_level: Literal["rated", "described", "listed"]
    stand_in_code: str | None


class WageJson(TypedDict):
    """Jobs and yearly pay of an occupation; `area` is wider than asked where `is_fallback`."""

    asked_area: str
    area: str
    is_fallback: bool
    employment: FigureJson
    mean: FigureJson
    p10: FigureJson
    p25: FigureJson
    p50: FigureJson
    p75: FigureJson
    p90: FigureJson
    hourly: dict[str, FigureJson] | None
    notes: list[str]


class ShareJson(TypedDict):
    """One answer of a requirement scale with the share of jobs that gave it."""

    category: int
    label: str
    share: float


class BlsRequirementsJson(TypedDict):
    """What the Bureau of Labor Statistics says is typically needed to enter."""

    education: str | None
    experience: str | None
    training: str | None


class RequirementsJson(TypedDict):
    """What an occupation asks: shares of jobs by answer, and the levels that open a part of them.

    `access` is the share of jobs open at each level of schooling; `accepted_education` opens a
    quarter of the jobs, `typical_education` half.
    """

    education: list[ShareJson]
    experience: list[ShareJson]
    plant_training: list[ShareJson]
    job_training: list[ShareJson]
    respondents: int | None
    is_stand_in: bool
    access: dict[str, float]
    accepted_education: str
    typical_education: str
    accepted_experience_months: float
    typical_experience_months: float
    training_months: float
    bls: BlsRequirementsJson


class LicenseJson(TypedDict):
    """A license in a state; `is_named` when its name speaks of the occupation asked for.

    `role` says what it is to the occupation, `source` whose record it is, `asked_of` which workers
    need it where not all do, `set_aside` why it is no license of entry.
    """

    state: str
    license_id: str
    title: str
    kind: str | None
    exam: str | None
    education: str | None
    experience: str | None
    certification: str | None
    agency: str | None
    url: str | None
    updated: str | None
    is_named: bool
    role: str
    source: str
    citation: str | None
    asked_of: str | None
    course_hours: int | None
    set_aside: str | None


class SchoolProgramJson(TypedDict):
    """A school's program: who offers it, its graduates a year, their earnings and debt."""

    school: str
    state: str | None
    control: str
    cip_code: str
    program: str
    credential: str
    completers: int | None
    earnings_usd: int | None
    debt_usd: int | None
    unit_id: str | None
    url: str | None

"""The things a catalog holds. All are frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from careerlattice.catalog.figures import Figure
from careerlattice.catalog.json_shapes import (
    LicenseJson,
    OccupationJson,
    RequirementsJson,
    SchoolProgramJson,
    ShareJson,
    WageJson,
)
from careerlattice.vocab.capitals import unshouted
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class Occupation:
    """An O*NET-SOC 2019 occupation.

    `data_level` says how much is published: "rated", "described" (zone and interests) or "listed"
    (a name); `stand_in` is the nearest rated occupation, whose figures stand in where none are.
    """

    code: OnetSocCode
    title: str
    job_zone: int | None
    data_level: Literal["rated", "described", "listed"]
    stand_in: OnetSocCode
    is_military: bool

    @property
    def soc_code(self) -> str:
        """The SOC 2018 code."""
        return self.code.soc

    def json_value(self) -> OccupationJson:
        """The occupation as JSON-ready values."""
        return {
            "onet_soc_code": str(self.code),
            "title": self.title,
            "soc_code": self.soc_code,
            "job_zone": self.job_zone,
            "data_level": self.data_level,
            "stand_in_code": str(self.stand_in) if self.stand_in != self.code else None,
        }


@dataclass(frozen=True, slots=True)
class Cluster:
    """A career cluster of one framework ("2008" or "2024")."""

    id: str
    framework: str
    name: str
    grouping: str | None
    is_cross_cutting: bool


@dataclass(frozen=True, slots=True)
class Pathway:
    """A career pathway (2008) or sub-cluster (2024). `basis`: who linked occupations to it."""

    id: str
    framework: str
    name: str
    cluster_id: str
    cluster_name: str
    basis: Literal["published", "assigned", "none"]


@dataclass(frozen=True, slots=True)
class Area:
    """The nation, a state, or a metropolitan or nonmetropolitan area."""

    code: str
    kind: Literal["nation", "state", "metro"]
    name: str
    states: tuple[str, ...]

    @property
    def state(self) -> str | None:
        """The postal code of its (first) state; none for the nation."""
        return self.states[0] if self.states else None


@dataclass(frozen=True, slots=True)
class Wage:
    """Jobs and yearly pay of an occupation in an area.

    `asked` is the area asked for; `area` the one whose figures these are, wider where the narrower
    one publishes no median. `notes` say what is not as asked: a wider area, a line that gathers
    several occupations, hourly pay only.
    """

    occupation: OnetSocCode
    asked: Area
    area: Area
    employment: Figure
    mean: Figure
    p10: Figure
    p25: Figure
    p50: Figure
    p75: Figure
    p90: Figure
    hourly: dict[str, Figure] | None
    notes: tuple[str, ...]

    def __repr__(self) -> str:
        median = self.p50.status if self.p50.value is None else f"{self.p50.value:,.0f}"
        return f"<Wage {self.occupation}, {self.area.name}: median {median} {self.p50.unit}>"

    @property
    def is_fallback(self) -> bool:
        """Whether the figures are a wider area's."""
        return self.area.code != self.asked.code

    def json_value(self) -> WageJson:
        """The wage as JSON-ready values."""
        hourly = self.hourly or {}
        return {
            "asked_area": self.asked.name,
            "area": self.area.name,
            "is_fallback": self.is_fallback,
            "employment": self.employment.json_value(),
            "mean": self.mean.json_value(),
            "p10": self.p10.json_value(),
            "p25": self.p25.json_value(),
            "p50": self.p50.json_value(),
            "p75": self.p75.json_value(),
            "p90": self.p90.json_value(),
            "hourly": {name: figure.json_value() for name, figure in hourly.items()} or None,
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class Outlook:
    """National projections of an occupation, 2024 to 2034."""

    occupation: OnetSocCode = field(metadata={"json": False})
    employment: Figure
    growth_pct: Figure
    openings_per_year: Figure
    exit_rate_pct: Figure
    transfer_rate_pct: Figure
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One answer of a requirement scale: its label and the share of jobs (0 to 1)."""

    category: int
    label: str
    share: float

    def json_value(self) -> ShareJson:
        """The share as JSON-ready values."""
        return {"category": self.category, "label": self.label, "share": round(self.share, 4)}


@dataclass(frozen=True, slots=True)
class Requirements:
    """What an occupation asks.

    `education`, `experience`, `plant_training`, `job_training` are the published shares of jobs by
    answer; `access` the share of jobs open at each education level (cumulative). `accepted` and
    `typical` are the lowest levels that open a quarter and half of the jobs, after light smoothing
    toward the job zone and the BLS requirements, since samples are small; likewise the months of
    related experience. `is_stand_in` marks shares taken from another occupation.
    """

    occupation: OnetSocCode
    education: tuple[Share, ...]
    experience: tuple[Share, ...]
    plant_training: tuple[Share, ...]
    job_training: tuple[Share, ...]
    respondents: int | None
    is_stand_in: bool
    access: dict[EducationLevel, float]
    accepted: EducationLevel
    typical: EducationLevel
    accepted_experience_months: float
    typical_experience_months: float
    training_months: float
    bls_education: str | None
    bls_experience: str | None
    bls_training: str | None

    def json_value(self) -> RequirementsJson:
        """The requirements as JSON-ready values."""

        def shares(values: tuple[Share, ...]) -> list[ShareJson]:
            return [share.json_value() for share in values]

        return {
            "education": shares(self.education),
            "experience": shares(self.experience),
            "plant_training": shares(self.plant_training),
            "job_training": shares(self.job_training),
            "respondents": self.respondents,
            "is_stand_in": self.is_stand_in,
            "access": {level.slug: round(share, 4) for level, share in self.access.items()},
            "accepted_education": self.accepted.slug,
            "typical_education": self.typical.slug,
            "accepted_experience_months": self.accepted_experience_months,
            "typical_experience_months": self.typical_experience_months,
            "training_months": self.training_months,
            "bls": {
                "education": self.bls_education,
                "experience": self.bls_experience,
                "training": self.bls_training,
            },
        }


@dataclass(frozen=True, slots=True)
class License:
    """A license in a state: what it is, who grants it, and how old the record is.

    `is_named` says whether its name speaks of the occupation asked for; otherwise the publisher
    only lists it there. `role` says what it is to the occupation (own, part, own_business,
    voluntary, before_work, alike, listed) and `rank` which of them comes first. `occupations` is
    how many it stands under. `source` is whose record it is: the publisher's (careeronestop), this
    project's (careerlattice, with the law it rests on in `citation`) or the user's (own).
    `asked_of` says which workers need it where not all do; `set_aside` why it is no license of
    entry.
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
    updated: date | None
    occupations: int
    is_named: bool
    role: str
    rank: int
    source: str
    citation: str | None
    asked_of: str | None
    course_hours: int | None
    set_aside: str | None

    @property
    def readable_title(self) -> str:
        """The title as people write it: some states print theirs in capitals."""
        return unshouted(self.title)

    def to_dict(self) -> LicenseJson:
        """The license as JSON-ready values."""
        return {
            "state": self.state,
            "license_id": self.license_id,
            "title": self.title,
            "kind": self.kind,
            "exam": self.exam,
            "education": self.education,
            "experience": self.experience,
            "certification": self.certification,
            "agency": self.agency,
            "url": self.url,
            "updated": self.updated.isoformat() if self.updated else None,
            "is_named": self.is_named,
            "role": self.role,
            "source": self.source,
            "citation": self.citation,
            "asked_of": self.asked_of,
            "course_hours": self.course_hours,
            "set_aside": self.set_aside,
        }


@dataclass(frozen=True, slots=True)
class Program:
    """A field of study (CIP 2020)."""

    cip_code: str
    title: str


@dataclass(frozen=True, slots=True)
class SchoolProgram:
    """A school's program: who offers it, where, how many graduate, with what earnings and debt.

    `unit_id` is the school's number at the U.S. Department of Education (IPEDS), `url` its page at
    the Department's College Scorecard, with its city, price after aid and map.
    """

    school: str
    state: str | None
    control: str
    cip_code: str
    program: str
    credential: str
    completers: int | None
    earnings_usd: int | None
    debt_usd: int | None
    unit_id: str | None = None

    @property
    def url(self) -> str | None:
        """The school's page at the College Scorecard; none without its number."""
        return f"https://collegescorecard.ed.gov/school/?{self.unit_id}" if self.unit_id else None

    def to_dict(self) -> SchoolProgramJson:
        """The program as JSON-ready values."""
        return {
            "school": self.school,
            "state": self.state,
            "control": self.control,
            "cip_code": self.cip_code,
            "program": self.program,
            "credential": self.credential,
            "completers": self.completers,
            "earnings_usd": self.earnings_usd,
            "debt_usd": self.debt_usd,
            "unit_id": self.unit_id,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True)
class RatedElement:
    """An element with its importance (1 to 5) and level (0 to 7) in an occupation."""

    element_id: str
    name: str
    domain: str
    importance: float
    level: float

"""A person's profile: frozen values, all parts optional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from careerlattice.profile.experience_rates import RECOGNITION_RATES, WorkKind
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.levels import EducationLevel

WORK_VALUES = (
    "achievement", "working_conditions", "recognition", "relationships", "support", "independence",
)  # fmt: skip
HIGHEST_INTEREST = 40.0
HIGHEST_LEVEL = 7.0

StudyMode = Literal["full", "part", "none"]
LanguageLevel = Literal["basic", "conversational", "fluent", "native"]

_NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FieldOfStudy:
    """A field a person studied: a CIP 2020 code, a name as the person says it, or both."""

    cip_code: CipCode | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Education:
    """The highest level finished, the fields studied, and a level under way."""

    level: EducationLevel
    fields: tuple[FieldOfStudy, ...] = ()
    studying_for: EducationLevel | None = None

    @property
    def cip_codes(self) -> tuple[CipCode, ...]:
        """The codes of the fields that have one."""
        return tuple(item.cip_code for item in self.fields if item.cip_code is not None)


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of experience.

    `title` is as the person typed it; `onet_soc_code` the occupation it stands for, a guess until
    `confirmed`; with `no_occupation` the person has said that none fits, and is not asked again.
    `months` is none when not known. `recognition_rate` is the share of the months that
    counts; none means the rate stated for the kind (`RECOGNITION_RATES`).
    """

    title: str
    onet_soc_code: OnetSocCode | None = None
    months: float | None = None
    kind: WorkKind = "job"
    confirmed: bool = False
    recognition_rate: float | None = None
    employer: str = ""
    started: str = ""
    ended: str = ""
    no_occupation: bool = False

    @property
    def rate(self) -> float:
        """The share of the months that counts."""
        if self.recognition_rate is not None:
            return self.recognition_rate
        return RECOGNITION_RATES[self.kind]

    @property
    def counted_months(self) -> float | None:
        """Months times rate; none when the months are not known."""
        return None if self.months is None else self.months * self.rate

    @property
    def needs_recognition(self) -> bool:
        """Whether part of it counts only once it is proven."""
        return self.rate < 1.0


@dataclass(frozen=True, slots=True)
class HeldLicense:
    """A license the person holds: its name, the state (postal code), the release's id if known."""

    title: str
    state: str = ""
    license_id: str = ""


@dataclass(frozen=True, slots=True)
class Interests:
    """Six interest scores of 0 to 40 with how they were got.

    `reliability` is the stated reliability of each score (0 to 1), in the order of
    `INTEREST_AREAS`; `method` names the form ("full", "short", "adaptive", "entered").
    """

    realistic: float
    investigative: float
    artistic: float
    social: float
    enterprising: float
    conventional: float
    reliability: tuple[float, ...] = (TEN_ITEM_RELIABILITY.value,) * 6
    method: str = "entered"
    answered: int | None = None

    @property
    def scores(self) -> tuple[float, ...]:
        """The six scores in the order of `INTEREST_AREAS`."""
        return tuple(getattr(self, area) for area in INTEREST_AREAS)


@dataclass(frozen=True, slots=True)
class Language:
    """A language and how well it is spoken."""

    name: str
    level: LanguageLevel = "fluent"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person lives: a state's postal code, and a metropolitan area by name or code."""

    state: str = ""
    metro: str = ""

    @property
    def asked(self) -> str | None:
        """The narrowest place given, as text for `Catalog.get_area`; none for the nation."""
        return self.metro or self.state or None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a plan may ask of the person; none means no limit."""

    max_months: float | None = None
    budget_usd: float | None = None
    min_pay_usd: float | None = None
    max_credential: EducationLevel | None = None
    study: StudyMode | None = None
    within: tuple[str, ...] = ()
    avoid: tuple[OnetSocCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person. Every part may be missing.

    `skills` and `knowledge` map O*NET element ids to levels 0 to 7 (scale LV); `skills_basis` says
    whether the person rated them or they were taken from their work; `work_values` map the six
    value names to importance 1 to 7. `trained_abroad` is what the person was trained as outside the
    United States, an occupation or a field of study; empty for who was trained here.

    >>> Profile().is_empty
    True
    """

    name: str = ""
    education: Education | None = None
    work: tuple[Work, ...] = ()
    licenses: tuple[HeldLicense, ...] = ()
    trained_abroad: str = ""
    skills: Mapping[str, float] = field(default_factory=lambda: _NOTHING)
    knowledge: Mapping[str, float] = field(default_factory=lambda: _NOTHING)
    skills_basis: Literal["", "self-rating", "from work"] = ""
    interests: Interests | None = None
    work_values: Mapping[str, float] = field(default_factory=lambda: _NOTHING)
    languages: tuple[Language, ...] = ()
    place: Place = Place()
    limits: Limits = Limits()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known."""
        return self == Profile(name=self.name)

    def with_changes(self, **changes: Any) -> Profile:
        """The profile with some parts replaced."""
        return replace(self, **changes)

    @property
    def confirmed_work(self) -> tuple[Work, ...]:
        """Work whose occupation the person has confirmed."""
        return tuple(w for w in self.work if w.confirmed and w.onet_soc_code is not None)

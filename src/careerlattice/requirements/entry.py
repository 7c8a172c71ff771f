"""What it takes to enter an occupation: ways in, gates and what comes next, each with its source.

A condition is one way in and names all it asks; the conditions of an occupation are alternatives,
the usual door first. Licenses and conditions of the person hold whatever the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil

from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

NOTHING: Mapping[str, str] = {}
LEVEL_OF = {
    "less_than_high_school": EducationLevel.LESS_THAN_HIGH_SCHOOL,
    "high_school": EducationLevel.HIGH_SCHOOL,
    "certificate": EducationLevel.CERTIFICATE,
    "some_college": EducationLevel.SOME_COLLEGE,
    "associate": EducationLevel.ASSOCIATE,
    "bachelor": EducationLevel.BACHELOR,
    "post_bachelor": EducationLevel.POSTBACCALAUREATE_CERTIFICATE,
    "master": EducationLevel.MASTER,
    "post_master": EducationLevel.POSTMASTER_CERTIFICATE,
    "professional": EducationLevel.PROFESSIONAL,
    "doctoral": EducationLevel.DOCTORAL,
}
"""The level each name of the entry tables stands for."""


class Door(StrEnum):
    """What kind of way in a condition is."""

    SCHOOL = "school"
    COURSE = "course"
    DIRECT = "direct"
    APPRENTICESHIP = "apprenticeship"
    PROMOTION = "promotion"
    BRIDGE = "bridge"


class FieldRule(StrEnum):
    """Whether the field of study matters.

    `OWN`: schooling counts only in it. `PREP_PROGRAM`: a preparation program after any degree of
    the level. `PREFERRED`: it helps, others are accepted.
    """

    OWN = "own"
    PREP_PROGRAM = "prep_program"
    PREFERRED = "preferred"
    ANY = "any"

    @property
    def is_binding(self) -> bool:
        """Whether schooling in another field does not do."""
        return self in (FieldRule.OWN, FieldRule.PREP_PROGRAM)


class Training(StrEnum):
    """Training after hire, in the words of the publisher."""

    NONE = "none"
    SHORT = "short_ojt"
    MODERATE = "moderate_ojt"
    LONG = "long_ojt"
    APPRENTICESHIP = "apprenticeship"
    RESIDENCY = "internship_residency"


class Standing(StrEnum):
    """How usual an apprenticeship is as a way in."""

    USUAL = "usual"
    ONE_OF_SEVERAL = "one_of_several"
    TITLE_ONLY = "title_only"


class AskedIn(StrEnum):
    """Where a license has to be held; `PART`: by some workers only; `VOLUNTARY`: by nobody."""

    ALL_STATES = "all_states"
    MOST_STATES = "most_states"
    FEDERAL = "federal"
    SOME_STATES = "some_states"
    LOCAL = "local"
    VOLUNTARY = "voluntary"
    PART = "part"

    @property
    def is_by_law(self) -> bool:
        """Whether law asks it of the typical worker, whatever the state."""
        return self in (AskedIn.ALL_STATES, AskedIn.MOST_STATES, AskedIn.FEDERAL)


class SourceKind(StrEnum):
    """What a fact rests on."""

    HANDBOOK = "handbook"
    CITATION = "citation"
    JUDGMENT = "judgment"
    SURVEY = "survey"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSource:
    """Where a fact was read, or how it is known.

    `is_read`: read in the source named; else a rule known to us and cited, to be checked. `title`
    and `address` are those of a Handbook page, `section` its part.
    """

    kind: SourceKind
    is_read: bool
    title: str = ""
    address: str = ""
    section: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A credential to earn for a way in, with its own length and price (whole dollars) if known."""

    credential: EducationLevel
    name: str = ""
    months: Span | None = None
    hours: Span | None = None
    usd: Span | None = None
    is_full_time_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisites:
    """Courses a program asks first of people whose degree is in none of the fields `programs`."""

    name: str
    months: Span
    usd: Span | None = None
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A short course by law or custom. `is_paid`: the employer pays it, and a wage meanwhile.

    `pay` is that wage in dollars a year where it is known, else it is a beginner's. `is_in_job`: it
    may be taken once hired, so that nobody waits for it.
    """

    name: str
    hours: Span | None = None
    weeks: Span | None = None
    usd: Span | None = None
    is_paid: bool = False
    pay: Span | None = None
    is_in_job: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Apprenticeship:
    """A term served for pay. `credit` maps beginnings of codes to (share, months at most)."""

    months: Span
    hours: int | None = None
    pay_share: Span | None = None
    standing: Standing = Standing.ONE_OF_SEVERAL
    credit: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """Work asked before: months, in occupations whose codes begin so (any related work if none)."""

    months: float
    from_codes: tuple[str, ...] = ()
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """Ranks a position is filled from, by beginnings of codes, and the months in them."""

    from_codes: tuple[str, ...]
    months: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Supervised practice after schooling; `before` names the license that follows it."""

    name: str
    months: Span
    hours: int | None = None
    is_paid: bool = True
    usd: Span | None = None
    called: str = ""
    before: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """What has to be in hand before a job, a term or practice may begin: a lesser license, a test.

    `usd` are fees and `months` the time it takes, none where it comes with the first days of work.
    """

    name: str
    exam: str = ""
    usd: Span | None = None
    months: Span | None = None
    note: str = ""

    @property
    def least(self) -> float:
        """Whole months at best."""
        return 0.0 if self.months is None else float(ceil(self.months.low))

    @property
    def usual(self) -> float:
        """Whole months that it usually takes."""
        return 0.0 if self.months is None else float(ceil(self.months.middle))

    @property
    def is_after_hire(self) -> bool:
        """Whether it may come with the first days of work, so that the place is found first."""
        return self.least == 0

    @property
    def price(self) -> float:
        """Its fees in whole dollars, in the middle of their range."""
        return 0.0 if self.usd is None else float(round(self.usd.middle))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSearch:
    """Looking for a place that is scarce: months, and what it depends on.

    `is_first`: it has to be found before the course, as somebody has to vouch for who begins.
    """

    months: Span
    note: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCondition:
    """One way into an occupation, and all that it asks.

    `permits` are got before the job, term or practice begins; `search` is how long a place is
    looked for where it is no common job search. `is_unlicensed`: it leads to the part of the
    occupation that needs none of its licenses.
    """

    number: int
    door: Door
    floor: EducationLevel
    usual: EducationLevel
    field: FieldRule
    programs: tuple[str, ...] = ()
    training: Training | None = None
    training_months: Span | None = None
    study: Study | None = None
    prerequisites: Prerequisites | None = None
    course: Course | None = None
    apprenticeship: Apprenticeship | None = None
    experience: Experience | None = None
    promotion: Promotion | None = None
    practice: Practice | None = None
    permits: tuple[Permit, ...] = ()
    search: PlaceSearch | None = None
    from_license: tuple[str, ...] = ()
    from_degree: EducationLevel | None = None
    from_degree_field: FieldRule | None = None
    from_degree_programs: tuple[str, ...] = ()
    is_unlicensed: bool = False
    note: str = ""
    sources: tuple[FactSource, ...] = ()

    @property
    def is_title_only(self) -> bool:
        """Whether it is an apprenticeship that exists as a registered title alone."""
        term = self.apprenticeship
        return term is not None and term.standing is Standing.TITLE_ONLY

    @property
    def least_term(self) -> float:
        """Months that its apprenticeship lasts at least; 0 without one, or with a title alone."""
        if self.apprenticeship is None or self.is_title_only:
            return 0.0
        return self.apprenticeship.months.low


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRule:
    """What the law of one state asks for one license; what it leaves open holds as elsewhere.

    `license` is the plain name of the license, `name` what the state calls it. `hours` are those of
    the course or program (0: the law asks none), `is_apprenticeship_open` whether a term under a
    license holder counts in place of school (none: as elsewhere), `closed` the doors that the state
    does not open. `permit` is what one practices on before the license ("none" where nothing is
    asked) and `permit_exam` its exam. `asks` are further matters in words, `program` the months of
    the usual program there. `practice_…` is supervised work after schooling,
    `experience_months` work before the license. `wait` runs from the end of schooling to the
    license in hand, in months; on `works_before` (a provisional card, a temporary permit) the job
    may begin without it.
    """

    state: str
    license: str
    source: FactSource | None = None
    name: str = ""
    hours: int | None = None
    is_apprenticeship_open: bool | None = None
    apprenticeship_hours: int | None = None
    apprenticeship_months: float | None = None
    closed: tuple[Door, ...] = ()
    practice_hours: int | None = None
    practice_months: float | None = None
    experience_months: float | None = None
    degree: EducationLevel | None = None
    education: str = ""
    age: int | None = None
    exam: str = ""
    fee: Span | None = None
    wait: Span | None = None
    works_before: str = ""
    permit: str = ""
    permit_exam: str = ""
    asks: Mapping[str, str] = field(default_factory=dict)
    program: Span | None = None
    agency: str = ""
    url: str = ""
    note: str = ""
    doubt: str = ""

    def without_license(self) -> StateRule:
        """The same without what it says of the license itself: how it is got, and from whom."""
        return replace(
            self,
            name="",
            exam="",
            fee=None,
            wait=None,
            works_before="",
            agency="",
            url="",
            note="",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseGate:
    """A license or certification: who grants it, where it must be held, what it asks.

    `states`, `except_states` and `local_states` are postal codes; `asked_of` says who needs it
    where not everyone does. `is_after_hire`: it is earned in the job, none is needed to be hired.
    `fee` in dollars covers application, exams, and the first license; `wait` runs from the
    application to the license, in months. `rule` is the law of the one state it is
    told for, `is_after_practice` whether supervised work comes before it there.
    """

    number: int
    granted_by: str
    asked_in: AskedIn
    name: str
    exam: str = ""
    agency: str = ""
    asked_of: str = ""
    is_after_hire: bool = False
    fee: Span | None = None
    wait: Span | None = None
    asks: Mapping[str, str] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    except_states: tuple[str, ...] = ()
    local_states: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[FactSource, ...] = ()
    rule: StateRule | None = None
    is_after_practice: bool = False


def is_asked_by_law(gates: Sequence[LicenseGate]) -> bool:
    """Whether law asks the first license of the typical worker, whatever the state."""
    return bool(gates) and gates[0].asked_in.is_by_law


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """An occupation that an entered one leads to; `is_advance` or sideways."""

    code: OnetSocCode
    is_advance: bool
    months: float | None = None
    asks: str = ""
    sources: tuple[FactSource, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything that entering an occupation takes.

    `is_survey_only`: no rule was read for it, so the ways in are those of BLS and O*NET surveys.
    `person` maps what a condition is about (age_least, citizen, medical …) to its words. `state` is
    the postal code of the state whose own law it tells; empty for what holds over the states.
    """

    code: OnetSocCode
    conditions: tuple[EntryCondition, ...]
    licenses: tuple[LicenseGate, ...] = ()
    person: Mapping[str, str] = field(default_factory=dict)
    person_sources: tuple[FactSource, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    is_promotion_only: bool = False
    is_full_time_only: bool = False
    is_survey_only: bool = False
    note: str = ""
    state: str = ""

    @property
    def usual(self) -> EntryCondition:
        """The usual door."""
        return self.conditions[0]

"""A step of a plan: what is done, what it asks, and what helps with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any

from careerlattice.catalog.model import License, Occupation, SchoolProgram
from careerlattice.plan.answer.json_shapes import StepJson
from careerlattice.plan.answer.money import Pay
from careerlattice.plan.answer.spoken import words
from careerlattice.vocab.levels import EducationLevel


class StepKind(StrEnum):
    """What fills a step."""

    STUDY = "study"
    COURSE = "course"
    WORK = "work"
    LICENSE = "license"
    SEARCH = "search"
    APPRENTICESHIP = "apprenticeship"
    PRACTICE = "practice"
    ARRIVE = "arrive"


class Task(Enum):
    """What exactly is done in a step; each task is of one kind."""

    STUDY = StepKind.STUDY, "earn a credential"
    KEEP_WORKING = StepKind.WORK, "keep working in the job held at the start"
    WORK = StepKind.WORK, "work in a job taken on the way"
    COURSE = StepKind.COURSE, "take a short course"
    PREREQUISITES = StepKind.COURSE, "take courses that a program asks first"
    LEARN_TRADE = StepKind.WORK, "learn a trade on the job"
    PRACTICE = StepKind.PRACTICE, "supervised practice after schooling"
    LICENSE = StepKind.LICENSE, "get a license of the state, or of a state not named"
    FEDERAL_LICENSE = StepKind.LICENSE, "get a federal license"
    CERTIFICATION = StepKind.LICENSE, "earn a board's certification that employers ask"
    PERMIT = StepKind.LICENSE, "get what has to be in hand before the work may begin"
    FIND_JOB = StepKind.SEARCH, "look for a job"
    SEEK_PROMOTION = StepKind.SEARCH, "wait for an opening to be promoted to"
    LICENSE_IN_JOB = StepKind.LICENSE, "get a license once hired"
    CERTIFICATION_IN_JOB = StepKind.LICENSE, "earn a board's certification once hired"
    CREDENTIAL_IN_JOB = StepKind.LICENSE, "earn the credential that the goal's title names"
    COMPACT = StepKind.LICENSE, "use the license of another state by a compact"
    ENDORSEMENT = StepKind.LICENSE, "get a license on the strength of another state's"
    RECOGNITION = StepKind.LICENSE, "have training from abroad recognized"
    RECOGNITION_STUDY = StepKind.COURSE, "study here what training from abroad lacks"
    RECOGNITION_PRACTICE = StepKind.PRACTICE, "work supervised until training from abroad counts"
    FIND_APPRENTICESHIP = StepKind.SEARCH, "look for an apprenticeship"
    APPRENTICESHIP = StepKind.APPRENTICESHIP, "serve an apprenticeship"
    ARRIVE = StepKind.ARRIVE, "take a job"

    @property
    def kind(self) -> StepKind:
        """The kind of step it is done in."""
        return self.value[0]


class NeedKind(StrEnum):
    """What kind of thing a job asks."""

    EDUCATION = "education"
    FIELD = "field"
    EXPERIENCE = "experience"
    LICENSE = "license"


class Remedy(Enum):
    """How what is missing is got."""

    CREDENTIAL = "the credential is earned"
    PROGRAM = "comes with the program"
    MORE_WORK = "more work, in months"
    APPLICATION = "application and exam"
    ENDORSEMENT = "application on the strength of another state's license"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a step asks, and how it is got if it is missing (`remedy`, none when nothing is).

    `details` by kind, months for experience, `EducationLevel` for schooling: `wording.steps` lists
    them.
    """

    what: NeedKind
    details: Mapping[str, Any] = field(default_factory=dict)
    remedy: Remedy | None = None

    @property
    def asked(self) -> str:
        """What is asked, in words."""
        return str(words().need_asked(self))

    @property
    def has(self) -> str:
        """What the person has by then, in words."""
        return str(words().need_has(self))

    @property
    def missing(self) -> str:
        """What is missing, in words; empty when nothing is."""
        return str(words().need_missing(self))


class Hiring(Enum):
    """Employers that hire in a way of their own; the value is how JSON names it."""

    PUBLIC_SAFETY = "exam, physical test, background check"
    FEDERAL = "federal application"
    SCHOOL_YEAR = "school year"
    MANAGERS = "managers"
    NEW_FIELD = "new family of work"
    AFTER_COURSE = "course in place of a degree"
    FIRST_HERE = "first job here"
    PROMOTED_MANAGERS = "promotion to manager"


class NoteKind(Enum):
    """What is particular to a step."""

    YEARS_COUNTED = "school years are counted for what is held"
    PAID_ONCE = "part of the price is paid once in the field"
    COLLEGE_FIRST = "the first two years are at a community college"
    COLLEGE_FIRST_SAVES = "what the first two years at a community college would save"
    ONE_DEGREE = "one degree by several names opens the profession"
    ANY_FIELD = "in any field, with some courses"
    REGISTERED_TITLES = "registered titles of apprenticeships"
    APPRENTICE_PAY = "what an apprentice is taken to earn"
    EXPERIENCE_COUNTS = "the experience counts for the next job"
    BRIDGE = "few of the schools that teach the field offer the bridge"
    SCHOOL_GROUP = "schools are known by a group of programs that mostly lead elsewhere"
    ACCREDITED = "who lists accredited programs"
    PRACTICE_TERMS = "hours of supervised practice, and what one is called meanwhile"
    OWN_PROGRAM = "the program with its own length and price"
    COURSE_IN_JOB = "a short course is taken once hired"
    COURSE_HOURS = "hours and weeks of a short course"
    HIRING_TAKES = "hiring takes its own time there"
    TRADE_LEARNED = "what a learner of a trade is taken to earn"
    LICENSE_ASKED = "what license is asked, by whom, with which exam"
    LICENSE_NO_RECORD = "a license is asked and the source has no record for this state"
    STATE_RANGE = "hours are a range over the states, the state's own are not known"
    LICENSE_LOCAL = "the state leaves the license to cities and counties"
    LICENSE_IN_JOB = "the license is earned in the job"
    LICENSE_FEE = "the fee is an estimate"
    TRANSFER = "how a license of another state comes to count here"
    LICENSE_KEPT = "a license of another state that the job does not ask"
    ABROAD = "who recognizes training from abroad, and what follows"
    PERSON_ASKED = "conditions of the person"
    WAY_NOTE = "what is particular to this way in"
    BORROWED_FIGURES = "whose pay and openings are shown"
    PROMOTED = "filled from within: ask your employer"
    PERMIT_TERMS = "exam of what has to be in hand first, and what is particular to it"
    SCARCE_PLACE = "what finding a place that is scarce depends on"
    CREDENTIAL_ASKS = "what the credential of a title takes"
    PREREQUISITES = "courses asked first of other majors"
    NEW_LINE = "the work before counts for little"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a step: its kind and the values its sentence names."""

    kind: NoteKind
    details: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(words().note_text(self))


class FirstActionKind(Enum):
    """What to do this week."""

    GED_CLASSES = "ask where free classes are"
    ASK_SCHOOL_FOR_COURSE = "ask a school, then who pays for a short course"
    ASK_SCHOOL_FOR_DEGREE = "ask a school, then apply for federal aid"
    FIND_APPRENTICESHIPS = "look up open apprenticeships"
    ASK_AGENCY = "ask the agency about the license on record"
    FIND_AGENCY = "look up whom to ask for the license"
    ASK_RECOGNITION = "ask who recognizes training from abroad which papers it needs"
    READ_OPENINGS = "read openings for the job aimed at"
    APPLY = "apply to an opening"


@dataclass(frozen=True, slots=True)
class FirstAction:
    """What to do this week, so that a plan's first step is begun, with an official address."""

    kind: FirstActionKind
    url: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return str(words().first_action_text(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what is done, when, for how long, at what price.

    Months count from the start of the plan. `months_usual` is what people usually take where that
    is longer, `start_month_usual` when the step starts if every step before takes so long; money is
    reckoned at that pace. `start_month` and `months` are what it takes if all goes well. `pay_usd`
    is yearly pay earned during the step. Facts about the occupation entered (share of jobs open,
    openings, movers, licenses, schools) stand on the step that leads there.
    `is_beside_work`: beside the job held; `is_part_time`: part time, without a job. `course` and
    `practice` name a short course or supervised practice. `license_state` is the
    state, by postal code, whose license is got, `license_name` what it is usually called,
    `license_held_in` the state whose license is brought. `recognition` names what makes training
    from abroad count.
    `first_action` is what to do this week, on a plan's first step alone.
    """

    task: Task
    occupation: Occupation | None
    start_month: float
    start_month_usual: float = 0.0
    months: float = 0.0
    months_usual: float = 0.0
    is_beside_work: bool = False
    is_part_time: bool = False
    cost_usd: float = 0.0
    cost_low_usd: float = 0.0
    cost_high_usd: float = 0.0
    pay_usd: float | None = None
    credential: EducationLevel | None = None
    needs: tuple[Need, ...] = ()
    pay: Pay | None = None
    share_open: float | None = None
    openings_per_year: float | None = None
    growth_pct: float | None = None
    likelihood: float | None = None
    ease: float | None = None
    move_kind: str | None = None
    interest_fit: float | None = None
    programs: tuple[str, ...] = ()
    schools: tuple[SchoolProgram, ...] = ()
    schools_in_all: int = 0
    course: str = ""
    practice: str = ""
    licenses: tuple[License, ...] = ()
    license_state: str = ""
    license_name: str = ""
    license_held_in: str = ""
    recognition: str = ""
    notes: tuple[Note, ...] = ()
    sources: tuple[str, ...] = ()
    first_action: FirstAction | None = None

    @property
    def kind(self) -> StepKind:
        """What fills the step."""
        return self.task.kind

    @property
    def is_in_job(self) -> bool:
        """Whether it is a course that is taken once hired."""
        return any(note.kind is NoteKind.COURSE_IN_JOB for note in self.notes)

    @property
    def is_begun_at_college(self) -> bool:
        """Whether the first half of the degree is studied at a community college."""
        return any(note.kind is NoteKind.COLLEGE_FIRST for note in self.notes)

    @property
    def is_schooling(self) -> bool:
        """Whether something is learned in it before the job is taken."""
        kinds = (StepKind.STUDY, StepKind.COURSE, StepKind.APPRENTICESHIP)
        return self.kind in kinds and not self.is_in_job

    @property
    def end_month(self) -> float:
        """When the step is usually over."""
        return self.start_month_usual + self.months_usual

    @property
    def look(self) -> str:
        """How the step is drawn: its kind, with study beside a job apart from full-time study."""
        is_study = self.kind in (StepKind.STUDY, StepKind.COURSE)
        return "beside" if is_study and self.is_beside_work else self.kind.value

    @property
    def title(self) -> str:
        """What is done, in words."""
        return str(words().step_title(self))

    def to_dict(self) -> StepJson:
        """The step as JSON-ready values, its sentences included."""
        pairs: StepJson = words().step_to_json(self)
        return pairs

    @property
    def first_do(self) -> str:
        """What to do this week, in words; empty on all steps but the first."""
        return "" if self.first_action is None else str(self.first_action)

    @property
    def first_url(self) -> str:
        """The official address for it; empty on all steps but the first."""
        return "" if self.first_action is None else self.first_action.url

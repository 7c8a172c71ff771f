"""What each piece of a gap rests on, as values; `wording.gaps` makes the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from careerlattice.catalog.model import License
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.requirements.entry import Door
from careerlattice.requirements.license_answer import LicenseAnswer
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """A level of education and the share of jobs it opens, 0 to 1; none along a single way in."""

    level: EducationLevel
    share: float | None


@dataclass(frozen=True, slots=True)
class EducationDetails:
    """Levels accepted, typical and held, and the credentials to earn for the typical one.

    `credentials` are keys of the price table, in order; `degree_field` the field in which a
    professional degree and a doctorate are one, empty elsewhere. `course` is a short course that
    the way in asks besides, empty where it asks none.
    """

    accepted: OpenLevel
    typical: OpenLevel
    held: OpenLevel
    credentials: tuple[str, ...]
    degree_field: str
    course: str = ""


class FieldFit(Enum):
    """How well the fields a person knows fit: same series (CIP, 4 digits), same family, neither."""

    SAME = 1.0
    RELATED = 0.5
    OTHER = 0.0


class FieldGap(Enum):
    """What is missing of the field of study."""

    NOTHING = auto()
    COMES_WITH_CREDENTIAL = auto()
    COURSES = auto()


@dataclass(frozen=True, slots=True)
class FieldDetails:
    """The programs that lead there, by title, and how the person's fields fit.

    `fit` is none where any field counts; `level` is whose courses are missing.
    """

    programs: tuple[str, ...]
    fit: FieldFit | None
    gap: FieldGap
    level: EducationLevel


@dataclass(frozen=True, slots=True)
class CountedWork:
    """Months in an occupation (title), and how many of them count, by nearness."""

    title: str
    months: float
    counted_months: float
    nearness: float


@dataclass(frozen=True, slots=True)
class ExperienceDetails:
    """Months of related work typically asked, counted and missing; the work they come from."""

    asked_months: float
    counted_months: float
    missing_months: float
    work: tuple[CountedWork, ...]


@dataclass(frozen=True, slots=True)
class TrainingDetails:
    """Months of training in the job typically asked, done and missing."""

    asked_months: float
    done_months: float
    missing_months: float
    is_apprenticeship: bool


class LicenseCase(Enum):
    """What law and the records say of a license."""

    NO_STATE_HAS_ONE = auto()
    STATE_NOT_NAMED = auto()
    NOT_REQUIRED = auto()
    LEFT_TO_CITIES = auto()
    FOR_SOME_JOBS = auto()
    HELD = auto()
    TO_GET = auto()


@dataclass(frozen=True, slots=True)
class LicenseDetails:
    """What an area asks, and how many of the `recorded` states have a license for the occupation.

    `held` is the one the person has; `is_known_work` whether they have worked in the occupation.
    """

    case: LicenseCase
    area: str
    states: int
    recorded: int
    answer: LicenseAnswer
    held: License | None = None
    is_known_work: bool = False


@dataclass(frozen=True, slots=True)
class SkillsDetails:
    """The mean shortfall in points of level (of 7) and the items that make up most of it."""

    shortfall: float
    items: tuple[SkillItem, ...]


Details = (
    EducationDetails
    | FieldDetails
    | ExperienceDetails
    | TrainingDetails
    | LicenseDetails
    | SkillsDetails
)


@dataclass(frozen=True, slots=True)
class AssumedWorker:
    """A gap from an occupation is that of a worker with so many months in it and a usual level."""

    title: str
    months: float
    level: EducationLevel


@dataclass(frozen=True, slots=True)
class StandInRequirements:
    """No requirements are published for the occupation (title); a similar one's stand in."""

    title: str


@dataclass(frozen=True, slots=True)
class TakenWay:
    """What a move asks is what one way in asks: that of this kind."""

    door: Door


Assumption = AssumedWorker | StandInRequirements | TakenWay

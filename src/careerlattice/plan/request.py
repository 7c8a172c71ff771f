"""The question: where from, where to, within which limits."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from math import isfinite
from typing import Any, Literal, NotRequired, TypedDict, get_args

from careerlattice.errors import BadCode, BadRequest, close_to
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.levels import LADDER_LEVELS, PLANNED_LEVELS, EducationLevel
from careerlattice.vocab.states import find_state

StudyMode = Literal["any", "none", "part", "full"]
Sector = Literal["public", "private nonprofit", "private for-profit", "community college first"]
SECTORS: tuple[Sector, ...] = get_args(Sector)
STUDY_MODES: tuple[StudyMode, ...] = ("any", "none", "part", "full")
MAX_JOB_CHANGES = 6
MAX_HORIZON_YEARS = 45
MAX_DISCOUNT_RATE = 0.2
MAX_MONTHS, MAX_MONTHS_IN_JOB, MAX_USD = 600, 720, 10_000_000
"""Where amounts stop being a person's: beyond them a request is refused."""


class PastJobJson(TypedDict):
    """An occupation someone works or worked in, how many months, and how many months ago."""

    occupation: str
    months: NotRequired[float]
    began: NotRequired[float]
    ended: NotRequired[float]


class HeldLicenseJson(TypedDict):
    """A license held: its name, the state that gave it, and the release's id if known."""

    title: str
    state: NotRequired[str]
    license_id: NotRequired[str]


class StartJson(TypedDict):
    """Where a person stands."""

    job: NotRequired[PastJobJson]
    past: NotRequired[list[PastJobJson]]
    education: NotRequired[str]
    field: NotRequired[str]
    pay_usd: NotRequired[float]
    licenses: NotRequired[list[HeldLicenseJson]]
    trained_abroad: NotRequired[str]


class GoalJson(TypedDict):
    """An occupation, a level of a pathway, or an outcome to reach."""

    occupation: NotRequired[str]
    pathway: NotRequired[str]
    level: NotRequired[str]
    min_pay_usd: NotRequired[float]
    min_growth_pct: NotRequired[float]
    no_degree: bool


class LimitsJson(TypedDict):
    """What must not be exceeded."""

    max_months: NotRequired[float]
    budget_usd: NotRequired[float]
    min_pay_usd: NotRequired[float]
    max_credential: NotRequired[str]
    study: StudyMode
    within: NotRequired[list[str]]
    avoid: NotRequired[list[str]]
    max_job_changes: int


class PlanRequestJson(TypedDict):
    """A whole question, without what was left open."""

    start: StartJson
    goal: GoalJson
    limits: LimitsJson
    state: NotRequired[str]
    metro: NotRequired[str]
    sector: Sector
    horizon_years: NotRequired[int]
    discount_rate: float
    interests: NotRequired[list[float]]


@dataclass(frozen=True, slots=True)
class PastJob:
    """An occupation someone has worked in: its title or code, and how many months, if known.

    `began` and `ended` are how many months ago, where known (`ended` 0 for one that goes on):
    months of jobs held side by side count once.
    """

    occupation: str
    months: float | None = None
    began: float | None = None
    ended: float | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Where a person stands.

    `job` is what they do now, none for a school leaver or someone out of work; `past` what they did
    before. `education` is their highest level (guessed from the job when none is given) and `field`
    what they studied, as a CIP code or a title. `pay_usd` is what they earn now in a year; without
    it pay is read from the area's percentiles. `licenses` are those they hold, each with the state
    that gave it; one without a state is taken to be of the place planned for. `trained_abroad` is
    what they were trained as outside the United States, an occupation or a field of study: their
    schooling is then that training, to be recognized here, and work in it was work abroad.
    """

    job: PastJob | None = None
    past: tuple[PastJob, ...] = ()
    education: EducationLevel | None = None
    field: str | None = None
    pay_usd: float | None = None
    licenses: tuple[HeldLicense, ...] = ()
    trained_abroad: str | None = None

    def __post_init__(self) -> None:
        _take_level(self, "education", "start.education")


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a person wants to be.

    An occupation; or a level of a pathway ("entry" to "expert"); or an outcome: median pay of at
    least `min_pay_usd` in the area, growth of at least `min_growth_pct`, no degree needed. Outcomes
    may be joined with each other and with a pathway or `within`.
    """

    occupation: str | None = None
    pathway: str | None = None
    level: str | None = None
    min_pay_usd: float | None = None
    min_growth_pct: float | None = None
    no_degree: bool = False

    @property
    def is_outcome(self) -> bool:
        """Whether the goal names neither an occupation nor a pathway."""
        return self.occupation is None and self.pathway is None


@dataclass(frozen=True, slots=True)
class Limits:
    """What must not be exceeded. All are hard; none means no limit.

    `max_months` to the goal; `budget_usd` out of pocket for tuition; `min_pay_usd` the lowest
    yearly pay acceptable on the way; `max_credential` the highest credential to go for; `study`
    how: "full" or "part" time, "none", or "any"; `within` the clusters or pathways to stay in;
    `avoid` occupations never to pass or reach; `max_job_changes` 1 to 6.
    """

    max_months: float | None = None
    budget_usd: float | None = None
    min_pay_usd: float | None = None
    max_credential: EducationLevel | None = None
    study: StudyMode = "any"
    within: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    max_job_changes: int = 4

    def __post_init__(self) -> None:
        _take_level(self, "max_credential", "limits.max_credential")


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """A whole question.

    `state` or `metro` is where pay, licenses and schools are looked up (the nation without);
    `sector` the kind of school whose prices count (`community college first`: the first half of a
    bachelor's degree at a community college, all else at public schools); `horizon_years` and
    `discount_rate` are for the money comparison (without a horizon ten years, or more where a plan
    takes long); `interests` six scores R, I, A, S, E, C that order plans but forbid none.
    """

    start: Start
    goal: Goal
    limits: Limits = field(default_factory=Limits)
    state: str | None = None
    metro: str | None = None
    sector: Sector = "public"
    horizon_years: int | None = None
    discount_rate: float = 0.03
    interests: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        _check(self)

    def to_dict(self) -> PlanRequestJson:
        """The request as JSON-ready values, without what was left open."""
        pairs: PlanRequestJson = _plain(self)
        return pairs


def request_from_dict(value: dict[str, Any]) -> PlanRequest:
    """The request of `PlanRequest.to_dict`. Raises `BadRequest` naming the field that is wrong."""
    data = _picked(PlanRequest, value, "")
    start = _picked(Start, data.pop("start", {}), "start")
    goal = _picked(Goal, data.pop("goal", {}), "goal")
    limits = _picked(Limits, data.pop("limits", {}), "limits")
    try:
        if start.get("job") is not None:
            start["job"] = PastJob(**_picked(PastJob, start["job"], "start.job"))
        start["past"] = tuple(
            PastJob(**_picked(PastJob, item, "start.past")) for item in start.get("past", ())
        )
        start["licenses"] = tuple(
            HeldLicense(**_picked(HeldLicense, item, "start.licenses"))
            for item in start.get("licenses", ())
        )
        if start.get("education") is not None:
            start["education"] = EducationLevel.parse(start["education"])
        if limits.get("max_credential") is not None:
            limits["max_credential"] = EducationLevel.parse(limits["max_credential"])
        for name in ("within", "avoid"):
            limits[name] = tuple(limits.get(name, ()))
        if data.get("interests") is not None:
            data["interests"] = tuple(float(score) for score in data["interests"])
        return PlanRequest(Start(**start), Goal(**goal), Limits(**limits), **data)
    except TypeError as error:
        raise BadRequest(f"The request has a value of the wrong kind: {error}.") from error


def _take_level(holder: Start | Limits, name: str, where: str) -> None:
    """Read a level that was given in words, such as `GED`. Raises `BadRequest`."""
    level = getattr(holder, name)
    if level is None or isinstance(level, EducationLevel):
        return
    try:
        object.__setattr__(holder, name, EducationLevel.parse(str(level)))
    except BadCode as error:
        raise BadRequest(str(error), field=where, nearest=error.nearest) from None


def _picked(kind: type, data: Any, field: str) -> dict[str, Any]:
    """The values of an object, all of which are fields of the class; `field` is where it stands."""
    where = field or "The request"
    if not isinstance(data, dict):
        what = type(data).__name__
        raise BadRequest(f"{where} must be an object, not {what}.", field=field)
    known = {own.name for own in fields(kind)}
    unknown = sorted(set(data) - known)
    if unknown:
        names = ", ".join(sorted(known))
        raise BadRequest(f"{where} has no field {unknown[0]!r}. Fields: {names}.", field=field)
    return dict(data)


def _plain(value: Any) -> Any:
    if isinstance(value, EducationLevel):
        return value.slug
    if hasattr(value, "__dataclass_fields__"):
        pairs = {own.name: _plain(getattr(value, own.name)) for own in fields(value)}
        return {name: item for name, item in pairs.items() if item not in (None, [], {}, "")}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _check(request: PlanRequest) -> None:
    _check_ends(request.start, request.goal)
    _check_licenses(request.start)
    _check_amounts(request.start, request.goal, request.limits)
    _check_limits(request.limits)
    horizon = request.horizon_years
    if horizon is not None and not (isinstance(horizon, int) and 1 <= horizon <= MAX_HORIZON_YEARS):
        raise BadRequest(
            f"The horizon must be 1 to {MAX_HORIZON_YEARS} years, a whole number.",
            field="horizon_years",
        )
    if not 0 <= request.discount_rate <= MAX_DISCOUNT_RATE:
        raise BadRequest(
            f"The discount rate must be 0 to {MAX_DISCOUNT_RATE}.", field="discount_rate"
        )
    if request.interests is not None and len(request.interests) != len(INTEREST_AREAS):
        raise BadRequest("Interests are six numbers: R, I, A, S, E, C.", field="interests")
    if request.sector not in SECTORS:
        names = ", ".join(SECTORS)
        raise BadRequest(
            f"There is no school sector {request.sector[:20]!r}. Sectors: {names}.", field="sector"
        )


def _check_ends(start: Start, goal: Goal) -> None:
    """That there is a start and one goal."""
    if not any(
        (goal.occupation, goal.pathway, goal.min_pay_usd, goal.min_growth_pct, goal.no_degree)
    ):
        raise BadRequest(
            "Say where to: an occupation, a pathway with a level, or an outcome such as a median "
            "pay of $60,000.",
            field="goal",
        )
    if goal.occupation and goal.pathway:
        raise BadRequest(
            "Give an occupation or a pathway as the goal, not both.", field="goal.pathway"
        )
    outcomes = {
        "goal.min_pay_usd": goal.min_pay_usd is not None,
        "goal.min_growth_pct": goal.min_growth_pct is not None,
        "goal.no_degree": goal.no_degree,
    }
    asked = next((field for field, is_given in outcomes.items() if is_given), None)
    if goal.occupation and asked:
        raise BadRequest(
            "The goal is one occupation or an outcome such as a median pay, not both. Leave one "
            "of them out.",
            field=asked,
        )
    if goal.level is not None and goal.level not in LADDER_LEVELS:
        raise BadRequest(
            f"There is no level {goal.level[:20]!r}. Levels: {', '.join(LADDER_LEVELS)}.",
            field="goal.level",
            nearest=close_to(goal.level, LADDER_LEVELS),
        )
    said = (start.job, start.education, start.past, start.licenses, start.trained_abroad)
    if not any(said):
        raise BadRequest(
            "Say where from: a job, or an education level for someone who has none yet.",
            field="start",
        )


def _check_licenses(start: Start) -> None:
    """That licenses have a name, and states that there are."""
    for held in start.licenses:
        if not held.title.strip():
            raise BadRequest("A license needs its name.", field="start.licenses")
        if held.state and find_state(held.state) is None:
            raise BadRequest(
                f"There is no state {held.state[:40]!r}. Write a state's name or postal code, like "
                "TX.",
                field="start.licensed_in",
            )


def _check_amounts(start: Start, goal: Goal, limits: Limits) -> None:
    """That amounts are numbers within reason: months, and dollars (a year where it is pay)."""
    jobs = [*start.past, start.job]
    for name, amount, high, where in (
        ("max_months", limits.max_months, MAX_MONTHS, "limits.max_months"),
        ("budget_usd", limits.budget_usd, MAX_USD, "limits.budget_usd"),
        ("min_pay_usd", limits.min_pay_usd, MAX_USD, "limits.min_pay_usd"),
        ("goal pay", goal.min_pay_usd, MAX_USD, "goal.min_pay_usd"),
        ("pay_usd", start.pay_usd, MAX_USD, "start.pay_usd"),
        *(
            (name, amount, MAX_MONTHS_IN_JOB, "start.job.months")
            for job in jobs
            if job
            for name, amount in (
                ("months in a job", job.months),
                ("months since a job began", job.began),
                ("months since a job ended", job.ended),
            )
        ),
    ):
        if amount is not None and not (_is_number(amount) and 0 <= amount <= high):
            raise BadRequest(
                f"{name} must be a number from 0 to {high:,}, not {amount!r}.", field=where
            )


def _check_limits(limits: Limits) -> None:
    """That choices are among those there are."""
    if not 1 <= limits.max_job_changes <= MAX_JOB_CHANGES:
        raise BadRequest(
            f"max_job_changes must be 1 to {MAX_JOB_CHANGES}.", field="limits.max_job_changes"
        )
    if limits.study not in STUDY_MODES:
        raise BadRequest(
            f"study must be any, none, part or full, not {limits.study!r}.",
            field="limits.study",
            nearest=close_to(limits.study, STUDY_MODES),
        )
    if limits.max_credential is not None and limits.max_credential not in PLANNED_LEVELS:
        names = ", ".join(level.slug for level in PLANNED_LEVELS)
        raise BadRequest(f"max_credential must be one of: {names}.", field="limits.max_credential")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)

"""From the question in an address to a plan request, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.errors import BadCode
from careerlattice.plan.request import (
    MAX_JOB_CHANGES as MOST_JOB_CHANGES,
)
from careerlattice.plan.request import (
    Goal,
    Limits,
    PastJob,
    PlanRequest,
    Start,
)
from careerlattice.vocab.levels import LADDER_LEVELS, EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.forms import Reading
from careerlattice.web.http.parameters import PLACE, Choice, Several, Text, Tick, Whole, place_of
from careerlattice.web.pages.person.person import EDUCATION, EDUCATIONS, INTERESTS
from careerlattice.web.pages.plan.no_job import NO_JOB, means_no_job

if TYPE_CHECKING:
    from careerlattice.catalog.model import Area

MOST_AVOIDED = 12
MOST_STARTS = 2
# What most adults who are out of work or at school have at least; a page that assumes it says so.
SCHOOLING_WITHOUT_JOB = EducationLevel.HIGH_SCHOOL
MOST_USD = 10_000_000
LEAST_YEARLY_USD = 1_000
"""Less than this is no year's pay: most likely an hour's or a week's."""

FROM = Text(
    "from",
    "Where a person stands: a title, a code, schooling such as “high school”, or “no job”; given "
    "twice, with “no job”, it is the last job of someone who has none now.",
)
TO = Text("to", "The occupation to reach: a title or a code.")
MONTHS_IN_JOB = Whole(
    "months_in_job", "Months in the job so far.", 0, 720, gettext_lazy("Months in your job")
)
PAY = Whole(
    "pay", "What the person earns now in a year, in dollars.", LEAST_YEARLY_USD, MOST_USD,
    gettext_lazy("What you earn now, in dollars a year"),
)  # fmt: skip
FIELD = Text("field", "What was studied: a field of study by name or CIP code.")
MAX_MONTHS = Whole(
    "max_months", "Months to the goal, at most.", 0, 600, gettext_lazy("Months, at most")
)
BUDGET = Whole(
    "budget", "Tuition out of pocket, at most, in dollars.", 0, MOST_USD,
    gettext_lazy("Tuition in all, at most, in dollars"),
)  # fmt: skip
MIN_PAY = Whole(
    "min_pay", "The lowest yearly pay on the way, in dollars.", 0, MOST_USD,
    gettext_lazy("Yearly pay on the way, at least"),
)  # fmt: skip
MAX_CREDENTIAL = Choice("max_credential", "The highest credential to go for.", EDUCATIONS)
STUDY = Choice(
    "study",
    "How to study: full or part time, or not.",
    ("any", "full", "part", "none"),
    "any",
)
MAX_JOB_CHANGES = Whole("max_job_changes", "Job changes, at most.", 1, MOST_JOB_CHANGES)
SECTOR = Choice(
    "sector", "The kind of school whose prices count.",
    ("public", "private nonprofit", "private for-profit"), "public",
)  # fmt: skip
GOAL_PAY = Whole(
    "goal_pay", "Instead of `to`: a median pay of at least this.", 0, MOST_USD,
    gettext_lazy("Middle pay of at least, in dollars a year"),
)  # fmt: skip
GOAL_GROWTH = Whole("goal_growth", "Instead of `to`: growth of at least this percent.", -100, 1_000)
NO_DEGREE = Tick("no_degree", "Instead of `to`: an occupation that needs no degree.")
PATHWAY = Text("pathway", "Instead of `to`: an occupation of this pathway, by id.")
LEVEL = Choice("level", "The level of that pathway.", LADDER_LEVELS)
WITHIN = Several("within", "A cluster or pathway to stay in.", MOST_AVOIDED)
AVOID = Several("avoid", "An occupation never to pass.", MOST_AVOIDED)
HORIZON = Whole(
    "horizon",
    "Years the money comparison looks ahead; without it 10, or more for a plan that takes long.",
    1, 45, gettext_lazy("Years to look ahead for money"),
)  # fmt: skip
SHOW = Text("show", "The plan to show in full: its id, or what it is best at.", 40)
TRACE = Tick(
    "trace", "In JSON: say of every route found whether it is shown, and which rule dropped it."
)
ASKS = (
    FROM, TO, MONTHS_IN_JOB, PAY, EDUCATION, FIELD, *PLACE, MAX_MONTHS, BUDGET, MIN_PAY,
    MAX_CREDENTIAL, STUDY, MAX_JOB_CHANGES, SECTOR, GOAL_PAY, GOAL_GROWTH, NO_DEGREE, PATHWAY,
    LEVEL, WITHIN, AVOID, INTERESTS, HORIZON,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanForm:
    """What stands in the fields of the plan form, as text; empty where nothing was given."""

    from_text: str
    past_job: str
    to_text: str
    months_in_job: str
    pay: str
    education: str
    field_of_study: str
    max_months: str
    budget: str
    min_pay: str
    max_credential: str
    study: str
    max_job_changes: str
    sector: str
    goal_pay: str
    goal_growth: str
    no_degree: bool
    pathway: str
    level: str
    within: tuple[str, ...]
    avoid: tuple[str, ...]
    interests: str
    state: str
    area: str
    horizon: str

    @property
    def has_no_job(self) -> bool:
        """Whether the start is someone without a job."""
        return means_no_job(self.from_text)

    @property
    def has_goal(self) -> bool:
        """Whether a job or an outcome to reach is named."""
        return bool(
            self.to_text or self.pathway or self.goal_pay or self.goal_growth or self.no_degree
        )

    @property
    def has_limits(self) -> bool:
        """Whether any limit is set."""
        return bool(
            self.max_months or self.budget or self.min_pay or self.max_credential
            or self.study != "any" or self.within or self.avoid or self.max_job_changes
        )  # fmt: skip

    def query(self, **changes: str | tuple[str, ...]) -> str:
        """The question as text of an address, without what is empty, with some values changed."""
        pairs: list[tuple[str, str]] = []
        for name, value in (self.values() | changes).items():
            many = value if isinstance(value, tuple) else (value,)
            pairs += [(name, one) for one in many if one]
        return urlencode(pairs)

    def values(self) -> dict[str, str | tuple[str, ...]]:
        """The values by their names in addresses; defaults are left out."""
        return {
            "from": (self.past_job, self.from_text) if self.past_job else self.from_text,
            "to": self.to_text,
            "months_in_job": self.months_in_job,
            "pay": self.pay,
            "education": self.education,
            "field": self.field_of_study,
            "state": "" if self.area else self.state,
            "area": self.area,
            "max_months": self.max_months,
            "budget": self.budget,
            "min_pay": self.min_pay,
            "max_credential": self.max_credential,
            "study": "" if self.study == "any" else self.study,
            "max_job_changes": self.max_job_changes,
            "sector": "" if self.sector == "public" else self.sector,
            "goal_pay": self.goal_pay,
            "goal_growth": self.goal_growth,
            "no_degree": "1" if self.no_degree else "",
            "pathway": self.pathway,
            "level": self.level,
            "within": self.within,
            "avoid": self.avoid,
            "interests": self.interests,
            "horizon": self.horizon,
        }


def read_form(reading: Reading) -> tuple[PlanForm, Area | None]:
    """The fields as given and the place they name.

    A number that cannot be read is empty, and its mistake kept by the reading, unless that is
    strict. Raises `BadRequest` for whatever else cannot be read.
    """
    asked = reading.asked

    def number(what: Whole) -> str:
        value = reading.number(what)
        return "" if value is None else str(value)

    starts = tuple(one for one in FROM.read_all(asked, MOST_STARTS) if one)
    earlier = [one for one in starts if not means_no_job(one)]
    has_no_job = len(earlier) < len(starts)
    place = place_of(asked)
    is_metro = place is not None and place.kind == "metro"
    form = PlanForm(
        from_text=NO_JOB if has_no_job else _title(starts[-1]) if starts else "",
        past_job=_title(earlier[0]) if has_no_job and earlier else "",
        to_text=_title(TO.read(asked)),
        months_in_job=number(MONTHS_IN_JOB),
        pay=number(PAY),
        education=EDUCATION.read(asked),
        field_of_study=FIELD.read(asked),
        max_months=number(MAX_MONTHS),
        budget=number(BUDGET),
        min_pay=number(MIN_PAY),
        max_credential=MAX_CREDENTIAL.read(asked),
        study=STUDY.read(asked),
        max_job_changes=number(MAX_JOB_CHANGES),
        sector=SECTOR.read(asked),
        goal_pay=number(GOAL_PAY),
        goal_growth=number(GOAL_GROWTH),
        no_degree=NO_DEGREE.read(asked),
        pathway=PATHWAY.read(asked),
        level=LEVEL.read(asked),
        within=WITHIN.read(asked),
        avoid=AVOID.read(asked),
        interests=INTERESTS.read(asked),
        state=(place.state or "") if place is not None else "",
        area=place.code if is_metro and place is not None else "",
        horizon=number(HORIZON),
    )
    return form, place


def _title(text: str) -> str:
    """What a person wants to see in the field: a code as its title."""
    catalog = served_catalog()
    return catalog.occupation(text).title if text in catalog.row_of else text


def remarks_on(form: PlanForm) -> tuple[str, ...]:
    """What was understood otherwise than it was typed, or left out of the question."""
    found = []
    if form.has_no_job:
        start = _("You have no job now: the route starts from your schooling alone.")
        if form.past_job and schooling_meant(form.past_job) is None:
            start = _("You have no job now: what you did as %(job)s counts as experience.") % {
                "job": form.past_job
            }
        elif not (form.education or form.past_job):
            start = _(
                "You have no job now and named no schooling, so that %(level)s is assumed. "
                "Say otherwise under “About you”."
            ) % {"level": SCHOOLING_WITHOUT_JOB.label}
        stay = _("Staying put counts as no pay.")
        found.append(f"{start} {stay}")
    outcome = (
        (form.goal_pay, GOAL_PAY.label),
        (form.goal_growth, _("growth")),
        (form.no_degree, _("A job that needs no degree")),
        (form.pathway, _("In this pathway")),
        (form.level, _("At this level of it")),
    )
    named = ", ".join(f"“{label}”" for given, label in outcome if given)
    if form.to_text and named:
        found.append(
            _(
                "You named a job, so this was left out: %(names)s. To plan for it instead, empty "
                "“Where do you want to be?”."
            )
            % {"names": named}
        )
    elif form.level and not form.pathway:
        found.append(_("A level counts only together with a pathway, so it was left out."))
    return tuple(found)


def schooling_meant(text: str) -> EducationLevel | None:
    """The education level meant when a person writes schooling where a job could stand."""
    try:
        return EducationLevel.parse(text) if text else None
    except BadCode:
        return None


def build_request(form: PlanForm, place: Area | None) -> PlanRequest:
    """The request of the form. Raises `BadRequest` for one that contradicts itself."""
    schooling = schooling_meant(form.past_job or form.from_text)
    past_job = form.past_job if schooling is None else ""
    has_job = bool(form.from_text) and schooling is None and not form.has_no_job
    education = EducationLevel.parse(form.education) if form.education else schooling
    if education is None and form.has_no_job and not past_job:
        education = SCHOOLING_WITHOUT_JOB
    return PlanRequest(
        Start(
            PastJob(form.from_text, _number(form.months_in_job)) if has_job else None,
            (PastJob(past_job, _number(form.months_in_job)),) if past_job else (),
            education,
            form.field_of_study or None,
            0.0 if form.has_no_job else _number(form.pay),
        ),
        Goal(
            form.to_text or None,
            form.pathway or None if not form.to_text else None,
            form.level or None if form.pathway and not form.to_text else None,
            _number(form.goal_pay) if not form.to_text else None,
            _number(form.goal_growth) if not form.to_text else None,
            form.no_degree and not form.to_text,
        ),
        Limits(
            _number(form.max_months),
            _number(form.budget),
            _number(form.min_pay),
            EducationLevel.parse(form.max_credential) if form.max_credential else None,
            form.study,  # type: ignore[arg-type]
            form.within,
            form.avoid,
            int(form.max_job_changes or 4),
        ),
        form.state or None,
        form.area or None,
        form.sector,  # type: ignore[arg-type]
        horizon_years=int(form.horizon) if form.horizon else None,
        interests=INTERESTS.numbers(form.interests),
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


RELAXED_NAMES = {
    "max_months": "max_months",
    "budget_usd": "budget",
    "min_pay_usd": "min_pay",
    "max_credential": "max_credential",
    "study": "study",
    "within": "within",
    "avoid": "avoid",
    "max_job_changes": "max_job_changes",
}


def without_limits(form: PlanForm) -> str:
    """The question with every limit taken off."""
    return form.query(**dict.fromkeys(RELAXED_NAMES.values(), ()))

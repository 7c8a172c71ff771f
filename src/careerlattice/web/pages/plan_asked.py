"""From the question in an address to a plan request, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from careerlattice.errors import BadCode, BadRequest
from careerlattice.plan.request import (
    MAX_JOB_CHANGES,
    Goal,
    Limits,
    PastJob,
    PlanRequest,
    Start,
)
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.asked import choice_of, place_of, text_of, whole_of
from careerlattice.web.serving import served_catalog

if TYPE_CHECKING:
    from careerlattice.catalog.things import Area

EDUCATIONS = ("", *(level.slug for level in PLANNED_LEVELS))
STUDIES = ("any", "full", "part", "none")
SECTORS = ("public", "private nonprofit", "private for-profit")
LEVELS = ("", "entry", "intermediate", "advanced", "expert")
MOST_AVOIDED = 12


@dataclass(frozen=True, slots=True)
class PlanForm:
    """What stands in the fields of the plan form, as text; empty where nothing was given."""

    from_text: str
    to_text: str
    months_in_job: str
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
            "from": self.from_text,
            "to": self.to_text,
            "months_in_job": self.months_in_job,
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


def read_form(asked: QueryDict) -> tuple[PlanForm, Area | None]:
    """The fields as given and the place they name. Raises `BadRequest` for values out of range."""

    def number(name: str, low: int, high: int) -> str:
        value = whole_of(asked, name, low, high)
        return "" if value is None else str(value)

    place = place_of(asked)
    is_metro = place is not None and place.kind == "metro"
    form = PlanForm(
        from_text=_title(text_of(asked, "from")),
        to_text=_title(text_of(asked, "to")),
        months_in_job=number("months_in_job", 0, 720),
        education=choice_of(asked, "education", EDUCATIONS, ""),
        field_of_study=text_of(asked, "field"),
        max_months=number("max_months", 0, 600),
        budget=number("budget", 0, 10_000_000),
        min_pay=number("min_pay", 0, 10_000_000),
        max_credential=choice_of(asked, "max_credential", EDUCATIONS, ""),
        study=choice_of(asked, "study", STUDIES, "any"),
        max_job_changes=number("max_job_changes", 1, MAX_JOB_CHANGES),
        sector=choice_of(asked, "sector", SECTORS, "public"),
        goal_pay=number("goal_pay", 0, 10_000_000),
        goal_growth=number("goal_growth", -100, 1_000),
        no_degree=choice_of(asked, "no_degree", ("", "1", "on", "true"), "") != "",
        pathway=text_of(asked, "pathway"),
        level=choice_of(asked, "level", LEVELS, ""),
        within=_several(asked, "within"),
        avoid=_several(asked, "avoid"),
        interests=text_of(asked, "interests", 80),
        state=(place.state or "") if place is not None else "",
        area=place.code if is_metro and place is not None else "",
        horizon=number("horizon", 1, 45),
    )
    return form, place


def _title(text: str) -> str:
    """A code as its title, which is what a person wants to see in the field."""
    catalog = served_catalog()
    return catalog.occupation(text).title if text in catalog.row_of else text


def _several(asked: QueryDict, name: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(one.strip() for one in asked.getlist(name) if one.strip()))
    if len(found) > MOST_AVOIDED or any(len(one) > 200 or "\x00" in one for one in found):
        raise BadRequest(
            _("At most %(n)d values of “%(name)s” are read, each up to 200 characters.")
            % {"n": MOST_AVOIDED, "name": name}
        )
    return found


def schooling_meant(text: str) -> EducationLevel | None:
    """The education level meant when a person writes schooling where a job could stand."""
    try:
        return EducationLevel.parse(text) if text else None
    except BadCode:
        return None


def build_request(form: PlanForm, place: Area | None) -> PlanRequest:
    """The request of the form. Raises `BadRequest` for one that contradicts itself."""
    schooling = schooling_meant(form.from_text)
    months = float(form.months_in_job or 0)
    has_job = bool(form.from_text) and schooling is None
    education = EducationLevel.parse(form.education) if form.education else schooling
    return PlanRequest(
        Start(
            PastJob(form.from_text, months) if has_job else None,
            (),
            education,
            form.field_of_study or None,
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
        horizon_years=int(form.horizon or 10),
        interests=_interests(form.interests),
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


def _interests(text: str) -> tuple[float, ...] | None:
    if not text:
        return None
    try:
        scores = tuple(float(part) for part in text.split(","))
    except ValueError:
        scores = ()
    if len(scores) != 6 or not all(0 <= score <= 40 for score in scores):
        raise BadRequest(_("Interests are six numbers from 0 to 40 with commas: R, I, A, S, E, C."))
    return scores


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


def relaxed(form: PlanForm, field: str, value: float | None) -> str | None:
    """The question with one limit relaxed as a notice says, or none when it names no limit."""
    name = RELAXED_NAMES.get(field.removeprefix("limits."))
    if name is None:
        return None
    if value is None:
        return form.query(**{name: ()})
    if name == "max_credential":
        return form.query(max_credential=EducationLevel(int(value)).slug)
    return form.query(**{name: str(int(value))})


def without_limits(form: PlanForm) -> str:
    """The question with every limit taken off."""
    return form.query(**dict.fromkeys(RELAXED_NAMES.values(), ()))

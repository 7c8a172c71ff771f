"""From the question in an address to a plan request, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, cast
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Area
from careerlattice.plan.request import (
    Goal,
    Limits,
    PastJob,
    PlanRequest,
    Sector,
    Start,
    StudyMode,
)
from careerlattice.profile.model import HeldLicense
from careerlattice.profile.no_job import (
    SCHOOLING_WITHOUT_JOB,
    field_without_job,
    schooling_meant,
)
from careerlattice.profile.school_years import school_grade
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.forms import FormReader
from careerlattice.web.http.parameters import IntegerParam
from careerlattice.web.pages.person.person import EDUCATION, INTERESTS
from careerlattice.web.pages.plan import parameters as declared
from careerlattice.web.pages.plan.no_job import NO_JOB, means_no_job
from careerlattice.wording.starts import in_school_text

NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class PlanForm:
    """The question as it stands in the form, in the parts of a plan request.

    `from_text` is a job, schooling, or the word for no job, `past_job` the last job of someone who
    has none. `goal` holds a job and an outcome side by side where both were given; the request has
    the job alone. Numbers that cannot be read are none here: what was typed stays with the reader
    of the form.
    """

    from_text: str = ""
    past_job: str = ""
    months_in_job: int | None = None
    pay: int | None = None
    education: EducationLevel | None = None
    field_of_study: str = ""
    licenses: tuple[HeldLicense, ...] = ()
    trained_abroad: str = ""
    goal: Goal = field(default_factory=Goal)
    limits: Limits = NO_LIMITS
    place: Area | None = None
    sector: Sector = "public"
    horizon: int | None = None
    interests: tuple[float, ...] | None = None

    @property
    def has_no_job(self) -> bool:
        """Whether the start is someone without a job."""
        return means_no_job(self.from_text)

    @property
    def to_text(self) -> str:
        """The job to reach; empty where none is named."""
        return self.goal.occupation or ""

    @property
    def has_goal(self) -> bool:
        """Whether a job or an outcome to reach is named; a level alone is none."""
        return replace(self.goal, level=None) != Goal()

    @property
    def has_start(self) -> bool:
        """Whether it is known where the person stands."""
        return bool(self.from_text or self.education or self.licenses or self.trained_abroad)

    @property
    def license(self) -> HeldLicense:
        """The license that stands in the form's field: the first, or an empty one."""
        return self.licenses[0] if self.licenses else HeldLicense("")

    @property
    def has_limits(self) -> bool:
        """Whether any limit is set."""
        return self.limits != NO_LIMITS

    @property
    def has_more_limits(self) -> bool:
        """Whether any of the limits is set that stand folded in the form."""
        limits = self.limits
        changes = limits.max_job_changes != NO_LIMITS.max_job_changes
        return changes or bool(limits.avoid) or self.sector != "public" or self.horizon is not None

    @property
    def interests_text(self) -> str:
        """The six interest scores with commas; empty when not given."""
        return ",".join(f"{score:g}" for score in self.interests or ())

    def with_limits(self, **changes: Any) -> PlanForm:
        """The question with some limits changed, named as in `Limits`."""
        return replace(self, limits=replace(self.limits, **changes))

    def without_limits(self) -> PlanForm:
        """The question with every limit taken off."""
        return replace(self, limits=NO_LIMITS)

    def query(self, **changes: str | tuple[str, ...]) -> str:
        """The question as text of an address, without what is empty, with some values changed."""
        return urlencode(self.pairs(**changes))

    def pairs(self, **changes: str | tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The question as names and values, without what is empty, with some values changed."""
        pairs: list[tuple[str, str]] = []
        for name, value in (self.values() | changes).items():
            many = value if isinstance(value, tuple) else (value,)
            pairs += [(name, text) for text in many if text]
        return tuple(pairs)

    def values(self) -> dict[str, str | tuple[str, ...]]:
        """The values by their names in addresses; defaults are left out."""
        goal, limits, place = self.goal, self.limits, self.place
        is_metro = place is not None and place.kind == "metro"
        changes = limits.max_job_changes
        return {
            "from": (self.past_job, self.from_text) if self.past_job else self.from_text,
            "to": self.to_text,
            "months_in_job": _text(self.months_in_job),
            "pay": _text(self.pay),
            "education": self.education.slug if self.education is not None else "",
            "field": self.field_of_study,
            "license": tuple(one.title for one in self.licenses),
            "licensed_in": tuple(one.state for one in self.licenses),
            "trained_abroad": self.trained_abroad,
            "state": "" if place is None or is_metro else place.state or "",
            "area": place.code if place is not None and is_metro else "",
            "max_months": _text(limits.max_months),
            "budget": _text(limits.budget_usd),
            "min_pay": _text(limits.min_pay_usd),
            "max_credential": limits.max_credential.slug if limits.max_credential else "",
            "study": "" if limits.study == NO_LIMITS.study else limits.study,
            "max_job_changes": "" if changes == NO_LIMITS.max_job_changes else str(changes),
            "sector": "" if self.sector == "public" else self.sector,
            "goal_pay": _text(goal.min_pay_usd),
            "goal_growth": _text(goal.min_growth_pct),
            "no_degree": "1" if goal.no_degree else "",
            "pathway": goal.pathway or "",
            "level": goal.level or "",
            "within": limits.within,
            "avoid": limits.avoid,
            "interests": self.interests_text,
            "horizon": _text(self.horizon),
        }

    def request(self) -> PlanRequest:
        """The plan request. Raises `BadRequest` for one that contradicts itself."""
        goal = self.goal
        if goal.occupation:
            goal = Goal(occupation=goal.occupation)
        elif not goal.pathway:
            goal = replace(goal, level=None)
        place = self.place
        return PlanRequest(
            start=self._start(),
            goal=goal,
            limits=self.limits,
            state=place.state if place is not None else None,
            metro=place.code if place is not None and place.kind == "metro" else None,
            sector=self.sector,
            horizon_years=self.horizon,
            interests=self.interests,
        )

    def _start(self) -> Start:
        """Where the person stands: schooling written in place of a job is schooling."""
        schooling = schooling_meant(self.past_job or self.from_text)
        past_job = self.past_job if schooling is None else ""
        has_job = bool(self.from_text) and schooling is None and not self.has_no_job
        education = self.education or schooling
        if education is None and self.has_no_job and not past_job:
            education = SCHOOLING_WITHOUT_JOB
        months = _float(self.months_in_job)
        return Start(
            job=PastJob(occupation=self.from_text, months=months) if has_job else None,
            past=(PastJob(occupation=past_job, months=months),) if past_job else (),
            education=education,
            field=self.field_of_study or None,
            pay_usd=_float(self.pay),
            licenses=self.licenses,
            trained_abroad=self.trained_abroad or None,
        )


def read_form(reader: FormReader) -> PlanForm:
    """The question of an address.

    What cannot be read in a field is none, and its mistake kept by the reader, unless that is
    strict. Raises `BadRequest` for whatever else cannot be read.
    """
    query = reader.query
    starts = tuple(text for text in declared.FROM.read_all(query, declared.MOST_STARTS) if text)
    studied = next((field for field in map(field_without_job, starts) if field), "")
    earlier = [t for t in starts if not (means_no_job(t) or field_without_job(t))]
    has_no_job = len(earlier) < len(starts)
    from_text = NO_JOB if has_no_job else _title(starts[-1]) if starts else ""
    return PlanForm(
        from_text=from_text,
        past_job=_title(earlier[0]) if has_no_job and earlier else "",
        months_in_job=reader.number(declared.MONTHS_IN_JOB),
        pay=reader.number(declared.PAY),
        education=_level(reader.choice(EDUCATION)),
        field_of_study=declared.FIELD.read(query) or studied,
        licenses=_read_licenses(query),
        trained_abroad=declared.TRAINED_ABROAD.read(query),
        limits=_read_limits(reader),
        goal=_read_goal(reader),
        place=reader.place("plan-state", _("Where do you live?")),
        sector=cast("Sector", reader.choice(declared.SECTOR)),
        interests=INTERESTS.numbers(INTERESTS.read(query)),
        horizon=reader.number(declared.HORIZON),
    )


def _read_licenses(query: QueryDict) -> tuple[HeldLicense, ...]:
    """The licenses held, each with the state in the same place."""
    titles = declared.LICENSE.read_all(query, declared.MOST_LICENSES)
    states = declared.LICENSED_IN.read_all(query, declared.MOST_LICENSES)
    pairs = zip_longest(titles, states[: len(titles)], fillvalue="")
    held = [HeldLicense(title, state) for title, state in pairs if title]
    # Addresses leave out what is empty: those with a state come first, so that they stay paired.
    return tuple(sorted(held, key=lambda one: not one.state))


def _read_limits(reader: FormReader) -> Limits:
    query = reader.query
    return Limits(
        max_months=_number(reader, declared.MAX_MONTHS),
        budget_usd=_number(reader, declared.BUDGET),
        min_pay_usd=_number(reader, declared.MIN_PAY),
        max_credential=_level(reader.choice(declared.MAX_CREDENTIAL)),
        study=cast("StudyMode", reader.choice(declared.STUDY)),
        max_job_changes=reader.number(declared.MAX_JOB_CHANGES) or NO_LIMITS.max_job_changes,
        within=declared.WITHIN.read(query),
        avoid=declared.AVOID.read(query),
    )


def _read_goal(reader: FormReader) -> Goal:
    query = reader.query
    return Goal(
        occupation=_title(declared.TO.read(query)) or None,
        min_pay_usd=_number(reader, declared.GOAL_PAY),
        min_growth_pct=_number(reader, declared.GOAL_GROWTH),
        no_degree=declared.NO_DEGREE.read(query),
        pathway=declared.PATHWAY.read(query) or None,
        level=reader.choice(declared.LEVEL) or None,
    )


def _number(reader: FormReader, parameter: IntegerParam) -> float | None:
    return _float(reader.number(parameter))


def _float(value: int | None) -> float | None:
    return None if value is None else float(value)


def _text(value: float | None) -> str:
    """A whole number as it stands in addresses; empty for none."""
    return "" if value is None else str(int(value))


def _level(slug: str) -> EducationLevel | None:
    return EducationLevel.parse(slug) if slug else None


def _title(text: str) -> str:
    """What a person wants to see in the field: a code as its title."""
    catalog = served_catalog()
    return catalog.occupation(text).title if text in catalog.row_of else text


def remarks_on(form: PlanForm) -> tuple[str, ...]:
    """What was understood otherwise than it was typed, or left out of the question."""
    found = []
    grade = school_grade(form.from_text)
    if grade is not None:
        found.append(in_school_text(grade))
    if form.has_no_job:
        start = _("You have no job now, so the route starts from your education alone.")
        if form.past_job and schooling_meant(form.past_job) is None:
            start = _("You have no job now. Your work as %(job)s counts as experience.") % {
                "job": form.past_job
            }
        elif not (form.education or form.past_job):
            start = _(
                "You have no job now and did not name your education. We assume %(level)s. You "
                "can change that under “About you”."
            ) % {"level": SCHOOLING_WITHOUT_JOB.label}
        stay = _("Staying put means going back to the kind of job people with your education get.")
        if form.past_job and schooling_meant(form.past_job) is None:
            stay = _("Staying put means going back to that work.")
        found.append(f"{start} {stay}")
    goal = form.goal
    outcome: Mapping[str, bool] = {
        str(declared.GOAL_PAY.label): goal.min_pay_usd is not None,
        _("growth"): goal.min_growth_pct is not None,
        _("A job that needs no degree"): goal.no_degree,
        _("In this pathway"): goal.pathway is not None,
        _("At this level of the pathway"): goal.level is not None,
    }
    named = ", ".join(f"“{label}”" for label, is_given in outcome.items() if is_given)
    if goal.occupation and named:
        found.append(
            _(
                "You named a job, so we left this out: %(names)s. To use it instead, clear "
                "“Where do you want to be?”."
            )
            % {"names": named}
        )
    elif goal.level and not goal.pathway:
        found.append(_("A level only counts together with a pathway, so we left it out."))
    return tuple(found)

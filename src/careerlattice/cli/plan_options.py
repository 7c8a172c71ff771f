"""The options that ask for a plan, declared once for every command that takes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

if TYPE_CHECKING:
    from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
    from careerlattice.profile.model import HeldLicense

_START, _GOAL, _LIMITS, _PLACE = "Where you are", "Where to", "Limits", "Place and taste"


@dataclass(frozen=True)
class PlanOptions:
    """What the options say, as typed: a start, a goal, limits, and a place.

    Each field is an option of `plan`, `explain` and `report`, in the order of their help screens.
    """

    from_: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            metavar="JOB",
            rich_help_panel=_START,
            help="Your job now, by title or code, or 'no job'. Give it again for each earlier job.",
        ),
    ] = None
    months_in_job: Annotated[
        list[float] | None,
        typer.Option(
            "--months-in-job",
            min=0,
            metavar="MONTHS",
            rich_help_panel=_START,
            help="Months in the job; once for each --from.",
        ),
    ] = None
    pay: Annotated[
        str | None,
        typer.Option(
            "--pay",
            metavar="PAY",
            rich_help_panel=_START,
            help="What you earn now: 38,000 or '$18 an hour'; else what such jobs pay here.",
        ),
    ] = None
    education: Annotated[
        str | None,
        typer.Option(
            "--education",
            metavar="LEVEL",
            rich_help_panel=_START,
            help="Your highest education: high-school, certificate, associate, bachelor …",
        ),
    ] = None
    field: Annotated[
        str | None,
        typer.Option(
            "--field",
            rich_help_panel=_START,
            help="What you studied: a title or a CIP code such as 51.38.",
        ),
    ] = None
    license: Annotated[
        list[str] | None,
        typer.Option(
            "--license",
            metavar="NAME",
            rich_help_panel=_START,
            help="A license you hold, such as 'registered nurse'. May be given several times.",
        ),
    ] = None
    licensed_in: Annotated[
        list[str] | None,
        typer.Option(
            "--licensed-in",
            metavar="STATE",
            rich_help_panel=_START,
            help="The state that gave it; once for each --license, or one for all.",
        ),
    ] = None
    trained_abroad: Annotated[
        str | None,
        typer.Option(
            "--trained-abroad",
            metavar="JOB",
            rich_help_panel=_START,
            help="What you were trained as in another country: 'physician', 'civil engineering'.",
        ),
    ] = None
    profile: Annotated[
        Path | None,
        typer.Option(
            "--profile",
            "-p",
            metavar="FILE",
            rich_help_panel=_START,
            help="Your profile file; options given here win over it.",
        ),
    ] = None
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="JOB",
            rich_help_panel=_GOAL,
            help="The occupation to reach, by title or code.",
        ),
    ] = None
    goal_pay: Annotated[
        str | None,
        typer.Option(
            "--goal-pay",
            metavar="PAY",
            rich_help_panel=_GOAL,
            help="Instead of --to: a job with a median pay of at least this: 60k, '$28 an hour'.",
        ),
    ] = None
    goal_growth: Annotated[
        float | None,
        typer.Option(
            "--goal-growth",
            metavar="PERCENT",
            rich_help_panel=_GOAL,
            help="Instead of --to: a job that grows by at least this in ten years.",
        ),
    ] = None
    no_degree: Annotated[
        bool,
        typer.Option(
            "--no-degree",
            rich_help_panel=_GOAL,
            help="Instead of --to: a job that needs no degree.",
        ),
    ] = False
    pathway: Annotated[
        str | None,
        typer.Option(
            "--pathway",
            metavar="NAME",
            rich_help_panel=_GOAL,
            help="Instead of --to: a job of this career pathway.",
        ),
    ] = None
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            rich_help_panel=_GOAL,
            help="With --pathway: at this level, entry, intermediate, advanced or expert.",
        ),
    ] = None
    max_months: Annotated[
        float | None,
        typer.Option(
            "--max-months",
            min=0,
            metavar="MONTHS",
            rich_help_panel=_LIMITS,
            help="Longest time to the goal.",
        ),
    ] = None
    budget: Annotated[
        str | None,
        typer.Option(
            "--budget",
            metavar="DOLLARS",
            rich_help_panel=_LIMITS,
            help="Most you can spend in all: 8,000 or 8k.",
        ),
    ] = None
    min_pay: Annotated[
        str | None,
        typer.Option(
            "--min-pay",
            metavar="PAY",
            rich_help_panel=_LIMITS,
            help="Lowest pay you can live with on the way: 30k, '$15 an hour'.",
        ),
    ] = None
    max_credential: Annotated[
        str | None,
        typer.Option(
            "--max-credential",
            metavar="LEVEL",
            rich_help_panel=_LIMITS,
            help="Highest credential to go for: certificate, associate, bachelor …",
        ),
    ] = None
    study: Annotated[
        str,
        typer.Option(
            "--study",
            metavar="HOW",
            rich_help_panel=_LIMITS,
            help="How you can study: any, none, part or full.",
        ),
    ] = "any"
    max_job_changes: Annotated[
        int,
        typer.Option(
            "--max-job-changes",
            min=1,
            max=6,
            metavar="NUMBER",
            rich_help_panel=_LIMITS,
            help="Most job changes on the way.",
        ),
    ] = 4
    within: Annotated[
        list[str] | None,
        typer.Option(
            "--within",
            metavar="NAME",
            rich_help_panel=_LIMITS,
            help="Stay in this cluster or pathway. May be given several times.",
        ),
    ] = None
    avoid: Annotated[
        list[str] | None,
        typer.Option(
            "--avoid",
            metavar="JOB",
            rich_help_panel=_LIMITS,
            help="Never pass this occupation. May be given several times.",
        ),
    ] = None
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            "-s",
            rich_help_panel=_PLACE,
            help="State, by name or postal code: its pay, schools and licenses.",
        ),
    ] = None
    metro: Annotated[
        str | None,
        typer.Option(
            "--metro",
            "-m",
            metavar="AREA",
            rich_help_panel=_PLACE,
            help='Metropolitan area, such as "Columbus, OH": its pay.',
        ),
    ] = None
    sector: Annotated[
        str,
        typer.Option(
            "--sector",
            rich_help_panel=_PLACE,
            help="Schools whose prices count: public, private nonprofit, private for-profit, or "
            "community college first (two years there, then a public university).",
        ),
    ] = "public"
    horizon: Annotated[
        int | None,
        typer.Option(
            "--horizon",
            min=1,
            max=45,
            metavar="YEARS",
            rich_help_panel=_PLACE,
            help="Years that money is compared over; 10, or more for a plan that takes long.",
        ),
    ] = None
    interests: Annotated[
        str | None,
        typer.Option(
            "--interests",
            "-i",
            metavar="R,I,A,S,E,C",
            rich_help_panel=_PLACE,
            help="Your six interest scores. They order plans and forbid none.",
        ),
    ] = None

    def request(self) -> PlanRequest:
        """The request of the options, over what the profile says where one is given.

        Raises `BadRequest`, and what reading the profile raises.
        """
        from dataclasses import replace

        from careerlattice.plan import limits_from_profile, start_from_profile
        from careerlattice.plan.request import Limits, PlanRequest, Start
        from careerlattice.profile.no_job import SCHOOLING_WITHOUT_JOB
        from careerlattice.vocab.levels import EducationLevel

        start, limits = Start(), Limits()
        place: tuple[str | None, str | None] = (None, None)
        scores: tuple[float, ...] | None = None
        if self.profile is not None:
            from careerlattice.profile.files import load_profile

            known = load_profile(self.profile)
            start, limits = start_from_profile(known), limits_from_profile(known)
            place = (known.place.state or None, known.place.metro or None)
            scores = known.interests.scores if known.interests is not None else None
        jobs = self._jobs()
        if jobs:
            start = _starting_with(start, jobs)
        if self.education:
            start = replace(start, education=EducationLevel.parse(self.education))
        if self.field:
            start = replace(start, field=self.field)
        if self.pay is not None:
            start = replace(start, pay_usd=_yearly(self.pay, "start.pay_usd"))
        if self.license or self.licensed_in:
            start = replace(start, licenses=self._licenses())
        if self.trained_abroad is not None:
            start = replace(start, trained_abroad=self.trained_abroad)
        is_bare = not (start.job or start.past or start.licenses or start.trained_abroad)
        if jobs and is_bare and start.education is None:
            start = replace(start, education=SCHOOLING_WITHOUT_JOB)
        if self.interests is not None:
            from careerlattice.vocab.interests import parse_scores

            scores = parse_scores(self.interests)
        if self.state or self.metro:
            place = (self.state, self.metro)
        sector: Any = self.sector
        state, metro = place
        return PlanRequest(
            start=start,
            goal=self._goal(),
            limits=self._limits(limits),
            state=state,
            metro=metro,
            sector=sector,
            horizon_years=self.horizon,
            interests=scores,
        )

    def remarks(self, request: PlanRequest) -> tuple[str, ...]:
        """How words for schooling or for no job, where a job is asked, were understood."""
        from careerlattice.profile.no_job import field_without_job, means_no_job
        from careerlattice.profile.school_years import school_grade
        from careerlattice.wording.starts import in_school_text, without_job_text

        first = (self.from_ or [""])[0]
        grade = school_grade(first)
        if grade is not None:
            return (in_school_text(grade),)
        level = request.start.education
        has_none = means_no_job(first) or field_without_job(first) is not None
        if level is not None and has_none and self._names_no_schooling():
            return (without_job_text(level, "--education"),)
        return ()

    def _names_no_schooling(self) -> bool:
        """Whether neither an option nor the profile says how far one went to school."""
        if self.education or self.profile is None:
            return not self.education
        from careerlattice.profile.files import load_profile

        return load_profile(self.profile).education is None

    def _goal(self) -> Goal:
        from careerlattice.errors import BadRequest
        from careerlattice.plan.request import Goal

        outcome = (self.pathway, self.goal_pay, self.goal_growth, self.no_degree or None)
        if self.to is None and self.from_ and all(one is None for one in outcome):
            raise BadRequest(
                "Say where to: an occupation, a pathway with a level, or an outcome such as a "
                "median pay of $60,000. To see where people go from your job: careerlattice moves "
                f"{self.from_[-1]!r}.",
                field="goal",
            )
        return Goal(
            occupation=self.to,
            pathway=self.pathway,
            level=self.level,
            min_pay_usd=_yearly(self.goal_pay, "goal.min_pay_usd"),
            min_growth_pct=self.goal_growth,
            no_degree=self.no_degree,
        )

    def _limits(self, known: Limits) -> Limits:
        from dataclasses import replace

        from careerlattice.vocab.levels import EducationLevel
        from careerlattice.vocab.pay_words import read_usd

        credential = self.max_credential
        given: dict[str, Any] = {
            "max_months": self.max_months,
            "budget_usd": None
            if self.budget is None
            else read_usd(self.budget, "limits.budget_usd"),
            "min_pay_usd": _yearly(self.min_pay, "limits.min_pay_usd"),
            "max_credential": EducationLevel.parse(credential) if credential else None,
            "study": self.study if self.study != "any" else None,
            "within": tuple(self.within or ()) or None,
            "avoid": tuple(self.avoid or ()) or None,
        }
        return replace(
            known,
            max_job_changes=self.max_job_changes,
            **{name: value for name, value in given.items() if value is not None},
        )

    def _licenses(self) -> tuple[HeldLicense, ...]:
        from careerlattice.errors import BadRequest
        from careerlattice.profile.model import HeldLicense

        names, states = self.license or [], [*(self.licensed_in or [])]
        if len(states) > len(names):
            raise BadRequest(
                "There are more --licensed-in than --license: name each license you hold."
            )
        if len(states) == 1:
            states *= len(names)
        states += [""] * (len(names) - len(states))
        return tuple(HeldLicense(name, state) for name, state in zip(names, states, strict=True))

    def _jobs(self) -> tuple[PastJob, ...]:
        from careerlattice.errors import BadRequest
        from careerlattice.plan.request import PastJob

        titles = self.from_ or []
        spans: list[float | None] = [*(self.months_in_job or [])]
        if len(spans) > len(titles):
            raise BadRequest("There are more --months-in-job than --from: give one for each job.")
        spans += [None] * (len(titles) - len(spans))
        return tuple(PastJob(title, span) for title, span in zip(titles, spans, strict=True))


def _starting_with(start: Start, jobs: tuple[PastJob, ...]) -> Start:
    """The start with the jobs named; the first may be a word for no job, or schooling."""
    from dataclasses import replace

    from careerlattice.profile.no_job import in_place_of_job

    now, *past = jobs
    said = in_place_of_job(now.occupation)
    start = replace(start, job=now if said is None else None, past=tuple(past))
    if said is None:
        return start
    return replace(
        start,
        education=said.schooling or start.education,
        field=said.field or start.field,
    )


def _yearly(said: str | None, field: str) -> float | None:
    """A year's pay as it was typed for an option, none where nothing was."""
    from careerlattice.vocab.pay_words import read_yearly_usd

    return None if said is None else read_yearly_usd(said, field)


_HINTS = get_type_hints(PlanOptions, include_extras=True)
_SHARED = [
    inspect.Parameter(
        option.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=option.default,
        annotation=_HINTS[option.name],
    )
    for option in fields(PlanOptions)
]


def takes_plan_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command, whose first parameter is a `PlanOptions`, each of its fields as an option."""
    names = [option.name for option in _SHARED]
    own_hints = get_type_hints(command, include_extras=True)
    _, *own = (
        param.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=own_hints[param.name])
        for param in inspect.signature(command).parameters.values()
    )

    @wraps(command)
    def with_options(**given: Any) -> None:
        options = PlanOptions(**{name: given.pop(name) for name in names})
        command(options, **given)

    together = [*own, *_SHARED]
    with_options.__signature__ = inspect.Signature(together)  # type: ignore[attr-defined]
    with_options.__annotations__ = {param.name: param.annotation for param in together}
    return with_options

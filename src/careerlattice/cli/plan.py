"""Planning a way: plan, explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careerlattice.cli.failing import answers_failures

if TYPE_CHECKING:
    from careerlattice.plan.answer import PlanAnswer
    from careerlattice.plan.request import PastJob, PlanRequest

From = Annotated[
    list[str] | None,
    typer.Option("--from", help="Your job now, by title or code. Repeat for earlier jobs."),
]
To = Annotated[str | None, typer.Option("--to", help="The occupation to reach, by title or code.")]
Education = Annotated[
    str | None,
    typer.Option(
        "--education", help="Your highest education: high-school, certificate, associate …"
    ),
]
Field = Annotated[
    str | None,
    typer.Option("--field", help="What you studied: a title or a CIP code such as 51.38."),
]
Months = Annotated[
    list[float] | None,
    typer.Option("--months-in-job", min=0, help="Months in the job; once for each --from."),
]
State = Annotated[str | None, typer.Option("--state", "-s", help="State, by name or postal code.")]
Metro = Annotated[
    str | None, typer.Option("--metro", "-m", help='Metropolitan area: "Columbus, OH".')
]
MaxMonths = Annotated[
    float | None, typer.Option("--max-months", min=0, help="Longest time to the goal, in months.")
]
Budget = Annotated[
    float | None, typer.Option("--budget", min=0, help="Most to pay for tuition, in dollars.")
]
MinPay = Annotated[
    float | None,
    typer.Option("--min-pay", min=0, help="Lowest yearly pay you can live with on the way."),
]
MaxCredential = Annotated[
    str | None, typer.Option("--max-credential", help="Highest credential to go for.")
]
Study = Annotated[str, typer.Option("--study", help="How you can study: any, none, part, full.")]
GoalPay = Annotated[
    float | None,
    typer.Option("--goal-pay", min=0, help="Instead of --to: reach a median pay of this much."),
]
GoalGrowth = Annotated[
    float | None, typer.Option("--goal-growth", help="Instead of --to: growth of this percent.")
]
NoDegree = Annotated[
    bool, typer.Option("--no-degree", help="Instead of --to: a job that needs no degree.")
]
GoalPathway = Annotated[
    str | None, typer.Option("--pathway", help="Instead of --to: a career pathway.")
]
GoalLevel = Annotated[
    str | None,
    typer.Option("--level", help="Level in the pathway: entry, intermediate, advanced, expert."),
]
Within = Annotated[
    list[str] | None, typer.Option("--within", help="Stay in this cluster or pathway. Repeatable.")
]
Avoid = Annotated[
    list[str] | None, typer.Option("--avoid", help="Never pass this occupation. Repeatable.")
]
Changes = Annotated[
    int, typer.Option("--max-job-changes", min=1, max=6, help="Most job changes on the way.")
]
Sector = Annotated[
    str,
    typer.Option(
        "--sector",
        help="Schools whose prices count: public, private nonprofit, private for-profit.",
    ),
]
Interests = Annotated[
    str | None,
    typer.Option("--interests", help="Six interest scores R,I,A,S,E,C (order plans, forbid none)."),
]
ProfileFile = Annotated[
    Path | None,
    typer.Option("--profile", help="Your profile file; options given here win over it."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Release = Annotated[
    str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
]
Show = Annotated[
    str | None, typer.Option("--show", help="Which plan to show in full: plan-2, fastest, …")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    panel = "Plan a way"
    app.command(rich_help_panel=panel)(plan)
    app.command(rich_help_panel=panel)(explain)


@answers_failures()
def plan(
    from_: From = None,
    to: To = None,
    education: Education = None,
    field: Field = None,
    months_in_job: Months = None,
    state: State = None,
    metro: Metro = None,
    max_months: MaxMonths = None,
    budget: Budget = None,
    min_pay: MinPay = None,
    max_credential: MaxCredential = None,
    study: Study = "any",
    goal_pay: GoalPay = None,
    goal_growth: GoalGrowth = None,
    no_degree: NoDegree = False,
    pathway: GoalPathway = None,
    level: GoalLevel = None,
    within: Within = None,
    avoid: Avoid = None,
    max_job_changes: Changes = 4,
    sector: Sector = "public",
    interests: Interests = None,
    profile: ProfileFile = None,
    show: Show = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Plan ways from where you are to where you want to be.

    Shows several ways side by side, then one as a timeline with what each step asks, takes and
    pays. Example: careerlattice plan --from "nursing assistant" --to "registered nurse" --state OH
    """
    request = _request(
        **{k: v for k, v in locals().items() if k not in ("show", "as_json", "release")}
    )
    answer = _answer(request, release)
    if as_json:
        from careerlattice.cli.screen import print_json

        print_json(answer.to_dict())
    else:
        from careerlattice.cli.plan_screen import print_answer

        print_answer(answer, show)
    if not answer.plans and not _is_there(answer):
        raise typer.Exit(1)


@answers_failures()
def explain(
    which: Annotated[str, typer.Argument(help="The plan: plan-2, fastest, 'lowest cost' …")],
    from_: From = None,
    to: To = None,
    education: Education = None,
    field: Field = None,
    months_in_job: Months = None,
    state: State = None,
    metro: Metro = None,
    max_months: MaxMonths = None,
    budget: Budget = None,
    min_pay: MinPay = None,
    max_credential: MaxCredential = None,
    study: Study = "any",
    goal_pay: GoalPay = None,
    goal_growth: GoalGrowth = None,
    no_degree: NoDegree = False,
    pathway: GoalPathway = None,
    level: GoalLevel = None,
    within: Within = None,
    avoid: Avoid = None,
    max_job_changes: Changes = 4,
    sector: Sector = "public",
    interests: Interests = None,
    profile: ProfileFile = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """One plan in full: every need, school, license, figure and its source, year by year."""
    request = _request(
        **{k: v for k, v in locals().items() if k not in ("which", "as_json", "release")}
    )
    answer = _answer(request, release)
    if not answer.plans:
        from careerlattice.cli.plan_screen import print_answer

        print_answer(answer, None)
        raise typer.Exit(1)
    chosen = answer.get_plan(which)
    if as_json:
        from careerlattice.cli.screen import print_json

        print_json(chosen.to_dict())
        return
    from careerlattice.cli.plan_screen import print_explained

    print_explained(answer, chosen)


def _is_there(answer: PlanAnswer) -> bool:
    from careerlattice.plan.answer import NoticeKind

    return any(notice.kind is NoticeKind.ALREADY_THERE for notice in answer.notices)


def _answer(request: PlanRequest, release: str | None) -> PlanAnswer:
    from careerlattice.plan.opening import open_planner

    return open_planner(release).plan(request)


def _request(**options: Any) -> PlanRequest:
    """The request of the options, over what the profile says where one is given."""
    from dataclasses import replace

    from careerlattice.plan.from_profile import limits_from_profile, start_from_profile
    from careerlattice.plan.request import Goal, Limits, PlanRequest, Start
    from careerlattice.vocab.levels import EducationLevel

    start, limits = Start(), Limits()
    place: tuple[str | None, str | None] = (None, None)
    scores: tuple[float, ...] | None = None
    if options["profile"] is not None:
        from careerlattice.profile.files import load_profile

        known = load_profile(options["profile"])
        start, limits = start_from_profile(known), limits_from_profile(known)
        place = (known.place.state or None, known.place.metro or None)
        scores = known.interests.scores if known.interests is not None else None
    jobs = _jobs(options["from_"] or [], options["months_in_job"] or [])
    if jobs:
        start = replace(start, job=jobs[0], past=jobs[1:])
    if options["education"]:
        start = replace(start, education=EducationLevel.parse(options["education"]))
    if options["field"]:
        start = replace(start, field=options["field"])
    credential = options["max_credential"]
    given = {
        "max_months": options["max_months"],
        "budget_usd": options["budget"],
        "min_pay_usd": options["min_pay"],
        "max_credential": EducationLevel.parse(credential) if credential else None,
        "study": options["study"] if options["study"] != "any" else None,
        "within": tuple(options["within"] or ()) or None,
        "avoid": tuple(options["avoid"] or ()) or None,
    }
    limits = replace(
        limits,
        max_job_changes=options["max_job_changes"],
        **{name: value for name, value in given.items() if value is not None},
    )
    goal = Goal(
        options["to"],
        options["pathway"],
        options["level"],
        options["goal_pay"],
        options["goal_growth"],
        options["no_degree"],
    )
    if options["interests"] is not None:
        scores = _scores(options["interests"])
    here = (options["state"], options["metro"])
    state, metro = here if any(here) else place
    return PlanRequest(start, goal, limits, state, metro, options["sector"], interests=scores)


def _jobs(titles: list[str], spans: list[float]) -> tuple[PastJob, ...]:
    from careerlattice.errors import BadRequest
    from careerlattice.plan.request import PastJob

    if len(spans) > len(titles):
        raise BadRequest("There are more --months-in-job than --from: give one for each job.")
    spans = [*spans, *[0.0] * (len(titles) - len(spans))]
    return tuple(PastJob(title, span) for title, span in zip(titles, spans, strict=True))


def _scores(text: str) -> tuple[float, ...]:
    from careerlattice.errors import BadRequest

    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError as error:
        raise BadRequest(f"--interests must be six numbers, not {text[:40]!r}.") from error

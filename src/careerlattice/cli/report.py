"""`careerlattice report`: a plan as a document to hand over, HTML or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careerlattice.cli.failing import answers_failures

if TYPE_CHECKING:
    from careerlattice.plan.request import PlanRequest


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="report", rich_help_panel="Plan a way")(report)


@answers_failures()
def report(
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write: .pdf or .html.")],
    plan: Annotated[
        Path | None,
        typer.Option("--plan", help="An answer saved with 'careerlattice plan … --json'."),
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", help="Your job now.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="The occupation to reach.")] = None,
    education: Annotated[str | None, typer.Option("--education", help="Your education.")] = None,
    months_in_job: Annotated[
        float, typer.Option("--months-in-job", min=0, help="Months in the job.")
    ] = 0.0,
    state: Annotated[str | None, typer.Option("--state", "-s", help="State.")] = None,
    metro: Annotated[str | None, typer.Option("--metro", "-m", help="Metropolitan area.")] = None,
    max_months: Annotated[
        float | None, typer.Option("--max-months", min=0, help="Longest time, in months.")
    ] = None,
    budget: Annotated[
        float | None, typer.Option("--budget", min=0, help="Most to pay for tuition.")
    ] = None,
    show: Annotated[
        str | None, typer.Option("--show", help="Which plan: plan-2, fastest, balanced …")
    ] = None,
    release: Annotated[
        str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
    ] = None,
) -> None:
    """Write a plan as a report of two to four pages to hand over.

    It holds the route, steps, money, schools, licenses and sources.

    Example: careerlattice report --from "nursing assistant" --to "registered nurse" --state OH
    --out plan.pdf
    """
    from careerlattice.catalog.catalog import open_release
    from careerlattice.errors import BadRequest
    from careerlattice.lattice.lattice import open_lattice
    from careerlattice.plan.planner import Planner
    from careerlattice.report.html_page import render_html
    from careerlattice.report.plan_report import build_plan_report

    if out.suffix.lower() not in (".pdf", ".html", ".htm"):
        raise BadRequest(f"{out.name}: the report is written as .pdf or .html; name the file so.")
    if plan is not None:
        request = _saved_request(plan)
    else:
        request = _request(from_, to, education, months_in_job, state, metro, max_months, budget)
    catalog = open_release(release)
    answer = Planner(catalog, open_lattice(catalog).arrays).plan(request)
    if not answer.plans:
        for notice in answer.notices:
            typer.echo(notice.text, err=True)
        raise typer.Exit(1)
    named = {name: one for one in reversed(answer.plans) for name in one.names}
    chosen = answer.get_plan(show) if show else named.get("balanced") or answer.plans[0]
    made = build_plan_report(answer, chosen)
    if out.suffix.lower() == ".pdf":
        from careerlattice.report.pdf import render_pdf

        data = render_pdf(made)
    else:
        data = render_html(made).encode()
    try:
        out.write_bytes(data)
    except OSError as error:
        raise BadRequest(f"{out} cannot be written: {error.strerror or error}.") from error
    typer.echo(f"{out}: {made.title} ({', '.join(chosen.names)}), {len(data):,} bytes")


def _saved_request(path: Path) -> PlanRequest:
    from careerlattice.errors import BadRequest
    from careerlattice.plan.request import request_from_dict
    from careerlattice.profile.files import read_json

    values: Any = read_json(path, "plan answer")
    if not isinstance(values, dict) or "request" not in values:
        raise BadRequest(
            f"{path.name} holds no plan answer. Save one with 'careerlattice plan … --json'."
        )
    return request_from_dict(values["request"])


def _request(
    from_: str | None,
    to: str | None,
    education: str | None,
    months_in_job: float,
    state: str | None,
    metro: str | None,
    max_months: float | None,
    budget: float | None,
) -> PlanRequest:
    from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
    from careerlattice.vocab.levels import EducationLevel

    return PlanRequest(
        Start(
            PastJob(from_, months_in_job) if from_ else None,
            (),
            EducationLevel.parse(education) if education else None,
        ),
        Goal(to),
        Limits(max_months, budget),
        state,
        metro,
    )

"""`careerlattice report`: a plan as a document to hand over, HTML or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release
from careerlattice.cli.plan_options import PlanOptions, takes_plan_options

if TYPE_CHECKING:
    from careerlattice.plan.request import PlanRequest


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="report", rich_help_panel="Plan a way")(report)


@answers_failures()
@takes_plan_options
def report(
    options: PlanOptions,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="File to write: .pdf or .html.")
    ],
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="FILE",
            help="An answer saved with 'careerlattice plan … --json', in place of a question.",
        ),
    ] = None,
    show: Annotated[
        str | None,
        typer.Option("--show", metavar="PLAN", help="Which plan: plan-2, fastest, balanced …"),
    ] = None,
    name: Annotated[
        str,
        typer.Option("--name", metavar="NAME", help="Whom it is for; a line to write on without."),
    ] = "",
    release: Release = None,
) -> None:
    """Write a plan as a report of two to four pages to hand over.

    It holds the route, steps, money, schools, licenses and sources.

    Example: careerlattice report --from "nursing assistant" --to "registered nurse" --state OH
    --out plan.pdf
    """
    from careerlattice.errors import BadRequest
    from careerlattice.plan.planner import open_planner
    from careerlattice.report.html_page import render_html
    from careerlattice.report.plan_report import build_plan_report
    from careerlattice.wording import names_text, notice_text

    if out.suffix.lower() not in (".pdf", ".html", ".htm"):
        raise BadRequest(f"{out.name}: the report is written as .pdf or .html; name the file so.")
    request = _saved_request(plan) if plan is not None else options.request()
    answer = open_planner(release).plan(request)
    if not answer.plans:
        for notice in answer.notices:
            typer.echo(notice_text(notice), err=True)
        raise typer.Exit(1)
    chosen = answer.recommended(show or "")
    made = build_plan_report(answer, chosen, name=name)
    if out.suffix.lower() == ".pdf":
        from careerlattice.report.pdf import render_pdf

        data = render_pdf(made)
    else:
        data = render_html(made).encode()
    try:
        out.write_bytes(data)
    except OSError as error:
        raise BadRequest(f"{out} cannot be written: {error.strerror or error}.") from error
    typer.echo(f"{out}: {made.title} ({names_text(chosen.names)}), {len(data):,} bytes")


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

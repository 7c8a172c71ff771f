"""CTDL pathways on the command line: export ctdl, export plan-ctdl, beside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release
from careerlattice.cli.plan_options import PlanOptions, takes_plan_options

if TYPE_CHECKING:
    from careerlattice.exchange.ctdl.beside import Beside

Owner = Annotated[
    str,
    typer.Option("--owner", metavar="NAME", help="The organization that publishes the pathway."),
]
File = Annotated[Path, typer.Argument(help="The JSON-LD file to write.", metavar="FILE")]


@answers_failures()
def export_ctdl(
    file: File,
    pathway: Annotated[
        str, typer.Option("--pathway", help="A pathway's name or id.", metavar="PATHWAY")
    ],
    framework: Annotated[
        str | None, typer.Option("--framework", help="Edition of the framework: 2008 or 2024.")
    ] = None,
    owner: Owner = "",
    release: Release = None,
) -> None:
    """Write a pathway's ladder as a CTDL pathway (JSON-LD) for credential registries.

    Jobs with their O*NET-SOC codes and levels, what each asks as conditions with alternatives,
    credentials, courses and work as components.
    """
    from careerlattice.catalog.catalog import open_release
    from careerlattice.exchange.ctdl import to_ctdl_ladder
    from careerlattice.lattice.lattice import open_lattice

    catalog = open_release(release)
    ladder = open_lattice(catalog).ladder(pathway, framework)
    _write(file, to_ctdl_ladder(catalog, ladder, owner))
    typer.echo(f"{file} holds the pathway {ladder.pathway} with {len(ladder.occupations)} jobs.")


@answers_failures()
@takes_plan_options
def export_plan_ctdl(
    options: PlanOptions,
    file: File,
    show: Annotated[
        str | None,
        typer.Option("--show", metavar="PLAN", help="Which plan: plan-2, fastest, balanced …"),
    ] = None,
    owner: Owner = "",
    release: Release = None,
) -> None:
    """Write a plan as a CTDL pathway (JSON-LD): its jobs, credentials, courses and work in order.

    Example: careerlattice export plan-ctdl plan.json --from "nursing assistant"
    --to "registered nurse" --state OH
    """
    from careerlattice.exchange.ctdl import to_ctdl_plan
    from careerlattice.plan.planner import open_planner
    from careerlattice.wording import names_text, notice_text

    planner = open_planner(release)
    answer = planner.plan(options.request())
    if not answer.plans:
        for notice in answer.notices:
            typer.echo(notice_text(notice), err=True)
        raise typer.Exit(1)
    chosen = answer.recommended(show or "")
    _write(file, to_ctdl_plan(planner.catalog, answer, chosen, owner))
    typer.echo(f"{file} holds the plan: {names_text(chosen.names)}, {len(chosen.steps)} steps.")


@answers_failures()
def beside(
    file: Annotated[Path, typer.Argument(help="A CTDL pathway (JSON-LD).", metavar="FILE")],
    pathway: Annotated[
        str | None,
        typer.Argument(help="The pathway of ours; without it the one that shares most jobs."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    release: Release = None,
) -> None:
    """Read a CTDL pathway of another publisher and set it beside our ladder of the same field."""
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import print_json
    from careerlattice.exchange.ctdl import beside_ours, from_ctdl
    from careerlattice.lattice.lattice import open_lattice
    from careerlattice.profile.files import read_json

    taken = from_ctdl(read_json(file, "CTDL pathway"))
    catalog = open_release(release)
    found = beside_ours(catalog, open_lattice(catalog), taken, pathway)
    if as_json:
        print_json(beside_json(found))
        return
    _print_beside(found)


def beside_json(found: Beside) -> dict[str, Any]:
    """A pathway beside our ladder as JSON values."""
    return {
        "pathway": found.pathway.name,
        "owner": found.pathway.owner,
        "our_pathway": found.ladder.id,
        "jobs": [
            {
                "name": row.component.name,
                "onet_soc_code": None if row.occupation is None else str(row.occupation.code),
                "title": None if row.occupation is None else row.occupation.title,
                "their_level": row.their_level,
                "our_level": row.our_level,
                "asks": [asked.text for asked in row.component.conditions],
            }
            for row in found.jobs
        ],
        "only_ours": [
            {"onet_soc_code": str(one.code), "title": one.title} for one in found.only_ours
        ],
        "remarks": list(found.remarks),
    }


def _print_beside(found: Beside) -> None:
    from rich.markup import escape
    from rich.table import Table

    from careerlattice.cli.screen import console, heading, remark, say

    heading(found.pathway.name, f"beside our {found.ladder.pathway}")
    table = Table(box=None, pad_edge=False)
    for column in ("Job", "Occupation", "Their level", "Ours"):
        table.add_column(column)
    for row in found.jobs:
        title = "not known here" if row.occupation is None else row.occupation.title
        ours = row.our_level or "not on ours"
        theirs = row.their_level or "not said"
        table.add_row(escape(row.component.name), title, escape(theirs), ours)
    console.print(table)
    if found.only_ours:
        names = ", ".join(one.title for one in found.only_ours[:8])
        more = f", and {len(found.only_ours) - 8} more" if len(found.only_ours) > 8 else ""
        say(f"Only on ours: {names}{more}.")
    for text in found.remarks:
        remark(text)


def _write(file: Path, values: dict[str, Any]) -> None:
    from careerlattice.errors import BadRequest

    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadRequest(f"{file} cannot be written: {error.strerror or error}.") from error

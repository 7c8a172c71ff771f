"""The command `careerlattice`."""

from __future__ import annotations

from typing import Annotated

import typer

from careerlattice import __version__
from careerlattice.cli.collecting import collected_seldom
from careerlattice.cli.commands import App, group_of
from careerlattice.cli.output import output_arrives

# In the order of the help screen; each module has register(app) and imports nothing heavy.
MODULES = {
    "plan": ("plan", "explain"),
    "report": ("report",),
    "browse": ("search", "show", "clusters", "pathway", "titles"),
    "lattice": ("ladder", "moves", "compare", "beside", "export"),
    "profile": ("profile",),
    "assess": ("assess",),
    "match": ("match",),
    "bulk": ("match-many", "plan-many"),
    "report_many": ("report-many",),
    "code_titles": ("code-titles",),
    "serve": ("serve",),
    "mcp": ("mcp",),
    "data": ("data",),
}

app = App(
    name="careerlattice",
    cls=group_of(MODULES),
    help="The route planner for careers: search occupations, see what they ask and pay, and plan a "
    "way of several steps from where you are to where you want to be. Works offline; every number "
    "has its source.",
    epilog='Begin with: careerlattice plan --from "nursing assistant" --to "registered nurse" '
    "--state OH\n\nMore of a command: careerlattice COMMAND --help",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"careerlattice {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def run() -> None:
    """The entry point of the console script."""
    with output_arrives(), collected_seldom():
        app()

"""The command `careerlattice`."""

from __future__ import annotations

import importlib
from typing import Annotated

import typer

from careerlattice import __version__

# In the order of the help screen; each module has register(app) and imports nothing heavy.
_MODULES = ("plan", "look", "lattice", "match", "assess", "profile", "report", "serve", "data")

app = typer.Typer(
    name="careerlattice",
    help="The route planner for careers: search occupations, see what they ask and pay, and plan a "
    "way of several steps from where you are to where you want to be. Works offline; every number "
    "has its source.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
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


for _module in _MODULES:
    importlib.import_module(f"careerlattice.cli.{_module}").register(app)


def run() -> None:
    """The entry point of the console script."""
    app()

"""`careerlattice serve`: the pages and their JSON twins on a port of this machine."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from careerlattice.cli.collecting import collect_as_usual
from careerlattice.cli.errors import exit_code, message_of, say
from careerlattice.cli.option_sets import Release
from careerlattice.errors import CareerlatticeError
from careerlattice.vocab.extras import how_to_add


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="serve", rich_help_panel="Pages and data")(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")] = 1,
    release: Release = None,
) -> None:
    """Open the web pages: the planner, the career map, occupations.

    Without options only this machine can reach them. Nothing about visitors is stored.
    """
    collect_as_usual()
    try:
        from careerlattice.web.server import run_server, what_to_set
    except ImportError as error:
        typer.echo(
            f"The web pages need more packages ({error.name}): {how_to_add('web')}",
            err=True,
        )
        raise typer.Exit(2) from error
    if release is not None:
        # The workers are processes of their own and read it where `open_release` does.
        os.environ["CAREERLATTICE_RELEASE"] = release
    advice = what_to_set(host)
    if advice:
        typer.echo(advice, err=True)
    shown = f"[{host}]" if ":" in host else host
    address = f"Careerlattice is at http://{shown}:{port}/ (Ctrl+C stops it)"
    try:
        run_server(host, port, workers, announce=lambda: typer.echo(address))
    except CareerlatticeError as error:
        say(message_of(error))
        raise typer.Exit(exit_code(error)) from None
    except OSError as error:
        typer.echo(
            f"Cannot listen on {host}:{port}: {error.strerror or error}. "
            "Choose another port with --port.",
            err=True,
        )
        raise typer.Exit(1) from error
    except ImportError as error:
        typer.echo(f"The server is missing ({error.name}): {how_to_add('web')}", err=True)
        raise typer.Exit(2) from error

"""`careerlattice mcp`: the library as tools for assistants."""

from __future__ import annotations

from typing import Annotated

import typer

from careerlattice.cli.collecting import collect_as_usual
from careerlattice.cli.option_sets import Release
from careerlattice.vocab.extras import how_to_add


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="mcp", rich_help_panel="Pages and data")(mcp)


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="Answer over streamable HTTP, not on this terminal.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to listen on, with --http.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Port to listen on, with --http.")
    ] = 8100,
    release: Release = None,
) -> None:
    """Serve assistants over the Model Context Protocol: nine tools that plan and look things up.

    An assistant's program starts this command itself and speaks to it on standard input and output.
    Nothing is kept between questions, written or sent elsewhere.
    """
    collect_as_usual()
    try:
        from careerlattice.mcp.server import run_http, run_stdio
    except ImportError as error:
        typer.echo(
            f"Assistants need more packages ({error.name}): {how_to_add('mcp')}",
            err=True,
        )
        raise typer.Exit(2) from error
    if not http:
        run_stdio(release)
        return
    if host not in ("127.0.0.1", "localhost", "::1"):
        typer.echo(
            f"{host} can be reached by other machines, and nobody signs in: put a proxy with "
            "sign-in in front.",
            err=True,
        )
    typer.echo(f"Careerlattice answers assistants at http://{host}:{port}/mcp (Ctrl+C stops it)")
    run_http(host, port, release)

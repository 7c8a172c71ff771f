"""Asking which of several things was meant: by number on a terminal, as `choices` in JSON."""

from __future__ import annotations

import sys
from typing import Any

import typer

from careerlattice.errors import Ambiguous


def answered_again(error: Ambiguous) -> bool:
    """Ask on a terminal which one was meant, and run the command again with the answer.

    False where nobody can be asked, or nothing was chosen.
    """
    context = _context()
    if context is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    if context.params.get("as_json"):
        return False
    again = _with_answer(context.params, error)
    if again is None or context.command.callback is None:
        return False
    context.params.clear()
    context.params.update(again)
    context.command.callback(**again)
    return True


def print_choices(error: Ambiguous) -> None:
    """The choices as JSON on stdout, where JSON was asked for."""
    context = _context()
    if context is None or not context.params.get("as_json"):
        return
    from careerlattice.cli.screen import print_json

    print_json(choices_of(error))


def choices_of(error: Ambiguous) -> dict[str, Any]:
    """A question as JSON-ready values: what was typed, the question, and what may be meant."""
    column = "onet_soc_code" if error.kind == "occupation" else "code"
    return {
        "asked": error.asked,
        "kind": error.kind,
        "question": str(error),
        "choices": [{column: code, "title": name} for code, name in error.choices],
    }


def _context() -> Any:
    import importlib

    # Typer brings its own Click since 0.26.
    for name in ("typer._click.globals", "click.globals"):
        try:
            return importlib.import_module(name).get_current_context(silent=True)
        except ImportError:
            continue
    return None


def _with_answer(params: dict[str, Any], error: Ambiguous) -> dict[str, Any] | None:
    """The parameters with the wording typed replaced by the code chosen."""
    places = [
        name
        for name, value in params.items()
        if value == error.asked or (isinstance(value, list | tuple) and error.asked in value)
    ]
    stripped = [n for n, v in params.items() if isinstance(v, str) and v.strip() == error.asked]
    places = places or stripped
    if not places:
        return None
    typer.echo(f"{error.asked!r} could mean:", err=True)
    for number, (code, name) in enumerate(error.choices, start=1):
        typer.echo(f"  {number}. {name} ({code})", err=True)
    count = len(error.choices)
    while True:
        typer.echo(f"Which one? 1 to {count}, or Enter for none: ", err=True, nl=False)
        try:
            said = input().strip()
        except EOFError:
            return None
        if not said:
            return None
        if said.isdecimal() and 1 <= int(said) <= count:
            code = error.choices[int(said) - 1][0]
            return {
                name: _replaced(value, error.asked, code) if name in places else value
                for name, value in params.items()
            }
        typer.echo(f"{said[:20]!r} is not one of the numbers.", err=True)


def _replaced(value: Any, asked: str, code: str) -> Any:
    if isinstance(value, list | tuple):
        return type(value)(code if item == asked else item for item in value)
    return code

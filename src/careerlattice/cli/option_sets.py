"""Options that are declared once, alone or as the fields of a class, for all that take them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

Release = Annotated[
    str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
]
"""The release a command reads; without it the one that is found."""


def takes(options: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command, whose first parameter is an `options`, each of its fields as an option.

    `options` is a dataclass whose fields are annotated as Typer's parameters are. The command's own
    parameters come first on its help screen, then the fields in their order.
    """
    hints = get_type_hints(options, include_extras=True)
    shared = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=hints[field.name],
        )
        for field in fields(options)
    ]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own_hints = get_type_hints(command, include_extras=True)
        _, *own = (
            param.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=own_hints[param.name])
            for param in inspect.signature(command).parameters.values()
        )

        @wraps(command)
        def called(**given: Any) -> None:
            typed = {param.name: given.pop(param.name) for param in shared}
            command(options(**typed), **given)

        # Typer reads a command's parameters from its signature and its annotations.
        together = [*shared, *own]
        called.__signature__ = inspect.Signature(together)  # type: ignore[attr-defined]
        called.__annotations__ = {param.name: param.annotation for param in together}
        return called

    return decorate

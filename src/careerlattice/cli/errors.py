"""How the command line says that something failed: one paragraph, and an exit code.

0  an answer was given
1  there is no answer: nothing has the code or name asked for
2  the question cannot be asked: a bad code, request, profile or option
3  the data cannot be used: a file, a release, a path, the network
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

import typer

from careerlattice.cli.choices import answered_again, print_choices
from careerlattice.errors import (
    Ambiguous,
    BadCode,
    BadProfile,
    BadRequest,
    BadSetting,
    CareerlatticeError,
    NotFound,
    either,
)

NO_ANSWER, USAGE, DATA, STOPPED = 1, 2, 3, 130
OPTIONS: ContextVar[Mapping[str, str]] = ContextVar("OPTIONS", default=MappingProxyType({}))
"""The options of the command that runs, `--max-months` by the name of its parameter."""

_OPTION_OF = {
    "start": "from_",
    "start.job": "from_",
    "start.past": "from_",
    "goal": "to",
    "goal.occupation": "to",
    "goal.min_pay_usd": "goal_pay",
    "start.licenses": "license",
    "horizon_years": "horizon",
    "place": "state",
}
"""Fields of a question whose option has another name."""
_UNITS = ("_usd", "_pct", "_months")


def exit_code(error: BaseException) -> int:
    """The exit code that stands for this failure."""
    if isinstance(error, NotFound):
        return NO_ANSWER
    if isinstance(error, BadCode | BadRequest | BadProfile | BadSetting):
        return USAGE
    return STOPPED if isinstance(error, KeyboardInterrupt) else DATA


@contextmanager
def answers_failures() -> Iterator[None]:
    """Turn the failures of a command into a paragraph on stderr and an exit code.

    Used as a decorator below `@app.command()` or as a context manager. Only failures that were
    foreseen are answered; a bug keeps its traceback.
    """
    try:
        yield
    except Ambiguous as error:
        if answered_again(error):
            return
        print_choices(error)
        say(message_of(error))
        raise typer.Exit(exit_code(error)) from None
    except CareerlatticeError as error:
        say(message_of(error))
        raise typer.Exit(exit_code(error)) from None
    except BrokenPipeError:
        # Whoever read our output (`| head`) has enough; Python must not complain when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except OSError as error:
        what = error.strerror or str(error)
        where = f"{error.filename} cannot be used: " if error.filename else ""
        say(f"{where}{what}. Check the path and its permissions.")
        raise typer.Exit(exit_code(error)) from None
    except KeyboardInterrupt as error:
        say("Stopped.")
        raise typer.Exit(exit_code(error)) from None


def option_of(field: str) -> str:
    """The option for a field of a question (`limits.max_months`) in the command that runs.

    Empty where it has none.
    """
    last = field.rpartition(".")[2]
    bare = next((last.removesuffix(unit) for unit in _UNITS if last.endswith(unit)), last)
    options = OPTIONS.get()
    for name in (_OPTION_OF.get(field, ""), field, last, bare):
        if name in options:
            return options[name]
    return ""


def message_of(error: CareerlatticeError) -> str:
    """What the command line says of an error: its option, what is wrong, what may be meant."""
    message = str(error)
    if isinstance(error, NotFound) and not isinstance(error, Ambiguous):
        from careerlattice.wording.understood import what_text

        message = what_text(error)
        if error.nearest:
            message = f"{message} Did you mean {either(error.nearest)}?"
    option = option_of(error.field) if error.field else ""
    return f"{option}: {message}" if option and option not in message else message


def say(message: str) -> None:
    """One paragraph on stderr: wrapped at words on a terminal, one line in a log."""
    from rich.text import Text

    from careerlattice.cli.terminal import Terminal

    console = Terminal(stderr=True)
    paragraph = Text("Error: ", style="bold red")
    paragraph.append(" ".join(message.split()), style="not bold default")
    console.print(paragraph, soft_wrap=not console.is_terminal, highlight=False)

"""The reference of the command line, written from the commands themselves.

`python -m devtools.cli_reference` prints it; with a path it writes the file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from careerlattice.cli.help_screen import (
    argument_name,
    paragraphs,
    usage_pieces,
    value_name,
)
from careerlattice.cli.main import app
from careerlattice.cli.values import is_argument

_INTRODUCTION = """\
# The command line

Written by `python -m devtools.cli_reference docs/reference/cli.md` from the commands in
`src/careerlattice/cli`; change those, not this page.

Answers go to standard output, messages to standard error. The exit code says how it went:

| code | means |
|---|---|
| 0 | an answer was given |
| 1 | there is no answer: nothing has the code or name asked for, or no way leads there |
| 2 | the question cannot be asked: a bad code, request, profile or option |
| 3 | the data cannot be used: a file, a release, a path, the network |
| 130 | stopped with Ctrl-C |

Every command has `--help`, `-h`. The environment variable `CAREERLATTICE_RELEASE` names the folder
of another release for all of them; `--release` wins over it.
"""


def list_commands() -> list[tuple[str, Any]]:
    """Every command by its full name ("data build"), in the order of the help screen."""
    return list(_walk(get_command(app), ""))


def reference() -> str:
    """The whole page as Markdown: the same commands give the same text."""
    commands = list_commands()
    parts = [_INTRODUCTION, "| command | what it does |", "|---|---|"]
    for name, command in commands:
        link = "careerlattice-" + name.replace(" ", "-")
        parts.append(f"| [`{name}`](#{link}) | {_cell(next(iter(paragraphs(command.help)), ''))} |")
    parts.append("")
    for name, command in commands:
        parts += _section(name, command)
    return "\n".join(parts).rstrip() + "\n"


def options_of(command: Any) -> list[str]:
    """The long and short names of a command's options, help left out."""
    return [
        spelled
        for param in command.params
        if param.param_type_name == "option" and param.name != "help"
        for spelled in (*param.opts, *param.secondary_opts)
    ]


def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "list_commands"):
        yield name, command
        return
    for member in command.list_commands(None):
        inner = command.get_command(None, member)
        if not inner.hidden:
            yield from _walk(inner, f"{name} {member}".strip())


def _section(name: str, command: Any) -> list[str]:
    arguments = [p for p in command.params if is_argument(p)]
    options = [p for p in command.params if not is_argument(p) and p.name != "help"]
    usage = ["careerlattice", name, *usage_pieces(command.params)]
    lines = [f"## careerlattice {name}", "", "```", " ".join(usage), "```", ""]
    lines += ["\n\n".join(paragraphs(command.help)), ""]
    if arguments:
        lines += ["| argument | what it is |", "|---|---|"]
        lines += [f"| `{argument_name(p)}` | {_cell(p.help)} |" for p in arguments]
        lines.append("")
    if options:
        lines += ["| option | what it does | default |", "|---|---|---|"]
        lines += [f"| {_option(p)} | {_cell(_help(p))} | {_default(p)} |" for p in options]
        lines.append("")
    return lines


def _option(param: Any) -> str:
    names = ", ".join(f"`{spelled}`" for spelled in (*param.opts, *param.secondary_opts))
    return f"{names} {value_name(param)}".rstrip()


def _help(param: Any) -> str:
    text = param.help or ""
    said = any(word in text.lower() for word in ("repeat", "several times", "for each"))
    if param.multiple and not said:
        text += " May be given several times."
    if param.envvar:
        text += f" Or set `{param.envvar}`."
    return str(text)


def _default(param: Any) -> str:
    if param.required:
        return "must be given"
    value = param.default
    if value is None or value is False or value in ("", ()):
        return ""
    return f"`{value}`"


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def main(arguments: list[str]) -> None:
    """Print the reference, or write it to the path given."""
    text = reference()
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])

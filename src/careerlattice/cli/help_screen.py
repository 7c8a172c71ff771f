"""Help screens: usage, what a command does, its arguments, options and commands in panels."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from careerlattice.cli.terminal import Terminal
from careerlattice.cli.values import is_argument, plain_value

_KINDS = {int: "NUMBER", float: "NUMBER", Path: "FILE"}
_NAME, _VALUE, _ASIDE, _FRAME = "bold cyan", "bold yellow", "dim", "dim"


def print_help(command: Any, ctx: Any) -> None:
    """Print the help screen of a command or group."""
    console = Terminal(highlight=False)
    usage = Text("Usage: ", style="yellow")
    usage.append(
        " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)]), style="bold default"
    )
    console.print(Padding(usage, (1, 1)))
    for paragraph in paragraphs(command.help):
        console.print(Padding(Text(paragraph), (0, 1, 1, 1)))
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if is_argument(param)]
    if arguments:
        rows = [(_argument_cell(param), _said(param, ctx)) for param in arguments]
        console.print(_panel("Arguments", rows))
    panels = _members(command, ctx)
    width = max((len(name) for members in panels.values() for name, _ in members), default=0)
    for title, members in panels.items():
        named = [(Text(name, style=_NAME), Text(text)) for name, text in members]
        console.print(_panel(title, named, width))
    for title, options in _grouped(param for param in params if not is_argument(param)).items():
        rows = [(_option_cell(param), _said(param, ctx)) for param in options]
        console.print(_panel(title, rows))
    for paragraph in paragraphs(command.epilog):
        console.print(Padding(Text(paragraph), (0, 1, 1, 1)))


def usage_pieces(params: Iterable[Any]) -> list[str]:
    """What follows a command's name: its arguments and, where it has any, its options."""
    listed = list(params)
    has_options = any(not is_argument(param) for param in listed)
    return [*(argument_name(p) for p in listed if is_argument(p)), *["[OPTIONS]"] * has_options]


def argument_name(param: Any) -> str:
    """An argument in a line of usage: TEXT, [TEXT] if it may be left out, TEXT... for several."""
    name = (param.metavar or param.name).strip("[].")
    name = name if "." in name else name.upper()
    shown = name if param.required else f"[{name}]"
    return f"{shown}..." if param.nargs == -1 else shown


def value_name(param: Any) -> str:
    """What stands for an option's value; empty for one that takes none."""
    if param.is_flag:
        return ""
    plain = plain_value(param)
    kind = _KINDS.get(plain.kind) if plain is not None else None
    return str(param.metavar or kind or param.opts[0].strip("-").replace("-", "_").upper())


def paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a help text, each as one line."""
    parts = inspect.cleandoc(text or "").split("\n\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def _grouped(options: Iterable[Any]) -> dict[str, list[Any]]:
    """Options by the title of their panel; those without one come last."""
    found: dict[str, list[Any]] = {}
    rest = []
    for param in options:
        title = getattr(param, "rich_help_panel", None)
        if title:
            found.setdefault(title, []).append(param)
        else:
            rest.append(param)
    return {**found, "Options": rest} if rest else found


def _members(command: Any, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    """Commands of a group with what they do, by the title of their panel."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in command.summaries(ctx) if hasattr(command, "summaries") else ():
        title = line.panel if isinstance(line.panel, str) else "Commands"
        first = next(iter(paragraphs(line.help)), "")
        found.setdefault(title, []).append((line.name, first))
    return found


def _argument_cell(param: Any) -> Text:
    return Text(argument_name(param), style=_VALUE)


def _option_cell(param: Any) -> Text:
    names = [*param.opts, *param.secondary_opts]
    cell = Text(", ".join(sorted(names, key=lambda name: not name.startswith("--"))), style=_NAME)
    if value_name(param):
        cell.append(f" {value_name(param)}", style=_VALUE)
    return cell


def _said(param: Any, ctx: Any) -> Text:
    """What a parameter is, with what it may be and what it is when left out."""
    text = Text(" ".join((param.help or "").split()))
    aside = []
    plain = plain_value(param)
    if plain is not None and (plain.low is not None and plain.high is not None):
        aside.append(f"{plain.low:g} to {plain.high:g}")
    shown = getattr(param, "show_default", True) and not getattr(param, "is_flag", False)
    if shown and not param.required and param.default not in (None, "", (), []):
        aside.append(f"default {param.default}")
    if getattr(param, "envvar", None):
        aside.append(f"or set {param.envvar}")
    if param.required and not is_argument(param):
        aside.append("required")
    if aside:
        text.append(f" [{'; '.join(aside)}]", style=_ASIDE)
    return text


def _panel(title: str, rows: Iterable[tuple[Text, Text]], width: int | None = None) -> Panel:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=width, max_width=34)
    table.add_column(ratio=1)
    for name, text in rows:
        table.add_row(name, text)
    return Panel(table, title=title, title_align="left", border_style=_FRAME)

"""Drawing on the terminal: one console, bars, notes, credits, JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

from rich.padding import Padding
from rich.text import Text

from careerlattice.cli.output import knows_all_signs
from careerlattice.cli.terminal import Terminal

console = Terminal(highlight=False)
errors = Terminal(stderr=True, highlight=False)


def print_json(value: Any, indent: int = 2) -> None:
    """The value as JSON on standard output, the same bytes for the same value.

    Where the output cannot hold all signs they are written as JSON's escapes.
    """
    escapes = not knows_all_signs()
    text = json.dumps(value, indent=indent, ensure_ascii=escapes, allow_nan=False)
    sys.stdout.write(text + "\n")


def heading(text: str, more: str = "") -> None:
    """A section heading with a remark beside it."""
    console.print()
    line = Text(text, style="bold cyan")
    if more:
        line.append(f"  {more}", style="dim")
    console.print(line)


def bar(share: float, width: int = 24) -> str:
    """A bar of eighth blocks for a share of 0 to 1."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")[rest]


def say(text: str | Text, style: str = "", inset: int = 2) -> None:
    """A paragraph set in by two spaces or more, also where it wraps. Markup is not read."""
    shown = Text(text, style=style) if isinstance(text, str) else text
    console.print(Padding(shown, (0, 0, 0, inset)))


def remark(text: str) -> None:
    """A remark below a section."""
    say(text, "dim")


def print_credits(lines: list[str]) -> None:
    """The sources at the foot of an answer."""
    heading("Sources")
    for line in lines:
        remark(line)

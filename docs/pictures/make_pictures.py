"""Draw the pictures of the README: what the terminal shows, as SVG.

    python docs/pictures/make_pictures.py

Each picture is what the command really prints on a terminal 100 columns wide. The SVG loads no font
and no script: it asks for whatever monospaced font the reader has.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
COLUMNS = 100
THEME = TerminalTheme(
    (250, 250, 247),
    (34, 38, 43),
    [(34, 38, 43), (176, 42, 42), (24, 118, 66), (152, 103, 1),
     (30, 84, 170), (132, 53, 132), (0, 112, 128), (90, 96, 103)],
    [(90, 96, 103), (176, 42, 42), (24, 118, 66), (152, 103, 1),
     (30, 84, 170), (132, 53, 132), (0, 112, 128), (34, 38, 43)],
)  # fmt: skip
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>WORDS</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""  # noqa: E501


@dataclass(frozen=True)
class Picture:
    """A picture: its file, the command, where to stop, and its words for those who listen."""

    file: str
    command: tuple[str, ...]
    until: str
    words: str


PICTURES = (
    Picture(
        "plan.svg",
        ("plan", "--from", "nursing assistant", "--to", "registered nurse", "--state", "OH"),
        "Money",
        "The command careerlattice plan, from nursing assistant to registered nurse in Ohio: a "
        "list of ways with time, tuition, jobs opened and gain, then one way step by step.",
    ),
)


def printed(command: tuple[str, ...]) -> str:
    """What the command prints on a colored terminal of `COLUMNS`. Raises when it fails."""
    done = subprocess.run(
        (sys.executable, "-c", "from careerlattice.cli.main import run; run()", *command),
        env={
            **os.environ,
            "COLUMNS": str(COLUMNS),
            "FORCE_COLOR": "1",
            "TERM": "xterm-256color",
            "PYTHONIOENCODING": "utf-8",
        },
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout.decode("utf-8")


def drawn(picture: Picture) -> str:
    """The picture as SVG; the same output gives the same text."""
    text = Text.from_ansi(printed(picture.command))
    lines = text.split("\n")
    last = next(
        (n for n, line in enumerate(lines) if line.plain.startswith(picture.until)), len(lines)
    )
    shown = [f'"{word}"' if " " in word else word for word in picture.command]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ careerlattice " + " ".join(shown), style="bold"))
    console.print(Text("\n").join(lines[:last]), soft_wrap=True)
    frame = FRAME.replace("WORDS", picture.words)
    svg = console.export_svg(title="", theme=THEME, code_format=frame, unique_id="terminal")
    return re.sub(r"[ \t]+\n", "\n", svg)


def main() -> None:
    """Write every picture beside this file."""
    for picture in PICTURES:
        path = HERE / picture.file
        path.write_text(drawn(picture), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.name}: {path.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()

"""What is written arrives, or the command says that it could not be written.

A terminal, a file or a pipe may know fewer signs than our answers have, may be full, closed, or
read by somebody who has had enough.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

HANDLER = "careerlattice.signs"
LEAST_COLUMNS = 20

# One sign for one, so that columns stay where they are.
_SIGNS = {
    "–": "-", "—": "-", "−": "-", "‑": "-", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'",
    "…": ".", "→": ">", "←": "<", "↑": "^", "↓": "v", "↔": "-", "▲": "^", "▼": "v", "▶": ">",
    "•": "*", "·": "*", "×": "x", "≥": ">", "≤": "<", "≈": "~", "✓": "+", "✗": "x", "®": " ",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "=", "▍": "=", "▎": "-", "▏": "-", "░": ".",
    "│": "|", "┃": "|", "─": "-", "━": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


def signs_that_exist(error: UnicodeError) -> tuple[str, int]:
    """For what an encoding lacks, the nearest sign that every encoding has; else a question mark.

    An error handler for `codecs.register_error`.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_nearest, lacking)), error.end


def _nearest(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    bare = unicodedata.normalize("NFKD", sign)[:1]
    if bare.isascii() and bare.isprintable():
        return bare
    is_drawn = unicodedata.name(sign, "").startswith("BOX DRAWINGS")
    return "+" if is_drawn else "?"


def knows_all_signs() -> bool:
    """Whether standard output can hold any text."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False


@contextmanager
def output_arrives() -> Iterator[None]:
    """Run a command, then end the process with its exit code once all is written.

    Exit code 3 when it could not be; 0 when who read it (`| head`) has had enough.
    """
    _prepare()
    code: object = 0
    try:
        yield
    except SystemExit as error:
        code = error.code
    except OSError as error:
        code = _code_of(error)
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _code_of(error)
    sys.exit(code)  # type: ignore[arg-type]


def _prepare() -> None:
    codecs.register_error(HANDLER, signs_that_exist)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        print("Error: Standard output is closed, so that nothing can be written.", file=sys.stderr)
        sys.exit(3)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)
    # Some shells leave a width of 0 behind, in which nothing can be drawn.
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns[:9]) < LEAST_COLUMNS:
        os.environ["COLUMNS"] = str(LEAST_COLUMNS)


def _code_of(error: OSError) -> int:
    """The exit code for output that cannot be written, which is said on stderr."""
    # What is still buffered has to go somewhere, or Python complains as it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return 0
    print(f"Error: What should be written was not: {error.strerror or error}.", file=sys.stderr)
    return 3

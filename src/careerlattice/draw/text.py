"""Text in pictures: how wide it is, where it breaks, how it is escaped."""

from __future__ import annotations

from html import escape as _escape

# Widths of characters in thousandths of the font size: those of a wide sans-serif font, so that
# text drawn in a narrower one still stays inside its box.
_NARROW, _THIN, _WIDE, _BROAD = "iljI.,:;'|!", "ftr()[]-/ ", "mwMW@%", "ABCDEFGHKLNOPQRSTUVXYZ&$+"
_WIDTH = (
    dict.fromkeys(_NARROW, 320)
    | dict.fromkeys(_THIN, 390)
    | dict.fromkeys(_WIDE, 960)
    | dict.fromkeys(_BROAD, 700)
)
_USUAL = 615
_BOLD = 1.09


def escape(text: str) -> str:
    """The text for use between tags or in a quoted attribute."""
    return _escape(text, quote=True)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The estimated width in pixels, on the safe side."""
    return sum(_WIDTH.get(c, _USUAL) for c in text) / 1000 * size * (_BOLD if bold else 1.0)


def wrap(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """The text broken at words into at most `lines` lines; the last may end in an ellipsis."""
    found: list[str] = []
    current = ""
    words = text.split()
    for place, word in enumerate(words):
        longer = f"{current} {word}".strip()
        if width_of(longer, size, bold=bold) <= width or not current:
            current = longer
            continue
        if len(found) == lines - 1:
            return [*found, cut(" ".join([current, *words[place:]]), width, size, bold=bold)]
        found.append(current)
        current = word
    return [*found, cut(current, width, size, bold=bold)]


def cut(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, shortened with an ellipsis where it is wider than `width`."""
    if width_of(text, size, bold=bold) <= width:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size, bold=bold) > width:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,-/')}…"

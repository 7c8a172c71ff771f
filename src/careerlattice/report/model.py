"""What a report is made of. All are frozen values; renderers read them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `is_small` for remarks."""

    text: str
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Key figures: name and value."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words in a table that lead to a page elsewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption and heads.

    `numbers` are the columns set to the right, `unbroken` those kept on one line.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Link, ...], ...]
    numbers: tuple[int, ...] = ()
    unbroken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG picture with the words that say the same."""

    svg: str
    words: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on."""

    count: int


Block = Paragraph | Bullets | Facts | Table | Picture | Lines


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its blocks; `level` 2 or 3."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Report:
    """A document: title, a line under it, sections, and who is credited.

    `prepared` is the day it was made in words, empty when it does not matter. `name` is whom it is
    for; an empty one leaves a line to write on, none leaves the line out. `address` is the page to
    come back to. A sheet (`is_sheet`) is set small, to fit one page.
    """

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    release: str
    credits: tuple[str, ...]
    prepared: str = ""
    is_sheet: bool = False
    name: str | None = None
    address: str = ""

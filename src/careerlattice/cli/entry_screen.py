"""How to get into an occupation: the ways in side by side, gates, what comes next, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careerlattice.cli.screen import console, heading, remark, say
from careerlattice.wording.entry import WayWords
from careerlattice.wording.entry_gates import EntryWords, LicenseWords, describe_entry

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.vocab.codes import OnetSocCode

# Columns narrower than this are hard to read.
COLUMN = 36
SHOWN_LICENSES, SHOWN_STEPS, SHOWN_PAGES = 4, 6, 3


def print_entry(catalog: Catalog, code: OnetSocCode, state: str | None = None) -> None:
    """The part of the occupation's screen that tells how to get in, in a state if one is named."""
    words = describe_entry(catalog, code, state)
    count = len(words.ways)
    heading("How to get in", "one way" if count == 1 else f"{count} ways, the usual one first")
    for text in words.remarks:
        say(text)
    _print_ways(words.ways)
    _print_gates(words)
    _print_next(words)
    _print_sources(words)


def _print_ways(ways: tuple[WayWords, ...]) -> None:
    beside = max(1, min(len(ways), (console.width - 2) // COLUMN, 3))
    for first in range(0, len(ways), beside):
        grid = Table.grid(padding=(0, 2), expand=True)
        for _ in range(beside):
            grid.add_column(ratio=1)
        grid.add_row(*(_way(way) for way in ways[first : first + beside]))
        console.print(Padding(grid, (1 if first else 0, 0, 0, 2)))


def _way(way: WayWords) -> Text:
    told = Text(way.heading, style="bold")
    if way.is_usual:
        told.append("  usual way", style="not bold green")
    told.append("\n" + " ".join(way.sentences), style="not bold")
    if way.note:
        told.append("\n" + way.note, style="not bold dim")
    return told


def _print_gates(words: EntryWords) -> None:
    asked = [item for item in words.licenses if item.is_asked]
    others = [item for item in words.licenses if not item.is_asked]
    for item in [*asked, *others][:SHOWN_LICENSES]:
        console.print()
        say(_license(item))
    left = len(words.licenses) - SHOWN_LICENSES
    if left > 0:
        remark(f"and {left} more (--json lists all)")
    if words.person:
        console.print()
        say(_labeled("Also required: ", " ".join(words.person)))
    if words.accreditors:
        console.print()
        listed = "; ".join(f"{item.text}, {item.address}" for item in words.accreditors)
        say(_labeled("Accredited programs are listed by: ", listed))


def _license(item: LicenseWords) -> Text:
    kind = "License: " if item.is_asked else "License or certificate: "
    return _labeled(f"{kind}{item.name}. ", " ".join(item.sentences))


def _print_next(words: EntryWords) -> None:
    if not words.next_steps:
        return
    told = [
        step.title + (f" ({step.text})" if step.text else "")
        for step in sorted(words.next_steps, key=lambda step: not step.is_advance)
    ]
    console.print()
    say(_labeled("What may come next: ", "; ".join(told[:SHOWN_STEPS]) + "."))


def _print_sources(words: EntryWords) -> None:
    console.print()
    read = [source for source in words.sources if source.address]
    for source in read[:SHOWN_PAGES]:
        remark(f"Read in: {source.text}")
        console.print(f"    [dim]{source.address}[/dim]", soft_wrap=True)
    if len(read) > SHOWN_PAGES:
        remark(f"and {len(read) - SHOWN_PAGES} more pages (--json lists all)")
    known = [source.text for source in words.sources if source.standing == "known, to be checked"]
    if known:
        remark(f"Known, to be checked: {'; '.join(known)}.")
    judged = [source.text for source in words.sources if source.standing == "our judgment"]
    if judged:
        remark(f"Our judgment: {'; '.join(judged)}.")


def _labeled(label: str, text: str) -> Text:
    told = Text(label, style="bold")
    told.append(text, style="not bold")
    return told

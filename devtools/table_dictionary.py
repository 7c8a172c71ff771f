"""The data dictionary: every table, field, unit, source and licence, written from the declarations.

`python -m devtools.table_dictionary` prints it; with a path it writes the file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from careerlattice.tables.model import Field, Link, Source, Table
from careerlattice.tables.registry import TABLES
from careerlattice.tables.sources_of_record import SOURCES

_INTRODUCTION = """\
# Tables of a release

Written by `python -m devtools.table_dictionary docs/reference/tables.md` from the
declarations in `src/careerlattice/tables`; change those, not this page.

A release is a folder of Parquet files, one for each table, and `release.json`. Every table is held
against what stands here when it is built and again by `careerlattice data verify`. A field that may
be empty says so. Money is in US dollars, lengths of time are in months unless a field says
otherwise.
"""
_TYPES = {
    "text": "text",
    "int8": "whole number (8 bits)",
    "int16": "whole number (16 bits)",
    "int32": "whole number (32 bits)",
    "float": "number (32 bits)",
    "bool": "true or false",
    "date": "date",
}


def dictionary() -> str:
    """The whole dictionary as Markdown: the same declarations give the same text."""
    parts = [_INTRODUCTION, _contents()]
    parts += [_table(table) for table in TABLES.values()]
    parts.append("## Sources\n")
    parts += [_source(SOURCES[name]) for name in sorted(SOURCES)]
    return "\n".join(parts)


def _contents() -> str:
    lines = ["| table | what it holds | key |", "|---|---|---|"]
    for table in TABLES.values():
        key = ", ".join(f"`{name}`" for name in table.key)
        lines.append(f"| [`{table.name}`](#{table.name}) | {_cell(table.help)} | {key} |")
    return "\n".join(lines) + "\n"


def _table(table: Table) -> str:
    sources = ", ".join(f"[{SOURCES[name].title}](#{name})" for name in table.sources)
    lines = [f"## {table.name}", "", f"{table.help}.", "", f"Sources: {sources}."]
    lines.append(f"Key: {', '.join(f'`{name}`' for name in table.key)}.")
    if table.is_local:
        lines.append(
            "Not shipped: it holds the publisher's sentences. `careerlattice data pull` adds it to "
            "a "
            "release of your own."
        )
    lines += [
        "",
        "| field | type | unit | may be empty | meaning | values |",
        "|---|---|---|---|---|---|",
    ]
    for field in table.fields:
        empty = "yes" if field.nullable else ""
        lines.append(
            f"| `{field.name}` | {_TYPES[field.type]} | {_cell(field.unit)} | {empty} "
            f"| {_cell(field.help)} | {_values(field)} |"
        )
    if table.links:
        lines += ["", "Links: " + "; ".join(_link(link) for link in table.links) + "."]
    return "\n".join(lines) + "\n"


def _values(field: Field) -> str:
    if field.choices:
        return ", ".join(_cell(choice) for choice in field.choices)
    if field.pattern:
        return f"`{_cell(field.pattern)}`"
    if field.low is not None and field.high is not None:
        return (
            f"{field.low:,g} to {field.high:,g}"
            if field.high < 1e5
            else (f"{field.low:,.0f} to {field.high:,.0f}")
        )
    if field.low is not None:
        return f"{field.low:,g} or more"
    return ""


def _link(link: Link) -> str:
    own = ", ".join(f"`{name}`" for name in link.fields)
    theirs = ", ".join(f"`{name}`" for name in link.to_fields)
    return f"{own} to {theirs} of [`{link.to}`](#{link.to})"


def _source(source: Source) -> str:
    return "\n".join(
        (
            f"### {source.id}",
            "",
            f"{source.title}, edition {source.edition} (vintage {source.vintage}). "
            f"{source.publisher}.",
            f"Licence: {source.licence}. Address: {_address(source.address)}.",
            "",
            f"> {source.credit}",
            "",
        )
    )


def _address(address: str) -> str:
    return f"<{address}>" if address.startswith("http") else address


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(dictionary(), encoding="utf-8")
    else:
        sys.stdout.write(dictionary())

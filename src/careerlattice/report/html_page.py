"""A report as one HTML file that needs nothing else."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from careerlattice.report.model import (
    Block,
    Bullets,
    Facts,
    Lines,
    Link,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
)
from careerlattice.wording.papers import come_back_text, date_word, name_word

SHORT_TABLE = 3
"""Rows of a table that is not cut by the end of a page; a longer one would leave a gap."""


@cache
def _style() -> str:
    return (Path(__file__).parent / "report.css").read_text(encoding="utf-8")


def render_html(report: Report) -> str:
    """The whole page. Same report, same text."""
    return _document(report.title, _main(report))


def render_sheets(reports: Sequence[Report]) -> str:
    """Several reports as one page, each beginning on paper of its own."""
    title = "Plans for a class"
    return _document(title, "\n".join(_main(report) for report in reports))


def _document(title: str, body: str) -> str:
    return (
        "<!doctype html>\n"
        '<html lang="en-us"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="generator" content="Careerlattice">'
        f"<style>\n{_style()}</style></head>\n<body>\n{body}</body></html>\n"
    )


def _main(report: Report) -> str:
    sections = "\n".join(_section(section) for section in report.sections)
    kind = ' class="sheet"' if report.is_sheet else ""
    return (
        f"<main{kind}>\n"
        f'<p class="mark">Careerlattice<span class="edition">{_edition(report)}</span></p>\n'
        f"<h1>{escape(report.title)}</h1>\n"
        f'<p class="subtitle">{escape(report.subtitle)}</p>\n{_for_whom(report)}{sections}\n'
        f"{_come_back(report)}{_sources(report)}"
        "</main>\n"
    )


def _for_whom(report: Report) -> str:
    """Name and date: printed where they are known, else lines to write on."""
    if report.name is None:
        return ""
    fields = ((name_word(), report.name), (date_word(), report.prepared))
    cells = "".join(
        f"<span>{escape(label)}</span><b>{escape(value)}</b>" for label, value in fields
    )
    return f'<p class="whom">{cells}</p>\n'


def _come_back(report: Report) -> str:
    if not report.address:
        return ""
    address = escape(report.address)
    words = escape(come_back_text())
    return f'<p class="small address">{words} <a href="{address}">{address}</a></p>\n'


def _sources(report: Report) -> str:
    if report.is_sheet:
        credited = escape(" ".join(report.credits))
        return f'<section><h2>Sources</h2><p class="small">{credited}</p></section>\n'
    sources = "".join(f"<li>{escape(credit)}</li>" for credit in report.credits)
    return f'<section><h2>Sources</h2><ul class="small">{sources}</ul></section>\n'


def _edition(report: Report) -> str:
    release = f"Data release {escape(report.release)}"
    return f"Prepared {escape(report.prepared)} · {release}" if report.prepared else release


def _section(section: Section) -> str:
    tag = f"h{section.level}"
    blocks = "\n".join(_block(block) for block in section.blocks)
    return f"<section><{tag}>{escape(section.heading)}</{tag}>\n{blocks}</section>"


def _block(block: Block) -> str:
    match block:
        case Paragraph(text, is_small):
            return f'<p class="small">{escape(text)}</p>' if is_small else f"<p>{escape(text)}</p>"
        case Bullets(items):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
        case Facts(pairs):
            cells = "".join(
                f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
                for name, value in pairs
            )
            return f"<dl>{cells}</dl>"
        case Picture(svg, words):
            data = base64.b64encode(svg.encode()).decode()
            source = f"data:image/svg+xml;base64,{data}"
            return f'<img class="picture" alt="{escape(words)}" src="{source}">'
        case Table():
            return _table(block)
        case Lines(count):
            return '<div class="lines">' + "<p></p>" * count + "</div>"


def _table(table: Table) -> str:
    def side(place: int) -> str:
        names = [
            name
            for name, places in (("number", table.numbers), ("unbroken", table.unbroken))
            if place in places
        ]
        return f' class="{" ".join(names)}"' if names else ""

    head = "".join(
        f'<th scope="col"{side(place)}>{escape(name)}</th>' for place, name in enumerate(table.head)
    )
    rows = "".join(
        "<tr>"
        + f'<th scope="row"{side(0)}>{_cell(row[0])}</th>'
        + "".join(
            f"<td{side(place)}>{_cell(cell)}</td>" for place, cell in enumerate(row[1:], start=1)
        )
        + "</tr>"
        for row in table.rows
    )
    kept = "whole" if len(table.rows) <= SHORT_TABLE else "wide"
    return (
        f'<div class="{kept}"><table><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: str | Link) -> str:
    if isinstance(cell, Link):
        return f'<a href="{escape(cell.url)}">{escape(cell.text)}</a>'
    return escape(cell)

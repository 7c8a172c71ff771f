"""A packet for a class: a page for each student, an index, and all pages as one document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from careerlattice.plan.answer import PlanAnswer
from careerlattice.report.html_page import render_html, render_sheets
from careerlattice.report.model import Link, Paragraph, Report, Section, Table
from careerlattice.report.pdf import join_pdfs, lay_out, write_pdf
from careerlattice.report.plan_report import day_in_words, route_title
from careerlattice.report.student_page import ROOMS, build_student_page
from careerlattice.vocab.amounts import months, usd

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Student:
    """One of the class: a name, the row of the list, and the answer, or what was wrong with it."""

    name: str
    row: int
    answer: PlanAnswer | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Packet:
    """The pages of a packet with the names of their files, and the index.

    Of each page there are variants, the fullest first: the first that fits on paper is taken.
    """

    pages: tuple[tuple[str, tuple[Report, ...]], ...]
    index: Report


def build_packet(
    students: Sequence[Student], *, prepared: date | None = None, suffix: str = ".pdf"
) -> Packet:
    """The packet of a class. `suffix` is what the pages will be written as: .pdf or .html."""
    day = day_in_words(prepared)
    pages: list[tuple[str, tuple[Report, ...]]] = []
    rows: list[tuple[str | Link, ...]] = []
    for student in students:
        shown = student.name or f"Row {student.row}"
        answer = student.answer
        if answer is None:
            rows.append((shown, "–", "–", "–", student.problem or "could not be answered"))
            continue
        name = f"{student.row:03d}{_file_part(student.name)}{suffix}"
        variants = (build_student_page(shown, answer, day, room) for room in ROOMS)
        pages.append((name, tuple(variants)))
        rows.append((Link(shown, name), route_title(answer), *_sums(answer)))
    answered = [student.answer for student in students if student.answer is not None]
    head = ("Student", "Route", "Time", "Cost", "Note")
    count = f"{len(answered)} of {len(students)} students have a page"
    together = Table("Everything", ("File",), ((Link("All pages in one file", f"all{suffix}"),),))
    index = Report(
        "Plans for a class",
        f"{count}.",
        (
            Section("The class", (Table(count, head, tuple(rows), (2, 3)),)),
            *([Section("To print", (together,))] if pages else []),
            Section(
                "Read with care",
                (
                    Paragraph(
                        "Figures are averages for many people. Each student's may be different."
                    ),
                ),
            ),
        ),
        answered[0].release if answered else "",
        answered[0].credits if answered else (),
        day,
    )
    return Packet(tuple(pages), index)


def _sums(answer: PlanAnswer) -> tuple[str, str, str]:
    if not answer.plans:
        return "–", "–", "no route within these limits"
    plan = answer.recommended()
    return months(plan.months), usd(plan.cost_usd), ""


def _file_part(name: str) -> str:
    """A name as part of a file's name; empty where nothing of it can be one.

    >>> _file_part("Ana María O'Neil")
    '-ana-maria-o-neil'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    kept = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-")
    return f"-{kept}" if kept else ""


def packet_files(packet: Packet, suffix: str = ".pdf") -> Iterator[tuple[str, bytes]]:
    """Every file of a packet, name and content, one after the other: pages, all pages, index.

    Where nobody has a page there is the index alone, which says why.
    Raises `PdfMissing` for PDF without WeasyPrint.
    """
    if suffix == ".pdf":
        laid_out = []
        for name, variants in packet.pages:
            document = _fitting(variants)
            laid_out.append(document)
            yield name, write_pdf(document)
        if laid_out:
            yield "all.pdf", join_pdfs(laid_out)
    else:
        for name, variants in packet.pages:
            yield name, render_html(variants[0]).encode()
        if packet.pages:
            yield "all.html", render_sheets([variants[0] for _, variants in packet.pages]).encode()
    yield "index.html", render_html(packet.index).encode()


def _fitting(variants: Sequence[Report]) -> Any:
    """The first variant that takes one page, laid out; the last where none does."""
    for report in variants:
        document = lay_out(report)
        if len(document.pages) == 1:
            break
    return document

"""A packet: a page for each student that fits on paper, an index, and all pages in one file."""

from __future__ import annotations

import io
from datetime import date

import pytest

from careerlattice import Goal, Limits, PastJob, PlanRequest, Start, open_planner
from careerlattice.report.packet import Student, build_packet, packet_files
from careerlattice.report.student_page import MOST_STEPS, ROOMS, build_student_page

AIDE = Start(PastJob("nursing assistant", 24))
ASKED = {
    "Ana María": PlanRequest(AIDE, Goal("registered nurse"), state="OH"),
    "": PlanRequest(AIDE, Goal("nurse practitioner"), state="NY"),
    "Cy": PlanRequest(AIDE, Goal("dentist"), Limits(max_months=3)),
}


@pytest.fixture(scope="module")
def students() -> list[Student]:
    planner = open_planner()
    found = [
        Student(name, row, planner.plan(asked))
        for row, (name, asked) in enumerate(ASKED.items(), 1)
    ]
    return [*found, Student("Dee", 4, None, "No occupation is called 'xyzzy'.")]


def test_every_student_stands_in_the_index(students: list[Student]) -> None:
    files = dict(packet_files(build_packet(students, suffix=".html"), ".html"))
    assert list(files) == [
        "001-ana-maria.html", "002.html", "003-cy.html", "all.html", "index.html",
    ]  # fmt: skip
    index = files["index.html"].decode()
    for shown in (
        "3 of 4 students", 'href="001-ana-maria.html"', "Row 2", "no route within these limits",
        "No occupation is called &#x27;xyzzy&#x27;.",
    ):  # fmt: skip
        assert shown in index
    assert files["all.html"].count(b'<main class="sheet">') == 3


def test_the_same_list_gives_the_same_bytes(students: list[Student]) -> None:
    made = [
        dict(
            packet_files(
                build_packet(students, prepared=date(2026, 11, 30), suffix=".html"), ".html"
            )
        )
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_a_page_counts_what_it_leaves_out(students: list[Student]) -> None:
    answer = students[1].answer
    assert answer is not None
    full, least = (build_student_page("x", answer, "", room) for room in (ROOMS[0], ROOMS[-1]))
    headings = [section.heading for section in full.sections]
    assert "Other routes" in headings
    assert "Other routes" not in [section.heading for section in least.sections]
    assert len(answer.recommended().steps) <= MOST_STEPS or "more steps" in repr(full)
    assert "stand in the full report" in repr(least) or not answer.notices


@pytest.mark.slow
def test_each_page_fits_on_paper(students: list[Student]) -> None:
    pytest.importorskip("weasyprint", reason="needs careerlattice[pdf]")
    pypdf = pytest.importorskip("pypdf")
    files = dict(packet_files(build_packet(students)))
    counts = {
        name: len(pypdf.PdfReader(io.BytesIO(data)).pages)
        for name, data in files.items()
        if name.endswith(".pdf")
    }
    assert counts.pop("all.pdf") == 3
    assert set(counts.values()) == {1}

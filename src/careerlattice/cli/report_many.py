"""`careerlattice report-many`: a page for each of a class, an index, and all pages in one file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.bulk import PANEL, Bar, Template, rows_told, write_template
from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release

if TYPE_CHECKING:
    from careerlattice.bulk.planning import Answered
    from careerlattice.report.packet import Packet

MOST_STUDENTS = 2_000
FORMATS = ("pdf", "html")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report-many", rich_help_panel=PANEL)(report_many)


@answers_failures()
def report_many(
    source: Annotated[
        Path | None,
        typer.Argument(metavar="IN", help="CSV or Parquet file of students, one in each row."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Folder to write.")
    ] = None,
    kind: Annotated[str, typer.Option("--format", help="Pages as pdf or html.")] = "pdf",
    template: Template = None,
    release: Release = None,
) -> None:
    """A packet for a class: one page for each student, an index, and all pages in one file.

    The columns are those of plan-many. A student whose row cannot be answered is named in the
    index with the reason.

    Example: careerlattice report-many students.csv --out packet
    """
    from careerlattice.bulk.planning import PlanOptions
    from careerlattice.bulk.tasks import Task
    from careerlattice.errors import BadRequest

    if template is not None:
        write_template(Task("plan", PlanOptions(), release), template)
        return
    if source is None or out is None:
        raise BadRequest(
            "Name the list of students and the folder for the packet: IN --out FOLDER. --template "
            "FILE writes a list to fill in."
        )
    if kind not in FORMATS:
        raise BadRequest(f"There is no format {kind[:20]!r}. Choose: {', '.join(FORMATS)}.")
    if out.exists() and not out.is_dir():
        raise BadRequest(f"{out} is a file. Name a folder for the packet.")
    started = time.monotonic()
    with Bar() as bar:
        students = _answered(source, release, bar)
        packet = _packet(students, kind)
        _write(packet, out, kind, bar)
    missing = sum(1 for student in students if student.answer is None)
    together = f"; all in {out / f'all.{kind}'}" if packet.pages else ""
    typer.echo(
        f"{out / 'index.html'}: {len(packet.pages):,} of {len(students):,} students have a page "
        f"({time.monotonic() - started:,.0f} s){together}"
    )
    if missing:
        typer.echo(f"{rows_told(missing)} could not be answered; the index says why.")


def _answered(source: Path, release: str | None, bar: Bar) -> list[Answered]:
    """Every row of the file with its answer or what is wrong with it, in order."""
    from careerlattice.bulk.files.chunks import files_in, read_whole
    from careerlattice.bulk.files.running import Progress
    from careerlattice.bulk.frames import opened
    from careerlattice.bulk.planning import answer_list
    from careerlattice.errors import BadRequest
    from careerlattice.plan.answer import PlanAnswer
    from careerlattice.plan.request import PlanRequest

    if source.is_dir():
        raise BadRequest(f"{source} is a folder. Name one list of students.")
    table = read_whole(files_in(source)[0], MOST_STUDENTS)
    planner, done = opened(release), 0

    def ask(request: PlanRequest) -> PlanAnswer:
        nonlocal done
        answer = planner.plan(request)
        done += 1
        bar.tell(Progress("solve", done / max(1, table[0].height), done))
        return answer

    return answer_list(table, ask)


def _packet(students: list[Answered], kind: str) -> Packet:
    from datetime import date

    from careerlattice.report.packet import Student, build_packet

    made = [Student(one.person, one.row, one.answer, one.problem) for one in students]
    return build_packet(made, prepared=date.today(), suffix=f".{kind}")  # noqa: DTZ011 - a day of here


def _write(packet: Packet, out: Path, kind: str, bar: Bar) -> None:
    from careerlattice.bulk.files.running import Progress
    from careerlattice.report.packet import packet_files

    out.mkdir(parents=True, exist_ok=True)
    total = len(packet.pages) + 2
    for done, (name, data) in enumerate(packet_files(packet, f".{kind}"), start=1):
        (out / name).write_bytes(data)
        bar.tell(Progress("print", done / total, done))

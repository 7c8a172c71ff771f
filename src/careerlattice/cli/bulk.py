"""`careerlattice match-many` and `plan-many`: a table of people in, their answers out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release, takes

if TYPE_CHECKING:
    from careerlattice.bulk.files.running import Outcome, Progress
    from careerlattice.bulk.tasks import Task

PANEL = "Many people at once"
SMALL = 100_000
"""Bytes of files that one process answers sooner than several have started."""
People = Annotated[
    Path | None,
    typer.Argument(metavar="IN", help="CSV or Parquet file of people, or a folder of them."),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template", metavar="FILE", help="Write a CSV file to fill in, and explain its columns."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("match-many", rich_help_panel=PANEL)(match_many)
    app.command("plan-many", rich_help_panel=PANEL)(plan_many)


@dataclass(frozen=True)
class ManyOptions:
    """Where answers go and how the work is done; the same for every command of many people."""

    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="OUT", help="File (.csv, .parquet) or folder to write."
        ),
    ] = None
    template: Template = None
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, max=256, help="Processes; as many as processors without."),
    ] = None
    release: Release = None


@answers_failures()
@takes(ManyOptions)
def match_many(
    many: ManyOptions,
    source: People = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", "--top", "-t", min=1, max=1016, help="How many each.")
    ] = 20,
    order: Annotated[
        str | None, typer.Option("--order", help="Order of every row: interests, pay, open or all.")
    ] = None,
    weights: Annotated[
        str | None,
        typer.Option("--weights", "-w", metavar="NAME=N,…", help="Weigh columns: pay=3,outlook=0."),
    ] = None,
) -> None:
    """The best occupations for each person of a table.

    Rows that cannot be answered are named beside the answers, in OUT.errors.csv. A stopped run
    goes on where it was when started again.

    Example: careerlattice match-many people.csv --out matches.csv --limit 10
    """
    from careerlattice.bulk.matching import MatchOptions
    from careerlattice.bulk.tasks import Task
    from careerlattice.match.orders import read_weights

    options = MatchOptions(limit, order, read_weights(weights or ""))
    run_task(Task("match", options, many.release), source, many)


@answers_failures()
@takes(ManyOptions)
def plan_many(
    many: ManyOptions,
    source: People = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", "--top", "-t", min=1, max=7, help="Plans for each.")
    ] = 7,
) -> None:
    """The plans of each person of a table, the recommended one first.

    Equal questions are answered once. Rows that cannot be answered are named beside the answers,
    in OUT.errors.csv. A stopped run goes on where it was when started again.

    Example: careerlattice plan-many students.csv --out plans.csv
    """
    from careerlattice.bulk.planning import PlanOptions
    from careerlattice.bulk.tasks import Task

    run_task(Task("plan", PlanOptions(limit), many.release), source, many)


def run_task(task: Task, source: Path | None, many: ManyOptions) -> Outcome | None:
    """Write the template asked for, or the answers to a table; say what was done."""
    from careerlattice.bulk.files.running import processors, run_files
    from careerlattice.cli.screen import errors
    from careerlattice.errors import BadRequest

    if many.template is not None:
        write_template(task, many.template)
        return None
    if source is None or many.out is None:
        raise BadRequest(
            "Name the table to read and where the answers go: IN --out OUT. --template FILE writes "
            "a table to fill in."
        )
    size = sum(path.stat().st_size for path in ([source] if source.is_file() else source.glob("*")))
    workers = many.workers or (1 if size < SMALL else processors())
    started = time.monotonic()
    with Bar() as bar:
        outcome = run_files(task, source, many.out, workers=workers, tell=bar.tell)
    for note in outcome.notes:
        errors.print(f"Note: {note}", soft_wrap=True)
    typer.echo(told(outcome, time.monotonic() - started))
    return outcome


def write_template(task: Task, path: Path) -> None:
    """Write a CSV file to fill in, and print what its columns are."""
    from careerlattice.bulk.columns import explained, template
    from careerlattice.errors import BadRequest

    if path.exists():
        raise BadRequest(f"{path} exists and is left as it is. Name another file.")
    path.write_text(template(task.columns), encoding="utf-8", newline="")
    typer.echo(
        f"{path}: one row of examples to write over. All columns may be left out or empty:\n"
    )
    typer.echo(explained(task.columns))
    if task.name == "match":
        typer.echo("2.A.1.a …    Levels of skills and knowledge by O*NET element id (0 to 7)")


def told(outcome: Outcome, seconds: float) -> str:
    """What a run wrote, in a few lines."""
    tally = outcome.tally
    lines = [
        f"{tally.answered:,} of {rows_told(tally.rows)} answered "
        f"with {rows_told(tally.answers)} in "
        f"{seconds:,.0f} s: {', '.join(map(str, outcome.files))}"
    ]
    if outcome.questions:
        few = "1 distinct question was" if outcome.questions == 1 else ""
        lines.append(f"{few or f'{outcome.questions:,} distinct questions were'} solved.")
    if outcome.already_done:
        lines.append(f"{rows_told(outcome.already_done)} had been answered by a run before.")
    if tally.refused:
        named = ", ".join(map(str, outcome.errors))
        lines.append(f"{rows_told(tally.refused)} could not be answered; why is told in {named}")
    return "\n".join(lines)


def rows_told(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


class Bar:
    """A bar on the terminal with rate and time left; nothing where there is no terminal."""

    def __enter__(self) -> Bar:
        from rich.progress import (
            BarColumn,
            Progress,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        from careerlattice.cli.screen import errors

        self._started = time.monotonic()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=errors,
            transient=True,
            disable=not errors.is_terminal,
        )
        if not self._bar.disable:
            self._bar.start()
        self._stages: dict[str, tuple[int, float]] = {}
        return self

    def tell(self, progress: Progress) -> None:
        """Draw how far the run is."""
        unit = {"solve": "questions", "print": "pages"}.get(progress.stage, "rows")
        if progress.stage not in self._stages:
            added = self._bar.add_task(f"{progress.stage.capitalize()} {unit}", total=1.0, rate="")
            self._stages[progress.stage] = (added, time.monotonic())
            self._started = time.monotonic()
        number, since = self._stages[progress.stage]
        rate = progress.done / max(1e-6, time.monotonic() - since)
        self._bar.update(
            number,  # type: ignore[arg-type]
            completed=progress.share,
            rate=f"{progress.done:,} {unit}, {rate:,.0f} a second",
        )

    def __exit__(self, *_: object) -> None:
        # Rich before 14 ends one that was never drawn with an empty line.
        if not self._bar.disable:
            self._bar.stop()

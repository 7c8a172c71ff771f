"""`careerlattice code-titles`: free-text job titles to occupations."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.bulk import PANEL, ManyOptions, run_task
from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import takes
from careerlattice.vocab.cells import plain_cell

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import CodedTitle


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("code-titles", rich_help_panel=PANEL)(code_titles)


@answers_failures()
@takes(ManyOptions)
def code_titles(
    many: ManyOptions,
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="IN", help="CSV or Parquet file with a column 'title', or a folder."
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", "--top", "-t", min=1, max=50, help="How many each.")
    ] = 5,
    learn: Annotated[
        Path | None,
        typer.Option(
            "--learn",
            metavar="CODED.csv",
            help="Your own coded titles (columns title, onet_soc_code): they come first.",
        ),
    ] = None,
    review: Annotated[
        Path | None,
        typer.Option(
            "--review", metavar="FILE", help="CSV to write: the titles a person should look at."
        ),
    ] = None,
) -> None:
    """Code free-text job titles to occupations, best first, abstaining when unsure.

    Optional columns: state, industry. Rows come out in the order they went in; without --out, on
    the screen. With --review the titles come least sure first, and the most frequent of them first.
    A stopped run goes on where it was when started again.
    """
    is_asked = source is not None and many.template is None
    if source is not None and is_asked and (many.out is None or review is not None):
        _in_memory(source, limit, learn, review, many)
    if is_asked and learn is not None:
        _tell_gain(learn, many.release)
    if is_asked and many.out is None:
        return
    from careerlattice.bulk.tasks import Task
    from careerlattice.bulk.titles import TitleOptions

    task = Task("titles", TitleOptions(limit, str(learn) if learn else None), many.release)
    outcome = run_task(task, source, many)
    if outcome is not None:
        unsure = sum(map(_unsure, outcome.files))
        typer.echo(f"Coded {outcome.tally.rows:,} titles; {unsure:,} are too unsure to be answers.")


def _unsure(path: Path) -> int:
    """How many titles of a file of answers are too unsure."""
    import polars as pl

    if path.suffix.lower() == ".csv":
        from careerlattice.bulk.titles import title_schema

        # Told, not guessed: a file without a row, or with odd cells first, tells no kinds.
        answers = pl.scan_csv(path, schema=title_schema())
    else:
        answers = pl.scan_parquet(path)
    rows = answers.filter((pl.col("rank") == 1) & pl.col("abstained"))
    return int(rows.select(pl.len()).collect().item())


def _in_memory(
    source: Path, top: int, learn: Path | None, review: Path | None, many: ManyOptions
) -> None:
    """Code the titles of one CSV file: on the screen, or for the list of those to look at."""
    from careerlattice.bulk.frames import opened_catalog
    from careerlattice.errors import BadRequest
    from careerlattice.exchange.title_list import read_title_rows
    from careerlattice.match.titles.release_coder import title_coder

    if source.is_dir() or source.suffix.lower() == ".parquet":
        raise BadRequest(
            f"{source}: for the screen and for --review one CSV file is read. Name one, or write "
            "the answers with --out alone."
        )
    rows = read_title_rows(source)
    titles = [row.title for row in rows]
    catalog = opened_catalog(many.release)
    coded = title_coder(catalog, learn).code(
        titles,
        top,
        state=[row.state for row in rows],
        industry=[row.industry for row in rows],
    )
    if review is not None:
        _write_review(review, titles, coded)
    if many.out is None:
        sys.stdout.write(_coded_csv(catalog, titles, coded, tells_learned=learn is not None))


def _tell_gain(learn: Path, release: str | None) -> None:
    """Say what the user's own coded titles gain."""
    from careerlattice.bulk.frames import opened_catalog
    from careerlattice.match.titles.held_out import held_out_report
    from careerlattice.match.titles.learning import learned_titles
    from careerlattice.wording.titles import held_out_sentence

    catalog = opened_catalog(release)
    report = held_out_report(catalog, learned_titles(catalog, learn))
    typer.echo(held_out_sentence(report), err=True)


def _coded_csv(
    catalog: Catalog, titles: list[str], coded: list[list[CodedTitle]], *, tells_learned: bool
) -> str:
    """One row for each answer, in the order of the titles."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    columns = ["title", "rank", "onet_soc_code", "occupation_title", "score", "abstained"]
    writer.writerow([*columns, "learned"] if tells_learned else columns)
    for title, answers in zip(titles, coded, strict=True):
        for answer in answers:
            code = answer.onet_soc_code
            name = catalog.occupation(code).title if code else ""
            cells = [plain_cell(title), answer.rank, code, name, f"{answer.score:.4f}"]
            cells.append(str(answer.abstained).lower())
            writer.writerow([*cells, str(answer.is_learned).lower()] if tells_learned else cells)
    return text.getvalue()


def _write_review(path: Path, titles: list[str], coded: list[list[CodedTitle]]) -> None:
    """Distinct titles for a person to look at, least sure first, then the most frequent."""
    from collections import Counter

    counts = Counter(titles)
    best = {title: answers[0] for title, answers in zip(titles, coded, strict=True)}
    order = sorted(
        (title for title in best if title),
        key=lambda t: (not best[t].abstained, round(best[t].score, 1), -counts[t], t),
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["title", "times", "onet_soc_code", "score", "abstained"])
        for title in order:
            answer = best[title]
            writer.writerow(
                [
                    plain_cell(title),
                    counts[title],
                    answer.onet_soc_code,
                    f"{answer.score:.4f}",
                    str(answer.abstained).lower(),
                ]
            )

"""`careerlattice code-titles`: free-text job titles to occupations."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.errors import answers_failures

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import CodedTitle


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("code-titles", rich_help_panel="Look things up")(code_titles)


@answers_failures()
def code_titles(
    source: Annotated[Path, typer.Argument(metavar="IN.csv", help="CSV with a column 'title'.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="CSV to write; without it, the screen.")
    ] = None,
    top: Annotated[int, typer.Option("--top", "-t", min=1, max=50, help="How many each.")] = 5,
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
    release: Annotated[
        str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
    ] = None,
) -> None:
    """Code free-text job titles to occupations, best first, abstaining when unsure.

    Optional columns: state, industry. Rows come out in the order they went in. With --review the
    titles come least sure first, and the most frequent of them first.
    """
    from careerlattice.catalog.catalog import open_release
    from careerlattice.exchange.title_list import read_title_rows
    from careerlattice.match.titles.release_coder import title_coder

    rows = read_title_rows(source)
    catalog = open_release(release)
    coded = title_coder(catalog, learn).code(
        [row.title for row in rows],
        top,
        state=[row.state for row in rows],
        industry=[row.industry for row in rows],
    )
    text = _coded_csv(catalog, [row.title for row in rows], coded, tells_learned=learn is not None)
    if review is not None:
        _write_review(review, [row.title for row in rows], coded)
    if learn is not None:
        from careerlattice.match.titles.held_out import held_out_report
        from careerlattice.match.titles.learning import learned_titles
        from careerlattice.wording.titles import held_out_sentence

        report = held_out_report(catalog, learned_titles(catalog, learn))
        typer.echo(held_out_sentence(report), err=True)
    if out is None:
        sys.stdout.write(text)
        return
    out.write_text(text, encoding="utf-8", newline="")
    unsure = sum(1 for answers in coded if answers[0].abstained)
    typer.echo(f"Coded {len(rows):,} titles into {out}; {unsure:,} are too unsure to be answers.")


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
            cells = [title, answer.rank, code, name, f"{answer.score:.4f}"]
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
                    title,
                    counts[title],
                    answer.onet_soc_code,
                    f"{answer.score:.4f}",
                    str(answer.abstained).lower(),
                ]
            )

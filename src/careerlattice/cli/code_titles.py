"""`careerlattice code-titles`: free-text job titles to occupations."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from careerlattice.cli.errors import answers_failures


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
    release: Annotated[
        str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
    ] = None,
) -> None:
    """Code free-text job titles to occupations, best first, abstaining when unsure.

    Optional columns: state, industry. Rows come out in the order they went in.
    """
    from careerlattice.catalog.catalog import open_release
    from careerlattice.exchange.title_list import read_title_rows
    from careerlattice.match.titles.release_coder import title_coder

    rows = read_title_rows(source)
    catalog = open_release(release)
    coded = title_coder(catalog).code(
        [row.title for row in rows],
        top,
        state=[row.state for row in rows],
        industry=[row.industry for row in rows],
    )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["title", "rank", "onet_soc_code", "occupation_title", "score", "abstained"])
    for row, answers in zip(rows, coded, strict=True):
        for answer in answers:
            code = answer.onet_soc_code
            name = catalog.occupation(code).title if code else ""
            writer.writerow(
                [
                    row.title,
                    answer.rank,
                    code,
                    name,
                    f"{answer.score:.4f}",
                    str(answer.abstained).lower(),
                ]
            )
    if out is None:
        sys.stdout.write(text.getvalue())
        return
    out.write_text(text.getvalue(), encoding="utf-8", newline="")
    unsure = sum(1 for answers in coded if answers[0].abstained)
    typer.echo(f"Coded {len(rows):,} titles into {out}; {unsure:,} are too unsure to be answers.")

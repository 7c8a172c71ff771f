"""Job titles of many rows to occupations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerlattice.bulk.checks import check_columns
from careerlattice.bulk.columns import TITLE_COLUMNS
from careerlattice.bulk.rows import with_problems
from careerlattice.errors import BadRequest
from careerlattice.match.titles.release_coder import title_coder

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class TitleOptions:
    """How many occupations for each title, and a file of titles coded by the user's own hand."""

    limit: int = 5
    learned: str | None = None


def title_schema() -> dict[str, Any]:
    """The columns of the answers, with their kinds."""
    import polars as pl

    return {
        "title": pl.String,
        "rank": pl.Int16,
        "onet_soc_code": pl.String,
        "occupation_title": pl.String,
        "score": pl.Float64,
        "abstained": pl.Boolean,
        "learned": pl.Boolean,
        "row": pl.Int64,
        "person": pl.String,
    }


def title_frame(
    catalog: Catalog, frame: pl.DataFrame, options: TitleOptions | None = None, first_row: int = 1
) -> pl.DataFrame:
    """The occupations each title may mean, best first, one row for each.

    Columns: `bulk.columns.TITLE_COLUMNS` in, `title_schema` and `rows.ERROR_COLUMNS` out. A
    title that nobody can read, or an empty one, has one row without a code. Raises `BadRequest` for
    a table without the column `title`, `BadProfile` for a bad file of own titles.
    """
    asked = options or TitleOptions()
    table = check_columns(frame, TITLE_COLUMNS)
    if not table.has("title"):
        shown = ", ".join(repr(name[:30]) for name in frame.columns[:8])
        raise BadRequest(
            f"The table has no column 'title' (it has {shown}). Name the column with the job "
            "titles 'title'."
        )
    titles = [title or "" for title in table.values("title")]
    problems = table.problems
    rows = [row for row, is_spoiled in enumerate(table.spoiled().tolist()) if not is_spoiled]
    columns: dict[str, list[Any]] = {name: [] for name in title_schema() if name != "person"}
    states, industries = table.values("state"), table.values("industry")
    coder = title_coder(catalog, Path(asked.learned) if asked.learned else None)
    coded = coder.code(
        [titles[row] for row in rows],
        max(1, asked.limit),
        state=[states[row] for row in rows],
        industry=[industries[row] for row in rows],
    )
    for row, answers in zip(rows, coded, strict=True):
        for answer in answers:
            code = answer.onet_soc_code
            columns["row"].append(row)
            columns["title"].append(titles[row])
            columns["rank"].append(answer.rank)
            columns["onet_soc_code"].append(code or None)
            columns["occupation_title"].append(catalog.occupation(code).title if code else None)
            columns["score"].append(round(answer.score, 4))
            columns["abstained"].append(answer.abstained)
            columns["learned"].append(answer.is_learned)
    return with_problems(columns, title_schema(), table, problems, first_row)

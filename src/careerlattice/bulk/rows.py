"""Answers and the problems of rows in one table, in the order of the rows asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from careerlattice.bulk.checks import Checked, Problem

if TYPE_CHECKING:
    import polars as pl

ERROR_COLUMNS = ("error_column", "error_value", "error")


def with_problems(
    answers: Mapping[str, Any],
    schema: Mapping[str, Any],
    table: Checked,
    problems: Sequence[Problem],
    first_row: int,
) -> pl.DataFrame:
    """One table of `schema` and `ERROR_COLUMNS`: every row asked has an answer or a problem.

    `answers` hold `row`, the place in the table from 0, and all columns but `person`; columns of
    numbers may say nan for none.
    """
    import polars as pl

    more = dict.fromkeys(ERROR_COLUMNS, pl.String)
    asked = {name: kind for name, kind in schema.items() if name != "person"}
    found = pl.DataFrame(
        [pl.Series(name, answers[name], strict=False).cast(kind) for name, kind in asked.items()]
    ).with_columns(pl.col(pl.Float64).fill_nan(None))
    wrong = pl.DataFrame(
        [(problem.row, problem.column, problem.value, problem.why) for problem in problems],
        schema={"row": pl.Int64, **more},
        orient="row",
    )
    # A stable sort: within a row the answers keep their order.
    both = pl.concat([found, wrong], how="diagonal").sort("row", maintain_order=True)
    names = pl.Series("person", table.values("person"), dtype=pl.String)
    both = both.with_columns(names.gather(both["row"]).alias("person"), pl.col("row") + first_row)
    return both.select(*schema, *ERROR_COLUMNS)


def answered(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of answers, without the columns of problems."""
    import polars as pl

    return frame.filter(pl.col("error").is_null()).drop(*ERROR_COLUMNS)


def refused(frame: pl.DataFrame) -> pl.DataFrame:
    """The problems: row, person, column, value, what is wrong."""
    import polars as pl

    return frame.filter(pl.col("error").is_not_null()).select(
        "row", "person", *(pl.col(name).alias(name.removeprefix("error_") if name != "error" else
                                              "problem") for name in ERROR_COLUMNS)
    )  # fmt: skip

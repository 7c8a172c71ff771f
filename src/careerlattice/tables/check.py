"""Holding a data frame against its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from careerlattice.errors import MissingColumn, RowErrors
from careerlattice.tables.model import Field, Table

if TYPE_CHECKING:
    import polars as pl


def check_table(table: Table, frame: pl.DataFrame) -> None:
    """Raise when `frame` breaks the declaration of `table`.

    Checked are the columns and their types, missing values, ranges, choices, patterns and the
    key. Raises `MissingColumn` or `RowErrors` with the first rows concerned.
    """
    import polars as pl

    if tuple(frame.columns) != table.columns:
        absent = [name for name in table.columns if name not in frame.columns]
        unknown = [name for name in frame.columns if name not in table.columns]
        raise MissingColumn(
            f"Table {table.name} must have the columns {', '.join(table.columns)}; "
            f"missing: {', '.join(absent) or 'none'}; unknown: {', '.join(unknown) or 'none'}."
        )
    for name, data_type in table.schema().items():
        if frame.schema[name] != data_type:
            raise MissingColumn(
                f"Table {table.name}: column {name} is {frame.schema[name]}, declared {data_type}."
            )
    for field in table.fields:
        broken = _broken(field)
        if broken is None:
            continue
        rows = frame.filter(broken)
        if rows.height:
            shown = [_row(table, field, row) for row in rows.head(20).iter_rows(named=True)]
            shown += [""] * (rows.height - len(shown))
            raise RowErrors(table.name, f"{field.name} is out of its declared range", shown)
    repeated = frame.filter(pl.struct(table.key).is_duplicated())
    if repeated.height:
        shown = [
            ", ".join(f"{k}={row[k]}" for k in table.key)
            for row in repeated.select(table.key).head(20).iter_rows(named=True)
        ]
        raise RowErrors(table.name, "the key stands more than once", shown)


def dangling(table: Table, frame: pl.DataFrame, frames: Mapping[str, pl.DataFrame]) -> list[str]:
    """Links of `frame` that lead nowhere, one line of text for each link that has any."""
    found = []
    for link in table.links:
        lost = (
            frame.select(link.fields)
            .drop_nulls()
            .unique()
            .join(
                frames[link.to].select(link.to_fields).unique(),
                left_on=link.fields,
                right_on=link.to_fields,
                how="anti",
            )
            .sort(link.fields)
        )
        if lost.height:
            some = ", ".join(" ".join(str(v) for v in row) for row in lost.head(5).iter_rows())
            named = "+".join(link.fields)
            found.append(f"{table.name}.{named}: {lost.height} value(s) not in {link.to}: {some}")
    return found


def _broken(field: Field) -> pl.Expr | None:
    import polars as pl

    column = pl.col(field.name)
    tests = []
    if not field.nullable:
        tests.append(column.is_null())
    if field.low is not None:
        tests.append(column < field.low)
    if field.high is not None:
        tests.append(column > field.high)
    if field.type == "float":
        tests.append(column.is_nan())
    if field.choices:
        tests.append(~column.is_in(list(field.choices)))
    if field.pattern:
        tests.append(~column.str.contains(f"^(?:{field.pattern})$"))
    if field.type == "text":
        tests.append(column != column.str.strip_chars())
    return pl.any_horizontal([test.fill_null(value=False) for test in tests]) if tests else None


def _row(table: Table, field: Field, row: Mapping[str, object]) -> str:
    where = ", ".join(f"{name}={row[name]}" for name in table.key)
    return f"{where}: {field.name}={row[field.name]!r}"

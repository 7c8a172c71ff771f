"""The tables of the release, row by row, below `database/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from careerlattice.tables.model import Field, Table
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.json_values import to_json
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing, Unprocessable
from careerlattice.web.onet.route import Route

if TYPE_CHECKING:
    import polars as pl

OWN_TABLES = "our own tables and column names, not the publisher's"
_FORMATS = {"text": "string", "date": "string", "bool": "boolean", "float": "number"}
_OPERATORS = (
    "eq",
    "contains",
    "startswith",
    "endswith",
    "lt",
    "lte",
    "gt",
    "gte",
    "before",
    "onbefore",
    "after",
    "onafter",
    "na",
)
_FILTER = re.compile(rf"([a-z0-9_]+)\.(n?)({'|'.join(_OPERATORS)})(?:\.(.*))?", re.DOTALL)
_DATES = {"before": "lt", "onbefore": "lte", "after": "gt", "onafter": "gte"}


def tables(ask: Ask) -> list[Json]:
    """The tables of the release."""
    return [
        {"info": ask.url("database/info", name), **_head(ask, table)}
        for name, table in TABLES.items()
        if ask.catalog.release.has(name)
    ]


def info(ask: Ask) -> Json:
    """A table with its columns."""
    table = _table(ask)
    return {
        **_head(ask, table),
        "data_dictionary": "https://www.onetcenter.org/dictionary.html"
        if table.sources == ("onet",)
        else "",
        "download": {},
        "column": [_column(field) for field in table.fields],
    }


def _head(ask: Ask, table: Table) -> Json:
    return {
        "rows": ask.url("database/rows", table.name),
        "table_id": table.name,
        "title": table.name.replace("_", " ").title(),
        "description": table.help,
    }


def _column(field: Field) -> Json:
    return {
        "column_id": field.name,
        "optional": field.nullable,
        "title": field.name.replace("_", " ").title(),
        "description": field.help + (f" ({field.unit})" if field.unit else ""),
        "type": _FORMATS.get(field.type, "integer"),
        "format": "date" if field.type == "date" else field.type,
    }


def rows(ask: Ask) -> Json:
    """The rows of a table, filtered and sorted."""
    table = _table(ask)
    frame = ask.catalog.release.table(table.name)
    for text in ask.query.get("filter", ()):
        frame = frame.filter(_condition(table, text))
    order = ask.first("sort")
    if order:
        name, _, direction = order.partition(".")
        if direction not in ("", "descending"):
            raise Unprocessable("sort must be a column, or a column with .descending")
        _field(table, name, "sort")
        frame = frame.sort(name, descending=bool(direction), maintain_order=True, nulls_last=True)
    places = range(frame.height)

    def shape(place: int) -> Json:
        row = frame.row(place, named=True)
        return {name: _value(value) for name, value in row.items() if value is not None}

    return ask.page("row", places, shape)


def _table(ask: Ask) -> Table:
    name = ask.parts["table_id"]
    if name not in TABLES or not ask.catalog.release.has(name):
        raise NoSuchThing(f"There is no table {name[:40]!r}.")
    return TABLES[name]


def _field(table: Table, name: str, parameter: str) -> Field:
    try:
        return table.field(name)
    except KeyError:
        raise Unprocessable(f"{parameter}: {table.name} has no column {name[:40]!r}") from None


def _value(value: Any) -> Any:
    return to_json(value, digits=4)


def _condition(table: Table, text: str) -> pl.Expr:
    """A filter `column.operator.value` as an expression. Raises `Unprocessable`."""
    import polars as pl

    match = _FILTER.fullmatch(text)
    if match is None:
        raise Unprocessable(
            f"filter {text[:60]!r} is not column.operator.value, with one of the operators "
            f"{', '.join(_OPERATORS)} (n before it turns it around)"
        )
    name, negated, operator, value = match[1], bool(match[2]), match[3], match[4]
    field = _field(table, name, "filter")
    column = pl.col(name)
    if operator == "na":
        found = column.is_null()
        return ~found if negated else found
    if value is None:
        raise Unprocessable(f"filter {text[:60]!r} has no value")
    is_number = field.type in ("int8", "int16", "int32", "float")
    if operator in ("lt", "lte", "gt", "gte") and not is_number:
        raise Unprocessable(f"filter: {name} is no number")
    if operator in _DATES and field.type != "date":
        raise Unprocessable(f"filter: {name} is no date")
    found = _compared(column, field, _DATES.get(operator, operator), value).fill_null(False)
    return ~found if negated else found


def _compared(column: pl.Expr, field: Field, operator: str, value: str) -> pl.Expr:
    if operator in ("contains", "startswith", "endswith"):
        text = column.cast(_text()).str.to_lowercase()
        wanted = value.lower()
        if operator == "contains":
            return text.str.contains(wanted, literal=True)
        return (
            text.str.starts_with(wanted) if operator == "startswith" else text.str.ends_with(wanted)
        )
    wanted_value = _read(field, value)
    if operator == "eq" and field.type == "float":
        return (column - wanted_value).abs() < 5e-5
    comparisons = {
        "eq": column == wanted_value,
        "lt": column < wanted_value,
        "lte": column <= wanted_value,
        "gt": column > wanted_value,
        "gte": column >= wanted_value,
    }
    return comparisons[operator]


def _text() -> Any:
    import polars as pl

    return pl.String


def _read(field: Field, value: str) -> Any:
    from datetime import date

    try:
        if field.type == "date":
            return date.fromisoformat(value)
        if field.type == "bool":
            return {"true": True, "false": False}[value.lower()]
        if field.type == "text":
            return value
        return float(value)
    except (ValueError, KeyError):
        raise Unprocessable(f"filter: {value[:40]!r} is no value of {field.name}") from None


ROUTES = (
    Route("database/", tables, "partly", remark=OWN_TABLES),
    Route("database/info/{table_id}", info, "partly", remark=OWN_TABLES),
    Route("database/rows/{table_id}", rows, "partly", ("filter", "sort"), OWN_TABLES),
)

"""What a declaration of a table is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

FieldType = Literal["text", "int8", "int16", "int32", "float", "bool", "date"]


SHORT_NAMES: dict[str, str] = {
    "onet": "O*NET",
    "ooh": "BLS Occupational Outlook Handbook",
    "bls-projections": "BLS Employment Projections",
    "bls-attainment": "BLS educational attainment,",
    "bls-oews": "BLS OEWS",
    "scorecard": "College Scorecard,",
    "careeronestop": "CareerOneStop License Finder,",
    "rapids": "RAPIDS,",
}
"""How a source is called beside a figure, followed by its edition."""


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's edition: who, what, which, under which licence, where from."""

    id: str
    publisher: str
    title: str
    edition: str
    vintage: str
    licence: str
    address: str
    credit: str

    @property
    def citation(self) -> str:
        """Short name and edition, as cited beside a figure: `BLS OEWS May 2025`."""
        return f"{SHORT_NAMES.get(self.id, self.title)} {self.edition}"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type, meaning, unit and what values it may take.

    `low` and `high` bound numbers, `choices` lists the only texts allowed, `pattern` is a regular
    expression every text has to match as a whole.
    """

    name: str
    type: FieldType
    help: str
    unit: str = ""
    nullable: bool = False
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: the `fields` of this table, together, stand in `to_fields` of table `to`."""

    fields: tuple[str, ...]
    to: str
    to_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: fields, key, links, and the sources its figures come from."""

    name: str
    help: str
    sources: tuple[str, ...]
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    links: tuple[Link, ...] = ()
    is_local: bool = False
    """Whether only a release built by the user holds it: it has sentences of others."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, in order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The field of this name. Raises `KeyError` when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def schema(self) -> dict[str, Any]:
        """The Polars schema: column name to data type."""
        import polars as pl

        types: dict[str, Any] = {
            "text": pl.String,
            "int8": pl.Int8,
            "int16": pl.Int16,
            "int32": pl.Int32,
            "float": pl.Float32,
            "bool": pl.Boolean,
            "date": pl.Date,
        }
        return {field.name: types[field.type] for field in self.fields}

"""Typed checks of a table of many people: what is wrong with which row, and the rest as values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.bulk.columns import SEPARATOR, Column, element_column
from careerlattice.errors import BadCode, BadRequest
from careerlattice.profile.fields import LONGEST_TEXT
from careerlattice.profile.reading import KNOWLEDGE_ID, SKILL_ID
from careerlattice.profile.school_years import is_pupil
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.pay_words import read_usd, read_yearly_usd

if TYPE_CHECKING:
    import polars as pl

_ELEMENT = re.compile(rf"{SKILL_ID}|{KNOWLEDGE_ID}")
_MONEY = ("pay", "dollars")


def _level(text: str) -> int:
    """A level of schooling; who is in a grade plans from the diploma they will have."""
    return int(EducationLevel.HIGH_SCHOOL if is_pupil(text) else EducationLevel.parse(text))


_READERS: dict[str, Callable[[str], float]] = {
    "level": _level,
    "pay": read_yearly_usd,
    "dollars": read_usd,
}
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: its place among the rows (from 0), the column, the value, why."""

    row: int
    column: str
    value: str
    why: str


@dataclass(frozen=True)
class Checked:
    """A table whose cells are of their kinds, none where empty, and the problems of its rows.

    `unknown` are columns nobody reads.
    """

    frame: pl.DataFrame
    problems: list[Problem] = field(default_factory=list)
    unknown: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many rows there are."""
        return self.frame.height

    def has(self, name: str) -> bool:
        """Whether the table has this column."""
        return name in self.frame.columns

    def values(self, name: str) -> list[Any]:
        """The cells of a column, none for each row where there is no such column."""
        return self.frame[name].to_list() if self.has(name) else [None] * self.size

    def numbers(self, name: str) -> NDArray[np.float64]:
        """The cells of a column of numbers, shape (rows,); nan where empty."""
        if not self.has(name):
            return np.full(self.size, np.nan)
        return self.frame[name].fill_null(float("nan")).to_numpy().astype(np.float64)

    def spoiled(self) -> NDArray[np.bool_]:
        """Which rows have a problem, shape (rows,)."""
        marks = np.zeros(self.size, dtype=np.bool_)
        marks[[problem.row for problem in self.problems]] = True
        return marks


def check_columns(frame: pl.DataFrame, columns: Sequence[Column]) -> Checked:
    """The table with its cells read by the declared columns.

    Columns of element ids (`2.A.1.a`) are levels of 0 to 7. Raises `BadRequest` when the table has
    none of the declared columns but `person`, has one twice, or one of neither text nor numbers.
    """
    import polars as pl

    declared = {column.name: column for column in columns}
    names = _declared_names(frame.columns, columns)
    refuse_twins(names)
    frame = frame.rename(dict(zip(frame.columns, names, strict=True)))
    declared |= {
        name: element_column(as_element(name))
        for name in names
        if name not in declared and _ELEMENT.fullmatch(as_element(name))
    }
    if not (set(names) & set(declared)) - {"person"}:
        raise BadRequest(_no_column(names, columns))
    problems: list[Problem] = []
    read = {
        as_element(name): _read_column(frame[name], declared[name], problems)
        for name in names
        if name in declared
    }
    problems.sort(key=lambda problem: problem.row)
    unknown = tuple(name for name in names if name not in declared)
    return Checked(pl.DataFrame(read), problems, unknown)


def refuse_twins(names: Sequence[str], file: str = "") -> None:
    """Raise `BadRequest` where two columns have one name, with that of their file."""
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        start = f"{file}: the" if file else "The"
        raise BadRequest(f"{start} column {twice[:40]!r} stands twice. Keep one of them.")


def _declared_names(names: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The names of a table's columns as they are declared, where they are known by others."""
    own = {_bare(column.name): column.name for column in columns}
    folded = [own.get(_bare(name), " ".join(name.strip().lower().split())) for name in names]
    taken = {_bare(name): name for name in folded}
    for column in columns:
        if column.name in folded:
            continue
        spelled = next((taken[name] for name in column.also if name in taken), None)
        if spelled is not None:
            folded = [column.name if name == spelled else name for name in folded]
    return folded


def _bare(name: str) -> str:
    """A column's name as people may write it: `Months in job` for `months_in_job`."""
    return " ".join(re.split(r"[\s_-]+", name.strip().lower())).strip()


def as_element(name: str) -> str:
    """A column's name as an element id: the family in capitals, the rest as it is."""
    return re.sub(r"^2\.([abc])\.", lambda found: f"2.{found[1].upper()}.", name)


def unread(columns: Sequence[Column], unknown: Iterable[str]) -> str:
    """A sentence on columns nobody reads, with what they may have been meant to be."""
    known = [column.name for column in columns]
    told = []
    for name in unknown:
        near = get_close_matches(name, known, n=1, cutoff=0.75)
        told.append(f"{name[:40]!r}" + (f" (did you mean {near[0]!r}?)" if near else ""))
    return "Columns that are not read: " + ", ".join(told) + "." if told else ""


def _no_column(names: Sequence[str], columns: Sequence[Column]) -> str:
    shown = ", ".join(repr(name[:30]) for name in names[:8]) or "none"
    known = ", ".join(column.name for column in columns[:12])
    return (
        f"The table has no column that can be read (it has {shown}). Columns: {known} … "
        "--template writes a file to fill in."
    )


def _read_column(cells: pl.Series, column: Column, problems: list[Problem]) -> pl.Series:
    import polars as pl

    try:
        return _read_plain(cells, column, problems)
    except pl.exceptions.PolarsError:
        raise BadRequest(
            f"The column {column.name!r} is of the kind {str(cells.dtype)[:60]}, which cannot be "
            "read. Write it as text or as numbers."
        ) from None


def _read_plain(cells: pl.Series, column: Column, problems: list[Problem]) -> pl.Series:
    import polars as pl

    if isinstance(cells.dtype, pl.Categorical | pl.Enum):
        cells = cells.cast(pl.String)
    if column.kind in ("number", "whole") or (column.kind in _MONEY and cells.dtype.is_numeric()):
        return _read_numbers(cells, column, problems)
    if cells.dtype == pl.Boolean and column.kind == "yes/no":
        return cells
    if cells.dtype == pl.List(pl.String):
        cells = cells.list.join(SEPARATOR)
    text = cells.cast(pl.String).str.strip_chars()
    text = pl.select(pl.when(text.str.len_bytes() > 0).then(text)).to_series()
    found = {value: _read_text(value, column) for value in text.unique().drop_nulls().to_list()}
    wrong = {value: why for value, (_, why) in found.items() if why}
    if wrong:
        for row, value in enumerate(text.to_list()):
            if value in wrong:
                problems.append(Problem(row, column.name, value[:80], wrong[value]))
    kinds: dict[str, Any] = {
        "level": pl.Int8, "yes/no": pl.Boolean, "list": pl.List(pl.String),
        "pay": pl.Float64, "dollars": pl.Float64,
    }  # fmt: skip
    kind = kinds.get(column.kind, pl.String)
    return pl.Series([found[value][0] if value is not None else None for value in text], dtype=kind)


def _read_text(value: str, column: Column) -> tuple[Any, str]:
    """A cell's value by its column, or what is wrong with it."""
    if len(value) > LONGEST_TEXT:
        return None, f"has {len(value):,} characters; at most {LONGEST_TEXT} are read"
    match column.kind:
        case "level" | "pay" | "dollars":
            try:
                return _READERS[column.kind](value), ""
            except (BadCode, BadRequest) as error:
                # The value is named beside the reason already.
                return None, str(error).removeprefix(f"{value[:40]!r} ")
        case "choice":
            folded = value.lower()
            is_known = folded in column.choices
            return (folded, "") if is_known else (None, f"is none; write {column.wanted}")
        case "yes/no":
            folded = value.lower()
            if folded in _YES | _NO:
                return folded in _YES, ""
            return None, "is neither; write yes or no"
        case "list":
            return [part.strip() for part in value.split(SEPARATOR) if part.strip()], ""
    return value, ""


def _read_numbers(cells: pl.Series, column: Column, problems: list[Problem]) -> pl.Series:
    import polars as pl

    text = None
    if cells.dtype == pl.String:
        text = cells.str.strip_chars()
        plain = text.str.strip_prefix("$").str.replace_all(",", "", literal=True)
        numbers = plain.cast(pl.Float64, strict=False)
        given = text.str.len_bytes().fill_null(0) > 0
    else:
        numbers = cells.cast(pl.Float64, strict=False)
        # A cell without a number is empty in a table of numbers, wherever it comes from.
        given = cells.is_not_null() & numbers.is_not_nan().fill_null(True)
    fits = numbers.is_between(column.low, column.high) & numbers.is_finite()
    if column.kind == "whole":
        fits &= numbers == numbers.floor()
    wrong = given & ~fits.fill_null(False)
    if wrong.any():
        shown = (text if text is not None else cells).to_list()
        for row in wrong.arg_true().to_list():
            value = str(shown[row])[:80]
            problems.append(Problem(row, column.name, value, f"must be {column.wanted}"))
    return pl.select(pl.when(given & ~wrong).then(numbers)).to_series()

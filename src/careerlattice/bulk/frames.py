"""Tables of any kind in, the same kind out: Polars, pandas, and Arrow tables and record batches.

PyArrow and pandas are never needed by who does not bring them: they are met by what they are given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from careerlattice.errors import BadRequest

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from careerlattice.catalog.catalog import Catalog
    from careerlattice.plan.planner import Planner

Frame = TypeVar("Frame")
BLOCK = 10_000
"""Rows worked on at a time: what lies beside the answers stays within some hundred megabytes."""


def match_many(
    frame: Frame,
    *,
    limit: int = 20,
    order: str | None = None,
    weights: Mapping[str, float] | None = None,
    release: str | Path | None = None,
    top: int | None = None,
) -> Frame:
    """The `limit` best occupations of each row of a table of people.

    `frame` is a Polars or pandas frame, or an Arrow table or record batch; the answer is of the
    same kind. Columns in and out: `docs/how-to/many-people.md`. A row that cannot be answered comes
    back with what is wrong with it in `error`. Raises `BadRequest` for a table without any column
    that is read, and for an order or weights that are none. `top` is the former name of `limit`.

    >>> import polars as pl
    >>> found = match_many(pl.DataFrame({"interests": ["8,22,6,38,8,20"]}), limit=2)
    >>> found["place"].to_list()
    [1, 2]
    """
    from careerlattice.bulk.matching import MatchOptions, match_frame

    catalog = opened_catalog(str(release) if release else None)
    options = MatchOptions(limit if top is None else top, order, dict(weights or {}))
    return _answered(frame, lambda part, first: match_frame(catalog, part, options, first))


def plan_many(
    frame: Frame, *, limit: int = 7, release: str | Path | None = None, top: int | None = None
) -> Frame:
    """The plans of each row of a table of questions, at most `limit`, the recommended one first.

    Equal questions are answered once. `frame` and the answer as in `match_many`.

    >>> import polars as pl
    >>> asked = {"occupation": ["nursing assistant"], "goal": ["registered nurse"]}
    >>> plan_many(pl.DataFrame(asked), limit=1)["goal_code"].to_list()
    ['29-1141.00']
    """
    from careerlattice.bulk.planning import PlanOptions, plan_frame, solved

    planner = opened(str(release) if release else None)
    known: dict[str, Any] = {}

    def solve(question: str) -> Any:
        if question not in known:
            known[question] = solved(planner, question)
        return known[question]

    options = PlanOptions(limit if top is None else top)
    return _answered(frame, lambda part, first: plan_frame(planner, part, options, first, solve))


def code_many(
    frame: Frame,
    *,
    limit: int = 5,
    learned: str | Path | None = None,
    release: str | Path | None = None,
    top: int | None = None,
) -> Frame:
    """The occupations that each row's `title` may mean; `frame` and the answer as in `match_many`.

    `learned` is a CSV file of titles coded by hand (title, onet_soc_code), which come first.
    """
    from careerlattice.bulk.titles import TitleOptions, title_frame

    catalog = opened_catalog(str(release) if release else None)
    options = TitleOptions(limit if top is None else top, str(learned) if learned else None)
    return _answered(frame, lambda part, first: title_frame(catalog, part, options, first))


@lru_cache(maxsize=2)
def opened_catalog(release: str | None) -> Catalog:
    """The catalog of a release, opened once in each process."""
    from careerlattice.catalog.catalog import open_release

    return open_release(release)


@lru_cache(maxsize=2)
def opened(release: str | None) -> Planner:
    """The planner of a release, whose facts are loaded once in each process."""
    from careerlattice.lattice.lattice import open_lattice
    from careerlattice.plan.planner import Planner

    catalog = opened_catalog(release)
    return Planner(catalog, open_lattice(catalog).arrays)


def _answered(frame: Frame, answer: Callable[[pl.DataFrame, int], pl.DataFrame]) -> Frame:
    """The answers to a table, block by block, as a table of its kind."""
    import polars as pl

    table = as_polars(frame)
    starts = range(0, max(1, table.height), BLOCK)
    parts = [answer(table[start : start + BLOCK], start + 1) for start in starts]
    found: Frame = as_given(pl.concat(parts), frame)
    return found


def as_polars(frame: Any) -> pl.DataFrame:
    """The table as a Polars frame.

    Raises `BadRequest` for what is no table, and for one with a name twice.
    """
    import polars as pl

    from careerlattice.bulk.checks import refuse_twins

    if isinstance(frame, pl.DataFrame):
        return frame
    if isinstance(frame, pl.LazyFrame):
        return frame.collect()
    kind = type(frame).__module__.split(".")[0]
    if kind == "pyarrow":
        refuse_twins(frame.schema.names if hasattr(frame, "schema") else ())
        found = pl.from_arrow(frame)
        if isinstance(found, pl.DataFrame):
            return found
    elif kind == "pandas" and hasattr(frame, "columns"):
        import pandas as pd

        refuse_twins([str(name) for name in frame.columns])
        # Through plain lists: pandas' own way to Arrow needs PyArrow, which not everybody has.
        cells = {
            str(name): [
                None if empty else value for value, empty in zip(column, empties, strict=True)
            ]
            for name, column, empties in (
                (name, frame[name].tolist(), pd.isna(frame[name]).tolist())
                for name in frame.columns
            )
        }
        return pl.DataFrame(cells, strict=False)
    raise BadRequest(
        f"{type(frame).__name__} is no table that can be read. Give a Polars or pandas frame, or "
        "an Arrow table or record batch."
    )


def as_given(answer: pl.DataFrame, frame: Any) -> Any:
    """The answer as a table of the kind that was given."""
    import polars as pl

    if isinstance(frame, pl.DataFrame | pl.LazyFrame):
        return answer if isinstance(frame, pl.DataFrame) else answer.lazy()
    if type(frame).__module__.split(".")[0] == "pandas":
        import pandas as pd

        return pd.DataFrame(answer.to_dict(as_series=False))
    import pyarrow as pa

    table = answer.to_arrow(compat_level=pl.CompatLevel.oldest()).combine_chunks()
    if not isinstance(frame, pa.RecordBatch):
        return table
    batches = table.to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=table.schema)

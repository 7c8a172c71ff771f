"""What can be asked of many people: by name, what is read, what is answered, and how."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from careerlattice.bulk.columns import MATCH_COLUMNS, PLAN_COLUMNS, TITLE_COLUMNS, Column
from careerlattice.bulk.frames import opened, opened_catalog
from careerlattice.bulk.matching import MatchOptions, match_frame, match_schema
from careerlattice.bulk.planning import PlanOptions, Rows, plan_frame, plan_schema
from careerlattice.bulk.titles import TitleOptions, title_frame, title_schema
from careerlattice.tables.file_metadata import file_metadata

if TYPE_CHECKING:
    import polars as pl

TaskName = Literal["match", "plan", "titles"]
Options = MatchOptions | PlanOptions | TitleOptions
COLUMNS: Mapping[TaskName, tuple[Column, ...]] = {
    "match": MATCH_COLUMNS,
    "plan": PLAN_COLUMNS,
    "titles": TITLE_COLUMNS,
}
SCHEMAS: Mapping[TaskName, Callable[[], dict[str, Any]]] = {
    "match": match_schema,
    "plan": plan_schema,
    "titles": title_schema,
}
ABOUT: Mapping[TaskName, str] = {
    "match": "The occupations that fit each person best",
    "plan": "The plans of each person, the recommended one first",
    "titles": "The occupations that each job title may mean, the likeliest first",
}
CHUNK_ROWS: Mapping[TaskName, int] = {"match": 2_000, "plan": 1_000, "titles": 2_000}
"""Rows answered at a time: what is lost to a kill, and what a process holds."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task with its options, over the release named or the one that is found."""

    name: TaskName
    options: Options
    release: str | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return COLUMNS[self.name]

    @property
    def schema(self) -> dict[str, Any]:
        """The columns of the answers, with their kinds."""
        return SCHEMAS[self.name]()

    def key(self) -> str:
        """What the answers rest on but the rows: task, options, release, own facts and version."""
        from careerlattice import __version__

        release = opened_catalog(self.release).release
        parts: list[Any] = [self.name, asdict(self.options), release.id, __version__]
        own = release.own_facts
        parts += [_learned_text(self.options), None if own is None else dict(own.files)]
        return json.dumps(parts, sort_keys=True)

    def metadata(self) -> dict[str, str]:
        """What a Parquet file of the answers says of itself."""
        manifest = opened_catalog(self.release).release.manifest
        return file_metadata(ABOUT[self.name], manifest.sources, release=manifest.id)

    def answer(
        self,
        frame: pl.DataFrame,
        first_row: int = 1,
        solve: Callable[[str], Rows | str] | None = None,
    ) -> pl.DataFrame:
        """The answers to a table. `solve` answers the questions of plans from elsewhere."""
        match self.options:
            case MatchOptions():
                catalog = opened_catalog(self.release)
                return match_frame(catalog, frame, self.options, first_row)
            case PlanOptions():
                planner = None if solve else opened(self.release)
                return plan_frame(planner, frame, self.options, first_row, solve)
            case TitleOptions():
                catalog = opened_catalog(self.release)
                return title_frame(catalog, frame, self.options, first_row)


def _learned_text(options: Options) -> str:
    """The user's own titles, which answers rest on too."""
    from pathlib import Path

    if isinstance(options, TitleOptions) and options.learned and Path(options.learned).is_file():
        return Path(options.learned).read_text(encoding="utf-8", errors="replace")
    return ""

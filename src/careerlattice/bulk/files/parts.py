"""The answers to chunks as files, each whole or not there, and joined in the end."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.bulk.files.chunks import Chunk
from careerlattice.bulk.rows import answered, refused
from careerlattice.vocab.cells import BEGINS_A_FORMULA

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.bulk.checks import Problem
    from careerlattice.bulk.tasks import Task
ERRORS, DONE, UNFINISHED = ".errors.csv", ".done.json", ".unfinished"
ROW_GROUP = 100_000
"""Rows of a Parquet row group: fixed, so that the same answers are the same bytes."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a chunk: its rows, how many were answered, how many refused, answers in all."""

    rows: int = 0
    answered: int = 0
    refused: int = 0
    answers: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.rows + other.rows,
            self.answered + other.answered,
            self.refused + other.refused,
            self.answers + other.answers,
        )


def tally_of(folder: Path, chunk: Chunk) -> Tally | None:
    """What came of a chunk that is done; none for one that is not."""
    try:
        told = json.loads((folder / f"{chunk.name}{DONE}").read_text(encoding="utf-8"))
        return Tally(**told)
    except (OSError, ValueError, TypeError):
        return None


def write_part(
    folder: Path,
    chunk: Chunk,
    suffix: str,
    found: pl.DataFrame,
    problems: Iterable[Problem],
) -> Tally:
    """Write the answers to a chunk, then its problems, then that it is done."""
    import polars as pl

    answers = answered(found)
    told = [
        (one["row"], one["person"], one["column"], one["value"], one["problem"])
        for one in refused(found).to_dicts()
    ]
    told += [(one.row, None, one.column, one.value, one.why) for one in problems]
    told.sort(key=lambda one: one[0])
    wrong = pl.DataFrame(
        [(row, chunk.line_of(row), *rest) for row, *rest in told],
        schema={
            "row": pl.Int64, "line": pl.Int64, "person": pl.String, "column": pl.String,
            "value": pl.String, "problem": pl.String,
        },
        orient="row",
    )  # fmt: skip
    counted = Tally(chunk.rows, answers["row"].n_unique(), wrong["row"].n_unique(), answers.height)
    if counted.answered + counted.refused != counted.rows:
        raise AssertionError(f"{chunk.file.name}: a row is lost in {chunk.name}: {counted}")
    if suffix == ".csv":
        _whole(
            folder / f"{chunk.name}.csv",
            plain_cells(answers).write_csv(include_header=False).encode(),
        )
    else:
        path = _unfinished(folder)
        answers.write_parquet(path, row_group_size=ROW_GROUP, statistics=False)
        path.replace(folder / f"{chunk.name}.parquet")
    _whole(
        folder / f"{chunk.name}{ERRORS}",
        plain_cells(wrong).write_csv(include_header=False).encode(),
    )
    _whole(folder / f"{chunk.name}{DONE}", json.dumps(asdict(counted)).encode())
    return counted


def plain_cells(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame for a CSV file: no text in it is a formula of a spreadsheet."""
    import polars as pl

    text = pl.col(pl.String)
    shown = pl.when(text.str.contains(BEGINS_A_FORMULA)).then(pl.lit("'") + text).otherwise(text)
    return frame.with_columns(shown.name.keep())


def _whole(path: Path, data: bytes) -> None:
    """Write a file so that it is whole at every moment."""
    unfinished = _unfinished(path.parent)
    unfinished.write_bytes(data)
    unfinished.replace(path)


def _unfinished(folder: Path) -> Path:
    """Where this process writes: one that outlives its run by a moment must not meet the next."""
    return folder / f"{os.getpid()}{UNFINISHED}"


def join_parts(
    folder: Path, names: Iterable[str], out: Path, task: Task, has_errors: bool
) -> Path | None:
    """Join the parts into `out` and the problems beside it; returns where these stand, if any."""
    unfinished = _unfinished(folder)
    parts = list(names)
    if out.suffix.lower() == ".csv":
        _join_texts(unfinished, ",".join(task.schema), [folder / f"{name}.csv" for name in parts])
    else:
        import polars as pl

        tables = [folder / f"{name}.parquet" for name in parts]
        pl.scan_parquet(tables).sink_parquet(
            unfinished,
            row_group_size=ROW_GROUP,
            maintain_order=True,
            statistics=False,
            metadata=task.metadata(),
        )
    unfinished.replace(out)
    errors = out.with_name(out.stem + ERRORS)
    if not has_errors:
        errors.unlink(missing_ok=True)
        return None
    head = "row,line,person,column,value,problem"
    _join_texts(unfinished, head, [folder / f"{name}{ERRORS}" for name in parts])
    unfinished.replace(errors)
    return errors


def _join_texts(out: Path, head: str, parts: Iterable[Path]) -> None:
    with out.open("wb") as whole:
        whole.write(f"{head}\n".encode())
        for part in parts:
            with part.open("rb") as text:
                shutil.copyfileobj(text, whole)
        whole.flush()
        os.fsync(whole.fileno())

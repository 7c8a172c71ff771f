"""A task over files, in as many processes as there are, going on where a run before was stopped.

Every chunk is answered by the same pure function, whoever takes it, and written under a name that
tells its place and its content; what is written is never written again. So the joined answers are
the same bytes for any number of processes and after any stop.
"""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from careerlattice.bulk.checks import check_columns, unread
from careerlattice.bulk.files.chunks import KINDS, Chunk, chunks_of, files_in
from careerlattice.bulk.files.parts import Tally, join_parts, tally_of, write_part
from careerlattice.bulk.files.question_store import QuestionStore
from careerlattice.bulk.frames import opened
from careerlattice.bulk.planning import Rows, distinct, read_questions, solved
from careerlattice.bulk.tasks import CHUNK_ROWS, Task
from careerlattice.errors import BadRequest, CareerlatticeError
from careerlattice.plan.planner import warm_search

QUESTIONS_AT_ONCE = 8
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the stage, the share of it done (0 to 1), and its rows or questions."""

    stage: str
    share: float
    done: int


@dataclass
class Outcome:
    """What a run wrote, what it counted, and what to say of it."""

    tally: Tally = field(default_factory=Tally)
    files: list[Path] = field(default_factory=list)
    errors: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    already_done: int = 0
    questions: int = 0


class WorkerLost(CareerlatticeError):
    """A process of the pool was ended from outside, mostly for want of memory."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_files(
    task: Task,
    source: Path,
    out: Path,
    *,
    workers: int = 1,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Answer the rows of a file, or of every file of a folder, into `out`.

    `out` is a file for a file (`.csv` or `.parquet`), or a folder with one file of answers for each
    file of `source`. Rows that cannot be answered stand beside the answers in `NAME.errors.csv`.
    What is not finished stands in `NAME.parts` until it is. Raises `BadRequest` for files that
    cannot be read or written so, `WorkerLost` when a process ended.
    """
    sources = files_in(source)
    targets = _targets(source, sources, out)
    outcome = Outcome()
    _note_columns(task, sources, outcome)
    salt = task.key()
    work = out.with_name(out.name + ".parts")
    work.mkdir(parents=True, exist_ok=True)
    whole = sum(path.stat().st_size for path in sources) or 1
    with _pool(workers) as pool:
        store = _solve_questions(task, sources, work, salt, pool, tell, outcome)
        done, share = 0, 0.0
        for path, target in zip(sources, targets, strict=True):
            folder = work / path.name
            folder.mkdir(exist_ok=True)
            suffix, names, total = target.suffix.lower(), list[str](), Tally()
            chunks = chunks_of(path, CHUNK_ROWS[task.name], salt)
            for chunk, tally in _answered(task, chunks, folder, suffix, store, pool, outcome):
                names.append(chunk.name)
                total += tally
                done += tally.rows
                share += chunk.share * path.stat().st_size / whole
                tell(Progress("answer", min(1.0, share), done))
            errors = join_parts(folder, names, target, task, total.refused > 0)
            outcome.tally += total
            outcome.files.append(target)
            outcome.errors += [errors] if errors else []
    shutil.rmtree(work)
    return outcome


def _targets(source: Path, sources: list[Path], out: Path) -> list[Path]:
    """Where the answers to each file go."""
    is_file = out.suffix.lower() in KINDS and not out.is_dir()
    if is_file and source.is_dir():
        raise BadRequest(f"{source} is a folder, so --out must name a folder for its answers.")
    if not is_file and out.suffix and not out.is_dir():
        raise BadRequest(f"{out.name}: answers are written as .csv or .parquet; name the file so.")
    targets = [out] if is_file else [out / path.name for path in sources]
    for path, target in zip(sources, targets, strict=True):
        if target.exists() and target.samefile(path):
            raise BadRequest(f"{target}: the answers would replace the file that is read.")
    targets[0].parent.mkdir(parents=True, exist_ok=True)
    return targets


def _note_columns(task: Task, sources: list[Path], outcome: Outcome) -> None:
    """Say which columns nobody reads; refuse a file whose columns cannot be read at all."""
    for path in sources:
        first = next(iter(chunks_of(path, 1, "")))
        frame, _rows, _problems = first.read()
        try:
            told = unread(task.columns, check_columns(frame, task.columns).unknown)
        except BadRequest as error:
            raise BadRequest(f"{path.name}: {error}") from None
        if told and told not in outcome.notes:
            outcome.notes.append(told)


def _answered(
    task: Task,
    chunks: Iterable[Chunk],
    folder: Path,
    suffix: str,
    store: Path | None,
    pool: ProcessPoolExecutor | None,
    outcome: Outcome,
) -> Iterator[tuple[Chunk, Tally]]:
    """Every chunk with what came of it, in order; those done before are not answered again."""

    def jobs() -> Iterator[tuple[Chunk, Tally | None]]:
        for chunk in chunks:
            known = tally_of(folder, chunk)
            outcome.already_done += known.rows if known else 0
            yield chunk, known

    def begin(job: tuple[Chunk, Tally | None]) -> Any:
        return None if job[1] else (task, job[0], folder, suffix, store)

    for (chunk, known), made in _in_order(pool, answer_chunk, jobs(), begin):
        yield chunk, known or made


def answer_chunk(
    given: tuple[Task, Chunk, Path, str, Path | None],
) -> Tally:
    """Answer a chunk and write its part; runs in a process of the pool."""
    import polars as pl

    task, chunk, folder, suffix, store = given
    frame, rows, problems = chunk.read()
    if store is None:
        found = task.answer(frame, 0)
    else:
        known = QuestionStore(store)
        found = task.answer(frame, 0, known.get)
        known.close()
    numbers = pl.Series(rows, dtype=pl.Int64)
    if found.height:
        found = found.with_columns(numbers.gather(found["row"]).alias("row"))
    return write_part(folder, chunk, suffix, found, problems)


def _solve_questions(
    task: Task,
    sources: list[Path],
    work: Path,
    salt: str,
    pool: ProcessPoolExecutor | None,
    tell: Callable[[Progress], None],
    outcome: Outcome,
) -> Path | None:
    """Solve each distinct question of a task of plans once; where the answers are kept."""
    if task.name != "plan":
        return None
    path = work / "questions.sqlite"
    store = QuestionStore(path)
    store.begin(salt)
    for source in sources:
        for chunk in chunks_of(source, CHUNK_ROWS[task.name], salt):
            frame, _rows, _problems = chunk.read()
            store.ask(distinct(read_questions(check_columns(frame, task.columns))[0]))
    total, done = store.count()
    outcome.questions = total
    lists = store.open_questions(QUESTIONS_AT_ONCE)
    for _asked, made in _in_order(pool, solve_list, lists, lambda some: (task.release, some)):
        store.answer(made)
        done += len(made)
        tell(Progress("solve", done / max(1, total), done))
    store.close()
    return path


def solve_list(given: tuple[str | None, list[str]]) -> list[tuple[str, Rows | str]]:
    """The answers to some questions; runs in a process of the pool."""
    release, questions = given
    planner = opened(release)
    if len(questions) == QUESTIONS_AT_ONCE:
        warm_search()
    return [(question, solved(planner, question)) for question in questions]


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool of processes, or none for one worker: the work is then done here."""
    if workers <= 1:
        yield None
        return
    import multiprocessing

    # Forked processes would share locks of threads that are not there; these start afresh.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent)
    is_over = False
    try:
        yield pool
        is_over = True
    except BrokenProcessPool:
        is_over = True
        raise WorkerLost(
            "A process was ended from outside, mostly because memory ran out. What is done is "
            "kept: the same command goes on from there. Try fewer --workers."
        ) from None
    finally:
        # Nothing works any more: a pool that is not waited for may end in a traceback at exit.
        pool.shutdown(wait=is_over, cancel_futures=True)


def _end_with_parent() -> None:
    """End this process with the one that started it, however that one ends."""
    import multiprocessing
    import threading

    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _in_order(
    pool: ProcessPoolExecutor | None,
    work: Callable[[Any], _Made],
    given: Iterable[_Given],
    begin: Callable[[_Given], Any],
) -> Iterator[tuple[_Given, _Made]]:
    """What comes of each thing given, in order, with a few under way at a time.

    `begin` makes what a process is handed, none for what need not be done.
    """
    if pool is None:
        for one in given:
            handed = begin(one)
            yield one, work(handed) if handed is not None else None  # type: ignore[misc]
        return
    waiting: deque[tuple[_Given, Future[_Made] | None]] = deque()
    ahead = 2 * pool._max_workers + 1  # type: ignore[attr-defined]
    for one in given:
        handed = begin(one)
        waiting.append((one, pool.submit(work, handed) if handed is not None else None))
        if len(waiting) > ahead:
            first, made = waiting.popleft()
            yield first, made.result() if made else None  # type: ignore[misc]
    while waiting:
        first, made = waiting.popleft()
        yield first, made.result() if made else None  # type: ignore[misc]

"""Many people at once: the compute of matching beside other tools, and whole runs over files.

    python benchmarks/bulk.py                 # all stories, some minutes
    python benchmarks/bulk.py --only compute  # compute, files, plans, packet, kills

Goals on two cores: 1,000,000 people beside 1,016 occupations, the best 20 of each, in at most 3 s
of compute, 3 GB and 6 times the bare float32 product; 100,000 rows of CSV matched end to end in
20 s; 10,000 students with 1,000 distinct questions planned in 60 s; a packet for 30 in 60 s; after
each of twenty kills, of workers and of the leading process, the same bytes. faiss and DuckDB
are timed where they are installed (`pip install faiss-cpu duckdb`).
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from careerlattice.bulk.fit_kernels import Best, Crowd, fit_block, room_for
from careerlattice.bulk.matching import judgments, occupations_asked
from careerlattice.bulk.nearest_kernels import nearest_block, top_products
from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.match.occupation_arrays import interest_arrays

TOP, CORES, BLOCK, KILLS = 20, 2, 8_192, 20
STORIES = ("compute", "files", "plans", "packet", "kills")
COMMAND = [sys.executable, "-c", "from careerlattice.cli.main import run; run()"]
Arrays = np.ndarray[Any, Any]


@contextmanager
def timed(what: str, note: str = "") -> Iterator[dict[str, float]]:
    """Time a story by the clock and by the processors, and print both."""
    told: dict[str, float] = {}
    children = resource.RUSAGE_CHILDREN
    before = resource.getrusage(children)
    wall, busy = time.perf_counter(), time.process_time()
    yield told
    after = resource.getrusage(children)
    told["wall"] = time.perf_counter() - wall
    told["busy"] = time.process_time() - busy
    told["busy"] += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what:<46} {told['wall']:8.2f} s {told['busy']:8.2f} s  {note}", flush=True)


def in_threads(work: Callable[[int, int], None], size: int, block: int = BLOCK) -> None:
    """Do the blocks of a range in as many threads as there are cores."""
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(lambda at: work(at, min(size, at + block)), range(0, size, block)))


def compute(catalog: Catalog, people: int) -> None:
    """The best 20 of 1,016 for each of many, by several tools on the same arrays."""
    size = f"{people:,} people x {len(catalog.codes):,} occupations"
    print(f"\n{size}, the best {TOP}, {CORES} threads: clock, processors")
    arrays = interest_arrays(catalog)
    rng = np.random.default_rng(1)
    shapes = arrays.shapes(rng.integers(0, 41, (people, 6)).astype(np.float64))
    asked = catalog.keep(occupations_asked)
    every = np.arange(BLOCK)
    found = np.empty((people, TOP), dtype=np.int32)

    def match_block(start: int, end: int) -> None:
        best = room_for(end - start, TOP)
        mine = shapes[start:end]
        left = nearest_block(mine, asked.shapes, asked.stands_in, every[: end - start], best)
        assert not len(left)
        found[start:end] = best.row

    match_block(0, 10)
    with timed("match by interests, exact (6 numbers)") as ours:
        in_threads(match_block, people)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    known = np.flatnonzero(~np.isnan(asked.shapes[:, 0]))
    theirs = asked.shapes[known].astype(np.float32)
    bare = bare_product(shapes.astype(np.float32), theirs)
    ratio = ours["wall"] / bare["wall"]
    print(f"{'':<46} {ratio:.1f} times the bare product, peak {peak:.2f} GB")
    others(shapes.astype(np.float32), theirs, known, found)
    # Forty-one numbers: six interests and thirty-five levels of skills, as one product.
    wide, many = 41, rng.standard_normal((people, 41), dtype=np.float32)
    across = rng.standard_normal((wide, len(known)), dtype=np.float32)
    constant = np.zeros(len(known), dtype=np.float32)
    rows = np.empty((people, TOP), dtype=np.int64)
    values = np.empty((people, TOP), dtype=np.float32)

    def wide_block(start: int, end: int) -> None:
        top_products(many[start:end], across, constant, rows[start:end], values[start:end])

    wide_block(0, 10)
    with timed("fused product and best 20 (41 numbers)") as ours:
        in_threads(wide_block, people)
    bare = bare_product(many, np.ascontiguousarray(across.T))
    print(f"{'':<46} {ours['wall'] / bare['wall']:.1f} times the bare product")
    six_columns(catalog, people // 20)


def six_columns(catalog: Catalog, people: int) -> None:
    """The whole fit, by interests, schooling, pay, outlook, then skills and knowledge as well."""
    asked, arrays = catalog.keep(occupations_asked), interest_arrays(catalog)
    size, rng = len(catalog.codes), np.random.default_rng(2)

    def drawn(*shape: int) -> Arrays:
        return rng.uniform(0, 1, shape)

    for what, tells in (("four columns", False), ("all six columns", True)):
        levels = [
            5 * drawn(people, len(one)) if tells else np.full((people, len(one)), np.nan)
            for one in (asked.skill_level, asked.knowledge_level)
        ]
        crowd = Crowd(
            shapes=arrays.shapes(rng.integers(0, 41, (people, 6)).astype(np.float64)),
            skills=levels[0],
            knowledge=levels[1],
            weights=np.tile([0.3, 0.2, 0.1, 0.2, 0.1, 0.1], (people, 1)),
            in_field=drawn(20, size),
            in_field_of=rng.integers(0, 20, people),
            pay=drawn(20, size),
            pay_of=rng.integers(0, 20, people),
            kept=drawn(10, size) < 0.9,
            kept_of=rng.integers(0, 10, people),
        )
        best = room_for(people, TOP)
        fit_block(judgments(), asked, crowd, np.arange(10), best)

        def block(start: int, end: int, crowd: Crowd = crowd, best: Best = best) -> None:
            fit_block(judgments(), asked, crowd, np.arange(start, end), best)

        with timed(f"fit by {what}, {people:,} people") as told:
            in_threads(block, people, block=1_000)
        print(f"{'':<46} {told['busy'] / people * 1e6:.1f} µs of a processor for each person")


def bare_product(people: Arrays, occupations: Arrays) -> dict[str, float]:
    """The float32 product alone, block by block into one buffer: what nothing can undercut."""
    across = np.ascontiguousarray(occupations.T)
    buffer = np.empty((BLOCK, len(occupations)), dtype=np.float32)
    people[:BLOCK] @ across
    with timed(f"bare float32 product ({people.shape[1]} numbers)") as told:
        for start in range(0, len(people), BLOCK):
            part = people[start : start + BLOCK]
            np.matmul(part, across, out=buffer[: len(part)])
    return told


def others(people: Arrays, occupations: Arrays, known: Arrays, found: Arrays) -> None:
    """NumPy, faiss and DuckDB on the same arrays; how often they agree with us on the nearest."""
    across = np.ascontiguousarray(occupations.T)
    constant = 0.5 * (occupations**2).sum(axis=1)
    nearest = np.empty(len(people), dtype=np.int64)

    def block(start: int, end: int) -> None:
        far = constant - people[start:end] @ across
        best = np.argpartition(far, TOP, axis=1)[:, :TOP]
        order = np.take_along_axis(far, best, axis=1).argsort(axis=1)
        nearest[start:end] = np.take_along_axis(best, order, axis=1)[:, 0]

    with timed("NumPy: product, argpartition, sort"):
        in_threads(block, len(people))
    ours = occupations[np.searchsorted(known, found[:, 0])]
    print(f"{'':<46} {agreement(occupations[nearest], ours)}")
    if importlib.util.find_spec("faiss"):
        import faiss

        faiss.omp_set_num_threads(CORES)
        index = faiss.IndexFlatL2(people.shape[1])
        index.add(occupations)
        with timed("faiss IndexFlatL2"):
            _distance, nearest_ = index.search(people, TOP)
        print(f"{'':<46} {agreement(occupations[nearest_[:, 0]], ours)}")
    if importlib.util.find_spec("duckdb"):
        duckdb(people[:10_000], occupations, len(people))


def agreement(theirs: Arrays, ours: Arrays) -> str:
    """How often the nearest is the same, or one with the same six numbers."""
    return f"{(theirs == ours).all(axis=1).mean():.3%} with the same nearest"


def duckdb(people: Arrays, occupations: Arrays, whole: int) -> None:
    """DuckDB's own distance over a cross join, on fewer people: it is far from a minute for all."""
    import duckdb as base
    import polars as pl

    def table(values: Arrays) -> pl.DataFrame:
        kind = pl.Array(pl.Float32, values.shape[1])
        return pl.DataFrame({"id": np.arange(len(values)), "at": pl.Series(values, dtype=kind)})

    connection = base.connect()
    connection.execute(f"SET threads = {CORES}")
    connection.register("people", table(people).to_arrow())
    connection.register("occupations", table(occupations).to_arrow())
    asked = (
        "SELECT p.id, min_by(o.id, array_distance(p.at, o.at), "
        f"{TOP}) FROM people p, occupations o GROUP BY p.id"
    )
    with timed(f"DuckDB, {len(people):,} people") as told:
        connection.execute(asked).fetchall()
    print(f"{'':<46} {told['wall'] * whole / len(people):,.0f} s for {whole:,}, if it grows evenly")


def write_people(path: Path, catalog: Catalog, count: int) -> None:
    """People who tell interests, schooling, a place, and most of them a job."""
    draw = random.Random(count)
    codes = draw.sample(list(catalog.codes), 200)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["person", "interests", "education", "occupation", "months_in_job", "state"]
        )
        for number in range(count):
            has_job = draw.random() < 0.75
            writer.writerow(
                [
                    number,
                    ",".join(str(draw.randint(0, 40)) for _ in range(6)),
                    draw.choice(["high-school", "associate", "bachelor", "master"]),
                    draw.choice(codes) if has_job else "",
                    draw.randint(0, 120) if has_job else "",
                    draw.choice(["OH", "CA", "TX", "NY", "FL"]),
                ]
            )


def write_students(path: Path, catalog: Catalog, count: int, distinct: int) -> None:
    """Students with so many distinct questions, asked in turn."""
    draw = random.Random(distinct)
    rated = [job.code for job in catalog.list_occupations() if job.data_level == "rated"]
    asked = [
        (
            draw.choice(rated),
            draw.choice([6, 12, 24, 60]),
            draw.choice(rated),
            draw.choice(["OH", "TX", "NY"]),
        )
        for _ in range(distinct)
    ]
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["person", "occupation", "months_in_job", "goal", "state"])
        writer.writerows([number, *asked[number % distinct]] for number in range(count))


def command(*words: str) -> float:
    """Run the command line as a person does; the most memory one of its processes took, in GB."""
    run = subprocess.Popen([*COMMAND, *words], stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(run.pid, 0)
    if status:
        raise SystemExit(f"{words[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_maxrss / 1e6


def files(catalog: Catalog, folder: Path) -> None:
    """CSV to CSV, at three sizes."""
    write_people(folder / "first.csv", catalog, 100)
    command("match-many", str(folder / "first.csv"), "--out", str(folder / "out.csv"))
    print("\nmatch-many, CSV to CSV, the best 20, two processes: clock, processors")
    for count in (25_000, 50_000, 100_000):
        source, out = folder / f"people{count}.csv", folder / f"matches{count}.csv"
        write_people(source, catalog, count)
        with timed(f"{count:,} rows", f"{out.name}") as told:
            peak = command("match-many", str(source), "--out", str(out), "--workers", str(CORES))
        print(
            f"{'':<46} {told['busy'] / count * 1e6:8.0f} µs of a processor for each row; the "
            f"largest process {peak:.2f} GB"
        )
        out.unlink()


def plans(catalog: Catalog, folder: Path) -> None:
    """Students with repeated questions, at three sizes."""
    print("\nplan-many, CSV to CSV, two processes: clock, processors")
    for count, distinct in ((2_500, 250), (5_000, 500), (10_000, 1_000)):
        source, out = folder / f"students{count}.csv", folder / f"plans{count}.csv"
        write_students(source, catalog, count, distinct)
        with timed(f"{count:,} students, {distinct:,} distinct questions") as told:
            peak = command("plan-many", str(source), "--out", str(out), "--workers", str(CORES))
        print(
            f"{'':<46} {told['busy'] / distinct * 1e3:8.0f} ms of a processor for each question; "
            f"the largest process {peak:.2f} GB"
        )


def packet(catalog: Catalog, folder: Path) -> None:
    """A page each, an index and one PDF for a class of 30."""
    print("\nreport-many, a class of 30: clock, processors")
    source = folder / "class.csv"
    write_students(source, catalog, 30, 30)
    with timed("30 students"):
        command("report-many", str(source), "--out", str(folder / "packet"))


def kills(catalog: Catalog, folder: Path) -> None:
    """Twenty kills at random moments, of a worker and of the leading process in turn."""
    print("\nmatch-many, 50,000 rows, killed at random moments: clock, processors")
    source, out, whole = (folder / name for name in ("killed.csv", "out_killed.csv", "whole.csv"))
    write_people(source, catalog, 50_000)
    words = ["match-many", str(source), "--workers", str(CORES), "--out"]
    with timed("nobody killed") as told:
        command(*words, str(whole))
    draw, workers, leaders, same = random.Random(20), 0, 0, True
    with timed("all the runs that were killed, and the last"):
        while workers + leaders < KILLS:
            with subprocess.Popen([*COMMAND, *words, str(out)], stderr=subprocess.DEVNULL) as run:
                # Long enough to have workers, short enough to need many runs.
                time.sleep(draw.uniform(0.1, 0.5) * told["wall"])
                children = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
                if run.poll() is None:
                    is_worker = workers < leaders and bool(children)
                    os.kill(int(children[-1]) if is_worker else run.pid, signal.SIGKILL)
                    workers, leaders = workers + is_worker, leaders + (not is_worker)
            if out.exists():
                # What the killed runs left was enough to end on: compare, and begin anew.
                same &= out.read_bytes() == whole.read_bytes()
                out.unlink()
        command(*words, str(out))
    same &= out.read_bytes() == whole.read_bytes()
    print(f"{workers} workers and {leaders} leading processes killed: same bytes: {same}")


def main() -> None:
    """Run the stories asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=STORIES)
    parser.add_argument("--people", type=int, default=1_000_000)
    options = parser.parse_args()
    catalog = open_release()
    load = os.getloadavg()[0]
    print(f"Load at the start: {load:.1f}; processors: {os.cpu_count()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stories: dict[str, Callable[[], None]] = {
            "compute": lambda: compute(catalog, options.people),
            "files": lambda: files(catalog, folder),
            "plans": lambda: plans(catalog, folder),
            "packet": lambda: packet(catalog, folder),
            "kills": lambda: kills(catalog, folder),
        }
        for story, run in stories.items():
            if options.only in (None, story):
                run()


if __name__ == "__main__":
    main()

"""Time what a person waits for at the command line: starting, showing, opening, searching.

    python benchmarks/start.py                 medians of five runs, about a minute
    python benchmarks/start.py --runs 3

Each start is a new process. The first run of each is thrown away: the files of the package are then
in the computer's memory, compiled Python is on disk, and nothing else is kept. Ends with 1 when a
median is over its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

T = TypeVar("T")
COMMAND = (sys.executable, "-c", "from careerlattice.cli.main import run; run()")
SHOW = (*COMMAND, "show", "29-1141.00", "--state", "OH")
PLAN = (
    *COMMAND, "plan", "--from", "nursing assistant", "--to", "registered nurse", "--state", "OH",
)  # fmt: skip
OUTCOME = (*COMMAND, "plan", "--from", "nursing assistant", "--goal-pay", "60000", "--no-degree")
QUERIES = (
    "registered nurse",
    "regsitered nurse",
    "welder",
    "softwar develper",
    "truck driver",
    "elementary school teacher",
    "CNA",
    "electrican",
    "accountant",
    "heavy equipment operator",
)

# Run in a process of its own: prints seconds to open, then the peak memory in bytes.
OPEN = """
import json, resource, sys, time
begun = time.perf_counter()
import careerlattice
catalog = careerlattice.open_release()
opened = time.perf_counter() - begun
catalog.get_occupation("29-1141")
catalog.find_occupations("registered nurse", 10)
catalog.pay_vectors(catalog.get_area("OH"))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([opened, peak * (1 if sys.platform == "darwin" else 1024)]))
"""


@dataclass(frozen=True)
class Timing:
    """One row of the table: what was measured, the median, the worst and the limit."""

    what: str
    median: float
    worst: float
    limit: float | None
    unit: str

    @property
    def holds(self) -> bool:
        """Whether the median keeps the limit."""
        return self.limit is None or self.median <= self.limit


def seconds_of(command: tuple[str, ...]) -> float:
    """How long a command takes as a new process. Raises when it fails."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def measured_open() -> tuple[float, float]:
    """Seconds to import the library and open the release, and peak megabytes, in a new process."""
    done = subprocess.run((sys.executable, "-c", OPEN), check=True, capture_output=True, text=True)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak / 1e6


def repeated(measure: Callable[[], T], runs: int) -> list[T]:
    """The results of `runs` measurements after one that is thrown away."""
    measure()
    return [measure() for _ in range(runs)]


def search_milliseconds(runs: int) -> list[float]:
    """Milliseconds of each search of `QUERIES`, `runs` times each, in one warm process."""
    import careerlattice

    catalog = careerlattice.open_release()
    for query in QUERIES:
        catalog.find_occupations(query, 10)
    times = []
    for _ in range(runs):
        for query in QUERIES:
            begun = time.perf_counter()
            found = catalog.find_occupations(query, 10)
            times.append((time.perf_counter() - begun) * 1000)
            if not found:
                raise SystemExit(f"{query!r} finds nothing: the timing would mean nothing.")
    return times


def timings(runs: int) -> list[Timing]:
    """Everything that is measured, in the order of the table."""

    def row(what: str, values: list[float], limit: float | None, unit: str = "s") -> Timing:
        return Timing(what, statistics.median(values), max(values), limit, unit)

    opened = repeated(measured_open, runs)
    return [
        row(
            "careerlattice --help",
            repeated(lambda: seconds_of((*COMMAND, "--help")), runs),
            0.25,
        ),
        row(
            "careerlattice show 29-1141.00 --state OH",
            repeated(lambda: seconds_of(SHOW), runs),
            1.0,
        ),
        row("open_release(), imports included", [seconds for seconds, _ in opened], 0.3),
        row("peak memory: open, search, pay of a state", [peak for _, peak in opened], 400, "MB"),
        row(f"search, warm, {len(QUERIES)} queries", search_milliseconds(runs), 15, "ms"),
        row(
            "careerlattice plan, nursing assistant to registered nurse, Ohio",
            repeated(lambda: seconds_of(PLAN), runs),
            1.5,
        ),
        row(
            "careerlattice plan, nursing assistant to any $60,000 without a degree",
            repeated(lambda: seconds_of(OUTCOME), runs),
            2.0,
        ),
    ]


def main() -> int:
    """Measure, print the table, and return 1 when a limit is not kept."""
    # An installed package is compiled: what is started here shall not compile it every time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of each measurement")
    runs = max(1, parser.parse_args().runs)
    table = Table(title=f"Start-up, medians of {runs} runs", title_justify="left")
    for name in ("what", "median", "worst", "limit", ""):
        table.add_column(name, justify="left" if name in {"what", ""} else "right")
    rows = timings(runs)
    for row in rows:
        form = "{:.2f} {}" if row.unit == "s" else "{:.1f} {}"
        table.add_row(
            row.what,
            form.format(row.median, row.unit),
            form.format(row.worst, row.unit),
            f"{row.limit:g} {row.unit}" if row.limit is not None else "–",
            "[green]ok[/]" if row.holds else "[bold red]over[/]",
        )
    console = Console()
    console.print(table)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    folder = Path(sys.prefix).name
    console.print(f"Python {sys.version.split()[0]} in {folder}, {os.cpu_count()} cores{load}")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())

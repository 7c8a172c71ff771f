"""Whole builds and runs of many people, ended with SIGKILL at moments drawn at random.

After each kill what stands at the target is the old or the new, never a half; given again, the
command comes to the same bytes as a run that nobody stopped. Workers are killed as well as the
process that leads them.
"""

from __future__ import annotations

import contextlib
import csv
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from careerlattice.release.opening import Release

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are read as Linux tells them"),
    pytest.mark.xdist_group("kills"),
]

COMMAND = "from careerlattice.cli.main import run; run()"
BUILD = """
import sys
from pathlib import Path
from careerlattice.build.release_build import build_release
source, out, framework = map(Path, sys.argv[1:4])
build_release([source], out, framework_2024=framework, allow_fewer_rows=True,
              with_texts=sys.argv[4] == "texts")
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def workers_of(process: int) -> list[int]:
    """The workers of a process, the latest last; Python's own helper beside them is none."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    told = {int(child): Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    return [child for child, line in told.items() if b"spawn_main" in line]


def killed(command: list[str], after: float, *, is_worker: bool = False) -> bool:
    """Run a command and kill it, or one process that works for it; whether it was hit."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as run:
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(after)
        victims = workers_of(run.pid) if is_worker else [run.pid]
        if run.poll() is not None or not victims:
            run.communicate()
            return False
        os.kill(victims[-1], signal.SIGKILL)
        told = run.communicate(timeout=300)[1]
    assert "Traceback" not in told
    return run.returncode != 0


def test_a_whole_build_killed_anywhere_leaves_the_old_or_the_new(
    small_world: Any, tmp_path: Path, many: Callable[[int, int], int], draws: random.Random
) -> None:
    out = tmp_path / "out" / "release"
    out.parent.mkdir()

    def command(texts: str) -> list[str]:
        asked = [small_world.folder, out, small_world.framework, texts]
        return [sys.executable, "-c", BUILD, *map(str, asked)]

    subprocess.run(command("texts"), check=True)
    new = tree(out)
    begun = time.monotonic()
    subprocess.run(command("plain"), check=True)
    whole, old = time.monotonic() - begun, tree(out)
    assert old != new
    goal, hits = many(1, 20), 0
    for _ in range(10 * goal):
        begun, hit = time.monotonic(), killed(command("texts"), draws.uniform(0.3, 1.0) * whole)
        hits, whole = hits + hit, whole if hit else min(whole, time.monotonic() - begun)
        Release(out).check_files()
        assert tree(out) in (old, new)
        if hits == goal:
            break
        if tree(out) == new:
            subprocess.run(command("plain"), check=True)
    assert hits == goal
    subprocess.run(command("texts"), check=True)
    assert tree(out) == new
    assert [path.name for path in out.parent.iterdir()] == ["release"], "nothing is left about"


def write_match(path: Path, codes: list[str], draws: random.Random, size: int) -> None:
    rows = [
        [n, ",".join(str(draws.randint(0, 40)) for _ in range(6)), draws.choice(codes), "OH"]
        for n in range(size * 400)
    ]
    write(path, ["person", "interests", "occupation", "state"], rows)


def write_plan(path: Path, codes: list[str], draws: random.Random, size: int) -> None:
    rows = [[n, draws.choice(codes), draws.choice(codes), "TX"] for n in range(size * 4)]
    write(path, ["person", "occupation", "goal", "state"], rows)


def write_titles(path: Path, titles: list[str], draws: random.Random, size: int) -> None:
    write(path, ["title"], [[draws.choice(titles) + " II"] for _ in range(size * 100)])


def write(path: Path, columns: list[str], rows: list[list[Any]]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.mark.parametrize(
    ("words", "make"),
    [
        (("match-many",), write_match),
        (("plan-many",), write_plan),
        (("code-titles",), write_titles),
    ],
    ids=["match", "plan", "titles"],
)
def test_a_run_of_many_killed_anywhere_ends_in_the_same_bytes(
    words: tuple[str, ...], make: Callable[..., None], catalog: Catalog, tmp_path: Path,
    many: Callable[[int, int], int], draws: random.Random,
) -> None:  # fmt: skip
    goal = many(1 if words == ("match-many",) else 0, 20)
    if not goal:
        pytest.skip("only with CAREERLATTICE_FAULTS=nightly")
    source, whole, out = (tmp_path / name for name in ("in.csv", "whole.csv", "out.csv"))
    jobs = [one for one in catalog.list_occupations() if one.data_level == "rated"]
    names = [one.title if words == ("code-titles",) else str(one.code) for one in jobs]
    make(source, names, draws, 2 * goal)

    def command(target: Path) -> list[str]:
        asked = [*words, str(source), "--out", str(target), "--workers", "2"]
        return [sys.executable, "-c", COMMAND, *asked]

    begun = time.monotonic()
    subprocess.run(command(whole), check=True, capture_output=True)
    took, hits = time.monotonic() - begun, 0
    for number in range(10 * goal):
        begun, after = time.monotonic(), draws.uniform(0.1, 0.9) * took
        hit = killed(command(out), after, is_worker=number % 2 == 0)
        # A run that ended by itself tells how long one takes now: the first may have compiled.
        took = took if hit else min(took, time.monotonic() - begun)
        if out.exists():
            # Done before the blow: joined in one step, so it is whole; begin anew.
            assert out.read_bytes() == whole.read_bytes()
            out.unlink()
        hits += hit
        if hits == goal:
            break
    assert hits == goal
    subprocess.run(command(out), check=True, capture_output=True)
    assert out.read_bytes() == whole.read_bytes()
    assert not (tmp_path / "out.csv.parts").exists()

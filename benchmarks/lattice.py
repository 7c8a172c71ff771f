"""Time the lattice and its ladders, and count what they must hold.

    python benchmarks/lattice.py [--build]

Budgets: all pairs built in 20 s, loaded in 0.2 s; one ladder cut and drawn in 50 ms (warm, the
slowest of all pathways). Counted: orphans, circles, pay along drawn advances, boxes of pictures,
and the well-known ladders of ../shared/data where they are at hand.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path
from statistics import median

from careerlattice.catalog.catalog import open_release
from careerlattice.draw.boxes import fold
from careerlattice.draw.ladder_svg import render_ladder
from careerlattice.lattice.arrays.build import build_arrays
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.stored import LATTICE_FILE, from_stored
from careerlattice.lattice.ladder.cutting import cut_ladder
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.lattice.lattice import Lattice

KNOWN = Path(__file__).parents[1] / "../shared/data/observed-moves/known_ladders_dev.csv"


def timed(work: Callable[[], object]) -> float:
    """Seconds on the clock that the work takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def least(work: Callable[[], object], times: int = 3) -> float:
    """The least processor seconds of several runs, which other work hardly lengthens."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def print_known_ladders(lattice: Lattice) -> None:
    """How many steps of the well-known ladders go up, and how many sideways."""
    with KNOWN.open(encoding="utf-8") as file:
        codes = [row["codes"].split(" > ") for row in csv.DictReader(file)]
    kinds = [lattice.kind(a, b) for ladder in codes for a, b in pairwise(ladder)]
    advances = sum(kind == Kind.ADVANCE for kind in kinds)
    laterals = sum(kind == Kind.LATERAL for kind in kinds)
    print(f"well-known ladders     {advances:8d}     of {len(kinds)} up, {laterals} lateral")


def is_acyclic(ladder: Ladder) -> bool:
    """Whether the advances of a ladder can be put in an order."""
    graph: dict[str, set[str]] = {one.code: set() for one in ladder.occupations}
    for move in ladder.advances:
        graph[move.to_code].add(move.from_code)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return False
    return True


def main() -> None:
    """Print every figure beside its budget."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--build", action="store_true", help="build all pairs again, too")
    asked = parser.parse_args()
    catalog = open_release()
    if asked.build:
        print(f"build all pairs        {timed(lambda: build_arrays(catalog)):8.2f} s   (budget 20)")
    path = catalog.release.path_of(LATTICE_FILE)
    print(f"file                   {path.stat().st_size / 1e6:8.2f} MB  (budget 5)")
    loads = [timed(lambda: from_stored(catalog.release.arrays(LATTICE_FILE))) for _ in range(5)]
    print(f"load                   {median(loads):8.3f} s   (budget 0.2)")
    lattice = Lattice(catalog)
    pathways = [p for p in catalog.list_pathways() if catalog.frameworks.occupations_of(p.id)]
    ladders = [lattice.ladder(pathway.id) for pathway in pathways]
    render_ladder(ladders[0])
    spans = [
        least(lambda p=pathway: render_ladder(cut_ladder(lattice.ladder_facts, p)))
        for pathway in pathways
    ]
    print(f"ladder with drawing    {median(spans) * 1e3:8.1f} ms  median of {len(spans)} pathways")
    print(f"                       {max(spans) * 1e3:8.1f} ms  slowest (budget 50)")
    moves = [least(lambda c=code: lattice.moves(c, limit=12)) for code in catalog.codes[::50]]
    print(f"twelve moves with gaps {median(moves) * 1e3:8.1f} ms  median")
    orphans = rises = falls = labeled = 0
    for ladder in ladders:
        inside = {code for move in ladder.moves for code in (move.from_code, move.to_code)}
        orphans += sum(
            one.code not in inside and not ladder.outside.get(one.code)
            for one in ladder.occupations
        )
        for move in ladder.advances:
            if move.is_drawn and move.wage_change_usd is not None:
                rises += move.wage_change_usd > 0
                falls += move.wage_change_usd <= 0
                labeled += move.wage_change_usd <= 0 and bool(move.label)
    circles = sum(not is_acyclic(ladder) for ladder in ladders)
    print(f"ladders                {len(ladders):8d}     orphans {orphans}, circles {circles}")
    print(
        f"pay rises              {rises / (rises + falls):8.1%}     of {rises + falls} drawn "
        f"advances (goal 90%); {labeled} of the other {falls} labeled"
    )
    boxes = [len(fold(ladder).boxes) for ladder in ladders]
    print(f"boxes in a picture     {max(boxes):8d}     at most, median {median(boxes):.0f}")
    if KNOWN.is_file():
        print_known_ladders(lattice)


if __name__ == "__main__":
    main()

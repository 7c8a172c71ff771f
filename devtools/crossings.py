"""How tangled the ladders are: lines that cross, their length, and how far lateral partners stand.

python -m devtools.crossings
"""

from __future__ import annotations

import time
from collections import defaultdict
from itertools import combinations, pairwise

from careerlattice.catalog.catalog import open_release
from careerlattice.draw.boxes import Folded, fold
from careerlattice.draw.layout import Placed, place
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.lattice import open_lattice


def measure(folded: Folded, placed: Placed) -> tuple[int, float, float]:
    """Crossings of advances, their length in rows, and rows between lateral partners.

    Lines that run together count once.
    """
    lines: dict[int, set[tuple[float, float]]] = defaultdict(set)
    apart = 0.0
    for link in folded.links:
        first, last = placed.column[link.start], placed.column[link.end]
        rows = placed.row[link.start], placed.row[link.end]
        if link.kind == Kind.LATERAL and first == last:
            apart += abs(rows[0] - rows[1])
        if link.kind == Kind.ADVANCE and first < last:
            between = placed.routes.get((link.start, link.end), ())
            points = [(first, rows[0]), *between, (last, rows[1])]
            for (column, start), (_, end) in pairwise(points):
                lines[int(column)].add((start, end))
    crossed = sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for parallel in lines.values()
        for a, b in combinations(sorted(parallel), 2)
    )
    length = sum(abs(start - end) for parallel in lines.values() for start, end in parallel)
    return crossed, length, apart


def main() -> None:
    """Print the figures of all ladders together."""
    catalog = open_release()
    lattice = open_lattice(catalog)
    figures, seconds = [], 0.0
    for pathway in catalog.list_pathways():
        try:
            folded = fold(lattice.ladder(pathway.id))
        except BadRequest:
            continue  # a pathway that carries no occupations
        begun = time.perf_counter()
        placed = place(folded)
        seconds += time.perf_counter() - begun
        figures.append(measure(folded, placed))
    crossed, length, apart = (sum(column) for column in zip(*figures, strict=True))
    print(
        f"{len(figures)} ladders: {crossed} crossings, {length:.0f} rows of lines, {apart:.0f} rows"
    )
    print(f"rows between lateral partners; {1000 * seconds / len(figures):.0f} ms a ladder")


if __name__ == "__main__":
    main()

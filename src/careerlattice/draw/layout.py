"""Where the boxes of a ladder stand: columns by level, few crossings, lines around the boxes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from careerlattice.draw.boxes import Box, Folded, Link
from careerlattice.draw.coordinate_assignment import settle
from careerlattice.draw.crossing_reduction import least_tangled
from careerlattice.lattice.arrays.kinds import Kind

Point = tuple[float, float]

# More columns than this do not fit a wide screen.
COLUMNS = 6
# A level with more boxes than this is given a second column, if there is room for one.
TALL = 9
# Row height that a line passing through a column takes, in boxes.
WAYPOINT = 0.4
# How far a line around all boxes may pass above the first of them or below the last, in rows.
AROUND = 0.45


@dataclass(frozen=True, slots=True)
class Placed:
    """Places in grid units: column and row of each box, and the points each line passes between.

    Columns count from 0; rows are fractional, 1 apart at least within a column. `column_levels`
    gives the level of each column. `routes` holds, for advances to a later column, the rows at
    which they cross the columns between, by (start, end).
    """

    column: dict[str, int]
    row: dict[str, float]
    column_levels: tuple[int, ...]
    routes: dict[tuple[str, str], tuple[Point, ...]]
    rows: float


def place(folded: Folded) -> Placed:
    """Columns and rows of all boxes."""
    column, column_levels = _columns(folded)
    row, routes = _rows(folded, column)
    # Lines around the boxes stay inside the picture: they take less room than a box.
    passed = [r for points in routes.values() for _, r in points]
    low = min([*row.values(), *(r + AROUND for r in passed)], default=0.0)
    row = {key: value - low for key, value in row.items()}
    routes = {key: tuple((c, r - low) for c, r in points) for key, points in routes.items()}
    deepest = max([*row.values(), *(r - low - AROUND for r in passed)], default=0.0)
    return Placed(column, row, column_levels, routes, deepest + 1)


def _columns(folded: Folded) -> tuple[dict[str, int], tuple[int, ...]]:
    """Columns by level; a level with steps inside it, or many boxes, may take several."""
    levels = sorted({int(box.level) for box in folded.boxes})
    members = {level: [b for b in folded.boxes if int(b.level) == level] for level in levels}
    depth = {level: _depths(members[level], folded.links) for level in levels}
    wanted = {level: max(depth[level].values()) + 1 for level in levels}
    width = dict.fromkeys(levels, 1)
    while sum(width.values()) < COLUMNS:
        crowded = [
            (len(members[level]) / width[level], level)
            for level in levels
            if width[level] < wanted[level] or len(members[level]) > TALL * width[level]
        ]
        crowded = [item for item in crowded if item[0] > 2]
        if not crowded:
            break
        width[max(crowded)[1]] += 1
    column: dict[str, int] = {}
    column_levels: list[int] = []
    for level in levels:
        first = len(column_levels)
        spread = _spread(members[level], depth[level], width[level], folded.links)
        used = sorted(set(spread.values()))
        for key, place_in_level in spread.items():
            column[key] = first + used.index(place_in_level)
        column_levels += [level] * len(used)
    return column, tuple(column_levels)


def _depths(boxes: list[Box], links: tuple[Link, ...]) -> dict[str, int]:
    """How many steps up inside the level lead to each box at most."""
    keys = {box.key for box in boxes}
    inward: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.kind == Kind.ADVANCE and link.start in keys and link.end in keys:
            inward[link.end].append(link.start)
    depth: dict[str, int] = {}

    def find(key: str, seen: frozenset[str]) -> int:
        if key not in depth:
            before = [find(b, seen | {key}) + 1 for b in inward[key] if b not in seen]
            depth[key] = max(before, default=0)
        return depth[key]

    for box in boxes:
        find(box.key, frozenset())
    return depth


def _spread(
    boxes: list[Box], depth: dict[str, int], width: int, links: tuple[Link, ...]
) -> dict[str, int]:
    """The column of each box within its level: by depth, free boxes where there is most room."""
    deepest = max(depth.values(), default=0)
    tied = {
        key
        for link in links
        if link.kind == Kind.ADVANCE and link.start in depth and link.end in depth
        for key in (link.start, link.end)
    }
    placed: dict[str, int] = {}
    count = [0] * width
    for box in boxes:
        if box.key in tied:
            scaled = depth[box.key] if deepest < width else depth[box.key] * width // (deepest + 1)
            placed[box.key] = scaled
            count[scaled] += 1
    for box in boxes:
        if box.key not in tied:
            roomiest = min(range(width), key=lambda c: (count[c], c))
            placed[box.key] = roomiest
            count[roomiest] += 1
    return placed


def _rows(
    folded: Folded, column: dict[str, int]
) -> tuple[dict[str, float], dict[tuple[str, str], tuple[Point, ...]]]:
    """Rows: each column is ordered for few crossings, then rows are settled.

    A line over several columns gets a waypoint in each column between, which is ordered as a box is
    and keeps a narrow row free for it. Lines to one box share their waypoints: a dozen trades that
    lead to one supervisor run together.
    """
    nodes = [box.key for box in folded.boxes]
    layer = [column[key] for key in nodes]
    at = {key: number for number, key in enumerate(nodes)}
    chains: dict[tuple[str, str], list[int]] = {}
    lanes: dict[tuple[str, int], int] = {}
    edges: dict[tuple[int, int], None] = {}
    for link in folded.links:
        first, last = column[link.start], column[link.end]
        if link.kind != Kind.ADVANCE or first >= last:
            continue
        chain = [at[link.start]]
        for between in range(first + 1, last):
            if (link.end, between) not in lanes:
                lanes[link.end, between] = len(layer)
                layer.append(between)
            chain.append(lanes[link.end, between])
        chain.append(at[link.end])
        chains[link.start, link.end] = chain
        edges |= dict.fromkeys(pairwise(chain))
    lines = list(edges)
    beside = [
        (at[link.start], at[link.end])
        for link in folded.links
        if link.kind == Kind.LATERAL and column[link.start] == column[link.end]
    ]
    by_column = least_tangled(layer, lines, beside)
    row = settle(
        by_column, lines, [WAYPOINT if i >= len(nodes) else 1.0 for i in range(len(layer))]
    )
    routes = {
        ends: tuple((float(layer[i]), row[i]) for i in chain[1:-1])
        for ends, chain in chains.items()
    }
    return {key: row[number] for key, number in at.items()}, routes

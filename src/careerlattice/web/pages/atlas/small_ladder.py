"""A ladder at the size of a stamp: four rising steps of dots, and its main sequences as lines.

At the top of each step the lines with a ring at each stop; below, every other occupation of the
level as a dot. It is drawn as SVG with attributes only; the card around it says the same in words.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise

from careerlattice.lattice.ladder.model import Ladder
from careerlattice.vocab.levels import LadderLevel
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.web.http.json_pages import NOT_IN_JSON

Point = tuple[float, float]

COLUMN_WIDTH, BAND_WIDTH, HEIGHT = 70.0, 64.0, 124.0
STEP = 12.0
TRACKS, TRACK_GAP, FIRST_TRACK = 3, 14.0, 13.0
DOTS_ACROSS, DOT_ROWS, DOT_GAP = 6, 4, 10.0
LOWEST_DOT = HEIGHT - 8


@dataclass(frozen=True, slots=True)
class Way:
    """Main sequences with the same ends, and how many of them are drawn."""

    first: str
    last: str
    lines: int


@dataclass(frozen=True, slots=True)
class SmallLadder:
    """The drawing in a box of 280 by 124, and what it shows in numbers.

    `steps` are the left and upper edges of the four levels. A dot stands for `each` occupations,
    more than one only where a level has too many to draw. `counts` are the occupations of the
    levels that have any, from entry to expert, those on the lines among them.
    """

    steps: tuple[Point, ...] = field(metadata=NOT_IN_JSON)
    lines: tuple[str, ...] = field(metadata=NOT_IN_JSON)
    rings: tuple[Point, ...] = field(metadata=NOT_IN_JSON)
    dots: tuple[Point, ...] = field(metadata=NOT_IN_JSON)
    each: int = field(metadata=NOT_IN_JSON)
    counts: tuple[tuple[LadderLevel, int], ...]
    ways: tuple[Way, ...]


@cache
def small_ladder(pathway_id: str) -> SmallLadder | None:
    """The small picture of a pathway; none where no occupation is linked to it."""
    if not served_catalog().frameworks.occupations_of(pathway_id):
        return None
    return draw_small(served_lattice().ladder(pathway_id))


def draw_small(ladder: Ladder) -> SmallLadder:
    """Places of dots, rings and lines; of the main sequences the first three are drawn."""
    level_of = {placed.code: int(placed.level) for placed in ladder.occupations}
    shown = ladder.main_sequences[:TRACKS]
    places: dict[str, Point] = {}
    for track, codes in enumerate(shown):
        for level, of_level in groupby(codes, key=level_of.__getitem__):
            # What several sequences share stands on the first of them; the others bend to it.
            fresh = list(of_level)
            y = _top(level) + FIRST_TRACK + TRACK_GAP * track
            for place, code in enumerate(fresh, start=1):
                x = COLUMN_WIDTH * (level + place / (len(fresh) + 1))
                places.setdefault(code, (x, y))
    beside = [sum(placed.code not in places for placed in rung) for rung in ladder.rungs]
    each = max(1, math.ceil(max(beside, default=0) / (DOTS_ACROSS * DOT_ROWS)))
    ends = [
        (ladder.get(codes[0]).occupation.title, ladder.get(codes[-1]).occupation.title)
        for codes in shown
    ]
    return SmallLadder(
        steps=tuple(
            (COLUMN_WIDTH * level + (COLUMN_WIDTH - BAND_WIDTH) / 2, _top(level))
            for level in LadderLevel
        ),
        lines=tuple(_line([places[code] for code in codes]) for codes in shown),
        rings=tuple(places.values()),
        dots=tuple(
            dot for level, n in enumerate(beside) for dot in _heap(level, math.ceil(n / each))
        ),
        each=each,
        counts=tuple(
            (level, len(rung))
            for level, rung in zip(LadderLevel, ladder.rungs, strict=True)
            if rung
        ),
        ways=tuple(
            Way(first=first, last=last, lines=n) for (first, last), n in Counter(ends).items()
        ),
    )


def _top(level: int) -> float:
    """The upper edge of a level's step: each stands a little higher than the one before."""
    return STEP * (3 - level)


def _heap(level: int, dots: int) -> list[Point]:
    """Rows of dots in the middle of a column, filled from below."""
    middle = COLUMN_WIDTH * (level + 0.5)
    found = []
    for start in range(0, dots, DOTS_ACROSS):
        across = min(DOTS_ACROSS, dots - start)
        y = LOWEST_DOT - DOT_GAP * (start // DOTS_ACROSS)
        first = middle - DOT_GAP * (across - 1) / 2
        found += [(first + DOT_GAP * place, y) for place in range(across)]
    return found


def _line(points: list[Point]) -> str:
    """A path through the points that leaves and arrives level."""
    x, y = points[0]
    path = f"M{x:g} {y:g}"
    for (ax, ay), (bx, by) in pairwise(points):
        if ay == by:
            path += f"H{bx:g}"
        else:
            half = (ax + bx) / 2
            path += f"C{half:g} {ay:g} {half:g} {by:g} {bx:g} {by:g}"
    return path

"""Occupations as dots by pay, group under group, and routes between them.

Each group is a strip: a line for its name, and below it a band in which every occupation is a dot,
the farther right the more it pays. The strips of a map are equally high, so that a route can be
drawn over all of them. The drawing is stretched to whatever width there is: dots are points of a
path with round caps and a stroke that does not stretch, so that they stay round and 1,016 of them
weigh few kilobytes. The page names the groups in its own text, beside which the list of routes says
what the lines do.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[float, float]

WIDTH = 1000.0
NAME, BAND = 16.0, 24.0
STRIP = NAME + BAND
"""The height of a strip, that of its name and of its dots, in pixels at the usual size of text."""

# Yearly pay at both ends of the scale, which is logarithmic: equal steps are equal raises. Few jobs
# are beyond either end; they stand at it.
LEAST_USD, MOST_USD = 28_000.0, 260_000.0
MARKS_USD = (30_000, 50_000, 75_000, 100_000, 150_000, 250_000)
# Where work without published yearly pay stands, left of the scale.
NO_PAY, SCALE_FROM, SCALE_TO = 8.0, 34.0, 988.0
# The lines of a band, the middle ones first, and how close two dots of one line may come.
_LINES = (12.0, 7.0, 17.0, 2.0, 22.0)
_CLOSEST = 11.0
# Numbered marks keep this distance, so that none covers another on a phone; they stand at their pay
# and give way up or down.
_APART, _BESIDE = 75.0, 24.0
# How high a line between two places of one strip rises, so that it is seen beside the dots.
_LEAST_RISE, _RISE, _MOST_RISE = 18.0, 0.16, 70.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A group: its dots as one path in a box of 1,000 by 24."""

    key: str
    path: str
    occupations: int


@dataclass(frozen=True, slots=True)
class LatticeMap:
    """The strips, where each occupation stands in a box of 1,000 by `height`, and pay marks."""

    strips: tuple[Strip, ...]
    places: Mapping[str, Place]
    height: float

    @property
    def marks(self) -> tuple[tuple[float, int], ...]:
        """Places on the scale in percent of the width, each with its yearly dollars."""
        return tuple((_percent(pay_at(usd), WIDTH), usd) for usd in MARKS_USD)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stop of a route, in percent of the width and of the height."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnRoute:
    """A route over the strips: its line, the stops on the way, and its goal."""

    path: str
    stops: tuple[Mark, ...]
    goal: Mark


@dataclass(frozen=True, slots=True)
class DrawnRoutes:
    """Routes from one place, in the order of their numbers; `start` where they begin."""

    start: Mark
    routes: tuple[DrawnRoute, ...]


def pay_at(usd: float | None) -> float:
    """Where yearly pay stands on the scale, from 0 to 1,000; the left end where it is unknown."""
    if usd is None or math.isnan(usd):
        return NO_PAY
    held = min(max(usd, LEAST_USD), MOST_USD)
    share = math.log(held / LEAST_USD) / math.log(MOST_USD / LEAST_USD)
    return SCALE_FROM + (SCALE_TO - SCALE_FROM) * share


def draw_map(groups: Sequence[tuple[str, Iterable[tuple[str, float | None]]]]) -> LatticeMap:
    """The strips of groups in their order: each a key and the pay of its occupations by code."""
    strips: list[Strip] = []
    places: dict[str, Place] = {}
    for row, (key, pay_of) in enumerate(groups):
        dots = _dots(pay_of)
        path = "".join(f"M{x:g} {y:g}h0" for _code, x, y in dots)
        strips.append(Strip(key=key, path=path, occupations=len(dots)))
        for code, x, y in dots:
            places.setdefault(code, (x, row * STRIP + NAME + y))
    return LatticeMap(strips=tuple(strips), places=places, height=STRIP * len(strips))


def _dots(pay_of: Iterable[tuple[str, float | None]]) -> list[tuple[str, float, float]]:
    """Codes with the places of their dots, each on the first line that has room for it."""
    last = dict.fromkeys(_LINES, -math.inf)
    found = []
    for x, code in sorted((round(pay_at(pay)), code) for code, pay in pay_of):
        free = [line for line in _LINES if x - last[line] >= _CLOSEST]
        y = free[0] if free else min(_LINES, key=last.__getitem__)
        last[y] = x
        found.append((code, float(x), y))
    return found


def draw_routes(drawn: LatticeMap, routes: Sequence[Sequence[str]], start: str = "") -> DrawnRoutes:
    """Routes as codes of the stops in order, from the occupation `start` or from the left edge.

    Codes that stand nowhere on the map are passed over; a route needs one that does.
    """
    origin = drawn.places.get(start, (0.0, drawn.height / 2))
    taken: list[Place] = [origin] if start in drawn.places else []
    lines = []
    for codes in routes:
        *between, goal = [drawn.places[code] for code in codes if code in drawn.places]
        goal = _beside(goal, taken)
        taken.append(goal)
        stops = [stop for stop in between if stop != origin]
        lines.append(
            DrawnRoute(
                path=_line([origin, *stops, goal]),
                stops=tuple(_mark(drawn, stop) for stop in stops),
                goal=_mark(drawn, goal),
            )
        )
    return DrawnRoutes(start=_mark(drawn, origin), routes=tuple(lines))


def _beside(place: Place, taken: Sequence[Place]) -> Place:
    """The place, or the nearest above or below that no other mark covers."""
    x, y = place
    near = [line for other, line in taken if abs(other - x) < _APART]
    steps = [step for n in range(len(near) + 1) for step in (-n, n)]
    for line in (y + step * _BESIDE for step in steps):
        if all(abs(line - other) >= _BESIDE for other in near):
            return (x, line)
    return place


def _line(points: Sequence[Place]) -> str:
    """A path through the points: level at both ends of a strip's change, an arch within a strip."""
    x, y = points[0]
    path = f"M{x:g} {y:g}"
    for (ax, ay), (bx, by) in pairwise(points):
        half, across = (ax + bx) / 2, abs(bx - ax)
        if abs(by - ay) < STRIP:
            top = min(ay, by) - min(max(_LEAST_RISE, _RISE * across), _MOST_RISE)
            path += f"C{(ax + half) / 2:g} {top:g} {(bx + half) / 2:g} {top:g} {bx:g} {by:g}"
        else:
            path += f"C{half:g} {ay:g} {half:g} {by:g} {bx:g} {by:g}"
    return path


def _mark(drawn: LatticeMap, place: Place) -> Mark:
    return Mark(x=_percent(place[0], WIDTH), y=_percent(place[1], drawn.height))


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2)

"""The geometry of small pictures: range bars, share bars, the interest radar.

Templates draw them as SVG with attributes only, as the security policy forbids inline styles. Every
picture stands beside a table or list that says the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from careerlattice.catalog.model import Wage


@dataclass(frozen=True, slots=True)
class RangeBar:
    """Pay on a shared scale; places are percent of the width, `mid_usd` is the median a year."""

    label: str
    mid_usd: float | None
    is_here: bool
    low_at: float
    p25_at: float
    mid_at: float
    p75_at: float
    high_at: float
    half_width: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class RangePicture:
    """Range bars above one scale with its marks (place in percent, dollars)."""

    bars: tuple[RangeBar, ...]
    marks: tuple[tuple[float, float], ...]


def scale_marks(most: float) -> tuple[float, tuple[float, ...]]:
    """The end of a dollar scale and three to six round marks on it.

    >>> scale_marks(105_290)
    (120000, (0, 30000, 60000, 90000, 120000))
    """
    for step in (5_000, 10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000):
        if most <= step * 4:
            end = math.ceil(most / step) * step
            return end, tuple(range(0, end + 1, step))
    end = math.ceil(most / 200_000) * 200_000
    return end, tuple(range(0, end + 1, 200_000))


def range_picture(wages: list[Wage], labels: tuple[str, ...] = ()) -> RangePicture | None:
    """Bars from the 10th to the 90th percentile; none when no wage has all that a bar needs.

    `labels` name the bars, one for each wage; without them the areas do.

    A top-coded end is drawn open, as the publisher gives no figure.
    """
    names = labels or tuple(wage.area.name for wage in wages)
    drawable = [
        (wage, name)
        for wage, name in zip(wages, names, strict=True)
        if wage.p10.value is not None and wage.p50.value is not None
    ]
    if not drawable:
        return None
    ends = [w.p90.value or w.p75.value or w.p50.value or 0.0 for w, _name in drawable]
    end, marks = scale_marks(max(ends))

    def at(value: float | None) -> float:
        return round(100 * (value or 0.0) / end, 2)

    bars = []
    for place, (wage, name) in enumerate(drawable):
        high = wage.p90.value
        p25 = wage.p25.value if wage.p25.value is not None else wage.p50.value
        p75 = wage.p75.value if wage.p75.value is not None else (high or end)
        bars.append(
            RangeBar(
                name,
                wage.p50.value,
                place == 0,
                at(wage.p10.value),
                at(p25),
                at(wage.p50.value),
                at(p75),
                at(high) if high is not None else 100.0,
                round(at(p75) - at(p25), 2),
                high is None,
            )
        )
    return RangePicture(tuple(bars), tuple((at(mark), mark) for mark in marks))


@dataclass(frozen=True, slots=True)
class RadarSpoke:
    """One axis of the radar: where its end, its label and its point are."""

    key: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar of six scores: rings, spokes and the figure's outline, in a box of 320 by 270."""

    rings: tuple[str, ...]
    spokes: tuple[RadarSpoke, ...]
    outline: str
    points: tuple[tuple[float, float], ...]


CENTER_X, CENTER_Y, RADIUS = 160.0, 135.0, 92.0


def radar(scores: dict[str, float], low: float = 1.0, high: float = 7.0) -> Radar | None:
    """The radar of scores between `low` and `high`, first axis up, then clockwise."""
    if not scores:
        return None
    names = list(scores)
    turn = 2 * math.pi / len(names)

    def point(place: int, radius: float) -> tuple[float, float]:
        angle = place * turn - math.pi / 2
        return (
            round(CENTER_X + radius * math.cos(angle), 1),
            round(CENTER_Y + radius * math.sin(angle), 1),
        )

    def outline(radii: list[float]) -> str:
        return " ".join("{},{}".format(*point(i, r)) for i, r in enumerate(radii))

    lengths = [RADIUS * (min(max(v, low), high) - low) / (high - low) for v in scores.values()]
    spokes = []
    for place, name in enumerate(names):
        x, y = point(place, RADIUS)
        label_x, label_y = point(place, RADIUS + 16)
        side = label_x - CENTER_X
        anchor = "middle" if abs(side) < 5 else "start" if side > 0 else "end"
        spokes.append(RadarSpoke(name, x, y, label_x, label_y + 4, anchor))
    return Radar(
        tuple(outline([RADIUS * part] * len(names)) for part in (1 / 3, 2 / 3, 1.0)),
        tuple(spokes),
        outline(lengths),
        tuple(point(place, length) for place, length in enumerate(lengths)),
    )

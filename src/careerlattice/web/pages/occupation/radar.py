"""Interest scores as a radar, drawn by templates beside a list that says the same."""

from __future__ import annotations

import math
from dataclasses import dataclass


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
        spokes.append(
            RadarSpoke(key=name, x=x, y=y, label_x=label_x, label_y=label_y + 4, anchor=anchor)
        )
    return Radar(
        rings=tuple(outline([RADIUS * part] * len(names)) for part in (1 / 3, 2 / 3, 1.0)),
        spokes=tuple(spokes),
        outline=outline(lengths),
        points=tuple(point(place, length) for place, length in enumerate(lengths)),
    )

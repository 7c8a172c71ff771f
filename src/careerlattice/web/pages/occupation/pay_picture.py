"""Pay as range bars on one scale.

Templates draw them as SVG with attributes only, as the security policy forbids inline styles. The
picture stands beside a table that says the same.
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
                label=name,
                mid_usd=wage.p50.value,
                is_here=place == 0,
                low_at=at(wage.p10.value),
                p25_at=at(p25),
                mid_at=at(wage.p50.value),
                p75_at=at(p75),
                high_at=at(high) if high is not None else 100.0,
                half_width=round(at(p75) - at(p25), 2),
                is_open=high is None,
            )
        )
    return RangePicture(bars=tuple(bars), marks=tuple((at(mark), mark) for mark in marks))

"""Lengths, hours and prices from a low to a high end, as people say them."""

from __future__ import annotations

from careerlattice.vocab.amounts import Span

_MONTHS_TOLD_TO = 24
_WEEKS_TOLD_TO = 40


def months_span(span: Span) -> str:
    """`4 to 5 years`, `9 to 12 months`, `1 year`; above two years to the half year."""
    low, high = span.low, span.high
    is_years = low % 12 == 0 and high % 12 == 0 and high > 0
    if not is_years and high <= _MONTHS_TOLD_TO:
        if low < 1:
            return _between(max(round(low * 4.345), 1), max(round(high * 4.345), 1), "week")
        return _between(low, high, "month")
    return _between(round(low / 6) / 2, round(high / 6) / 2, "year")


def weeks_span(span: Span) -> str:
    """`3 to 8 weeks`; long courses in months."""
    if span.high > _WEEKS_TOLD_TO:
        return _between(max(round(span.low / 4.345), 1), round(span.high / 4.345), "month")
    if span.low < 1:
        return f"up to {_between(span.high, span.high, 'week')}"
    return _between(span.low, span.high, "week")


def hours_span(span: Span) -> str:
    """`75 to 180 hours`."""
    return _between(span.low, span.high, "hour")


def usd_span(span: Span) -> str:
    """`about $8,000 to $30,000`, `up to about $2,000, often free`, `free`."""
    if span.high == 0:
        return "free"
    if span.low == 0:
        return f"up to about ${span.high:,.0f}, often free"
    if span.low == span.high:
        return f"about ${span.low:,.0f}"
    return f"about ${span.low:,.0f} to ${span.high:,.0f}"


def months_told(months: float) -> str:
    """One length: `6 months`, `1 year`, `2.5 years`, `about 4 years` where it is no even half."""
    if months < _MONTHS_TOLD_TO and months % 12:
        return _between(months, months, "month")
    return _between(round(months / 6) / 2, round(months / 6) / 2, "year")


def _between(low: float, high: float, unit: str) -> str:
    plural = "" if high == 1 else "s"
    if low == high:
        return f"{high:,g} {unit}{plural}"
    return f"{low:,g} to {high:,g} {unit}s"

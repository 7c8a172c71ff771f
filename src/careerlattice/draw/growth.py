"""How a change in jobs is written and marked: rounded, with a sign that is true."""

from __future__ import annotations

RISES, FALLS, STAYS = "\u25b2", "\u25bc", "\u25a0"


def signed_pct(growth_pct: float) -> str:
    """A change in percent: `+7%`, `-3%`; one up to half a percent keeps a digit, none is `0%`."""
    # From 0.6 on, as 0.5 itself would round to an even 0.
    digits = 0 if abs(growth_pct) > 0.5 else 1
    rounded = round(growth_pct, digits)
    if rounded == 0:
        return "0%"
    return f"{rounded:+.{digits}f}%"


def mark(growth_pct: float) -> str:
    """The sign that stands before it: up, down, or about the same."""
    if abs(growth_pct) < 0.5:
        return STAYS
    return RISES if growth_pct > 0 else FALLS

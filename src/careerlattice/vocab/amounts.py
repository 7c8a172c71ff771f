"""Ranges of months and dollars, and how amounts are written for people."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10


@dataclass(frozen=True, slots=True)
class Span:
    """An amount from a low to a high end: months, weeks, hours, dollars or shares."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a span must satisfy 0 <= low <= high, not {self}")

    @property
    def middle(self) -> float:
        """Halfway between the ends."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class MonthsRange:
    """A length of time in months: the least, and what is typical."""

    low: float
    typical: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.typical:
            raise ValueError(f"months must satisfy 0 <= low <= typical, not {self}")


@dataclass(frozen=True, slots=True)
class UsdRange:
    """An amount of US dollars: low, typical, high."""

    low: float
    typical: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.typical <= self.high:
            raise ValueError(f"dollars must satisfy low <= typical <= high, not {self}")


def usd(amount: float | None, *, sign: bool = False) -> str:
    """Whole dollars with separators: `$41,250`, `-$300`, with `sign` also `+$300`."""
    if amount is None:
        return "not published"
    whole = round(amount)
    prefix = "-" if whole < 0 else "+" if sign and whole > 0 else ""
    return f"{prefix}${abs(whole):,}"


def months(amount: float | None) -> str:
    """A length of time as people say it: `2 weeks`, `8 months`, `1 year`, `2 years 6 months`."""
    if amount is None:
        return "not known"
    whole = round(amount)
    if whole < 0:
        return f"-{months(-whole)}"
    if whole == 0 and amount > 0:
        weeks = max(1, round(amount * 52 / 12))
        return f"{weeks} week" + ("s" if weeks != 1 else "")
    years, rest = divmod(whole, 12)
    parts = []
    if years:
        parts.append(f"{years} year" + ("s" if years != 1 else ""))
    if rest or not years:
        parts.append(f"{rest} month" + ("s" if rest != 1 else ""))
    return " ".join(parts)


def rough(amount: float) -> float:
    """The amount to two significant figures."""
    if not amount:
        return 0.0
    step = 10.0 ** (floor(log10(abs(amount))) - 1)
    return round(amount / step) * step


def rough_usd(amount: float | None, *, sign: bool = False) -> str:
    """Dollars to two significant figures, for estimates: `+$280,000`, `-$9,400`."""
    return usd(None if amount is None else rough(amount), sign=sign)


def months_usually(amount: float, usual: float) -> str:
    """What people usually take, and beside it the best case where that is shorter.

    `usually 3 years 7 months, 2 years 4 months at best`.
    """
    if round(usual) <= round(amount):
        return months(amount)
    return f"usually {months(usual)}, {months(amount)} at best"


def pct(share: float | None, *, digits: int = 0) -> str:
    """A share of one as a percentage: `0.43` gives `43%`."""
    if share is None:
        return "not published"
    # Adding zero turns the "-0" of a small negative share into "0".
    return f"{round(share * 100, digits) + 0:.{digits}f}%"


def count(amount: float | None) -> str:
    """A count with separators, rounded to three significant digits above a thousand."""
    if amount is None:
        return "not published"
    whole = round(amount)
    if abs(whole) >= 1000:
        step = 10 ** (len(str(abs(whole))) - 3)
        whole = round(whole / step) * step
    return f"{whole:,}"

"""Dates and spans as people write them on résumés.

Why no library is used: docs/decisions/0014-dates-of-resumes.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from careerlattice.vocab.names import fold

Month = tuple[int, int | None]
"""A year and a month, or the year alone."""

_NOW_TEXT = (
    "present|current|now|today|ongoing|to date|until now|currently|till date|till now|to present|"
    "current position|still employed|still working|still here|date|the present|continuing|"
    "present day|actual|presente|actualidad|actualmente|hasta ahora|hoy"
)
_NOW = frozenset(_NOW_TEXT.split("|"))
_NAMES = (
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sep sept septiembre",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
)
_MONTHS = {name: number for number, row in enumerate(_NAMES, 1) for name in row.split()}
_SEASONS = {"winter": 1, "spring": 3, "summer": 6, "fall": 9, "autumn": 9}
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/. ](\d{1,2}))?(?:[-/. ](\d{1,2}))?(?:[t ]\d{1,2}:.*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](?:(\d{1,2})[-/. ])?(\d{4})")
_NAMED = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?([a-z]+) (?:(?:\d{1,2}(?:st|nd|rd|th)?) )?(\d{4})"
)
_NAMED_SHORT = re.compile(r"([a-z]+)\.?(?: ?['’]|-)(\d{2})")
_NAMED_LAST = re.compile(r"(\d{4}) ([a-z]+)(?: \d{1,2})?")
_BETWEEN = re.compile(
    r"\s+(?:-|–|—|to|until|through|thru|till|a|al|hasta)\s+|\s*[–—]\s*", re.IGNORECASE
)
_YEARS = re.compile(r"(\d{4})\s*-\s*(\d{4}|present|current|now)", re.IGNORECASE)


_LAST_OF_THIS_CENTURY = 49
"""A year of two digits up to this one is of this century: `Nov '15`, but `Nov '87`."""


@dataclass(frozen=True, slots=True)
class Span:
    """When a piece of work began and ended, as far as it can be read.

    `end` is none for work that goes on and for work whose end is not given; `is_over` tells them
    apart where an end was given and could not be read. `unread` are texts that could not be.
    """

    start: Month | None
    end: Month | None
    is_over: bool
    unread: tuple[str, ...] = ()


def read_month(value: Any) -> Month | None:
    """The month meant by a text, a number (2012) or an object with `year` and `month`; or none.

    >>> read_month("March 2011"), read_month("05/2014"), read_month(2012)
    ((2011, 3), (2014, 5), (2012, None))
    """
    if isinstance(value, dict):
        year, month = value.get("year"), value.get("month")
        named = _MONTHS.get(fold(month)) if isinstance(month, str) else month
        if isinstance(named, str) or named is None:
            named = int(month) if isinstance(month, str) and month.isdecimal() else None
        return _checked(year, named)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _checked(value, None)
    return _month_in(value) if isinstance(value, str) else None


def _month_in(value: str) -> Month | None:
    short = _NAMED_SHORT.fullmatch(value.strip().lower())
    if short is not None:
        century = "20" if int(short[2]) <= _LAST_OF_THIS_CENTURY else "19"
        return _of_name(short[1], century + short[2])
    text = " ".join(value.strip().lower().rstrip(".").replace(",", " ").replace("'", " ").split())
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        return _checked(match[1], match[2])
    match = _MONTH_FIRST.fullmatch(text)
    if match is not None:
        return _checked(match[3], match[1])
    text = text.replace(".", "").replace("-", " ").replace("/", " ").replace(" of ", " ")
    text = " ".join(word for word in text.split() if word not in ("de", "del"))
    match = _NAMED.fullmatch(text)
    if match is not None:
        return _of_name(match[1], match[2])
    match = _NAMED_LAST.fullmatch(text)
    return _of_name(match[2], match[1]) if match is not None else None


def _of_name(name: str, year: str) -> Month | None:
    number = _MONTHS.get(name) or _SEASONS.get(name)
    return _checked(year, number) if number else None


def _checked(year: Any, month: Any) -> Month | None:
    try:
        number = int(year)
        own = int(month) if month is not None else None
    except (TypeError, ValueError):
        return None
    if not 1900 <= number <= 2100 or (own is not None and not 1 <= own <= 12):
        return None
    return number, own


def is_now(value: Any) -> bool:
    """Whether an end is none: missing, empty, or a word for today."""
    return value is None or (isinstance(value, str) and (not value.strip() or fold(value) in _NOW))


def read_span(started: Any, ended: Any, *, is_current: bool = False) -> Span:
    """The span of two values; a start that holds both, such as `2012-10 - 2014-05`, is parted."""
    if isinstance(started, str) and read_month(started) is None and is_now(ended):
        years = _YEARS.fullmatch(started.strip())
        parts = [*years.groups()] if years else _BETWEEN.split(started.strip(), maxsplit=1)
        if len(parts) == 2 and read_month(parts[0]) is not None:
            started, ended = parts
            is_current = is_current or is_now(ended)
    unread = []
    start, end = read_month(started), None
    if start is None and not is_now(started):
        unread.append(str(started))
    if not is_current and not is_now(ended):
        end = read_month(ended)
        if end is None:
            unread.append(str(ended))
    return Span(start, end, not is_current and not is_now(ended), tuple(unread))


def written(month: Month | None) -> str:
    """A month as a profile keeps it: `2014-05`, or the year alone."""
    if month is None:
        return ""
    return f"{month[0]:04d}" if month[1] is None else f"{month[0]:04d}-{month[1]:02d}"

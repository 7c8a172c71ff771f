"""Amounts of money as people say them: `$18 an hour`, `38k`, `$3,200 a month`, `52,000`."""

from __future__ import annotations

import re

from careerlattice.errors import BadRequest

HOURS_A_YEAR = 2_080
"""Hours in a year of full-time work, as the Bureau of Labor Statistics counts an hourly wage."""
LEAST_YEARLY_USD = 1_000
"""Less than this is no year's pay: most likely an hour's or a week's."""
MOST_USD = 10_000_000
LONGEST = 60
_TIMES_A_YEAR = {
    "hour": HOURS_A_YEAR,
    "week": 52,
    "two weeks": 26,
    "month": 12,
    "year": 1,
}
_PERIODS = {
    "hour": ("h", "hr", "hrs", "hour", "hours", "hourly"),
    "week": ("wk", "week", "weeks", "weekly"),
    "two weeks": ("two weeks", "2 weeks", "other week", "biweekly", "bi-weekly", "biweek"),
    "month": ("mo", "mon", "mth", "month", "months", "monthly"),
    "year": ("y", "yr", "yrs", "year", "years", "yearly", "annum", "annual", "annually", "pa"),
}
_PERIOD_OF = {word: period for period, words in _PERIODS.items() for word in words}
_THOUSANDS = {"k": 1_000, "thousand": 1_000, "grand": 1_000, "m": 1_000_000, "million": 1_000_000}
_AMOUNT = re.compile(
    r"(?:us\s*)?\$?\s*"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"\s*(?:(?P<times>k|thousand|grand|m|million)\b)?"
    r"\s*(?:dollars?|bucks|usd|\$)?"
    r"\s*(?:(?P<per>/|a |an |per |each |every |)\s*(?P<period>[a-z2][a-z2 .-]*?)\.?)?",
)


def read_usd(text: str, field: str = "") -> float:
    """Whole dollars as people write them: `$5,000`, `12k`, `8300`.

    Raises `BadRequest` about the field for anything else, and for more than ten million.

    >>> read_usd("$5,000"), read_usd("12k")
    (5000.0, 12000.0)
    """
    amount, period = _parts(text, field, "5,000 or 5k")
    if period:
        raise BadRequest(
            f"{text.strip()[:LONGEST]!r} is an amount for each {period}: write the sum, as 5,000.",
            field=field,
        )
    return _within(amount, text, field)


def read_yearly_usd(text: str, field: str = "") -> float:
    """A year's pay as people say it: by the hour, week, two weeks, month or year.

    An hour's wage is that of 2,080 hours a year. Without words an amount is a year's, and one too
    small for that is refused. Raises `BadRequest` about the field.

    >>> read_yearly_usd("$18 an hour"), read_yearly_usd("38k"), read_yearly_usd("$3,200 a month")
    (37440.0, 38000.0, 38400.0)
    """
    amount, period = _parts(text, field, "38,000, 38k, $18 an hour or $3,200 a month")
    if not period and 0 < amount < LEAST_YEARLY_USD:
        said = f"{amount:g}"
        raise BadRequest(
            f"{text.strip()[:LONGEST]!r} is too little for a year's pay. Write for how long it is: "
            f"'{said} an hour', '{said} a week', or all of a year's pay.",
            field=field,
        )
    return _within(round(amount * _TIMES_A_YEAR[period or "year"], 2), text, field)


def _parts(text: str, field: str, like: str) -> tuple[float, str]:
    """The dollars said, and for how long: empty where that is not said."""
    said = " ".join(text.strip().lower().replace("\N{MINUS SIGN}", "-").split())
    found = _AMOUNT.fullmatch(said) if len(said) <= LONGEST else None
    word = (found["period"] or "").strip() if found else ""
    period = _PERIOD_OF.get(word, "")
    if found is None or (word and not period):
        raise BadRequest(
            f"{text.strip()[:LONGEST]!r} is not an amount of dollars. Write it like {like}.",
            field=field,
        )
    number = float(found["number"].replace(",", ""))
    return number * _THOUSANDS.get(found["times"] or "", 1), period


def _within(amount: float, text: str, field: str) -> float:
    if amount > MOST_USD:
        raise BadRequest(
            f"{text.strip()[:LONGEST]!r} is more than {MOST_USD:,} dollars.", field=field
        )
    return amount

"""Amounts as people write them: dollars, counts, shares, lengths of time."""

from __future__ import annotations

import math

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerlattice.vocab import amounts as written

register = template.Library()


def _none(value: object) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value)) or value == ""


@register.filter
def usd(value: float | None) -> str:
    """Whole dollars: `$41,250`."""
    return _("not published") if _none(value) else written.usd(value)


@register.filter
def usd_change(value: float | None) -> str:
    """Whole dollars with their sign: `+$300`, `−$300`."""
    if _none(value):
        return _("not published")
    return written.usd(value, sign=True).replace("-", "−")


@register.filter
def rough_change(value: float | None) -> str:
    """An estimate with its sign, to two significant figures: `+$280,000`."""
    if _none(value):
        return _("not published")
    return written.rough_usd(value, sign=True).replace("-", "−")


@register.filter
def usd_k(value: float | None) -> str:
    """Thousands or millions of dollars for tight places: `$41k`, `$1.5M`."""
    if _none(value) or value is None:
        return "–"
    sign = "−" if value < 0 else ""
    if abs(value) >= 999_500:
        return f"{sign}${abs(value) / 1_000_000:.1f}M"
    return f"{sign}${abs(round(value / 1000)):,}k" if value else "$0"


@register.filter
def usd_hour(value: float | None) -> str:
    """Dollars and cents: `$21.40`."""
    return _("not published") if _none(value) else f"${value:,.2f}"


@register.filter
def count(value: float | None) -> str:
    """A count, rounded to three digits."""
    return _("not published") if _none(value) else written.count(value)


@register.filter
def openings(value: float | None) -> str:
    """Openings a year, which are published to the nearest hundred: no hundred is not none."""
    if value is not None and not _none(value) and value < 50:
        return _("under 50")
    return count(value)


@register.filter
def about(value: float | None) -> str:
    """A large count as people say it: `13.6 million`; below a million as `count` does."""
    if value is None or _none(value):
        return _("not published")
    if abs(value) < 999_500:
        return written.count(value)
    millions = value / 1_000_000
    number = f"{millions:,.0f}" if abs(millions) >= 99.95 else f"{millions:.1f}".removesuffix(".0")
    return _("%(n)s\u00a0million") % {"n": number}


@register.filter
def pay_change(value: float | None) -> str:
    """What a move changes in pay a year: `+$22,940 a year`, `same pay`."""
    if value is None or _none(value):
        return _("pay not published")
    if round(value) == 0:
        return _("same pay")
    return _("%(change)s a year") % {"change": usd_change(value)}


@register.filter
def whole(value: float | None) -> str:
    """A count as it is, with separators."""
    return _("not published") if value is None or _none(value) else f"{round(value):,}"


@register.filter
def pct(value: float | None) -> str:
    """A share of one: `43%`; a share that is small but not nothing stays `under 1%`."""
    if value is None or _none(value):
        return _("not published")
    if 0 < value < 0.005:
        return _("under 1%")
    return written.pct(value)


@register.filter
def signed_pct(value: float | None) -> str:
    """Percent points with their sign: `+4.9%`."""
    if value is None or _none(value):
        return _("not published")
    number = f"{abs(value):.1f}%"
    return ("+" if value > 0 else "−" if value < 0 else "") + number


@register.filter
def months(value: float | None) -> str:
    """A length of time: `8 months`, `2 years 6 months`; half a month is `2 weeks`."""
    if value is None or _none(value):
        return _("not known")
    if 0 < value < 1:
        weeks = max(1, round(value * 4.345))
        return ngettext("%(n)d week", "%(n)d weeks", weeks) % {"n": weeks}
    years, rest = divmod(round(value), 12)
    parts = []
    if years:
        parts.append(ngettext("%(n)d year", "%(n)d years", years) % {"n": years})
    if rest or not years:
        parts.append(ngettext("%(n)d month", "%(n)d months", rest) % {"n": rest})
    return " ".join(parts)

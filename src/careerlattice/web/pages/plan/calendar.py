"""A plan as a calendar file (RFC 5545): an all-day entry with a reminder for each step."""

from __future__ import annotations

import calendar
from datetime import date

from careerlattice.plan.answer import Plan, PlanAnswer, Step
from careerlattice.vocab.amounts import months
from careerlattice.wording import need_name
from careerlattice.wording.papers import cost_text, first_text, plan_text

MOST_OCTETS = 75
AT_NINE, A_WEEK_BEFORE = "PT9H", "-P6DT15H"
"""When an entry of a whole day reminds: at nine of that day, or of the day a week before."""


def plan_calendar(answer: PlanAnswer, plan: Plan, start: date, address: str = "") -> str:
    """The calendar of a plan that begins on `start`; same plan and date, same text.

    A step is put where it usually starts. The first reminds on its morning, the others a week
    before, in time to apply. `address` is the page of the plan.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Careerlattice//Plan//EN",
        "CALSCALE:GREGORIAN",
    ]
    for number, step in enumerate(plan.steps, start=1):
        day = after_months(start, step.start_month_usual)
        following = date.fromordinal(day.toordinal() + 1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{answer.release}-{plan.id}-{number}-{start:%Y%m%d}@careerlattice",
            f"DTSTAMP:{start:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{following:%Y%m%d}",
            f"SUMMARY:{escaped(step.title)}",
            f"DESCRIPTION:{escaped(_told(step, address))}",
            *([f"URL:{address}"] if address else []),
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:{AT_NINE if number == 1 else A_WEEK_BEFORE}",
            f"DESCRIPTION:{escaped(step.title)}",
            "END:VALARM",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines)


def after_months(day: date, span: float) -> date:
    """The date so many months later, on the month's last day where it has no such day.

    >>> after_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    month = day.month - 1 + round(span)
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def escaped(text: str) -> str:
    """Text with what has a meaning in calendars escaped."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(mark, written)
    return text


def folded(line: str) -> str:
    """A line cut into pieces of at most 75 octets, never inside a letter."""
    pieces, piece, size = [], "", 0
    for letter in line:
        wide = len(letter.encode())
        if size + wide > MOST_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += wide
    return "\r\n".join((*pieces, piece)) + "\r\n"


def _told(step: Step, address: str) -> str:
    """What the step takes, and below it what to do first and where the plan is."""
    lines = [_in_short(step)]
    if step.first_action is not None:
        lines.append(first_text(step.first_do, step.first_url))
    if address:
        lines.append(plan_text(address))
    return "\n".join(lines)


def _in_short(step: Step) -> str:
    parts = []
    if step.months:
        parts.append(months(step.months_usual))
    if step.cost_usd:
        parts.append(cost_text(step.cost_usd))
    parts += [f"{need_name(need.what)}: {need.missing}" for need in step.needs if need.missing]
    parts += [f"{item.title}, {item.agency}" for item in step.licenses[:2] if item.agency]
    return "; ".join(parts) or step.title

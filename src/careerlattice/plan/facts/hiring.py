"""How long being hired usually takes, where it is not as long as a job search elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from careerlattice.plan.answer import Hiring
from careerlattice.plan.parameters import (
    HIRING_AFTER_COURSE_MONTHS,
    HIRING_FEDERAL_MONTHS,
    HIRING_FIRST_HERE_MONTHS,
    HIRING_MANAGER_MONTHS,
    HIRING_NEW_FIELD_MONTHS,
    HIRING_PUBLIC_SAFETY_MONTHS,
    HIRING_TEACHER_MONTHS,
    PROMOTED_MANAGER_MONTHS,
)
from careerlattice.vocab.parameter import Parameter

_OF: tuple[tuple[Hiring, tuple[str, ...]], ...] = (
    # Police, corrections, bailiffs, wardens, firefighters, probation, dispatchers of emergencies.
    (
        Hiring.PUBLIC_SAFETY,
        ("33-2011", "33-3011", "33-3012", "33-3021", "33-3031", "33-305", "21-1092", "43-5031"),
    ),
    # Air traffic control, airport screening, tax examination, bank examination.
    (Hiring.FEDERAL, ("53-2021", "33-9093", "13-2081", "13-2061")),
    # Teachers of schools, and who is hired with them.
    (
        Hiring.SCHOOL_YEAR,
        ("25-2012", "25-202", "25-203", "25-205", "25-4022", "25-9031", "11-9032", "19-3034"),
    ),
    (Hiring.MANAGERS, ("11-",)),
)
_HIRED_LIKE_OTHERS = ("11-9013", "11-9051", "11-9141")
"""Managers of farms, restaurants and houses: who runs them is hired as other people are."""
_MONTHS: dict[Hiring, Parameter] = {
    Hiring.PUBLIC_SAFETY: HIRING_PUBLIC_SAFETY_MONTHS,
    Hiring.FEDERAL: HIRING_FEDERAL_MONTHS,
    Hiring.SCHOOL_YEAR: HIRING_TEACHER_MONTHS,
    Hiring.MANAGERS: HIRING_MANAGER_MONTHS,
    Hiring.NEW_FIELD: HIRING_NEW_FIELD_MONTHS,
    Hiring.AFTER_COURSE: HIRING_AFTER_COURSE_MONTHS,
    Hiring.FIRST_HERE: HIRING_FIRST_HERE_MONTHS,
    Hiring.PROMOTED_MANAGERS: PROMOTED_MANAGER_MONTHS,
}


def find_hiring(code: str) -> Hiring | None:
    """How an occupation hires; none where a job search is like any."""
    if code.startswith(_HIRED_LIKE_OTHERS):
        return None
    return next((kind for kind, beginnings in _OF if code.startswith(beginnings)), None)


def slowest(kinds: Iterable[Hiring | None]) -> Hiring | None:
    """Of several reasons why being hired takes long, the one it takes longest by."""
    known = [kind for kind in kinds if kind is not None]
    return max(known, key=lambda kind: hiring_months(kind).value, default=None)


def hiring_months(kind: Hiring) -> Parameter:
    """The months that being hired usually takes."""
    return _MONTHS[kind]

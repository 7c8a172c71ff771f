"""Students of middle and high school: the grade they say they are in."""

from __future__ import annotations

import re

from careerlattice.vocab.names import fold

LAST_GRADE = 12
_ORDINALS = {
    "6th": 6, "sixth": 6, "7th": 7, "seventh": 7, "8th": 8, "eighth": 8, "9th": 9, "ninth": 9,
    "10th": 10, "tenth": 10, "11th": 11, "eleventh": 11, "12th": 12, "twelfth": 12,
}  # fmt: skip
_YEARS = {"freshman": 9, "sophomore": 10, "junior": 11, "senior": 12}
_FILLERS = re.compile(r"^(?:(?:i am|i m|im|currently|now|a|an|the|in|going into|student)\s+)+")
_GRADE = re.compile(r"^(\w+) (?:grade|grader|year)(?: (?:student|pupil|in (?:high )?school))*$")
_NUMBER = re.compile(r"^grade (\d{1,2})$")
_IN_HIGH_SCHOOL = re.compile(
    r"^(?:(?:high school|hs) (\w+)|(\w+) (?:in|of|at) (?:high school|hs))(?: student)?$"
)


def school_grade(text: str) -> int | None:
    """The grade of school, 6 to 12, that a person says they are in; none for any other text.

    >>> school_grade("10th grade"), school_grade("I'm a sophomore in high school")
    (10, 10)
    """
    said = _FILLERS.sub("", fold(text.replace("'", " ").replace("’", " ")))
    number = _NUMBER.match(said)
    if number is not None:
        grade = int(number[1])
        return grade if 6 <= grade <= LAST_GRADE else None
    named = _GRADE.match(said)
    if named is not None:
        return _ORDINALS.get(named[1])
    year = _IN_HIGH_SCHOOL.match(said)
    return None if year is None else _YEARS.get(year[1] or year[2])


def is_pupil(text: str) -> bool:
    """Whether a cell for schooling names a year of school, bare as class lists do, or `in school`.

    >>> is_pupil("11th grade"), is_pupil("senior"), is_pupil("associate")
    (True, True, False)
    """
    return school_grade(text) is not None or fold(text) in (*_YEARS, "in school", "in high school")


def years_after_this(grade: int) -> int:
    """School years to the diploma that follow the one a student of this grade is in."""
    return LAST_GRADE - grade

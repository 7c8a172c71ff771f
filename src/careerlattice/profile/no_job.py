"""Being without a job: the words people have for it where a job is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careerlattice.catalog.names.keys import key
from careerlattice.catalog.names.phrases import phrases
from careerlattice.errors import BadCode
from careerlattice.profile.school_years import school_grade
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.names import fold

NO_JOB = "no job"
SCHOOLING_WITHOUT_JOB = EducationLevel.HIGH_SCHOOL
"""What most adults out of work or at school have at least; who assumes it says so."""

WITHOUT_JOB = frozenset(
    ("unemployed", "student", "homemaker", "retired", "leave", "disabled", "incarcerated")
)
"""States of life (`content/names/states_of_life.csv`) in which people hold no job to start from."""

# What people write where a job is asked for when they have none to name. The title search would
# find occupations by single words of these ("Student Affairs Directors", "Home Health Aides"), so
# they are understood before it is asked. None of them is a title of an occupation.
WORDS = frozenset(
    fold(word)
    for word in (
        NO_JOB,
        "I have no job now",
        "I have no job",
        "no job now",
        "no job yet",
        "no work",
        "none",
        "nothing",
        "without a job",
        "without work",
        "jobless",
        "unemployed",
        "not employed",
        "not working",
        "out of work",
        "out of a job",
        "between jobs",
        "laid off",
        "looking for work",
        "looking for a job",
        "job seeker",
        "jobseeker",
        "student",
        "a student",
        "in school",
        "at school",
        "in high school",
        "I am in high school",
        "I'm in high school",
        "I am in school",
        "I'm in school",
        "still in school",
        "I am a student",
        "I'm a student",
        "I'm out of work",
        "I am unemployed",
        "I'm unemployed",
        "high school student",
        "college student",
        "pupil",
        "school leaver",
        "just graduated",
        "recent graduate",
        "first job",
        "stay at home parent",
        "stay at home mom",
        "stay at home mother",
        "stay at home dad",
        "stay at home father",
        "at home",
        "homemaker",
        "housewife",
        "house wife",
        "househusband",
        "full time parent",
        "parent",
        "mother",
        "mom",
        "father",
        "dad",
        "family caregiver",
        "caring for family",
        "retired",
        "retiree",
        "pensioner",
        "returning to work",
        "disabled",
        "on disability",
    )
)


def schooling_meant(text: str) -> EducationLevel | None:
    """The education level meant where a person writes schooling in place of a job.

    Who says the grade they are in is planned for from the diploma on. Words that mean no job, as
    `none` does, tell of no schooling.

    >>> schooling_meant("GED").slug, schooling_meant("10th grade").slug, schooling_meant("cook")
    ('high-school', 'high-school', None)
    """
    if school_grade(text) is not None:
        return EducationLevel.HIGH_SCHOOL
    if not text or fold(text) in WORDS:
        return None
    try:
        return EducationLevel.parse(text)
    except BadCode:
        return None


_STUDIES = re.compile(
    r"(?:a |an )?(?P<before>.+?) (?:major|degree|graduate|grad)|"
    r"(?:majoring in|studying|studied) (?P<after>.+)",
    re.IGNORECASE,
)


def field_without_job(text: str) -> str | None:
    """The field of study of who says that they have no job and what they study, else None.

    >>> field_without_job("biology major, no job"), field_without_job("unemployed")
    ('biology', None)
    """
    parts = [part.strip() for part in re.split(r"\s*[,;/]\s*|\s+-\s+|\s+and\s+", text)]
    if len(parts) != 2 or not any(means_no_job(part) for part in parts):
        return None
    rest = parts[1] if means_no_job(parts[0]) else parts[0]
    match = _STUDIES.fullmatch(rest)
    return (match["before"] or match["after"]) if match is not None else None


def means_no_job(text: str) -> bool:
    """Whether a person says with this that they have no job.

    >>> means_no_job("Stay-at-home parent"), means_no_job("on unemployment"), means_no_job("cook")
    (True, True, False)
    """
    if fold(text) in WORDS:
        return True
    meaning = phrases().find(key(text))
    return meaning is not None and meaning.state in WITHOUT_JOB


@dataclass(frozen=True, slots=True)
class InPlaceOfJob:
    """What words in place of a job tell: schooling, a field of study, or that there is no job."""

    schooling: EducationLevel | None
    field: str | None


def in_place_of_job(text: str) -> InPlaceOfJob | None:
    """What words tell that name no job; none where they name one, or nothing is said.

    >>> in_place_of_job("GED").schooling.slug, in_place_of_job("biology major, no job").field
    ('high-school', 'biology')
    >>> in_place_of_job("cook") is None
    True
    """
    schooling, field = schooling_meant(text), field_without_job(text)
    if schooling is None and field is None and not means_no_job(text):
        return None
    return InPlaceOfJob(schooling, field)

"""Being without a job: the words people have for it where a job is asked."""

from __future__ import annotations

from careerlattice.vocab.names import fold

NO_JOB = "no job"

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


def means_no_job(text: str) -> bool:
    """Whether a person says with this that they have no job.

    >>> means_no_job("Stay-at-home parent"), means_no_job("student teacher")
    (True, False)
    """
    return fold(text) in WORDS

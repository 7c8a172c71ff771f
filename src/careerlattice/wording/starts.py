"""What is said of a start that is no job: a grade of school, or no job at all."""

from __future__ import annotations

from careerlattice.profile.school_years import years_after_this
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import say, say_many


def in_school_text(grade: int) -> str:
    """How long it is to a diploma, which the routes begin with."""
    years = years_after_this(grade)
    if years == 0:
        return say(
            "You are in {grade}th grade, your last year of high school. The routes start when you "
            "have your diploma.",
            grade=grade,
        )
    return say_many(
        "You are in {grade}th grade, so you have {n} more year of school after this one. The "
        "routes start when you have your diploma: add that time.",
        "You are in {grade}th grade, so you have {n} more years of school after this one. The "
        "routes start when you have your diploma: add that time.",
        years,
        grade=grade,
        n=years,
    )


def without_job_text(level: EducationLevel, option: str) -> str:
    """What is taken for the schooling of who has no job; `option` is where to say it."""
    return say(
        "You have no job now and did not name your education. We assume {level}. Tell us yours "
        "with {option}.",
        level=level.phrase,
        option=option,
    )

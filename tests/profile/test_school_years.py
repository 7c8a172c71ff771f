"""Students say which grade they are in; nobody with a job is taken for one."""

from __future__ import annotations

import pytest

from careerlattice.profile.no_job import means_no_job, schooling_meant
from careerlattice.profile.school_years import school_grade, years_after_this
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.starts import in_school_text


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("10th grade", 10), ("10th grader", 10), ("I'm in 10th grade", 10), ("tenth grade", 10),
        ("grade 11", 11), ("12th grade student", 12), ("high school senior", 12),
        ("I am a sophomore in high school", 10), ("HS freshman", 9), ("8th grade", 8),
        ("first grade teacher", None), ("grade school teacher", None), ("senior", None),
        ("senior accountant", None), ("grade 13", None), ("high school teacher", None), ("", None),
        ("2nd grade", None), ("junior developer", None),
    ],
)  # fmt: skip
def test_a_grade_is_read(text: str, grade: int | None) -> None:
    assert school_grade(text) == grade


def test_plans_of_a_student_begin_with_the_diploma() -> None:
    assert schooling_meant("10th grade") is EducationLevel.HIGH_SCHOOL
    assert [years_after_this(grade) for grade in (9, 12)] == [3, 0]
    assert "2 more years of school after this one" in in_school_text(10)
    assert "1 more year of school after this one" in in_school_text(11)
    assert "your last year" in in_school_text(12)


@pytest.mark.parametrize("text", ["I am in high school", "I'm unemployed", "I'm a student"])
def test_what_people_say_of_themselves_is_no_job(text: str) -> None:
    assert means_no_job(text)


@pytest.mark.parametrize("text", ["none", "None", "no job", "unemployed", ""])
def test_no_job_tells_of_no_schooling(text: str) -> None:
    assert schooling_meant(text) is None

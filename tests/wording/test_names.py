"""What is said of names people use: jobs left out, fields read, titles of one's own."""

from __future__ import annotations

import pytest

from careerlattice.match.reason import FitNotice
from careerlattice.match.reason import NoticeKind as FitKind
from careerlattice.match.titles.held_out import HeldOutReport
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.wording.fit import notice_sentence
from careerlattice.wording.notices import notice_text
from careerlattice.wording.titles import held_out_sentence


@pytest.mark.parametrize(
    ("could_mean", "is_no_occupation", "why"),
    [
        (5, False, "it could mean any of 5 occupations"),
        (0, True, "those words alone do not name an occupation"),
        (0, False, "we know no occupation by that name"),
    ],
)
def test_an_earlier_job_left_out_says_why(
    could_mean: int, is_no_occupation: bool, why: str
) -> None:
    details = {
        "typed": "driver",
        "could_mean": could_mean,
        "is_no_occupation": is_no_occupation,
    }
    notice = Notice(NoticeKind.JOB_LEFT_OUT, details, "start.past")
    assert notice_text(notice) == (
        f"Your earlier job 'driver' does not count yet: {why}. Name it more exactly."
    )


def test_a_field_of_study_says_as_what_it_was_taken() -> None:
    details = {"typed": "nursing school", "field": "Nursing", "cip_code": "51.38"}
    notice = Notice(NoticeKind.TAKEN_TO_MEAN, details, "start.field")
    assert notice_text(notice) == "We read your field 'nursing school' as Nursing (51.38)."


def test_a_letter_code_is_no_measure() -> None:
    said = notice_sentence(FitNotice(FitKind.INTERESTS_OF_LETTERS))
    assert said.startswith("A letter code says which areas come first, not by how much")


def test_own_titles_tell_their_gain() -> None:
    report = HeldOutReport(titles=1_200, right_without=600, right_with=900)
    assert held_out_sentence(report) == (
        "Tested on your own 1,200 titles, each coded without itself: 50.0% correct before, "
        "75.0% correct with what the others teach."
    )

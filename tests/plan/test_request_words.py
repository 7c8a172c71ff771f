"""What a request and an answer say and take in plain words."""

from __future__ import annotations

import pytest

from careerlattice import EducationLevel, Goal, Limits, PastJob, PlanRequest, Start, open_planner
from careerlattice.errors import BadRequest


@pytest.mark.parametrize("text", ["high-school", "GED", "HS", "High school"])
def test_schooling_is_read_from_words(text: str) -> None:
    start = Start(education=text)  # type: ignore[arg-type]
    assert start.education is EducationLevel.HIGH_SCHOOL
    assert start == Start(education=EducationLevel.HIGH_SCHOOL)
    limits = Limits(max_credential="associate")  # type: ignore[arg-type]
    assert limits.max_credential is EducationLevel.ASSOCIATE


def test_words_that_are_no_schooling_are_told_with_where_they_stand() -> None:
    with pytest.raises(BadRequest) as wrong:
        Start(education="wizard")  # type: ignore[arg-type]
    assert wrong.value.field == "start.education"
    with pytest.raises(BadRequest) as wrong:
        Limits(max_credential="wizard")  # type: ignore[arg-type]
    assert wrong.value.field == "limits.max_credential"


def test_an_answer_shows_itself_in_a_line_and_as_a_table() -> None:
    request = PlanRequest(Start(PastJob("nursing assistant")), Goal("registered nurse"), state="OH")
    answer = open_planner().plan(request)
    assert len(repr(answer)) < 200
    assert f"{len(answer.plans)} plans" in repr(answer)
    assert len(repr(answer.plans[0])) < 200
    assert "<td>plan-1</td>" in answer._repr_html_()

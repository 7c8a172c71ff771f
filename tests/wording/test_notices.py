"""Notices say each figure beside what it is about."""

from __future__ import annotations

import pytest

from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.wording import notice_text


@pytest.mark.parametrize(
    ("over_usd", "over_months", "told"),
    [
        (2_500, 0, "costs about $5,500 ($2,500 more than you have) and usually takes 6 months."),
        (0, 4, "costs about $5,500 and usually takes 6 months (4 months longer than you have)."),
    ],
)
def test_what_is_over_a_limit_stands_beside_its_figure(
    over_usd: float, over_months: float, told: str
) -> None:
    details = {
        "months": 6.0, "cost_usd": 5_500.0, "over_usd": over_usd, "over_months": over_months,
        "credential": 0, "is_course": False,
    }  # fmt: skip
    text = notice_text(Notice(NoticeKind.USUAL_OVER, details, "limits"))
    assert told in text
    assert ("Pell Grant" in text) == bool(over_usd)
    assert ("if you have no bachelor's degree yet" in text) == bool(over_usd)


@pytest.mark.parametrize(
    ("stands_in", "told"),
    [("United States", "pay is that of the United States."), ("Ohio", "pay is that of Ohio.")],
)
def test_pay_of_a_wider_area_names_it_as_a_sentence_does(stands_in: str, told: str) -> None:
    details = {"area": "Lima, OH", "stands_in": stands_in}
    assert told in notice_text(Notice(NoticeKind.PAY_WIDER_AREA, details))

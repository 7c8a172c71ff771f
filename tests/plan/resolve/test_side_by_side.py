"""Months of jobs held side by side count once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.plan.request import PastJob
from careerlattice.plan.resolve.from_profile import start_from_profile
from careerlattice.plan.resolve.side_by_side import months_counted, span_of
from careerlattice.profile.model import Profile, Work
from careerlattice.vocab.codes import OnetSocCode

ONE, HALF = np.array([1.0]), np.array([0.5])


def test_two_jobs_at_once_count_as_the_one_that_counts_most() -> None:
    spans = [(0.0, 24.0), (0.0, 24.0)]
    assert months_counted([ONE, ONE], [24, 24], spans) == pytest.approx([24])
    assert months_counted([ONE, HALF], [24, 24], spans) == pytest.approx([24])
    assert months_counted([HALF, HALF], [24, 24], spans) == pytest.approx([12])


def test_what_lies_apart_adds_up() -> None:
    assert months_counted([ONE, ONE], [24, 24], [(0, 24), (24, 48)]) == pytest.approx([48])
    assert months_counted([ONE, ONE], [24, 24], [(0, 24), (12, 36)]) == pytest.approx([36])
    assert months_counted([ONE, ONE], [24, 24], [None, (12, 36)]) == pytest.approx([48])
    assert months_counted([], [], []).size == 0


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=1, max_size=4))
def test_jobs_never_count_more_than_the_calendar_has(held: list[tuple[int, int]]) -> None:
    spans = [(float(ended), float(ended + length)) for ended, length in held]
    counted = months_counted([ONE] * len(held), [length for _, length in held], spans)
    months = {month for ended, length in held for month in range(ended, ended + length)}
    assert counted == pytest.approx([len(months)])


def test_when_a_job_was_held() -> None:
    assert span_of(PastJob("cook", 12), is_now=True) == (0, 12)
    assert span_of(PastJob("cook", 12), is_now=False) is None
    assert span_of(PastJob("cook", 12, began=30, ended=18), is_now=False) == (18, 30)


def test_dates_of_a_profile_are_carried() -> None:
    work = (
        Work("aide", OnetSocCode("31-1131.00"), 24, started="2020-01", ended="2021-12"),
        Work("clerk", OnetSocCode("43-9061.00"), 24, started="2020-01", ended="2021-12"),
    )
    start = start_from_profile(Profile(work=work))
    assert start.job is not None
    (past,) = start.past
    assert (start.job.began, start.job.ended) == (past.began, past.ended)
    assert past.began is not None
    assert past.ended is not None
    assert past.began - past.ended == 23

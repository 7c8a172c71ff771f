"""Pay as people say it, and amounts that are no pay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.errors import BadRequest
from careerlattice.vocab.pay_words import read_usd, read_yearly_usd


@pytest.mark.parametrize(
    ("said", "yearly"),
    [
        ("$18 an hour", 37_440),
        ("18/hr", 37_440),
        ("18.50 / hour", 38_480),
        ("$18 per hour", 37_440),
        ("18 hourly", 37_440),
        ("18 dollars an hour", 37_440),
        ("38k", 38_000),
        ("$38K a year", 38_000),
        ("38 thousand", 38_000),
        ("$3,200 a month", 38_400),
        ("3200/mo", 38_400),
        ("1,500 every two weeks", 39_000),
        ("1500 biweekly", 39_000),
        ("$800 a week", 41_600),
        ("52,000", 52_000),
        ("52000.00", 52_000),
        ("$52,000 per year", 52_000),
        ("52,000 USD", 52_000),
        ("0", 0),
    ],
)
def test_pay_is_read_as_people_say_it(said: str, yearly: float) -> None:
    assert read_yearly_usd(said) == pytest.approx(yearly)


@pytest.mark.parametrize(
    "said",
    ["", "a lot", "18", "-5", "52,00", "1,2,3", "18 a fortnight day", "nan", "inf", "$", "k"],
)
def test_what_is_no_years_pay_is_refused_by_field(said: str) -> None:
    with pytest.raises(BadRequest) as caught:
        read_yearly_usd(said, "start.pay_usd")
    assert caught.value.field == "start.pay_usd"


def test_too_little_for_a_year_is_asked_about() -> None:
    with pytest.raises(BadRequest, match="18 an hour"):
        read_yearly_usd("18")


def test_a_sum_is_for_no_length_of_time() -> None:
    assert read_usd("$5,000") == 5_000
    assert read_usd("12k") == 12_000
    assert read_usd("250") == 250
    with pytest.raises(BadRequest, match="each month"):
        read_usd("300 a month", "limits.budget_usd")
    with pytest.raises(BadRequest, match="more than"):
        read_usd("90 million")


@given(st.integers(1_000, 10_000_000))
def test_whole_dollars_stay_as_they_are(amount: int) -> None:
    for said in (f"{amount}", f"{amount:,}", f"${amount:,}", f"{amount} a year"):
        assert read_yearly_usd(said) == amount
        assert read_usd(f"${amount:,}") == amount


@given(st.text(max_size=80))
def test_any_text_is_an_amount_or_a_clear_error(said: str) -> None:
    for read in (read_usd, read_yearly_usd):
        try:
            amount = read(said, "x")
        except BadRequest as error:
            refused = error
            assert refused.field == "x"
        else:
            assert 0 <= amount <= 10_000_000

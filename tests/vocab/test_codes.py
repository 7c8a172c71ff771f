"""Codes in every written form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.errors import BadCode
from careerlattice.vocab.codes import CipCode, OnetSocCode

digits = st.integers(0, 9).map(str)


@given(st.integers(0, 99), st.integers(0, 9999), st.integers(0, 99))
def test_an_occupation_code_reads_back_from_each_of_its_forms(major, minor, detail):
    code = f"{major:02d}-{minor:04d}.{detail:02d}"
    for form in (
        code,
        code.replace("-", "").replace(".", ""),
        f"  {code}\n",
        code.replace(".", ""),
    ):
        assert OnetSocCode.parse(form) == code
    parsed = OnetSocCode.parse(code)
    assert parsed.soc == code[:7]
    assert parsed.major_group == code[:2]
    assert parsed.is_specialty == (detail != 0)


@given(st.integers(0, 99), st.integers(0, 9999))
def test_a_code_without_detail_means_the_main_line(major, minor):
    assert OnetSocCode.parse(f"{major:02d}-{minor:04d}") == f"{major:02d}-{minor:04d}.00"
    assert OnetSocCode.parse(f"{major:02d}{minor:04d}") == f"{major:02d}-{minor:04d}.00"


@given(st.integers(1, 99), st.integers(0, 99), st.integers(0, 99))
def test_a_program_code_reads_back(family, four, six):
    code = f"{family:02d}.{four:02d}{six:02d}"
    for form in (code, code.replace(".", ""), f"{family}.{four:02d}{six:02d}"):
        assert CipCode.parse(form) == code
    assert CipCode.parse(code).four == code[:5]
    assert CipCode.parse(f"{family:02d}.{four:02d}") == code[:5]


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_is_refused_in_one_line(text):
    for kind in (OnetSocCode, CipCode):
        try:
            code = kind.parse(text)
        except BadCode as error:
            said = str(error)
        else:
            said = "Write it like"
            assert kind.parse(code) == code
            assert code.isascii()
        assert "Write it like" in said


@pytest.mark.parametrize(
    "text", ["", "29", "29-11", "29-1141.0", "29-1141.000", "29_1141", "٢٩-١١٤١", "nurse"]
)
def test_what_is_no_occupation_code(text):
    with pytest.raises(BadCode):
        OnetSocCode.parse(text)


def test_a_long_text_is_not_repeated_whole():
    with pytest.raises(BadCode) as caught:
        OnetSocCode.parse("9" * 10_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("text", "expected"),
    [("29-1141", True), ("29-114", True), ("291141.0", True), ("29-x", False), ("", False)],
)
def test_what_is_written_like_a_code(text, expected):
    assert OnetSocCode.looks_like(text) is expected

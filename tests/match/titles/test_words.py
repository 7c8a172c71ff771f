"""Messy titles come down to the words that name the job."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.match.titles.words import (
    fold_word,
    industry_words,
    learn_abbreviations,
    place_stripped,
    plain_text,
    title_forms,
    title_words,
)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Sr. Acct Mgr II - $60k/yr, Full Time (Req #10233) - Dallas, TX", "account manager"),
        ("RN - ICU - Nights - $10,000 Sign-On Bonus", "registered nurse icu"),
        ("Bus driver in Columbus, OH", "bus driver"),
        ("NOW HIRING! Line Cook - $18.50 per hour", "line cook"),
        ("Warehouse Associate 2nd Shift", "warehouse associate"),
        ("Shift Supervisor", "shift supervisor"),
        ("Tree Planter (08370 SCA)", "tree planter"),
        ("Cook (Part-Time)", "cook"),
        ("Registered Nurses", "registered nurse"),
        ("LABORER, LANDSCAPE", "landscape laborer"),
        ("Waiters and Waitresses", "waiter"),
        ("salesmen", "salesperson"),
        ("Job ID 88213: Maint. Tech III", "maintenance technician"),
        ("H-2B Landscape Laborer (seasonal)", "landscape laborer"),
    ],
)
def test_noise_goes_and_the_job_stays(title: str, words: str) -> None:
    assert title_words(title) == words.split()


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Cocinero", "cook"),
        ("Señora de limpieza", "cleaner"),
        ("Auxiliar de enfermería", "nursing"),
        ("Albañil", "bricklayer"),
        ("Chofer de camión", "truck"),
        ("Enfermera registrada", "nurse"),
    ],
)
def test_spanish_titles_are_read(title: str, word: str) -> None:
    assert word in title_words(title)


def test_english_words_are_not_taken_for_spanish() -> None:
    assert title_words("Orchestra Conductor") == ["orchestra", "conductor"]
    assert title_words("Dental Hygienist") == ["dental", "hygienist"]


def test_a_title_of_noise_alone_keeps_its_words() -> None:
    assert title_words("Part Time") == ["part", "time"]
    assert title_words("Senior") == ["senior"]


@pytest.mark.parametrize("title", [None, "", "  ", 7, "日本語の仕事", "🙂", "\x00\x1b", "()"])
def test_nothing_readable_gives_no_words(title: object) -> None:
    assert title_words(title) == []


def test_long_text_is_bounded() -> None:
    assert len(plain_text("a" * 10_000)) == 300
    assert title_words("electrician " * 900) == ["electrician"]


@given(st.text(max_size=80))
def test_any_text_gives_plain_words(text: str) -> None:
    words = title_words(text)
    assert len(words) == len(set(words)) or len(words) <= 12
    assert all(word.isascii() and word == word.lower() for word in words)


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_plural_of_a_regular_noun_folds_to_the_noun(stem: str) -> None:
    noun = stem + "or"
    assert fold_word(noun + "s") == fold_word(noun)


def test_bracketed_titles_have_two_readings() -> None:
    assert title_forms("RN Educator (Registered Nurse Educator)") == (
        "rn educator",
        "registered nurse educator",
    )
    assert title_forms("Baker") == ("baker",)


def test_abbreviations_are_learned_where_the_titles_agree() -> None:
    titles = [
        "Charge LPN (Charge Licensed Practical Nurse)",
        "Licensed Practical Nurse (LPN)",
        "ABC Clerk (Alpha Beta Clerk)",  # initials of two words, one of them three letters long
        "XY Operator (Xray Yield Operator)",
    ]
    assert learn_abbreviations(titles) == {"lpn": "licensed practical nurse"}
    assert learn_abbreviations(titles, least=1)["xy"] == "xray yield"


def test_places_and_industries() -> None:
    assert place_stripped("Cook, Austin, TX", "TX").strip() == "Cook, Austin"
    assert place_stripped("Cook for Texas ranch", "texas").split() == ["Cook", "for", "ranch"]
    assert place_stripped("Cook in or near town", "OR") == "Cook in or near town"
    assert industry_words("722511") == industry_words("72")
    assert "school" in industry_words(61)
    assert industry_words("Hospitals") == ("hospital",)
    assert industry_words(None) == industry_words("99") == ()

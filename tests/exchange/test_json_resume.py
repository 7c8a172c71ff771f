"""JSON Resume to a profile: what is read, what is guessed, what is left out and said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadProfile
from careerlattice.exchange.json_resume import from_json_resume, level_of, months_between
from careerlattice.profile.files import load_profile, save_profile
from careerlattice.vocab.levels import EducationLevel

CATALOG = open_release()
TODAY = date(2025, 12, 1)
RESUME = {
    "basics": {"name": "Pat Q", "location": {"region": "Ohio", "countryCode": "US"}},
    "work": [
        {
            "name": "Mercy", "position": "Registered Nurses",
            "startDate": "2019-03", "endDate": "2021-06-30",
        },
        {"name": "U.S. Army", "position": "Bakers", "startDate": "2014", "endDate": "2018"},
        {"name": "Shop", "position": "Cashiers", "startDate": "2025-06"},
        {"name": "Nowhere", "position": "Cashiers"},
    ],
    "volunteer": [
        {
            "organization": "Library", "position": "Tutors",
            "startDate": "2020-01", "endDate": "2020-07",
        },
    ],
    "education": [
        {"studyType": "A.A.S.", "area": "Accounting", "endDate": "2013"},
        {"studyType": "Bachelor of Science", "area": "Something New", "startDate": "2024"},
    ],
    "certificates": [{"name": "Basic life support"}],
    "languages": [{"language": "Spanish", "fluency": "Native speaker"}],
    "skills": [{"name": "Excel"}],
}  # fmt: skip


def test_a_resume_becomes_an_unconfirmed_profile_with_proposals(tmp_path: Path) -> None:
    imported = from_json_resume(CATALOG, RESUME, today=TODAY)
    me = imported.profile
    assert me.name == "Pat Q"
    assert me.place.state == "OH"
    assert [w.onet_soc_code for w in me.work] == [
        "29-1141.00", "51-3011.00", "41-2011.00", "41-2011.00", "25-3041.00",
    ]  # fmt: skip
    assert [w.months for w in me.work] == [27, 48, 6, None, 6]
    assert [w.kind for w in me.work] == ["job", "military", "job", "job", "volunteer"]
    assert not any(w.confirmed for w in me.work)
    assert [p.work_index for p in imported.proposals] == [0, 1, 2, 3, 4]
    assert "No start date" in imported.proposals[3].notes[0]
    assert "counted until today" in imported.proposals[2].notes[0]
    assert any("military service" in note for note in imported.proposals[1].notes)
    save_profile(me, tmp_path / "me.json")
    assert load_profile(tmp_path / "me.json") == me


def test_education_is_what_is_finished_and_what_is_under_way() -> None:
    imported = from_json_resume(CATALOG, RESUME, today=TODAY)
    education = imported.profile.education
    assert education is not None
    assert education.level is EducationLevel.ASSOCIATE
    assert education.studying_for is EducationLevel.BACHELOR
    assert education.fields[0].cip_code == "52.0301"
    assert education.fields[1].cip_code is None
    told = " ".join(imported.notices)
    assert "No field of study is called 'Something New'" in told
    assert "counted as under way" in told
    assert "skills was not taken over" in told


@pytest.mark.slow
def test_a_messy_title_comes_with_alternatives() -> None:
    resume = {"work": [{"position": "Fork lift oprator 2nd shift", "startDate": "2020-01"}]}
    proposal = from_json_resume(CATALOG, resume, today=TODAY, top=5).proposals[0]
    assert 2 <= len(proposal.suggestions) <= 5
    assert "53-7051.00" in [s.onet_soc_code for s in proposal.suggestions]
    scores = [s.score for s in proposal.suggestions]
    assert scores == sorted(scores, reverse=True)


def test_an_unreadable_title_is_left_to_the_person() -> None:
    imported = from_json_resume(CATALOG, {"work": [{"position": "xqzzt wvvk"}]}, today=TODAY)
    assert imported.profile.work[0].onet_soc_code is None
    assert imported.proposals[0].abstained


def test_entries_of_wrong_type_are_named_and_the_rest_is_kept() -> None:
    resume = {
        "basics": "me",
        "work": [7, {"position": 5}, {"name": "x"}, {"position": "Bakers", "startDate": 2019}],
        "education": "none",
        "languages": [{"language": "Twi"}],
    }
    imported = from_json_resume(CATALOG, resume, today=TODAY)
    assert [(w.title, w.started) for w in imported.profile.work] == [("Bakers", "2019")]
    told = " ".join(imported.notices)
    for piece in (
        "basics is a text", "work[0] is a number", "work[1].position is a number",
        "work[2] names no position", "education is a text",
        "how well Twi is spoken is not clear",
    ):  # fmt: skip
        assert piece in told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"work": [', "line 1"),
        (b'{"name": "Jos\xe9"}', "not UTF-8"),
        (b"[1]", "holds a list"),
        (b'{"a": 1}', "none of the parts"),
        (b" " * 10_485_761, "MB"),
    ],
)
def test_files_that_are_no_resume(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "cv.json"
    path.write_bytes(data)
    with pytest.raises(BadProfile, match=r"cv\.json") as caught:
        from_json_resume(CATALOG, path)
    assert said in str(caught.value)


@pytest.mark.slow
def test_a_resume_of_nearly_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cv.json"
    entry = {
        "position": "Bakers",
        "startDate": "2020-01",
        "endDate": "2021-01",
        "summary": "x" * 9_000,
    }
    path.write_text(json.dumps({"work": [entry] * 1_000}))
    imported = from_json_resume(CATALOG, path, today=TODAY)
    assert len(imported.profile.work) == 500
    assert "work has 1,000 entries" in imported.notices[0]


@pytest.mark.parametrize(
    ("started", "ended", "months", "note"),
    [
        ("2019-03", "2021-06", 27, ""),
        ("2019-03-15", "2019-03-20", 1, ""),
        ("2019", "2021", 24, "Only the year"),
        ("2019", "2019", 6, "Only the year"),
        ("2025-06", "Present", 6, "until today"),
        ("2025-06", "", 6, "until today"),
        ("", "2020", None, "It ended in 2020"),
        ("2021-06", "2019-01", None, "before the start"),
        ("2030-01", "2031-01", None, "future"),
        ("June 2019", "2020", 7, "rough count"),
        ("sometime", "2020", None, "cannot be read"),
        ("2019-13", "2020", None, "cannot be read"),
        ("2019-01", "soon", None, "cannot be read"),
    ],
)
def test_months(started: str, ended: str, months: float | None, note: str) -> None:
    found, notes = months_between(started, ended, TODAY)
    assert found == months
    assert note in " ".join(notes)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("B.S. in Nursing", EducationLevel.BACHELOR),
        ("Bachelor's", EducationLevel.BACHELOR),
        ("Master of Social Work", EducationLevel.MASTER),
        ("Ph.D.", EducationLevel.DOCTORAL),
        ("Juris Doctor", EducationLevel.PROFESSIONAL),
        ("A.A.S.", EducationLevel.ASSOCIATE),
        ("Certificate", EducationLevel.CERTIFICATE),
        ("GED", EducationLevel.HIGH_SCHOOL),
        ("Summer course", None),
    ],
)
def test_levels_of_education(text: str, level: EducationLevel | None) -> None:
    assert level_of(text) is level

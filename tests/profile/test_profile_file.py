"""The one profile file: what is written comes back, what is wrong is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careerlattice.errors import BadProfile, BadRequest
from careerlattice.profile.confirming import confirm_work
from careerlattice.profile.files import load_profile, save_profile
from careerlattice.profile.model import (
    Education,
    FieldOfStudy,
    HeldLicense,
    Interests,
    Language,
    Limits,
    Place,
    Profile,
    Work,
)
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.levels import EducationLevel

START = {"format": "careerlattice-profile", "version": 1}
FULL = Profile(
    name="Ana María",
    education=Education(
        EducationLevel.ASSOCIATE,
        (FieldOfStudy(CipCode("51.3801"), "Nursing"), FieldOfStudy(None, "Cooking")),
        EducationLevel.BACHELOR,
    ),
    work=(
        Work("CNA, nights", OnetSocCode("31-1131.00"), 30.5, confirmed=True, employer="Mercy"),
        Work("medic", kind="military", recognition_rate=0.6, started="2014", ended="2018-05"),
    ),
    licenses=(HeldLicense("State tested nursing assistant", "OH", "123"),),
    skills={"2.A.1.a": 3.5, "2.B.1.a": 0.0},
    knowledge={"2.C.1.a": 2.0, "2.C.10": 1.0},
    skills_basis="self-rating",
    interests=Interests(10, 20.5, 0, 40, 5, 15, (0.7, 0.8, 0.9, 0.6, 0.75, 0.8), "adaptive", 25),
    work_values={"achievement": 5.0},
    languages=(Language("Spanish", "native"),),
    place=Place("OH", "Columbus, OH"),
    limits=Limits(
        24, 8000, 30000, EducationLevel.BACHELOR, "part", ("2008-finance",),
        (OnetSocCode("33-3012.00"),),
    ),
)  # fmt: skip


def test_everything_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    save_profile(FULL, path)
    assert load_profile(path) == FULL
    before = path.read_bytes()
    save_profile(load_profile(path), path)
    assert path.read_bytes() == before


def test_an_empty_profile_comes_back(tmp_path: Path) -> None:
    save_profile(Profile(), tmp_path / "me.json")
    assert load_profile(tmp_path / "me.json").is_empty


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"limts": {}}, "unknown field(s) 'limts'. Did you mean 'limits'?"),
        ({"skills": {"2.A.1.a": 7.5}}, "skills.2.A.1.a is 7.5"),
        ({"skills": {"reading": 2}}, "unknown name 'reading'"),
        ({"skills": [1]}, "skills is a list"),
        ({"work": [{"title": "x", "months": "12"}]}, "work[0].months is a text"),
        ({"work": [{"title": "x", "months": True}]}, "work[0].months is true or false"),
        ({"work": [{"title": "x", "month": 2}]}, "Did you mean 'months'"),
        ({"work": [{}]}, "work[0] is empty"),
        ({"work": [{"title": "x", "confirmed": True}]}, "without an occupation"),
        ({"work": [{"title": "x", "onet_soc_code": "nurse"}]}, "work[0].onet_soc_code"),
        ({"work": [{"title": "x", "kind": "hobby"}]}, "Choose one of: job, military"),
        ({"work": {"title": "x"}}, "work is an object"),
        ({"education": {"level": "phdx"}}, "education.level"),
        ({"education": {}}, "education.level is missing"),
        ({"education": {"level": "bachelor", "fields": [{"cip_code": "5"}]}}, "fields[0].cip_code"),
        ({"interests": {"realistic": 3}}, "interests.investigative is missing"),
        ({"interests": {"realistic": 41}}, "interests.realistic is 41"),
        ({"place": {"state": "Ohoi"}}, "place.state is 'Ohoi'"),
        ({"limits": {"avoid": ["xx"]}}, "limits.avoid"),
        ({"limits": {"study": "sometimes"}}, "limits.study"),
        ({"version": 2}, "version is 2"),
        ({"version": True}, "version is True"),
        ({"format": "other"}, "is no profile"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, change: dict[str, object], said: str) -> None:
    path = tmp_path / "me.json"
    path.write_text(json.dumps({**START, **change}))
    with pytest.raises(BadProfile) as caught:
        load_profile(path)
    assert said in str(caught.value)
    assert "me.json" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"name": "Jos\xe9"}', "line 1 is not UTF-8"),
        (b"\xff\xfe{\x00}\x00", "UTF-16"),
        (b"\x00\x01\x02", "binary"),
        (b'{"a": 1,}', "line 1, column 9"),
        (b'{"name": "a", "name": "b"}', "'name' stands twice"),
        (b"[]", "holds a list"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"basics": {}}', "JSON Resume"),
    ],
)
def test_bytes_that_are_no_profile(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "me.json"
    path.write_bytes(data)
    with pytest.raises(BadProfile, match=r"me\.json") as caught:
        load_profile(path)
    assert said in str(caught.value)


def test_more_than_ten_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    path.write_bytes(b" " * (10 * 1024 * 1024 + 1))
    with pytest.raises(BadProfile, match=r"at most 10 MB"):
        load_profile(path)


def test_a_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(BadProfile, match="no such file"):
        load_profile(tmp_path / "none.json")
    with pytest.raises(BadProfile, match="cannot be written"):
        save_profile(FULL, tmp_path / "none" / "me.json")


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "me.json"
    save_profile(FULL, path)
    before = path.read_bytes()

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(BadProfile, match="No space left"):
        save_profile(Profile(name="other"), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["me.json"]


def test_values_the_format_cannot_keep_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(BadProfile):
        save_profile(Profile(skills={"2.A.1.a": 9.0}), tmp_path / "me.json")
    with pytest.raises(BadProfile):
        save_profile(Profile(name=" x "), tmp_path / "me.json")
    assert not list(tmp_path.iterdir())


def test_experience_counts_at_its_rate() -> None:
    assert Work("x", months=20).counted_months == 20
    assert Work("x", months=20, kind="military").counted_months == 15
    assert Work("x", months=20, kind="volunteer").counted_months == 10
    assert Work("x", months=20, kind="informal", recognition_rate=0.2).counted_months == 4
    assert Work("x", kind="volunteer").counted_months is None
    assert Work("x", kind="volunteer").needs_recognition


def test_confirming_a_guess() -> None:
    code = OnetSocCode("31-1131.00")
    guessed = Profile(work=(Work("cna", code, 3), Work("zz", code, 4)))
    answered = confirm_work(guessed, {0: code, 1: None})
    assert answered.confirmed_work == (Work("cna", code, 3, confirmed=True),)
    assert answered.work[1] == Work("zz", None, 4, no_occupation=True)
    with pytest.raises(BadRequest, match="no work number 2"):
        confirm_work(guessed, {2: None})


def test_limits_by_their_former_names_are_read(tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    save_profile(FULL, path)
    text = path.read_text()
    former = {
        "max_months": "months", "budget_usd": "out_of_pocket_usd", "min_pay_usd": "lowest_pay_usd",
        "max_credential": "highest_education", "within": "stay_in_clusters",
    }  # fmt: skip
    for now, before in former.items():
        assert f'"{now}"' in text
        text = text.replace(f'"{now}"', f'"{before}"')
    path.write_text(text)
    assert load_profile(path) == FULL
    save_profile(load_profile(path), path)
    assert '"within"' in path.read_text()
    for both in ('"max_months": 24, "months": 12', '"months": 12, "max_months": 24'):
        path.write_text(
            f'{{"format": "careerlattice-profile", "version": 1, "limits": {{{both}}}}}'
        )
        assert load_profile(path).limits.max_months == 24

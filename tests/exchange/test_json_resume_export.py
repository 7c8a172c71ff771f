"""A profile as a JSON Resume, and back."""

from __future__ import annotations

from datetime import date

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.exchange.json_resume import from_json_resume
from careerlattice.exchange.json_resume_export import to_json_resume
from careerlattice.profile.model import (
    Education,
    FieldOfStudy,
    HeldLicense,
    Interests,
    Language,
    Place,
    Profile,
    Work,
)
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

CATALOG = open_release()
ME = Profile(
    name="Pat Q",
    education=Education(
        EducationLevel.ASSOCIATE,
        (FieldOfStudy(title="Accounting"),),
        studying_for=EducationLevel.BACHELOR,
    ),
    work=(
        Work(
            "Registered nurse",
            OnetSocCode("29-1141.00"),
            months=27,
            confirmed=True,
            employer="Mercy",
            started="2019-03",
            ended="2021-06",
        ),
        Work("Cashier", months=18),
        Work("Tutor", months=6, kind="volunteer", employer="Library", started="2020-01"),
    ),
    licenses=(HeldLicense("Registered Nurse", "OH"),),
    languages=(Language("Spanish", "native"),),
    place=Place("OH", "Columbus, OH"),
    interests=Interests(1, 2, 3, 4, 5, 6),
)


def test_what_the_format_holds_is_written_and_the_rest_is_named() -> None:
    made = to_json_resume(CATALOG, ME)
    assert made.values["basics"]["location"] == {"region": "Ohio", "countryCode": "US"}
    nurse, cashier = made.values["work"]
    assert nurse["name"] == "Mercy"
    assert nurse["startDate"] == "2019-03"
    assert "29-1141.00" in nurse["summary"]
    assert cashier == {"position": "Cashier", "summary": "18 months"}
    assert made.values["volunteer"][0]["organization"] == "Library"
    assert made.values["certificates"] == [{"name": "Registered Nurse", "issuer": "Ohio"}]
    assert made.notices == ("JSON Resume has no place for: interests, the metropolitan area.",)


@pytest.mark.slow
def test_it_reads_back_as_the_same_person() -> None:
    made = to_json_resume(CATALOG, ME)
    back = from_json_resume(CATALOG, made.values, today=date(2025, 12, 1)).profile
    assert back.name == ME.name
    assert back.place.state == "OH"
    assert [work.title for work in back.work] == ["Registered nurse", "Cashier", "Tutor"]
    assert back.work[0].months == 27
    assert back.work[0].onet_soc_code == "29-1141.00"
    assert back.work[2].kind == "volunteer"
    assert back.education is not None
    assert back.education.level is EducationLevel.ASSOCIATE
    assert back.education.studying_for is EducationLevel.BACHELOR
    assert back.languages == ME.languages
    assert [one.title for one in back.licenses] == ["Registered Nurse"]


def test_an_empty_profile_is_an_empty_resume() -> None:
    made = to_json_resume(CATALOG, Profile())
    assert set(made.values) == {"$schema"}
    assert made.notices == ()

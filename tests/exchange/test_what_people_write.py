"""Dates, degrees, employers and addresses as people write them on résumés."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.names.places import state_in
from careerlattice.errors import BadProfile
from careerlattice.exchange.dates import read_month, read_span
from careerlattice.exchange.forces import is_armed_force
from careerlattice.exchange.json_resume import from_json_resume
from careerlattice.exchange.schooling import read_schooling
from careerlattice.exchange.title_list import from_title_list
from careerlattice.plan.resolve.from_profile import start_from_profile
from careerlattice.profile.calendar import calendar_months, current_work
from careerlattice.vocab.levels import EducationLevel

CATALOG = open_release()
TODAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2012-10", (2012, 10)), ("2012-10-01T00:00:00.000Z", (2012, 10)), ("2012", (2012, None)),
        ("March 2011", (2011, 3)), ("Oct 2012", (2012, 10)), ("2012/10", (2012, 10)),
        ("10/2012", (2012, 10)), ("10/01/2012", (2012, 10)), ("2012.10", (2012, 10)),
        ("01-2012", (2012, 1)), ("Summer 2012", (2012, 6)), ("2014-5-3", (2014, 5)),
        (2012, (2012, None)), ({"year": 2012, "month": 4}, (2012, 4)), ("junio de 2019", (2019, 6)),
        ("Sept. 2020", (2020, 9)), ("Nov '15", (2015, 11)), ("Jun-87", (1987, 6)),
        ("sometime", None), ("2019-13", None), (True, None),
    ],
)  # fmt: skip
def test_months_are_read(written: Any, month: tuple[int, int | None] | None) -> None:
    assert read_month(written) == month


@pytest.mark.parametrize(
    ("started", "ended", "start", "end", "is_over"),
    [
        ("2012-10 - 2014-05", None, (2012, 10), (2014, 5), True),
        ("2014-06 to 2019-08", None, (2014, 6), (2019, 8), True),
        ("2019-09 - present", None, (2019, 9), None, False),
        ("2017-06", "to date", (2017, 6), None, False),
        ("2017-06", "Current Position", (2017, 6), None, False),
        ("2012", "sometime", (2012, None), None, True),
    ],
)
def test_spans_are_read(
    started: str, ended: str | None, start: object, end: object, is_over: bool
) -> None:
    span = read_span(started, ended)
    assert (span.start, span.end, span.is_over) == (start, end, is_over)


@pytest.mark.parametrize(
    ("text", "level", "status"),
    [
        ("MSN", "master", "finished"), ("DNP", "doctoral", "finished"),
        ("Pharm.D.", "professional", "finished"), ("M.Ed.", "master", "finished"),
        ("DO", "professional", "finished"), ("B.Tech", "bachelor", "finished"),
        ("Ed.S.", "master", "finished"), ("HiSET", "high-school", "finished"),
        ("Licenciatura", "bachelor", "finished"), ("BSN", "bachelor", "finished"),
        ("Master Electrician certificate", "certificate", "finished"),
        ("Master Plumber license", "certificate", "finished"),
        ("Medical Assistant (MA)", "certificate", "finished"),
        ("MA certificate", "certificate", "finished"),
        ("PhD candidate", "doctoral", "under way"), ("BS in progress", "bachelor", "under way"),
        ("Bachelor's (incomplete)", "bachelor", "incomplete"),
        ("GED prep", "high-school", "under way"),
    ],
)  # fmt: skip
def test_schooling_is_read(text: str, level: str, status: str) -> None:
    found = read_schooling(text)
    assert found is not None
    assert (found.level, found.status) == (EducationLevel.parse(level), status)


def test_a_bare_diploma_goes_by_the_school_and_the_field() -> None:
    nursing = read_schooling("Diploma", "Nursing")
    school = read_schooling("Diploma", "", "Bayside High School")
    assert nursing is not None
    assert nursing.level is EducationLevel.CERTIFICATE
    assert school is not None
    assert school.level is EducationLevel.HIGH_SCHOOL


@pytest.mark.parametrize(
    ("employer", "is_force"),
    [
        ("U.S. Army", True), ("US Army, Fort Hood", True), ("USMC", True), ("USAF", True),
        ("United States Marines", True), ("USCG", True), ("Ohio National Guard", False),
        ("Old Navy", False), ("The Salvation Army", False), ("Navy Federal Credit Union", False),
        ("Army & Air Force Exchange Service", False), ("US Army Corps of Engineers", False),
    ],
)  # fmt: skip
def test_employers_that_are_armed_forces(employer: str, is_force: bool) -> None:
    assert is_armed_force(employer) is is_force


@pytest.mark.parametrize(
    ("text", "postal"),
    [
        ("Ohio, United States", "OH"), ("Columbus, OH", "OH"), ("US-OH", "OH"), ("NY, USA", "NY"),
        ("Columbus, Ohio Area", "OH"), ("New York City", "NY"), ("Calif.", "CA"),
        ("14 Oak St, Lima, OH 45801", "OH"), ("Phoenix, Arizona, United States", "AZ"),
        ("Greater Boston Area", "MA"), ("Paris, France", None),
    ],
)  # fmt: skip
def test_states_in_addresses(text: str, postal: str | None) -> None:
    found = state_in(text)
    assert (found.postal if found else None) == postal


def resume(*work: dict[str, Any]) -> dict[str, Any]:
    return {"basics": {}, "work": list(work)}


def test_of_open_jobs_the_one_begun_last_is_current_and_that_is_told() -> None:
    imported = from_json_resume(
        CATALOG,
        resume(
            {"position": "Cashier", "startDate": "2015-03"},
            {"position": "Registered nurse", "startDate": "2021-06"},
        ),
        today=TODAY,
    )
    start = start_from_profile(imported.profile)
    assert start.job is not None
    assert start.job.occupation == "29-1141.00"
    assert any("begun last" in notice for notice in imported.notices)


def test_a_job_whose_end_cannot_be_read_has_ended() -> None:
    me = from_json_resume(
        CATALOG,
        resume(
            {"position": "Dishwasher", "startDate": "2012-10", "endDate": "some day"},
            {"position": "Licensed practical nurse", "startDate": "2010-07"},
        ),
        today=TODAY,
    ).profile
    current = current_work(me.work)
    assert current is not None
    assert current.title == "Licensed practical nurse"


def test_parallel_months_of_one_occupation_count_once() -> None:
    entry = {"position": "Carpenter", "startDate": "2023-01"}
    imported = from_json_resume(CATALOG, resume(entry, entry, entry), today=TODAY)
    counted = [months or 0 for _, months in calendar_months(imported.profile.work, TODAY)]
    assert sum(counted) == 35
    assert any("counted once" in notice for notice in imported.notices)


def test_positions_under_other_keys_are_jobs() -> None:
    me = from_json_resume(
        CATALOG,
        {
            "experience": [
                {"company": "A", "jobTitle": "Electrician", "from": "2017", "to": "2019"},
                {"company": "B", "positions": [{"title": "Cashier"}, {"title": "Cook helper"}]},
                {"company": "C", "position": {"title": "Welder"}},
            ],
            "hobbies": ["x"],
        },
        today=TODAY,
    )
    assert [w.title for w in me.profile.work] == ["Electrician", "Cashier", "Cook helper", "Welder"]
    told = " ".join(me.notices)
    assert "experience was read as work" in told
    assert "'hobbies'" in told


def test_states_of_life_are_no_job() -> None:
    imported = from_json_resume(
        CATALOG, resume({"position": "Self-employed"}, {"position": "Team Member"}), today=TODAY
    )
    assert [w.onet_soc_code for w in imported.profile.work] == [None, None]
    assert "names no occupation by itself" in " ".join(imported.proposals[0].notes)


def test_linkedin_positions_keep_their_dates(tmp_path: Path) -> None:
    file = tmp_path / "Positions.csv"
    file.write_text(
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Maple,Dental Assistant,x,Boise,Mar 2022,\nFresh,Cashier,,Boise,Jun 2019,Feb 2022\n"
    )
    first, second = from_title_list(CATALOG, file).profile.work
    assert (first.started, first.ended, first.employer) == ("2022-03", "", "Maple")
    assert (second.started, second.ended, second.months) == ("2019-06", "2022-02", 32)


@pytest.mark.parametrize(
    "text",
    [
        "JORDAN\njordan@example.org\nSUMMARY\nCaring aide.\nEXPERIENCE\nNursing Assistant\n",
        "<?xml version='1.0'?>\n<resume/>\n",
        json.dumps({"work": []}, indent=1),
    ],
)
def test_a_whole_resume_as_text_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "resume.txt"
    file.write_text(text)
    with pytest.raises(BadProfile, match="whole résumé"):
        from_title_list(CATALOG, file)


def test_a_later_job_without_occupation_is_told_and_not_called_earlier() -> None:
    imported = from_json_resume(
        CATALOG,
        resume(
            {"position": "Cashier", "startDate": "2015-03"},
            {"position": "Zorbler of things", "startDate": "2021-06"},
        ),
        today=TODAY,
    )
    told = " ".join(imported.notices)
    assert "of those whose occupation is known the one begun last" in told
    assert "'Zorbler of things' began later" in told


def test_a_major_in_place_of_a_job_is_a_field_of_study() -> None:
    imported = from_json_resume(CATALOG, resume({"position": "Biology major, no job"}))
    education = imported.profile.education
    assert education is not None
    assert [str(code) for code in education.cip_codes] == ["26.01"]
    assert imported.profile.work == ()
    assert "taken as a field of study" in imported.notices[0]

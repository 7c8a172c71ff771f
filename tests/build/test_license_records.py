"""License records cleaned and held against trades, and the tables of rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
import yaml

from careerlattice.build.entry_files import FOLDER
from careerlattice.build.license_records import (
    clean_agency,
    clean_url,
    finish_license_records,
    own_records,
)
from careerlattice.build.license_rules import JURISDICTIONS, read_license_rules
from careerlattice.build.license_wording import plain, read_record_names
from careerlattice.errors import DataError, MissingFile

CODES = ["13-2011.00", "29-1141.00", "29-1141.01", "47-2111.00", "47-2152.00", "49-9021.00"]


@pytest.fixture(scope="module")
def names():
    return read_record_names(FOLDER)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Department of Insurance · NULL", "Department of Insurance"),
        ("NULL · Board of Medical Examiners", "Board of Medical Examiners"),
        ("null", None),
        ("", None),
        (None, None),
        ("Board · Board", "Board"),
        ("Nullity Commission", "Nullity Commission"),
    ],
)
def test_agencies_lose_what_is_missing(raw, clean) -> None:
    assert clean_agency(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("https://0", None),
        ("https://4", None),
        ("https://,", None),
        (None, None),
        ("https://nursing.ohio.gov", "https://nursing.ohio.gov"),
        ("http://www.faa.gov/mechanics?x=1", "http://www.faa.gov/mechanics?x=1"),
    ],
)
def test_addresses_without_a_host_are_dropped(raw, clean) -> None:
    assert clean_url(raw) == clean


def test_plain_titles() -> None:
    assert plain("Nurse, Registered (R.N.)") == "nurse registered rn"
    assert plain("Master's/Electrician: A&P") == "masters electrician a p"


@pytest.mark.parametrize(
    ("title", "state", "line", "role"),
    [
        ("Registered Nurses", "OH", "29-1141", "own"),
        ("Nurse", "OH", "29-1141", "own"),
        ("Nurse Aide", "OH", "29-1141", None),
        ("Registered Nurse, Volunteer", "OH", "29-1141", None),
        ("Certified Public Accountant", "OH", "13-2011", "part"),
        ("Electrician, Apprentice", "CT", "47-2111", None),
        ("Electrical Inspector", "NJ", "47-2111", None),
        ("Tradesman License", "VA", "47-2111", "own"),
        ("Tradesman License", "MD", "47-2111", None),
        ("HVAC Contractor", "NJ", "49-9021", "own_business"),
        ("Water Conditioning Installer", "CO", "49-9021", None),
        ("Building Inspector", "OH", "47-4011", "own"),
        ("Coal Mine Electrician Renewal", "IL", "47-2111", None),
        ("Civil Engineer", "NE", "17-2051", "part"),
        ("Civil Engineer", "NE", "17-2111", None),
    ],
)
def test_a_title_names_a_trade_or_not(names, title, state, line, role) -> None:
    found = names.lines_named(title, state).get(line)
    assert (found.role if found else None) == role


def test_learners_and_renewals_are_set_aside_with_a_reason(names) -> None:
    assert "learner" in names.set_aside_reason("Barber Apprentice")
    assert names.set_aside_reason("Registered Nurse") == ""


def test_specialties_and_lines_of_one_license_share_records(names) -> None:
    assert names.key_of("29-1141.01") == "29-1141"
    assert names.key_of("29-1141.04") == "29-1141.04"
    assert names.key_of("25-1072.00") == "29-1141"
    assert names.key_of("15-1252.00") is None


def _frames() -> dict[str, pl.DataFrame]:
    names = ("state", "license_id", "title", "kind", "exam", "education", "experience",
             "certification", "background_check", "agency", "url", "updated")  # fmt: skip
    rows = [
        ("OH", "1", "Registered Nurse", "NULL · Board of Nursing", "https://0"),
        ("OH", "2", "Electrician Apprentice", "Board", "https://www.board.gov"),
        ("OH", "3", "Journeyman Electrician", "Board", None),
    ]
    licenses = pl.DataFrame(
        [
            dict.fromkeys(names)
            | {"state": s, "license_id": i, "title": t, "agency": a, "url": u,
               "updated": date(2024, 1, 2)}
            for s, i, t, a, u in rows
        ],
        schema={n: pl.Date if n == "updated" else pl.String for n in names},
    )  # fmt: skip
    return {
        "licenses": licenses,
        "license_occupations": pl.DataFrame(
            {"state": ["OH"] * 2, "license_id": ["1", "2"],
             "onet_soc_code": ["13-2011.00", "47-2111.00"]}
        ),
        "occupations": pl.DataFrame({"onet_soc_code": CODES, "title": CODES}),
        "titles": pl.DataFrame({"onet_soc_code": CODES, "title": CODES}),
    }  # fmt: skip


def test_records_are_cleaned_counted_and_held_against_every_line() -> None:
    reading = finish_license_records(_frames(), [])
    licenses = {row["license_id"]: row for row in reading.frames["licenses"].to_dicts()}
    assert licenses["1"]["agency"] == "Board of Nursing"
    assert licenses["1"]["url"] is None
    assert licenses["1"]["source"] == "careeronestop"
    assert "learner" in licenses["2"]["set_aside"]
    links = {
        (row["license_id"], row["onet_soc_code"]): row["role"]
        for row in reading.frames["license_occupations"].to_dicts()
        if row["state"] == "OH"
    }
    assert links["1", "29-1141.00"] == links["1", "29-1141.01"] == "own"
    assert links["1", "13-2011.00"] == "listed", "listed there, but of another trade"
    assert links["2", "47-2111.00"] == "listed", "a learner's"
    assert links["3", "47-2111.00"] == "own", "named though the publisher links it to nothing"
    why = [row.why for row in reading.set_aside]
    assert any("address names no host" in text for text in why)
    assert any("agency's name is missing" in text for text in why)
    assert any("no license of entry" in text for text in why)


def test_california_s_records_carry_law_and_date() -> None:
    records, links = own_records(FOLDER, CODES)
    records = [row for row in records if row["state"] == "CA" and row["url"]]
    nurse = next(row for row in records if row["license_id"] == "CA-registered-nurse")
    assert nurse["source"] == "careerlattice"
    assert nurse["citation"]
    assert nurse["updated"].year == 2026
    assert all(row["url"] and row["agency"] and row["citation"] for row in records)
    assert len({row["license_id"] for row in records}) == len(records)
    roles = {(row["license_id"], row["onet_soc_code"]): row["role"] for row in links}
    assert roles["CA-registered-nurse", "29-1141.01"] == "own"


def test_records_of_ours_fill_gaps_of_the_source_only() -> None:
    told = frozenset({("GA", "29-1141.01")})
    records, links = own_records(FOLDER, CODES, told)
    here = {(row["state"], row["onet_soc_code"]) for row in links}
    assert ("GA", "29-1141.00") in here
    assert ("GA", "29-1141.01") not in here, "the source has this one"
    nurse = next(row for row in records if row["license_id"] == "GA-registered-nurse")
    assert (nurse["agency"], nurse["exam"], nurse["url"]) == (
        "Georgia Board of Nursing",
        None,
        None,
    )
    everything = frozenset((state, code) for state in JURISDICTIONS for code in CODES)
    only_california, _ = own_records(FOLDER, CODES, everything)
    assert {row["state"] for row in only_california} == {"CA"}
    assert all(row["citation"] and row["agency"] for row in records)


@pytest.mark.parametrize(
    "wrong",
    [
        {"agencies": {"ZZ": "Board"}},
        {"agencies": {"GA": {"agency": "Board", "nmae": "Nurse"}}},
        {"agencies": {"GA": "Board"}, "in": "perhaps"},
    ],
)
def test_a_record_of_ours_with_an_unknown_word_stops_the_build(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    row = {"codes": ["29-1141"], "name": "Nurse", "source": {"cite": "law"}, **wrong}
    (tmp_path / "california.yaml").write_text("licenses: []", encoding="utf-8")
    (tmp_path / "state_records.yaml").write_text(yaml.safe_dump({"licenses": [row]}))
    with pytest.raises(DataError, match=r"state_records\.yaml"):
        own_records(tmp_path, CODES)


def test_rules_of_states_and_compacts_become_rows() -> None:
    reading = read_license_rules(CODES)
    rules = {
        (row["onet_soc_code"], row["state"], row["what"])
        for row in reading.frames["license_exceptions"].to_dicts()
    }
    assert ("47-2111.00", "IL", "local") in rules
    assert ("47-2111.00", "GA", "contractor_only") in rules
    assert ("47-2152.00", "CA", "none") in rules
    states = reading.frames["compact_states"].filter(pl.col("compact") == "NLC")
    assert {"OH", "KY"} <= set(states.filter(pl.col("standing") == "member")["state"])
    assert set(states["state"]) <= set(JURISDICTIONS)
    everywhere = reading.frames["compact_states"].filter(pl.col("compact") == "CDL")
    assert everywhere.height == len(JURISDICTIONS) == 51
    assert reading.frames["compact_occupations"].filter(pl.col("compact") == "NLC").height == 2


def test_a_file_with_an_unknown_word_stops_the_build(tmp_path: Path) -> None:
    given = yaml.safe_load((FOLDER / "record_names.yaml").read_text(encoding="utf-8"))
    given["lines"] = {"29-1141": {"names": ["nurse"], "nott": []}}
    (tmp_path / "record_names.yaml").write_text(yaml.safe_dump(given), encoding="utf-8")
    with pytest.raises(DataError, match="nott"):
        read_record_names(tmp_path)
    with pytest.raises(MissingFile):
        read_license_rules(CODES, tmp_path)

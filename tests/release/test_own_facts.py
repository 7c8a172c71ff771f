"""A user's own facts win over the release's and are told as theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.errors import MissingColumn, MissingFile, RowErrors
from careerlattice.release.own_facts import VARIABLE
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.wording.licenses import license_summary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "licenses.csv").write_text(
        "state,occupation,title,asked,agency,url,course_hours,citation\n"
        "TX,31-9092,Medical assistant registration,required,Texas Board,https://board.texas.gov,40,"
        "H.B. 1\n"
        "OH,39-5012,Cosmetologist,none,,,,repealed\n"
        "OH,53-3053 53-3054,Hack license,local,City of Columbus,,,\n",
        encoding="utf-8",
    )
    (tmp_path / "wages.csv").write_text(
        'area,occupation,employment,p10,p25,p50,p75,p90\nOH,29-1141,"1,200",,60000,"$71,000",,\n',
        encoding="utf-8",
    )
    (tmp_path / "programs.csv").write_text(
        "school,state,control,cip_code,credential,completers\n"
        "Corner College,OH,public,51.3801,associate,40\n",
        encoding="utf-8",
    )
    (tmp_path / "prices.csv").write_text(
        "sector,credential,typical_usd,citation\npublic,certificate,1234,price list of 2026\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def catalog(folder: Path) -> Catalog:
    return open_release(overrides=folder)


def test_own_licenses_decide(catalog: Catalog) -> None:
    requirements = open_requirements(catalog)
    aide = requirements.license_to_hold(OnetSocCode("31-9092.00"), "TX")
    assert aide.need == "required"
    assert (aide.name, aide.agency) == ("Medical assistant registration", "Texas Board")
    assert aide.whose_record == "own"
    assert aide.asks["course_hours"] == "40"
    assert aide.note == "From your own facts."
    assert any("your own facts: H.B. 1" in source.citation for source in aide.sources)
    assert requirements.license_vectors("TX").required[catalog.row_of["31-9092.00"]]
    stylist = requirements.license_to_hold(OnetSocCode("39-5012.00"), "OH")
    assert stylist.need == "none"
    assert license_summary(stylist, "Ohio") == "From your own facts."
    taxi = requirements.license_to_hold(OnetSocCode("53-3054.00"), "OH")
    assert (taxi.need, taxi.gap) == ("local", "left_to_cities")
    elsewhere = requirements.license_to_hold(OnetSocCode("39-5012.00"), "KY")
    assert elsewhere.need == "required"


def test_own_pay_is_told_as_own(catalog: Catalog) -> None:
    wage = catalog.get_wage(OnetSocCode("29-1141.00"), catalog.get_area("OH"))
    assert wage.p50.value == 71_000
    assert wage.p10.value is None
    assert "Pay in Ohio is from your own facts (wages.csv)." in wage.notes
    row = catalog.row_of["29-1141.00"]
    assert catalog.pay_vectors(catalog.get_area("OH")).p50[row] == 71_000
    other = catalog.get_wage(OnetSocCode("29-1141.00"), catalog.get_area("KY"))
    assert not any("own facts" in note for note in other.notes)


def test_own_programs_and_prices_are_told_as_own(catalog: Catalog) -> None:
    found, _ = catalog.find_school_programs(OnetSocCode("29-1141.00"), "OH", limit=500)
    own = [one for one in found if one.school.startswith("Corner College")]
    assert [one.school for one in own] == ["Corner College (from your own facts)"]
    price = open_requirements(catalog).prices["public", "certificate"]
    assert price.per_year_usd.typical == 1234
    assert price.citation.startswith("your own facts (prices.csv): price list of 2026")


def test_the_environment_names_the_folder(folder: Path, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, str(folder))
    own = open_release().release.own_facts
    assert own is not None
    assert own.folder == folder
    monkeypatch.delenv(VARIABLE)
    assert open_release().release.own_facts is None


@pytest.mark.parametrize(
    ("name", "text", "error", "words"),
    [
        ("wages.csv", "area,occupation\nOH,29-1141\n", MissingColumn, "p50"),
        ("wages.csv", "area,occupation,p50\nAtlantis,29-1141,9\n", RowErrors, "Atlantis"),
        ("wages.csv", "area,occupation,p50\nOH,29-1141,much\n", RowErrors, "much"),
        ("wages.csv", "area,occupation,p50\nOH,29-1141,99000000\n", RowErrors, "out of its"),
        ("wage.csv", "a,b\n1,2\n", MissingColumn, "wage.csv"),
    ],
)
def test_files_that_cannot_be_used_are_named(tmp_path, name, text, error, words) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    catalog = open_release(overrides=tmp_path)
    with pytest.raises(error, match=words):
        catalog.release.table("wages")


def test_licenses_of_no_occupation_or_state_are_refused(tmp_path) -> None:
    path = tmp_path / "licenses.csv"
    path.write_text("state,occupation,title\nOH,99-9999,X\n", encoding="utf-8")
    with pytest.raises(RowErrors, match="99-9999"):
        open_release(overrides=tmp_path).release.table("license_occupations")
    path.write_text("state,occupation,title,asked\nOH,29-1141,X,perhaps\n", encoding="utf-8")
    with pytest.raises(RowErrors, match="perhaps"):
        open_release(overrides=tmp_path).release.table("licenses")


def test_a_folder_that_is_none_is_refused(tmp_path) -> None:
    with pytest.raises(MissingFile):
        open_release(overrides=tmp_path / "absent")

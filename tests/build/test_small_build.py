"""Building a release from small files with the publishers' layouts, and what stops a build."""

from __future__ import annotations

import gzip
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from careerlattice.build import replacing
from careerlattice.build.release_build import STEPS, build_release
from careerlattice.errors import DataError, MissingColumn, MissingFile, ReleaseError, RowErrors
from careerlattice.release.manifest import Manifest


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def build(world, out: Path, **options):
    options = {"allow_fewer_rows": True} | options
    return build_release([world.folder], out, framework_2024=world.framework, **options)


def test_a_build_goes_through_its_steps_and_writes_every_table(small_world, tmp_path):
    seen = []
    report = build(small_world, tmp_path / "out", progress=seen.append)
    assert tuple(seen) == STEPS
    assert report.manifest.tables["occupations"].rows == 4
    assert "occupation_texts" not in report.manifest.tables
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *(record.file for record in report.manifest.tables.values()),
        *(record.file for record in report.manifest.files.values()), "release.json",
        "set-aside.csv",
    }  # fmt: skip


def test_the_same_input_gives_the_same_bytes(small_world, tmp_path):
    build(small_world, tmp_path / "one")
    build(small_world, tmp_path / "two")
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def test_texts_of_others_are_added_only_when_asked_for(small_world, tmp_path):
    report = build(small_world, tmp_path / "out", with_texts=True)
    assert {"occupation_texts", "task_texts", "element_texts"} <= set(report.manifest.tables)


def test_rows_set_aside_are_counted_and_listed(small_world, tmp_path):
    report = build(small_world, tmp_path / "out")
    listed = pl.read_csv(tmp_path / "out" / "set-aside.csv")
    assert listed.height == len(report.set_aside)
    high_points = [row for row in report.manifest.set_aside if row.file == "Interests.txt"]
    assert [row.rows for row in high_points] == [1]
    totals = [row for row in report.manifest.set_aside if row.why.startswith("totals")]
    assert [row.rows for row in totals] == [3], "three areas have a line of all occupations"


def test_an_aggregate_line_speaks_for_its_members(small_release):
    links = small_release.table("projection_links")
    rows = {row["soc_code"]: row for row in links.iter_rows(named=True)}
    assert rows["31-1131"]["matrix_code"] == "31-1130"
    assert rows["31-1131"]["is_aggregate"]
    assert not rows["29-1141"]["is_aggregate"]
    assert "55-3016" not in rows


CASES = [
    # file, text in it, what stands there instead, error, words of the message
    ("Skills.txt", "Not Relevant", "Irrelevant", MissingColumn, "Not Relevant"),
    ("Skills.txt", "\tDate\t", "\tDate\tExtra\t", DataError, "fields where the heading has"),
    ("Skills.txt", "29-2061.00", "29-9999.99", DataError, "outside the taxonomy"),
    ("Job Zones.txt", "29-2061.00", "29-9999.99", DataError, "outside the taxonomy"),
    ("Related Occupations.txt", "\t29-2061.00", "\t29-9999.99", DataError, "outside the taxonomy"),
    ("Skills.txt", "\t4.00\t8", "\t9.00\t8", RowErrors, "importance is out of its declared range"),
    ("Skills.txt", "\t4.00\t8", "\tfour\t8", DataError, "row 2, column 'Data Value': 'four'"),
    ("Job Zones.txt", "29-2061.00", "29-1141.00", RowErrors, "the key stands more than once"),
    ("Job Zones.txt", "\t3\t", "\t7\t", RowErrors, "a job zone that O*NET 30.1 does not have"),
    ("Read Me.txt", "30.1", "29.0", DataError, "of O*NET 29.0"),
    ("CIPCode2020.csv", "CIPTitle", "Title", MissingColumn, "CIPTitle"),
    ("soc2010_soc2018.csv", '"31-1131"', '"31-9999"', RowErrors, "a link leads nowhere"),
    ("table_1_2_projections_2024-34.csv", '"90.0"', '"many"', DataError, "'many' is not a number"),
    (
        "table_1_2_projections_2024-34.csv", '"60,000"', '"60-000"', DataError,
        "the step 'projections' hold a value that cannot be read",
    ),
    ("table_1_10_separations_openings_2024-34.csv", "29-2061", "29-2062", DataError, "lacks lines"),
    ("CIPCode2020.csv", '"51.3801","No', '"51.3801,"No', DataError, "cannot be read as a table"),
    ("occupational_licenses_by_state_2024-10.csv", '"OH","9"', '"Ohio","9"', RowErrors, "state"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "error", "words"), CASES)
def test_a_broken_file_stops_the_build_and_the_old_release_stays(
    small_world, small_release, name, old, new, error, words
):
    before = snapshot(small_release.folder)
    small_world.change(name, old, new)
    with pytest.raises(error) as caught:
        build(small_world, small_release.folder)
    assert words in str(caught.value)
    assert snapshot(small_release.folder) == before
    assert [p.name for p in small_release.folder.parent.glob(".*")] == []


def test_a_row_cut_short_is_no_row_with_missing_values(small_world, tmp_path):
    path = small_world.folder / "Knowledge.txt"
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(DataError, match=r"Knowledge.txt', row 7: .* cut"):
        build(small_world, tmp_path / "out")


def test_a_missing_file_is_named_with_its_publisher_and_address(small_world, tmp_path):
    (small_world.folder / "Interests.txt").unlink()
    (small_world.folder / "value_check.parquet").unlink()
    with pytest.raises(MissingFile) as caught:
        build(small_world, tmp_path / "out")
    message = str(caught.value)
    assert "lacks 2 file(s)" in message
    assert "https://www.onetcenter.org/dl_files/database/db_30_1_text.zip" in message
    assert "--fetch-wheels" in message


def test_the_reduced_files_stand_in_for_the_full_ones(small_world, small_release, tmp_path):
    for name in ("Abilities", "Work Activities"):
        full = small_world.folder / f"{name}.txt"
        rows = [line.split("\t")[:5] for line in full.read_text().splitlines()]
        reduced = "".join("\t".join(row) + "\r\n" for row in rows)
        (small_world.folder / f"{name}.IM_LV.tsv").write_text(reduced, newline="")
        full.unlink()
    report = build(small_world, tmp_path / "out")
    assert report.manifest.id == small_release.id, "these files hold the same values"


def test_two_editions_in_one_folder_are_refused(small_world, tmp_path):
    (small_world.folder / "older").mkdir()
    data = (small_world.folder / "Skills.txt").read_bytes()
    (small_world.folder / "older" / "Skills.txt").write_bytes(data.replace(b"4.00", b"3.00"))
    with pytest.raises(DataError, match="twice with different contents"):
        build(small_world, tmp_path / "out")


def test_the_place_given_first_wins_over_the_next(small_world, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    data = (small_world.folder / "Skills.txt").read_bytes()
    (other / "Skills.txt").write_bytes(data.replace(b"4.00", b"3.00"))
    build_release(
        [other, small_world.folder], tmp_path / "out", framework_2024=small_world.framework,
        allow_fewer_rows=True,
    )  # fmt: skip
    ratings = pl.read_parquet(tmp_path / "out" / "ratings.parquet")
    skill = ratings.filter(pl.col("element_id") == "2.A.1.a")
    assert set(skill["importance"]) == {3.0}


def test_a_damaged_database_of_wages(small_world, tmp_path):
    path = small_world.folder / "oews-2025.sqlite.gz"
    whole = path.read_bytes()
    for data, words in (
        (whole[: len(whole) // 2], "is damaged"),
        (whole[:40] + b"\xff" * 40 + whole[80:], "is damaged"),
        (gzip.compress(b"no database at all" * 100), "holds no SQLite database"),
        (b"", "holds no SQLite database"),
        (gzip.compress(gzip.decompress(whole)[:5000]), "cannot be read as SQLite"),
    ):
        path.write_bytes(data)
        with pytest.raises(DataError, match=words):
            build(small_world, tmp_path / "out")


def test_a_truncated_parquet_of_schools(small_world, tmp_path):
    path = small_world.folder / "value_check.parquet"
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(DataError, match="cannot be read as Parquet"):
        build(small_world, tmp_path / "out")


def test_an_occupation_without_a_place_in_the_2024_framework(small_world, tmp_path):
    text = small_world.framework.read_text()
    small_world.framework.write_text(
        "".join(line for line in text.splitlines(keepends=True) if "31-1131" not in line)
    )
    with pytest.raises(RowErrors, match=r"no sub-cluster .* 31-1131\.00"):
        build(small_world, tmp_path / "out")


@pytest.mark.parametrize(
    ("old", "new", "error", "words"),
    [
        ("rank", "place", MissingColumn, "rank"),
        ('"1","military"', '"first","military"', DataError, "'first'"),
        ('"military"', '"navy"', RowErrors, "2024-navy"),
    ],
)
def test_an_assignment_that_cannot_be_used(small_world, tmp_path, old, new, error, words):
    text = small_world.framework.read_text()
    assert old in text
    small_world.framework.write_text(text.replace(old, new))
    with pytest.raises(error, match=words):
        build(small_world, tmp_path / "out")


def test_an_assignment_that_is_not_there(small_world, tmp_path):
    with pytest.raises(MissingFile, match=r"nowhere\.csv"):
        build_release(
            [small_world.folder], tmp_path / "out", framework_2024=tmp_path / "nowhere.csv"
        )


def test_the_out_folder_may_hold_a_release_but_nothing_else(small_world, small_release):
    mine = small_release.folder / "thesis.docx"
    mine.write_text("irreplaceable")
    with pytest.raises(ReleaseError, match=r"thesis\.docx"):
        build(small_world, small_release.folder)
    assert mine.read_text() == "irreplaceable"
    mine.unlink()
    build(small_world, small_release.folder)


def test_the_out_folder_may_not_hold_files_and_no_release(small_world, tmp_path):
    out = tmp_path / "photos"
    out.mkdir()
    (out / "release.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="not part of a release"):
        build(small_world, out)
    assert snapshot(out) == {"release.txt": b"mine"}


def test_an_out_path_that_is_a_file(small_world, tmp_path):
    out = tmp_path / "out"
    out.write_text("a file")
    with pytest.raises(ReleaseError, match="cannot be used for a release"):
        build(small_world, out)


def test_a_release_comes_back_when_the_new_one_cannot_take_its_place(
    small_world, small_release, monkeypatch
):
    before = snapshot(small_release.folder)
    small_world.change("Job Zones.txt", "\t2\t", "\t1\t")
    rename = Path.rename

    def fail_for_the_new(self: Path, target: Path) -> Path:
        if self.name == "release" and Path(target) == small_release.folder:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(replacing, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(ReleaseError, match=r"No space left on device.*unchanged"):
        build(small_world, small_release.folder)
    assert snapshot(small_release.folder) == before
    assert [p.name for p in small_release.folder.parent.glob(".*")] == []


@pytest.mark.skipif(sys.platform != "linux", reason="two renames where folders cannot be exchanged")
def test_the_folder_is_never_away_while_it_is_replaced(small_release, tmp_path):
    """Read by another thread all the while: there is always a release, the old one or the new."""
    folder, ended, seen = small_release.folder, threading.Event(), []
    other = replace(small_release.manifest, written_by="another")

    def read() -> None:
        while not ended.is_set():
            seen.append(Manifest.read(folder).written_by)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(200):
        fresh = tmp_path / f"fresh-{turn}"
        fresh.mkdir()
        text = (other if turn % 2 else small_release.manifest).to_json()
        replacing.write_through(fresh / "release.json", text.encode())
        replacing.put_in_place(fresh, folder, tmp_path / "before")
    alive = reader.is_alive()
    ended.set()
    reader.join()
    assert alive, "a reader found no release"
    assert len(set(seen)) == 2


def test_what_a_killed_build_left_is_removed_by_the_next(small_world, small_release):
    left = small_release.folder.parent / ".release-abc"
    (left / "release").mkdir(parents=True)
    with replacing.scratch_beside(small_release.folder) as at_work:
        build(small_world, small_release.folder)
        assert at_work.is_dir(), "another build at work keeps its own"
    assert not left.exists()


def test_far_fewer_rows_than_the_shipped_release_are_refused(small_world, tmp_path):
    with pytest.raises(RowErrors, match=r"areas: 3 rows; the shipped release has") as caught:
        build(small_world, tmp_path / "out", allow_fewer_rows=False)
    assert any("there are 832" in row for row in caught.value.rows)
    assert not (tmp_path / "out").exists()


def test_a_build_stopped_between_its_renames_is_put_right_by_the_next(small_world, small_release):
    folder = small_release.folder
    aside = folder.with_name(f".{folder.name}.before")
    folder.rename(aside)
    build(small_world, folder)
    assert (folder / "release.json").is_file()
    assert not aside.exists()


def test_files_may_come_in_an_archive(small_world, tmp_path):
    packed = tmp_path / "all.ZIP"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in small_world.folder.iterdir():
            archive.write(path, f"some/folder/{path.name}")
    report = build_release(
        [packed], tmp_path / "out", framework_2024=small_world.framework, allow_fewer_rows=True
    )
    assert report.manifest.tables["occupations"].rows == 4

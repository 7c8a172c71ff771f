"""A full local release from a server with the publishers' paths."""

from __future__ import annotations

import pytest

from careerlattice.build.pull import STEPS, pull_release
from careerlattice.errors import BadRequest, DataError, MissingFile, NoNetwork, ReleaseError
from careerlattice.release.opening import Release
from careerlattice.sources.fetching import Patience
from careerlattice.tables.registry import TABLES

ZIP = "/dl_files/database/db_30_1_text.zip"
CIP = "/ipeds/cipcode/Files/CIPCode2020.csv"


def snapshot(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture
def pull(publisher_server, small_release, tmp_path):
    def run(out=tmp_path / "mine", **options):
        return pull_release(
            out, cache=tmp_path / "cache", base_urls={"*": publisher_server.address},
            carry_from=small_release.folder, patience=Patience(sleep=lambda _: None),
            accept_changed=True, **options,
        )  # fmt: skip

    return run


def test_tables_are_rebuilt_or_carried_over_and_the_result_says_which(pull, small_release):
    seen = []
    report = pull(progress=seen.append)
    assert tuple(seen) == STEPS
    assert set(report.rebuilt) | set(report.carried_over) == set(TABLES)
    assert not set(report.rebuilt) & set(report.carried_over)
    assert {"ratings", "task_texts", "programs", "tuition"} <= set(report.rebuilt)
    assert {"wages", "program_occupations", "pathway_occupations"} <= set(report.carried_over)
    assert dict(report.manifest.carried_over) == dict.fromkeys(
        report.carried_over, small_release.id
    )
    assert set(report.manifest.files) == set(small_release.manifest.files)
    assert [file.how for file in report.fetched] == ["downloaded", "downloaded"]


def test_the_release_opens_by_environment_and_holds_the_texts(pull, monkeypatch, small_release):
    report = pull()
    monkeypatch.setenv("CAREERLATTICE_RELEASE", str(report.folder))
    opened = Release()
    assert opened.id == report.manifest.id
    assert opened.table("task_texts")["task"].to_list() == ["Care for patients."]
    assert opened.table("occupation_texts").height == 4
    assert opened.table("element_texts").height == 1
    for name in ("ratings", "wages", "pathway_occupations"):
        assert opened.table(name).equals(small_release.table(name))


def test_where_each_figure_came_from_is_kept(pull, small_release):
    report = pull()
    base = small_release.manifest
    for name in ("oews-2025.sqlite.gz", "cip2020_soc2018_crosswalk.csv"):
        assert report.manifest.inputs[name] == base.inputs[name]
    assert "Skills.txt" in report.manifest.inputs
    wages = [row for row in base.set_aside if row.source == "bls-oews"]
    assert wages
    assert set(wages) <= set(report.manifest.set_aside)
    interests = [row.rows for row in report.manifest.set_aside if row.file == "Interests.txt"]
    assert interests == [1], "counted once, not carried over as well"


def test_a_second_pull_fetches_nothing_and_gives_the_same(pull):
    first = pull()
    before = snapshot(first.folder)
    again = pull()
    assert [file.how for file in again.fetched] == ["unchanged", "unchanged"]
    assert snapshot(again.folder) == before


def test_the_shipped_release_stays_as_it_is(pull, small_release):
    before = snapshot(small_release.folder)
    pull()
    assert snapshot(small_release.folder) == before


@pytest.mark.parametrize("place", [".", "inside", ".."])
def test_a_pull_never_writes_to_the_shipped_release(
    pull, small_release, set_shipped, publisher_server, place
):
    set_shipped(small_release.folder)
    with pytest.raises(BadRequest, match="a pull never changes"):
        pull(out=small_release.folder / place)
    assert publisher_server.asked == []


@pytest.mark.parametrize(("failures", "error"), [(["404"], MissingFile), (["500"] * 9, NoNetwork)])
def test_a_failed_pull_leaves_the_old_local_release(
    pull, publisher_server, tmp_path, failures, error
):
    before = snapshot(pull().folder)
    publisher_server.files[ZIP] += b"changed"
    publisher_server.files[CIP] += b"\n"
    publisher_server.failures[:] = failures if error is MissingFile else ["cut:5", *failures]
    with pytest.raises(error):
        pull()
    assert snapshot(tmp_path / "mine") == before


def test_an_interrupted_pull_goes_on(pull, publisher_server):
    publisher_server.failures += ["cut:3000"] + ["503"] * 5
    with pytest.raises(NoNetwork, match="3,000 bytes are kept"):
        pull()
    report = pull()
    assert [file.how for file in report.fetched] == ["resumed", "downloaded"]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("Read Me.txt", b"30.1", b"29.3", "of O*NET 29.3"),
        ("Read Me.txt", b"30.1", b"31.0", "'Essential Skills.txt' is not in"),
        ("Abilities.txt", b"Not Relevant", b"Irrelevant", "Not Relevant"),
        ("Skills.txt", b"\t4.00\t8", b"\t8.00\t8", "importance is out of"),
    ],
)
def test_an_official_zip_of_another_layout_is_refused(
    pull, publisher_server, pack_official, small_world, tmp_path, name, old, new, words
):
    files = {
        path.name: path.read_bytes()
        for path in small_world.folder.iterdir()
        if path.suffix == ".txt"
    }
    assert old in files[name]
    publisher_server.files[ZIP] = pack_official(files | {name: files[name].replace(old, new)})
    with pytest.raises(DataError) as caught:
        pull()
    assert words in str(caught.value)
    assert not (tmp_path / "mine").exists()


def test_without_a_release_to_carry_over_nothing_is_fetched(publisher_server, tmp_path):
    with pytest.raises(ReleaseError, match="holds no release"):
        pull_release(
            tmp_path / "mine", cache=tmp_path / "cache",
            base_urls={"*": publisher_server.address}, carry_from=tmp_path / "nothing",
        )  # fmt: skip
    assert publisher_server.asked == []


def test_a_folder_with_other_files_is_refused_before_anything_is_fetched(
    pull, publisher_server, tmp_path
):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo.jpg").write_text("x")
    with pytest.raises(ReleaseError, match=r"photo\.jpg"):
        pull()
    assert publisher_server.asked == []

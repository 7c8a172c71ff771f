"""Opening and locating releases, and everything that can be wrong with one."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from careerlattice.errors import ReleaseError
from careerlattice.release.locate import SHIPPED, download_cache, local_release, locate_release
from careerlattice.release.manifest import Manifest, release_id, seal
from careerlattice.release.opening import Release
from careerlattice.release.verify import LIMIT_BYTES, verify_release


def rewrite(folder: Path, change) -> None:
    path = folder / "release.json"
    value = json.loads(path.read_text())
    change(value)
    path.write_text(seal(value))


def replace_table(release: Release, name: str, frame: pl.DataFrame) -> Release:
    """Another frame in place of a table, and a manifest that says so: only contents can err."""
    path = release.folder / f"{name}.parquet"
    frame.write_parquet(path)
    data = path.read_bytes()

    def change(value) -> None:
        digest = hashlib.sha256(data).hexdigest()
        value["tables"][name] |= {"rows": frame.height, "bytes": len(data), "sha256": digest}

    rewrite(release.folder, change)
    records = Manifest.read(release.folder).tables.values()
    rewrite(release.folder, lambda value: value.update(id=release_id(records)))
    return Release(release.folder)


def failures(release: Release) -> dict[str, str]:
    """The checks that fail, without the counts that a small world cannot meet."""
    beyond = ("related pairs", "no table is empty")
    return {
        check.subject: check.found
        for check in verify_release(release)
        if not check.holds and " of " not in check.subject and " with " not in check.subject
        and check.subject not in beyond
    }  # fmt: skip


def test_a_sound_release_passes_every_check_but_the_known_counts(small_release):
    assert failures(small_release) == {}
    counts = [check for check in verify_release(small_release) if not check.holds]
    assert {check.found.split(" of ")[-1] for check in counts if " of " in check.found} == {
        "1,016", "923", "18,460", "832", "16", "79", "14", "72",
    }  # fmt: skip


def test_the_folder_named_first_is_opened(small_release, monkeypatch, tmp_path):
    monkeypatch.setenv("CAREERLATTICE_RELEASE", str(small_release.folder))
    assert Release().id == small_release.id
    assert locate_release(tmp_path) == tmp_path
    monkeypatch.delenv("CAREERLATTICE_RELEASE")
    assert locate_release() == SHIPPED


def test_own_folders_follow_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert local_release() == tmp_path / "data" / "careerlattice" / "release"
    assert download_cache() == tmp_path / "cache" / "careerlattice" / "downloads"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert local_release().is_relative_to(tmp_path)
    assert download_cache().is_relative_to(tmp_path)


def test_a_table_is_read_once(small_release):
    assert small_release.table("occupations") is small_release.table("occupations")
    assert small_release.has("wages")
    assert not small_release.has("task_texts")


@pytest.mark.parametrize(
    ("name", "how"), [("task_texts", "data pull"), ("no_such_table", "data build")]
)
def test_a_table_the_release_does_not_hold(small_release, name, how):
    with pytest.raises(ReleaseError, match=f"holds no '{name}'.*careerlattice {how}"):
        small_release.table(name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "release.json is missing"),
        ("", "cannot be read"),
        ("{", "cannot be read"),
        ("\udcff", "cannot be read"),
        ("[]", "is not a release's manifest"),
        ('{"format": 1}', "is not a release's manifest"),
        ('{"format": 99}', "has format 99, this version reads format 1"),
        ('{"format": "1"}', "has format 1"),
    ],
)
def test_a_manifest_that_cannot_be_used(tmp_path, text, words):
    if text is not None:
        (tmp_path / "release.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ReleaseError) as caught:
        Manifest.read(tmp_path)
    assert words in str(caught.value)
    assert "uild" in str(caught.value), "says what to do"


def test_a_path_that_is_no_folder(small_release):
    with pytest.raises(ReleaseError, match="cannot be read"):
        Manifest.read(small_release.folder / "wages.parquet")


@pytest.mark.parametrize("file", ["../../etc/passwd", "/etc/passwd", "sub/wages.parquet", ""])
def test_a_manifest_leads_to_no_other_folder(small_release, file):
    rewrite(small_release.folder, lambda value: value["tables"]["wages"].update(file=file))
    with pytest.raises(ReleaseError, match="is not a release's manifest"):
        Manifest.read(small_release.folder)


def test_a_manifest_reads_back(small_release):
    manifest = Manifest.read(small_release.folder)
    assert manifest.to_json() == (small_release.folder / "release.json").read_text()
    assert manifest.written_by.startswith("polars ")


def test_a_table_cut_short(small_release):
    path = small_release.folder / "wages.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ReleaseError, match=r"wages.*is not the file that was built.*data verify"):
        small_release.table("wages")
    found = failures(small_release)
    assert "is not the file that was built (SHA-256 differs; " in found["wages"]
    assert "cannot be checked: wages did not pass" in found["wage_links links"]


def test_a_table_with_one_other_byte(small_release):
    path = small_release.folder / "titles.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert failures(small_release) == {
        "titles": "titles.parquet is not the file that was built (SHA-256 differs)"
    }


def test_a_table_that_is_gone(small_release):
    (small_release.folder / "areas.parquet").unlink()
    assert (
        failures(small_release)["areas"]
        == "areas.parquet cannot be read: No such file or directory"
    )
    with pytest.raises(ReleaseError, match="cannot be read"):
        small_release.table("areas")


def test_hashes_changed_together_with_a_table_break_the_id(small_release):
    other = pl.read_parquet(small_release.folder / "areas.parquet").reverse()
    other.write_parquet(small_release.folder / "areas.parquet")
    digest = hashlib.sha256((small_release.folder / "areas.parquet").read_bytes()).hexdigest()
    rewrite(small_release.folder, lambda value: value["tables"]["areas"].update(sha256=digest))
    assert "does not follow" in failures(Release(small_release.folder))["release id"]


def test_a_table_that_no_longer_fits_this_version(small_release):
    frame = small_release.table("areas").rename({"name": "label"})
    changed = replace_table(small_release, "areas", frame)
    with pytest.raises(ReleaseError, match=r"has the columns .* Build the release again"):
        changed.table("areas")
    assert "has the columns" in failures(Release(small_release.folder))["areas"]


def test_a_job_zone_outside_the_releases_scale_is_found(small_release):
    frame = small_release.table("occupations").with_columns(pl.lit(6, pl.Int8).alias("job_zone"))
    found = failures(replace_table(small_release, "occupations", frame))
    assert found["job zones on the scale"] == "6 outside 1, 2, 3, 4, 5"


def test_a_release_that_does_not_name_its_zones_has_those_of_its_occupations(small_release):
    manifest = replace(small_release.manifest, job_zones={})
    (small_release.folder / "release.json").write_text(manifest.to_json())
    zones = Release(small_release.folder).job_zones
    assert (zones.numbers, zones.label(2)) == ((2, 3), "")


def test_a_value_out_of_range_is_found_again(small_release):
    frame = small_release.table("occupations").with_columns(pl.lit(10, pl.Int8).alias("job_zone"))
    assert (
        "job_zone is out of"
        in failures(replace_table(small_release, "occupations", frame))["occupations"]
    )


def test_a_link_that_leads_nowhere_is_found(small_release):
    frame = small_release.table("occupations").filter(pl.col("onet_soc_code") != "29-2061.00")
    found = failures(replace_table(small_release, "occupations", frame))
    assert "29-2061.00" in found["ratings links"]
    assert found["links between tables"].endswith("fail")


def test_wages_out_of_order_and_wages_without_a_reason(small_release):
    wages = small_release.table("wages")
    turned = replace_table(small_release, "wages", wages.with_columns(pl.col("p90").alias("p10")))
    assert failures(turned)["wage percentiles in order"] == f"{wages.height} out of order"
    silent = replace_table(
        small_release, "wages", wages.with_columns(pl.lit(None, pl.Int32).alias("mean"))
    )
    assert failures(silent)["missing wages say why"] == f"{wages.height} without a reason"


def test_a_declared_table_that_is_missing(small_release):
    rewrite(small_release.folder, lambda value: value["tables"].pop("tuition"))
    (small_release.folder / "tuition.parquet").unlink()
    found = failures(Release(small_release.folder))
    assert found["tuition"] == "the declared table is missing from the release"


def test_a_table_nobody_declared(small_release):
    shutil.copy(small_release.folder / "areas.parquet", small_release.folder / "extra.parquet")

    def add(value) -> None:
        value["tables"]["extra"] = value["tables"]["areas"] | {"file": "extra.parquet"}

    rewrite(small_release.folder, add)
    found = failures(Release(small_release.folder))
    assert "not a table this version knows" in found["extra"]


@pytest.mark.slow
def test_what_is_shipped_is_small_and_holds_no_sentences_of_others(
    small_world, tmp_path, set_shipped
):
    from careerlattice.build.release_build import build_release

    out = tmp_path / "texts"
    build_release(
        [small_world.folder], out, framework_2024=small_world.framework, with_texts=True,
        allow_fewer_rows=True,
    )  # fmt: skip
    assert "no publisher's sentences" not in failures(Release(out))
    set_shipped(out)
    found = failures(Release(out))
    assert "task_texts" in found["no publisher's sentences"]
    rewrite(out, lambda value: value["tables"]["wages"].update(bytes=LIMIT_BYTES))
    assert "size" in failures(Release(out))

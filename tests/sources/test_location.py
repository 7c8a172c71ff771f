"""Finding files in folders and archives."""

from __future__ import annotations

import os
import zipfile

import pytest

from careerlattice.errors import DataError, MissingFile
from careerlattice.sources.location import Location


def test_a_folder_is_searched_with_its_folders_and_archives(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.txt").write_bytes(b"plain")
    with zipfile.ZipFile(tmp_path / "deep" / "pack.whl", "w") as archive:
        archive.writestr("inside/b.txt", b"packed")
    location = Location.of(tmp_path)
    assert location.read("a.txt") == b"plain"
    assert location.read("b.txt") == b"packed"
    assert set(location.read_hashes) == {"a.txt", "b.txt"}
    assert not location.has("c.txt")


def test_the_same_file_twice_in_one_place_does_no_harm(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_bytes(b"same")
    assert Location.of(tmp_path).read("a.txt") == b"same"


def test_an_empty_folder(tmp_path):
    with pytest.raises(MissingFile, match="holds no files"):
        Location.of(tmp_path)


def test_no_place_at_all():
    with pytest.raises(MissingFile, match="holds no files"):
        Location.of()


@pytest.mark.parametrize("name", ["nowhere", "x" * 300])
def test_a_path_that_is_not_there_or_cannot_be(tmp_path, name):
    with pytest.raises(MissingFile, match=r"is neither a folder nor a file|cannot be read"):
        Location.of(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_permission(tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0)
    try:
        with pytest.raises(MissingFile, match="cannot be read"):
            Location.of(tmp_path)
    finally:
        shut.chmod(0o700)


def test_a_folder_that_the_system_refuses(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(MissingFile, match=r"cannot be read: Permission denied. Check the path"):
        Location.of(tmp_path)


def test_a_file_that_vanishes_after_it_was_found(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"plain")
    location = Location.of(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(MissingFile, match=r"'a\.txt' in .* cannot be read"):
        location.read("a.txt")


def test_a_zip_cut_short_is_refused_at_once(tmp_path):
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"packed" * 1000)
    path.write_bytes(path.read_bytes()[:-40])
    for place in (path, tmp_path):
        with pytest.raises(DataError, match="is not a readable zip"):
            Location.of(place)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_with_damaged_contents(tmp_path, packing):
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("a.txt", bytes(range(256)) * 40)
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(data)
    with pytest.raises(DataError, match=r"'a\.txt' in .* is damaged"):
        Location.of(path).read("a.txt")


def test_a_file_beside_another_is_its_own_neighbor(tmp_path):
    for name, edition in (("old", b"29.0"), ("new", b"30.1")):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.writestr("db/data.txt", name)
            archive.writestr("db/Read Me.txt", edition)
    (tmp_path / "Read Me.txt").write_bytes(b"of something else")
    assert Location.of(tmp_path / "old.zip", tmp_path).read_beside("data.txt", "Read Me.txt") == (
        b"29.0"
    )
    assert Location.of(tmp_path / "new.zip").read_beside("data.txt", "other.txt") == b""

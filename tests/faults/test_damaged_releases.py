"""Flipped bits, cut files, files that are something else, a release replaced while it is open."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careerlattice.errors import ReleaseError
from careerlattice.release.arrays import arrays_to_bytes, read_arrays
from careerlattice.release.manifest import Manifest, seal
from careerlattice.release.opening import Release
from careerlattice.release.verify import verify_release

Many = Callable[[int, int], int]


def test_no_flipped_bit_is_read_as_another_figure(
    shipped_copy: Path, many: Many, draws: random.Random
) -> None:
    """Each file in turn, release.json too: all flips are refused when the file is read."""
    release = Release(shipped_copy)
    names = sorted({**release.manifest.tables, **release.manifest.files})
    silent = []
    for trial in range(many(100, 1_000)):
        name = names[trial % len(names)]
        path = release.path_of(name)
        with OneBitFlipped(path, draws) as bit:
            try:
                release.bytes_of(name)
            except ReleaseError:
                continue
            silent.append((name, bit))
    assert not silent


def test_no_flipped_bit_of_the_manifest_passes(
    shipped_copy: Path, many: Many, draws: random.Random
) -> None:
    for _ in range(many(100, 1_000)):
        with OneBitFlipped(shipped_copy / "release.json", draws), pytest.raises(ReleaseError):
            Manifest.read(shipped_copy)


class OneBitFlipped:
    def __init__(self, path: Path, draws: random.Random) -> None:
        self.path, self.bit = path, draws.randrange(8 * path.stat().st_size)

    def __enter__(self) -> int:
        with self.path.open("r+b") as file:
            file.seek(self.bit // 8)
            byte = file.read(1)[0]
            file.seek(self.bit // 8)
            file.write(bytes([byte ^ 1 << self.bit % 8]))
        return self.bit

    def __exit__(self, *_: object) -> None:
        self.__enter__()


@pytest.mark.parametrize("name", ["wages", "lattice.npz"])
def test_a_file_cut_anywhere_is_refused(
    shipped_copy: Path, many: Many, draws: random.Random, name: str
) -> None:
    release = Release(shipped_copy)
    path = release.path_of(name)
    whole = path.read_bytes()
    try:
        for _ in range(many(5, 50)):
            path.write_bytes(whole[: draws.randrange(len(whole))])
            with pytest.raises(ReleaseError, match="not the file that was built"):
                release.bytes_of(name)
    finally:
        path.write_bytes(whole)


def test_a_release_stays_the_one_that_was_opened(few_tables: Release) -> None:
    """Another edition in the same place: what was read stays, what was not is refused."""
    folder = few_tables.folder
    known = few_tables.table("clusters")
    other = Release(folder).table("areas").reverse()
    other.write_parquet(folder / "areas.parquet")
    value = json.loads((folder / "release.json").read_text())
    (folder / "release.json").write_text(seal({**value, "id": "other"}))
    for release in (few_tables, Release(folder)):
        with pytest.raises(ReleaseError, match="replaced while it was in use"):
            release.table("areas")
    assert few_tables.table("clusters") is known
    assert few_tables.id != Release(folder).id == "other"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("file", ["areas.parquet", "release.json"])
def test_pipes_and_devices_are_no_files_of_a_release(
    few_tables: Release, tmp_path: Path, file: str
) -> None:
    folder = tmp_path / "piped"
    shutil.copytree(few_tables.folder, folder)
    for make in (os.mkfifo, lambda path: path.symlink_to("/dev/zero")):
        (folder / file).unlink()
        make(folder / file)
        with pytest.raises(ReleaseError, match="no regular file"):
            Release(folder).bytes_of("areas")
        if file != "release.json":
            checks = {check.subject: check for check in verify_release(Release(folder))}
            assert not checks["areas"].holds
            assert "no regular file" in checks["areas"].found


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"format": ' + "9" * 10_000 + "}",
        '{"format": 1}',
        '{"format": NaN}',
        "null",
        "",
        "\ufeff{}",
    ],
)
def test_manifests_that_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "release.json").write_text(text)
    with pytest.raises(ReleaseError):
        Manifest.read(tmp_path)


def _without_edition(value: dict[str, object]) -> None:
    value["sources"][0].pop("edition")  # type: ignore[index]


def _no_hash(value: dict[str, object]) -> None:
    value["tables"]["areas"]["sha256"] = "not a hash"  # type: ignore[index]


def _no_list(value: dict[str, object]) -> None:
    value["sources"] = 7


@pytest.mark.parametrize("change", [_without_edition, _no_hash, _no_list])
def test_a_manifest_that_is_sealed_and_still_wrong(
    few_tables: Release, change: Callable[[dict[str, object]], None]
) -> None:
    path = few_tables.folder / "release.json"
    value = json.loads(path.read_text())
    change(value)
    path.write_text(seal(value))
    with pytest.raises(ReleaseError, match="not a release's manifest"):
        Manifest.read(few_tables.folder)


@pytest.mark.parametrize("data", [b"", b"PK", b"\x93NUMPY", b"x" * 1_000])
def test_arrays_that_are_none(data: bytes) -> None:
    with pytest.raises(ReleaseError, match="cannot be read"):
        read_arrays(data, "lattice.npz")


def test_arrays_of_another_version() -> None:
    import numpy as np

    arrays = read_arrays(arrays_to_bytes({"other": np.zeros(3)}), "lattice.npz")
    with pytest.raises(ReleaseError, match="holds no array 'likelihood'"):
        _ = arrays["likelihood"]


def test_arrays_that_unpack_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    monkeypatch.setattr("careerlattice.release.arrays.MOST_BYTES", 10_000)
    with pytest.raises(ReleaseError, match="unpacks to"):
        read_arrays(arrays_to_bytes({"zeros": np.zeros(100_000)}), "lattice.npz")


def test_verify_finds_a_table_without_rows(few_tables: Release) -> None:
    path = few_tables.folder / "tuition.parquet"
    few_tables.table("tuition").clear().write_parquet(path)
    value = json.loads((few_tables.folder / "release.json").read_text())
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    value["tables"]["tuition"] |= {"rows": 0, "bytes": len(data), "sha256": digest}
    (few_tables.folder / "release.json").write_text(seal(value))
    found = {check.subject: check for check in verify_release(Release(few_tables.folder))}
    assert found["no table is empty"].found == "tuition"

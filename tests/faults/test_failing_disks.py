"""Every call that writes fails once, as a full or broken disk does; and kills at any moment."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from careerlattice.build import replacing, writing
from careerlattice.errors import CareerlatticeError
from careerlattice.profile.files import load_profile, save_profile
from careerlattice.profile.model import Profile
from careerlattice.release.manifest import Manifest
from careerlattice.release.opening import Release

Many = Callable[[int, int], int]


def blobs_of(folder: Path, edition: str) -> dict[str, bytes]:
    """The files of a release, told apart by who wrote it."""
    whole = Manifest.read(folder)
    manifest = replace(whole, written_by=edition)
    blobs = {record.file: (folder / record.file).read_bytes() for record in whole.tables.values()}
    return blobs | {"release.json": manifest.to_json().encode()}


class FailsAt:
    """Lets a function fail the n-th time it is called, whoever calls it."""

    def __init__(self, number: int, code: int) -> None:
        self.left, self.code = number, code

    def wrap(self, function: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.code, os.strerror(self.code))
            return function(*args, **named)

        return call


@pytest.fixture(params=[errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def code(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.mark.parametrize("can_exchange", [True, False])
def test_whatever_fails_the_release_is_the_old_or_the_new(
    few_tables: Release, monkeypatch: pytest.MonkeyPatch, code: int, *, can_exchange: bool
) -> None:
    folder = few_tables.folder
    old, new = blobs_of(folder, "old"), blobs_of(folder, "new")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    writing._replace(folder, old)
    if not can_exchange:
        monkeypatch.setattr(replacing, "_exchange", lambda *_: False)
    for number in range(1, 100):
        fails = FailsAt(number, code)
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fails.wrap(os.fsync))
            patch.setattr(Path, "mkdir", fails.wrap(Path.mkdir))
            patch.setattr(Path, "rename", fails.wrap(Path.rename))
            patch.setattr(replacing, "write_through", fails.wrap(replacing.write_through))
            patch.setattr(writing, "write_through", fails.wrap(writing.write_through))
            with contextlib.suppress(CareerlatticeError):
                writing._replace(folder, new)
        Release(folder).check_files()
        if fails.left > 0:
            break
        writing._replace(folder, old)
    assert Manifest.read(folder).written_by == "new"
    assert number > 10, "every call was tried"
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".")]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_a_killed_build_loses_nothing(
    few_tables: Release, many: Many, draws: random.Random
) -> None:
    """Builds that replace a release again and again, each killed at some moment."""
    folder = few_tables.folder
    editions = [blobs_of(folder, "one"), blobs_of(folder, "two")]
    seen, before = set(), few_tables.manifest.written_by
    for _ in range(many(20, 200)):
        child = os.fork()
        if child == 0:
            try:
                while True:
                    for blobs in editions:
                        writing._replace(folder, blobs)
            finally:
                os._exit(1)
        time.sleep(draws.uniform(0.005, 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        release = Release(folder)
        release.check_files()
        seen.add(release.manifest.written_by)
    assert seen <= {"one", "two", before}
    replacing.remove_left_over(folder.parent)
    assert not list(folder.parent.glob(".release-*"))


def test_a_profile_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = tmp_path / "profile.json"
    save_profile(Profile(), path)
    before = path.read_bytes()
    for name in ("fsync", "fdopen"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, FailsAt(1, code).wrap(getattr(os, name)))
            with pytest.raises(CareerlatticeError, match=os.strerror(code)):
                save_profile(Profile(), path)
        assert path.read_bytes() == before
        assert load_profile(path) == Profile()

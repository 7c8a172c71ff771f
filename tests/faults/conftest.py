"""How much is tried: a minute's worth, or a night's."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import Manifest, release_id
from careerlattice.release.opening import Release

NIGHTLY = os.environ.get("CAREERLATTICE_FAULTS") == "nightly"
SEED = int(os.environ.get("CAREERLATTICE_FAULTS_SEED", "1"))
FEW = ("areas", "clusters", "tuition")
COMMAND = "from careerlattice.cli.main import run; run()"


@pytest.fixture
def many() -> Callable[[int, int], int]:
    """As many trials as there is time for."""
    return lambda minute, night: night if NIGHTLY else minute


@pytest.fixture
def draws() -> random.Random:
    """The faults that are drawn; the seed stands in the environment."""
    return random.Random(SEED)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog of the shipped release."""
    return open_release()


@pytest.fixture(scope="session")
def shipped_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped release, to be damaged one file at a time and mended again."""
    folder = tmp_path_factory.mktemp("faults") / "release"
    shutil.copytree(SHIPPED, folder)
    return folder


@pytest.fixture
def few_tables(tmp_path: Path) -> Release:
    """A release of a few of the shipped tables, to be damaged and replaced."""
    folder = tmp_path / "few"
    folder.mkdir()
    whole = Manifest.read(SHIPPED)
    tables = {name: whole.tables[name] for name in FEW}
    for record in tables.values():
        shutil.copy(SHIPPED / record.file, folder)
    manifest = replace(whole, id=release_id(tables.values()), tables=tables, files={})
    (folder / "release.json").write_text(manifest.to_json())
    return Release(folder)


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line in a process of its own, and end it when it hangs."""

    def call(
        *words: object, shell: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", COMMAND, *map(str, words)]
        if shell:
            command = ["bash", "-c", f'"$@" {shell}', "bash", *command]
        return subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False, timeout=120,
            stdin=subprocess.DEVNULL, env={**os.environ, **environment},
        )  # fmt: skip

    return call

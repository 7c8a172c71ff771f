"""The house rules of ARCHITECTURE.md, held by the code: layers, room papers, names and lengths."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "careerlattice"
EXCEPTIONS = Path(__file__).with_name("long_files.txt")
MOST_LINES = 500
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "base", "manager", "misc", "tools"}
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_imports_keep_every_contract() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_room_stands_in_the_layers() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {room.strip(" ()") for layer in layers for room in layer.split("|")}
    assert set(ROOMS) <= placed


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_paper_that_says_what_it_is_for(room: str) -> None:
    paper = PACKAGE / room / "README.md"
    assert paper.is_file(), f"{paper.relative_to(ROOT)} is missing"
    text = paper.read_text(encoding="utf-8")
    assert text.startswith(f"# {room}: "), "the first line is '# room: what it is for'"
    assert "mport" in text, "it says what the room may import"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_paper_names_only_files_that_exist(room: str) -> None:
    text = (PACKAGE / room / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_0-9]+\.py)`", text))
    missing = sorted(name for name in named if not any((PACKAGE / room).rglob(name)))
    assert not missing


def _long_files() -> dict[str, int]:
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=2) for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 3 for row in rows), "path, most lines, reason"
    return {path: int(most) for path, most, _ in rows}


def _python_files() -> list[Path]:
    folders = ("src", "tests", "benchmarks", "docs")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def test_files_are_short_enough_to_read() -> None:
    allowed = _long_files()
    long = {}
    for path in _python_files():
        name = path.relative_to(ROOT).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > allowed.get(name, MOST_LINES):
            long[name] = lines
    assert not long, f"cut these by their jobs, or give the reason in {EXCEPTIONS.name}: {long}"


def test_every_exception_is_still_needed() -> None:
    for name in _long_files():
        path = ROOT / name
        assert path.is_file(), f"{name} is gone; take it from {EXCEPTIONS.name}"
        assert len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES, (
            f"{name} is short now; take it from {EXCEPTIONS.name}"
        )


def test_file_names_tell_a_job() -> None:
    vague = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if path.stem.strip("_") in NAMES_THAT_SAY_NOTHING
        or path.parent.name in NAMES_THAT_SAY_NOTHING
    ]
    assert not vague


@pytest.mark.parametrize("room", ["", *ROOMS])
def test_public_names_can_be_imported(room: str) -> None:
    module = importlib.import_module(f"careerlattice.{room}".rstrip("."))
    names = getattr(module, "__all__", [])
    assert len(set(names)) == len(names)
    for name in names:
        assert getattr(module, name) is not None


def test_the_package_says_its_public_names() -> None:
    import careerlattice

    assert {"open_release", "Catalog", "__version__"} <= set(careerlattice.__all__)
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        careerlattice.no_such_name  # noqa: B018


def _loaded_after(statement: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "statement",
    ["import careerlattice", "import careerlattice.cli.main"],
    ids=["the library", "the command line"],
)
def test_starting_pays_for_nothing_heavy(statement: str) -> None:
    heavy = {"polars", "numba", "igraph", "django", "numpy", "scipy", "rapidfuzz"}
    assert not heavy & _loaded_after(statement)


def test_opening_a_release_does_not_load_what_builds_one() -> None:
    loaded = _loaded_after(
        "import careerlattice; careerlattice.open_release().get_occupation('29-1141')"
    )
    assert "careerlattice.catalog.catalog" in loaded
    assert not {
        name
        for name in loaded
        if name.startswith(("careerlattice.build", "careerlattice.sources", "django"))
    }

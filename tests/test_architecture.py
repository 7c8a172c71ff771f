"""The house rules of ARCHITECTURE.md, held by the code: layers, room papers, names and lengths."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "careerlattice"
EXCEPTIONS = Path(__file__).with_name("long_files.txt")
LONG_FUNCTIONS = Path(__file__).with_name("long_functions.txt")
MOST_LINES = 500
MOST_LINES_OF_A_FUNCTION = 60
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
    folders = ("src", "devtools", "tests", "benchmarks", "docs")
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


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length of every function, the lines of its decorators not counted."""

    def inside(node: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = f"{prefix}{child.name}"
                if not isinstance(child, ast.ClassDef):
                    yield name, (child.end_lineno or child.lineno) - child.lineno + 1
                yield from inside(child, f"{name}.")
            else:
                yield from inside(child, prefix)

    yield from inside(ast.parse(path.read_text(encoding="utf-8")), "")


def _long_functions() -> dict[str, tuple[int, str]]:
    """Functions that may be longer: `path::name`, most lines, reason."""
    lines = LONG_FUNCTIONS.read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=2) for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 3 for row in rows), "path::function, most lines, reason"
    return {name: (int(most), reason) for name, most, reason in rows}


@cache
def _lengths() -> dict[str, int]:
    folders = ("src", "devtools", "benchmarks")
    return {
        f"{path.relative_to(ROOT).as_posix()}::{name}": lines
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name, lines in _functions(path)
    }


def test_functions_are_short_enough_to_hold_in_mind() -> None:
    allowed = _long_functions()
    long = {
        name: lines
        for name, lines in _lengths().items()
        if lines > allowed.get(name, (MOST_LINES_OF_A_FUNCTION, ""))[0]
    }
    assert not long, f"cut these by their jobs, or give the reason in {LONG_FUNCTIONS.name}: {long}"


def test_every_long_function_of_the_list_is_still_long() -> None:
    lengths = _lengths()
    for name in _long_functions():
        assert name in lengths, f"{name} is gone; take it from {LONG_FUNCTIONS.name}"
        assert lengths[name] > MOST_LINES_OF_A_FUNCTION, (
            f"{name} is short now; take it from {LONG_FUNCTIONS.name}"
        )


def test_size_rules_are_switched_off_only_where_they_must_be() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lint = settings["tool"]["ruff"]["lint"]
    switched_off = {
        (name, rule)
        for name, rules in lint["per-file-ignores"].items()
        for rule in rules
        if rule.startswith("PLR09") and "*" not in name
    }
    limits = [f"--config=lint.pylint.{name}={most}" for name, most in lint["pylint"].items()]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--isolated", "--exit-zero", *limits,
         "--select=PLR0911,PLR0912,PLR0913,PLR0915", "--output-format=json",
         "src", "devtools", "benchmarks", "docs"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    broken = {
        (Path(found["filename"]).relative_to(ROOT).as_posix(), found["code"])
        for found in json.loads(done.stdout)
    }
    assert broken == switched_off


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
    heavy = {"polars", "numba", "django", "numpy", "scipy", "rapidfuzz"}
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


def test_planning_loads_neither_gaps_nor_ladders() -> None:
    loaded = _loaded_after("import careerlattice.plan.planner")
    assert "careerlattice.lattice.arrays.opening" in loaded
    unused = ("careerlattice.lattice.gap", "careerlattice.lattice.ladder", "html")
    assert not {name for name in loaded if name.startswith(unused)}

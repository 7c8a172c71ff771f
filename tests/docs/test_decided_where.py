"""The table of what is decided where: its files exist, and every module that decides is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "careerlattice"
DECIDING = ("requirements", "profile", "catalog/names", "match", "lattice", "plan")


def _table() -> str:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return text.split("\n## What is decided where\n", 1)[1].split("\n## ", 1)[0]


def _named() -> list[str]:
    """Paths of files named in the table, as they are written."""
    return re.findall(r"`([a-z0-9_]+/[A-Za-z0-9_/*]+\.[a-z]+)`", _table())


def _found(path: str) -> list[Path]:
    return list(PACKAGE.glob(path.replace("NN", "[0-9][0-9]")))


def test_every_file_in_the_table_is_there() -> None:
    assert len(_named()) > 200
    assert [path for path in _named() if not _found(path)] == []
    assert not _found("plan/choose/gone.py")


@pytest.mark.parametrize("room", DECIDING)
def test_every_module_that_decides_is_in_the_table(room: str) -> None:
    modules = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / room).rglob("*.py")
        if path.name != "__init__.py"
    }
    assert modules
    missing = sorted(modules - set(_named()))
    assert not missing, (
        f"say in ARCHITECTURE.md, What is decided where, what they decide: {missing}"
    )


def test_every_file_of_facts_is_in_the_table() -> None:
    """The content people correct most: names, prices and entry requirements."""
    named = {found for path in _named() for found in _found(path)}
    facts = {
        path
        for folder in ("names", "prices", "requirements", "framework_2024")
        for path in (PACKAGE / "content" / folder).rglob("*")
        if path.suffix in {".csv", ".yaml"}
    }
    assert sorted(path.name for path in facts - named) == []


def test_no_line_of_the_table_is_prose() -> None:
    lines = [line for line in _table().splitlines() if line.startswith("| ")]
    assert max(len(line.split("|")[1]) for line in lines) <= 130

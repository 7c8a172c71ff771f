"""The rules of the room: no import circle, only process files at the top, lines one can read."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import careerlattice.web

WEB = Path(careerlattice.web.__file__).parent
SOURCE = WEB.parents[1]
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(WEB.rglob("*.py"))
}
PROCESS_FILES = {
    "__init__", "app_state", "main_process", "parameters", "server", "settings", "urls", "warm_up",
    "wsgi",
}  # fmt: skip
MOST_CHARACTERS = 400
MOST_FUNCTION_LINES = 60
MOST_PARAMETERS = 8


def imported(path: Path) -> set[str]:
    """The modules of the room that a module imports, inside its functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & set(MODULES)) or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & set(MODULES)


def test_no_module_imports_itself_by_others() -> None:
    order = TopologicalSorter({name: imported(path) for name, path in MODULES.items()})
    try:
        order.prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


def test_a_circle_would_be_found() -> None:
    with pytest.raises(CycleError):
        TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()
    assert "careerlattice.web.http.page" in imported(MODULES["careerlattice.web.http.frame"])


def test_only_files_of_the_process_stand_at_the_top() -> None:
    assert {path.stem for path in WEB.glob("*.py")} <= PROCESS_FILES


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_lines_of_templates_can_be_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    long = {
        number: len(line) for number, line in enumerate(lines, 1) if len(line) > MOST_CHARACTERS
    }
    assert not long, path.name


FUNCTIONS = [
    (name, node)
    for name, path in MODULES.items()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
]


def test_functions_can_be_read() -> None:
    long = {
        f"{name}.{node.name}": node.end_lineno - node.lineno + 1
        for name, node in FUNCTIONS
        if node.end_lineno is not None and node.end_lineno - node.lineno + 1 > MOST_FUNCTION_LINES
    }
    assert not long
    wide = {
        f"{name}.{node.name}": len(node.args.args) + len(node.args.kwonlyargs)
        for name, node in FUNCTIONS
        if len(node.args.args) + len(node.args.kwonlyargs) > MOST_PARAMETERS
    }
    assert not wide

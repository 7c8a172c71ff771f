"""Inside a room imports run one way too, and a room with an inner plan is entered by its doors."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "careerlattice"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))

EXPECTED_TO_VANISH: dict[str, frozenset[str]] = {}
"""Circles known today, by room; a room whose circle is opened is taken from here."""

DOORS_OF_PLAN = frozenset({"answer", "parameters", "planner", "request"})
"""The modules of `plan` that other rooms import; a contract of imports closes its folders."""
ALSO_ENTERED: dict[str, str] = {}


def _modules() -> dict[str, Path]:
    """Every module of the package, by its dotted name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    """All statements, also those inside functions, but not what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from (part for last in child.orelse for part in _statements(last))
            continue
        if isinstance(child, ast.stmt):
            yield child
        yield from _statements(child)


def _imported(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    found = set()
    for statement in _statements(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(statement, ast.Import):
            found |= {alias.name for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            for alias in statement.names:
                inner = f"{statement.module}.{alias.name}"
                found.add(inner if inner in MODULES else statement.module)
    return found & MODULES.keys()


GRAPH = {name: _imported(path) for name, path in MODULES.items()}


def _reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph.get(name, ())
    return seen


def in_circles(graph: Mapping[str, set[str]]) -> set[str]:
    """The modules that import themselves by way of others."""
    return {name for name in graph if name in _reached(graph, name)}


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_has_an_import_circle(room: str) -> None:
    prefix = f"careerlattice.{room}"
    inside = {
        name: {other for other in imported if other.startswith(f"{prefix}.")}
        for name, imported in GRAPH.items()
        if name.startswith(f"{prefix}.")
    }
    found = {name.removeprefix(f"{prefix}.") for name in in_circles(inside)}
    expected = EXPECTED_TO_VANISH.get(room, frozenset())
    assert found <= expected, "open this circle"


def test_a_circle_would_be_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}
    assert in_circles(graph) == {"b", "c"}


def test_nothing_of_the_package_imports_what_only_developers_run() -> None:
    for name, path in MODULES.items():
        for statement in _statements(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(statement, ast.Import):
                names = [alias.name for alias in statement.names]
            elif isinstance(statement, ast.ImportFrom):
                names = [statement.module or ""]
            else:
                continue
            assert not [n for n in names if n.split(".")[0] in {"devtools", "tests"}], name


def test_plan_is_entered_by_its_doors() -> None:
    inner = "careerlattice.plan."
    entered = {
        other.removeprefix(inner).partition(".")[0]
        for name, imported in GRAPH.items()
        if not f"{name}.".startswith(inner)
        for other in imported
        if other.startswith(inner)
    }
    assert entered <= DOORS_OF_PLAN | ALSO_ENTERED.keys()

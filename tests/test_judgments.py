"""Judgments are data: declared with unit, reason and source; no bare figure stands elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from careerlattice.vocab.parameter import Parameter
from devtools.parameters_reference import modules, parameters_of, reference

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "careerlattice"
ALLOWED = Path(__file__).with_name("technical_constants.txt")
DOMAIN_ROOMS = ("catalog", "requirements", "profile", "match", "lattice", "plan", "assess")
TO_BE_MOVED = "to be moved"

PARAMETERS = [
    pytest.param(parameter, id=f"{module.__name__.split('.')[1]}.{name}")
    for module in modules()
    for name, parameter in parameters_of(module).items()
]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_parameter_has_unit_reason_source_and_date(parameter: Parameter) -> None:
    assert parameter.unit
    assert len(parameter.why) > 20
    assert parameter.source
    assert re.fullmatch(r"20\d\d-\d\d", parameter.since)


def test_the_reference_of_the_parameters_is_up_to_date() -> None:
    written = (ROOT / "docs" / "reference" / "parameters.md").read_text(encoding="utf-8")
    assert written == reference(), "run: make reference"


def test_groups_of_parameters_are_listed_one_by_one(tmp_path: Path) -> None:
    near, far = (Parameter(value=value, unit="km", why="drawn") for value in (1, 9))
    path = tmp_path / "parameters.py"
    path.write_text("NEAR = 0\nREACH = 0\nPAIR = 0\n", encoding="utf-8")
    module = SimpleNamespace(
        __file__=str(path), NEAR=near, REACH={"walk": near, "ride": far}, PAIR=(near, far)
    )
    found = parameters_of(module)  # type: ignore[arg-type]
    assert list(found) == ["NEAR", "REACH[walk]", "REACH[ride]", "PAIR[0]", "PAIR[1]"]


def _names(statement: ast.stmt) -> tuple[list[str], ast.expr | None]:
    if isinstance(statement, ast.Assign):
        flat = [
            part
            for target in statement.targets
            for part in (target.elts if isinstance(target, ast.Tuple) else [target])
        ]
        return [part.id for part in flat if isinstance(part, ast.Name)], statement.value
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return [statement.target.id], statement.value
    return [], None


def figures_in(text: str) -> Iterator[str]:
    """The names at the level of a module whose values are written with a number."""
    for statement in ast.parse(text).body:
        names, value = _names(statement)
        if value is not None and any(
            isinstance(node, ast.Constant)
            and isinstance(node.value, int | float)
            and not isinstance(node.value, bool)
            for node in ast.walk(value)
        ):
            yield from names


def _figures() -> set[str]:
    return {
        f"{path.relative_to(PACKAGE).as_posix()}::{name}"
        for room in DOMAIN_ROOMS
        for path in (PACKAGE / room).rglob("*.py")
        if path.name != "parameters.py"
        for name in figures_in(path.read_text(encoding="utf-8"))
    }


def _allowed() -> dict[str, str]:
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 2 for row in rows), "path::NAME, reason"
    return dict(rows)


def test_no_bare_figure_stands_outside_parameters() -> None:
    bare = sorted(_figures() - _allowed().keys())
    assert not bare, (
        f"declare these in the room's parameters.py, or give the reason in {ALLOWED.name} why they "
        f"are technical: {bare}"
    )


def test_every_technical_constant_of_the_list_is_still_there() -> None:
    figures = _figures()
    gone = [
        name
        for name, reason in _allowed().items()
        if name not in figures and not reason.startswith(TO_BE_MOVED)
    ]
    assert not gone, f"take these from {ALLOWED.name}: {gone}"


def test_a_bare_figure_would_be_found() -> None:
    text = "A = 1\nB: float = 0.5\nC, D = 1, 2\nE = {'x': 3}\nF = True\nG = 'x'\nfrom x import H\n"
    assert list(figures_in(text)) == ["A", "B", "C", "D", "E"]

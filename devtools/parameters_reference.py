"""The reference of all judgments, written from the `parameters.py` of every room.

`python -m devtools.parameters_reference` prints it; with a path it writes the file.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import careerlattice
from careerlattice.vocab.parameter import Parameter

PACKAGE = Path(careerlattice.__file__).parent
_INTRODUCTION = """\
# Parameters

Written by `python -m devtools.parameters_reference docs/reference/parameters.md` from the
`parameters.py` of each room in `src/careerlattice`; change those, not this page.

A parameter is a figure that no publisher gives for our purpose: a judgment, a measured threshold,
or a published figure used beyond what it was published for. Each says its value and unit, why it is
so, where it comes from (a publication, `measured` by a program of this project, or `judgment`) and
when it was last set. Tables of judgments by occupation or price stand in
`src/careerlattice/content`.
"""


def modules() -> list[ModuleType]:
    """The `parameters` module of every room that has one, by the room's name."""
    names = sorted(path.parent.name for path in PACKAGE.glob("*/parameters.py"))
    return [importlib.import_module(f"careerlattice.{name}.parameters") for name in names]


def parameters_of(module: ModuleType) -> dict[str, Parameter]:
    """What the module itself declares, in its order; members of groups by name and key.

    A group is a mapping, tuple or list of parameters: `TIER_NEARNESS[Primary-Short]`.
    """
    found: dict[str, Parameter] = {}
    for name in _assigned(module):
        found.update(_members(name, getattr(module, name, None)))
    return found


def _assigned(module: ModuleType) -> Iterator[str]:
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                yield from (node.id for node in names if isinstance(node, ast.Name))
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id


def _members(name: str, value: object) -> Iterator[tuple[str, Parameter]]:
    if name.startswith("_") or name == "ALL":
        return  # tables made of the parameters above them
    if isinstance(value, Parameter):
        yield name, value
    elif isinstance(value, Mapping):
        for key, member in value.items():
            yield from _members(f"{name}[{getattr(key, 'name', key)}]", member)
    elif isinstance(value, tuple | list):
        for place, member in enumerate(value):
            yield from _members(f"{name}[{place}]", member)


def reference() -> str:
    """The whole page as Markdown: the same declarations give the same text."""
    rooms = [(module.__name__.split(".")[1], parameters_of(module)) for module in modules()]
    lines = [_INTRODUCTION, "| room | parameters |", "|---|---|"]
    lines += [f"| [`{room}`](#{room}) | {len(found)} |" for room, found in rooms]
    for room, found in rooms:
        lines += ["", f"## {room}", "", "| parameter | value | why | source | since |"]
        lines.append("|---|---|---|---|---|")
        lines += [_row(name, parameter) for name, parameter in found.items()]
    return "\n".join(lines) + "\n"


def _row(name: str, parameter: Parameter) -> str:
    shown = f"`{name}`" + (f"<br>{_cell(parameter.label)}" if parameter.label else "")
    value = f"{parameter.value:,.10g} {_cell(parameter.unit)}"
    return (
        f"| {shown} | {value} | {_cell(parameter.why)} | {_cell(parameter.source)} "
        f"| {parameter.since} |"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
    else:
        sys.stdout.write(reference())

"""The reference of the Python API, written from docstrings: `make reference`.

`python -m devtools.api_reference docs/reference/python.md`
"""

from __future__ import annotations

import inspect
import re
import sys
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

import careerlattice
from careerlattice.requirements.requirements import EntryRequirements, open_requirements

HEAD = """\
# The Python reference

Written by `python -m devtools.api_reference docs/reference/python.md` from the docstrings in
`src/careerlattice`; change those, not this page. [What is promised](promises.md) of it;
[a tutorial and ten tasks](../how-to/analysts.md).

Names are imported from `careerlattice` unless a module stands before them. An occupation is asked
for by a code in any form or by a title; a state by its postal code or name; schooling by an
`EducationLevel`, which `EducationLevel.parse` reads from words such as `GED`. What is not
understood raises: `NotFound` with the nearest names, `Ambiguous` with choices, `BadRequest` or
`BadCode` with what is read.
"""
MORE = (open_requirements, EntryRequirements)
"""Public things that are imported from their own module."""
GROUPS = (
    ("Opening a release", ("open_release", "open_lattice", "open_planner", "open_requirements")),
    ("Looking things up", ("Catalog", "EntryRequirements", "Lattice")),
    (
        "Planning",
        ("Planner", "PlanRequest", "Start", "PastJob", "Goal", "Limits", "PlanAnswer", "Plan"),
    ),
    ("People", ("Profile", "EducationLevel")),
    ("Many people", ("match_many", "plan_many", "code_many")),
    ("Keeping answers", ("dump_json", "load_json")),
)


def reference() -> str:
    """Every public name with its signature and docstring, as Markdown."""
    things: dict[str, Any] = {
        name: getattr(careerlattice, name)
        for name in careerlattice.__all__
        if not name.startswith("__")
    }
    things |= {thing.__name__: thing for thing in MORE}
    lines = [HEAD.rstrip("\n")]
    left = set(things)
    for title, names in GROUPS:
        lines += ["", f"## {title}"]
        for name in names:
            left.discard(name)
            lines += ["", *_told(name, things[name])]
    lines += ["", "## Errors and the rest"]
    for name in sorted(left):
        lines += ["", *_told(name, things[name])]
    return "\n".join(lines) + "\n"


def _told(name: str, thing: Any) -> list[str]:
    where = "" if name in careerlattice.__all__ else f"`{thing.__module__}`: "
    if not inspect.isclass(thing):
        return [f"### {where}`{name}{_signature(thing)}`", "", _doc(thing)]
    has_own_call = not issubclass(thing, Enum | Exception)
    call = _signature(thing) if has_own_call else ""
    lines = [f"### {where}`{name}{call}`", "", _doc(thing)]
    members = [(one, value) for one, value in vars(thing).items() if not one.startswith("_")]
    for one, value in members:
        function = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        if isinstance(function, property | cached_property):
            lines.append(f"- `.{one}`: {_first(function)}")
        elif inspect.isfunction(function):
            lines.append(f"- `.{one}{_signature(function)}`: {_first(function)}")
    return lines


def _signature(function: Any) -> str:
    """How it is called, without `self`, with annotations as they are written."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return "()"
    kept = [one for one in signature.parameters.values() if one.name not in ("self", "cls")]
    text = str(signature.replace(parameters=kept))
    text = re.sub(r"<factory>|<object object at [^>]*>", "…", text)
    return text.replace("'", "")


def _doc(thing: Any) -> str:
    """The docstring; examples stand as code."""
    return _examples(inspect.getdoc(thing) or "")


def _first(thing: Any) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split())


def _examples(text: str) -> str:
    lines, inside = [], False
    for line in text.split("\n"):
        begins = line.startswith(">>>") and not inside
        if begins:
            lines.append("```python")
            inside = True
        if inside and not line.strip():
            lines.append("```")
            inside = False
        lines.append(line)
    return "\n".join([*lines, "```"] if inside else lines)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(reference(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(reference())

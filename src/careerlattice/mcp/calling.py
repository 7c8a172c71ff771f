"""All tools by name, and calling one: an answer, or a mistake told so that it can be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careerlattice.errors import Ambiguous, CareerlatticeError, NotFound
from careerlattice.mcp import look_up, matching, moving, planning
from careerlattice.mcp.arguments import read_arguments
from careerlattice.mcp.served import Served
from careerlattice.mcp.tool import Tool
from careerlattice.vocab.json_values import to_json
from careerlattice.wording.understood import error_text

DIGITS = 6
"""Decimals of numbers that do not say how many they have."""
TOOLS: dict[str, Tool] = {
    tool.name: tool for tool in (*look_up.TOOLS, *moving.TOOLS, *planning.TOOLS, *matching.TOOLS)
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call: the values, or what was wrong and what may have been meant."""

    values: Any
    is_mistake: bool = False


def call(served: Served, name: str, arguments: Mapping[str, Any] | None) -> Outcome:
    """Call a tool. Raises `KeyError` for a tool that does not exist."""
    tool = TOOLS[name]
    try:
        return Outcome(to_json(tool.answer(served, read_arguments(tool.takes, arguments)), DIGITS))
    except CareerlatticeError as error:
        return Outcome(mistake(error), is_mistake=True)


def mistake(error: CareerlatticeError) -> dict[str, Any]:
    """An error as values: what is wrong, the argument it is about, what may have been meant."""
    told: dict[str, Any] = {"error": error_text(error)}
    if error.field:
        told["argument"] = planning.ARGUMENT_OF.get(error.field, error.field)
    if isinstance(error, Ambiguous):
        told["choices"] = [{"code": code, "name": name} for code, name in error.choices]
    elif isinstance(error, NotFound) and error.nearest:
        told["nearest"] = list(error.nearest)
    return told

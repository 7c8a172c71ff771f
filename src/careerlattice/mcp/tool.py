"""A tool for assistants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from careerlattice.mcp.arguments import schema_of
from careerlattice.mcp.served import Served
from careerlattice.vocab.json_schema import SCHEMA, Schema, Schemas


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: `takes` is the dataclass of its arguments, `gives` the typed dict of its answer.

    `description` tells an assistant when to use it and what comes back.
    """

    name: str
    title: str
    description: str
    takes: type
    gives: type
    answer: Callable[[Served, Any], Any]

    def input_schema(self) -> Schema:
        """The schema of what the tool takes."""
        return schema_of(self.takes)

    def output_schema(self) -> Schema:
        """The schema of what the tool gives."""
        schemas = Schemas(place=SCHEMA)
        name = schemas.of(self.gives)["$ref"].removeprefix(SCHEMA)
        whole = schemas.defs.pop(name)
        return {**whole, "$defs": schemas.defs}

"""JSON schemas of page values: what `json_twins.to_json` makes of a type, told to programs.

The schema follows the same rules as the writing, type by type, so that every twin can be checked
against it. Values that write themselves (`to_dict`, as the command line's `--json` does) are told
as objects with the words of their class.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from django.utils.functional import Promise

Schema = dict[str, Any]


class Schemas:
    """Schemas of types, each class once under its name in `defs`."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}
        self._kinds: dict[str, type] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of what a value of the type is written as.

        Raises `TypeError` for a type that is never written.

        >>> Schemas().of(tuple[int, ...])
        {'type': 'array', 'items': {'type': 'integer'}}
        """
        origin, inside = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return _either([self.of(one) for one in inside])
        if origin is Literal:
            return {"enum": list(inside)}
        if origin is tuple and inside and inside[-1] is not Ellipsis:
            items = [self.of(one) for one in inside]
            return {
                "type": "array",
                "prefixItems": items,
                "minItems": len(items),
                "maxItems": len(items),
            }
        if origin in (tuple, list, set, frozenset):
            return {"type": "array", "items": self.of(inside[0])}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inside[1])}
        return self._plain(kind)

    def _plain(self, kind: Any) -> Schema:
        if kind in (Any, object):
            return {}
        if kind is None or kind is type(None):
            return {"type": "null"}
        if not isinstance(kind, type):
            raise TypeError(f"no schema for {kind}")
        if issubclass(kind, Enum):
            return {"enum": [getattr(one, "slug", one.name.lower()) for one in kind]}
        if issubclass(kind, date):
            return {"type": "string", "format": "date"}
        for plain, told in ((bool, "boolean"), (int, "integer"), ((str, Promise), "string")):
            if issubclass(kind, plain):
                return {"type": told}
        if issubclass(kind, float):
            # What is not a number is not published, and written as null.
            return {"type": ["number", "null"]}
        return self._named(kind)

    def _named(self, kind: type) -> Schema:
        name = kind.__name__
        if self._kinds.setdefault(name, kind) is not kind:
            raise TypeError(f"two classes are written under the name {name}")
        if name not in self.defs:
            self.defs[name] = {}  # holds the place while the class is read: classes may be nested
            self.defs[name] = self._class(kind)
        return {"$ref": f"#/components/schemas/{name}"}

    def _class(self, kind: type) -> Schema:
        told: Schema = {"type": "object", "description": inspect.getdoc(kind) or ""}
        if hasattr(kind, "to_dict"):
            return told
        if not is_dataclass(kind):
            raise TypeError(f"no schema for {kind}")
        return told | self.fields_of(kind)

    def fields_of(self, kind: type, without: frozenset[str] = frozenset()) -> Schema:
        """The properties of a dataclass that are written, all of them always there."""
        hints = get_type_hints(kind)
        written = {
            one.name: self.of(hints[one.name])
            for one in fields(kind)
            if one.metadata.get("twin", True) and one.name not in without
        }
        return {"properties": written, "required": list(written), "additionalProperties": False}


def _either(kinds: list[Schema]) -> Schema:
    """One of several; the same told twice is told once."""
    different = [one for place, one in enumerate(kinds) if one not in kinds[:place]]
    if len(different) == 1:
        return different[0]
    return {"anyOf": different}

"""JSON schemas of values: what `vocab.json_values.to_json` makes of a type, told to programs.

The schema follows the same rules as the writing, type by type, so that every JSON page can be
checked against it: a dataclass is told by its fields and their metadata; a class that writes itself
(`json_value()`, or `to_dict()`) by the type its method is annotated with, mostly a `TypedDict`. A
`TypedDict` called `WageJson` is told under the name `Wage`.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import (
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from careerlattice.vocab.json_values import field_name, is_written

Schema = dict[str, Any]
SUFFIX = "Json"
WRITERS = ("json_value", "to_dict")
PLAIN = ((bool, "boolean"), (int, "integer"), (str, "string"), (float, "number"))
DOCUMENT, SCHEMA = "#/components/schemas/", "#/$defs/"
"""Where a named schema is referred to: in an OpenAPI document, in a schema that stands alone."""


def reference_to(name: str, place: str = DOCUMENT) -> Schema:
    """A reference to a named schema."""
    return {"$ref": f"{place}{name}"}


def object_of(
    description: str, properties: Schema, required: Sequence[str] | None = None
) -> Schema:
    """The schema of an object with these properties and no other; all `required` unless named."""
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": properties,
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


class Schemas:
    """Schemas of types, each class once under its name in `defs`.

    `texts` are classes that are written as text beside `str`; `place` is where named schemas stand.
    """

    def __init__(self, texts: tuple[type, ...] = (), place: str = DOCUMENT) -> None:
        self._texts = texts
        self._place = place
        self.defs: dict[str, Schema] = {}
        self._kinds: dict[str, Any] = {}

    def of(self, kind: Any, digits: int | None = None) -> Schema:
        """The schema of what a value of the type is written as, floats rounded to `digits`.

        Raises `TypeError` for a type that is never written, and for one that could be anything.

        >>> Schemas().of(tuple[int, ...])
        {'type': 'array', 'items': {'type': 'integer'}}
        """
        origin, inside = get_origin(kind), get_args(kind)
        if origin is NotRequired:
            return self.of(inside[0], digits)
        if origin in (Union, types.UnionType):
            return _either([self.of(member, digits) for member in inside])
        if origin is Literal:
            return {"type": "string", "enum": list(inside)}
        if origin is tuple and inside and inside[-1] is not Ellipsis:
            items = [self.of(member, digits) for member in inside]
            return {
                "type": "array",
                "prefixItems": items,
                "minItems": len(items),
                "maxItems": len(items),
            }
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(inside[1], digits)}
        if origin in (tuple, list, set, frozenset, Sequence):
            return {"type": "array", "items": self.of(inside[0], digits)}
        return self._plain(kind, digits)

    def _plain(self, kind: Any, digits: int | None) -> Schema:
        if kind is None or kind is type(None):
            return {"type": "null"}
        if kind in (Any, object) or not isinstance(kind, type):
            raise TypeError(f"no schema for {kind}")
        if issubclass(kind, Enum):
            names = [getattr(member, "slug", member.name.lower()) for member in kind]
            return {"type": "string", "enum": names}
        if issubclass(kind, date):
            return {"type": "string", "format": "date"}
        if self._texts and issubclass(kind, self._texts):
            return {"type": "string"}
        for plain, name in PLAIN:
            if issubclass(kind, plain):
                return {"type": "integer" if name == "number" and digits == 0 else name}
        return self._named(kind)

    def _named(self, kind: type) -> Schema:
        shape = kind if is_typeddict(kind) else _written_as(kind)
        try:
            return self._shaped(shape) if is_typeddict(shape) or shape is kind else self.of(shape)
        except TypeError as error:
            raise TypeError(f"{kind.__name__}: {error}") from error

    def _shaped(self, shape: Any) -> Schema:
        name = shape.__name__.removesuffix(SUFFIX)
        if self._kinds.setdefault(name, shape) is not shape:
            raise TypeError(f"two classes are written under the name {name}")
        if name not in self.defs:
            self.defs[name] = {}  # holds the place while the class is read: classes may be nested
            typed = is_typeddict(shape)
            self.defs[name] = self._typed_dict(shape) if typed else self.dataclass_object(shape)
        return reference_to(name, self._place)

    def _typed_dict(self, kind: Any) -> Schema:
        hints = get_type_hints(kind, include_extras=True)
        properties = {name: self.of(hint) for name, hint in hints.items()}
        required = [name for name, hint in hints.items() if get_origin(hint) is not NotRequired]
        return object_of(inspect.getdoc(kind) or "", properties, required)

    def dataclass_object(self, kind: type, *, without: frozenset[str] = frozenset()) -> Schema:
        """The fields of a dataclass that are written, all of them always there."""
        if not is_dataclass(kind):
            raise TypeError(f"no schema for {kind}")
        hints = get_type_hints(kind)
        properties = {
            field_name(field): self.of(hints[field.name], field.metadata.get("digits"))
            for field in fields(kind)
            if is_written(field) and field.name not in without
        }
        return object_of(inspect.getdoc(kind) or "", properties)


def _written_as(kind: type) -> Any:
    """What values of a class are written as: themselves, or what their own writer returns."""
    for name in WRITERS:
        writer = getattr(kind, name, None)
        if writer is not None:
            return get_type_hints(writer)["return"]
    return kind


def _either(kinds: list[Schema]) -> Schema:
    """One of several; the same told twice is told once."""
    different = [kind for place, kind in enumerate(kinds) if kind not in kinds[:place]]
    if len(different) == 1:
        return different[0]
    return {"anyOf": different}

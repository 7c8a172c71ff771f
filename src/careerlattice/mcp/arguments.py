"""What a tool takes: a frozen dataclass, told as a JSON schema and read from JSON values."""

from __future__ import annotations

import math
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from careerlattice.errors import BadRequest

Schema = dict[str, Any]
Arguments = TypeVar("Arguments")
MOST_CHARACTERS = 200
_NAMES = {str: "string", int: "integer", float: "number", bool: "boolean"}
_SAID = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def said(
    text: str,
    *,
    low: float | None = None,
    high: float | None = None,
    most: int | None = None,
    former: str = "",
) -> dict[str, Any]:
    """The metadata of an argument: what it is, its bounds, and the most items of a list.

    `former` is a name it had, which is still read and no longer told.
    """
    return {"help": text, "low": low, "high": high, "most": most, "former": former}


def schema_of(kind: type) -> Schema:
    """The schema of what a tool takes; names that are not told are refused."""
    hints = get_type_hints(kind)
    own = fields(kind)
    return {
        "type": "object",
        "properties": {field.name: _property(field, hints[field.name]) for field in own},
        "required": [field.name for field in own if _is_required(field)],
        "additionalProperties": False,
    }


def read_arguments(kind: type[Arguments], values: Mapping[str, Any] | None) -> Arguments:
    """The arguments of JSON values. Raises `BadRequest` naming the one that is wrong."""
    given = dict(values or {})
    hints = get_type_hints(kind)
    own = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    for name, field in own.items():
        former = field.metadata["former"]
        if former and former in given:
            given.setdefault(name, given.pop(former))
    for name in given:
        if name not in own:
            known = ", ".join(own)
            raise BadRequest(f"There is no argument {name[:40]!r}. Arguments: {known}.", field=name)
    for name, field in own.items():
        if given.get(name) is None:
            given.pop(name, None)
            if _is_required(field):
                raise BadRequest(f"The argument {name} is needed: {_help(field)}", field=name)
        else:
            given[name] = _read(given[name], hints[name], field)
    return kind(**given)


def _property(field: Field[Any], hint: Any) -> Schema:
    kind, is_list = _kind(hint)
    told: Schema = {}
    if get_origin(kind) is Literal:
        told = {"type": "string", "enum": list(get_args(kind))}
    else:
        told = {"type": _NAMES[kind]}
    if kind is str:
        told["maxLength"] = MOST_CHARACTERS
    for name, key in (("low", "minimum"), ("high", "maximum")):
        if field.metadata.get(name) is not None:
            told[key] = field.metadata[name]
    if is_list:
        told = {"type": "array", "items": told, "maxItems": field.metadata["most"]}
    if not _is_required(field) and field.default not in (None, MISSING, ()):
        told["default"] = field.default
    return {**told, "description": _help(field)}


def _help(field: Field[Any]) -> str:
    return str(field.metadata["help"])


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING


def _kind(hint: Any) -> tuple[Any, bool]:
    """The type of one value, and whether there is a list of them."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return hint, False


def _read(value: Any, hint: Any, field: Field[Any]) -> Any:
    kind, is_list = _kind(hint)
    if not is_list:
        return _one(value, kind, field)
    if not isinstance(value, list | tuple):
        raise BadRequest(f"{field.name} is a list.", field=field.name)
    most = field.metadata["most"]
    if len(value) > most:
        raise BadRequest(f"{field.name} takes {most} at most, not {len(value)}.", field=field.name)
    return tuple(_one(item, kind, field) for item in value)


def _one(value: Any, kind: Any, field: Field[Any]) -> Any:
    name = field.name
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            choices = ", ".join(get_args(kind))
            raise BadRequest(f"{name} is one of: {choices}.", field=name)
        return value
    if kind in (int, float):
        return _number(value, kind, field)
    if not isinstance(value, kind):
        raise BadRequest(f"{name} has to be {_SAID[kind]}.", field=name)
    if kind is str and len(value) > MOST_CHARACTERS:
        raise BadRequest(f"{name} takes {MOST_CHARACTERS} characters at most.", field=name)
    return value


def _number(value: Any, kind: Any, field: Field[Any]) -> Any:
    low, high = field.metadata.get("low"), field.metadata.get("high")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    # A whole number may be too large to be looked at as a float; its bounds refuse it.
    is_finite = is_number and (isinstance(value, int) or math.isfinite(value))
    if not is_finite or (kind is int and value != int(value)):
        raise BadRequest(f"{field.name} has to be {_SAID[kind]}.", field=field.name)
    if (low is not None and value < low) or (high is not None and value > high):
        raise BadRequest(f"{field.name} must be {low:,} to {high:,}.", field=field.name)
    return kind(value)

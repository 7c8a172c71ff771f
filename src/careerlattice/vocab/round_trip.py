"""Values to JSON text and back, nothing lost: for keeping an answer and opening it again.

`json_values.to_json` writes what people and programs read, sentences included; what it writes
cannot be turned back. Here every field of a frozen value is written, and read by its annotation, so
that a field added tomorrow is carried without a line here. What stands where an annotation says
`Any` carries the name of its class.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from careerlattice.errors import BadRequest

Kind = TypeVar("Kind")
_CLASS, _VALUE = "$class", "$value"
_PACKAGE = "careerlattice"


def dump_json(value: Any) -> str:
    """A frozen value (a plan request, a plan answer, a profile) as one line of JSON.

    Same value, same text. Raises `TypeError` for what is no value of ours.

    >>> from careerlattice.profile.model import Place
    >>> dump_json(Place("OH"))
    '{"state": "OH", "metro": ""}'
    """
    return json.dumps(_written(value, type(value)), ensure_ascii=False, allow_nan=False)


def load_json(kind: type[Kind], text: str) -> Kind:
    """The value of `dump_json`. Raises `BadRequest` naming the field that cannot be read.

    >>> from careerlattice.profile.model import Place
    >>> load_json(Place, '{"state": "OH"}')
    Place(state='OH', metro='')
    """
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadRequest(
            f"This is no JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        ) from None
    except RecursionError:
        raise BadRequest("This JSON is nested too deeply.") from None
    except ValueError:  # a number of thousands of digits
        raise BadRequest("This JSON holds a number of more digits than can be read.") from None
    found = _read(kind, values, "")
    if not isinstance(found, kind):
        raise BadRequest(f"The text holds no {kind.__name__}.")
    return found


@lru_cache(maxsize=256)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _written(value: Any, hint: Any) -> Any:
    """A value as JSON; its class is told wherever the hint does not tell it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return _named(value, value.name, hint)
    if isinstance(value, str | int):
        plain = str(value) if isinstance(value, str) else int(value)
        return plain if type(value) in (str, int) else _named(value, plain, hint)
    if isinstance(value, float):
        # JSON has no numbers without end.
        return float(value) if math.isfinite(value) else _tagged("float", str(value))
    if isinstance(value, date):
        return _tagged("date", value.isoformat())
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return _collection(value, hint)
    if is_dataclass(value) and not isinstance(value, type):
        hints = _hints(type(value))
        inside = {
            one.name: _written(getattr(value, one.name), hints[one.name])
            for one in fields(value)
            if one.init
        }
        return _named(value, inside, hint)
    if hasattr(value, "item"):
        return _written(value.item(), hint)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _collection(value: Any, hint: Any) -> Any:
    if isinstance(value, Mapping):
        inner = _parts(hint)[-1]
        pairs = [[_written(key, Any), _written(one, inner)] for key, one in value.items()]
        if all(isinstance(key, str) and not key.startswith("$") for key, _ in pairs):
            return dict(pairs)
        return _tagged("mapping", pairs)
    if isinstance(value, list | tuple):
        return [_written(one, to) for one, to in zip(value, _inners(hint, value), strict=True)]
    return _tagged("set", sorted((_written(one, Any) for one in value), key=str))


def _tagged(name: str, value: Any) -> dict[str, Any]:
    return {_CLASS: name, _VALUE: value}


def _named(value: Any, plain: Any, hint: Any) -> Any:
    """The JSON of a value of ours, with its class where the annotation leaves it open."""
    kind = type(value)
    if [one for one in _choices(hint) if one is not NoneType] == [kind]:
        return plain
    return _tagged(f"{kind.__module__}.{kind.__qualname__}", plain)


def _choices(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _parts(hint: Any) -> tuple[Any, ...]:
    """What the annotation of a collection says of its members."""
    for one in _choices(hint):
        if get_args(one) and get_origin(one) is not Literal:
            return get_args(one)
    return (Any,)


def _inners(hint: Any, values: Any) -> tuple[Any, ...]:
    parts = _parts(hint)
    if len(parts) == len(values) and Ellipsis not in parts:
        return parts
    return (parts[0],) * len(values)


def _read(hint: Any, value: Any, where: str) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value if value is None or isinstance(value, bool) else _number(hint, value, where)
    if isinstance(value, dict) and _CLASS in value:
        return _read_tagged(value, where)
    kinds = [one for one in _choices(hint) if isinstance(one, type) and one is not NoneType]
    for kind in kinds:
        if isinstance(value, str) and issubclass(kind, Enum):
            return _member(kind, value, where)
        if isinstance(value, str) and issubclass(kind, str):
            return kind(value)
        if isinstance(value, dict) and is_dataclass(kind):
            return _object(kind, value, where)
    if isinstance(value, dict):
        _refuse_others(hint, value, where)
        inner = _parts(hint)[-1]
        pairs = {key: _read(inner, one, f"{where}.{key}") for key, one in value.items()}
        return MappingProxyType(pairs)
    if isinstance(value, list):
        _refuse_others(hint, value, where)
        return tuple(
            _read(inner, one, f"{where}[{place}]")
            for place, (inner, one) in enumerate(zip(_inners(hint, value), value, strict=True))
        )
    _refuse_others(hint, value, where)
    return value


def _refuse_others(hint: Any, value: Any, where: str) -> None:
    """Raise `BadRequest` where the annotation wants one of our values, and this is none."""
    for one in _choices(hint):
        if one is Any or not isinstance(one, type) or get_args(one):
            return
        if one in (object, dict, list, tuple) or isinstance(value, one):
            return
    wanted = " or ".join(one.__name__ for one in _choices(hint) if one is not NoneType)
    raise BadRequest(
        f"{where or 'The text'} is {type(value).__name__}, where {wanted} was expected.",
        field=where,
    )


def _number(hint: Any, value: float, where: str) -> Any:
    for kind in _choices(hint):
        if isinstance(kind, type) and issubclass(kind, Enum):
            raise BadRequest(f"{where} is a number; write a name of {kind.__name__}.", field=where)
        if kind is float:
            return value
    _refuse_others(hint, value, where)
    return value


def _member(kind: type[Enum], name: str, where: str) -> Enum:
    try:
        return kind[name]
    except KeyError:
        names = ", ".join(one.name for one in kind)
        raise BadRequest(f"{where} is {name[:40]!r}; choose one of {names}.", field=where) from None


def _object(kind: type, value: dict[str, Any], where: str) -> Any:
    hints = _hints(kind)
    known = {one.name: one for one in fields(kind) if one.init}
    unknown = sorted(set(value) - set(known))
    if unknown:
        raise BadRequest(
            f"{where or kind.__name__} has no field {unknown[0][:40]!r}. "
            f"Fields: {', '.join(known)}.",
            field=where,
        )
    for name, one in known.items():
        has_default = one.default is not MISSING or one.default_factory is not MISSING
        if name not in value and not has_default:
            raise BadRequest(f"{where or kind.__name__} lacks the field {name!r}.", field=where)
    inside = {
        name: _read(hints[name], given, f"{where}.{name}" if where else name)
        for name, given in value.items()
    }
    return kind(**inside)


def _read_tagged(value: dict[str, Any], where: str) -> Any:
    name, inner = str(value[_CLASS]), value.get(_VALUE)
    try:
        if name == "float":
            return float(inner)  # type: ignore[arg-type]
        if name == "date":
            return date.fromisoformat(inner)  # type: ignore[arg-type]
        if name == "set":
            return frozenset(_read(Any, one, where) for one in inner or ())
        if name == "mapping":
            pairs = {_read(Any, key, where): _read(Any, one, where) for key, one in inner or ()}
            return MappingProxyType(pairs)
    except (TypeError, ValueError) as error:
        raise BadRequest(f"{where} cannot be read: {error}.", field=where) from None
    return _read(_class_named(name, where), inner, where)


def _class_named(name: str, where: str) -> type:
    """A class of values of this package; nothing else is ever made from a text."""
    module, _, own = name.rpartition(".")
    if module.split(".")[0] == _PACKAGE:
        try:
            kind = getattr(import_module(module), own, None)
        except ImportError:
            kind = None
        if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum | str)):
            return kind
    raise BadRequest(f"{where} names {name[:60]!r}, which is no value of ours.", field=where)

"""Values as JSON: the one writer, for the command line, pages, files and the library.

A frozen dataclass becomes an object of its fields in their order. Metadata of a field shape it:

- `{"json": False}` leaves it out (drawings, helpers of a form);
- `{"json": "name"}` writes it under another name;
- `{"digits": 2}` rounds floats in it, also inside lists, tuples and mappings.

A class that has to be written otherwise has `json_value()`, annotated with the type whose schema it
has. Enums are written by their `slug` or lower-case name; a float that is not a number is null.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any


def to_json(value: Any, digits: int | None = None) -> Any:
    """A value as JSON values; floats rounded to `digits`. Raises `TypeError` for what has none.

    >>> from careerlattice.vocab.levels import EducationLevel
    >>> to_json({"level": EducationLevel.BACHELOR, "share": 0.123456}, digits=2)
    {'level': 'bachelor', 'share': 0.12}
    """
    if value is None or (isinstance(value, (bool, int, str)) and not isinstance(value, Enum)):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, float):
        return _number(value, digits)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return getattr(value, "slug", value.name.lower())
    if isinstance(value, Mapping):
        return {str(to_json(key)): to_json(one, digits) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_json(member, digits) for member in value]
    return _object(value, digits)


def _object(value: Any, digits: int | None) -> Any:
    if hasattr(value, "json_value"):
        return to_json(value.json_value(), digits)
    if hasattr(value, "to_dict"):
        return to_json(value.to_dict(), digits)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field_name(one): to_json(getattr(value, one.name), one.metadata.get("digits", digits))
            for one in fields(value)
            if is_written(one)
        }
    if hasattr(value, "item"):
        return to_json(value.item(), digits)
    if hasattr(value, "_proxy____cast"):  # a text that is translated when it is shown
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def is_written(one: Any) -> bool:
    """Whether a dataclass field stands in JSON."""
    return one.metadata.get("json", True) is not False


def field_name(one: Any) -> str:
    """The name a dataclass field has in JSON."""
    name = one.metadata.get("json", True)
    return name if isinstance(name, str) else one.name


def _number(value: float, digits: int | None) -> float | int | None:
    if not math.isfinite(value):
        return None
    if digits is None:
        return value
    return round(value) if digits == 0 else round(value, digits)

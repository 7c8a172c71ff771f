"""Single checks on JSON values, with messages that name file, field and remedy."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn, TypeVar

from careerlattice.errors import BadProfile, BadRequest, CareerlatticeError

_Value = TypeVar("_Value")
_KINDS = {
    dict: "an object {...}", list: "a list [...]", str: "a text", bool: "true or false",
    int: "a number", float: "a number", type(None): "null",
}  # fmt: skip
LONGEST_TEXT = 300
LONGEST_LIST = 500


class FieldReader:
    """Reads the fields of one JSON object and knows where it stands in which file.

    Every method raises `BadProfile` saying file, field, what was found and what to write instead.
    """

    def __init__(self, value: Any, where: str, file: str, known: Collection[str]) -> None:
        self.where, self.file = where, file
        if not isinstance(value, dict):
            self.fail("", f"is {kind_of(value)}", "Write an object {...}.")
        self.values: dict[str, Any] = value
        unknown = [str(key) for key in value if key not in known]
        if unknown:
            near = get_close_matches(unknown[0], list(known), n=1)
            meant = f"Did you mean {near[0]!r}? " if near else ""
            names = ", ".join(repr(key[:40]) for key in unknown[:5])
            more = f" and {len(unknown) - 5} more" if len(unknown) > 5 else ""
            self.fail(
                "",
                f"has unknown field(s) {names}{more}",
                f"{meant}Known fields: {', '.join(sorted(known))}.",
            )

    def fail(self, name: str, what: str, remedy: str) -> NoReturn:
        """Raise the error about one field."""
        path = ".".join(part for part in (self.where, name) if part) or "the file"
        raise BadProfile(f"{self.file}: {path} {what}. {remedy}")

    def text(self, name: str, default: str = "") -> str:
        """A text of at most 300 characters."""
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            self.fail(name, f"is {kind_of(value)}", "Write a text in quotes.")
        if len(value) > LONGEST_TEXT:
            self.fail(name, f"has {len(value):,} characters", f"At most {LONGEST_TEXT} are kept.")
        return value.strip()

    def number(self, name: str, low: float, high: float) -> float | None:
        """A number within bounds, or none."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(name, f"is {kind_of(value)}", f"Write a number from {low:g} to {high:g}.")
        if not math.isfinite(value) or not low <= value <= high:
            self.fail(name, f"is {value!r}", f"Write a number from {low:g} to {high:g}.")
        return float(value)

    def dollars(self, name: str, high: float, read: Callable[[str], float]) -> float | None:
        """Dollars as a number, or as people say them and `read` understands; none if not given."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return self.number(name, 0, high)
        try:
            return read(value)
        except BadRequest as error:
            raise BadProfile(f"{self.file}: {self._inside(name)}: {error}") from None

    def flag(self, name: str, default: bool) -> bool:
        """True or false."""
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            self.fail(name, f"is {kind_of(value)}", "Write true or false without quotes.")
        return value

    def choice(self, name: str, choices: Collection[str], default: str = "") -> str:
        """One of a few words."""
        value = self.text(name, default)
        if value and value not in choices:
            self.fail(name, f"is {value[:40]!r}", f"Choose one of: {', '.join(choices)}.")
        return value

    def items(self, name: str) -> list[Any]:
        """A list of at most 500 values."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fail(name, f"is {kind_of(value)}", "Write a list [...].")
        if len(value) > LONGEST_LIST:
            self.fail(name, f"has {len(value):,} entries", f"At most {LONGEST_LIST} are kept.")
        return list(value)

    def parsed(self, name: str, parse: Callable[[str], _Value]) -> _Value | None:
        """A text turned into a value by `parse`, whose complaint is passed on with the place."""
        text = self.text(name)
        if not text:
            return None
        try:
            return parse(text)
        except (CareerlatticeError, ValueError) as error:
            raise BadProfile(
                f"{self.file}: {self.where}{'.' if self.where else ''}{name}: {error}"
            ) from None

    def levels(
        self, name: str, pattern: str, example: str, low: float, high: float
    ) -> Mapping[str, float]:
        """A mapping of names to numbers, such as element ids to levels."""
        value = self.values.get(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fail(name, f"is {kind_of(value)}", f'Write an object like {{"{example}": 4}}.')
        found: dict[str, float] = {}
        inner = FieldReader(value, self._inside(name), self.file, list(value))
        for key in value:
            if re.fullmatch(pattern, str(key)) is None:
                inner.fail(
                    "", f"has the unknown name {str(key)[:40]!r}", f"Names look like {example}."
                )
            number = inner.number(key, low, high)
            if number is not None:
                found[key] = number
        return found

    def inside(self, name: str, known: Collection[str], index: int | None = None) -> FieldReader:
        """A reader for an object inside this one, or inside the list of that name."""
        value = self.values[name] if index is None else self.values[name][index]
        place = self._inside(name) + ("" if index is None else f"[{index}]")
        return FieldReader(value, place, self.file, known)

    def _inside(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name


def kind_of(value: Any) -> str:
    """What a JSON value is, in words."""
    return _KINDS.get(type(value), f"a {type(value).__name__}")

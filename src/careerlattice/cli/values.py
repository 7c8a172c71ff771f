"""What is typed for an option, as text, number or path.

Typer converts values with Pydantic, whose loading alone takes a tenth of a short answer's time, and
says of "--limit many" that the input should be a valid integer. Ours are a few plain types.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import typer

_PLAIN = (str, int, float, bool, Path)
_DOLLARS = re.compile(r"\$?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")


@dataclass(frozen=True)
class PlainValue:
    """Converts what was typed for one parameter; what was not typed stays as it is."""

    kind: type
    is_list: bool
    low: float | None
    high: float | None

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value, or the tuple of values, in its type. Raises `typer.BadParameter`."""
        if value is None:
            return () if self.is_list else None
        try:
            if self.is_list:
                return [self._one(item) for item in value]
            return self._one(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from None

    def _one(self, value: Any) -> Any:
        if self.kind in (int, float):
            typed = str(value).strip()
            if _DOLLARS.fullmatch(typed):
                typed = typed.lstrip("$").replace(",", "")
            try:
                number = self.kind(typed)
            except ValueError:
                number = math.nan
            fits = (self.low is None or number >= self.low) and (
                self.high is None or number <= self.high
            )
            if not (fits and math.isfinite(number)):
                raise ValueError(f"{str(value)[:40]!r} is not {self.wanted}.")
            return number
        return value if isinstance(value, self.kind) else self.kind(value)

    @property
    def wanted(self) -> str:
        """What the number may be, in words."""
        name = "a whole number" if self.kind is int else "a number"
        if self.low is not None and self.high is not None:
            return f"{name} from {self.low:g} to {self.high:g}"
        if self.low is not None:
            return f"{name} of at least {self.low:g}"
        return f"{name} of at most {self.high:g}" if self.high is not None else name


def is_argument(param: Any) -> bool:
    """Whether a parameter is an argument, and not an option."""
    return bool(param.param_type_name == "argument")


def plain_value(param: Any) -> PlainValue | None:
    """How to convert a parameter's values; none where its type is not a plain one."""
    described: Any = getattr(param, "type_descriptor", None)
    kind = getattr(described, "annotation", None)
    is_list = get_origin(kind) is list
    if is_list:
        (kind,) = get_args(kind)
    if kind not in _PLAIN:
        return None
    said = described.parameter_info
    return PlainValue(kind, is_list, said.min, said.max)


def convert_plainly(params: Iterable[Any]) -> None:
    """Have the parameters of plain types converted here.

    A Typer that keeps its converter elsewhere goes on to convert by itself.
    """
    for param in params:
        plain = plain_value(param)
        if plain is not None:
            param._runtime_param = plain

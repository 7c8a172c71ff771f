"""The parameters of addresses, each declared once.

A declaration reads the value from an address, every value checked and every mistake named, and
tells programs what may be given (`schema`, for the OpenAPI document). Pages declare theirs where
they use them and name them to `page_view`, so that what is read and what is described never differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from careerlattice.errors import BadRequest
from careerlattice.vocab.interests import parse_scores

MOST_TEXT = 200
MOST_DIGITS = 40


class BadValue(BadRequest):
    """A value that a field cannot hold.

    `typed` is what was given, `problem` what to write instead, for a person who sees the field.
    """

    def __init__(self, message: str, typed: str, problem: str) -> None:
        super().__init__(message)
        self.typed = typed
        self.problem = problem


class QueryParameter(Protocol):
    """What every declaration has: the name in the address, what it means, and its JSON schema."""

    @property
    def name(self) -> str:
        """The name in the address."""

    @property
    def description(self) -> str:
        """What it means, for programmers."""

    def schema(self) -> dict[str, Any]:
        """The JSON schema of its value."""


@dataclass(frozen=True, slots=True)
class TextParam:
    """Free text of at most `max_length` characters; `finds` where it may find nothing (404)."""

    name: str
    description: str
    max_length: int = MOST_TEXT
    finds: bool = False

    def read(self, query: QueryDict) -> str:
        """The text without spaces around it; empty when none. Raises `BadRequest`."""
        return self.check(query.get(self.name, ""))

    def read_all(self, query: QueryDict, max_values: int) -> tuple[str, ...]:
        """Every text given under the name, at most `max_values`. Raises `BadRequest`."""
        given = query.getlist(self.name)
        if len(given) > max_values:
            raise BadRequest(
                _("We can read at most %(n)d values of “%(name)s”; you gave %(given)d.")
                % {"n": max_values, "name": self.name, "given": len(given)}
            )
        return tuple(self.check(value) for value in given)

    def check(self, value: str) -> str:
        """A value without spaces around it. Raises `BadRequest` for what no field could hold."""
        value = value.strip()
        if len(value) > self.max_length:
            raise BadRequest(
                _("“%(name)s” is %(length)d characters long. We can read %(most)d. Shorten it.")
                % {"name": self.name, "length": len(value), "most": self.max_length}
            )
        if "\x00" in value:
            raise BadRequest(
                _("“%(name)s” has a character that we cannot read.") % {"name": self.name}
            )
        return value

    def schema(self) -> dict[str, Any]:
        """A string no longer than `max_length`."""
        return {"type": "string", "maxLength": self.max_length}


@dataclass(frozen=True, slots=True)
class ListParam:
    """A text that may be given several times, at most `max_values` times."""

    name: str
    description: str
    max_values: int
    max_length: int = MOST_TEXT

    def read(self, query: QueryDict) -> tuple[str, ...]:
        """The texts given, each once, without empty ones. Raises `BadRequest`."""
        texts = TextParam(self.name, self.description, max_length=self.max_length).read_all(
            query, self.max_values
        )
        return tuple(dict.fromkeys(text for text in texts if text))

    def schema(self) -> dict[str, Any]:
        """A list of strings."""
        items = {"type": "string", "maxLength": self.max_length}
        return {"type": "array", "items": items, "maxItems": self.max_values}


@dataclass(frozen=True, slots=True)
class ChoiceParam:
    """One of `choices`; `default` when none is given.

    `label` is what the field says on pages; a choice without one has no field that tells mistakes.
    """

    name: str
    description: str
    choices: tuple[str, ...]
    default: str = ""
    label: str | Promise = ""

    def read(self, query: QueryDict) -> str:
        """The choice. Raises `BadValue` that lists the choices."""
        value = TextParam(self.name, self.description).read(query) or self.default
        if value != self.default and value not in self.choices:
            words = {
                "value": value[:40],
                "name": self.name,
                "choices": ", ".join(choice for choice in self.choices if choice),
            }
            raise BadValue(
                _("“%(value)s” is not among the choices of “%(name)s”: %(choices)s.") % words,
                value[:MOST_DIGITS],
                _("“%(value)s” is not on the list; choose from it") % words,
            )
        return value

    def schema(self) -> dict[str, Any]:
        """A string out of the choices."""
        schema: dict[str, Any] = {
            "type": "string",
            "enum": [choice for choice in self.choices if choice],
        }
        return schema | ({"default": self.default} if self.default else {})


@dataclass(frozen=True, slots=True)
class IntegerParam:
    """A whole number from `low` to `high`; `$` and thousands commas may stand in it.

    `label` is what the field says on pages; a number without one has no field there. `money` reads
    dollars as people say them and raises `BadRequest` for what is none.
    """

    name: str
    description: str
    low: int
    high: int
    label: str | Promise = ""
    money: Callable[[str], float] | None = None

    def read(self, query: QueryDict) -> int | None:
        """The number, or none when not given. Raises `BadRequest`."""
        return self.check(query.get(self.name, ""))

    def check(self, text: str) -> int | None:
        """A text as the number; none for an empty one. Raises `BadValue`."""
        value = text.strip().replace(",", "").replace("−", "-").removeprefix("$").strip()
        if not value:
            return None
        if self.money is not None:
            return self._dollars(text.strip(), self.money)
        try:
            number = int(value) if value.isascii() and len(value) <= MOST_DIGITS else None
        except ValueError:
            number = None
        if number is None or not self.low <= number <= self.high:
            words = {
                "name": self.name,
                "low": f"{self.low:,}".replace("-", "−"),
                "high": f"{self.high:,}",
                "value": value[:MOST_DIGITS],
            }
            raise BadValue(
                _("“%(name)s” has to be a whole number from %(low)s to %(high)s, not “%(value)s”.")
                % words,
                text.strip()[:MOST_DIGITS],
                _("write a whole number from %(low)s to %(high)s") % words,
            )
        return number

    def _dollars(self, said: str, read: Callable[[str], float]) -> int:
        """The whole dollars that were said. Raises `BadValue`."""
        words = {"name": self.name, "low": f"{self.low:,}", "high": f"{self.high:,}"}
        try:
            number = round(read(said))
        except BadRequest as error:
            raise BadValue(
                _("“%(name)s”: %(problem)s") % {"name": self.name, "problem": str(error)},
                said[:MOST_DIGITS],
                str(error).rstrip("."),
            ) from None
        if not self.low <= number <= self.high:
            problem = _("write an amount from $%(low)s to $%(high)s") % words
            raise BadValue(f"“{self.name}”: {problem}.", said[:MOST_DIGITS], problem)
        return number

    def schema(self) -> dict[str, Any]:
        """An integer in the range."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class RiasecParam:
    """Six numbers from `low` to `high` with commas between, for R, I, A, S, E, C."""

    name: str
    description: str
    low: float
    high: float

    def read(self, query: QueryDict) -> str:
        """The numbers as given; empty when none. Raises `BadRequest`."""
        text = TextParam(self.name, self.description, max_length=120).read(query)
        self.numbers(text)
        return text

    def numbers(self, text: str) -> tuple[float, ...] | None:
        """The six numbers of a text; none for an empty one. Raises `BadRequest`."""
        if not text:
            return None
        return parse_scores(text, self.low, self.high)

    def schema(self) -> dict[str, Any]:
        """A string of six numbers."""
        number = "[0-9]+([.][0-9]+)?"
        return {"type": "string", "pattern": f"^{number}(,{number}){{5}}$", "maxLength": 120}


@dataclass(frozen=True, slots=True)
class FlagParam:
    """A box that is ticked or not."""

    name: str
    description: str

    def read(self, query: QueryDict) -> bool:
        """Whether it is ticked. Raises `BadRequest` for anything but 1, 0, on, true, false."""
        value = ChoiceParam(
            self.name, self.description, choices=("1", "0", "on", "true", "false")
        ).read(query)
        return value not in ("", "0", "false")

    def schema(self) -> dict[str, Any]:
        """1 or 0."""
        return {"type": "integer", "enum": [0, 1]}


def refuse_unknown(query: QueryDict, known: tuple[QueryParameter, ...]) -> None:
    """Refuse a name that no declaration has, instead of answering another question silently.

    For programs: a page passes over names it does not know, as links pick up foreign ones.
    """
    names = [parameter.name for parameter in known]
    for name in query:
        if name not in names:
            near = get_close_matches(name, names, 1)
            meant = _(" Did you mean “%(near)s”?") % {"near": near[0]} if near else ""
            raise BadRequest(
                _("There is no parameter “%(name)s” here.") % {"name": name[:40]}
                + meant
                + " "
                + (
                    _("Parameters: %(names)s.") % {"names": ", ".join(names)}
                    if names
                    else _("There are none at all.")
                )
            )

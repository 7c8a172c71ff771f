"""The parameters of addresses, each declared once.

A declaration reads the value from an address, every value checked and every mistake named, and
tells programs what may be asked (`schema`, for the OpenAPI document). Pages declare theirs where
they use them and name them to `page_view`, so that what is read and what is told never differ.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from careerlattice.errors import BadRequest, NotFound
from careerlattice.vocab.interests import parse_scores
from careerlattice.web.app_state import served_catalog

if TYPE_CHECKING:
    from careerlattice.catalog.model import Area

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
    """Free text of at most `most` characters; `finds` when nothing may be found by it (404)."""

    name: str
    description: str
    most: int = MOST_TEXT
    finds: bool = False

    def read(self, asked: QueryDict) -> str:
        """The text without spaces around it; empty when none. Raises `BadRequest`."""
        return self.check(asked.get(self.name, ""))

    def read_all(self, asked: QueryDict, most_values: int) -> tuple[str, ...]:
        """Every text given under the name, at most `most_values`. Raises `BadRequest`."""
        given = asked.getlist(self.name)
        if len(given) > most_values:
            raise BadRequest(
                _("At most %(n)d values of “%(name)s” are read; %(given)d were given.")
                % {"n": most_values, "name": self.name, "given": len(given)}
            )
        return tuple(self.check(one) for one in given)

    def check(self, value: str) -> str:
        """A value without spaces around it. Raises `BadRequest` for what no field could hold."""
        value = value.strip()
        if len(value) > self.most:
            raise BadRequest(
                _("“%(name)s” is %(length)d characters long; only %(most)d are read. Shorten it.")
                % {"name": self.name, "length": len(value), "most": self.most}
            )
        if "\x00" in value:
            raise BadRequest(
                _("“%(name)s” holds a character that cannot be read.") % {"name": self.name}
            )
        return value

    def schema(self) -> dict[str, Any]:
        """A string no longer than `most`."""
        return {"type": "string", "maxLength": self.most}


@dataclass(frozen=True, slots=True)
class ListParam:
    """A text that may be given several times, at most `most_values` times."""

    name: str
    description: str
    most_values: int
    most: int = MOST_TEXT

    def read(self, asked: QueryDict) -> tuple[str, ...]:
        """The texts given, each once, without empty ones. Raises `BadRequest`."""
        texts = TextParam(self.name, self.description, self.most).read_all(asked, self.most_values)
        return tuple(dict.fromkeys(text for text in texts if text))

    def schema(self) -> dict[str, Any]:
        """A list of strings."""
        items = {"type": "string", "maxLength": self.most}
        return {"type": "array", "items": items, "maxItems": self.most_values}


@dataclass(frozen=True, slots=True)
class ChoiceParam:
    """One of `choices`; `default` when none is given."""

    name: str
    description: str
    choices: tuple[str, ...]
    default: str = ""

    def read(self, asked: QueryDict) -> str:
        """The choice. Raises `BadRequest` that lists the choices."""
        value = TextParam(self.name, self.description).read(asked) or self.default
        if value != self.default and value not in self.choices:
            raise BadRequest(
                _("“%(value)s” is not among the choices of “%(name)s”: %(choices)s.")
                % {
                    "value": value[:40],
                    "name": self.name,
                    "choices": ", ".join(one for one in self.choices if one),
                }
            )
        return value

    def schema(self) -> dict[str, Any]:
        """A string out of the choices."""
        told: dict[str, Any] = {"type": "string", "enum": [one for one in self.choices if one]}
        return told | ({"default": self.default} if self.default else {})


@dataclass(frozen=True, slots=True)
class IntegerParam:
    """A whole number from `low` to `high`; `$` and thousands commas may stand in it.

    `label` is what the field says on pages; a number without one has no field there.
    """

    name: str
    description: str
    low: int
    high: int
    label: str | Promise = ""

    def read(self, asked: QueryDict) -> int | None:
        """The number, or none when not given. Raises `BadRequest`."""
        return self.check(asked.get(self.name, ""))

    def check(self, text: str) -> int | None:
        """A text as the number; none for an empty one. Raises `BadValue`."""
        value = text.strip().replace(",", "").replace("−", "-").removeprefix("$").strip()
        if not value:
            return None
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

    def read(self, asked: QueryDict) -> str:
        """The numbers as given; empty when none. Raises `BadRequest`."""
        text = TextParam(self.name, self.description, 120).read(asked)
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

    def read(self, asked: QueryDict) -> bool:
        """Whether it is ticked. Raises `BadRequest` for anything but 1, 0, on, true, false."""
        value = ChoiceParam(self.name, self.description, ("1", "0", "on", "true", "false")).read(
            asked
        )
        return value not in ("", "0", "false")

    def schema(self) -> dict[str, Any]:
        """1 or 0."""
        return {"type": "integer", "enum": [0, 1]}


STATE = TextParam("state", "A state: postal code or name (OH, Ohio).")
AREA = TextParam(
    "area",
    "A metropolitan area: its code or name. Beside `state` it has to lie in that state, in part "
    "at least.",
)
PLACE = (STATE, AREA)


def place_of(asked: QueryDict) -> Area | None:
    """The area (`area`) or state (`state`) asked for, or none. Raises `BadRequest`.

    An area counts only if it lies in the state named beside it, in part at least: else the state
    was changed in a form that still held an area of the one before, and the state counts. An area
    of several states is the one of the state named.
    """
    state, area = _area_called(STATE.read(asked)), _area_called(AREA.read(asked))
    if area is None or _lies_elsewhere(area, state):
        return state
    if state is None or state.state is None:
        return area
    home = state.state
    return replace(area, states=(home, *(one for one in area.states if one != home)))


def refuse_contradiction(asked: QueryDict) -> None:
    """Refuse an area of another state than the one named beside it.

    For programs: a page goes by the state, as people change it in a form that holds an area.
    """
    state, area = _area_called(STATE.read(asked)), _area_called(AREA.read(asked))
    if state is not None and area is not None and _lies_elsewhere(area, state):
        raise BadRequest(
            _("“area” (%(area)s) does not lie in “state” (%(state)s). Leave one of them out.")
            % {"area": area.name, "state": state.name}
        )


def _lies_elsewhere(area: Area, state: Area | None) -> bool:
    return state is not None and state.state not in area.states


def _area_called(text: str) -> Area | None:
    """The state or area of a name or code; none for the nation or no text."""
    if not text:
        return None
    try:
        found = served_catalog().get_area(text)
    except NotFound as error:
        raise BadRequest(str(error)) from error
    return found if found.kind != "nation" else None


def refuse_unknown(asked: QueryDict, known: tuple[QueryParameter, ...]) -> None:
    """Refuse a name that no declaration has, instead of answering another question silently.

    For programs: a page passes over names it does not know, as links pick up foreign ones.
    """
    names = [one.name for one in known]
    for name in asked:
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

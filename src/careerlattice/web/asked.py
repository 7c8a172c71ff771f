"""Reading the question in an address: every value checked, every mistake named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext as _

from careerlattice.errors import BadRequest, NotFound
from careerlattice.web.serving import served_catalog

if TYPE_CHECKING:
    from careerlattice.catalog.things import Area

MOST_TEXT = 200


def text_of(asked: QueryDict, name: str, most: int = MOST_TEXT) -> str:
    """The text given for `name`, without spaces around it; empty when none. Raises `BadRequest`."""
    value = asked.get(name, "").strip()
    if len(value) > most:
        raise BadRequest(
            _("“%(name)s” is %(length)d characters long; at most %(most)d are read. Shorten it.")
            % {"name": name, "length": len(value), "most": most}
        )
    if "\x00" in value:
        raise BadRequest(_("“%(name)s” holds a character that cannot be read.") % {"name": name})
    return value


def choice_of(asked: QueryDict, name: str, choices: tuple[str, ...], default: str) -> str:
    """One of `choices`. Raises `BadRequest` that lists them."""
    value = text_of(asked, name) or default
    if value not in choices:
        raise BadRequest(
            _("“%(value)s” is no %(name)s. Choose one of: %(choices)s.")
            % {"value": value[:40], "name": name, "choices": ", ".join(choices)}
        )
    return value


def whole_of(asked: QueryDict, name: str, low: int, high: int) -> int | None:
    """A whole number from `low` to `high`, or none when not given. Raises `BadRequest`."""
    value = text_of(asked, name, 40).replace(",", "").removeprefix("$").strip()
    if not value:
        return None
    try:
        number = int(value) if value.isascii() else None
    except ValueError:
        number = None
    if number is None or not low <= number <= high:
        raise BadRequest(
            _("“%(name)s” has to be a whole number from %(low)s to %(high)s, not “%(value)s”.")
            % {"name": name, "low": f"{low:,}", "high": f"{high:,}", "value": value[:40]}
        )
    return number


def place_of(asked: QueryDict) -> Area | None:
    """The state (`state`) or the area in it (`area`) asked for, or none. Raises `BadRequest`."""
    value = text_of(asked, "area") or text_of(asked, "state")
    if not value:
        return None
    try:
        area = served_catalog().get_area(value)
    except NotFound as error:
        raise BadRequest(str(error)) from error
    return area if area.kind != "nation" else None

"""A call of the compatible API as plain values: its path, its query, the catalog it is asked of.

Nothing here knows of HTTP but the two refusals, which carry the status they are told with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlencode

from careerlattice.errors import CareerlatticeError
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Occupation

Json = dict[str, Any]
Row = TypeVar("Row")
USUAL_PAGE = 20
MOST_ROWS = 2_000
_CODE = re.compile(r"\d\d-\d\d\d\d\.\d\d")


class Unprocessable(CareerlatticeError):
    """A parameter or part of the path that the API refuses; told as 422 with `error`."""

    status = 422


class NoSuchThing(CareerlatticeError):
    """A well-written code or address that nothing has; told as 404 with `error`."""

    status = 404


@dataclass(frozen=True)
class Ask:
    """One call: `path` below the base without its query, `parts` the values in its place holders.

    `base` is the absolute address of the API with its closing slash: every link starts with it.
    """

    catalog: Catalog
    base: str
    path: str
    parts: Mapping[str, str]
    query: Mapping[str, Sequence[str]]

    def url(self, *parts: object, **query: object) -> str:
        """The absolute address of a path below the base; an empty last part closes with a slash."""
        path = "/".join(quote(str(part), safe="/") for part in parts)
        return self.base + path + (f"?{urlencode(query)}" if query else "")

    def first(self, name: str) -> str | None:
        """The value of a parameter, or none."""
        values = self.query.get(name) or ()
        return values[0] if values else None

    def required(self, name: str) -> str:
        """The value of a parameter that must be given. Raises `Unprocessable`."""
        value = (self.first(name) or "").strip()
        if not value:
            raise Unprocessable(f"must have required property '{name}'")
        return value

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """One of the choices, the first without the parameter. Raises `Unprocessable`."""
        value = self.first(name) or choices[0]
        if value not in choices:
            raise Unprocessable(f"{name} must be equal to one of: {', '.join(choices)}")
        return value

    def number(self, name: str, usual: int, low: int, high: int) -> int:
        """A whole number. Raises `Unprocessable`."""
        text = self.first(name)
        if text is None or text == "":
            return usual
        if not re.fullmatch(r"\d{1,9}", text):
            raise Unprocessable(f"{name} must be integer")
        if int(text) < low:
            raise Unprocessable(f"{name} must be >= {low}")
        if int(text) > high:
            raise Unprocessable(f"{name} must be <= {high}")
        return int(text)

    @property
    def code(self) -> OnetSocCode:
        """The occupation code in the path, checked. Raises `Unprocessable`, `NoSuchThing`."""
        return self.occupation.code

    @property
    def occupation(self) -> Occupation:
        """The occupation in the path. Raises `Unprocessable`, `NoSuchThing`."""
        return self.occupation_of(self.parts["code"])

    def occupation_of(self, text: str) -> Occupation:
        """The occupation of a code. Raises `Unprocessable`, `NoSuchThing`."""
        if not _CODE.fullmatch(text):
            raise Unprocessable(r"code must match pattern '^\d\d-\d\d\d\d\.\d\d$'")
        try:
            return self.catalog.occupation(text)
        except KeyError:
            raise NoSuchThing(f"There is no occupation {text}.") from None

    def part(self, name: str, pattern: str) -> str:
        """A part of the path that has to fit a pattern. Raises `Unprocessable`."""
        value = self.parts[name]
        if not re.fullmatch(pattern, value):
            raise Unprocessable(f"{name} must match pattern '^{pattern}$'")
        return value

    def page(
        self,
        name: str,
        rows: Sequence[Row],
        shape: Callable[[Row], Json | str],
        before: Iterable[tuple[str, Any]] = (),
    ) -> Json:
        """A page of rows under `name`, with where it starts and ends and the pages beside it.

        `before` are fields that stand before the rows. Raises `Unprocessable`.
        """
        start = self.number("start", 1, 1, 10**9)
        end = self.number("end", start + USUAL_PAGE - 1, 0, 10**9)
        # At most so many rows are answered at once; an end before the start answers none.
        end = min(end, start + MOST_ROWS - 1)
        size = max(1, end - start + 1)
        shown = rows[start - 1 : max(0, end)]
        page: Json = {"start": start, "end": start + len(shown) - 1, "total": len(rows)}
        if start > 1:
            page["prev"] = self._window(max(1, start - size), start - 1)
        if start + len(shown) - 1 < len(rows) and shown:
            page["next"] = self._window(start + size, start + 2 * size - 1)
        page.update(before)
        page[name] = [shape(row) for row in shown]
        return page

    def _window(self, start: int, end: int) -> str:
        kept = [
            (name, value)
            for name, values in self.query.items()
            if name not in ("start", "end")
            for value in values
        ]
        query = urlencode([*kept, ("start", start), ("end", end)])
        return f"{self.base}{quote(self.path, safe='/')}?{query}"

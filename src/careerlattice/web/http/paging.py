"""Long lists in parts: which rows an address asks for, and where the parts beside them are."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.utils.encoding import escape_uri_path

from careerlattice.web.http.parameters import IntegerParam

MOST_ROWS = 100
START = IntegerParam("start", "The first row of a long list, counted from 1.", 1, 5_000)
LIMIT = IntegerParam("limit", "How many rows of a long list.", 1, MOST_ROWS)


@dataclass(frozen=True, slots=True)
class Window:
    """The rows asked for: from `start` (counted from 1), `limit` of them at most."""

    start: int
    limit: int

    @property
    def last(self) -> int:
        """The last row that may be shown."""
        return self.start + self.limit - 1

    def of(self, shown: int, total: int) -> Part:
        """The part of a list of `total` rows that `shown` of them are."""
        end = self.start + shown - 1
        return Part(start=self.start, end=end, total=total, has_more=end < total, limit=self.limit)

    def of_many(self, shown: int, *, has_more: bool) -> Part:
        """The part of a list whose rows nobody has counted."""
        end = self.start + shown - 1
        return Part(start=self.start, end=end, total=None, has_more=has_more, limit=self.limit)


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows of a long list an answer holds; `limit` is how many it might.

    `total` is null where the rows are not counted; `has_more` says whether there are any after.
    """

    start: int
    end: int
    total: int | None
    has_more: bool
    limit: int


def window_of(query: QueryDict, usual: int) -> Window:
    """The rows an address asks for; `usual` rows where it does not say. Raises `BadRequest`."""
    return Window(START.read(query) or 1, LIMIT.read(query) or usual)


def links_beside(request: HttpRequest, part: Part) -> list[str]:
    """The parts before and after this one, as values of the header `Link`."""
    found = []
    if part.start > 1:
        found.append(_link(request, max(1, part.start - part.limit), part.limit, "prev"))
    if part.has_more and part.end >= part.start:
        found.append(_link(request, part.end + 1, part.limit, "next"))
    return found


def _link(request: HttpRequest, start: int, limit: int, relation: str) -> str:
    kept = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in (START.name, LIMIT.name)
        for value in values
    ]
    query = urlencode([*kept, (START.name, start), (LIMIT.name, limit)])
    return f'<{escape_uri_path(request.path)}?{query}>; rel="{relation}"'

"""One address of the API: its path, what answers it, and how fully."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from careerlattice.web.onet.ask import Ask

Coverage = Literal["fully", "partly", "with pull", "not held"]
COVERAGES: dict[Coverage, str] = {
    "fully": "every field that the publisher's service has, from this release",
    "partly": "some fields or rows are missing or our own; the remark says which",
    "with pull": "empty as shipped; answers once `careerlattice data pull` has fetched the texts",
    "not held": "the data are in no source of this release: an empty list or page is answered",
}


@dataclass(frozen=True, slots=True)
class Route:
    """An address below `/onet/v2/`, with place holders in braces (`online/occupations/{code}`).

    `query` names the parameters it reads beside `start` and `end`; `remark` says what differs from
    the publisher's service.
    """

    path: str
    answer: Callable[[Ask], Any]
    coverage: Coverage = "fully"
    query: tuple[str, ...] = ()
    remark: str = ""


def under(prefixes: tuple[str, ...], routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """The same routes below each prefix."""
    return tuple(
        replace(route, path=prefix + route.path) for prefix in prefixes for route in routes
    )


def nothing(name: str) -> Callable[[Ask], Any]:
    """What answers a page of data that no source of the release has: an empty one."""

    def answer(ask: Ask) -> Any:
        return ask.page(name, (), str)

    return answer


def empty_list(ask: Ask) -> list[Any]:
    """What answers a list of data that no source of the release has."""
    return []

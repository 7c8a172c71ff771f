"""What every page says of itself, and what every template may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from careerlattice.catalog.model import Area
from careerlattice.web.app_state import served_catalog


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the start page to this one."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A source with its edition and the sentence that credits it."""

    id: str
    title: str
    publisher: str
    edition: str
    vintage: str
    licence: str
    address: str
    credit: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page says of itself; pages add their own fields.

    `sources` are the ids of the sources the page draws on; `place` is the area its figures are for,
    carried on by every link. These fields stand outside the `data` of the JSON twin.
    """

    title: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    sources: tuple[str, ...] = ()
    place: Area | None = field(default=None)


@cache
def all_credits() -> dict[str, Credit]:
    """Every source of the served release, by id."""
    names = Credit.__slots__
    return {
        row["id"]: Credit(**{name: row.get(name, "") for name in names})
        for row in served_catalog().release.manifest.sources
    }


def credits_of(sources: tuple[str, ...]) -> list[Credit]:
    """The credits of the sources named, in that order; ids this release lacks are passed over."""
    known = all_credits()
    return [known[one] for one in sources if one in known]


MENU = (
    (_("Plan a route"), "/", ("/plan",)),
    (_("Career map"), "/clusters", ("/clusters", "/pathways")),
    (_("Find what suits you"), "/assess", ("/assess", "/match")),
    (_("Compare"), "/compare", ("/compare",)),
    (_("My profile"), "/profile", ("/profile",)),
)


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A link of the main menu; `is_here` when the page belongs to it."""

    label: str
    path: str
    is_here: bool


def menu_at(path: str) -> list[MenuEntry]:
    """The main menu as seen from a page."""
    return [
        MenuEntry(str(label), target, path == target or path.startswith(inside))
        for label, target, inside in MENU
    ]


def place_word(place: Area | None) -> str:
    """The place as written in addresses: a postal code, or the code of a metropolitan area."""
    if place is None or place.kind == "nation":
        return ""
    return place.code if place.kind == "metro" or place.state is None else place.state


def site(request: HttpRequest, page: Page) -> dict[str, Any]:
    """What the frame of every page needs."""
    from careerlattice.web.http.json_pages import twin_of

    query = request.META.get("QUERY_STRING", "")
    return {
        "path": request.path,
        "twin": twin_of(request.path) + (f"?{query}" if query else ""),
        "menu": menu_at(request.path),
        "release": served_catalog().release.id,
        "credits": credits_of(page.sources),
        "state": place_word(page.place),
    }

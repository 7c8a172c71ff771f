"""What the frame around every page shows: the menu, the release, the credits."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.addresses import json_address, with_query_of
from careerlattice.web.http.page import Credit, Page, credits_of
from careerlattice.web.http.places import place_word

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


@dataclass(frozen=True, slots=True)
class Site:
    """What templates know of the site as `site`: `state` is the place carried on by every link."""

    path: str
    json_address: str
    menu: tuple[MenuEntry, ...]
    release: str
    credits: tuple[Credit, ...]
    state: str


def menu_at(path: str) -> tuple[MenuEntry, ...]:
    """The main menu as seen from a page."""
    return tuple(
        MenuEntry(
            label=str(label), path=target, is_here=path == target or path.startswith(sections)
        )
        for label, target, sections in MENU
    )


def site(request: HttpRequest, page: Page) -> Site:
    """What the frame of a page shows."""
    return Site(
        path=request.path,
        json_address=with_query_of(request, json_address(request.path)),
        menu=menu_at(request.path),
        release=served_catalog().release.id,
        credits=tuple(credits_of(page.sources)),
        state=place_word(page.place),
    )

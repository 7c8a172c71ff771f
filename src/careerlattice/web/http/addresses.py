"""Addresses: a page's and its JSON page's."""

from __future__ import annotations

from django.http import HttpRequest

JSON_ENDING = ".json"
ONET = "/onet/"
"""Below it programs ask as they ask O*NET Web Services, and read errors in its form."""


def json_address(path: str) -> str:
    """The address of a page as JSON: `/clusters` gives `/clusters.json`.

    >>> json_address("/"), json_address("/clusters")
    ('/index.json', '/clusters.json')
    """
    return "/index.json" if path == "/" else path.rstrip("/") + JSON_ENDING


def page_address(path: str) -> str:
    """The address of the page whose JSON page has this path.

    >>> page_address("/index.json"), page_address("/clusters.json")
    ('/', '/clusters')
    """
    page = path.removesuffix(JSON_ENDING)
    return "/" if page == "/index" else page


def wants_json(request: HttpRequest) -> bool:
    """Whether the JSON page of an address is requested."""
    return bool(request.path_info.endswith(JSON_ENDING))


def asks_as_of_onet(request: HttpRequest) -> bool:
    """Whether a program asks in the form of O*NET Web Services."""
    return bool(request.path_info.startswith(ONET))


def with_query_of(request: HttpRequest, path: str) -> str:
    """The path with the query of a request."""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path

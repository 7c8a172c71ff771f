"""The same answer as JSON: at the page's address with `.json` before the query.

A page is a frozen dataclass; its twin is that dataclass as JSON values, with the release and the
credits of the sources it draws on. Fields whose metadata say `{"twin": False}` are drawings or form
helpers and are left out.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from careerlattice.vocab.json_values import to_json
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.page import Page, credits_of

NOT_IN_TWIN: dict[str, bool] = {"twin": False}
ENDING = ".json"


def twin_of(path: str) -> str:
    """The address of a page's twin: `/clusters` gives `/clusters.json`.

    >>> twin_of("/"), twin_of("/clusters")
    ('/index.json', '/clusters.json')
    """
    return "/index.json" if path == "/" else path.rstrip("/") + ENDING


def page_of(path: str) -> str:
    """The address of the page whose twin has this path: `/clusters.json` gives `/clusters`."""
    page = path.removesuffix(ENDING)
    return "/" if page == "/index" else page


def json_page(request: HttpRequest, page: Page) -> HttpResponse:
    """The twin of a page."""
    body = {
        "page": page_of(request.path),
        "release": served_catalog().release.id,
        "title": str(page.title),
        "data": {
            name: one
            for name, one in to_json(page).items()
            if name not in Page.__dataclass_fields__
        },
        "credits": [
            {"source": one.id, "title": one.title, "edition": one.edition, "credit": one.credit}
            for one in credits_of(page.sources)
        ],
    }
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False, "indent": 1})


def json_trouble(status: int, title: str, detail: str, suggestions: list[str]) -> HttpResponse:
    """An error in the form of RFC 9457 (problem details)."""
    body = {"title": title, "status": status, "detail": detail, "suggestions": suggestions}
    return JsonResponse(body, status=status, content_type="application/problem+json")

"""The same answer as JSON: at the page's address with `.json` before the query.

A page is a frozen dataclass; its twin is that dataclass as JSON values, with the release and the
credits of the sources it draws on. Fields whose metadata say `{"twin": False}` are drawings or form
helpers and are left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise

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


def to_json(value: Any) -> Any:
    """A value of a page as JSON values."""
    if value is None or (isinstance(value, (bool, int, str)) and not isinstance(value, Enum)):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return getattr(value, "slug", value.name.lower())
    if isinstance(value, Mapping):
        return {str(to_json(key)): to_json(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_json(one) for one in value]
    if hasattr(value, "to_dict"):
        return to_json(value.to_dict())
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_json(getattr(value, field.name))
            for field in fields(value)
            if field.metadata.get("twin", True)
        }
    if hasattr(value, "item"):
        return to_json(value.item())
    raise TypeError(f"no JSON for {type(value).__name__}")


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

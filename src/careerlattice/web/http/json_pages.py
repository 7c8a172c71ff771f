"""A page as JSON, at its address with `.json` before the query.

A page is a frozen dataclass; its JSON page is that dataclass written by `vocab.json_values`, with
the release and the credits of the sources it draws on. Fields marked `NOT_IN_JSON` are drawings or
helpers of a form and are left out.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from careerlattice.vocab.json_values import to_json
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.addresses import page_address
from careerlattice.web.http.page import FRAME_FIELDS, Page, credits_of
from careerlattice.web.http.paging import links_beside

DIGITS = 6
"""Decimals of numbers that do not say how many they have: none of ours has more that are known."""
NOT_IN_JSON: dict[str, bool] = {"json": False}


def json_page(request: HttpRequest, page: Page, status: int = 200) -> HttpResponse:
    """The page as JSON."""
    body: dict[str, Any] = {
        "page": page_address(request.path),
        "release": served_catalog().release.id,
        "title": str(page.title),
        "data": {
            name: value for name, value in to_json(page, DIGITS).items() if name not in FRAME_FIELDS
        },
        "credits": [
            {
                "source": credit.id,
                "title": credit.title,
                "edition": credit.edition,
                "credit": credit.credit,
            }
            for credit in credits_of(page.sources)
        ],
    }
    if page.part is not None:
        body["part"] = to_json(page.part)
    response = JsonResponse(
        body, status=status, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    beside = [] if page.part is None else links_beside(request, page.part)
    if beside:
        response.headers["Link"] = ", ".join(beside)
    return response


def problem_response(status: int, title: str, detail: str, suggestions: list[str]) -> HttpResponse:
    """An error in the form of RFC 9457 (problem details)."""
    body = {"title": title, "status": status, "detail": detail, "suggestions": suggestions}
    return JsonResponse(body, status=status, content_type="application/problem+json")

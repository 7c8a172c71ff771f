"""From a page's values to an answer: HTML, or JSON at the twin's address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

from careerlattice.web.context import Page, site
from careerlattice.web.json_twins import json_page

View = Callable[..., HttpResponse]


def show(request: HttpRequest, template: str, page: Page, status: int = 200) -> HttpResponse:
    """The page as HTML, or as JSON when its twin was asked for."""
    if getattr(request, "wants_json", False):
        response = json_page(request, page)
        response.status_code = status
        return response
    context: dict[str, Any] = {"page": page, "site": site(request, page)}
    text = get_template(template).render(context, request)
    return HttpResponse(text, status=status)


def page_view(
    template: str, methods: tuple[str, ...] = ("GET", "HEAD")
) -> Callable[[Callable[..., Page | HttpResponse]], View]:
    """Turn a function that makes a page's values into a view."""

    def wrap(make: Callable[..., Page | HttpResponse]) -> View:
        @wraps(make)
        def view(request: HttpRequest, **parts: str) -> HttpResponse:
            if request.method not in methods:
                from careerlattice.web.trouble import wrong_method

                return wrong_method(request, methods)
            made = make(request, **parts)
            return made if isinstance(made, HttpResponse) else show(request, template, made)

        return view

    return wrap

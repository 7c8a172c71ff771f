"""From a page's values to a response: HTML, or JSON at the page's address with `.json`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template

from careerlattice.web.http.addresses import wants_json
from careerlattice.web.http.frame import site
from careerlattice.web.http.json_pages import json_page
from careerlattice.web.http.page import Page
from careerlattice.web.http.parameters import QueryParameter, refuse_unknown
from careerlattice.web.http.places import AREA, refuse_contradiction
from careerlattice.web.http.response_cache import gzip_response, response_cache

READ_METHODS = ("GET", "HEAD")
PRIVATE = "private, no-store"
"""For answers that say something of a person: nobody else may see them on the same computer."""


def show(request: HttpRequest, template: str, page: Page, status: int = 200) -> HttpResponse:
    """The page as HTML, or as JSON where its JSON page was requested."""
    if wants_json(request):
        return json_page(request, page, status)
    context = {"page": page, "site": site(request, page)}
    return HttpResponse(get_template(template).render(context, request), status=status)


@dataclass(frozen=True)
class PageView:
    """A page as a view: the values made by `make`, shown with a template or as JSON.

    `parameters` declares what is read from the address; `cached` keeps the responses in this
    process; a `personal` page says of a person what stands in its address, so that no browser or
    proxy may keep it.
    """

    make: Callable[..., Page | HttpResponse]
    template: str
    parameters: tuple[QueryParameter, ...]
    cached: bool
    personal: bool

    def __call__(self, request: HttpRequest, **parts: str) -> HttpResponse:
        """Answer a request; `parts` are those of the path. Raises `BadRequest`."""
        response = self._answer(request, parts)
        if self.personal and (request.META.get("QUERY_STRING") or request.method == "POST"):
            response.headers["Cache-Control"] = PRIVATE
        return response

    def _answer(self, request: HttpRequest, parts: dict[str, str]) -> HttpResponse:
        address = f"{request.path}?{request.META.get('QUERY_STRING', '')}"
        known = response_cache.get(address) if self.cached else None
        if known is not None:
            return known.to_response(request)
        if wants_json(request):
            refuse_unknown(request.GET, self.parameters)
            if AREA in self.parameters:
                refuse_contradiction(request.GET)
        made = self.make(request, **parts)
        if isinstance(made, HttpResponse):
            return made
        response = show(request, self.template, made)
        if not self.cached:
            return response
        gzipped = gzip_response(response.content, response.headers["Content-Type"])
        response_cache.put(address, gzipped)
        return gzipped.to_response(request)


def page_view(
    template: str,
    parameters: tuple[QueryParameter, ...] = (),
    *,
    cached: bool = False,
    personal: bool = False,
) -> Callable[[Callable[..., Page | HttpResponse]], PageView]:
    """Turn a function that makes a page's values into a view."""

    def wrap(make: Callable[..., Page | HttpResponse]) -> PageView:
        return PageView(
            make=make, template=template, parameters=parameters, cached=cached, personal=personal
        )

    return wrap

"""From a page's values to an answer: HTML, or JSON at the twin's address."""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from careerlattice.web.http.json_pages import json_page
from careerlattice.web.http.page import Page, site
from careerlattice.web.http.parameters import AREA, Parameter, refuse_contradiction, refuse_unknown


@dataclass(frozen=True, slots=True)
class Packed:
    """An answer as kept in memory and sent: compressed once, with its type."""

    body: bytes
    kind: str

    def response(self, request: HttpRequest) -> HttpResponse:
        """The answer as this browser reads it: nearly all take it compressed."""
        packs = "gzip" in request.headers.get("Accept-Encoding", "")
        body = self.body if packs else gzip.decompress(self.body)
        response = HttpResponse(body, content_type=self.kind)
        if packs:
            response.headers["Content-Encoding"] = "gzip"
        patch_vary_headers(response, ("Accept-Encoding",))
        return response


def pack(body: bytes, kind: str, effort: int = 6) -> Packed:
    """Compress an answer; `effort` from 1 (quick) to 9 (small)."""
    return Packed(gzip.compress(body, effort, mtime=0), kind)


@dataclass
class KeptAnswers:
    """Answers already made, least used forgotten first.

    A release does not change and pages hold nothing of the visitor but what stands in the address,
    so that the same address and language have the same answer. They are kept compressed: a page
    takes a tenth of the memory, and is compressed once and not at every visit.
    """

    size: int
    _answers: OrderedDict[tuple[str, str], Packed] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, address: str) -> Packed | None:
        """The answer kept for an address, or none."""
        key = (address, get_language() or "")
        with self._lock:
            kept = self._answers.get(key)
            if kept is not None:
                self._answers.move_to_end(key)
        return kept

    def keep(self, address: str, answer: Packed) -> None:
        """Keep a whole answer."""
        with self._lock:
            self._answers[address, get_language() or ""] = answer
            while len(self._answers) > self.size:
                self._answers.popitem(last=False)

    def forget(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._answers.clear()


kept_answers = KeptAnswers(1_000)


def show(request: HttpRequest, template: str, page: Page, status: int = 200) -> HttpResponse:
    """The page as HTML, or as JSON when its twin was asked for."""
    if getattr(request, "wants_json", False):
        response = json_page(request, page)
        response.status_code = status
        return response
    context: dict[str, Any] = {"page": page, "site": site(request, page)}
    text = get_template(template).render(context, request)
    return HttpResponse(text, status=status)


@dataclass(frozen=True)
class PageView:
    """A page as a view: the values made by `make`, shown with a template or as JSON.

    `asks` declares the parameters read from the address; `keeps` keeps the answers.
    """

    make: Callable[..., Page | HttpResponse]
    template: str
    asks: tuple[Parameter, ...]
    methods: tuple[str, ...]
    keeps: bool

    def __call__(self, request: HttpRequest, **parts: str) -> HttpResponse:
        """Answer a request; `parts` are those of the path."""
        if request.method not in self.methods:
            from careerlattice.web.http.error_pages import wrong_method

            return wrong_method(request, self.methods)
        address = f"{request.path}?{request.META.get('QUERY_STRING', '')}"
        kept = kept_answers.get(address) if self.keeps else None
        if kept is not None:
            return kept.response(request)
        if getattr(request, "wants_json", False):
            refuse_unknown(request.GET, self.asks)
            if AREA in self.asks:
                refuse_contradiction(request.GET)
        made = self.make(request, **parts)
        if isinstance(made, HttpResponse):
            return made
        response = show(request, self.template, made)
        if not self.keeps:
            return response
        packed = pack(response.content, response.headers["Content-Type"])
        kept_answers.keep(address, packed)
        return packed.response(request)


def page_view(
    template: str,
    asks: tuple[Parameter, ...] = (),
    methods: tuple[str, ...] = ("GET", "HEAD"),
    *,
    keeps: bool = False,
) -> Callable[[Callable[..., Page | HttpResponse]], PageView]:
    """Turn a function that makes a page's values into a view."""

    def wrap(make: Callable[..., Page | HttpResponse]) -> PageView:
        return PageView(make, template, asks, methods, keeps)

    return wrap

"""Headers of every answer, and limits on what is read from a visitor."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from careerlattice.web.http.addresses import asks_as_of_onet
from careerlattice.web.http.bodies import SENT_TO
from careerlattice.web.http.error_pages import too_long, wrong_method
from careerlattice.web.http.page_view import READ_METHODS

Answer = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
METHODS = (*READ_METHODS, "OPTIONS")
_REFUSED_GZIP = re.compile(r"\bgzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)")
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)


def headers(answer: Answer) -> Answer:
    """Middleware: the security headers on every answer, errors included."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return with_headers


def read_only(answer: Answer) -> Answer:
    """Middleware: every address is read, and to none but `SENT_TO` is anything sent.

    Other methods are refused before a byte of their body is read, so that nobody can keep the pages
    waiting by sending one slowly.
    """

    def reading(request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response.headers["Allow"] = ", ".join(METHODS)
            return response
        path = request.path_info
        allowed = (*METHODS, "POST") if path in SENT_TO else METHODS
        # What answers as O*NET does says in its own form that it can only be read.
        if request.method not in allowed and not asks_as_of_onet(request):
            return wrong_method(request, allowed)
        return answer(request)

    return reading


def request_limits(answer: Answer) -> Answer:
    """Middleware: refuse addresses and questions longer than any page needs, with a 400."""

    def limited(request: HttpRequest) -> HttpResponse:
        if len(request.META.get("QUERY_STRING", "")) > settings.MOST_QUERY_CHARACTERS:
            return too_long(request)
        if len(request.path_info) > settings.MOST_PATH_CHARACTERS:
            return too_long(request)
        if _REFUSED_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            del request.META["HTTP_ACCEPT_ENCODING"]  # what it takes is said plainly: no gzip
        return answer(request)

    return limited

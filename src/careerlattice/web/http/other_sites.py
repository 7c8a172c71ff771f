"""What programs that read the JSON pages are told in headers, and which web sites may read them."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.encoding import escape_uri_path

from careerlattice.web.http.addresses import ONET, page_address, wants_json, with_query_of
from careerlattice.web.http.rate_limit import tell_limit

Answer = Callable[[HttpRequest], HttpResponse]
JSON_VERSION = "1"
"""Rises when a field is renamed or removed, or changes its meaning; additions leave it."""
VERSION_HEADER = "Careerlattice-JSON"
DESCRIPTION = "/openapi.json"
PLANS = "/plan.json"
# Files that programs read beside the JSON pages.
READ_BY_PROGRAMS = ("/suggest", "/plan.ics", "/plan.pdf")
ALLOWED_METHODS = "GET, HEAD, OPTIONS"
ALLOWED_HEADERS = "Accept, Content-Type, X-API-Key"
EXPOSED_HEADERS = f"ETag, Link, Retry-After, RateLimit, RateLimit-Policy, {VERSION_HEADER}"
PREFLIGHT_SECONDS = "86400"


def other_sites(answer: Answer) -> Answer:
    """Middleware: let the web sites named in `CAREERLATTICE_CORS` read what programs read."""

    def shared(request: HttpRequest) -> HttpResponse:
        origin = allowed_origin(request)
        if origin is None:
            return answer(request)
        is_preflight = (
            request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        )
        response = HttpResponse(status=204) if is_preflight else answer(request)
        if is_preflight:
            response.headers["Access-Control-Allow-Methods"] = ALLOWED_METHODS
            response.headers["Access-Control-Allow-Headers"] = ALLOWED_HEADERS
            response.headers["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = EXPOSED_HEADERS
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if origin != "*":
            patch_vary_headers(response, ("Origin",))
        return response

    return shared


def allowed_origin(request: HttpRequest) -> str | None:
    """What a request from another site is allowed as; none where it is not, or is no such."""
    origin = request.headers.get("Origin")
    sites: list[str] = settings.CORS_SITES
    if not origin or not sites or not is_for_programs(request):
        return None
    if "*" in sites:
        return "*"
    return origin if origin in sites else None


def is_for_programs(request: HttpRequest) -> bool:
    """Whether an address is one that programs read: a JSON page, a file, the O*NET API."""
    path = request.path_info
    return wants_json(request) or path in READ_BY_PROGRAMS or path.startswith(ONET)


def json_headers(answer: Answer) -> Answer:
    """Middleware: the version of the JSON pages, what describes and shows each, what is left."""

    def told(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if is_for_programs(request):
            tell_limit(request, response)
        if not wants_json(request):
            return response
        response.headers[VERSION_HEADER] = JSON_VERSION
        if request.path_info == PLANS and "RateLimit-Policy" not in response.headers:
            response.headers["RateLimit-Policy"] = f'"plans";q={settings.PLANS_A_MINUTE};w=60'
        links = [response.headers["Link"]] if "Link" in response.headers else []
        if request.path_info != DESCRIPTION:
            links.append(f'<{DESCRIPTION}>; rel="service-desc"; type="application/json"')
            # Written as in an address: a header holds no line break and no letter beyond Latin.
            page = with_query_of(request, escape_uri_path(page_address(request.path)))
            links.append(f'<{page}>; rel="alternate"; type="text/html"')
        if links:
            response.headers["Link"] = ", ".join(links)
        return response

    return told

"""The compatible API over HTTP: keys, addresses, errors. What is answered is made elsewhere."""

from __future__ import annotations

import hmac
import json
import logging
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path

from careerlattice.errors import CareerlatticeError
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.page_view import READ_METHODS
from careerlattice.web.onet.ask import Ask, NoSuchThing, Unprocessable
from careerlattice.web.onet.route import Route
from careerlattice.web.onet.routes import ROUTES

ROOT = "onet/v2/"
KEY_HEADER = "X-API-Key"
logger = logging.getLogger(__name__)
# A product's name may hold a slash; no other place holder does.
_PATTERNS = {"title": r".+?"}


def onet_addresses() -> list[URLPattern]:
    """The addresses below `/onet/v2/`, each with or without its last slash."""
    # Longer fixed beginnings first: `job_families/all` is no family.
    ordered = sorted(ROUTES, key=lambda route: (route.path.count("{"), -len(route.path)))
    found = [re_path(_pattern(route.path), view_of(route)) for route in ordered]
    return [*found, re_path(rf"^{ROOT[:-1]}(?:/.*)?$", no_such_address)]


def _pattern(path: str) -> str:
    parts = re.split(r"\{(\w+)\}", path.removesuffix("/"))
    for place in range(1, len(parts), 2):
        parts[place] = f"(?P<{parts[place]}>{_PATTERNS.get(parts[place], '[^/]+')})"
    parts[::2] = [re.escape(fixed) for fixed in parts[::2]]
    return rf"^{ROOT}{''.join(parts)}/?$" if path else rf"^{ROOT}$"


def view_of(route: Route) -> Callable[..., HttpResponse]:
    """The view of one address."""

    def view(request: HttpRequest, **parts: str) -> HttpResponse:
        refused = _refused(request)
        if refused is not None:
            return refused
        ask = Ask(
            catalog=served_catalog(),
            base=request.build_absolute_uri(f"/{ROOT}"),
            path=request.path.removeprefix(f"/{ROOT}"),
            parts=parts,
            query={name: request.GET.getlist(name) for name in request.GET},
        )
        try:
            if "code" in parts:
                _ = ask.occupation
            return _json(route.answer(ask))
        except (Unprocessable, NoSuchThing) as error:
            return _error(error.status, str(error))
        except CareerlatticeError as error:
            return _error(422, str(error))
        except Exception:
            logger.exception("unexpected error at %s", request.path)
            return _error(500, "Something is wrong on our side; it has been logged.")

    return view


def no_such_address(request: HttpRequest) -> HttpResponse:
    """404: the API has no such address."""
    return _refused(request) or _error(404, "There is no such service. See the root for a list.")


def _refused(request: HttpRequest) -> HttpResponse | None:
    """Why a request is not answered: a method that writes, or a key that is missing or wrong."""
    if request.method not in READ_METHODS:
        response = _error(405, "This service can only be read.")
        response.headers["Allow"] = ", ".join(READ_METHODS)
        return response
    keys: list[str] = settings.ONET_KEYS
    given = request.headers.get(KEY_HEADER, "")
    if keys and not any(hmac.compare_digest(given.encode(), key.encode()) for key in keys):
        response = _error(401, f"A key is needed in the header {KEY_HEADER}.")
        response.headers["WWW-Authenticate"] = KEY_HEADER
        return response
    return None


def _json(body: Any, status: int = 200) -> HttpResponse:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, status=status, content_type="application/json; charset=utf-8")


def _error(status: int, message: str) -> HttpResponse:
    return _json({"error": message}, status)

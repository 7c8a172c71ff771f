"""Styles, scripts and pictures, held in memory, with addresses that change when they do.

All files of `static/` and htmx are read once. The address carries a hash over all of them, so that
modules may import each other by relative names and browsers may keep every file for a year.
"""

from __future__ import annotations

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

from careerlattice.draw.palette import stylesheet
from careerlattice.web.http.response_cache import GzippedResponse, gzip_response

HERE = Path(__file__).parents[1] / "static"
STYLES = (
    "tokens",
    "base",
    "frame",
    "forms",
    "parts",
    "atlas",
    "ladder",
    "lattice",
    "person",
    "plan",
    "drawings",
    "print",
)
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


@cache
def all_assets() -> dict[str, GzippedResponse]:
    """Every file by its name; the styles as one file `site.css`."""
    import django_htmx

    found: dict[str, bytes] = {
        path.relative_to(HERE).as_posix(): path.read_bytes()
        for path in sorted(HERE.rglob("*"))
        if path.is_file() and path.suffix != ".css"
    }
    sheets = [(HERE / "css" / f"{name}.css").read_bytes() for name in STYLES]
    # The colors of ladders come with the drawing; they are the page's as well as a file's.
    found["site.css"] = b"\n".join((*sheets, stylesheet().encode()))
    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-4.min.js"
    found["js/htmx.js"] = htmx.read_bytes()
    return {name: _asset(name, body) for name, body in found.items()}


def _asset(name: str, body: bytes) -> GzippedResponse:
    ending = Path(name).suffix
    kind = _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return gzip_response(body, kind, effort=9)


@cache
def edition() -> str:
    """A hash over all files, part of their addresses."""
    digest = hashlib.sha256()
    for name, asset in sorted(all_assets().items()):
        digest.update(name.encode() + b"\0" + asset.body)
    return digest.hexdigest()[:12]


def asset_address(name: str) -> str:
    """The address of a file. Raises `KeyError` for a file that does not exist."""
    _ = all_assets()[name]
    return f"/static/{edition()}/{name}"


def asset_view(request: HttpRequest, edition_requested: str, name: str) -> HttpResponse:
    """A file; one of an older edition is answered but not kept."""
    asset = all_assets().get(name)
    if asset is None:
        raise Http404(name)
    response = asset.to_response(request)
    current = edition_requested == edition()
    response.headers["Cache-Control"] = (
        "public, max-age=31536000, immutable" if current else "no-cache"
    )
    return response

"""Responses kept in memory, compressed once."""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class GzippedResponse:
    """A response as kept in memory and sent: compressed once, with its content type."""

    body: bytes
    content_type: str

    def to_response(self, request: HttpRequest) -> HttpResponse:
        """The response as this browser reads it: nearly all take it compressed."""
        takes_gzip = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        body = self.body if takes_gzip else gzip.decompress(self.body)
        response = HttpResponse(body, content_type=self.content_type)
        if takes_gzip:
            response.headers["Content-Encoding"] = "gzip"
        patch_vary_headers(response, ("Accept-Encoding",))
        return response


def gzip_response(body: bytes, content_type: str, effort: int = 6) -> GzippedResponse:
    """Compress a response; `effort` from 1 (quick) to 9 (small)."""
    return GzippedResponse(body=gzip.compress(body, effort, mtime=0), content_type=content_type)


@dataclass
class ResponseCache:
    """Responses already made, at most `size`; the least recently used is dropped first.

    A release does not change and pages hold nothing of the visitor but what stands in the address,
    so that the same address and language have the same response. They are kept compressed: a page
    takes a tenth of the memory, and is compressed once and not at every visit.
    """

    size: int
    _responses: OrderedDict[tuple[str, str], GzippedResponse] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, address: str) -> GzippedResponse | None:
        """The response kept for an address, or none."""
        key = (address, get_language() or "")
        with self._lock:
            found = self._responses.get(key)
            if found is not None:
                self._responses.move_to_end(key)
        return found

    def put(self, address: str, response: GzippedResponse) -> None:
        """Keep a whole response."""
        with self._lock:
            self._responses[address, get_language() or ""] = response
            while len(self._responses) > self.size:
                self._responses.popitem(last=False)

    def clear(self) -> None:
        """Drop every response."""
        with self._lock:
            self._responses.clear()


response_cache = ResponseCache(1_000)

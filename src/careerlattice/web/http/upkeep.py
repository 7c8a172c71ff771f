"""What those who run the pages ask for: whether they answer, and where to report a weakness."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from careerlattice.web.app_state import served_catalog

_HOLDS_FOR = timedelta(days=180)


def health(request: HttpRequest) -> HttpResponse:
    """Whether this process answers, and from which release."""
    text = f"ok {served_catalog().release.id}\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116), if whoever runs the pages has said so."""
    contact = settings.SECURITY_CONTACT
    if not contact:
        raise Http404
    until = (datetime.now(UTC) + _HOLDS_FOR).strftime("%Y-%m-%dT00:00:00Z")
    text = f"Contact: {contact}\nExpires: {until}\nPreferred-Languages: en\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")

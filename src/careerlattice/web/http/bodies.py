"""What is sent to us: to one address, little of it, by few at once; all else is left unread.

A body that comes a byte a second keeps a thread waiting. So it is read here, before the pages are
asked and outside their lanes: no more than a list has, one from each address, and only for as long
as a slow telephone takes. Who begins to send and then sends nothing holds one of a few places until
the connection ends; nobody but other senders of lists can notice.
"""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

SENT_TO = ("/class",)
"""The addresses that take a body."""
MOST_BYTES = 256 * 1024
AT_ONCE = 8
WITHIN_S = 10.0
# A read returns when all of it is there, and cannot be given up: so it is of a few bytes.
PIECE = 16
_ANSWERS = {
    408: ("408 Request Timeout", b"What you sent did not arrive in time. Send it again."),
    411: ("411 Length Required", b"Say how long it is what you send."),
    413: ("413 Content Too Large", b"The list is too long. Send fewer rows at once."),
    503: ("503 Service Unavailable", b"Too many lists at once. Send it again in a minute."),
}
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def bodies_in_time(application: Application) -> Application:
    """The application, which finds what was sent to `SENT_TO` read already, or is not asked."""
    sending: set[str] = set()
    lock = threading.Lock()

    def read_first(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "POST" or environ.get("PATH_INFO") not in SENT_TO:
            return application(environ, start)
        length = environ.get("CONTENT_LENGTH", "")
        if not (length.isascii() and length.isdigit()):
            return _refuse(411, start)
        if int(length[:12]) > MOST_BYTES:
            return _refuse(413, start)
        # Behind a proxy all come from one address; it reads the whole list before we see it.
        sender = environ.get("HTTP_X_FORWARDED_FOR") or environ.get("REMOTE_ADDR", "")
        with lock:
            if len(sending) >= AT_ONCE or sender in sending:
                return _refuse(503, start)
            sending.add(sender)
        try:
            body = _read(environ["wsgi.input"], int(length))
        finally:
            with lock:
                sending.discard(sender)
        if body is None:
            return _refuse(408, start)
        return application({**environ, "wsgi.input": io.BytesIO(body)}, start)

    return read_first


def _read(source: Any, length: int) -> bytes | None:
    """The body; none when it is not there in time or was cut."""
    found, until = bytearray(), time.monotonic() + WITHIN_S
    while len(found) < length:
        piece = source.read(min(PIECE, length - len(found)))
        if not piece or time.monotonic() > until:
            return None
        found += piece
    return bytes(found)


def _refuse(status: int, start: Callable[..., Any]) -> Iterable[bytes]:
    line, text = _ANSWERS[status]
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"),
               ("X-Content-Type-Options", "nosniff")]  # fmt: skip
    start(line, [*headers, ("Retry-After", "60")] if status == 503 else headers)
    return [text + b"\n"]

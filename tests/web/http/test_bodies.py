"""What is sent: to one address, little of it, in time."""

from __future__ import annotations

import io
import time
from collections.abc import Iterable
from typing import Any

import pytest

from careerlattice.web.http import bodies
from careerlattice.web.http.bodies import MOST_BYTES, bodies_in_time


class Dripping(io.BytesIO):
    """A sender of a byte now and then."""

    def read(self, _size: int | None = -1, /) -> bytes:
        time.sleep(0.01)
        return b"x"


def ask(body: io.BytesIO, length: str, method: str = "POST", path: str = "/class") -> str:
    """The status, or what the pages were given."""
    said: list[str] = []

    def pages(environ: dict[str, Any], _start: Any) -> Iterable[bytes]:
        said.append("pages")
        return [environ["wsgi.input"].read()]

    asked = {"REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": length}
    application = bodies_in_time(pages)
    application({**asked, "wsgi.input": body}, lambda line, _headers: said.append(line[:3]))
    return said[0]


@pytest.mark.parametrize(
    ("body", "length", "status"),
    [
        (b"list", "4", "pages"),
        (b"list", "", "411"),
        (b"list", "-4", "411"),
        (b"list", str(MOST_BYTES + 1), "413"),
        (b"list", "9" * 5_000, "413"),
        (b"li", "4", "408"),
    ],
)
def test_a_list_is_read_whole_or_not_at_all(body: bytes, length: str, status: str) -> None:
    assert ask(io.BytesIO(body), length) == status


def test_a_slow_sender_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "WITHIN_S", 0.02)
    assert ask(Dripping(), "4000") == "408"


def test_only_few_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "AT_ONCE", 0)
    assert ask(io.BytesIO(b"list"), "4") == "503"


@pytest.mark.parametrize(("method", "path"), [("GET", "/class"), ("POST", "/clusters")])
def test_all_else_is_left_unread(method: str, path: str) -> None:
    assert ask(Dripping(), "4", method, path) == "pages"

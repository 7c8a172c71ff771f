"""Headers, limits, escaping, cookies and the rate limit."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from careerlattice.web.http.rate_limit import Limit, TokenBuckets
from careerlattice.web.server import is_loopback, what_to_set


def test_headers_on_every_answer(client: Client, address: str) -> None:
    response = client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]


def test_headers_on_errors_too(client: Client, trouble: tuple[str, int]) -> None:
    assert "Content-Security-Policy" in client.get(trouble[0]).headers


def test_no_cookie(client: Client, address: str) -> None:
    assert not Client(SERVER_NAME="localhost").get(address).cookies


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


@pytest.mark.parametrize(
    "address_",
    [
        "/search?q={}", "/plan?from={}&to={}", "/compare?codes={}", "/?from={}&to={}",
        "/occupations/{}", "/profile?job={}", "/match?job={}", "/clusters/{}", "/plan?from={}",
        "/plan?from=cashier&to=registered+nurse&field={}",
    ],
)  # fmt: skip
def test_hostile_titles_are_escaped(client: Client, address_: str) -> None:
    from urllib.parse import quote

    text = client.get(address_.replace("{}", quote(HOSTILE, safe=""))).content.decode()
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_other_hosts_are_refused() -> None:
    response = Client(raise_request_exception=False, SERVER_NAME="evil.example").get("/")
    assert response.status_code == 400


def test_many_fields_are_refused(client: Client) -> None:
    response = client.get("/assess", {f"f{i}": "1" for i in range(400)})
    assert response.status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/assess", "/clusters", "/suggest", "/plan.ics", "/static/x/y"])
def test_every_address_is_only_read(client: Client, method: str, path: str) -> None:
    response = client.generic(method, path, b"x" * 10)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_list_is_sent_to_one_address_alone(client: Client) -> None:
    assert client.post("/class", {}).status_code == 400
    refused = client.post("/class.json", {})
    assert refused.status_code == 405
    allowed = client.delete("/class").headers["Allow"]
    assert allowed == "GET, HEAD, OPTIONS, POST"


def test_options_says_what_may_be_asked(client: Client) -> None:
    response = client.options("/plan")
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    ("path", "personal"),
    [
        ("/match?interests=8,22,6,38,8,20", True),
        ("/match.json?interests=8,22,6,38,8,20", True),
        ("/assess?questions=skills", True),
        ("/profile?job=cashier", True),
        ("/profile-file?job=cashier", True),
        ("/plan?from=cashier&to=registered+nurse", True),
        ("/plan.ics?from=cashier&to=registered+nurse&state=OH", True),
        ("/?from=cashier", True),
        ("/plan", False),
        ("/clusters", False),
        ("/search?q=nurse", False),
    ],
)
def test_what_tells_of_a_person_is_kept_nowhere(client: Client, path: str, personal: bool) -> None:
    expected = "private, no-store" if personal else "no-cache"
    assert client.get(path).headers["Cache-Control"] == expected


@pytest.mark.parametrize("path", ["/clusters", "/methods", "/search?q=nurse"])
def test_gzip_that_is_refused_is_not_sent(client: Client, path: str) -> None:
    refused = client.get(path, headers={"accept-encoding": "gzip;q=0, identity"})
    assert "Content-Encoding" not in refused.headers
    taken = client.get(path, headers={"accept-encoding": "gzip;q=0.5"})
    assert taken.headers["Content-Encoding"] == "gzip"


def test_a_wrong_host_writes_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    from django.conf import settings

    assert settings.LOGGING["loggers"]["django.security"]["level"] == "CRITICAL"


def test_an_event_is_one_line_whatever_it_holds() -> None:
    import logging
    import sys

    from careerlattice.web.http.log_lines import OneLine

    try:
        raise ValueError("a\nb")
    except ValueError:
        record = logging.LogRecord("x", 40, "f", 1, "at %s", ("/a\r\n\x1b[2J",), sys.exc_info())
    line = OneLine("%(levelname)s %(message)s").format(record)
    assert line.isprintable()
    assert line.startswith("ERROR at /a\\r\\n\\x1b[2J\\nTraceback")


def test_health_and_where_to_report(client: Client, settings: Any) -> None:
    from careerlattice.web.app_state import served_catalog

    assert client.get("/health").content.decode() == f"ok {served_catalog().release.id}\n"
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    text = client.get("/.well-known/security.txt").content.decode()
    assert text.startswith("Contact: mailto:security@example.org\nExpires: 20")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CAREERLATTICE_PLANS_A_MINUTE", "0"),
        ("CAREERLATTICE_PLANS_A_MINUTE", "abc"),
        ("CAREERLATTICE_PDFS_A_MINUTE", "9" * 10_000),
        ("CAREERLATTICE_CLASSES", "room-12"),
        ("CAREERLATTICE_CLASSES", "room-12-7Kq9vXz2,<script>alert(1)</script>"),
        ("CAREERLATTICE_SECURITY_CONTACT", "javascript:alert(1)"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    import runpy

    from careerlattice.errors import BadSetting
    from careerlattice.web import settings

    monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting, match=name) as caught:
        runpy.run_path(settings.__file__)
    assert len(str(caught.value)) < 300


def test_buckets_fill_again() -> None:
    now = 0.0
    buckets = TokenBuckets(3, clock=lambda: now)
    assert [buckets.take("a") for _ in range(3)] == [0.0, 0.0, 0.0]
    assert buckets.take("a") == pytest.approx(20.0)
    assert buckets.take("b") == 0.0
    now = 20.0
    assert buckets.take("a") == 0.0


def test_too_many_plans(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from careerlattice.web.pages.plan import page as plan

    monkeypatch.setattr(plan, "_limit", Limit(1))
    question = "/plan?from=nursing+assistant&to=registered+nurse&budget="
    assert client.get(question + "7001").status_code == 200
    refused = client.get(question + "7002")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) >= 1


def test_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CAREERLATTICE_HOSTS", "CAREERLATTICE_HTTPS"):
        monkeypatch.delenv(name, raising=False)
    assert what_to_set("127.0.0.1") == ""
    assert "CAREERLATTICE_HOSTS" in what_to_set("0.0.0.0")
    assert is_loopback("::1")
    assert not is_loopback("example.org")


def test_files_are_kept_for_a_year_and_change_address(client: Client) -> None:
    from careerlattice.web.http.assets import asset_address

    response = client.get(asset_address("site.css"))
    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert client.get("/static/old/site.css").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/old/../settings.py").status_code == 404
    assert client.get("/static/old/none.js").status_code == 404


def test_debug_is_off() -> None:
    from django.conf import settings

    assert settings.DEBUG is False

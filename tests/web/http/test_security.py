"""Headers, limits, escaping, cookies and the rate limit."""

from __future__ import annotations

import pytest
from django.test import Client

from careerlattice.web.http.rate_limit import TokenBuckets
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


def test_no_cookie_but_the_form_token(client: Client, address: str) -> None:
    fresh = Client(SERVER_NAME="localhost")
    names = set(fresh.get(address).cookies)
    assert names <= ({"csrftoken"} if address.startswith(("/assess", "/class")) else set())


def test_forms_need_their_token() -> None:
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    response = strict.post("/assess", {"questions": "short", "R01": "3"})
    assert response.status_code == 403
    assert "too old" in response.content.decode()


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


def test_large_bodies_are_refused(client: Client) -> None:
    response = client.post("/assess", {"questions": "x" * 300_000})
    assert response.status_code in (400, 413)


def test_many_fields_are_refused(client: Client) -> None:
    response = client.post("/assess", {f"f{i}": "1" for i in range(400)})
    assert response.status_code == 400


def test_reading_pages_take_no_forms(client: Client) -> None:
    response = client.post("/clusters")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


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

    monkeypatch.setattr(plan, "_buckets", TokenBuckets(1))
    question = "/plan?from=nursing+assistant&to=registered+nurse&budget="
    assert client.get(question + "7001").status_code == 200
    refused = client.get(question + "7002")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) >= 1


def test_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CAREERLATTICE_HOSTS", "CAREERLATTICE_SECRET_KEY", "CAREERLATTICE_HTTPS"):
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

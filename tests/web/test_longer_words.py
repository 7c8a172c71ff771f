"""Words of other languages are longer: at 140 % of the length nothing of a page is cut off.

Every sentence, the pages' and the library's alike, comes out with its words drawn out. What people
read must still fit a phone and a desktop without scrolling sideways, from either side.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Route
from served import chromium_is_there
from spoken import everything_said

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_is_there(), reason="Chromium is not installed"),
]
LONGER = 0.4
KEPT = re.compile(r"%\(\w+\)[a-z]|\{[^}]*\}|<[^>]*>|&\w+;|[^\W\d_]+|.", re.DOTALL)
ORIGIN = "http://pages.test"
PAGES = (
    "/",
    "/?from=cashier&to=registered+nurse&state=OH",
    "/clusters",
    "/clusters/2008-health-science",
    "/pathways/2008-therapeutic-services",
    "/occupations/29-1141.00?state=OH",
    "/plan",
    "/plan?from=nursing+assistant&to=registered+nurse&state=OH",
    "/plan?from=nursing+assistant&to=registered+nurse&state=OH&max_months=3&budget=100",
    "/assess",
    "/assess?questions=adaptive",
    "/match?interests=8,22,6,38,8,20&state=OH",
    "/compare?codes=29-1141.00,29-2061.00&state=OH",
    "/search?q=nurse",
    "/profile",
    "/class",
    "/methods",
    "/accessibility",
    "/nothing-here",
)


def drawn_out(text: str) -> str:
    """The text with each word 40 % longer, what is filled in and elements left as they are."""
    return "".join(
        part + part[-1] * math.ceil(LONGER * len(part)) if part.isalpha() else part
        for part in KEPT.findall(text)
    )


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with everything_said(drawn_out, monkeypatch):
        yield


def answered(route: Route) -> None:
    """The answer of the pages in this process, where their words are changed."""
    address = route.request.url.removeprefix(ORIGIN)
    response = Client().get(address)
    body = b"".join(response) if response.streaming else response.content
    route.fulfill(
        status=response.status_code,
        headers={"Content-Type": response.headers.get("Content-Type", "text/html")},
        body=body,
    )


def test_words_are_drawn_out_and_what_is_filled_in_is_not() -> None:
    assert drawn_out("Pay in %(area)s, {n} <b>jobs</b>") == "Payyy inn %(area)s, {n} <b>jobsss</b>"
    assert len(drawn_out("accommodation")) == math.ceil(1.4 * len("accommodation"))


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [390, 1440])
def test_longer_words_fit(browser: Browser, width: int, direction: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.route("**/*", answered)
    too_wide = {}
    for address in PAGES:
        page.goto(ORIGIN + address)
        page.evaluate("(side) => { document.documentElement.dir = side; }", direction)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            too_wide[address] = wide
    page.close()
    assert too_wide == {}

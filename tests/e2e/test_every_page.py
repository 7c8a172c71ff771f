"""Every page in a browser: no violation axe finds, no overflow, no error, with and without script.

A picture of each page is kept in `artifacts/screens` for people to look at.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage

pytestmark = pytest.mark.slow

PAGES = {
    "home": "/",
    "home-lit": "/?from=cashier&state=OH",
    "home-unclear": "/?from=driver&state=Atlantis",
    "clusters": "/clusters",
    "clusters-2024": "/clusters?framework=2024",
    "cluster": "/clusters/2008-health-science",
    "pathway": "/pathways/2008-therapeutic-services",
    "pathway-filtered": "/pathways/2008-accounting?education=associate&state=TX",
    "occupation": "/occupations/29-1141.00?state=OH",
    "occupation-military": "/occupations/55-1011.00",
    "plan": "/plan?from=nursing+assistant&to=registered+nurse&state=OH",
    "plan-empty": "/plan",
    "plan-next": "/plan?from=cashier",
    "plan-no-way": "/plan?from=nursing+assistant&to=registered+nurse&state=OH&max_months=3",
    "plan-unclear": "/plan?from=nurse&to=accountant",
    "plan-no-job": "/plan?from=no+job&to=registered+nurse&state=OH&goal_pay=60000",
    "plan-problem": "/plan?from=cashier&to=registered+nurse&max_months=9999&months_in_job=x",
    "pathway-problem": "/pathways/2008-accounting?min_pay=99999999",
    "assess": "/assess",
    "assess-adaptive": "/assess?questions=adaptive",
    "assess-again": "/assess?questions=adaptive&R01=4&I01=2&A01=0&at=I01",
    "assess-short": "/assess?questions=short",
    "assess-skills": "/assess?questions=skills",
    "match": "/match?interests=8,22,6,38,8,20&job=cashier&job_months=24&state=OH",
    "match-empty": "/match",
    "compare": "/compare?codes=29-1141.00,29-2061.00,31-1131.00&state=OH",
    "compare-empty": "/compare",
    "search": "/search?q=nurse",
    "search-nothing": "/search?q=xqzw",
    "profile": "/profile",
    "class": "/class",
    "methods": "/methods",
    "accessibility": "/accessibility",
    "trouble": "/occupations/nurse",
}
LOOKS = (
    ("light", 1440, True),
    ("dark", 1440, True),
    ("light", 320, True),
    ("dark", 390, True),
    ("dark", 320, False),
    ("light", 1440, False),
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda one: f"{one[0]}-{one[1]}-{'js' if one[2] else 'nojs'}"
)
@pytest.mark.parametrize("name", PAGES)
def test_page(
    browser: Browser, server: str, screens: Path, name: str, look: tuple[str, int, bool]
) -> None:
    scheme, width, script = look
    height = 900 if width > 500 else 740
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    page = context.new_page()
    errors: list[str] = []

    def noted(message: ConsoleMessage) -> None:
        # A page about what is missing or mistaken has the status 404 or 400, which is reported.
        if message.type == "error" and not any(one in message.text for one in ("400", "404")):
            errors.append(message.text)

    page.on("console", noted)
    page.on("pageerror", lambda error: errors.append(str(error)))
    outside: list[str] = []
    page.on(
        "request",
        lambda r: None if r.url.startswith((server, "data:", "blob:")) else outside.append(r.url),
    )
    try:
        page.goto(server + PAGES[name])
        page.wait_for_load_state("load")
        wide = page.evaluate("document.documentElement.scrollWidth") if script else 0
        tail = "" if script else "-nojs"
        page.screenshot(path=str(screens / f"{name}-{scheme}-{width}{tail}.png"), full_page=True)
        assert errors == []
        assert outside == []
        assert wide <= width
        if script:
            results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
            assert results.response["passes"]
            assert results.violations_count == 0, results.generate_report()
    finally:
        context.close()


def test_axe_without_page_scripts(browser: Browser, server: str) -> None:
    """The HTML as sent, before any script of ours, has no violation either."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    found = {}
    for name, address in PAGES.items():
        page.goto(server + address)
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        if results.violations_count:
            found[name] = results.generate_report()
    context.close()
    assert found == {}


@pytest.mark.parametrize("name", ["home", "plan", "occupation", "pathway", "match", "compare"])
def test_twice_as_large(browser: Browser, server: str, name: str) -> None:
    """At 200 % zoom a window of 1,280 shows what one of 640 would: nothing is cut off."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(server + PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()

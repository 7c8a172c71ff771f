"""Pages after something was done on them: no violation, no jump, text and targets large enough."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLAN = "/plan?from=nursing+assistant&to=registered+nurse&state=OH"
MOST_SHIFT = 0.02
FIRST_ROUTE_WITHIN = 700
LEAST_TARGET = 24
# A whole ladder is drawn a little smaller on a desktop, where "Full size" stands beside it.
LEAST_TEXT = {320: 12.0, 1440: 11.5}

SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})"""
SMALL_TEXT = """(least) => [...document.querySelectorAll("svg text")].flatMap((text) => {
  const { width } = text.getBoundingClientRect();
  const { a, b } = text.getScreenCTM();
  const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
  return width && size < least - 0.05 ? [`${text.textContent.trim()}: ${size.toFixed(1)}`] : [];
})"""
# What stands in a sentence, or is laid over by a larger target, is measured by axe.
SMALL_TARGETS = """(least) => [...document.querySelectorAll("a, button, select, summary")]
  .filter((one) => !one.closest("p, svg, .skip, .link-card") && !one.matches(".skip"))
  .flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width && height < least - 0.5
      ? [`${one.textContent.trim().slice(0, 40)}: ${height.toFixed(1)}`] : [];
  })"""


def suggestions_open(page: Page) -> None:
    page.locator("#from").press_sequentially("nur", delay=20)
    page.get_by_role("option").first.wait_for()


def box_chosen(page: Page) -> None:
    page.locator(".ladder-box svg a[href*='/occupations/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)


def swapped(page: Page) -> None:
    if not page.locator("#study").is_visible():
        page.get_by_text("Change limits").or_(page.get_by_text("Set limits")).first.click()
    with page.expect_response(lambda answer: "/plan" in answer.url and answer.ok):
        page.locator("#study").select_option("part")
    page.wait_for_timeout(300)


def all_open(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def unreadable(page: Page) -> None:
    all_open(page)
    page.locator("#max_months").fill("many")
    page.locator("#max_months").press("Enter")
    page.locator("[data-problems]").first.wait_for()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "suggestions": ("/plan", suggestions_open),
    "box": ("/pathways/2008-therapeutic-services", box_chosen),
    "swap": (PLAN, swapped),
    "details": (PLAN, all_open),
    "why-not": (f"{PLAN}&trace=1", all_open),
    "occupation": ("/occupations/29-1141.00?state=OH", all_open),
    "match": ("/match?interests=8,22,6,38,8,20&job=cashier&job_months=24&state=OH", all_open),
    "problem": (PLAN, unreadable),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("name", STATES)
def test_after_interaction(
    browser: Browser, server: str, name: str, width: int, scheme: str
) -> None:
    address, act = STATES[name]
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 500 else 640},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    try:
        page.goto(server + address)
        page.wait_for_load_state("load")
        assert page.evaluate(SHIFT) <= MOST_SHIFT
        act(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL_TEXT, LEAST_TEXT[width]) == []
        assert page.evaluate(SMALL_TARGETS, LEAST_TARGET) == []
        results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert results.violations_count == 0, results.generate_report()
    finally:
        context.close()


@pytest.mark.parametrize(
    "address", [PLAN, "/plan?from=cashier&goal_pay=38000&no_degree=1&state=OH"]
)
def test_the_first_route_is_on_the_first_screen(
    browser: Browser, server: str, address: str
) -> None:
    """On a phone the time, the price and the pay of one route are seen without a scroll."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(server + address)
    first = page.locator(".option .glance").first.bounding_box()
    context.close()
    assert first is not None
    assert first["y"] + first["height"] <= FIRST_ROUTE_WITHIN

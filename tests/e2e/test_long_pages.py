"""Long pages on a phone: short when folded, and nothing folded away is out of reach."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

NURSE = "/occupations/29-1141.00?state=TX"
# A page in parts stays within six screens of a phone, a list or a plan within eight.
MOST_HEIGHT = {
    NURSE: 5_000,
    "/occupations/47-2111.00?state=OH": 5_000,
    "/occupations/41-2011.00": 5_000,
    "/match?interests=8,22,6,38,8,20&job=cashier&job_months=24&state=OH": 6_500,
    "/plan?from=nursing+assistant&to=registered+nurse&state=OH": 6_500,
    "/plan?from=cashier&goal_pay=38000&no_degree=1&state=OH": 7_000,
    "/pathways/2008-therapeutic-services": 7_000,
    "/clusters": 6_500,
    "/compare?codes=29-1141.00,29-2061.00,31-1131.00&state=OH": 6_500,
    "/class": 3_000,
}


def phone(browser: Browser, *, script: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=script
    )
    return context.new_page()


@pytest.mark.parametrize("address", MOST_HEIGHT)
def test_a_page_is_short_on_a_phone(browser: Browser, server: str, address: str) -> None:
    page = phone(browser)
    page.goto(server + address)
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_HEIGHT[address]
    page.context.close()


def test_the_first_screen_answers_what_is_asked_first(browser: Browser, server: str) -> None:
    """What it is, pay, outlook, the way in, the next step and a plan, without a scroll."""
    page = phone(browser)
    page.goto(server + NURSE)
    main = page.locator("#main")
    for part in (".lede", ".key-figures", ".at-a-glance"):
        box = main.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844, part
    expect(main.locator(".at-a-glance")).to_contain_text("Bachelor's degree")
    page.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_a_part_opens_it(browser: Browser, server: str, script: bool) -> None:
    page = phone(browser, script=script)
    page.goto(f"{server}{NURSE}#skills")
    expect(page.get_by_text("Skills that matter most")).to_be_visible()
    expect(page.get_by_text("Fields of study that lead here")).to_be_hidden()
    page.context.close()


def test_a_touch_on_the_heading_opens_the_part(browser: Browser, server: str) -> None:
    page = phone(browser)
    page.goto(server + NURSE)
    box = page.locator("#study-title").bounding_box()
    assert box is not None
    page.evaluate("top => scrollTo(0, top)", box["y"] - 200)
    page.touchscreen.tap(box["x"] + 40, 200 + box["height"] / 2 + 4)
    expect(page.get_by_text("Fields of study that lead here")).to_be_visible()
    page.context.close()


def test_paper_and_a_desktop_show_every_part(browser: Browser, server: str) -> None:
    parts = 'document.querySelectorAll(".fold > div")'
    shown = f"() => [...{parts}].every((one) => one.offsetHeight && one.checkVisibility())"
    page = phone(browser)
    page.goto(server + NURSE)
    assert not page.evaluate(shown)
    page.emulate_media(media="print")
    page.wait_for_function(shown, timeout=5_000)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function(shown, timeout=5_000)
    assert page.locator(".fold > summary").first.is_hidden()
    page.context.close()

"""The picture of a ladder: boxes chosen, what stands beside it, and what a phone shows first."""

from __future__ import annotations

import pytest
from keyboard import focused
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.slow


def test_start_and_goal_chosen_in_the_picture(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(server + "/pathways/2008-therapeutic-services")
    nurse = page.locator('.ladder-box a[href^="/occupations/31-1131.00"]').first
    nurse.focus()
    assert page.locator(".ladder-box a.is-far").count() > 0
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Set as start").click()
    goal = page.locator('.ladder-box a[href^="/occupations/29-1141.00"]').first
    goal.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Set as goal").click()
    page.get_by_role("button", name="Plan this route").click()
    page.wait_for_url("**/plan?**")
    expect(page.locator("h1")).to_have_text("From nursing assistant to registered nurse")
    context.close()


def test_what_a_box_is_stands_beside_it_and_comes_next(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(server + "/pathways/2008-therapeutic-services")
    box = page.locator('.ladder-box a[href^="/occupations/31-1131.00"]').first
    box.focus()
    page.keyboard.press("Enter")
    told = page.locator("[data-ladder-told]")
    expect(told).to_be_visible()
    assert focused(page) == "Nursing Assistants"
    page.keyboard.press("Tab")
    assert focused(page) == "Set as start"
    here, beside = box.bounding_box(), told.bounding_box()
    assert here
    assert beside
    assert 0 <= beside["x"] - here["x"] - here["width"] <= 30
    # Lines that neither come from it nor lead to it stand back, as the boxes do.
    drawn = page.locator("path[data-ends]").count()
    own = page.locator('path[data-ends*="31-1131.00"]').count()
    assert 0 < own < drawn
    assert page.locator("path[data-ends].is-far").count() == drawn - own
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/occupations/31-1131.00"
    context.close()


def test_on_a_phone_the_ways_come_before_the_picture(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(server + "/pathways/2008-therapeutic-services")
    ways, picture = page.locator("#ways").bounding_box(), page.locator(".ladder-box").bounding_box()
    assert ways
    assert picture
    assert ways["y"] < picture["y"]
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.ladder-box text')].map(
          (t) => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"""
    )
    assert min(sizes) >= 12
    heights = page.evaluate(
        """() => [...document.querySelectorAll('.ladder-box a, .stops a, .crossings a')].map(
          (a) => a.getBoundingClientRect().height)"""
    )
    assert min(heights) >= 24
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_faded_can_still_be_read(browser: Browser, server: str, scheme: str) -> None:
    """The words of boxes that stand back have a contrast of 4.5 : 1 to their box."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(server + "/pathways/2008-accounting?education=associate&state=TX")
    contrast = page.evaluate(
        """() => {
          const light = (color) => {
            const [r, g, b] = color.match(/[0-9.]+/g).map((c) => {
              const s = c / 255;
              return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          return [...document.querySelectorAll('.ladder-box a.is-unfit')].map((link) => {
            const box = link.querySelector('rect:not(.cl-back)');
            const words = link.querySelector('.cl-name');
            const two = [words, box].map((e) => light(getComputedStyle(e).fill));
            return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
          });
        }"""
    )
    assert contrast
    assert min(contrast) >= 4.5
    context.close()

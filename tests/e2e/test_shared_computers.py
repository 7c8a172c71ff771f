"""What a browser keeps of a person, and how it is cleared before the next begins."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.slow


def test_the_next_person_begins_with_a_clear_browser(browser: Browser, server: str) -> None:
    page = browser.new_page()
    page.goto(server + "/occupations/29-1141.00")
    button = page.get_by_role("button", name="Next person")
    expect(button).to_be_hidden()
    page.evaluate("localStorage.setItem('careerlattice.profile', 'job=cashier')")
    page.reload()
    expect(button).to_be_visible()
    button.click()
    page.wait_for_url(server + "/")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.close()


def test_the_place_is_remembered_in_the_browser(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "/occupations/29-1141.00")
    page.select_option("#place-state", "OH")
    expect(page.locator("#pay-title")).to_have_text("Pay in Ohio")
    page.goto(server + "/search?q=accountant")
    page.locator(".hits a").first.click()
    expect(page.locator("#pay-title")).to_have_text("Pay in Ohio")
    page.goto(server + "/profile")
    page.click("[data-forget]")
    expect(page.locator("[data-forgotten]")).to_contain_text("This browser has forgotten you.")
    assert (
        page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('careerlattice')).length")
        == 0
    )
    context.close()

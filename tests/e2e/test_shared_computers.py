"""One computer, many people: what one left is cleared before the next begins."""

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

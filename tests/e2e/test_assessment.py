"""The assessment in a browser: a question at a time, back and forth, with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from test_journeys import WIDTHS, opened

pytestmark = pytest.mark.slow


def test_the_assessment_in_place(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "/assess?questions=adaptive")
    page.evaluate("window.wasHere = true")
    for _ in range(40):
        before = page.locator("legend").inner_text()
        name = page.locator("input[type=radio]").first.get_attribute("name") or ""
        page.check(f"input[name={name}][value='{4 if name.startswith('S') else 0}']")
        page.click("text=Next")
        page.wait_for_function(
            "before => document.querySelector('legend')?.innerText !== before",
            arg=before,
        )
        if page.locator("legend").count() == 0:
            break
    expect(page.locator("#jobs")).to_be_visible()
    page.goto(server + "/profile")
    expect(page.locator("[data-interests-said]")).not_to_have_text("not yet known")
    context.close()


def answer_question(page: Page, value: int) -> str:
    """Answer the question that is asked and go on; its item."""
    item = page.locator("input[type=radio]").first.get_attribute("name") or ""
    page.locator(f"input[name={item}][value='{value}']").check()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(f"input[type=radio][name={item}]")).to_have_count(0)
    return item


@pytest.mark.parametrize("script", [True, False], ids=["js", "nojs"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_step_of_the_assessment_can_be_gone_back_to(
    browser: Browser, server: str, width: int, script: bool
) -> None:
    page = opened(browser, width, script=script)
    page.goto(server + "/assess?questions=adaptive")
    asked = [answer_question(page, value) for value in (4, 0, 3)]
    here = page.url
    expect(page.locator("#asked")).to_contain_text("Question 4")
    page.reload()
    expect(page.locator("#asked")).to_contain_text("Question 4")
    second = page.context.new_page()
    second.goto(here)
    expect(second.locator("#asked")).to_contain_text("Question 4")
    second.close()
    page.go_back()
    expect(page.locator(f"input[type=radio][name={asked[2]}]")).to_have_count(5)
    page.go_forward()
    expect(page.locator("#asked")).to_contain_text("Question 4")
    page.get_by_text("Back to the last question").click()
    expect(page.locator(f"input[type=radio][name={asked[2]}]")).to_have_count(5)
    expect(page.locator("input[type=radio][value='3']")).to_be_checked()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(f"input[type=radio][name={asked[2]}]")).to_have_count(0)
    for _ in range(40):
        expect(page.locator("legend, #jobs").first).to_be_visible()
        if "/match" in page.url:
            break
        name = page.locator("input[type=radio]").first.get_attribute("name") or ""
        answer_question(page, 4 if name.startswith("S") else 0)
    result = page.url
    assert "/match?interests=" in result
    assert "S01" not in result
    page.reload()
    expect(page.locator("#jobs")).to_be_visible()
    page.locator("#jobs ~ .jobs a, .jobs a").first.click()
    page.wait_for_url("**/occupations/**")
    page.go_back()
    expect(page).to_have_url(result)
    expect(page.locator("#jobs")).to_be_visible()
    page.go_back()
    expect(page.locator("legend")).to_be_visible()
    assert "/assess?" in page.url
    page.context.close()


def test_a_question_gone_back_to_shows_its_answer(browser: Browser, server: str) -> None:
    page = opened(browser, 1440)
    page.goto(server + "/assess?questions=adaptive")
    for value in (4, 0, 3):
        answer_question(page, value)
    page.go_back()
    expect(page.locator("input[type=radio][value='3']")).to_be_checked()
    page.go_back()
    expect(page.locator("input[type=radio][value='0']")).to_be_checked()
    page.context.close()


def test_the_questions_can_be_filled_in_on_paper(browser: Browser, server: str) -> None:
    page = opened(browser, 1440)
    page.goto(server + "/assess?questions=short")
    expect(page.get_by_text("Mark one answer in each line.")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("Mark one answer in each line.")).to_be_visible()
    assert page.locator(".question").count() == 30
    expect(page.locator(".question").first).to_be_visible()
    expect(page.locator(".progress")).to_be_hidden()
    page.context.close()

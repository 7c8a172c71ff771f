"""What people do, by keyboard and without script."""

from __future__ import annotations

import io

import pypdf
from playwright.sync_api import Browser, Page, expect


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def tab_to(page: Page, wanted: str, most: int = 80) -> None:
    """Press Tab until the element with this id or text has the focus, which has to be visible."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page) == wanted:
            outline = page.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement);"
                "return s.outlineStyle + s.boxShadow + s.backgroundColor })()"
            )
            assert outline != "nonenonergba(0, 0, 0, 0)"
            return
    raise AssertionError(f"{wanted!r} was not reached by Tab; the focus is on {focused(page)!r}")


def test_home_to_plan_to_pdf_by_keyboard(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(server + "/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    tab_to(page, "from")
    page.keyboard.type("nursing assist")
    expect(page.locator("#from-suggestions [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#from") == "Nursing Assistants"
    tab_to(page, "to")
    page.keyboard.type("registered nurs")
    expect(page.locator("#to-suggestions [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#to") == "Registered Nurses"
    tab_to(page, "plan-state")
    page.keyboard.type("Ohio")
    tab_to(page, "Show my routes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan?**")
    expect(page.locator("h1")).to_have_text("From Nursing Assistants to Registered Nurses")
    assert "state=OH" in page.url
    tab_to(page, "Download as PDF", 200)
    with page.expect_download(timeout=60_000) as waiting:
        page.keyboard.press("Enter")
    data = open(waiting.value.path(), "rb").read()  # noqa: PTH123, SIM115
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) >= 2
    context.close()


def test_limits_plan_again_in_place(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(server + "/plan?from=nursing+assistant&to=registered+nurse&state=OH")
    page.evaluate("window.wasHere = true")
    page.fill("#max_months", "3")
    page.keyboard.press("Tab")
    expect(page.locator("#answer")).to_contain_text("What would open a way")
    assert page.evaluate("window.wasHere") is True
    assert "max_months=3" in page.url
    page.locator("#answer a.button").first.click()
    expect(page.locator("#options")).to_be_visible()
    context.close()


def test_the_place_is_remembered_in_the_browser(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "/occupations/29-1141.00")
    page.select_option("#place-state", "OH")
    expect(page.locator("#pay")).to_have_text("Pay in Ohio")
    page.goto(server + "/search?q=accountant")
    page.locator(".hits a").first.click()
    expect(page.locator("#pay")).to_have_text("Pay in Ohio")
    page.goto(server + "/profile")
    page.click("[data-forget]")
    expect(page.locator("[data-forgotten]")).to_contain_text("Forgotten")
    assert (
        page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('careerlattice')).length")
        == 0
    )
    context.close()


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
    expect(page.locator("h1")).to_have_text("From Nursing Assistants to Registered Nurses")
    context.close()


def test_the_whole_way_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "/")
    page.fill("#from", "nursing assistant")
    page.fill("#to", "registered nurse")
    page.select_option("#plan-state", "OH")
    page.click("text=Show my routes")
    expect(page.locator("h1")).to_have_text("From Nursing Assistants to Registered Nurses")
    page.fill("#max_months", "3")
    page.click("text=Plan again")
    expect(page.locator("#answer")).to_contain_text("What would open a way")
    page.goto(server + "/assess?questions=adaptive")
    for _ in range(40):
        if page.locator("input[type=radio]").count() == 0:
            break
        name = page.locator("input[type=radio]").first.get_attribute("name") or ""
        page.check(f"input[name={name}][value='{4 if name.startswith('S') else 1}']")
        page.click("text=Next")
        if "/match" in page.url:
            break
    expect(page.locator("h1")).to_have_text("What suits you")
    expect(page.locator("#jobs")).to_be_visible()
    context.close()


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


def test_pages_print_without_menus(browser: Browser, server: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "/plan?from=nursing+assistant&to=registered+nurse&state=OH")
    page.emulate_media(media="print")
    for hidden in (".menu", ".head-search", "#plan-form"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("#plan")).to_be_visible()
    context.close()

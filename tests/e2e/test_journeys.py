"""What people do, by keyboard and without script."""

from __future__ import annotations

import io

import pypdf
import pytest
from keyboard import focused, tab_to
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.slow

NURSE = "/plan?from=nursing+assistant&to=registered+nurse&state=OH"
SUITS = "/match?interests=8,22,36,38,8,20&state=OH"
WIDTHS = {360: 740, 1440: 900}


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
    expect(page.locator("h1")).to_have_text("From nursing assistant to registered nurse")
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


@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_lights_up_as_a_job_is_typed(browser: Browser, server: str, width: int) -> None:
    page = opened(browser, width)
    page.goto(server + "/")
    page.evaluate("window.wasHere = true")
    page.locator("#from").press_sequentially("cashier")
    expect(page.locator("#reach h2")).to_contain_text("within reach")
    expect(page.locator("#reach-news")).to_contain_text("on the map")
    assert focused(page) == "from"
    page.keyboard.press("Tab")
    assert page.locator(".lit-lines path").count() == page.locator(".reached li").count() > 2
    page.select_option("#plan-state", "OH")
    expect(page.locator("#reach")).to_contain_text("figures for Ohio")
    page.get_by_label("I'm in school").check()
    expect(page.locator("#reach")).to_contain_text("pay to start")
    assert page.evaluate("window.wasHere") is True
    assert "from=high+school" in page.url
    assert "state=OH" in page.url
    page.locator(".reached a").first.click()
    page.wait_for_url("**/plan?**")
    expect(page.locator("#plan")).to_be_in_viewport()
    page.context.close()


@pytest.mark.parametrize(
    ("address", "asked", "field", "answer", "told"),
    [
        ("/?from=cashier", "**/?*", "#plan-state", "#reach", "figures for Georgia"),
        (NURSE, "**/plan?*", "#plan-state", "#answer", "figures for Georgia"),
        (SUITS, "**/match?*", "#m-state", "#suits", "Pay is for Georgia"),
    ],
)
def test_the_last_thing_asked_is_answered(
    browser: Browser, server: str, address: str, asked: str, field: str, answer: str, told: str
) -> None:
    """Whatever was asked before, and however late the answer to that comes."""
    page = opened(browser, 1440)
    page.goto(server + address)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(asked, hold)
    for state in ("TX", "FL", "GA"):
        page.select_option(field, state)
        page.wait_for_timeout(100)
    for _ in range(3):
        # The newest first.
        for route in reversed(held[:]):
            held.remove(route)
            route.continue_()
            page.wait_for_timeout(1_500)
    page.unroute(asked)
    expect(page.locator(field)).to_have_value("GA")
    expect(page.locator(answer)).to_contain_text(told)
    assert "state=GA" in page.url
    page.context.close()


def test_the_map_answers_without_script(browser: Browser, server: str) -> None:
    page = opened(browser, 360, script=False)
    page.goto(server + "/")
    page.fill("#from", "cashier")
    page.get_by_role("button", name="Show my routes").click()
    expect(page.locator("#reach h2")).to_contain_text("within reach")
    assert page.locator(".reached li").count() > 2
    page.context.close()


def test_three_routes_stand_on_the_first_screen(browser: Browser, server: str) -> None:
    """Under each other on a phone, side by side on a desktop."""
    for width, height in ((390, 844), (1440, 900)):
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(server + NURSE)
        boxes = [one.bounding_box() for one in page.locator(".option").all()]
        assert len(boxes) == 3
        tops = [box["y"] for box in boxes if box]
        if width == 390:
            assert boxes[0]["y"] + boxes[0]["height"] < 700
            assert boxes[2]["y"] + boxes[2]["height"] <= height
        else:
            assert max(tops) - min(tops) < 1
            assert tops[0] < 400
        context.close()


def test_the_first_job_that_suits_is_on_the_first_screen(browser: Browser, server: str) -> None:
    for width, height in ((390, 844), (1440, 900)):
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(server + "/match?interests=8,22,36,38,8,20&state=OH")
        box = page.locator(".job").first.bounding_box()
        assert box
        assert box["y"] + 150 < height
        context.close()


def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(server + NURSE)
    page.evaluate("window.wasHere = true")
    page.fill("#max_months", "soon")
    page.keyboard.press("Tab")
    page.keyboard.type("2000")
    expect(page.locator("#max_months-problem")).to_contain_text("Write a whole number")
    expect(page.locator("#max_months")).to_have_value("soon")
    expect(page.locator("#budget")).to_have_value("2000")
    expect(page.locator("#budget")).to_be_focused()
    expect(page.locator("#options")).to_be_visible()
    assert page.evaluate("window.wasHere") is True
    page.fill("#max_months", "60")
    page.keyboard.press("Tab")
    expect(page.locator(".error-message")).to_have_count(0)
    context.close()


def test_the_whole_way_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "/")
    page.fill("#from", "nursing assistant")
    page.fill("#to", "registered nurse")
    page.select_option("#plan-state", "OH")
    page.click("text=Show my routes")
    expect(page.locator("h1")).to_have_text("From nursing assistant to registered nurse")
    page.fill("#max_months", "3")
    page.click("text=Plan again")
    expect(page.locator("#answer")).to_contain_text("What would open a way")
    page.goto(server + "/assess?questions=adaptive")
    for _ in range(40):
        if page.locator("input[type=radio]").count() == 0:
            break
        name = page.locator("input[type=radio]").first.get_attribute("name") or ""
        page.check(f"input[name={name}][value='{4 if name.startswith('S') else 1}']")
        before = page.url
        page.click("text=Next")
        page.wait_for_url(lambda url, before=before: url != before)
        if "/match" in page.url:
            break
    expect(page.locator("h1")).to_have_text("What suits you")
    expect(page.locator("#jobs")).to_be_visible()
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


@pytest.mark.parametrize(
    ("address", "most"),
    [
        (NURSE, 4),
        ("/plan?from=cashier&to=electrician&state=TX", 4),
        ("/compare?codes=29-1141.00,29-2061.00", 2),
        ("/pathways/2008-therapeutic-services", 9),
    ],
)
def test_pages_take_few_sheets(browser: Browser, server: str, address: str, most: int) -> None:
    page = browser.new_page()
    page.goto(server + address)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    page.close()
    assert len(sheets) <= most
    assert sum(len(sheet.extract_text()) for sheet in sheets) > 2_000


def opened(browser: Browser, width: int, *, script: bool = True) -> Page:
    """A page of a new visitor in a window of this width."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, java_script_enabled=script
    )
    return context.new_page()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_form_beside_an_answer_says_what_the_address_says(
    browser: Browser, server: str, width: int
) -> None:
    page = opened(browser, width)
    page.goto(server + "/")
    page.select_option("#plan-state", "OH")
    page.goto(server + "/")
    expect(page.locator("#plan-state")).to_have_value("OH")
    shared = "/plan?from=cashier&to=bank+teller"
    page.goto(server + shared)
    expect(page.locator("#plan-state")).to_have_value("")
    expect(page.locator(".plan-main .lead").first).to_contain_text("figures for the United States")
    assert "state" not in (page.locator(".options a").first.get_attribute("href") or "")
    page.goto(f"{server}{shared}&state=TX")
    if width == 360:
        page.get_by_text("Change the question").click()
    page.select_option("#plan-state", "FL")
    expect(page.locator(".plan-main .lead").first).to_contain_text("figures for Florida")
    page.go_back()
    expect(page.locator(".plan-main .lead").first).to_contain_text("figures for Texas")
    expect(page.locator("#plan-state")).to_have_value("TX")
    page.go_forward()
    expect(page.locator(".plan-main .lead").first).to_contain_text("figures for Florida")
    expect(page.locator("#plan-state")).to_have_value("FL")
    page.goto(server + "/occupations/29-1141.00?state=OH&area=M18140")
    page.select_option("#place-state", "TX")
    expect(page.locator("#pay-title")).to_have_text("Pay in Texas")
    assert "area" not in page.url
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_what_a_browser_has_kept_is_offered(browser: Browser, server: str, width: int) -> None:
    page = opened(browser, width)
    page.goto(server + "/match")
    expect(page.locator("[data-saved-profile]")).to_be_hidden()
    page.goto(server + "/profile")
    page.fill("#job-1", "cashier")
    page.fill("#job-months-1", "24")
    page.select_option("#p-education", "associate")
    page.get_by_role("button", name="See what suits me").click()
    page.wait_for_url("**/match?**")
    assert page.url.endswith("/match?job=cashier&job_months=24&education=associate")
    page.goto(server + "/match")
    page.get_by_role("link", name="Use what you saved in this browser").click()
    expect(page.locator("#jobs")).to_be_visible()
    for address in ("/", "/plan"):
        page.goto(server + address)
        expect(page.locator("#from")).to_have_value("cashier")
        expect(page.locator("#months_in_job")).to_have_value("24")
        expect(page.locator("#education")).to_have_value("associate")
        expect(page.locator("[data-from-profile]")).to_contain_text(
            "from the profile in your browser"
        )
        page.get_by_role("button", name="Clear").click()
        expect(page.locator("#from")).to_have_value("")
        expect(page.locator("#from")).to_be_focused()
        expect(page.locator("#education")).to_have_value("")
        expect(page.locator("[data-from-profile]")).to_be_hidden()
    page.goto(server + "/plan?from=registered+nurse")
    expect(page.locator("#education")).to_have_value("")
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["js", "nojs"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_mistake_stands_at_its_field(
    browser: Browser, server: str, width: int, script: bool
) -> None:
    page = opened(browser, width, script=script)
    page.goto(server + NURSE)
    if width == 360:
        page.get_by_text("Set limits").click()
    page.fill("#max_months", "9999")
    page.get_by_role("button", name="Plan again").click()
    summary = page.locator(".problems")
    expect(summary).to_contain_text("Most months it may take: write a whole number from 0 to 600")
    if script:
        expect(summary).to_be_focused()
    expect(page.locator("#max_months")).to_have_value("9999")
    expect(page.locator("#from")).to_have_value("nursing assistant")
    expect(page.locator("#plan-state")).to_have_value("OH")
    summary.get_by_role("link").click()
    expect(page.locator("#max_months")).to_be_focused()
    expect(page.locator("#max_months-problem")).to_be_visible()
    page.fill("#max_months", "60")
    page.locator("#plan-form .limits button").click()
    expect(page.locator("#options")).to_be_visible()
    expect(page.locator(".problems")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_new_answer_is_said_in_one_lasting_line(
    browser: Browser, server: str, width: int
) -> None:
    page = opened(browser, width)
    page.goto(server + NURSE)
    page.evaluate("window.line = document.querySelector('#plan-news')")
    if width == 360:
        page.get_by_text("Set limits").click()
    page.fill("#max_months", "3")
    page.keyboard.press("Tab")
    expect(page.locator("#plan-news")).to_contain_text("No route with these limits")
    assert page.evaluate("window.line.isConnected && window.line.ariaLive === 'polite'")
    assert page.evaluate("document.activeElement.id") == "budget"
    if width == 360:
        expect(page.locator("#plan-news a")).to_be_in_viewport()
        page.fill("#max_months", "60")
        page.get_by_role("button", name="Plan again").click()
        expect(page.locator("#options")).to_be_focused()
        expect(page.locator("#options")).to_be_in_viewport()
        expect(page.locator("#plan-news")).to_contain_text("with figures for Ohio")
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["js", "nojs"])
@pytest.mark.parametrize("width", WIDTHS)
def test_starting_without_a_job(browser: Browser, server: str, width: int, script: bool) -> None:
    page = opened(browser, width, script=script)
    page.goto(server + "/")
    box = page.get_by_label("I'm out of work")
    if script:
        page.locator("#from").press_sequentially("unempl")
        option = page.locator("#from-suggestions [role=option]").first
        expect(option).to_have_text("I have no job now")
        option.click()
        expect(box).to_be_checked()
        expect(page.locator("#from")).to_have_value("")
        # What one did before may stand beside it.
        page.locator("#from").press_sequentially("c")
        expect(box).to_be_checked()
        page.fill("#from", "")
    box.check()
    page.fill("#to", "registered nurse")
    page.get_by_role("button", name="Show my routes").click()
    page.wait_for_url("**/plan?**")
    assert "from=no+job" in page.url
    expect(page.locator("h1")).to_have_text("From no job (high school or GED) to registered nurse")
    expect(page.locator("#options")).to_be_visible()
    expect(page.get_by_label("I'm out of work")).to_be_checked()
    page.context.close()


def test_nothing_in_the_head_or_a_form_is_cut_off_on_a_phone(browser: Browser, server: str) -> None:
    """The word in a field and the option chosen fit into what is shown of them."""
    page = opened(browser, 360)
    for address in ("/", "/plan", "/compare?codes=29-1141.00", "/pathways/2008-accounting"):
        page.goto(server + address)
        cut = page.evaluate(
            """() => [...document.querySelectorAll("main select")].filter((select) => {
              if (!select.checkVisibility()) return false;
              const style = getComputedStyle(select);
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = style.font;
              const words = pen.measureText(select.selectedOptions[0].textContent).width;
              const arrow = 20;
              const sides = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
              return words + sides + arrow > select.clientWidth;
            }).map((select) => select.id)"""
        )
        assert cut == [], address
        color = page.evaluate(
            "getComputedStyle(document.querySelector('#head-q'), '::placeholder').color"
        )
        assert color == "rgba(0, 0, 0, 0)"
    page.context.close()

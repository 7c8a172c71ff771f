"""Where the focus is, and how Tab moves it."""

from __future__ import annotations

from playwright.sync_api import Page


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

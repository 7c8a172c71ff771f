"""A real server and a real browser. Skipped where Chromium is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import chromium_is_there, served_pages

SCREENS = Path(__file__).parents[2] / "artifacts" / "screens"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here need the browser."""
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
            if not chromium_is_there():
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of `careerlattice serve` on a free port."""
    with served_pages() as address:
        yield address


@pytest.fixture(scope="session")
def screens() -> Path:
    """Where pictures of pages are kept, outside git."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    return SCREENS

"""The methods page tells the figures of the method papers, not older ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from careerlattice.web.pages.about.validity import MEASURED, Measured

PAPERS = Path(__file__).parents[3] / "docs" / "methods"


@pytest.mark.parametrize("one", MEASURED, ids=lambda one: one.anchor)
def test_the_paper_says_the_same(one: Measured) -> None:
    assert one.as_written in (PAPERS / one.paper).read_text(encoding="utf-8")


def test_the_page_shows_them(client: Client) -> None:
    text = client.get("/methods").content.decode()
    for one in MEASURED:
        assert one.figure in text
        assert f'id="{one.anchor}"' in text


def test_every_source_of_the_release_is_credited(client: Client) -> None:
    from html import unescape

    from careerlattice.web.http.page import all_credits

    text = unescape(client.get("/methods").content.decode())
    for credit in all_credits().values():
        assert credit.credit in text

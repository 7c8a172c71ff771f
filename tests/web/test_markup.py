"""Every page is valid HTML with one heading, landmarks, labels and no inline style or script."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from xml.etree.ElementTree import Element

import pytest
from django.test import Client
from tinyhtml5.parser import HTMLParser

XHTML = "{http://www.w3.org/1999/xhtml}"


def parse(text: str) -> tuple[Element, list[str]]:
    """The tree of a page and what the HTML standard calls parse errors."""
    parser = HTMLParser(namespace_html_elements=False)
    tree = parser.parse(text)
    return tree, [f"{position}: {code} {values}" for position, code, values in parser.errors]


def page(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code in (200, 404)
    tree, errors = parse(response.content.decode())
    assert errors == []
    return tree


def test_the_parser_finds_errors() -> None:
    """The validator itself is no rubber stamp."""
    assert parse("<!doctype html><title>x</title><p><div></p></b>")[1]


def test_markup(client: Client, address: str) -> None:
    check(page(client, address))


def test_markup_of_error_pages(client: Client, trouble: tuple[str, int]) -> None:
    response = client.get(trouble[0])
    assert response.status_code == trouble[1]
    tree, errors = parse(response.content.decode())
    assert errors == []
    check(tree)


def check(tree: Element) -> None:
    every = list(tree.iter())
    tags = Counter(str(e.tag) for e in every)
    assert tags["h1"] == 1
    assert tags["main"] == 1
    assert tags["header"] == 1
    assert tags["footer"] == 1
    assert tree.get("lang")
    assert "".join(tree.find(".//title").itertext()).strip()  # type: ignore[union-attr]
    ids = Counter(e.get("id") for e in every if e.get("id"))
    assert [one for one, n in ids.items() if n > 1] == []
    first_link = next(e for e in every if e.tag == "a")
    assert first_link.get("href") == "#main"
    assert "main" in ids
    for e in every:
        assert e.get("style") is None
        assert not [name for name in e if str(name).startswith("on")]
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            for target in (e.get(name) or "").split():
                assert target in ids, f"{name}={target}"
        if e.tag == "a" and (e.get("href") or "").startswith("#"):
            assert e.get("href", "")[1:] in ids
        if e.tag == "script" and not e.get("src"):
            assert e.get("type") in ("application/ld+json", "application/json")
        if e.tag == "img":
            assert e.get("alt") is not None
    labelled = {e.get("for") for e in every if e.tag == "label"}
    wrapped = {
        id(inner) for e in every if e.tag == "label" for inner in e.iter() if inner.tag == "input"
    }
    for e in every:
        if e.tag in ("input", "select", "textarea") and e.get("type") not in ("hidden", "submit"):
            assert e.get("id") in labelled or id(e) in wrapped, e.attrib
        if e.tag == "button":
            assert "".join(e.itertext()).strip() or e.get("aria-label")
    levels = [int(str(e.tag)[1]) for e in every if re.fullmatch(r"h[1-6]", str(e.tag))]
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1, f"heading h{after} after h{before}"


@pytest.mark.parametrize("address_", ["/occupations/29-1141.00?state=OH", "/clusters"])
def test_tables_have_captions_or_heads(client: Client, address_: str) -> None:
    for table in page(client, address_).iter("table"):
        assert table.find("caption") is not None or table.find("thead") is not None
        assert any(th.get("scope") for th in table.iter("th"))

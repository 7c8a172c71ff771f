"""No word for people is hard-coded: with a pseudo-language every sentence comes out marked.

Every message that goes through gettext is put between ⟦ and ⟧, the pages' and the library's alike.
What is left outside must be data: a string of the page's own values (titles, notes of publishers,
words of the content room), a title of one of them as it is said of one person, a figure or a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from django.test import Client
from spoken import everything_said
from tinyhtml5.parser import HTMLParser

from careerlattice.vocab.titles import singular_title
from careerlattice.web.templatetags.plans import host_of

LETTERS = re.compile(r"[A-Za-z]{2,}")
NOT_WORDS = frozenset(("Careerlattice", "JSON", "kB", "O*NET"))


def mark(text: str) -> str:
    return f"⟦{text}⟧" if text else text


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with everything_said(mark, monkeypatch):
        yield


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def titles(value: Any) -> Iterator[str]:
    """The titles of the occupations a page tells of."""
    if isinstance(value, dict):
        if isinstance(value.get("title"), str) and {"code", "onet_soc_code"} & set(value):
            yield value["title"]
        for one in value.values():
            yield from titles(one)
    elif isinstance(value, list):
        for one in value:
            yield from titles(one)


def texts(tree: Element) -> Iterator[str]:
    """What a person may read: text between tags and in attributes that are read aloud."""

    attributes: list[str] = []

    def walk(e: Element) -> Iterator[str]:
        if e.tag in ("script", "style", "code") or e.get("translate") == "no":
            return
        if "cl-ladder" in (e.get("class") or ""):
            return  # The drawing's words are the draw room's.
        for name in ("aria-label", "placeholder", "title", "alt"):
            if e.get(name):
                attributes.append(without_marked(e.get(name, "")))
        if e.text:
            yield e.text
        for child in e:
            yield from walk(child)
            if child.tail:
                yield child.tail

    # A message may hold elements, so that marks open in one piece of text and close in another.
    yield from without_marked("\n".join(walk(tree))).split("\n")
    yield from attributes


def without_marked(text: str) -> str:
    """The text without what stands between marks, which may stand inside each other."""
    kept, depth = [], 0
    for letter in text:
        depth += letter == "⟦"
        if not depth:
            kept.append(letter)
        depth -= letter == "⟧"
    return "".join(kept)


@pytest.mark.slow
@pytest.mark.usefixtures("pseudo")
def test_no_word_is_hard_coded(client: Client, address: str) -> None:
    path, _mark, query = address.partition("?")
    json_response = client.get(("/index" if path == "/" else path) + ".json?" + query).json()
    known = {one.strip() for one in strings(json_response) if LETTERS.search(one)}
    known |= {singular_title(title) for title in titles(json_response)}
    known |= {one[:1].upper() + one[1:] for one in known}
    known |= {one.replace("_", " ").capitalize() for one in known}
    known |= {piece.strip() for one in known for piece in without_marked(one).split("; ")}
    known |= {host_of(one) for one in known if one.startswith("https://")}
    tree = HTMLParser(namespace_html_elements=False).parse(client.get(address).content.decode())
    from careerlattice.vocab.levels import EducationLevel
    from careerlattice.vocab.states import STATES

    labels = {level.label for level in EducationLevel} | {state.name for state in STATES}
    labels |= {label[:1].upper() + label[1:] for label in labels}
    choices = {"".join(e.itertext()).strip() for e in tree.iter("option")}
    groups = {e.get("label", "") for e in tree.iter("optgroup")}
    loose = set()
    for left in texts(tree):
        for word in sorted(known | labels | choices | groups, key=len, reverse=True):
            if len(left) < 2:
                break
            left = left.replace(word, "")
        for word in NOT_WORDS:
            left = left.replace(word, "")
        if LETTERS.search(left):
            loose.add(left.strip())
    assert loose == set()


@pytest.mark.usefixtures("pseudo")
def test_error_pages_too(client: Client) -> None:
    text = client.get("/nothing-here").content.decode()
    assert "⟦There is no page at this address⟧" in text


@pytest.mark.usefixtures("pseudo")
def test_the_test_would_notice() -> None:
    assert without_marked("⟦Pay⟧ here ⟦in ⟦Ohio⟧⟧").strip() == "here"

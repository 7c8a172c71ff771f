"""Words that stand in no dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from devtools.content_check.texts import Problem, Text

_LETTERS = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def read_allowed(path: Path) -> list[str]:
    """The right words that the dictionary does not know, one a line, in small letters."""
    return path.read_text(encoding="utf-8").split()


def check_spelling(texts: Iterable[Text], allowed: list[str]) -> Iterator[Problem]:
    """Words unknown to the English dictionary of pyspellchecker and to `allowed`.

    Needs pyspellchecker; its absence raises `ModuleNotFoundError`. The dictionary is inside the
    package: nothing is fetched.
    """
    from spellchecker import SpellChecker

    if allowed != sorted(set(allowed)):
        yield Problem("spelling_allowed.txt", "", "order", "must be sorted, each word once")
    dictionary = SpellChecker(language="en", distance=1)
    known = set(allowed)
    seen: dict[str, bool] = {}
    for item in texts:
        for written in _LETTERS.findall(item.text):
            word = _plain(written)
            if len(word) < 3 or word in known:
                continue
            if word not in seen:
                seen[word] = not dictionary.unknown([word])
            if not seen[word]:
                yield Problem(item.file, item.key, "spelling", f"{written!r} in {item.field}")


def _plain(written: str) -> str:
    word = written.lower().replace("’", "'")
    for ending in ("'s", "s'"):
        word = word.removesuffix(ending)
    return word.rstrip("'")

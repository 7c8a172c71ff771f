"""Employers and places of work in a title: Walmart cashier, Wendy's crew, nurse at Kaiser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from careerlattice.catalog.names.keys import key
from careerlattice.content.names.lists import rows_of, wordings, words_in, words_of

_BREAK = re.compile(r"\s+[-–—|@]+\s+|\s*[,(]\s*")
_LINKS = frozenset(("at", "for", "with", "in", "on", "of", "a", "an", "the", "local"))


@dataclass(frozen=True, slots=True)
class Employed:
    """The job in a title that names an employer, and the work most people do there.

    `job` is empty where the title says no more than that somebody works there. `codes` are SOC
    codes, the commonest first; `is_one` says that the first is meant where nothing else is said.
    """

    job: str
    codes: tuple[str, ...]
    is_one: bool


@lru_cache(maxsize=1)
def _employers() -> dict[str, tuple[tuple[str, ...], bool]]:
    return {
        key(name): (tuple(row["codes"].split()), row["means"] == "one")
        for row in rows_of("employers")
        for name in wordings(row["words"])
    }


@lru_cache(maxsize=1)
def _staff() -> frozenset[str]:
    return frozenset(key(word) for word in words_of("staff_words"))


def employed(text: str) -> Employed | None:
    """The employer that a title begins or ends with, and the job there; None for no employer.

    >>> employed("Walmart cashier").job, employed("cook at McDonald's").job
    ('cashier', 'cook')
    >>> employed("cashier") is None
    True
    """
    words = key(text).split()
    found = _named(text, words)
    for size in (1, 2) if found is None else ():
        # Which of its houses: a forklift driver at the Walmart DC is at Walmart.
        if len(words) > size and " ".join(words[-size:]) in words_in("title_words", "house"):
            return _named(text, words[:-size])
    return found


def _named(text: str, words: list[str]) -> Employed | None:
    known = _employers()
    for size in range(min(len(words), 4), 0, -1):
        first = known.get(" ".join(words[:size]))
        if first is not None:
            return _at(words[size:], first)
        last = known.get(" ".join(words[-size:]))
        # Without a link the last words name a kind of work too: West Coast.
        if last is not None and (words[-size - 1] in _LINKS or _set_apart(text, size)):
            return _at(words[:-size], last)
    return None


def _set_apart(text: str, size: int) -> bool:
    """Whether the last `size` words stand behind a dash, a comma or in brackets."""
    parts = _BREAK.split(text.strip().rstrip(")"))
    return len(parts) > 1 and len(key(parts[-1]).split()) == size


def _at(words: list[str], found: tuple[tuple[str, ...], bool]) -> Employed:
    while words and words[-1] in _LINKS:
        words = words[:-1]
    while words and words[0] in _LINKS:
        words = words[1:]
    job = " ".join(words)
    return Employed("" if job in _staff() else job, *found)

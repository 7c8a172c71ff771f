"""The same job said otherwise: in short forms, as a sentence, as what somebody does.

Each function gives wordings to look up next, the likeliest first; whether one of them names an
occupation is decided where titles are known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from careerlattice.content.names.lists import pairs_of, rows_of, wordings, words_in

MOST_SPELLINGS = 24
ALONE = "*"
"""In the list of doings: the words before are looked up by themselves (security guy)."""
_PLACED = re.compile(r"\s+(?:at|for|in|with|from|on|to)\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _meanings() -> dict[str, tuple[str, ...]]:
    """What each short form may stand for, its commonest meaning first."""
    found: dict[str, tuple[str, ...]] = {
        short: (words,) for short, words in pairs_of("short_forms").items()
    }
    for short, words in pairs_of("shorthand").items():
        found[short] = tuple(dict.fromkeys((*wordings(words), *found.get(short, ()))))
    return found


@lru_cache(maxsize=3)
def _workers(place: str) -> dict[str, tuple[str, ...]]:
    """Who is meant by a word `first`, `last` or `alone`: what is driven is driven by a driver."""
    return {
        word: tuple(wordings(row["workers"]))
        for row in rows_of("doings")
        if place in row["place"].split(" or ")
        for word in wordings(row["words"])
    }


def spelled_out(spelled: str) -> list[str]:
    """A key of several words with its short forms written out in each way they may be meant.

    >>> spelled_out("sw eng")[0], spelled_out("cook")
    ('software engineer', [])
    """
    words = spelled.split()
    meanings = _meanings()
    if len(words) < 2 or not any(word in meanings for word in words):
        return []
    ways = product(*(meanings.get(word, (word,)) for word in words))
    return [" ".join(way) for way in islice(ways, MOST_SPELLINGS)]


def head_of(text: str) -> str:
    """What stands before the place or the people worked for: `cashier` of `cashier at Target`.

    Nothing where no such words follow.
    """
    head, *rest = _PLACED.split(text, maxsplit=1)
    return head.strip() if rest else ""


def as_worker(spelled: str) -> list[str]:
    """A key that says what somebody does as the worker who does it.

    >>> as_worker("drive school bus"), as_worker("pinball repair")[0]
    (['school bus driver'], 'pinball repairer')
    """
    first, _, rest = spelled.partition(" ")
    doing = _workers("first").get(first, ()) if rest else ()
    before, _, last = spelled.rpartition(" ")
    ending = _workers("last").get(last, ()) if before else ()
    of_rest = [f"{rest} {worker}" for worker in doing]
    of_start = [before if worker == ALONE else f"{before} {worker}" for worker in ending]
    return of_rest + of_start


def doers(spelled: str) -> list[str]:
    """Who does what the first verb of a key says, where the verb alone tells it (stocking)."""
    words = spelled.split()
    if len(words) > 1 and words[-1] in words_in("title_words", "vague head"):
        return []  # A title that ends in a worker names what is done to the thing: watch repairer.
    return list(_workers("alone").get(words[0], ())) if words else []

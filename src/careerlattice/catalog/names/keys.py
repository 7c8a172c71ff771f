"""How wordings are compared: lower-case words without accents, dots, plurals or apostrophes."""

from __future__ import annotations

import re

from careerlattice.catalog.search import plain, singular
from careerlattice.content.names.lists import pairs_of

_WORD = re.compile(r"[a-z0-9+#]+")
_DOTTED = re.compile(r"(?<![a-z0-9])(?:[a-z]\.)+[a-z](?![a-z])\.?")
_SLASHED = re.compile(r"\b([a-z])\s?/\s?([a-z])\b")
_LEADING = frozenset(("a", "an", "the", "my"))
MOST_CHARACTERS = 160


def key(text: str) -> str:
    """The wording to compare `text` by.

    >>> key("The Nurse's Aides"), key("R.N."), key("A/R Clerk")
    ('nurse aide', 'rn', 'ar clerk')
    """
    folded = plain(text[:MOST_CHARACTERS].replace("\u2019s", "").replace("'s", ""))
    if "." in folded:
        folded = _DOTTED.sub(lambda match: match.group().replace(".", ""), folded)
    if "/" in folded:
        folded = _SLASHED.sub(r"\1\2", folded)
    if "&" in folded:
        folded = folded.replace("&", " and ")
    words = _WORD.findall(folded)
    if len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(singular(word) for word in words)


def written_out(wording: str) -> str:
    """A key with short forms of words written out: `vet tech` gives `vet technician`."""
    forms = pairs_of("short_forms")
    return " ".join(forms.get(word, word) for word in wording.split())

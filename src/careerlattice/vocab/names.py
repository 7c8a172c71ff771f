"""How names are compared: without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower-case ASCII words with single spaces: `Café & Bar-Staff` gives `cafe and bar staff`."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = spread.encode("ascii", "ignore").decode("ascii")
    return _NOT_WORD.sub(" ", plain.lower().replace("&", " and ")).strip()


def slug(text: str) -> str:
    """A name as part of an address: `Health Science` gives `health-science`."""
    return fold(text).replace(" ", "-")

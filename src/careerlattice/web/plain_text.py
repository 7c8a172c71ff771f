"""Messages of the library, read on a page: without the parts that speak of the command line."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z'\"“])")
_COMMAND = re.compile(r"(?:^|[\s(])--[a-z]|'careerlattice\b|\bcareerlattice [a-z]")


def for_pages(text: str) -> str:
    """The text without sentences that name commands or options.

    >>> for_pages("A certificate is assumed. Say otherwise with --education.")
    'A certificate is assumed.'
    """
    kept = [part for part in _SENTENCE.split(text) if not _COMMAND.search(part)]
    return " ".join(kept) or re.sub(r"\s*\(--[a-z-]+\)", "", text)

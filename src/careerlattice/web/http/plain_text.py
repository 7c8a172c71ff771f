"""Messages of the library, read on a page: without the parts that speak of the command line.

Every message that may name a command or an option comes through here, so that this module can go
when no message does any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from careerlattice.errors import CareerlatticeError
from careerlattice.wording.understood import what_text

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z'\"“])")
_COMMAND = re.compile(r"(?:^|[\s(])--[a-z]|'careerlattice\b|\bcareerlattice [a-z]")


def error_text(error: CareerlatticeError) -> str:
    """What an error says, without the nearest names, which a page shows as links."""
    return _plain(what_text(error))


def page_texts(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without sentences that name commands or options.

    >>> page_texts(["A certificate is assumed. Say otherwise with --education."])
    ('A certificate is assumed.',)
    """
    return tuple(_plain(text) for text in texts)


def _plain(text: str) -> str:
    kept = [part for part in _SENTENCE.split(text) if not _COMMAND.search(part)]
    return " ".join(kept) or re.sub(r"\s*\(--[a-z-]+\)", "", text)

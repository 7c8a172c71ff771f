"""Readings of a job ad's title: what it says first, without pay, place, shift or grade.

The title as typed always comes first. Words are only left out where they are remarks: in
brackets, after a dash or a comma, or at either end.
"""

from __future__ import annotations

import re

from careerlattice.catalog.names.keys import key
from careerlattice.catalog.names.noise import without_noise
from careerlattice.content.names.lists import words_in

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BREAK = re.compile(r"\s+[-–—|@:+]+\s+|\s*[|;•]\s*|,\s+|\s*[–—]\s*|-\s+|:\s+|\s+/\s+|\s\$")


def variants(text: str) -> list[str]:
    """Readings of a title, the most literal first."""
    found = [text]
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    inside = [part.strip() for part in _BRACKETS.findall(text) if len(part.strip()) > 1]
    found.append(outside)
    said = without_noise(outside)
    parts = [part.strip() for part in _BREAK.split(said) if part and part.strip()]
    found += parts if len(parts) == 1 else []
    if len(parts) > 1:
        turned = [f"{parts[1]} {parts[0]}"] if len(parts) == 2 and "," in outside else []
        # "Teacher, Elementary" is turned first; "Software Engineer, Payments" says enough.
        found += [parts[0], *turned] if " " in parts[0] else [*turned, parts[0]]
    elif inside and " " not in outside:
        found += [f"{inside[0]} {outside}"]
    head = parts[0] if parts else outside
    # Words whose loss would change the occupation go only when nothing else was understood.
    found += [_trimmed(head, words_in("title_words", "telling")), _trimmed(head, frozenset())]
    if len(parts) > 1:
        found += [f"{parts[1]} {parts[0]}", f"{parts[1]} {_trimmed(head, frozenset())}"]
    found += [part for part in (*parts[1:2], *inside) if not _is_remark(part)]
    return [variant for variant in dict.fromkeys(found) if variant]


def _is_remark(part: str) -> bool:
    """Whether words set apart say when or how one works, not what one does: (PT), - Seasonal."""
    said = key(without_noise(part)).split()
    return words_in("title_words", "after").issuperset(said)


def _trimmed(text: str, kept: frozenset[str]) -> str:
    words = key(text).split()
    before = words_in("title_words", "before") - kept
    after = words_in("title_words", "after") - kept
    while len(words) > 1 and words[-1] in after:
        words.pop()
    while len(words) > 1 and (words[0] in before or words[0].isdigit()):
        words.pop(0)
    return " ".join(words)

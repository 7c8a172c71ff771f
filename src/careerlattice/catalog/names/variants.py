"""Readings of a job ad's title: what it says first, without pay, place, shift or grade.

The title as typed always comes first. Words are only left out where they are remarks: in
brackets, after a dash or a comma, or at either end.
"""

from __future__ import annotations

import re

from careerlattice.catalog.names.keys import key

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BREAK = re.compile(r"\s+[-–—|@:+]+\s+|\s*[|;•]\s*|,\s+|\s*[–—]\s*|-\s+|:\s+|\s+/\s+|\s\$")
_BEFORE = frozenset(
    "sr senior jr junior lead staff principal chief head entry level experienced certified licensed"
    " registered local regional national travel traveling part full time retired former ex now"
    " hiring urgent needed urgently immediate bilingual overnight night day evening weekend"
    " seasonal temporary temp remote hybrid onsite general skilled professional self employed"
    " freelance independent working assistant associate deputy interim acting apprentice trainee"
    " journeyman journey master pt ft prn 1st 2nd 3rd first second third shift new grad current"
    " currently i am as work worked".split()
)
_AFTER = frozenset(
    "i ii iii iv v vi 1 2 3 4 5 pt ft part full time night day evening weekend overnight shift 1st"
    " 2nd 3rd first second third prn per diem remote hybrid onsite wfh temp temporary seasonal"
    " needed wanted position job opportunity opening career hiring now intern internship apprentice"
    " trainee level entry senior sr junior jr only contract permanent casual am pm immediate start"
    " bilingual spanish required certified cert".split()
)
# Words whose loss would change the occupation are left out only when nothing else was understood.
_TELLING = frozenset(
    "registered licensed assistant associate general chief head apprentice staff master lead"
    " journeyman travel trainee intern principal".split()
)


def variants(text: str) -> list[str]:
    """Readings of a title, the most literal first."""
    found = [text]
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    inside = [part.strip() for part in _BRACKETS.findall(text) if len(part.strip()) > 1]
    found.append(outside)
    parts = [part.strip() for part in _BREAK.split(outside) if part and part.strip()]
    if len(parts) > 1:
        if len(parts) == 2 and "," in outside:
            found.append(f"{parts[1]} {parts[0]}")
        found.append(parts[0])
    head = parts[0] if parts else outside
    found += [_trimmed(head, _TELLING), _trimmed(head, frozenset())]
    if len(parts) > 1:
        found += [f"{parts[1]} {parts[0]}", parts[1]]
    found += inside
    return [variant for variant in dict.fromkeys(found) if variant]


def _trimmed(text: str, kept: frozenset[str]) -> str:
    words = key(text).split()
    while len(words) > 1 and words[-1] in _AFTER - kept:
        words.pop()
    while len(words) > 1 and words[0] in _BEFORE - kept:
        words.pop(0)
    return " ".join(words)

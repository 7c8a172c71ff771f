"""Job titles as people and employers write them, brought to the words an index can compare.

``title_words`` turns one messy title into a list of folded words: noise about pay, shift, place,
requisition and grade goes, abbreviations are written out, plurals and gendered endings folded,
common Spanish titles put into English. The word lists are this project's own, in `content/names`
and :mod:`careerlattice.match.titles.lists`; military codes are read before (`catalog/names`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from careerlattice.catalog.names.noise import without_remarks
from careerlattice.match.titles.lists import (
    ABBREVIATIONS,
    GRADES,
    IRREGULAR,
    NAICS_SECTORS,
    SPANISH_HEADS,
    SPANISH_PHRASES,
    SPANISH_WORDS,
    STATES,
    STOP_WORDS,
)

MAX_CHARACTERS = 300
"""Longer texts are cut here: no job title is longer, and the time per title stays bounded."""

_WORD = re.compile(r"[a-z0-9][a-z0-9+#]*(?:'[a-z]+)?")
_BRACKETED = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_AMPERSAND = re.compile(r"\s*&\s*")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b\.?")
_PLACE = re.compile(
    r"(?:\s[-–—|@]\s*|,\s*|\s+in\s+|\s+at\s+)(?:[a-z.' ]{2,30},\s*)?(?:" + STATES + r")"
    r"(?:\s+\d{5})?(?:\s*,?\s*(?:usa?|united states))?\s*$"
)
_EXCEPTED = re.compile(r"(?<=\w)[, ]+except\b.*")
_MAY_BE_PLACE = re.compile(r"[-–—|@,]|\b(?:in|at)\b")
_ONLY_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?$")


def plain_text(text: object) -> str:
    """``text`` in lower-case ASCII letters, controls as blanks, at most 300 characters.

    ``None`` and other non-strings give ``""``; scripts without Latin letters keep nothing.
    """
    if not isinstance(text, str):
        return ""
    if text.isascii() and text.isprintable():
        return text[:MAX_CHARACTERS].lower()
    folded = unicodedata.normalize("NFKD", text[:MAX_CHARACTERS]).replace("’", "'")
    kept = [c if c.isprintable() else " " for c in folded if not unicodedata.combining(c)]
    return "".join(c if ord(c) < 128 or c in "–—" else " " for c in kept).lower()


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One lower-case word without plural, possessive or gendered ending.

    >>> [fold_word(w) for w in ("nurses", "secretaries", "salesmen", "waitress", "gas")]
    ['nurse', 'secretary', 'salesperson', 'waiter', 'gas']
    """
    word = word.removesuffix("'s").replace("'", "")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 3:
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "ches", "shes", "xes", "zes")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    if len(word) > 5:
        for ending in ("women", "woman", "men", "man"):
            if word.endswith(ending):
                return word[: -len(ending)] + "person"
    return IRREGULAR.get(word, word)


def strip_noise(text: str) -> str:
    """Plain text without pay, shift, contract, requisition, exceptions and trailing place."""
    if "except" in text:
        text = _EXCEPTED.sub("", text)
    text = without_remarks(text)
    stripped = _PLACE.sub(" ", text) if _MAY_BE_PLACE.search(text) else text
    return stripped if _WORD.search(stripped) else text


def title_forms(title: object) -> tuple[str, ...]:
    """The readings of a published title: as written outside and, if it is a title, inside brackets.

    >>> title_forms("RN Educator (Registered Nurse Educator)")
    ('rn educator', 'registered nurse educator')
    """
    text = plain_text(title)
    inside = [m.strip() for m in _BRACKETED.findall(text) if m.strip()]
    outside = " ".join(_BRACKETED.sub(" ", text).split())
    forms = [form for form in (outside, *inside) if _WORD.search(form)]
    return tuple(dict.fromkeys(forms))


def _reorder(text: str) -> str:
    """``"laborer, landscape"`` as ``"landscape laborer"``: index order turned back."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(parts) and len(parts[0].split()) <= 2:
        head = parts[0].split()[-1]
        if not re.search(r"\b(?:and|or)\b", parts[1]) and _AGENT.search(head):
            return f"{parts[1]} {parts[0]}"
    return text


_AGENT = re.compile(
    r"(?:er|or|ist|ian|ant|ent|man|ic|eer|hand|cook|clerk|aide|chef|nurse|smith)s?$"
)


def title_words(title: object, abbreviations: Mapping[str, str] | None = None) -> list[str]:
    """The folded words of one title, in reading order, noise gone and abbreviations written out.

    ``abbreviations`` adds to the built-in list (see :func:`learn_abbreviations`). Nothing readable
    gives ``[]``; a title that is all noise keeps its words.

    >>> title_words("Sr. Acct Mgr II - $60k/yr, Full Time (Req #10233) - Dallas, TX")
    ['account', 'manager']
    >>> title_words("LABORER, LANDSCAPE")
    ['landscape', 'laborer']
    """
    text = plain_text(title)
    if not text.strip():
        return []
    forms = title_forms(text)
    cleaned = _reorder(strip_noise(forms[0]) if forms else text)
    words = _expand(cleaned, abbreviations or {})
    if not words and len(forms) > 1:
        words = _expand(strip_noise(forms[1]), abbreviations or {})
    return words or [fold_word(w) for w in _WORD.findall(text)][:12]


def restated_words(title: object, abbreviations: Mapping[str, str] | None = None) -> list[str]:
    """The folded words of a title in brackets that says again what stands outside of them; or none.

    It does when both end in the same word, or one is the initials of the other.

    >>> restated_words("Haz Tech (Hazardous Materials Technician)")
    ['hazardous', 'material', 'technician']
    >>> restated_words("Cashier (Full Time)"), restated_words("Teacher (Infants)")
    ([], [])
    """
    text = plain_text(title)
    if "(" not in text:
        return []
    forms = title_forms(text)
    if len(forms) < 2:
        return []
    learned = abbreviations or {}
    outside, inside = (_expand(strip_noise(form), learned) for form in forms[:2])
    raw = [[w for w in _WORD.findall(form) if w not in STOP_WORDS] for form in forms[:2]]
    short, long = sorted(raw, key=len)
    initials = "".join(word[0] for word in long)
    is_short_form = len(short) == 1 and len(long) > 1 and short[0] == initials
    if not is_short_form and outside[-1:] != inside[-1:]:
        return []
    return inside if inside != outside else []


def _expand(text: str, learned: Mapping[str, str]) -> list[str]:
    text = _DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    text = _AMPERSAND.sub(" and ", text)
    raw = _WORD.findall(_spanish(text))
    words: list[str] = []
    for word in raw:
        civilian = ABBREVIATIONS.get(word) or learned.get(word)
        if civilian is not None:
            words.extend(fold_word(w) for w in civilian.split())
        elif word not in STOP_WORDS:
            words.append(fold_word(word))
    kept = [w for w in words if w not in GRADES and not _ONLY_NUMBER.match(w)]
    return [w for i, w in enumerate(kept or words) if w not in (kept or words)[:i]]


def _spanish(text: str) -> str:
    """Common Spanish titles in English, when the text carries a Spanish job word."""
    words = text.split()
    if not any(w.strip(".,/-") in SPANISH_HEADS for w in words):
        return text
    for phrase, english in SPANISH_PHRASES.items():
        text = re.sub(rf"\b{phrase}\b", english, text)
    return " ".join(SPANISH_WORDS.get(w.strip(".,/-"), w) for w in text.split())


def learn_abbreviations(titles: Iterable[str], *, least: int = 2) -> dict[str, str]:
    """Abbreviations spelled out in the titles themselves: ``"LPN (Licensed Practical Nurse)"``.

    The two readings of a bracketed title are stripped of what they share at both ends; what is left
    on one side must be the initials of the other. Expansions seen fewer than ``least`` times, and
    abbreviations whose commonest expansion covers less than 60 % of their uses, are not learned.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for title in titles:
        if "(" not in title:
            continue
        forms = title_forms(title)
        if len(forms) != 2:
            continue
        left, right = (_WORD.findall(form) for form in forms)
        while left and right and left[-1] == right[-1]:
            left, right = left[:-1], right[:-1]
        while left and right and left[0] == right[0]:
            left, right = left[1:], right[1:]
        short, long = (left, right) if len(left) < len(right) else (right, left)
        long = [w for w in long if w not in STOP_WORDS]
        if len(short) == 1 and len(long) > 1 and short[0] == "".join(w[0] for w in long):
            seen[short[0]][" ".join(long)] += 1
    learned = {}
    for short_form, expansions in seen.items():
        expansion, count = min(expansions.items(), key=lambda item: (-item[1], item[0]))
        if count >= least and count >= 0.6 * sum(expansions.values()):
            learned[short_form] = expansion
    return learned


def industry_words(industry: object) -> tuple[str, ...]:
    """Folded words of an industry's name, or of the sector of a NAICS code (``"72"``, ``561730``).

    >>> industry_words("722511")
    ('restaurant', 'hotel', 'food')
    """
    text = plain_text(str(industry) if isinstance(industry, int) else industry).strip()
    if text.isdigit():
        text = NAICS_SECTORS.get(text[:3]) or NAICS_SECTORS.get(text[:2], "")
    return tuple(title_words(text))


def place_stripped(text: str, state: str) -> str:
    """``text`` without the name or the free-standing upper-case postal code of ``state``."""
    state = state.strip()
    if not state:
        return text
    if len(state) == 2:
        return re.sub(rf"[,\s(-]+{re.escape(state.upper())}\b(?:\s+\d{{5}})?", " ", text)
    return re.sub(rf"\b{re.escape(state)}\b", " ", text, flags=re.IGNORECASE)

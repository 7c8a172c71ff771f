"""From any wording of a field of study to the program it means (CIP 2020).

A general word means the general program; a word of several fields is a question, never a guess, as
a guess could open an occupation that takes a license.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.names.keys import key
from careerlattice.catalog.names.title_reader import MOST_CHOICES
from careerlattice.catalog.parameters import NAME_NEARNESS
from careerlattice.content.names.lists import pairs_of, rows_of, wordings
from careerlattice.errors import Ambiguous, BadCode, NotFound
from careerlattice.vocab.codes import CipCode

SIX_DIGITS = len("51.3801")
_DEGREE = re.compile(
    r"^(?:(?:an?|my|the)\s)?(?:(?:bachelor|master|associate|doctor|bs|ba|bsc|ms|ma|msc|aa|aas|phd|"
    r"b\.s\.|b\.a\.|m\.s\.|m\.a\.|a\.s\.|a\.a\.|ph\.d\.)(?:'?s)?(?:\s+degree)?"
    r"(?:\s+of\s+(?:applied\s+)?(?:science|arts|fine arts|applied science))?|degree|diploma|"
    r"certificate|certification|major|minor|major(?:ed)?|studied|studies|training|courses?)"
    r"\s+(?:in|of)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:degree|program|programme|major|diploma|certificate|certification|training|course|"
    r"courses|studies program|school)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_SMALL = frozenset(["and", "of", "in", "the", "for", "a", "an", "to", "general", "other"])


@dataclass(frozen=True, slots=True)
class FieldReading:
    """A field of study as it was read: its code, its title, and all six-digit programs in it.

    `is_by_code` says that a code was typed, which needs no echo.
    """

    cip_code: CipCode
    title: str
    programs: frozenset[str]
    is_by_code: bool

    @property
    def echo(self) -> str:
        """How the field was understood: `field taken as Nursing (51.38)`."""
        return f"field taken as {self.title} ({self.cip_code})"


def resolve_field(catalog: Catalog, text: str, *, place: str = "") -> FieldReading:
    """The field of study meant by a CIP code or any wording of it.

    Raises `Ambiguous` where several fields are meant, `NotFound` with near names where none is;
    `place` names the part of the question it stands in.
    """
    names = catalog.keep(_FieldNames)
    try:
        code: CipCode | None = CipCode.parse(text.strip().removeprefix("CIP").strip())
    except BadCode:
        code = None
    if code is not None:
        if not names.programs_of(code):
            hint = "Give a CIP code such as 51.38."
            raise NotFound("program of study", text, hint=hint, field=place)
        return names.reading(code, is_by_code=True)
    found = names.find(text)
    if len(found) == 1:
        return names.reading(CipCode(found[0]))
    if found:
        by_title = {names.title(cip): cip for cip in reversed(found)}
        pairs = [(cip, title) for title, cip in reversed(by_title.items())][:MOST_CHOICES]
        raise Ambiguous("field of study", text, pairs, field=place)
    hint = "Give a CIP code such as 51.38 or a title."
    raise NotFound("field of study", text, names.near(text), hint, field=place)


class _FieldNames:
    """The programs of a release by every wording that is known for them."""

    def __init__(self, catalog: Catalog) -> None:
        rows = catalog.release.table("programs").select("cip_code", "title").rows()
        self._title = dict(rows)
        self._by_title: dict[str, list[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        for cip, title in rows:
            if cip[:2] in ("53", "55", "60", "61"):
                continue
            for spelled in _spellings(title):
                self._by_title.setdefault(spelled, []).append(cip)
            self._words[cip] = frozenset(key(title).split()) - _SMALL
        self._listed = _listed()
        self._vocabulary = {
            word
            for known in (self._listed, self._by_title)
            for spelled in known
            for word in spelled.split()
        }

    def title(self, cip: str) -> str:
        """The title of a code, without its dots."""
        shown: str = self._title.get(cip) or self._title.get(cip[:5], cip)
        return shown.rstrip(".").removesuffix(", General")

    def programs_of(self, code: str) -> frozenset[str]:
        """The six-digit programs of a code."""
        return frozenset(c for c in self._title if len(c) == SIX_DIGITS and c.startswith(code))

    def reading(self, code: CipCode, *, is_by_code: bool = False) -> FieldReading:
        """A code as a reading."""
        return FieldReading(code, self.title(code), self.programs_of(code), is_by_code)

    def find(self, text: str) -> list[str]:
        """The codes a wording means: one, several to ask about, or none."""
        tried = []
        for wording in _wordings(text):
            spelled = key(wording)
            if not spelled or spelled in tried:
                continue
            tried.append(spelled)
        for spelled in tuple(tried):
            longer = _written_out(spelled)
            if longer not in tried:
                tried.append(longer)
        for spelled in tried:
            found = self._listed.get(spelled)
            if found is None:
                found = self._listed.get(spelled.replace(" ", ""))
            if found is not None:
                return found
            if spelled in self._by_title:
                return self._narrowest(self._by_title[spelled])
        for spelled in tried:
            found = self._mended(spelled)
            if found:
                return found
        for spelled in tried:
            found = self._by_words(spelled)
            if found:
                return found
        return []

    def _narrowest(self, cips: list[str]) -> list[str]:
        """Of the codes that share a title: the program itself where it is one, else the series."""
        six = [cip for cip in cips if len(cip) == SIX_DIGITS]
        four = [cip for cip in cips if len(cip) < SIX_DIGITS]
        if len({cip[:5] for cip in cips}) == 1:
            return six[:1] if len(six) == 1 and not four else (four or six)[:1]
        return sorted(cips)

    def _mended(self, spelled: str) -> list[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(spelled) < 6:
            return []
        known = [*self._listed, *self._by_title]
        hit = process.extractOne(
            spelled, known, scorer=OSA.distance, score_cutoff=1 if len(spelled) < 10 else 2
        )
        if hit is None or hit[0][0] != spelled[0]:
            return []
        # Only words that no field knows may be slips: Arabic is not a misspelt Arctic.
        if any(word in self._vocabulary for word in set(spelled.split()) - set(hit[0].split())):
            return []
        return self._listed.get(hit[0]) or self._narrowest(self._by_title[hit[0]])

    def _by_words(self, spelled: str) -> list[str]:
        """Programs whose titles hold all the words, the tersest first; one series is an answer."""
        words = set(spelled.split()) - _SMALL
        if not words:
            return []
        fits = sorted(
            (len(held), len(cip), cip) for cip, held in self._words.items() if words <= held
        )
        if not fits:
            return []
        series = list(dict.fromkeys(cip[:5] for _, _, cip in fits))
        if len(series) == 1:
            return [fits[0][2] if len(fits) == 1 else series[0]]
        return [cip for _, _, cip in fits]

    def near(self, text: str) -> list[str]:
        """Titles like a wording, for a message; only those that are like it as a whole."""
        from rapidfuzz import fuzz, process

        words = key(text).split()
        tails = (" ".join(words[start:]) for start in range(1, len(words)))
        parts = [cip for tail in tails for cip in self._listed.get(tail, ())[:2]]
        if parts:
            return [self.title(cip) for cip in dict.fromkeys(parts)][:3]
        titles = [t for c, t in self._title.items() if len(c) < SIX_DIGITS]
        hits = process.extract(
            text.lower(), titles, scorer=fuzz.token_sort_ratio, processor=str.lower, limit=3
        )
        return [title for title, score, _ in hits if score >= NAME_NEARNESS.value]


@lru_cache(maxsize=1)
def _listed() -> dict[str, list[str]]:
    """Codes by the listed wordings; a wording that is not a field of study gives none."""
    found: dict[str, list[str]] = {}
    for row in rows_of("fields_of_study"):
        cips = row["cips"].split(";") if row["cips"] else []
        meant = cips if row["means"] == "ask" else cips[:1]
        for wording in wordings(row["words"]):
            spelled = key(wording)
            found.setdefault(spelled, meant)
            found.setdefault(spelled.replace(" ", ""), meant)
    return found


def _written_out(spelled: str) -> str:
    """A key with the short forms of its words written out: `chem eng`, `health admin`."""
    forms = pairs_of("field_short_forms")
    return " ".join(forms.get(word, word) for word in spelled.split())


def _spellings(title: str) -> set[str]:
    """The ways a program's title is said: whole, without its ends, and each side of a slash."""
    bare = _BRACKETS.sub(" ", title.rstrip("."))
    found = {key(title), key(bare), key(bare.removesuffix(", General"))}
    for ending in (" Technology/Technician", " Technologies/Technicians", "/Technician"):
        if bare.endswith(ending):
            found |= {key(bare.removesuffix(ending)), key(bare.removesuffix("/Technician"))}
    if "/" in bare and "," not in bare:
        found |= {key(side) for side in bare.split("/") if len(side.split()) > 1}
    return {spelled for spelled in found if spelled}


@lru_cache(maxsize=1)
def _degrees() -> frozenset[str]:
    return frozenset(key(form) for row in rows_of("degrees") for form in wordings(row["words"]))


def _without_degree(text: str) -> str:
    """The key of a field without a degree before or behind it: `M.B.A. marketing`, `history BA`."""
    words = key(text).split()
    for size in range(min(len(words) - 1, 4), 0, -1):
        if " ".join(words[:size]) in _degrees():
            rest = words[size:]
            return " ".join(rest[1:] if rest[0] in ("in", "of") and len(rest) > 1 else rest)
        if size < 3 and " ".join(words[-size:]) in _degrees():
            return " ".join(words[:-size])
    return ""


def _wordings(text: str) -> list[str]:
    """What was typed, without the degree before it or the kind of schooling behind it."""
    stripped = " ".join(text.split())
    found = [stripped, _BRACKETS.sub(" ", stripped).strip()]
    for wording in tuple(found):
        shorter = _DEGREE.sub("", wording)
        found += [shorter, _TAIL.sub("", shorter), _TAIL.sub("", wording)]
    head = re.split(
        r"\s+[-–—:]\s+|,|;|\bwith an?\b|\bminor\b|\bemphasis\b|\bconcentration\b", found[2]
    )
    found.append(head[0].strip())
    found += [_without_degree(wording) for wording in tuple(found)]
    return [wording for wording in dict.fromkeys(found) if wording]

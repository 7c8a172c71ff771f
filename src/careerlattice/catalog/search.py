"""Typo-tolerant search over occupation titles, made for a cold start.

Titles are folded to words; every word of the query is matched to words of the vocabulary exactly,
as a beginning, or within one or two typing slips, and the titles carrying the matched words are
scored by how much of the query they cover and how much of them the query covers. Everything is kept
in a few NumPy arrays, so that an index built once (:meth:`TitleSearch.to_arrays`) opens in
milliseconds (:meth:`TitleSearch.from_arrays`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.names.slips import near_texts
from careerlattice.catalog.parameters import (
    ALTERNATE_BONUS,
    IDENTICAL_BONUS,
    OFFICIAL_BONUS,
    REPORTED_BONUS,
    SHORTEST_WORD_MENDED,
    SHORTEST_WORD_OF_TWO_SLIPS,
    SUPPORT_BONUS,
    SUPPORT_POWER,
)

KINDS = ("official", "reported", "alternate", "short")
"""Kinds of titles, the one to show first when all else is equal first."""

MAX_QUERY_CHARACTERS = 120
MAX_QUERY_WORDS = 8

_WORD = re.compile(r"[a-z0-9+#]+")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_STOP_TEXT = "a an and the of for in on or to with at by except not all other"
_STOP_WORDS = frozenset(_STOP_TEXT.split())
_EXCEPTED = re.compile(r"(?<=\w)[, ]+exce(?:p|pt)?\b.*")
_KIND_BONUS = np.array(
    [OFFICIAL_BONUS.value, REPORTED_BONUS.value, ALTERNATE_BONUS.value, 0.0], dtype=np.float32
)
# A title that is the query word for word covers it all: 0.62 + 0.32.
_MOST = 0.94 + OFFICIAL_BONUS.value + IDENTICAL_BONUS.value + SUPPORT_BONUS.value
_SHORT_FORMS = """
=rn=registered nurse; lpn=licensed practical nurse; lvn=licensed vocational nurse; cna=certified
nursing assistant; np=nurse practitioner; crna=nurse anesthetist; emt=emergency medical
technician; pa=physician assistant; pt=physical therapist; ot=occupational therapist; slp=speech
language pathologist; hha=home health aide; cpa=accountant; ceo=chief executive; hr=human
resource; vet=veterinarian; md=physician; doctor=physician; swe=software engineer;
dev=developer; dba=database administrator; mgr=manager; asst=assistant; tech=technician;
eng=engineer; rep=representative; admin=administrative; acct=accountant; supv=supervisor;
attorney=lawyer; cop=police officer; cdl=truck driver; trucker=truck driver; hvac=heating air
conditioning; programmer=computer programmer; sysadmin=system administrator; police=police officer;
stewardess=flight attendant; fireman=firefighter; mailman=mail carrier; it=information technology
"""
_WRITTEN_OUT = {
    short.strip(): long.split()
    for short, _, long in (pair.partition("=") for pair in _SHORT_FORMS.split(";"))
}
"""Everyday short forms: the query is read both ways."""


@dataclass(frozen=True, slots=True)
class TitleHit:
    """One occupation found: its code, the title that matched, a score and that title's kind.

    ``score`` orders the hits of one query; it is near 1 for an exact match and not a probability.
    """

    onet_soc_code: str
    matched_title: str
    score: float
    kind: str


def plain(text: str) -> str:
    """``text`` in lower-case ASCII without accents; other scripts keep nothing."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.lower().replace("'", "")


def singular(word: str) -> str:
    """``word`` without its plural ending: nurses, secretaries, presses, salesmen."""
    if len(word) > 3 and word[-1] == "s":
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "ches", "shes", "xes")):
            return word[:-2]
        if not word.endswith(("ss", "us", "is")):
            return word[:-1]
    elif len(word) > 4 and word.endswith("men"):
        return word[:-2] + "an"
    return word


def _readings(title: str) -> list[str]:
    """The plain texts a title is found by: with a bracket there are several."""
    text = plain(title)
    if "except" in text:
        text = _EXCEPTED.sub("", text)
    if "(" in text:
        return [_BRACKETED.sub(" ", text), *_BRACKETED.findall(text)]
    return [text]


def _folded_words(text: str, known: dict[str, str]) -> tuple[str, ...]:
    words = []
    for word in _WORD.findall(text):
        folded = known.get(word)
        if folded is None:
            folded = known[word] = "" if word in _STOP_WORDS else singular(word)
        if folded and folded not in words:
            words.append(folded)
    return tuple(words)


class TitleSearch:
    """An index of titles answering :meth:`find` in a few milliseconds.

    Make one with :meth:`build` or :meth:`from_arrays`; it does not change afterwards.
    """

    def __init__(
        self, arrays: Mapping[str, NDArray[Any]], vocabulary: Sequence[str], codes: Sequence[str]
    ) -> None:
        self._arrays = dict(arrays)
        self._vocabulary = list(vocabulary)
        self._codes = list(codes)
        self._pointers = arrays["pointers"]
        self._postings = arrays["postings"]
        self._occupation = arrays["occupation"]
        self._kind = arrays["kind"]
        self._length = arrays["length"].astype(np.float32)
        self._text = arrays["text"].tobytes()
        self._starts = arrays["text_starts"]
        self._row_title = arrays["row_title"]
        counts = np.diff(self._pointers)
        self._idf = np.log1p(len(self._occupation) / (1.0 + counts)).astype(np.float32)
        per_occupation = np.bincount(self._occupation, minlength=max(1, len(self._codes)))
        self._titles_of = np.maximum(per_occupation, 1)
        self._official = {
            plain(self._title(row)): row for row in np.flatnonzero(self._kind == 0).tolist()
        }

    @classmethod
    def build(cls, entries: Iterable[tuple[str, str, str]]) -> TitleSearch:
        """Index ``(onet_soc_code, title, kind)``; kinds are those of :data:`KINDS`.

        What a title excepts (``"..., Except Special Education"``) is not indexed.
        A title with a bracket, such as ``"Dialysis RN (Dialysis Registered Nurse)"``, is found by
        either reading. Raises ``ValueError`` on another kind.
        """
        kind_number = {kind: number for number, kind in enumerate(KINDS)}
        occupation_number: dict[str, int] = {}
        word_number: dict[str, int] = {}
        known: dict[str, str] = {}
        rows: dict[tuple[int, tuple[str, ...]], tuple[int, int]] = {}
        titles: list[str] = []
        for code, title, kind in entries:
            if kind not in kind_number:
                raise ValueError(f"kind {kind!r} of title {title!r} is none of {', '.join(KINDS)}")
            number = kind_number[kind]
            occupation = occupation_number.setdefault(code, len(occupation_number))
            for reading in _readings(title):
                words = _folded_words(reading, known)
                if not words:
                    continue
                key = (occupation, words)
                old = rows.get(key)
                if old is None or number < old[0]:
                    rows[key] = (number, len(titles))
            titles.append(title)
        word_rows: list[list[int]] = []
        for row, (_, words) in enumerate(rows):
            for word in words:
                index = word_number.setdefault(word, len(word_rows))
                if index == len(word_rows):
                    word_rows.append([])
                word_rows[index].append(row)
        vocabulary = sorted(word_number)
        ordered = [word_rows[word_number[word]] for word in vocabulary]
        pointers = np.zeros(len(ordered) + 1, dtype=np.int32)
        np.cumsum([len(r) for r in ordered], out=pointers[1:])
        encoded = [title.encode() for title in titles]
        starts = np.zeros(len(encoded) + 1, dtype=np.int32)
        np.cumsum([len(e) for e in encoded], out=starts[1:])
        size = len(rows)
        arrays: dict[str, NDArray[Any]] = {
            "pointers": pointers,
            "postings": np.fromiter((r for rs in ordered for r in rs), np.int32, int(pointers[-1])),
            "occupation": np.fromiter((key[0] for key in rows), np.int16, size),
            "length": np.fromiter((min(len(key[1]), 100) for key in rows), np.int8, size),
            "kind": np.fromiter((value[0] for value in rows.values()), np.int8, size),
            "row_title": np.fromiter((value[1] for value in rows.values()), np.int32, size),
            "text": np.frombuffer(b"".join(encoded), dtype=np.uint8),
            "text_starts": starts,
            "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
            "codes": np.frombuffer("\n".join(occupation_number).encode(), dtype=np.uint8),
        }
        return cls(arrays, vocabulary, list(occupation_number))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The whole index as named one-dimensional integer arrays, to be stored."""
        return dict(self._arrays)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> TitleSearch:
        """The index again from :meth:`to_arrays`. Raises ``KeyError`` when an array is missing."""
        words = arrays["vocabulary"].tobytes().decode()
        codes = arrays["codes"].tobytes().decode()
        return cls(arrays, words.split("\n") if words else [], codes.split("\n") if codes else [])

    def __len__(self) -> int:
        """Number of distinct (occupation, title) readings held."""
        return len(self._occupation)

    def find(self, text: str, limit: int = 10) -> list[TitleHit]:
        """At most ``limit`` occupations whose titles fit ``text``, best first, one hit each.

        The last word may be unfinished. Text without a Latin letter or digit finds nothing.
        """
        if not isinstance(text, str) or limit < 1 or not len(self):
            return []
        typed = plain(text[:MAX_QUERY_CHARACTERS])
        readings = self._readings(typed)
        if not readings:
            return []
        unfinished = typed[-1:].isalnum()
        score = self._score(readings[0], unfinished)
        for reading in readings[1:]:
            np.maximum(score, self._score(reading, unfinished), out=score)
        if typed.strip() in self._official:
            score[self._official[typed.strip()]] = _MOST
        return self._best(score, limit)

    def carriers(self, wording: str) -> dict[str, tuple[int, int]]:
        """Occupations with a title of exactly the words of `wording`, in any order.

        Each with the number of the best kind of such a title (place in :data:`KINDS`) and how many
        of its titles hold all of the words. No such title anywhere gives `{}`.
        """
        words = _folded_words(plain(wording[:MAX_QUERY_CHARACTERS]), {})
        if not words or not all(self.knows(word) for word in words):
            return {}
        rows = np.arange(len(self), dtype=np.int32)
        for word in words:
            at = bisect_left(self._vocabulary, word)
            held = self._postings[self._pointers[at] : self._pointers[at + 1]]
            rows = np.intersect1d(rows, held, assume_unique=True)
        whole = rows[self._length[rows] == len(words)]
        holding = np.bincount(self._occupation[rows], minlength=len(self._codes))
        found: dict[str, tuple[int, int]] = {}
        for row in whole.tolist():
            number = int(self._occupation[row])
            code, kind = self._codes[number], int(self._kind[row])
            best = min(kind, found.get(code, (kind, 0))[0])
            found[code] = (best, int(holding[number]))
        return found

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in any title."""
        return self._holds(word)

    def holds(self, code: str, word: str) -> bool:
        """Whether a title of the occupation has the folded word."""
        at = bisect_left(self._vocabulary, word)
        rows = self._postings[self._pointers[at] : self._pointers[at + 1]]
        return bool((self._occupation[rows] == self._codes.index(code)).any())

    def mended(self, word: str) -> str | None:
        """The commonest known word that `word` may be a slip of; none is near enough."""
        if len(word) < SHORTEST_WORD_MENDED.value or not word.isalpha():
            return None
        near = [
            (letters, -self._titles_with(other), other)
            for letters, other in near_texts(word, self._vocabulary, SHORTEST_WORD_OF_TWO_SLIPS)
        ]
        return min(near)[2] if near else None

    def _titles_with(self, word: str) -> int:
        at = bisect_left(self._vocabulary, word)
        return int(self._pointers[at + 1] - self._pointers[at])

    def heard(self, text: str, listed: Container[str] = ()) -> float:
        """The share, 0 to 1, of the letters of `text` in words that titles or `listed` words have.

        A word counts that differs from one of theirs by a slip (:meth:`mended`) or begins it.
        """
        words = [singular(w) for w in _WORD.findall(plain(text[:MAX_QUERY_CHARACTERS]))]
        known = sum(len(word) for word in words if word in listed or self._is_heard(word))
        return known / max(1, sum(map(len, words)))

    def _is_heard(self, word: str) -> bool:
        if self.knows(word) or self.mended(word) is not None:
            return True
        at = bisect_left(self._vocabulary, word)
        return at < len(self._vocabulary) and self._vocabulary[at].startswith(word)

    def nearest(self, text: str, n: int = 3) -> list[str]:
        """Names of the ``n`` occupations nearest to ``text``, for a message on what was not found.

        Official titles where the index holds them. Unlike :meth:`find` it also offers titles that
        only look alike as a whole; nothing alike gives ``[]``.
        """
        official = {int(self._occupation[row]): row for row in self._official.values()}
        number = {code: i for i, code in enumerate(self._codes)}
        names = []
        for hit in self.find(text, n):
            row = official.get(number[hit.onet_soc_code])
            names.append(hit.matched_title if row is None else self._title(row))
        names = list(dict.fromkeys(names))
        if len(names) < n and isinstance(text, str):
            from rapidfuzz import fuzz, process

            typed = plain(text[:MAX_QUERY_CHARACTERS]).strip()
            choices = [self._title(row) for row in official.values()]
            near = process.extract(
                typed, choices, scorer=fuzz.ratio, processor=str.lower, limit=n, score_cutoff=50
            )
            names += [title for title, _, _ in near if title not in names]
        return names[:n]

    def _title(self, row: int) -> str:
        title = int(self._row_title[row])
        return self._text[self._starts[title] : self._starts[title + 1]].decode()

    def _readings(self, typed: str) -> list[list[str]]:
        raw = _WORD.findall(_EXCEPTED.sub("", typed))[:MAX_QUERY_WORDS]
        words = list(dict.fromkeys(singular(w) for w in raw if w not in _STOP_WORDS))
        words = words or list(dict.fromkeys(raw))
        if not words:
            return []
        long = [w for word in words for w in _WRITTEN_OUT.get(word, (word,))]
        readings = [words, list(dict.fromkeys(long)), self._compounds(words)]
        return [r for i, r in enumerate(readings) if r not in readings[:i]]

    def _compounds(self, words: list[str]) -> list[str]:
        """``words`` with neighbors written as one word where the titles do: book keeper."""
        joined: list[str] = []
        for word in words:
            if joined and self._holds(joined[-1] + word):
                joined[-1] += word
            else:
                joined.append(word)
        return joined

    def _holds(self, word: str) -> bool:
        at = bisect_left(self._vocabulary, word)
        return at < len(self._vocabulary) and self._vocabulary[at] == word

    def _score(self, words: Sequence[str], unfinished: bool) -> NDArray[np.float32]:
        size = len(self)
        covered = np.zeros(size, dtype=np.float32)
        matched = np.zeros(size, dtype=np.float32)
        exact = np.zeros(size, dtype=np.float32)
        total = 0.0
        for place, word in enumerate(words):
            last = unfinished and place == len(words) - 1
            near = self._near_words(word, last)
            if not near:
                total += float(self._idf.max(initial=1.0)) * 0.6
                continue
            best = np.zeros(size, dtype=np.float32)
            for index, weight in reversed(near):
                rows = self._postings[self._pointers[index] : self._pointers[index + 1]]
                best[rows] = weight
            worth = float(max(self._idf[index] * weight for index, weight in near[:3]))
            total += worth
            covered += worth * best
            matched += best > 0
            exact += best == 1.0
        if not total:
            return covered
        coverage = covered / total
        score = coverage * (0.62 + 0.32 * matched / np.maximum(self._length, matched))
        whole = (exact == len(words)) & (self._length == len(words))
        score += whole * IDENTICAL_BONUS.value
        score += np.where(coverage > 0, _KIND_BONUS[self._kind] * coverage, 0)
        full = coverage >= 0.999 * coverage.max(initial=0.0)
        support = np.bincount(self._occupation[full], minlength=len(self._codes))
        share = np.log1p(support) * (support / self._titles_of) ** SUPPORT_POWER.value
        if share.max(initial=0.0) > 0:
            share = (share / share.max()).astype(np.float32)
            score += np.where(full, SUPPORT_BONUS.value * share[self._occupation], 0)
        return np.asarray(score, dtype=np.float32)

    def _near_words(self, word: str, last: bool) -> list[tuple[int, float]]:
        """Vocabulary words taken for ``word`` with weights, heaviest first."""
        vocabulary = self._vocabulary
        found: dict[int, float] = {}
        at = bisect_left(vocabulary, word)
        known = self._holds(word)
        if known and not (last and len(word) == 1):
            found[at] = 1.0
        if last or len(word) >= 3:
            end = bisect_left(vocabulary, word + "\x7f")
            most = 0.9 if last else 0.75
            if known:
                most -= 0.2
            for index in range(at + known, end):
                found[index] = most - 0.25 * (1 - len(word) / len(vocabulary[index]))
        if not known and len(word) >= 3 and not (last and len(found) > 3):
            for index, weight in self._misspelt(word, last):
                found[index] = max(weight, found.get(index, 0.0))
        return sorted(found.items(), key=lambda item: (-item[1], item[0]))

    def _misspelt(self, word: str, last: bool) -> list[tuple[int, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 1 if len(word) < 5 else 2 if len(word) < 9 else 3
        hits = process.extract(
            word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=25
        )
        if not hits and last and len(word) >= 5:
            cut = [other[: len(word)] for other in self._vocabulary]
            hits = process.extract(word, cut, scorer=OSA.distance, score_cutoff=slips, limit=25)
        return [
            (index, 0.92 - 0.8 * distance / max(len(word), 4) - 0.1 * (other[0] != word[0]))
            for other, distance, index in hits
        ]

    def _best(self, score: NDArray[np.float32], limit: int) -> list[TitleHit]:
        floor = max(0.25, 0.45 * float(score.max(initial=0.0)))
        rows = np.flatnonzero(score >= floor)
        order = rows[np.lexsort((rows, self._kind[rows], -score[rows]))]
        hits: list[TitleHit] = []
        seen: set[int] = set()
        for row in order.tolist():
            occupation = int(self._occupation[row])
            if occupation in seen:
                continue
            seen.add(occupation)
            hits.append(
                TitleHit(
                    self._codes[occupation],
                    self._title(row),
                    round(float(score[row]) / _MOST, 4),
                    KINDS[int(self._kind[row])],
                )
            )
            if len(hits) == limit:
                break
        return hits

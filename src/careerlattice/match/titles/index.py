"""The indexed titles themselves: nearest ones, identical ones, and mending of unknown words.

Everything is kept in a few arrays, so that an index made with the release
(:meth:`TitleIndex.to_arrays`) opens in a fraction of a second (:meth:`TitleIndex.from_arrays`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.names.slips import slips_allowed
from careerlattice.catalog.parameters import SHORTEST_WORD_MENDED, SHORTEST_WORD_OF_TWO_SLIPS
from careerlattice.match.titles.parameters import NEIGHBOR_POWER, NEIGHBORS

Words = tuple[str, ...]
Ints = NDArray[np.int64]


class TitleIndex:
    """Distinct folded titles with their codes. Make one with :meth:`build` or :meth:`from_arrays`.

    ``vocabulary`` numbers the words, ``frequency`` counts the titles of each; the titles belong to
    the occupations ``detailed_codes`` and ``six_digit``.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], words: list[str], codes: list[str]):
        self.detailed_codes = tuple(codes)
        self.six_digit = tuple(sorted({code[:7] for code in codes}))
        six_number = {code: i for i, code in enumerate(self.six_digit)}
        self._six_of: Ints = np.array([six_number[code[:7]] for code in codes], dtype=np.int64)
        self._arrays = dict(arrays)
        self.vocabulary = {word: number for number, word in enumerate(words)}
        self._words = words
        self._flat = arrays["flat"].astype(np.int64)
        self._starts: Ints = np.concatenate(([0], np.cumsum(arrays["lengths"], dtype=np.int64)))
        self._first_vote: Ints = np.concatenate(
            ([0], np.cumsum(arrays["carriers"], dtype=np.int64))
        )
        self._vote_code = arrays["vote_code"].astype(np.int64)
        self._is_official = arrays["is_official"].astype(bool)
        self._size = len(arrays["lengths"])
        self._empty: Ints = np.zeros(0, dtype=np.int64)
        self._index_words(len(words))
        self._mended: dict[str, Words] = {}

    @classmethod
    def build(cls, rows: Mapping[tuple[Words, str], bool]) -> TitleIndex:
        """The index of (words, O*NET-SOC code) pairs, each with whether the title is official."""
        codes = sorted({code for _, code in rows})
        code_number = {code: i for i, code in enumerate(codes)}
        word_number: dict[str, int] = {}
        carriers: dict[Words, list[tuple[int, bool]]] = {}
        for (words, code), is_official in sorted(rows.items()):
            carriers.setdefault(words, []).append((code_number[code], is_official))
        for words in carriers:
            for word in words:
                word_number.setdefault(word, len(word_number))
        votes = [vote for group in carriers.values() for vote in group]
        arrays: dict[str, NDArray[Any]] = {
            "flat": np.array([word_number[w] for ws in carriers for w in ws], dtype=np.int32),
            "lengths": np.array([len(words) for words in carriers], dtype=np.int16),
            "carriers": np.array([len(group) for group in carriers.values()], dtype=np.int16),
            "vote_code": np.array([code for code, _ in votes], dtype=np.int16),
            "is_official": np.array([is_official for _, is_official in votes], dtype=np.int8),
        }
        return cls(arrays, list(word_number), codes)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The whole index as named one-dimensional integer arrays, to be stored."""
        return self._arrays | {
            "vocabulary": np.frombuffer("\n".join(self._words).encode(), dtype=np.uint8),
            "codes": np.frombuffer("\n".join(self.detailed_codes).encode(), dtype=np.uint8),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> TitleIndex:
        """The index again from :meth:`to_arrays`. Raises ``KeyError`` when an array is missing."""
        words = arrays["vocabulary"].tobytes().decode().split("\n")
        return cls(arrays, words, arrays["codes"].tobytes().decode().split("\n"))

    def without(self, rows: Iterable[tuple[Words, str]]) -> TitleIndex:
        """The index as if (words, O*NET-SOC code) pairs were not in it; unknown ones are ignored.

        Neighbors, identical titles and counts are those of the rest, and words that only these
        titles have are unknown. How rare a word is, which tells nothing of codes, stays as it was.
        """
        gone = self._votes_of(rows)
        if not gone:
            return self
        at = np.searchsorted(self._first_vote, gone, side="right") - 1
        titles = np.unique(at)
        view = copy(self)
        for counted in ("words_held", "titles_held"):
            view.__dict__.pop(counted, None)
        counts = np.diff(self._first_vote) - np.bincount(at, minlength=self._size)
        view._first_vote = np.concatenate(([0], np.cumsum(counts)))
        view._vote_code = np.delete(self._vote_code, gone)
        view._is_official = np.delete(self._is_official, gone)
        view._empty = titles[counts[titles] == 0]
        view._number_pairs()
        strange = {
            word
            for title in view._empty.tolist()
            for word in self._title(title)
            if np.isin(self._titles_with(self.vocabulary[word]), view._empty).all()
        }
        if strange:
            view.vocabulary = {w: n for w, n in self.vocabulary.items() if w not in strange}
        view._mended = {}
        return view

    def _votes_of(self, rows: Iterable[tuple[Words, str]]) -> list[int]:
        """Where the votes of these pairs stand."""
        found = set()
        for words, code in rows:
            numbers = [self.vocabulary.get(word, -1) for word in words]
            title = self._number_of.get(_spelled(numbers))
            if title is not None:
                span = range(self._first_vote[title], self._first_vote[title + 1])
                found |= {at for at in span if self.detailed_codes[self._vote_code[at]] == code}
        return sorted(found)

    def holds(self, words: Words, code: str) -> bool:
        """Whether the index has this title under this O*NET-SOC code."""
        return bool(self._votes_of([(words, code)]))

    def titles_and_classes(self) -> tuple[list[Words], Ints]:
        """Each (title, six-digit occupation) pair once: words, and positions in ``six_digit``."""
        titles = [self._title(number) for number in range(self._size)]
        return [titles[number] for number in self._pair_title.tolist()], self._pair_class

    def _title(self, number: int) -> Words:
        span = slice(self._starts[number], self._starts[number + 1])
        return tuple(self._words[word] for word in self._flat[span].tolist())

    def _index_words(self, size: int) -> None:
        lengths = np.diff(self._starts)
        title_at = np.repeat(np.arange(self._size, dtype=np.int32), lengths)
        self.frequency: Ints = np.bincount(self._flat, minlength=size)
        self._idf = (np.log((1 + self._size) / (1 + self.frequency)) + 1).astype(np.float32)
        weights = self._idf[self._flat]
        norms = np.sqrt(np.bincount(title_at, weights**2, minlength=self._size)).astype(np.float32)
        order = np.argsort(self._flat, kind="stable")
        self._posting_title = title_at[order]
        self._posting_weight = (weights / norms[title_at])[order]
        self._posting_start: Ints = np.concatenate(([0], np.cumsum(self.frequency)))
        self._number_pairs()

    def _number_pairs(self) -> None:
        title_of_vote = np.repeat(np.arange(self._size, dtype=np.int64), np.diff(self._first_vote))
        pairs = np.unique(title_of_vote * len(self.six_digit) + self._six_of[self._vote_code])
        self._pair_title, self._pair_class = np.divmod(pairs, len(self.six_digit))
        self._first_pair: Ints = np.searchsorted(self._pair_title, np.arange(self._size + 1))

    @cached_property
    def words_held(self) -> NDArray[np.float32]:
        """How many words the titles of each six-digit occupation hold in all."""
        lengths = np.diff(self._starts)[self._pair_title]
        return np.bincount(self._pair_class, lengths, minlength=len(self.six_digit)).astype(
            np.float32
        )

    @cached_property
    def titles_held(self) -> NDArray[np.float32]:
        """How many titles each six-digit occupation has."""
        return np.bincount(self._pair_class, minlength=len(self.six_digit)).astype(np.float32)

    def classes_of(self, word: int) -> Ints:
        """The six-digit occupation of each (title, occupation) pair that holds the word."""
        titles = self._titles_with(word)
        first, last = self._first_pair[titles], self._first_pair[titles + 1]
        counts = last - first
        ends = np.cumsum(counts)
        at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + counts, counts)
        found: Ints = self._pair_class[at]
        return found

    def _titles_with(self, word: int) -> NDArray[np.int32]:
        return self._posting_title[self._posting_start[word] : self._posting_start[word + 1]]

    def neighbor_votes(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Votes of the 40 nearest titles (cosine of inverse-frequency words, to the 4th power).

        Shape: one number per detailed code; a title with several codes splits its vote.
        """
        votes = np.zeros(len(self.detailed_codes), dtype=np.float32)
        known = [self.vocabulary[word] for word in words if word in self.vocabulary]
        if not known:
            return votes
        similarity = np.zeros(self._size, dtype=np.float32)
        for word in known:
            span = slice(self._posting_start[word], self._posting_start[word + 1])
            similarity[self._posting_title[span]] += self._idf[word] * self._posting_weight[span]
        similarity /= np.linalg.norm(self._idf[known])
        similarity[self._empty] = 0
        touched = np.flatnonzero(similarity)
        most = int(NEIGHBORS.value)
        if len(touched) > most:
            near = similarity[touched]
            floor = np.partition(near, -most)[-most]
            touched = touched[near >= floor]
            touched = touched[np.lexsort((touched, -similarity[touched]))][:most]
        for title in touched.tolist():
            codes = self._vote_code[self._first_vote[title] : self._first_vote[title + 1]]
            votes[codes] += similarity[title] ** NEIGHBOR_POWER.value / len(codes)
        return votes

    def to_six_digit(self, votes: NDArray[np.float32]) -> NDArray[np.float64]:
        """Votes added up by six-digit occupation."""
        return np.asarray(
            np.bincount(self._six_of, votes, minlength=len(self.six_digit)), dtype=np.float64
        )

    def identical(self, words: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Shares of each six-digit occupation in titles of the same words; and of official ones."""
        share = np.zeros(len(self.six_digit), dtype=np.float32)
        official = np.zeros(len(self.six_digit), dtype=np.float32)
        numbers = [self.vocabulary.get(word, -1) for word in words]
        if -1 in numbers:
            return share, official
        own = self._number_of.get(_spelled(numbers))
        if own is not None and own in self._empty:
            own = None
        for number in [own] if own is not None else self._by_bag.get(_spelled(sorted(numbers)), []):
            span = slice(self._first_vote[number], self._first_vote[number + 1])
            codes, flags = self._vote_code[span], self._is_official[span]
            if not len(codes):
                continue
            np.add.at(share, self._six_of[codes], np.float32(1 / len(codes)))
            official[self._six_of[codes[flags]]] = 1
        return share, official

    @cached_property
    def _number_of(self) -> dict[bytes, int]:
        """Titles by their words in order."""
        text = self._flat.astype(np.int32).tobytes()
        ends = (self._starts * 4).tolist()
        return {text[a:b]: i for i, (a, b) in enumerate(pairwise(ends))}

    @cached_property
    def _by_bag(self) -> dict[bytes, list[int]]:
        """Titles by their words in any order."""
        title_at = np.repeat(np.arange(self._size), np.diff(self._starts))
        text = self._flat[np.lexsort((self._flat, title_at))].astype(np.int32).tobytes()
        ends = (self._starts * 4).tolist()
        found: dict[bytes, list[int]] = {}
        for number, (start, end) in enumerate(pairwise(ends)):
            found.setdefault(text[start:end], []).append(number)
        return found

    def detailed(self, six: int, votes: NDArray[np.float32]) -> str:
        """The detailed code with most votes in a six-digit occupation; without votes its first."""
        members = np.flatnonzero(self._six_of == six)
        return self.detailed_codes[int(members[np.argmax(votes[members])])]

    def mended(self, words: Words) -> Words:
        """``words`` with unknown ones split, joined or replaced by a near known one."""
        if all(word in self.vocabulary for word in words):
            return words
        result: list[str] = []
        skip = False
        for i, word in enumerate(words):
            if skip:
                skip = False
                continue
            following = words[i + 1] if i + 1 < len(words) else ""
            strange = word not in self.vocabulary or following not in self.vocabulary
            if following and strange and word + following in self.vocabulary:
                result.append(word + following)
                skip = True
                continue
            result.extend([word] if word in self.vocabulary else self._mend(word))
        return tuple(dict.fromkeys(result))

    def _mend(self, word: str) -> Words:
        known = self._mended.get(word)
        if known is None:
            if len(self._mended) > 50_000:
                self._mended.clear()
            known = self._mended[word] = self._split(word) or self._nearest(word) or (word,)
        return known

    def _split(self, word: str) -> Words:
        halves = [
            (word[:i], word[i:])
            for i in range(4, len(word) - 3)
            if word[:i] in self.vocabulary and word[i:] in self.vocabulary
        ]
        return halves[0] if len(halves) == 1 else ()

    @cached_property
    def _common(self) -> list[str]:
        """Words that unknown words may be mended to."""
        counts = self.frequency.tolist()
        return sorted(w for w, n in self.vocabulary.items() if counts[n] >= 2 and len(w) > 3)

    def _nearest(self, word: str) -> Words:
        if len(word) < SHORTEST_WORD_MENDED.value or not word.isalpha() or len(word) > 30:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = slips_allowed(word, SHORTEST_WORD_OF_TWO_SLIPS)
        hit = process.extractOne(word, self._common, scorer=OSA.distance, score_cutoff=most)
        return (hit[0],) if hit and hit[0][0] == word[0] else ()


def _spelled(numbers: list[int]) -> bytes:
    return np.array(numbers, dtype=np.int32).tobytes()

"""The indexed titles themselves: nearest ones, identical ones, and mending of unknown words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.match.titles.parameters import NEIGHBOR_POWER, NEIGHBORS

Words = tuple[str, ...]


class TitleIndex:
    """Distinct folded titles with their codes.

    Made from a mapping of (words, O*NET-SOC code) to whether the title is the official one.
    ``titles`` and ``classes`` list each (title, six-digit occupation) pair once; ``classes`` are
    positions in ``six_digit``.
    """

    def __init__(self, rows: Mapping[tuple[Words, str], bool]) -> None:
        self.detailed_codes = tuple(sorted({code for _, code in rows}))
        self.six_digit = tuple(sorted({code[:7] for code in self.detailed_codes}))
        detailed_number = {code: i for i, code in enumerate(self.detailed_codes)}
        six_number = {code: i for i, code in enumerate(self.six_digit)}
        self._six_of = np.array([six_number[c[:7]] for c in self.detailed_codes], dtype=np.int64)
        self._key_number: dict[Words, int] = {}
        self._by_bag: dict[Words, list[int]] = {}
        keys: list[Words] = []
        codes_of: list[list[tuple[int, bool]]] = []
        for (words, code), official in rows.items():
            number = self._key_number.setdefault(words, len(keys))
            if number == len(keys):
                keys.append(words)
                codes_of.append([])
                self._by_bag.setdefault(tuple(sorted(words)), []).append(number)
            codes_of[number].append((detailed_number[code], official))
        self._codes_of = codes_of
        pairs = [
            (i, six)
            for i, codes in enumerate(codes_of)
            for six in sorted({int(self._six_of[code]) for code, _ in codes})
        ]
        self.titles = [keys[i] for i, _ in pairs]
        self.classes = np.array([six for _, six in pairs], dtype=np.int64)
        self._first_vote = np.cumsum([0, *(len(codes) for codes in codes_of)])
        self._vote_code = np.array([c for codes in codes_of for c, _ in codes], dtype=np.int64)
        self._index_words(keys)
        self._vocabulary: Mapping[str, int] = {}
        self._common: list[str] = []
        self._mended: dict[str, Words] = {}

    def _index_words(self, keys: Sequence[Words]) -> None:
        number: dict[str, int] = {}
        flat = [number.setdefault(word, len(number)) for words in keys for word in words]
        lengths = np.array([len(words) for words in keys])
        word_at = np.array(flat, dtype=np.int64)
        title_at = np.repeat(np.arange(len(keys), dtype=np.int32), lengths)
        frequency = np.bincount(word_at)
        self._idf = (np.log((1 + len(keys)) / (1 + frequency)) + 1).astype(np.float32)
        norms = np.sqrt(np.bincount(title_at, self._idf[word_at] ** 2)).astype(np.float32)
        order = np.argsort(word_at, kind="stable")
        self._posting_title = title_at[order]
        self._posting_weight = (self._idf[word_at] / norms[title_at])[order]
        self._posting_start = np.concatenate(([0], np.cumsum(frequency)))
        self._word_number = number
        self._size = len(keys)

    def set_vocabulary(self, vocabulary: Mapping[str, int], counts: NDArray[np.int64]) -> None:
        """Words that unknown words may be mended to, with their counts in the index."""
        self._vocabulary = vocabulary
        self._common = sorted(w for w, n in vocabulary.items() if counts[n] >= 2 and len(w) > 3)

    def neighbor_votes(self, words: Words | Sequence[str]) -> NDArray[np.float32]:
        """Votes of the 40 nearest titles (cosine of inverse-frequency words, to the 4th power).

        Shape: one number per detailed code; a title with several codes splits its vote.
        """
        votes = np.zeros(len(self.detailed_codes), dtype=np.float32)
        known = [self._word_number[word] for word in words if word in self._word_number]
        if not known:
            return votes
        similarity = np.zeros(self._size, dtype=np.float32)
        for word in known:
            span = slice(self._posting_start[word], self._posting_start[word + 1])
            similarity[self._posting_title[span]] += self._idf[word] * self._posting_weight[span]
        similarity /= np.linalg.norm(self._idf[known])
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
        numbers = self._by_bag.get(tuple(sorted(words)), [])
        own = self._key_number.get(tuple(words))
        for number in [own] if own is not None else numbers:
            codes = self._codes_of[number]
            for code, is_official in codes:
                share[self._six_of[code]] += 1 / len(codes)
                if is_official:
                    official[self._six_of[code]] = 1
        return share, official

    def detailed(self, six: int, votes: NDArray[np.float32]) -> str:
        """The detailed code with most votes in a six-digit occupation; without votes its first."""
        members = np.flatnonzero(self._six_of == six)
        return self.detailed_codes[int(members[np.argmax(votes[members])])]

    def mended(self, words: Words) -> Words:
        """``words`` with unknown ones split, joined or replaced by a near known one."""
        if all(word in self._vocabulary for word in words):
            return words
        result: list[str] = []
        skip = False
        for i, word in enumerate(words):
            if skip:
                skip = False
                continue
            following = words[i + 1] if i + 1 < len(words) else ""
            strange = word not in self._vocabulary or following not in self._vocabulary
            if following and strange and word + following in self._vocabulary:
                result.append(word + following)
                skip = True
                continue
            result.extend([word] if word in self._vocabulary else self._mend(word))
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
            if word[:i] in self._vocabulary and word[i:] in self._vocabulary
        ]
        return halves[0] if len(halves) == 1 else ()

    def _nearest(self, word: str) -> Words:
        if len(word) < 5 or not word.isalpha() or len(word) > 30:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        hit = process.extractOne(
            word, self._common, scorer=OSA.distance, score_cutoff=1 if len(word) < 8 else 2
        )
        return (hit[0],) if hit and hit[0][0] == word[0] else ()

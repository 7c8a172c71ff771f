"""How much more often a word stands in the titles of an occupation than in all titles.

A word's share in an occupation is smoothed toward the occupation's minor group, that toward its
major group, and that toward all titles (hierarchical Dirichlet smoothing).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.match.titles.index import TitleIndex
from careerlattice.match.titles.parameters import SMOOTHING

Floats = NDArray[np.float32]
_KEPT_ROWS = 4096


class WordRatios:
    """Log ratios of the words of an index, by six-digit occupation."""

    def __init__(self, index: TitleIndex) -> None:
        self._index = index
        minors = sorted({code[:4] for code in index.six_digit})
        majors = sorted({code[:2] for code in index.six_digit})
        self._minor = np.array([minors.index(code[:4]) for code in index.six_digit])
        self._major = np.array([majors.index(code[:2]) for code in index.six_digit])
        self._major_of_minor = np.array([majors.index(minor[:2]) for minor in minors])
        self._total = index.words_held
        self._minor_total = np.bincount(self._minor, self._total, minlength=len(minors))
        self._major_total = np.bincount(self._major, self._total, minlength=len(majors))
        self._all = float(self._total.sum()) + 0.5 * max(1, len(index.vocabulary))
        self._rows: dict[int, Floats] = {}

    def sum(self, words: Sequence[str]) -> Floats:
        """The log ratios of the known words, added up; one number per six-digit occupation."""
        total = np.zeros(len(self._index.six_digit), dtype=np.float32)
        for number in self.known(words):
            total += self._row(number)
        return total

    def known(self, words: Sequence[str]) -> list[int]:
        """The numbers of the words that stand in any title, each once."""
        vocabulary = self._index.vocabulary
        return [vocabulary[word] for word in dict.fromkeys(words) if word in vocabulary]

    def _row(self, word: int) -> Floats:
        row = self._rows.get(word)
        if row is None:
            if len(self._rows) >= _KEPT_ROWS:
                self._rows.clear()
            row = self._rows[word] = self._make_row(word)
        return row

    def _make_row(self, word: int) -> Floats:
        counts = np.bincount(self._index.classes_of(word), minlength=len(self._total))
        everywhere = (counts.sum() + 0.5) / self._all
        in_major = np.bincount(self._major, counts, minlength=len(self._major_total))
        in_minor = np.bincount(self._minor, counts, minlength=len(self._minor_total))
        of_all, of_major, of_minor = (
            SMOOTHING[wider].value for wider in ("all titles", "major group", "minor group")
        )
        major = (in_major + of_all * everywhere) / (self._major_total + of_all)
        minor = (in_minor + of_major * major[self._major_of_minor]) / (self._minor_total + of_major)
        own = (counts + of_minor * minor[self._minor]) / (self._total + of_minor)
        row: Floats = np.log(own / everywhere).astype(np.float32)
        return row

"""What the titles of an occupation look like: counts of words, beginnings and letter groups.

A view counts one sort of feature in the titles of every six-digit occupation and says how much
more often a feature occurs there than in all titles, smoothed toward the occupation's minor group,
that toward its major group, and that toward all titles (hierarchical Dirichlet smoothing).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
_KEPT_ROWS = 4096


def word_features(words: Sequence[str]) -> list[str]:
    """The words themselves."""
    return list(words)


def stem_features(words: Sequence[str]) -> list[str]:
    """First five letters of each word: landscaper and landscaping fall together."""
    return [word[:5] for word in words]


def letter_features(words: Sequence[str]) -> list[str]:
    """Groups of four letters inside each word, its edges marked: robust to slips and compounds."""
    groups: list[str] = []
    for word in words:
        edged = f" {word} "
        groups.extend(edged[i : i + 4] for i in range(max(1, len(edged) - 3)))
    return groups


def pair_features(words: Sequence[str]) -> list[str]:
    """Pairs of words standing at most two places apart, order ignored."""
    return [
        "_".join(sorted((first, second)))
        for i, first in enumerate(words)
        for second in words[i + 1 : i + 3]
    ]


def head_features(words: Sequence[str]) -> list[str]:
    """The last word, which in English names the kind of worker."""
    return [words[-1]] if words else []


@dataclass(frozen=True, slots=True)
class Groups:
    """Six-digit codes and the minor (``29-1``) and major (``29``) groups they belong to."""

    codes: tuple[str, ...]
    minor: Ints
    major: Ints
    minor_to_major: Ints

    @classmethod
    def of(cls, codes: Sequence[str]) -> Groups:
        """Groups of six-digit ``codes`` (``29-1141``), which must be distinct."""
        minors = sorted({code[:4] for code in codes})
        majors = sorted({code[:2] for code in codes})
        return cls(
            tuple(codes),
            np.array([minors.index(code[:4]) for code in codes], dtype=np.int64),
            np.array([majors.index(code[:2]) for code in codes], dtype=np.int64),
            np.array([majors.index(minor[:2]) for minor in minors], dtype=np.int64),
        )


class View:
    """Counts of one sort of feature by occupation; see the module's text.

    ``strength`` is the weight, in features, of the minor group, the major group and all titles
    when an occupation's own counts are smoothed.
    """

    def __init__(
        self,
        features: Callable[[Sequence[str]], list[str]],
        strength: tuple[float, float, float],
        titles: Sequence[Sequence[str]],
        classes: Ints,
        groups: Groups,
    ) -> None:
        self._features = features
        self._own, self._minor, self._major = strength
        self._groups = groups
        number: dict[str, int] = {}
        flat: list[int] = []
        lengths: list[int] = []
        for words in titles:
            found = features(words)
            lengths.append(len(found))
            flat.extend(number.setdefault(feature, len(number)) for feature in found)
        self._number = number
        size = len(groups.codes)
        at = np.repeat(classes, lengths)
        keys, counts = np.unique(np.asarray(flat, dtype=np.int64) * size + at, return_counts=True)
        self._classes = (keys % size).astype(np.int32)
        self._counts = counts.astype(np.float32)
        self._starts = np.searchsorted(keys, np.arange(len(number) + 1, dtype=np.int64) * size)
        self._total = np.bincount(at, minlength=size).astype(np.float32)
        minors = len(groups.minor_to_major)
        majors = int(groups.minor_to_major.max(initial=-1)) + 1
        self._minor_total = np.bincount(groups.minor, self._total, minlength=minors)
        self._major_total = np.bincount(groups.major, self._total, minlength=majors)
        by_feature = np.bincount(np.asarray(flat, dtype=np.int64), minlength=len(number))
        self.share = (by_feature + 0.5) / (by_feature.sum() + 0.5 * max(1, len(number)))
        self.counts = by_feature
        self._rows: dict[int, tuple[Floats, NDArray[np.bool_]]] = {}

    def __contains__(self, feature: str) -> bool:
        return feature in self._number

    def numbers(self, words: Sequence[str]) -> list[int]:
        """Distinct known features of a title."""
        seen = dict.fromkeys(self._features(words))
        return [self._number[feature] for feature in seen if feature in self._number]

    def vocabulary(self) -> dict[str, int]:
        """Feature to its number, an index into ``share`` and ``counts``."""
        return self._number

    def row(self, feature: int) -> tuple[Floats, NDArray[np.bool_]]:
        """Log ratio of ``feature`` in each occupation to all titles, and where it occurs at all."""
        row = self._rows.get(feature)
        if row is None:
            if len(self._rows) >= _KEPT_ROWS:
                self._rows.clear()
            row = self._rows[feature] = self._make_row(feature)
        return row

    def _make_row(self, feature: int) -> tuple[Floats, NDArray[np.bool_]]:
        groups = self._groups
        span = slice(self._starts[feature], self._starts[feature + 1])
        classes, counts = self._classes[span], self._counts[span]
        everywhere = self.share[feature]
        in_major = np.bincount(groups.major[classes], counts, minlength=len(self._major_total))
        in_minor = np.bincount(groups.minor[classes], counts, minlength=len(self._minor_total))
        major = (in_major + self._major * everywhere) / (self._major_total + self._major)
        minor = (in_minor + self._minor * major[groups.minor_to_major]) / (
            self._minor_total + self._minor
        )
        own = self._own * minor[groups.minor]
        own[classes] += counts
        own /= self._total + self._own
        present = np.zeros(len(groups.codes), dtype=bool)
        present[classes] = True
        return np.log(own / everywhere).astype(np.float32), present

"""Fitting the model of words and pieces of words that title coding uses (`title_model.py`).

A linear model of summed vectors with a soft-max over six-digit occupations, fitted by mini-batches
with AdaGrad (one step size for each row of vectors). It is fitted twice and the scores averaged:
once with every occupation weighing the same, however many titles it has, and once by the root of
their number. A quarter of the features is left out at random in each batch, so that a title is also
known by a part of its words. About 30 s on one core for 60,000 titles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.match.titles.title_model import Floats, TitleModel, title_features

SIZE = 64
"""Numbers in a vector of one fit."""
EVENNESS = (1.0, 0.5)
"""How far each fit makes occupations of many titles weigh the same as those of few."""
EPOCHS = 12
BATCH = 512
STEP = 0.06
LEFT_OUT = 0.25
LEAST = 3
"""Titles that must hold a feature for it to be learned."""


def fit_model(
    titles: Sequence[Sequence[str]], classes: NDArray[np.int64], codes: Sequence[str]
) -> TitleModel:
    """The model of folded titles and the positions of their occupations in ``codes``."""
    features = [title_features(title) for title in titles]
    seen = Counter(feature for found in features for feature in found)
    names = sorted(feature for feature, count in seen.items() if count >= LEAST)
    number = {name: i for i, name in enumerate(names)}
    rows = [[number[f] for f in found if f in number] for found in features]
    lengths = np.array([len(row) for row in rows])
    flat = np.array([i for row in rows for i in row], dtype=np.int64)
    data = _Data(
        flat, np.concatenate(([0], np.cumsum(lengths))), np.asarray(classes), len(names), len(codes)
    )
    fits = [_fitted(data, evenness, seed) for seed, evenness in enumerate(EVENNESS)]
    return TitleModel.of(
        names,
        codes,
        np.concatenate([fit.vectors for fit in fits], axis=1),
        np.concatenate([fit.outputs for fit in fits]) / len(fits),
        sum(fit.bias for fit in fits) / len(fits),
    )


@dataclass(frozen=True)
class _Data:
    """Titles as numbers of their features, one behind the other, and their occupations."""

    flat: NDArray[np.int64]
    starts: NDArray[np.int64]
    classes: NDArray[np.int64]
    features: int
    occupations: int


def _fitted(data: _Data, evenness: float, seed: int) -> _Fit:
    random = np.random.default_rng(seed)
    held = np.maximum(1, np.bincount(data.classes, minlength=data.occupations))
    weights = (1 / held[data.classes] ** evenness).astype(np.float32)
    weights /= weights.mean()
    fit = _Fit(random.normal(0, 0.1, (data.features, SIZE)).astype(np.float32), data.occupations)
    lengths = np.diff(data.starts)
    usable = np.flatnonzero(lengths)
    for epoch in range(EPOCHS):
        step = np.float32(STEP * (1 - epoch / EPOCHS))
        order = random.permutation(usable)
        for low in range(0, len(order), BATCH):
            batch = order[low : low + BATCH]
            counts = lengths[batch]
            owner = np.repeat(np.arange(len(batch)), counts)
            before = np.concatenate(([0], np.cumsum(counts)[:-1]))
            places = np.repeat(data.starts[batch] - before, counts) + np.arange(counts.sum())
            kept = random.random(len(places)) > LEFT_OUT
            at = data.flat[places][kept]
            fit.learn(at, owner[kept], data.classes[batch], weights[batch], step)
    return fit


class _Fit:
    """The numbers being fitted, and how far each has been moved."""

    def __init__(self, vectors: Floats, size: int) -> None:
        self.vectors = vectors
        self.outputs = np.zeros((vectors.shape[1], size), dtype=np.float32)
        self.bias = np.zeros(size, dtype=np.float32)
        self._moved = [np.full_like(x, 1e-12) for x in (vectors[:, 0], self.outputs, self.bias)]

    def learn(
        self,
        at: NDArray[np.int64],
        owner: NDArray[np.int64],
        classes: NDArray[np.int64],
        weights: Floats,
        step: np.float32,
    ) -> None:
        """One batch: features ``at`` of the titles ``owner``, the right class of each title."""
        size = len(classes)
        counts = np.bincount(owner, minlength=size)
        scale = (1 / np.sqrt(np.maximum(1, counts))).astype(np.float32)[:, None]
        hidden = np.zeros((size, self.vectors.shape[1]), dtype=np.float32)
        some = np.flatnonzero(counts)
        firsts = np.concatenate(([0], np.cumsum(counts)[:-1]))[some]
        hidden[some] = np.add.reduceat(self.vectors[at], firsts, axis=0)
        hidden *= scale
        score = hidden @ self.outputs + self.bias
        score -= score.max(1, keepdims=True)
        slope = np.exp(score)
        slope /= slope.sum(1, keepdims=True)
        slope[np.arange(size), classes] -= 1
        slope *= (weights / size)[:, None]
        back = (slope @ self.outputs.T) * scale
        order = np.argsort(at, kind="stable")
        rows, first = np.unique(at[order], return_index=True)
        inner = np.add.reduceat(back[owner[order]], first, axis=0)
        outer, lift = hidden.T @ slope, slope.sum(0)
        by_row, by_output, by_bias = self._moved
        by_output += outer * outer
        self.outputs -= step * outer / np.sqrt(by_output)
        by_bias += lift * lift
        self.bias -= step * np.float32(0.1) * lift / np.sqrt(by_bias)
        by_row[rows] += (inner * inner).mean(1)
        self.vectors[rows] -= step * inner / np.sqrt(by_row[rows])[:, None]

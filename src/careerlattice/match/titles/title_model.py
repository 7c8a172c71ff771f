"""What words, word pairs and pieces of words say about occupations, learned from all titles.

A title is the sum of the vectors of its features, divided by the square root of their number; a
soft-max over the six-digit occupations makes shares of it. The vectors are fitted by
``benchmarks/title_training.py`` on the published titles and kept, in 31 steps a number, in
``title_model.npz``. Method and measured gain: ``docs/methods/titles.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
STEPS = 15
"""Steps on each side of zero in which a number is kept."""


def title_features(words: Sequence[str]) -> list[str]:
    """The features of a folded title, each once.

    Words, pairs of neighbors, the last word, beginnings of five letters and groups of four and five
    letters with the edges of the word marked.

    >>> title_features(["head", "cook"])[:4]
    ['w head', 'w cook', 'p head cook', 'l cook']
    """
    found = [f"w {word}" for word in words]
    found += [f"p {first} {second}" for first, second in pairwise(words)]
    found += [f"l {word}" for word in words[-1:]]
    for word in words:
        edged = f"<{word}>"
        found += [edged[i : i + n] for n in (4, 5) for i in range(max(1, len(edged) - n + 1))]
        found.append(f"b {word[:5]}")
    return list(dict.fromkeys(found))


class TitleModel:
    """Fitted vectors of features (rows) and occupations (columns), opened from arrays."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._arrays = dict(arrays)
        names = arrays["features"].tobytes().decode().split("\n")
        self._number = {name: number for number, name in enumerate(names)}
        self.six_digit = tuple(arrays["codes"].tobytes().decode().split("\n"))
        self._vectors = arrays["vectors"]
        self._steps: Floats = arrays["vector_steps"].astype(np.float32)
        self._outputs = arrays["outputs"].astype(np.float32) * arrays["output_steps"].astype(
            np.float32
        )
        self._bias: Floats = arrays["bias"].astype(np.float32)

    @classmethod
    def of(
        cls,
        names: Sequence[str],
        codes: Sequence[str],
        vectors: Floats,
        outputs: Floats,
        bias: Floats,
    ) -> TitleModel:
        """The model of fitted numbers, rounded as it is kept."""
        return cls(packed(names, codes, vectors, outputs, bias))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The model as named arrays, to be stored."""
        return dict(self._arrays)

    def log_shares(self, words: Sequence[str]) -> Floats | None:
        """Logarithms of each occupation's share, in the order of ``six_digit``.

        None where no feature of the words is known.
        """
        known = [self._number[f] for f in title_features(words) if f in self._number]
        if not known:
            return None
        summed = (self._vectors[known] * self._steps[known, None]).sum(axis=0)
        score = (summed / np.float32(len(known) ** 0.5)) @ self._outputs + self._bias
        score -= score.max()
        shares: Floats = score - np.log(np.exp(score).sum())
        return shares


def packed(
    names: Sequence[str], codes: Sequence[str], vectors: Floats, outputs: Floats, bias: Floats
) -> dict[str, NDArray[Any]]:
    """The arrays of a model: whole steps of each row of vectors and each column of outputs."""
    vector_steps = np.abs(vectors).max(axis=1) / STEPS + np.float32(1e-12)
    output_steps = np.abs(outputs).max(axis=0) / STEPS + np.float32(1e-12)
    return {
        "features": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "codes": np.frombuffer("\n".join(codes).encode(), dtype=np.uint8),
        "vectors": np.round(vectors / vector_steps[:, None]).astype(np.int8),
        "vector_steps": vector_steps.astype(np.float32),
        "outputs": np.round(outputs / output_steps).astype(np.int8),
        "output_steps": output_steps.astype(np.float32),
        "bias": bias.astype(np.float32),
    }


@lru_cache(maxsize=1)
def fitted_model() -> TitleModel:
    """The model that travels with the package."""
    with (
        as_file(files("careerlattice.match.titles") / "title_model.npz") as path,
        np.load(path, allow_pickle=False) as archive,
    ):
        return TitleModel({name: archive[name] for name in archive.files})

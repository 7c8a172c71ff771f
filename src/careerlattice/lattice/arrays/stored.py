"""The lattice as arrays, and the one file of the release they are kept in: what serving reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

LATTICE_FILE = "lattice.npz"
FORMAT = 3

SMALLEST_LIKELIHOOD = 1e-9
"""A likelihood is stored as its logarithm in 16 bits; smaller ones are stored as this."""


@dataclass(frozen=True)
class LatticeArrays:
    """All ordered pairs, in the order of `catalog.codes`: rows are origins, columns destinations.

    likelihood  float32 (n, n)  probability that a worker leaving the row takes the column next;
                                rows sum to 1, the diagonal is 0
    ease        float32 (n, n)  how much a move asks for its chances, 0 (hardest) to 1 (easiest)
    shortfall   uint8 (n, n)    missing level of skills and knowledge, weighted by importance, in
                                steps of 1/51 of a level; 5 levels and more are 255
    nearness    float32 (n, n)  symmetric, 0 (as far as most pairs) to 1 (the same work)
    kind        int8 (n, n)     a `Kind`, 0 on the diagonal
    named       int8 (n, n)     a `Named`, what names the move; 0 where nothing does
    level       int8 (n,)       a `LadderLevel`, among all occupations
    bounds      int8 (2, n)     the lowest and the highest `LadderLevel` entry conditions allow

    Only `kind` and `level` use pay, and always the nation's, so that they are the same everywhere.
    """

    likelihood: NDArray[np.float32]
    ease: NDArray[np.float32]
    shortfall: NDArray[np.uint8]
    nearness: NDArray[np.float32]
    kind: NDArray[np.int8]
    named: NDArray[np.int8]
    level: NDArray[np.int8]
    bounds: NDArray[np.int8]

    @property
    def skill_shortfall(self) -> NDArray[np.float32]:
        """The missing level of skills and knowledge, weighted by importance: 0 to 5, (n, n)."""
        return self.shortfall.astype(np.float32) * np.float32(5.0 / 255)


def in_steps(skill_shortfall: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Missing levels as the arrays hold them: no plan, gap or move needs them finer."""
    return np.rint(np.minimum(skill_shortfall, 5.0) / 5.0 * 255).astype(np.uint8)


def to_stored(arrays: LatticeArrays) -> dict[str, NDArray[Any]]:
    """The arrays quantized for the file: at most 5 MB once compressed.

    Errors made: likelihood under 0.04 % of its value; ease and nearness under 0.002; shortfall
    under 0.01 level points. Kinds and levels are exact.
    """
    log = np.log(np.maximum(arrays.likelihood.astype(np.float64), SMALLEST_LIKELIHOOD))
    lowest = np.log(SMALLEST_LIKELIHOOD)
    upper = np.triu_indices(len(arrays.level), 1)
    return {
        "format": np.array([FORMAT], dtype=np.int16),
        "likelihood": np.rint(log / lowest * 65535).astype(np.uint16),
        "ease": np.rint(arrays.ease * 255).astype(np.uint8),
        "shortfall": arrays.shortfall,
        "nearness": np.rint(arrays.nearness[upper] * 255).astype(np.uint8),
        "kind": arrays.kind,
        "named": arrays.named,
        "level": arrays.level,
        "bounds": arrays.bounds,
    }


def from_stored(stored: dict[str, NDArray[Any]]) -> LatticeArrays:
    """The arrays of a file made by `to_stored`."""
    lowest = np.float32(np.log(SMALLEST_LIKELIHOOD))
    # Only 65,536 values can occur, so each exponential is taken once.
    value = np.exp(np.arange(65536, dtype=np.float32) * (lowest / np.float32(65535)))
    likelihood = value[stored["likelihood"]]
    np.fill_diagonal(likelihood, 0.0)
    likelihood /= likelihood.sum(axis=1, keepdims=True)
    size = len(stored["level"])
    nearness = np.zeros((size, size), dtype=np.float32)
    upper = np.triu(np.ones((size, size), dtype=np.bool_), 1)
    nearness[upper] = stored["nearness"].astype(np.float32) / np.float32(255)
    nearness += nearness.T
    np.fill_diagonal(nearness, 1.0)
    every = np.repeat(np.array([[0], [3]], dtype=np.int8), size, axis=1)
    return LatticeArrays(
        likelihood=likelihood,
        ease=stored["ease"].astype(np.float32) / np.float32(255),
        shortfall=stored["shortfall"],
        nearness=nearness,
        kind=stored["kind"],
        named=stored["named"],
        level=stored["level"],
        # A release of format 2 says nothing of them.
        bounds=stored.get("bounds", every),
    )

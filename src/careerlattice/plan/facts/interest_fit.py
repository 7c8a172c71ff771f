"""How well a person's interests and each occupation's agree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.vocab.interests import INTEREST_AREAS


def interest_fit(catalog: Catalog, interests: Sequence[float] | None) -> NDArray[np.float64] | None:
    """Correlation with each occupation's interests, shape (occupations,); nan where unpublished.

    None without `interests`, six scores R, I, A, S, E, C.
    """
    if interests is None:
        return None
    frame = catalog.release.table("interests")
    scores = np.full((len(catalog.codes), 6), np.nan)
    rows = [catalog.row_of[code] for code in frame["onet_soc_code"]]
    scores[rows] = frame.select(INTEREST_AREAS).to_numpy()
    person = np.asarray(interests, dtype=np.float64)
    centered = scores - scores.mean(axis=1, keepdims=True)
    own = person - person.mean()
    scale = np.linalg.norm(centered, axis=1) * np.linalg.norm(own)
    return np.where(scale > 0, centered @ own / np.where(scale > 0, scale, 1.0), np.nan)

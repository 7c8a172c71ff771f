"""Sets of programs of study, kept small: most conditions and states ask what others ask too."""

from __future__ import annotations

from functools import lru_cache
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray


@lru_cache(maxsize=4096)
def families_of(programs: frozenset[str]) -> frozenset[str]:
    """The first two digits of CIP codes; every state asks of much the same sets."""
    return frozenset(intern(cip[:2]) for cip in programs)


def program_sets(codes: NDArray[Any], sizes: NDArray[Any]) -> tuple[frozenset[str], ...]:
    """Sets of programs from their codes one after another; equal ones are one, as are their codes.

    Most conditions ask what another asks too.
    """
    every, place = np.unique(codes, return_inverse=True)
    texts = every.tolist()
    same: dict[bytes, frozenset[str]] = {}
    found, ends = [], np.cumsum(sizes)
    for end, size in zip(ends.tolist(), sizes.tolist(), strict=True):
        places = place[end - size : end]
        key = places.tobytes()
        if key not in same:
            same[key] = frozenset(texts[at] for at in places.tolist())
        found.append(same[key])
    return tuple(found)

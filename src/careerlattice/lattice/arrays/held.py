"""Whether who does one occupation already holds what another asks, or is a short course away."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.learning import shared_series
from careerlattice.lattice.parameters import (
    HELD_WORK_MONTHS,
    PRACTICE_AGAIN_MONTHS,
    SHORT_COURSE_MONTHS,
)
from careerlattice.requirements.condition_arrays import ConditionArrays
from careerlattice.vocab.levels import EducationLevel

Flags = NDArray[np.bool_]


def holds_what_is_asked(
    ways: ConditionArrays, typical_level: NDArray[np.int64], programs: Sequence[frozenset[str]]
) -> Flags:
    """Whether a way into the column is open to who does the row, shape (n, n).

    `typical_level` (n,), 1 to 12, is what workers of each have, `programs` (n,) the six-digit CIP
    codes they come from. Held is schooling of the level and, where only the way's own field counts,
    of one of its series of programs (four digits); the rank, the work or the license that the way
    names; and a term that the work is credited toward. A short course is near enough. A way that
    asks an apprenticeship, a long course, years of supervised practice, or practice after schooling
    in another field is not.
    """
    size = len(typical_level)
    taught = shared_series(programs, ways.programs)
    held = np.zeros((size, size), dtype=np.bool_)
    for way, row in enumerate(ways.row):
        held[:, row] |= _opens(ways, way, typical_level, taught[:, way])
    np.fill_diagonal(held, val=True)
    return held


def _opens(ways: ConditionArrays, way: int, level: NDArray[np.int64], in_field: Flags) -> Flags:
    """Whether one way is open to who does each occupation, shape (n,)."""
    able = level >= max(ways.asked[way], ways.study_level[way])
    in_school = max(ways.asked[way], ways.study_level[way]) >= EducationLevel.CERTIFICATE
    if in_school and (ways.is_own[way] or ways.is_prep[way] or ways.study_level[way] > 0):
        able &= in_field
    if ways.practice[way] >= PRACTICE_AGAIN_MONTHS.value:
        able &= False
    elif ways.practice[way] > 0:
        able &= in_field
    if ways.promotion[way] > 0:
        able &= ways.is_rank[way]
    if ways.names_work[way] and ways.experience[way] >= HELD_WORK_MONTHS.value:
        able &= ways.counts[way] | ways.is_rank[way]
    if ways.is_licensed_before[way].any():
        able &= ways.is_licensed_before[way]
    if ways.is_apprenticeship[way]:
        able &= ways.credit[way] > 0
    if ways.course_usual[way] > SHORT_COURSE_MONTHS.value:
        able &= in_field
    return np.asarray(able)

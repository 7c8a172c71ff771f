"""Months and dollars from everything held to every level, as a table for the search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.education import CredentialPrice
from careerlattice.lattice.courses import EARNED_FOR, courses_to
from careerlattice.vocab.levels import EducationLevel as Level


@dataclass(frozen=True)
class StudyTable:
    """Months and dollars to every level from everything held, shape (13, 13, 13).

    Indices are the highest level held in any field, in the field itself (0 for none), and the level
    aimed at. `months` at full time, `usd` typical tuition, `years` full-time-equivalent years.
    """

    months: NDArray[np.int64]
    usd: NDArray[np.float64]
    years: NDArray[np.float64]


def build_study_table(prices: Mapping[str, CredentialPrice]) -> StudyTable:
    """The table of one school sector."""
    months = np.zeros((13, 13, 13), dtype=np.int64)
    usd = np.zeros((13, 13, 13))
    years = np.zeros((13, 13, 13))
    for held in Level:
        for in_field in (None, *Level):
            for level in Level:
                courses = courses_to(EARNED_FOR[level], held, in_field, prices)
                at = (int(held), int(in_field or 0), int(level))
                months[at] = int(sum(c.months for c in courses))
                usd[at] = sum(c.usd for c in courses)
                years[at] = sum(c.months for c in courses) / 12.0
    return StudyTable(months, usd, years)

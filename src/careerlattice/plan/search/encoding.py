"""How the search writes down states and costs: sizes, units, and how a credential is earned."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from careerlattice.vocab.levels import EducationLevel

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Mode(IntEnum):
    """How the credential before a job is earned; part of the search's encoding."""

    NONE = 0
    FULL = 1
    PART = 2
    APPRENTICE = 3
    MIXED = 4

    @property
    def leaves_job(self) -> bool:
        """Whether the job held is left to study; `MIXED` studies beside it what comes before."""
        return self in (Mode.FULL, Mode.MIXED)

    @property
    def slug(self) -> str:
        """The mode in JSON."""
        return self.name.lower()


MONTHS, DOLLARS, FORGONE, DIFFICULTY = range(4)
"""Places of the criteria in costs."""
UNITS = (1.0, 1.0, 1000.0, 0.1)
"""What one unit of each criterion is: months, dollars, dollars forgone, difficulty."""
UNIT_NAMES = ("1 month", "$1", "$1,000 forgone", "0.1 difficulty")
LEVELS = 13
"""Education levels by number, 0 for none."""
BUCKET_MONTHS = np.array([0.0, 6.0, 12.0, 24.0, 48.0, 60.0])
"""Experience is told apart at these months."""
SIZES = (LEVELS, LEVELS, LEVELS, 2, LEVELS, len(BUCKET_MONTHS))
"""Of level, in_goal, own_field, is_chosen, earned and bucket: with the job they make a state."""
NO_SPARE = 1e-9
"""What rounding may add: less is nothing."""
HIGH_SCHOOL = int(EducationLevel.HIGH_SCHOOL)
CERTIFICATE = int(EducationLevel.CERTIFICATE)
PREPARATION = int(EducationLevel.POSTBACCALAUREATE_CERTIFICATE)

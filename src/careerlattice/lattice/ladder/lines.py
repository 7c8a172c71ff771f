"""Which steps up a main sequence may take: in one's own line, or as many people make them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.supervisors import MANAGEMENT, is_supervisor
from careerlattice.lattice.parameters import (
    LIKELY_STEP,
    NEAR_ENOUGH_TO_ADVANCE,
    RARE_STEP,
)

ENGINEERS = "17-2"
"""The minor group of engineers."""
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def own_line(codes: list[str], named: NDArray[np.int8], nearness: Floats) -> Flags:
    """Whether a step stays in its line, shape (m, m), origins in rows.

    Named steps up in one SOC major group, to a manager, over a bridge from a license, or to near
    work; and steps in one minor group to near work.
    """
    major = np.array([code[:2] for code in codes])
    minor = np.array([code[:4] for code in codes])
    manages = np.array([code.startswith(MANAGEMENT) for code in codes])
    is_near = nearness >= NEAR_ENOUGH_TO_ADVANCE.value
    is_up = named >= LEAST_UP
    stays = (major[:, None] == major[None, :]) | manages[None, :] | is_near
    stays |= named == Named.BRIDGE
    return np.asarray((is_up & stays) | (is_near & (minor[:, None] == minor[None, :])))


def is_common(line: Flags, likelihood: Floats) -> Flags:
    """Which steps enough people make to be a main way, shape (m, m): 1 in 100 of those who leave.

    In one's own line 1 in 200.
    """
    return np.asarray((line & (likelihood >= RARE_STEP.value)) | (likelihood >= LIKELY_STEP.value))


def side_by_side(codes: list[str], is_apprenticed: Flags) -> Flags:
    """Pairs of which no main sequence leads from one to the other, shape (m, m).

    Two trades with an apprenticeship each, two kinds of engineers, two first-line supervisors: who
    changes begins again or stays as high.
    """
    engineers = np.array([code.startswith(ENGINEERS) for code in codes])
    supervisors = np.array([is_supervisor(code) for code in codes])
    alike = (is_apprenticed & ~supervisors, engineers, supervisors)
    return np.asarray(np.logical_or.reduce([one[:, None] & one[None, :] for one in alike]))


def is_own_rung(code: str, title: str) -> bool:
    """Whether an occupation is one line of the surveys: no specialty, no rest of a group.

    A specialty wears the pay and the openings of its whole line, a rest those of many.
    """
    return code.endswith(".00") and not is_rest(title)


def is_rest(title: str) -> bool:
    """Whether the title is that of what remains of a group, as in `Engineers, All Other`."""
    return "All Other" in title

"""Which steps up a main sequence may take: in one's own line, or as many people make them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import falls_clearly, gains_clearly
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.supervisors import MANAGEMENT, is_leader, is_supervisor
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.parameters import (
    LONG_SCHOOL_YEARS,
    NEAR_ENOUGH_AGAIN,
    NEAR_ENOUGH_TO_ADVANCE,
    PAY_APART,
)
from careerlattice.requirements.parameters import SCHOOL_YEARS
from careerlattice.vocab.levels import EducationLevel

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


def leaves_for_less(
    codes: list[str], pay_usd: Floats, nearness: Floats, named: NDArray[np.int8]
) -> Flags:
    """Steps to clearly less pay in other work, shape (m, m): no rung, though conditions name them.

    A plant operator who turns supervisor of an assembly line leaves the ladder of the plant; so
    does a clinician who teaches other work. In one's own minor group, or in near work of the major
    group or that one's own work names (a nurse who teaches nursing), the lower pay is told.
    """
    major, minor = (np.array([code[:digits] for code in codes]) for digits in (2, 4))
    leads = np.array([is_leader(code) for code in codes])
    is_own = (named == Named.STEP) & ~leads[None, :]
    is_own |= major[:, None] == major[None, :]
    is_near = (nearness >= NEAR_ENOUGH_AGAIN.value) & is_own
    is_near |= minor[:, None] == minor[None, :]
    return np.asarray(falls_clearly(pay_usd) & ~is_near)


def is_sideways(named: NDArray[np.int8], pay_usd: Floats) -> Flags:
    """Which pairs the origin names as a change, and pay says no more: no step up, shape (m, m)."""
    return np.asarray((named == Named.SIDEWAYS) & ~gains_clearly(pay_usd))


def pays_alike(pay_usd: Floats) -> Flags:
    """Pairs whose pay is near enough to call a change between them sideways, shape (m, m).

    Where pay is not published nothing speaks against it.
    """
    most = 1 + PAY_APART.value
    apart = pay_usd[None, :] > pay_usd[:, None] * most
    return np.asarray(~(apart | apart.T))


def side_by_side(codes: list[str], is_apprenticed: Flags) -> Flags:
    """Pairs of which no main sequence leads from one to the other, shape (m, m).

    Two trades with an apprenticeship each, two kinds of engineers, two first-line supervisors: who
    changes begins again or stays as high.
    """
    engineers = np.array([code.startswith(ENGINEERS) for code in codes])
    supervisors = np.array([is_supervisor(code) for code in codes])
    alike = (is_apprenticed & ~supervisors, engineers, supervisors)
    return np.asarray(np.logical_or.reduce([one[:, None] & one[None, :] for one in alike]))


def within_reach(asks: StepAsks, levels: tuple[int, int], leads: bool) -> bool:
    """Whether a step is one stage of a way: no second degree of a level, none that skips a degree.

    `levels` (1 to 12) are the schooling usual at both ends. Who leads rose from the work: a degree
    that has to be earned first makes it another way (`leads`); so does one beyond a master's.
    """
    has, usual = (EducationLevel(max(level, EducationLevel.HIGH_SCHOOL)) for level in levels)
    asked = asks.credential
    if asked is not None and asked >= EducationLevel.ASSOCIATE and asks.is_again:
        return False
    if leads:
        return asked is None or asked < EducationLevel.BACHELOR
    wanted = max(usual, asked or usual)
    if (has >= EducationLevel.MASTER and wanted > has) or _is_beyond_master(asked):
        return False
    return SCHOOL_YEARS[wanted].value - SCHOOL_YEARS[has].value <= LONG_SCHOOL_YEARS.value


def _is_beyond_master(asked: EducationLevel | None) -> bool:
    """Whether a profession's own degree has to be earned: a new beginning, whatever came before."""
    return asked is not None and asked >= EducationLevel.PROFESSIONAL


def is_own_rung(code: str, title: str) -> bool:
    """Whether an occupation is one line of the surveys: no specialty, no rest of a group.

    A specialty wears the pay and the openings of its whole line, a rest those of many.
    """
    return code.endswith(".00") and not is_rest(title)


def is_rest(title: str) -> bool:
    """Whether the title is that of what remains of a group, as in `Engineers, All Other`."""
    return "All Other" in title

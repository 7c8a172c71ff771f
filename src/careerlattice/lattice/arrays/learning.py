"""Whether schooling or experience of one occupation counts on in another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.supervisors import is_leader
from careerlattice.lattice.parameters import NEAR_ENOUGH_AGAIN, NEAR_ENOUGH_TO_COUNT
from careerlattice.requirements.fields_of_study import FieldsOfStudy
from careerlattice.vocab.levels import EducationLevel

Flags = NDArray[np.bool_]
SERIES = len("51.38")
"""Digits of a series of programs."""


def shares_series(study: FieldsOfStudy, rows: NDArray[np.int64]) -> Flags:
    """Whether one series of programs leads to both, for each two of these rows."""
    programs = [study.programs[row] for row in rows]
    return shared_series(programs, programs)


def shared_series(programs: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> Flags:
    """Whether two sets of programs have a series (four digits) in common, (n, c) for n and c."""
    series = [[{cip[:SERIES] for cip in one} for one in side] for side in (programs, others)]
    names = {name: at for at, name in enumerate(sorted(set().union(*series[0], *series[1])))}

    def marked(side: list[set[str]]) -> NDArray[np.float32]:
        found = np.zeros((len(side), max(len(names), 1)), dtype=np.float32)
        for at, one in enumerate(side):
            found[at, [names[name] for name in one]] = 1
        return found

    return np.asarray(marked(series[0]) @ marked(series[1]).T > 0)


def counts_on(
    study: FieldsOfStudy,
    typical_level: NDArray[np.int64],
    rows: NDArray[np.int64],
    nearness: NDArray[np.float32],
    shared: Flags,
) -> Flags:
    """Whether what is learned at the origin (row) counts at the destination (column).

    For these rows, `nearness` and `shared` (see `shares_series`) being theirs and `typical_level`
    (1 to 12) that of all. Where the destination takes any field, or one series of programs leads to
    both, it does; else the work must be near. It must be nearer where schooling of the same level
    would have to be earned once more in another field, and between two licensed professions nothing
    helps: a physical therapist who becomes a pharmacist, or a physician, starts again. Where a
    master's degree or more is asked in a field, only schooling that leads there counts.
    """
    is_specific = np.array([bool(study.is_specific[row]) for row in rows])
    is_licensed = is_specific & [study.is_licensed(int(row)) for row in rows]
    level = typical_level[rows]
    is_again = is_specific[:, None] & (level[:, None] >= level[None, :])
    starts_again = is_licensed[:, None] & is_licensed[None, :]
    enough = np.where(is_again, NEAR_ENOUGH_AGAIN.value, NEAR_ENOUGH_TO_COUNT.value)
    # A master's degree or more in a field builds on schooling in that field.
    is_graduate = is_specific & (level >= EducationLevel.MASTER)
    is_near = (nearness >= enough) & ~starts_again & ~is_graduate[None, :]
    return np.asarray(shared | ~is_specific[None, :] | is_near)


def peers(
    codes: Sequence[str], is_apprenticed: NDArray[np.bool_], is_specific: NDArray[np.bool_]
) -> Flags:
    """Whether two occupations are trades or professions side by side, (n, n), symmetric.

    Two trades that an apprenticeship leads to, or two of one SOC minor group that are each learned
    in their own field of study; neither leads. An electrician who turns plumber, a civil engineer
    who turns chemical engineer and a professor of history who turns to law begin again: neither is
    a rung above.
    """
    minor = np.array([code[:4] for code in codes])
    below = ~np.array([is_leader(code) for code in codes])
    trade, taught = is_apprenticed & below, is_specific & below
    same = minor[:, None] == minor[None, :]
    return np.asarray(
        (trade[:, None] & trade[None, :]) | (same & taught[:, None] & taught[None, :])
    )

"""How schooling carries over from one occupation to another, for every pair.

A program is one whose code says what is taught; residual codes ("Nursing, Other") establish nothing
in common. `docs/methods/plans.md` says the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.parameters import AS_LONG_SHARE, MOST_LIKELY, NEAR_LINE
from careerlattice.requirements.fields_of_study import is_residual
from careerlattice.requirements.priced_fields import PricedFields

Flags = NDArray[np.bool_]
Sets = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Overlaps:
    """Schooling for the row's occupation against what the column's asks, each flag (n, n).

    `same_program`: who works in the row has most likely studied a program that leads to the column.
    `common_program`: one program leads to both. `same_line`: schooling for the row is credited
    toward the column.
    """

    same_program: Flags
    common_program: Flags
    same_line: Flags


@dataclass(frozen=True)
class OwnPrograms:
    """Each occupation's own program: its credential, its months, and whether law asks it."""

    level: NDArray[np.int64]
    months: NDArray[np.float64]
    is_by_law: Flags


def build_overlaps(
    programs: Sets,
    is_specific: Flags,
    priced: PricedFields,
    nearness: NDArray[np.float32],
    own: OwnPrograms,
) -> Overlaps:
    """The overlaps of all occupations, from the programs that lead to each.

    A nearby occupation's credential never opens another: the program itself must have been earned.
    Near work of the same family only shortens the way.
    """
    named: Sets = tuple(
        frozenset(cip for cip in cips if not is_residual(cip)) or cips for cips in programs
    )
    counts = _counted(named)
    sizes = np.array([len(cips) for cips in named])[:, None]
    common = counts > 0
    # A code is shared by credentials of different length: the shorter never opens the longer.
    shorter = own.months[:, None] < AS_LONG_SHARE.value * own.months[None, :]
    common &= ~(shorter & (own.level[:, None] <= own.level[None, :]))
    share = np.where(own.is_by_law, 1.0, MOST_LIKELY.value)[None, :]
    same = common & (counts >= share * sizes - 1e-6) & is_specific[:, None]
    needs_degree = priced.is_first_professional
    same_field = priced.of[:, None] == priced.of[None, :]
    by_degree = needs_degree[:, None] & same_field & common
    has_own_price = (priced.of > 0) & ~needs_degree
    family = _counted(tuple(frozenset(cip[:2] for cip in cips) for cips in named)) > 0
    line = common | (family & (nearness >= np.float64(NEAR_LINE.value)))
    line &= same_field | ~has_own_price
    return Overlaps(
        same_program=np.where(needs_degree, by_degree, same),
        common_program=np.where(needs_degree, by_degree, common),
        same_line=line,
    )


def _counted(sets: Sets) -> NDArray[np.float32]:
    """How many names each two sets have in common, shape (n, n)."""
    names = sorted(set().union(*sets))
    at = {name: i for i, name in enumerate(names)}
    member = np.zeros((len(sets), len(names)), dtype=np.float32)
    for row, fields in enumerate(sets):
        member[row, [at[name] for name in fields]] = 1.0
    return np.asarray(member @ member.T)

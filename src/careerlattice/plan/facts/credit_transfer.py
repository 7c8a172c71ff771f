"""How schooling carries over from one occupation to another, for every pair.

A program is one whose code says what is taught; residual codes ("Nursing, Other") establish nothing
in common. `docs/methods/plans.md` says the rules.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.parameters import MOST_LIKELY, NEAR_BY_LAW, NEAR_LINE
from careerlattice.requirements.fields_of_study import is_residual
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

Flags = NDArray[np.bool_]
Sets = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Overlaps:
    """Schooling for the row's occupation against what the column's asks, each flag (n, n).

    `same_program`: who works in the row has most likely studied a program that leads to the column.
    `common_program`: one program leads to both. `same_line`: schooling for the row is credited
    toward the column. `opens_below`: where it is higher than the column accepts, it stands in for
    the column's own.
    """

    same_program: Flags
    common_program: Flags
    same_line: Flags
    opens_below: Flags


def build_overlaps(
    catalog: Catalog, nearness: NDArray[np.float64], accepted: NDArray[np.int64]
) -> Overlaps:
    """The overlaps of all occupations; `accepted` are the levels plans may aim at."""
    study, priced = (
        open_requirements(catalog).fields_of_study,
        open_requirements(catalog).priced_fields,
    )
    programs: Sets = tuple(
        frozenset(cip for cip in cips if not is_residual(cip)) for cips in study.programs
    )
    is_specific = study.is_specific
    is_licensed = is_specific & [study.is_licensed(row) for row in range(len(programs))]
    counts = _counted(programs)
    sizes = np.array([len(cips) for cips in programs])[:, None]
    common = counts > 0
    most = common & (counts >= MOST_LIKELY.value * sizes - 1e-6)
    # By law the program itself must have been earned: by those who could not work here without one,
    # and whose programs all lead there, or most of them where the law names theirs, too.
    surely = is_specific[:, None] & ((counts >= sizes) | is_licensed[:, None])
    same = most & (surely | ~is_licensed[None, :])
    # Where a degree opens the occupation nothing else does, whatever program it was earned in.
    needs_degree = priced.is_first_professional
    same_field = priced.of[:, None] == priced.of[None, :]
    by_degree = needs_degree[:, None] & same_field
    # Flight hours and the like are flown in the field itself, not in work near to it.
    has_own_price = (priced.of > 0) & ~needs_degree
    family = _counted(tuple(frozenset(cip[:2] for cip in cips) for cips in programs)) > 0
    line = common | (family & (nearness >= NEAR_LINE.value))
    line &= same_field | ~has_own_price
    # Of the same family but without a common program, more schooling stands in for a certificate
    # at most: a pharmacist is no nurse anesthetist.
    by_law = is_licensed & (accepted >= EducationLevel.CERTIFICATE)
    near = nearness >= np.where(by_law, NEAR_BY_LAW.value, NEAR_LINE.value)
    below = (common & ~by_law) | (family & near & (accepted < EducationLevel.ASSOCIATE))
    below |= _within_series(programs)
    below &= line & is_specific[:, None] & ~needs_degree
    return Overlaps(
        same_program=np.where(needs_degree, by_degree, same),
        common_program=np.where(needs_degree, by_degree, common),
        same_line=line,
        opens_below=below,
    )


def _within_series(programs: Sets) -> Flags:
    """Whether all of the row's programs are of series whose programs mostly lead to the column.

    Such a series (four digits) is the column's own: all of nursing is registered nurses', that of
    midwives included, while each kind of therapist has one program of a series of many.
    """
    every = set().union(*programs)
    sizes = Counter(cip[:5] for cip in every)
    own = []
    for cips in programs:
        found = Counter(cip[:5] for cip in cips)
        own.append(frozenset(cip for cip, count in found.items() if 1 < sizes[cip] <= 2 * count))
    inside = tuple(frozenset(cip[:5] for cip in cips) for cips in programs)
    columns = [series != frozenset() for series in own]
    flags = np.zeros((len(programs), len(programs)), dtype=np.bool_)
    for b in np.flatnonzero(columns):
        flags[:, b] = [bool(series) and series <= own[b] for series in inside]
    return flags


def _counted(sets: Sets) -> NDArray[np.float32]:
    """How many names each two sets have in common, shape (n, n)."""
    names = sorted(set().union(*sets))
    at = {name: i for i, name in enumerate(names)}
    member = np.zeros((len(sets), len(names)), dtype=np.float32)
    for row, fields in enumerate(sets):
        member[row, [at[name] for name in fields]] = 1.0
    return np.asarray(member @ member.T)

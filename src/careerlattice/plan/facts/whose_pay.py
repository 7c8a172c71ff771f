"""Whose published pay stands for an occupation: its own line's, or that of nearer work.

Statistics know a specialty only as part of its line. Where a specialty asks a higher degree than
the line, the line's pay is another profession's: a psychiatric nurse with a master's is paid like a
nurse practitioner, not like all registered nurses.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.parameters import PAID_ALIKE

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
SERIES = len("51.38")


def whose_pay(
    catalog: Catalog,
    *,
    asked: Ints,
    usual: Ints,
    line: Ints,
    programs: tuple[frozenset[str], ...],
    nearness: NDArray[np.float32],
    has_own: Flags,
) -> Ints:
    """The place of the occupation whose pay stands for each, shape (n,); mostly its own.

    For a specialty that asks (`asked`) more schooling than its line usually (`usual`) has, the
    nearest occupation with figures of its own, of the same usual schooling and taught in the same
    series of programs, if it is nearly the same work.
    """
    found = np.arange(len(line))
    for row, code in enumerate(catalog.codes):
        if not code.is_specialty:
            continue
        whole = catalog.row_of.get(type(code)(f"{code.soc}.00"))
        if whole is None or asked[row] <= usual[whole]:
            continue
        near = nearness[row].astype(np.float64)
        able = has_own & (usual == usual[row]) & (near >= PAID_ALIKE.value)
        taught = {program[:SERIES] for program in programs[row]}
        for other in np.argsort(-np.where(able, near, 0.0), kind="stable")[: able.sum()]:
            if taught & {program[:SERIES] for program in programs[other]}:
                found[row] = other
                break
    return found

"""How high the members of a ladder stand: the status index, with leaders above those they lead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.parameters import LEAST_LIFT, LIFTED_AT_MOST

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def standing_of(index: Floats, named_up: Flags, supervises: Flags) -> Floats:
    """How high each member stands, shape (m,), not below its status index `index` (m,).

    The destination of a named step up (`named_up`, (m, m), origins in rows) is lifted above its
    origin where it stands lower: a supervisor (`supervises`, (m,)) always, others where little is
    missing, as a nurse who turns teacher leaves the ladder of nurses. Steps that would lead in a
    circle lift nobody.
    """
    falls = index[None, :] - index[:, None]
    may_lift = named_up & (supervises[None, :] | (falls > -LIFTED_AT_MOST.value))
    if not (may_lift & (falls < LEAST_LIFT.value)).any():
        return index
    lifting = _without_circles(may_lift, falls)
    standing = index.copy()
    for _ in range(len(index)):
        above = np.where(lifting, standing[:, None] + LEAST_LIFT.value, -np.inf).max(axis=0)
        raised = np.maximum(standing, above)
        if (raised == standing).all():
            break
        standing = raised
    return standing


def _without_circles(steps: Flags, falls: Floats) -> Flags:
    """The steps, without those that would close a circle; those that fall least are kept first."""
    kept = steps & (falls > 0)
    reach = kept.copy()
    for middle in range(len(reach)):
        reach |= np.outer(reach[:, middle], reach[middle])
    rest = np.argwhere(steps & ~kept)
    for a, b in rest[np.lexsort((rest[:, 1], rest[:, 0], -falls[tuple(rest.T)]))]:
        if reach[b, a]:
            continue
        kept[a, b] = True
        into, out = reach[:, a].copy(), reach[b].copy()
        into[a] = out[b] = True
        reach |= np.outer(into, out)
    return kept

"""Where an area's published pay is out of line, so that no plan should rest on it.

A median of a few hundred jobs, or one in the midst of jobs paid very unlike, says little about what
the next job pays. Either alone is common; beside pay far above the nation's it is a warning.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.parameters import FAR_ABOVE, FEW_JOBS, WIDE_HALF

MAX_NOTICES = 3
"""How many occupations are warned of at once."""


def unusual_pay(catalog: Catalog, area: Area) -> NDArray[np.bool_]:
    """Occupations whose median pay in the area is out of line, shape (occupations,).

    It is at least 1.4 times the nation's (times what all occupations of the area usually pay
    against the nation, where that is more), and rests on fewer than 1,000 jobs or stands in a
    middle half whose upper end is at least 2.2 times its lower one.
    """
    here, nation = catalog.pay_vectors(area), catalog.pay_vectors()
    ratio = here.p50 / nation.p50
    own = here.level == 0
    usual = float(np.nanmedian(ratio[own])) if own.any() else 1.0
    is_far = np.nan_to_num(ratio, nan=0.0) >= FAR_ABOVE.value * max(1.0, usual)
    is_few = ~(here.employment >= FEW_JOBS.value)
    is_wide = np.nan_to_num(here.p75 / here.p25, nan=0.0) >= WIDE_HALF.value
    return np.asarray(is_far & (is_few | is_wide))


def unusual_pay_notices(catalog: Catalog, area: Area, rows: Sequence[int]) -> tuple[Notice, ...]:
    """A notice for each of the first of these occupations, whose pay is taken to be unusual."""
    here, nation = catalog.pay_vectors(area), catalog.pay_vectors()
    found = []
    for row in rows[:MAX_NOTICES]:
        jobs = float(here.employment[row])
        details = {
            "occupation": catalog.list_occupations()[row].title,
            "area": area.name,
            "p25": float(here.p25[row]),
            "p50": float(here.p50[row]),
            "p75": float(here.p75[row]),
            "nation": float(nation.p50[row]),
            "jobs": jobs if jobs < FEW_JOBS.value else None,
        }
        found.append(Notice(NoticeKind.UNUSUAL_PAY, details))
    return tuple(found)

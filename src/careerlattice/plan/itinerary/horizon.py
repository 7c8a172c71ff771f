"""Over how many years a plan's money is compared."""

from __future__ import annotations

from math import ceil

from careerlattice.plan.parameters import HORIZON_YEARS, MIN_YEARS_AFTER, YEARS_AFTER
from careerlattice.plan.request import MAX_HORIZON_YEARS

USUAL_YEARS = int(HORIZON_YEARS.value)


def lengthened(horizon_years: int, months: float) -> int:
    """The horizon if it leaves some years after a plan of so many months, else one that leaves ten.

    A plan that is hardly done by the end of the comparison has paid for its schooling and earned
    nothing with it, so that every long way would look like a loss.
    """
    if months <= 12 * (horizon_years - MIN_YEARS_AFTER.value):
        return horizon_years
    years = ceil(months / 12) + int(YEARS_AFTER.value)
    return max(horizon_years, min(MAX_HORIZON_YEARS, years))

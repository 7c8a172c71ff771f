"""Over how many years a plan's money is compared."""

from __future__ import annotations

from math import ceil

from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.request import MAX_HORIZON_YEARS
from careerlattice.vocab.amounts import months

USUAL_YEARS = 10
LEAST_YEARS_AFTER, YEARS_AFTER = 3, 10


def lengthened(horizon_years: int, longest_months: float) -> int:
    """The horizon if it leaves some years after the longest plan, else one that leaves ten.

    A plan that is hardly done by the end of the comparison has paid for its schooling and earned
    nothing with it, so that every long way would look like a loss.
    """
    if longest_months <= 12 * (horizon_years - LEAST_YEARS_AFTER):
        return horizon_years
    return max(horizon_years, min(MAX_HORIZON_YEARS, ceil(longest_months / 12) + YEARS_AFTER))


def horizon_notice(horizon_years: int, longest_months: float) -> Notice:
    """What is said where the horizon was lengthened."""
    return Notice(
        NoticeKind.HORIZON,
        f"The longest plan takes {months(longest_months)}: money is compared over {horizon_years} "
        f"years instead of {USUAL_YEARS}, for all plans.",
        "horizon_years",
        float(horizon_years),
    )

"""What a license costs and how long it takes to get, once all it asks is done."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from careerlattice.requirements.entry import AskedIn, LicenseGate
from careerlattice.requirements.parameters import LICENSE_MONTHS, LICENSE_USD

LEAST_MONTHS = 1.0
"""Nobody holds a license on the day of the application; steps are told in months."""
_SELDOM = (AskedIn.VOLUNTARY, AskedIn.PART)


@dataclass(frozen=True, slots=True)
class LicenseTerms:
    """Months from application to license, at best and usually, and fees in dollars.

    `is_estimate`: its fee is not known, so that of licenses in general stands in;
    `is_wait_estimate`: so does the time it takes. On
    `works_before` the job may begin at once, so that nothing is waited for before it.
    """

    months: float
    months_usual: float
    usd: float
    usd_low: float
    usd_high: float
    is_estimate: bool
    is_wait_estimate: bool
    works_before: str = ""


def license_terms(gates: Sequence[LicenseGate]) -> LicenseTerms:
    """The terms of the first license that most who work in the line must hold."""
    first = next((gate for gate in gates if gate.asked_in not in _SELDOM), None)
    wait = first.wait if first else None
    fee = first.fee if first else None
    usd = float(LICENSE_USD.value) if fee is None else float(round(fee.middle))
    works_before = ""
    if first is not None and first.rule is not None and not first.is_after_practice:
        works_before = first.rule.works_before
    if works_before:
        best = usual = 0.0
    elif wait is None:
        best, usual = float(LICENSE_MONTHS.value), float(LICENSE_MONTHS.value)
    else:
        best = max(LEAST_MONTHS, math.ceil(wait.low))
        usual = max(best, math.ceil(wait.middle))
    return LicenseTerms(
        months=best,
        months_usual=usual,
        usd=usd,
        usd_low=usd if fee is None else fee.low,
        usd_high=usd if fee is None else fee.high,
        is_estimate=fee is None,
        is_wait_estimate=wait is None and not works_before,
        works_before=works_before,
    )

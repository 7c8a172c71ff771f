"""Figures about requirements that no publisher gives."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

UNDER_FIVE_YEARS_MONTHS = Parameter(
    12,
    "months",
    "BLS's 'less than 5 years' of related work: a year where no rule says more",
    label="Experience where BLS says less than five years",
)
FIVE_YEARS_MONTHS = Parameter(
    60,
    "months",
    "BLS's '5 years or more' of related work",
    label="Experience where BLS says five years or more",
    source="BLS Employment Projections, table 1.2",
)
LICENSE_MONTHS = Parameter(
    2,
    "months",
    "an estimate: time to apply, sit an exam and receive a license",
    label="Time to get a license",
)
LICENSE_USD = Parameter(
    0,
    "USD",
    "fees are not in the license source; they are left out and named as missing",
    label="Fees for a license",
)

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
OWN_SERIES_SHARE = Parameter(
    0.5,
    "share of six-digit programs",
    "graduates and earnings of a four-digit series are the profession's from half of its programs",
)
LIKENESS_WEIGHT = Parameter(
    0.5,
    "share of graduates",
    "a program named like the occupation counts as if it sent so many more graduates there",
)
SAMPLING_ERRORS = Parameter(
    1.96,
    "standard errors",
    "answers are contradicted where figures lie outside their 95 % interval (Wilson)",
)
SOME_COLLEGE_CERTIFICATES = Parameter(
    0.5,
    "share of some college",
    "BLS counts certificates as some college without a degree; half of it, as none says how many",
)

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
    "what a program whose name is the occupation's counts like, beside the graduates it sends there",
)

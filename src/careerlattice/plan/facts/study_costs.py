"""Months and dollars from everything held to every level, as a table for the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.credit_for_schooling import CREDENTIAL_OF, EARNED_FOR, courses_to
from careerlattice.requirements.prices import CredentialPrice
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel as Level

LEVELS = 13
"""Education levels by number, 0 for none."""


@dataclass(frozen=True)
class StudyTable:
    """Months and dollars to every level from everything held, shape (fields, 13, 13, 13).

    Indices are the field with prices of its own (0 for any other), the highest level held in any
    field, in the field itself (0 for none), and the level aimed at. `months` at full time, `usd`
    typical tuition, `years` full-time-equivalent years. `is_full_time_only`, shape (fields, 13), is
    where the way to a level cannot be studied beside a job.
    """

    months: NDArray[np.int64]
    usd: NDArray[np.float64]
    years: NDArray[np.float64]
    is_full_time_only: NDArray[np.bool_]


def study_table_of(catalog: Catalog, sector: str) -> StudyTable:
    """The table of a release's schools of one sector."""
    requirements = open_requirements(catalog)
    fields = [requirements.field_prices[name] for name in requirements.priced_fields.names]
    return build_study_table(
        [
            {credential: price for (kind, credential), price in prices.items() if kind == sector}
            for prices in fields
        ]
    )


def build_study_table(prices: Sequence[Mapping[str, CredentialPrice]]) -> StudyTable:
    """The table of one school sector; `prices` by credential, those of any field first."""
    months = np.zeros((len(prices), LEVELS, LEVELS, LEVELS), dtype=np.int64)
    usd = np.zeros(months.shape)
    full_time_only = np.zeros((len(prices), LEVELS), dtype=np.bool_)
    special = _own_prices(prices)
    for held in Level:
        for in_field in (None, *Level):
            for level in Level:
                here = (int(held), int(in_field or 0), int(level))
                general = courses_to(EARNED_FOR[level], held, in_field, prices[0])
                # Most fields have one credential of their own; the rest is as anywhere.
                others = {field for course in general for field in special.get(course.level, ())}
                months[:, *here] = int(sum(c.months for c in general))
                usd[:, *here] = sum(c.usd for c in general)
                for field in others:
                    own = courses_to(EARNED_FOR[level], held, in_field, prices[field])
                    months[field, *here] = int(sum(c.months for c in own))
                    usd[field, *here] = sum(c.usd for c in own)
    years = months / 12.0
    for field, own_prices in enumerate(prices):
        for level, name in CREDENTIAL_OF.items():
            full_time_only[field, level] = own_prices[name].is_full_time_only
    return StudyTable(months=months, usd=usd, years=years, is_full_time_only=full_time_only)


def _own_prices(prices: Sequence[Mapping[str, CredentialPrice]]) -> dict[Level, list[int]]:
    """The fields whose credential of a level is unlike that of any field."""
    return {
        level: [
            field for field, own in enumerate(prices) if own[name].field != prices[0][name].field
        ]
        for level, name in CREDENTIAL_OF.items()
    }

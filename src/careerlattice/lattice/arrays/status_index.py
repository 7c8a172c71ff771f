"""The status index: how high an occupation stands, from preparation and pay; kinds rest on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.parameters import (
    HIGHEST_PAY_USD,
    LOWEST_PAY_USD,
    PAY_WEIGHT,
    PRACTICE_WEIGHT,
    SCHOOL_WEIGHT,
    ZONE_WEIGHT,
)
from careerlattice.requirements.parameters import school_years
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.shares import category_months

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class StatusIndex:
    """The status index of every occupation and what it is made of, each of shape (occupations,).

    `index`, 0 to 100, is the occupational status of sociology: half preparation, half pay.
    Preparation is the occupation's standing in job zone, schooling, and experience with training, a
    standing being the share of all occupations that ask less. `zone` is the stand-in's where none
    is published (0: none). `school_years` and `practice_months` are means over the jobs of an
    occupation: schooling from first grade; related experience and training together. `pay_usd` is
    the national median, nan where none is published; there the pay expected at that preparation
    stands in.
    """

    index: Floats
    zone: NDArray[np.int64]
    school_years: Floats
    practice_months: Floats
    pay_usd: Floats


def read_status_index(catalog: Catalog) -> StatusIndex:
    """The status index of all occupations, in the order of `catalog.codes`."""
    shares = open_requirements(catalog).shares
    school = shares.smoothed["RL"] @ np.array(school_years(), dtype=np.float64)
    practice = sum(
        (
            shares.smoothed[scale] @ category_months(catalog.release, scale)
            for scale in ("RW", "PT", "OJ")
        ),
        start=np.zeros(len(catalog.codes)),
    )
    zone = zones_of(catalog)
    pay = catalog.pay_vectors().p50
    preparation = (
        ZONE_WEIGHT.value * standing(np.where(zone > 0, zone, np.nan).astype(np.float64))
        + SCHOOL_WEIGHT.value * standing(school)
        + PRACTICE_WEIGHT.value * standing(practice)
    )
    paid = pay_points(pay)
    known = ~np.isnan(paid)
    slope, start = np.polyfit(preparation[known], paid[known], 1)
    paid = np.where(known, paid, np.clip(start + slope * preparation, 0, 100))
    return StatusIndex(
        index=preparation + PAY_WEIGHT.value * paid,
        zone=zone,
        school_years=school,
        practice_months=practice,
        pay_usd=pay,
    )


def pay_points(pay_usd: Floats) -> Floats:
    """Yearly pay on a scale of ratios: $30,000 is 0, each doubling adds 33, $240,000 is 100."""
    lowest = LOWEST_PAY_USD.value
    scale = np.log(HIGHEST_PAY_USD.value / lowest)
    points = np.log(pay_usd / lowest) / scale * 100
    return np.asarray(np.clip(points, 0, 100), dtype=np.float64)


def zones_of(catalog: Catalog) -> NDArray[np.int64]:
    """The job zone of every occupation; the stand-in's where none is published, or else 0."""
    found = []
    for code in catalog.codes:
        occupation = catalog.occupation(code)
        stand_in = catalog.occupation(occupation.stand_in)
        found.append(occupation.job_zone or stand_in.job_zone or 0)
    return np.array(found, dtype=np.int64)


def standing(values: Floats) -> Floats:
    """The share in percent of known values that are lower, ties counted half; nan counts as 50."""
    known = np.sort(values[~np.isnan(values)])
    below = np.searchsorted(known, values, side="left")
    up_to = np.searchsorted(known, values, side="right")
    shares = (below + up_to) / 2 / len(known) * 100
    return np.asarray(np.where(np.isnan(values), 50.0, shares), dtype=np.float64)

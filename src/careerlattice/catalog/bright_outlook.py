"""Occupations with a bright outlook, by the rule O*NET publishes, from BLS's projections.

An occupation has one when it is projected to grow faster than average or to have many openings
over the ten years. O*NET's own list is not held: what it adds by hand is not here.
"""

from __future__ import annotations

from enum import StrEnum
from math import floor
from typing import TYPE_CHECKING

from careerlattice.catalog.parameters import (
    AVERAGE_GROWTH_PCT,
    BRIGHT_GROWTH_PCT,
    BRIGHT_OPENINGS,
    PROJECTED_YEARS,
)

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.vocab.codes import OnetSocCode


class BrightOutlook(StrEnum):
    """Why an occupation's outlook is bright, by O*NET's code for it."""

    GROW = "grow"
    OPENINGS = "openings"


class OutlookClass(StrEnum):
    """An outlook in one of three words."""

    BRIGHT = "bright"
    AVERAGE = "average"
    BELOW_AVERAGE = "below average"


def outlook_class(catalog: Catalog, code: OnetSocCode) -> OutlookClass:
    """Whether an outlook is bright, average or below; without projections, below."""
    if bright_outlook_of(catalog, code):
        return OutlookClass.BRIGHT
    growth = catalog.get_outlook(code).growth_pct.value
    if growth is not None and _whole(growth) >= AVERAGE_GROWTH_PCT.value:
        return OutlookClass.AVERAGE
    return OutlookClass.BELOW_AVERAGE


def bright_outlooks(catalog: Catalog) -> dict[str, tuple[BrightOutlook, ...]]:
    """The occupations with a bright outlook by code, each with the reasons; read once a catalog.

    Growth is compared as published, in whole percent. Where a line of the projections gathers
    several SOC occupations its growth speaks for each of them, its openings for none.
    """
    return catalog.keep(_read)


def bright_outlook_of(catalog: Catalog, code: str) -> tuple[BrightOutlook, ...]:
    """Why the outlook of an occupation is bright; empty when it is not."""
    return bright_outlooks(catalog).get(code, ())


def _read(catalog: Catalog) -> dict[str, tuple[BrightOutlook, ...]]:
    links = catalog.release.table("projection_links")
    lines = links.join(catalog.release.table("projections"), on="matrix_code")
    by_soc = {}
    for soc, growth, openings, gathers in lines.select(
        "soc_code", "growth_pct", "openings", "is_aggregate"
    ).iter_rows():
        reasons = []
        if growth is not None and _whole(growth) >= BRIGHT_GROWTH_PCT.value:
            reasons.append(BrightOutlook.GROW)
        in_all = round((openings or 0.0) * 1_000) * PROJECTED_YEARS.value
        if not gathers and in_all >= BRIGHT_OPENINGS.value:
            reasons.append(BrightOutlook.OPENINGS)
        if reasons:
            by_soc[soc] = tuple(reasons)
    return {str(code): by_soc[code.soc] for code in catalog.codes if code.soc in by_soc}


def _whole(growth_pct: float) -> int:
    """Growth in whole percent, halves up, as BLS tells it."""
    return floor(growth_pct + 0.5)

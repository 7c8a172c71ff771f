"""Where an occupation is common: its share of a state's jobs beside its share of the nation's."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from careerlattice.catalog.areas import NATION
from careerlattice.catalog.parameters import COMMON_HERE, RARE_HERE

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.vocab.codes import OnetSocCode


class Concentration(StrEnum):
    """How common an occupation is in a state, the most common first."""

    ABOVE = "above average"
    AVERAGE = "average"
    BELOW = "below average"


def concentration_of(quotient: float) -> Concentration:
    """What a location quotient says."""
    if quotient > COMMON_HERE.value:
        return Concentration.ABOVE
    return Concentration.BELOW if quotient < RARE_HERE.value else Concentration.AVERAGE


def location_quotients(catalog: Catalog, code: OnetSocCode) -> dict[str, float]:
    """The location quotient of an occupation in each state that publishes its jobs, by area code.

    A quotient is the occupation's share of the jobs there over its share in the nation. Jobs are
    those of the wage survey; the sums leave out what it suppresses.
    """
    import polars as pl

    line = catalog.get_wage(code).employment.provenance.line
    totals = catalog.keep(_totals)
    rows = catalog.release.table("wages").filter(
        (pl.col("oews_code") == line) & pl.col("area_code").is_in(list(totals))
    )
    jobs = dict(rows.select("area_code", "employment").drop_nulls().iter_rows())
    if NATION not in jobs or not jobs[NATION]:
        return {}
    nation = jobs.pop(NATION) / totals[NATION]
    return {area: there / totals[area] / nation for area, there in sorted(jobs.items())}


def _totals(catalog: Catalog) -> dict[str, int]:
    """All jobs of the nation and of each state."""
    import polars as pl

    areas = catalog.release.table("areas").filter(pl.col("kind").is_in(["nation", "state"]))
    sums = (
        catalog.release.table("wages")
        .join(areas.select("area_code"), on="area_code", how="semi")
        .group_by("area_code")
        .agg(pl.col("employment").cast(pl.Int64).sum())
    )
    return dict(sums.iter_rows())

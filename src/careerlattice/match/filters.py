"""Which occupations a ranking keeps, and how many each filter leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.catalog.ratings import rated_matrix
from careerlattice.errors import BadRequest
from careerlattice.match.fit import FitColumns
from careerlattice.match.occupation_arrays import Bools
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Filters:
    """Which occupations to keep; none keeps all.

    `max_education` keeps occupations of which at least a quarter of the jobs accept that level or
    less. `min_pay_usd` is on median pay in the area; where pay is published by the hour alone, what
    a year brings is not known, and the occupation is left out. `cluster` and `pathway` are ids or
    names, of `framework` ("2008" or "2024") where given.
    """

    zones: tuple[int, ...] = ()
    max_education: EducationLevel | None = None
    min_pay_usd: float | None = None
    min_growth_pct: float | None = None
    clusters: tuple[str, ...] = ()
    pathway: str | None = None
    framework: str | None = None
    avoid: tuple[str, ...] = ()
    only_rated: bool = False


def keep(catalog: Catalog, columns: FitColumns, filters: Filters) -> tuple[Bools, dict[str, int]]:
    """Which occupations pass the filters, and how many each filter leaves out."""
    size = len(catalog.codes)
    kept = np.ones(size, dtype=np.bool_)
    left_out: dict[str, int] = {}

    def apply(name: str, passes: Bools) -> None:
        left_out[name] = int((~passes).sum())
        np.logical_and(kept, passes, out=kept)

    if filters.zones:
        known = catalog.release.job_zones
        if not all(zone in known.labels for zone in filters.zones):
            raise BadRequest(f"Job zones run from {known.lowest} to {known.highest}.", field="zone")
        apply("zone", np.isin(_zones(catalog), filters.zones))
    if filters.max_education is not None:
        accepted = open_requirements(catalog).shares.accepted_level
        apply("education", accepted <= int(filters.max_education))
    if filters.min_pay_usd is not None:
        # Pay published by the hour alone is of work that few do all year, full time: what it
        # brings in a year is not known.
        apply("pay", (columns.pay.p50 >= filters.min_pay_usd) & ~columns.pay.is_hourly)
    if filters.min_growth_pct is not None:
        apply("growth", columns.outlook.growth_pct >= filters.min_growth_pct)
    if filters.clusters:
        codes = {
            code
            for name in filters.clusters
            for pathway in catalog.list_pathways(
                None, catalog.get_cluster(name, filters.framework).id
            )
            for code in catalog.frameworks.occupations_of(pathway.id)
        }
        apply("cluster", _among(catalog, codes))
    if filters.pathway is not None:
        pathway = catalog.get_pathway(filters.pathway, filters.framework)
        apply("pathway", _among(catalog, set(catalog.frameworks.occupations_of(pathway.id))))
    if filters.avoid:
        apply("avoid", ~_among(catalog, set(filters.avoid)))
    if filters.only_rated:
        apply("rated", ~rated_matrix(catalog, "skill").is_stand_in)
    return kept, left_out


@lru_cache(maxsize=4)
def _zones(catalog: Catalog) -> np.ndarray[Any, Any]:
    own = [catalog.occupation(code) for code in catalog.codes]
    zones = [o.job_zone or catalog.occupation(o.stand_in).job_zone or 0 for o in own]
    return np.array(zones)


def _among(catalog: Catalog, codes: set[Any]) -> Bools:
    return np.array([code in codes for code in catalog.codes], dtype=np.bool_)

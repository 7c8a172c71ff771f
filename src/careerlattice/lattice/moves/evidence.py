"""What speaks for a move, each with its figures and source; `wording.moves` makes the sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Occupation
from careerlattice.lattice.arrays.kinds import KindReason, MoveLabel
from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.requirements.entry import FactSource


@dataclass(frozen=True, slots=True)
class NamedEvidence:
    """The rule of the entry conditions that names the move.

    `months` in the origin it names (none where it names none), what it `asks` besides, in words,
    and the sources it was read in.
    """

    named: Named
    months: float | None
    asks: str
    sources: tuple[FactSource, ...]


@dataclass(frozen=True, slots=True)
class AgainstTheGrain:
    """What goes against the grain of the move."""

    label: MoveLabel


@dataclass(frozen=True, slots=True)
class LikelihoodEvidence:
    """How many of those who leave `origin` (a title) take the move next.

    `lift` is how many times as many as the destination's share of all jobs would give; none where
    its jobs are not counted.
    """

    origin: str
    likelihood: float
    lift: float | None


@dataclass(frozen=True, slots=True)
class RelatedEvidence:
    """The publisher (`citation`) lists the two as related: tier, and number `rank` of 20."""

    tier: str
    rank: int
    is_seen_from_destination: bool
    citation: str


@dataclass(frozen=True, slots=True)
class NearnessEvidence:
    """How near the work is, 0 to 1."""

    nearness: float


@dataclass(frozen=True, slots=True)
class PayEvidence:
    """Median pay a year at both ends in an area; `is_wider` where some is a wider area's."""

    before_usd: float
    after_usd: float
    is_hourly: bool
    is_wider: bool
    area: str
    citation: str


@dataclass(frozen=True, slots=True)
class OutlookEvidence:
    """Openings a year and growth in ten years at the destination."""

    openings: float
    growth_pct: float
    citation: str


@dataclass(frozen=True, slots=True)
class SharedFieldsEvidence:
    """How many fields of study (CIP, six digits) lead to both."""

    fields: int


Evidence = (
    KindReason
    | NamedEvidence
    | AgainstTheGrain
    | LikelihoodEvidence
    | RelatedEvidence
    | NearnessEvidence
    | PayEvidence
    | OutlookEvidence
    | SharedFieldsEvidence
)


def explain_move(
    catalog: Catalog,
    reason: KindReason,
    origin: Occupation,
    to: Occupation,
    area: Area,
    *,
    likelihood: float,
    nearness: float,
    shared_fields: int,
) -> tuple[Evidence, ...]:
    """What speaks for a move, the reason for its kind first."""
    found: list[Evidence] = [reason, *map(AgainstTheGrain, reason.labels)]
    outlook = catalog.outlook_vectors
    row = catalog.row_of[to.code]
    jobs = np.nan_to_num(outlook.employment * outlook.share)
    share = float(jobs[row] / jobs.sum())
    lift = likelihood / share if share > 0 else None
    found.append(LikelihoodEvidence(origin=origin.title, likelihood=likelihood, lift=lift))
    related = _related(catalog, origin, to)
    if related is not None:
        found.append(related)
    found.append(NearnessEvidence(nearness))
    pay = catalog.pay_vectors(area)
    before, after = float(pay.p50[catalog.row_of[origin.code]]), float(pay.p50[row])
    if np.isfinite(before) and np.isfinite(after):
        found.append(
            PayEvidence(
                before_usd=before,
                after_usd=after,
                is_hourly=bool(pay.is_hourly[row]),
                is_wider=bool(pay.level[row] != 0),
                area=area.name,
                citation=catalog.release.source("bls-oews").citation,
            )
        )
    if np.isfinite(outlook.openings[row]):
        found.append(
            OutlookEvidence(
                openings=float(outlook.openings[row] * outlook.share[row]),
                growth_pct=float(outlook.growth_pct[row]),
                citation=catalog.release.source("bls-projections").citation,
            )
        )
    if shared_fields:
        found.append(SharedFieldsEvidence(shared_fields))
    return tuple(found)


def _related(catalog: Catalog, origin: Occupation, to: Occupation) -> RelatedEvidence | None:
    import polars as pl

    rows = catalog.release.table("related_occupations")
    for a, b in ((origin, to), (to, origin)):
        found = rows.filter(pl.col("onet_soc_code") == a.code, pl.col("related_code") == b.code)
        if found.height:
            return RelatedEvidence(
                tier=found["tier"][0],
                rank=found["rank"][0],
                is_seen_from_destination=a is to,
                citation=catalog.release.source("onet").citation,
            )
    return None

"""What speaks for a move: sentences, each with its figure and source."""

from __future__ import annotations

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, Occupation
from careerlattice.lattice.arrays.kinds import LESS_PAID, KindReason
from careerlattice.vocab.amounts import count, pct, usd


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
) -> tuple[str, ...]:
    """The sentences, the reason for the move's kind first."""
    sentences = [f"{reason.sentence}."]
    sentences += [f"{label[0].upper()}{label[1:]}: {_against(label)}" for label in reason.labels]
    outlook = catalog.outlook_vectors
    row = catalog.row_of[to.code]
    jobs = np.nan_to_num(outlook.employment * outlook.share)
    share = jobs[row] / jobs.sum()
    lift = likelihood / share if share > 0 else float("nan")
    chance = ""
    if np.isfinite(lift):
        chance = f", {_times(lift)} what its share of all jobs would give"
    sentences.append(
        f"Of workers who leave {origin.title}, an estimated {_small_pct(likelihood)} take this "
        f"next{chance} (model fitted on moves observed in the CPS ASEC)."
    )
    tier = _tier(catalog, origin, to)
    if tier:
        sentences.append(tier)
    sentences.append(
        f"Nearness of the work {nearness:.2f} of 1 (profiles, activities, related tier, SOC)."
    )
    pay = catalog.pay_vectors(area)
    before, after = pay.p50[catalog.row_of[origin.code]], pay.p50[row]
    if np.isfinite(before) and np.isfinite(after):
        hourly = " (hourly pay put at 2,080 hours)" if pay.is_hourly[row] else ""
        wider = "" if pay.level[row] == 0 else ", a wider area's figures where it has none"
        sentences.append(
            f"Median pay {usd(before)} to {usd(after)}{hourly}, "
            f"{catalog.release.source('bls-oews').citation}, "
            f"{area.name}{wider}."
        )
    if np.isfinite(outlook.openings[row]):
        sentences.append(
            f"{count(outlook.openings[row] * outlook.share[row])} openings a year and "
            f"{outlook.growth_pct[row]:+.1f}% jobs, "
            f"{catalog.release.source('bls-projections').citation}."
        )
    if shared_fields:
        sentences.append(
            f"{shared_fields} field{'s' if shared_fields > 1 else ''} of study "
            f"lead{'' if shared_fields > 1 else 's'} to both (NCES CIP-SOC crosswalk 2020)."
        )
    return tuple(sentences)


def _against(label: str) -> str:
    if label.startswith("credential"):
        return "it asks more preparation at first for a lower median pay."
    if label == LESS_PAID:
        return "its median pay is lower, and no schooling has to come first."
    if label.startswith("same"):
        return "the wage survey gives both the same median, often as one line for several."
    return "it asks less preparation, yet its median pay is higher."


def _times(lift: float) -> str:
    return f"{lift:.0f} times" if lift >= 3 else f"{lift:.1f} times"


def _small_pct(share: float) -> str:
    if share < 0.0005:
        return "less than 0.1%"
    return pct(share, digits=1)


def _tier(catalog: Catalog, origin: Occupation, to: Occupation) -> str:
    import polars as pl

    rows = catalog.release.table("related_occupations")
    for a, b, way in ((origin, to, ""), (to, origin, ", seen from the destination")):
        found = rows.filter(pl.col("onet_soc_code") == a.code, pl.col("related_code") == b.code)
        if found.height:
            return (
                f"{catalog.release.source('onet').citation} lists the two as related "
                f"({found['tier'][0]}, "
                f"number {found['rank'][0]} of 20{way})."
            )
    return ""

"""Facts about all occupations that every plan needs, worked out once per catalog and area.

`RouteFacts` is laid out as arrays in the order of the catalog's codes, so that the kernels which
lay out a request's states can read them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.requirements import ACCEPTED_SHARE, TYPICAL_SHARE, category_months
from careerlattice.catalog.things import Area
from careerlattice.lattice.arrays import LatticeArrays
from careerlattice.lattice.kinds import Kind
from careerlattice.plan.assumptions import (
    APPRENTICE_MONTHS_LONG,
    APPRENTICE_MONTHS_SHORT,
    RESIDENCY_MONTHS,
)

MOVES_BY_EASE = 40
MOVES_BY_LIKELIHOOD = 25
SPECIFIC_LEVEL = 3
BROAD_SERIES = 14
NEAR_LINE = 0.5

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class RouteFacts:
    """Person-independent facts, n occupations.

    `accepted` and `typical` are education levels (1 to 12); `experience` the months of related
    experience that a quarter of jobs are content with; `share_open` (n, 13) the published share of
    jobs open at each level; `is_specific` whether the field of study matters; `shares_programs`
    (n, n) whether two occupations have a program in common; `apprentice_months` 0 where no
    apprenticeship leads there; `difficulty` (n, n) minus the logarithm of a move's ease; `falls` (n, n)
    whether a move is a step back; `move_start`, `move_to` the job changes that exist, as CSR.
    """

    accepted: Ints
    typical: Ints
    experience: Floats
    share_open: Floats
    is_specific: Flags
    series: tuple[frozenset[str], ...]
    shares_programs: Flags
    apprentice_months: Ints
    residency_months: Ints
    nearness: Floats
    move_start: Ints
    move_to: Ints
    difficulty: Floats
    falls: Flags


def build_route_facts(catalog: Catalog, arrays: LatticeArrays) -> RouteFacts:
    """Work the facts out from the catalog and the lattice."""
    shares = catalog.requirement_shares
    size = len(catalog.codes)
    series = _series(catalog)
    few = np.array([0 < len(s) <= BROAD_SERIES for s in series])
    accepted = shares.level_opening(ACCEPTED_SHARE)
    accepted = np.maximum(accepted, np.where(few, _floor(catalog), 1))
    typical = np.maximum(shares.level_opening(TYPICAL_SHARE), accepted)
    apprentice = _apprentice_months(catalog, accepted)
    share_open = np.zeros((size, 13))
    share_open[:, 1:] = np.minimum(shares.access, 1.0)
    is_specific = few & (accepted >= SPECIFIC_LEVEL)
    start, to = _moves(arrays)
    ease = np.clip(arrays.ease.astype(np.float64), 0.02, 1.0)
    return RouteFacts(
        accepted.astype(np.int64),
        typical.astype(np.int64),
        _experience(catalog, apprentice),
        share_open,
        is_specific,
        series,
        _shared(series, arrays.nearness),
        apprentice,
        _residency_months(catalog, accepted),
        arrays.nearness.astype(np.float64),
        start,
        to,
        -np.log(ease),
        arrays.kind == int(Kind.STEP_BACK),
    )


# One degree below what BLS calls typical for entry.
_FLOOR = {
    "Associate's degree": 3,
    "Bachelor's degree": 5,
    "Master's degree": 6,
    "Doctoral or professional degree": 8,
}


def _floor(catalog: Catalog) -> Ints:
    """The least schooling a plan may aim at where the field of study matters.

    Survey samples are of a few dozen workers, some hired under older rules; licensing law and
    employers today ask at least one degree below what BLS calls typical for entry.
    """
    answers = catalog.requirement_shares.bls["entry_education"]
    return np.array([_FLOOR.get(answer or "", 1) for answer in answers], dtype=np.int64)


def _series(catalog: Catalog) -> tuple[frozenset[str], ...]:
    """Four-digit fields of study that lead to each occupation."""
    by_soc: dict[str, set[str]] = {}
    for cip, soc in catalog.release.table("program_occupations").rows():
        by_soc.setdefault(soc, set()).add(cip[:5])
    return tuple(frozenset(by_soc.get(code.soc, ())) for code in catalog.codes)


def _shared(series: tuple[frozenset[str], ...], nearness: NDArray[np.float32]) -> Flags:
    """Whether two occupations are of one line of study.

    They are when a program leads to both, or when their programs are of one two-digit family and
    the work is near: practical and registered nursing have different codes but build on each other.
    """
    same_program = _overlap(series)
    same_family = _overlap(tuple(frozenset(cip[:2] for cip in fields) for fields in series))
    return np.asarray(same_program | (same_family & (nearness >= NEAR_LINE)))


def _overlap(series: tuple[frozenset[str], ...]) -> Flags:
    names = sorted(set().union(*series))
    at = {name: i for i, name in enumerate(names)}
    member = np.zeros((len(series), len(names)), dtype=np.float32)
    for row, fields in enumerate(series):
        member[row, [at[name] for name in fields]] = 1.0
    return np.asarray((member @ member.T) > 0)


def _apprentice_months(catalog: Catalog, accepted: Ints) -> Ints:
    """Term of an apprenticeship that leads to the occupation, in months; 0 where none does.

    A title must be apprenticeable and the occupation one that is learned on the job: a quarter of
    its jobs open below an associate degree, and BLS names training on the job for it. Registered
    programs for nurses and others who need a degree anyway do not replace the degree.
    """
    months = np.zeros(len(catalog.codes), dtype=np.int64)
    training = catalog.requirement_shares.bls["on_the_job_training"]
    for code in set(catalog.release.table("apprenticeships")["onet_soc_code"]):
        row = catalog.row_of[code]
        if accepted[row] <= 4 and training[row] not in (None, "None", "Internship/residency"):
            long = training[row] == "Apprenticeship"
            span = APPRENTICE_MONTHS_LONG if long else APPRENTICE_MONTHS_SHORT
            months[row] = int(span.value)
    return months


def _experience(catalog: Catalog, apprentice_months: Ints) -> Floats:
    """Months of related experience a quarter of jobs are content with.

    Trades that BLS says are learned by apprenticeship ask at least half its term of related work of
    someone who has not served one, whatever the survey's small sample says.
    """
    months = category_months(catalog.release, "RW")
    asked = catalog.requirement_shares.months_opening("RW", ACCEPTED_SHARE, months)
    training = catalog.requirement_shares.bls["on_the_job_training"]
    trade = np.array([t == "Apprenticeship" for t in training]) & (apprentice_months > 0)
    return np.where(trade, np.maximum(asked, apprentice_months / 2), asked)


def _residency_months(catalog: Catalog, accepted: Ints) -> Ints:
    """Months of paid residency after a professional degree, before work on one's own."""
    training = catalog.requirement_shares.bls["on_the_job_training"]
    residency = np.array([t == "Internship/residency" for t in training])
    return np.where(residency & (accepted >= 10), int(RESIDENCY_MONTHS.value), 0)


def _moves(arrays: LatticeArrays) -> tuple[Ints, Ints]:
    """The job changes that exist: of each occupation the easiest and the likeliest."""
    size = arrays.ease.shape[0]
    keep = np.zeros((size, size), dtype=np.bool_)
    rows = np.arange(size)[:, None]
    for matrix, count in ((arrays.ease, MOVES_BY_EASE), (arrays.likelihood, MOVES_BY_LIKELIHOOD)):
        scores = matrix.astype(np.float32).copy()
        np.fill_diagonal(scores, -1.0)
        best = np.argsort(-scores, axis=1, kind="stable")[:, :count]
        keep[rows, best] = True
    np.fill_diagonal(keep, val=False)
    start = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(keep.sum(axis=1), out=start[1:])
    return start, np.nonzero(keep)[1].astype(np.int64)


@dataclass(frozen=True)
class AreaFacts:
    """Facts of one area: yearly pay (nan where none), and license kinds by occupation.

    `is_licensed` is true where the state lists a license that speaks of this occupation in
    particular. `entry_pay` is what someone without an occupation can earn at each education level.
    """

    pay25: Floats
    pay50: Floats
    pay75: Floats
    is_licensed: Flags
    entry_pay: Floats


MANY_OCCUPATIONS = 12


def build_area_facts(catalog: Catalog, facts: RouteFacts, area: Area) -> AreaFacts:
    """Work the area's facts out."""
    import polars as pl

    pay = catalog.pay_vectors(area)
    licensed = np.zeros(len(catalog.codes), dtype=np.bool_)
    links = catalog.release.table("license_occupations").filter(
        pl.col("state").is_in([area.state or "US", "US"])
    )
    sizes = links.group_by("state", "license_id").len("size")
    solid = catalog.release.table("licenses").filter(
        pl.col("kind").is_null() | ~pl.col("kind").is_in(["Tied to business"])
    )
    narrow = links.join(sizes, on=["state", "license_id"]).join(
        solid.select("state", "license_id"), on=["state", "license_id"]
    )
    for code in set(narrow.filter(pl.col("size") <= MANY_OCCUPATIONS)["onet_soc_code"]):
        licensed[catalog.row_of[code]] = True
    return AreaFacts(
        pay.p25, pay.p50, pay.p75, licensed, _entry_pay(catalog, facts, pay.p25)
    )


def _entry_pay(catalog: Catalog, facts: RouteFacts, pay25: Floats) -> Floats:
    """Median over jobs of the lower-quartile pay of occupations open without experience."""
    jobs = catalog.outlook_vectors.employment * catalog.outlook_vectors.share
    entry = np.zeros(13)
    for level in range(1, 13):
        open_ = (
            (facts.accepted <= level)
            & (facts.experience <= 1)
            & ~np.isnan(pay25)
            & ~np.isnan(jobs)
        )
        if open_.any():
            order = np.argsort(pay25[open_], kind="stable")
            weight = np.cumsum(jobs[open_][order])
            entry[level] = pay25[open_][order][int(np.argmax(weight >= weight[-1] / 2))]
    return entry

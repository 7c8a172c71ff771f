"""Facts about all occupations that every plan needs, worked out once per catalog.

`RouteFacts` is laid out as arrays in the order of the catalog's codes, so that the kernels which
lay out a request's states can read them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.facts.credit_transfer import build_overlaps
from careerlattice.plan.parameters import (
    APPRENTICE_MONTHS_LONG,
    APPRENTICE_MONTHS_SHORT,
    FEW_OPENINGS,
    FEW_OPENINGS_DIFFICULTY,
    FEWEST_OPENINGS,
    RESIDENCY_MONTHS,
)
from careerlattice.requirements.parameters import ACCEPTED_SHARE
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.shares import category_months

MOVES_BY_EASE = 40
MOVES_BY_LIKELIHOOD = 25
NO_EXPERIENCE = 1.0
SOME_COLLEGE = 4

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class RouteFacts:
    """Person-independent facts, n occupations.

    `accepted` and `typical` are education levels (1 to 12); `experience` the months of related
    experience that a quarter of jobs are content with; `hires_graduates` whether they are not asked
    of someone fresh from the schooling that leads there; `share_open` (n, 13) the published share
    of jobs open at each level; `is_specific` whether the field of study matters; `field` its place
    among the fields with prices of their own (0 for none), `needs_degree` whether the first
    professional degree of that field opens the occupation; `programs` the six-digit programs that
    lead to each occupation, those that award that degree included. How schooling carries over from
    the row to the column, each (n, n), worked out in `overlaps`: `same_program`: who works in the
    row has most likely studied a program that leads to the column; `common_program`: a program can
    be chosen that leads to both; `same_line`: schooling for the row is credited toward the column;
    `opens_below`: schooling for the row that is higher than the column accepts stands in for it.
    `apprentice_months` 0 where no apprenticeship leads there; `openings` a year in the nation (nan
    where unpublished); `difficulty` (n, n) minus the logarithm of a move's ease, plus `scarcity`
    (n,), what few openings add; `falls` (n, n) whether a move is a step back; `move_start`,
    `move_to` the job changes that exist, as CSR.
    """

    accepted: Ints
    typical: Ints
    experience: Floats
    hires_graduates: Flags
    share_open: Floats
    is_specific: Flags
    field: Ints
    needs_degree: Flags
    programs: tuple[frozenset[str], ...]
    same_program: Flags
    common_program: Flags
    same_line: Flags
    opens_below: Flags
    apprentice_months: Ints
    residency_months: Ints
    nearness: Floats
    openings: Floats
    move_start: Ints
    move_to: Ints
    difficulty: Floats
    scarcity: Floats
    falls: Flags


def build_route_facts(catalog: Catalog, arrays: LatticeArrays) -> RouteFacts:
    """Work the facts out from the catalog and the lattice."""
    shares = open_requirements(catalog).shares
    size = len(catalog.codes)
    programs, is_specific = (
        open_requirements(catalog).fields_of_study.programs,
        open_requirements(catalog).fields_of_study.is_specific,
    )
    priced = open_requirements(catalog).priced_fields
    accepted = shares.accepted_level
    accepted = np.maximum(accepted, np.where(is_specific, _floor(catalog), 1))
    typical = np.maximum(shares.typical_level, accepted)
    apprentice = _apprentice_months(catalog, accepted)
    share_open = np.zeros((size, 13))
    share_open[:, 1:] = np.minimum(shares.access, 1.0)
    start, to = _moves(arrays)
    nearness = arrays.nearness.astype(np.float64)
    overlaps = build_overlaps(catalog, nearness, accepted)
    openings = catalog.outlook_vectors.openings * catalog.outlook_vectors.share
    scarcity = _scarcity(openings)
    ease = np.clip(arrays.ease.astype(np.float64), 0.02, 1.0)
    return RouteFacts(
        accepted.astype(np.int64),
        typical.astype(np.int64),
        *_experience(catalog, apprentice),
        share_open,
        is_specific,
        priced.of,
        priced.is_first_professional,
        programs,
        overlaps.same_program,
        overlaps.common_program,
        overlaps.same_line,
        overlaps.opens_below,
        apprentice,
        _residency_months(catalog, accepted),
        nearness,
        openings,
        start,
        to,
        -np.log(ease) + scarcity[None, :],
        scarcity,
        arrays.kind == int(Kind.STEP_BACK),
    )


# One degree below what BLS calls typical for entry.
_FLOOR = {
    "Associate's degree": 3,
    "Bachelor's degree": 5,
    "Master's degree": 6,
    "Doctoral or professional degree": 8,
}


_SCHOOLED = ("Postsecondary nondegree award", *_FLOOR)


def _floor(catalog: Catalog) -> Ints:
    """The least schooling a plan may aim at where the field of study matters.

    Survey samples are of a few dozen workers, some hired under older rules; licensing law and
    employers today ask at least one degree below what BLS calls typical for entry.
    """
    answers = open_requirements(catalog).shares.bls["entry_education"]
    return np.array([_FLOOR.get(answer or "", 1) for answer in answers], dtype=np.int64)


def _scarcity(openings: Floats) -> Floats:
    """What few openings add to a move's difficulty; unpublished ones count as the fewest."""
    known = np.clip(np.nan_to_num(openings, nan=FEWEST_OPENINGS.value), 100.0, None)
    return FEW_OPENINGS_DIFFICULTY.value * np.maximum(0.0, np.log(FEW_OPENINGS.value / known))


def _apprentice_months(catalog: Catalog, accepted: Ints) -> Ints:
    """Term of an apprenticeship that leads to the occupation, in months; 0 where none does.

    A title must be apprenticeable and the occupation one that is learned on the job: a quarter of
    its jobs open below an associate degree, BLS names training on the job for it and no award
    after high school for entry, unless it calls the training an apprenticeship. Registered programs
    for nurses, pilots and others who need the schooling anyway do not replace it.
    """
    months = np.zeros(len(catalog.codes), dtype=np.int64)
    training = open_requirements(catalog).shares.bls["on_the_job_training"]
    entry = open_requirements(catalog).shares.bls["entry_education"]
    for code in set(catalog.release.table("apprenticeships")["onet_soc_code"]):
        row = catalog.row_of[code]
        taught = entry[row] in _SCHOOLED and training[row] != "Apprenticeship"
        untrained = training[row] in (None, "None", "Internship/residency")
        if accepted[row] <= SOME_COLLEGE and not untrained and not taught:
            long = training[row] == "Apprenticeship"
            span = APPRENTICE_MONTHS_LONG if long else APPRENTICE_MONTHS_SHORT
            months[row] = int(span.value)
    return months


_EXPERIENCE_FLOOR = {"Less than 5 years": 12.0, "5 years or more": 24.0}


def _experience(catalog: Catalog, apprentice_months: Ints) -> tuple[Floats, Flags]:
    """Months of related experience a quarter of jobs are content with.

    Where BLS names experience in a related occupation as typical for entry, at least a year of it
    is asked, or two where BLS says five years or more: samples are of a few dozen workers. Trades
    that BLS says are learned by apprenticeship ask at least half its term of related work of
    someone who has not served one, whatever the survey's small sample says. Up to a month is none.

    Also whether graduates are hired without it: where BLS names no experience as typical for
    entry, save in those trades.
    """
    months = category_months(catalog.release, "RW")
    asked = open_requirements(catalog).shares.months_opening("RW", ACCEPTED_SHARE.value, months)
    training = open_requirements(catalog).shares.bls["on_the_job_training"]
    typical = open_requirements(catalog).shares.bls["related_experience"]
    asked = np.maximum(asked, [_EXPERIENCE_FLOOR.get(answer or "", 0.0) for answer in typical])
    trade = np.array([t == "Apprenticeship" for t in training]) & (apprentice_months > 0)
    asked = np.where(trade, np.maximum(asked, apprentice_months / 2), asked)
    unasked = np.array([answer in (None, "None") for answer in typical])
    return np.where(asked <= NO_EXPERIENCE, 0.0, asked), unasked & ~trade


def _residency_months(catalog: Catalog, accepted: Ints) -> Ints:
    """Months of paid residency after a professional degree, before work on one's own."""
    residency = open_requirements(catalog).shares.has_residency
    return np.where(residency & (accepted >= 10), int(RESIDENCY_MONTHS.value), 0)


def _moves(arrays: LatticeArrays) -> tuple[Ints, Ints]:
    """The job changes that exist: of each occupation the easiest and likeliest, with ties."""
    size = arrays.ease.shape[0]
    keep = np.zeros((size, size), dtype=np.bool_)
    for matrix, count in ((arrays.ease, MOVES_BY_EASE), (arrays.likelihood, MOVES_BY_LIKELIHOOD)):
        scores = matrix.astype(np.float32).copy()
        np.fill_diagonal(scores, -1.0)
        least = np.partition(scores, size - count, axis=1)[:, size - count]
        keep |= scores >= least[:, None]
    np.fill_diagonal(keep, val=False)
    start = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(keep.sum(axis=1), out=start[1:])
    return start, np.nonzero(keep)[1].astype(np.int64)

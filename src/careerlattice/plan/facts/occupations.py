"""Facts about all occupations that every plan needs, worked out once per catalog.

`OccupationFacts` is laid out as arrays in the order of the catalog's codes, so that all arcs out of
a layer of states are worked out side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.facts.credit_transfer import build_overlaps
from careerlattice.plan.parameters import (
    APPRENTICE_MONTHS_LONG,
    APPRENTICE_MONTHS_SHORT,
    EXPERIENCE_FLOOR_MONTHS,
    FEW_OPENINGS,
    FEW_OPENINGS_DIFFICULTY,
    FEWEST_OPENINGS,
    LONG_EXPERIENCE_FLOOR_MONTHS,
    MIN_EASE,
    MOVES_BY_EASE,
    MOVES_BY_LIKELIHOOD,
    NO_EXPERIENCE_MONTHS,
    RESIDENCY_MONTHS,
    SCARCEST_OPENINGS,
    TRADE_EXPERIENCE_SHARE,
)
from careerlattice.requirements.parameters import ACCEPTED_SHARE
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.shares import category_months
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class OccupationFacts:
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
    `move_to` the job changes that exist, as CSR. `is_common` flags those one can plan to work in
    without having named them: no catch-all line, not the military, none with hardly any openings.
    `soc_line` is alike where occupations are specialties of one SOC line.
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
    is_common: Flags
    soc_line: Ints


def build_occupation_facts(catalog: Catalog, arrays: LatticeArrays) -> OccupationFacts:
    """Work the facts out from the catalog and the lattice."""
    requirements = open_requirements(catalog)
    shares, fields = requirements.shares, requirements.fields_of_study
    priced = requirements.priced_fields
    size = len(catalog.codes)
    accepted = shares.accepted_level
    accepted = np.maximum(accepted, np.where(fields.is_specific, _least_schooling(catalog), 1))
    apprentice = _apprentice_months(catalog, accepted)
    experience, hires_graduates = _experience(catalog, apprentice)
    share_open = np.zeros((size, 13))
    share_open[:, 1:] = np.minimum(shares.access, 1.0)
    move_start, move_to = _moves(arrays)
    nearness = arrays.nearness.astype(np.float64)
    overlaps = build_overlaps(catalog, nearness, accepted)
    openings = catalog.outlook_vectors.openings * catalog.outlook_vectors.share
    scarcity = _scarcity(openings)
    ease = np.clip(arrays.ease.astype(np.float64), MIN_EASE.value, 1.0)
    return OccupationFacts(
        accepted=accepted.astype(np.int64),
        typical=np.maximum(shares.typical_level, accepted).astype(np.int64),
        experience=experience,
        hires_graduates=hires_graduates,
        share_open=share_open,
        is_specific=fields.is_specific,
        field=priced.of,
        needs_degree=priced.is_first_professional,
        programs=fields.programs,
        same_program=overlaps.same_program,
        common_program=overlaps.common_program,
        same_line=overlaps.same_line,
        opens_below=overlaps.opens_below,
        apprentice_months=apprentice,
        residency_months=_residency_months(catalog, accepted),
        nearness=nearness,
        openings=openings,
        move_start=move_start,
        move_to=move_to,
        difficulty=-np.log(ease) + scarcity[None, :],
        scarcity=scarcity,
        falls=arrays.kind == int(Kind.STEP_BACK),
        is_common=_is_common(catalog, openings),
        soc_line=np.unique([code.soc for code in catalog.codes], return_inverse=True)[1],
    )


def occupation_at(catalog: Catalog, row: int) -> Occupation:
    """The occupation at a place of the arrays."""
    return catalog.occupation(OnetSocCode(catalog.codes[row]))


def _is_common(catalog: Catalog, openings: Floats) -> Flags:
    named = np.array(
        [
            not (o.is_military or o.data_level == "listed" or o.title.endswith("All Other"))
            for o in catalog.list_occupations()
        ]
    )
    return np.asarray(named & (np.nan_to_num(openings, nan=0.0) >= FEWEST_OPENINGS.value))


# One degree below what BLS calls typical for entry.
_LEAST_SCHOOLING = {
    "Associate's degree": Level.CERTIFICATE,
    "Bachelor's degree": Level.ASSOCIATE,
    "Master's degree": Level.BACHELOR,
    "Doctoral or professional degree": Level.MASTER,
}
_SCHOOLED = ("Postsecondary nondegree award", *_LEAST_SCHOOLING)


def _least_schooling(catalog: Catalog) -> Ints:
    """The least schooling a plan may aim at where the field of study matters.

    Survey samples are of a few dozen workers, some hired under older rules; licensing law and
    employers today ask at least one degree below what BLS calls typical for entry.
    """
    answers = open_requirements(catalog).shares.bls["entry_education"]
    return np.array([_LEAST_SCHOOLING.get(answer or "", 1) for answer in answers], dtype=np.int64)


def _scarcity(openings: Floats) -> Floats:
    """What few openings add to a move's difficulty; unpublished ones count as the fewest."""
    known = np.clip(
        np.nan_to_num(openings, nan=FEWEST_OPENINGS.value), SCARCEST_OPENINGS.value, None
    )
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
        if accepted[row] <= Level.SOME_COLLEGE and not untrained and not taught:
            long = training[row] == "Apprenticeship"
            span = APPRENTICE_MONTHS_LONG if long else APPRENTICE_MONTHS_SHORT
            months[row] = int(span.value)
    return months


_EXPERIENCE_FLOOR = {
    "Less than 5 years": EXPERIENCE_FLOOR_MONTHS.value,
    "5 years or more": LONG_EXPERIENCE_FLOOR_MONTHS.value,
}


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
    asked = np.where(
        trade, np.maximum(asked, TRADE_EXPERIENCE_SHARE.value * apprentice_months), asked
    )
    unasked = np.array([answer in (None, "None") for answer in typical])
    return np.where(asked <= NO_EXPERIENCE_MONTHS.value, 0.0, asked), unasked & ~trade


def _residency_months(catalog: Catalog, accepted: Ints) -> Ints:
    """Months of paid residency after a professional degree, before work on one's own."""
    residency = open_requirements(catalog).shares.has_residency
    return np.where(residency & (accepted >= Level.PROFESSIONAL), int(RESIDENCY_MONTHS.value), 0)


def _moves(arrays: LatticeArrays) -> tuple[Ints, Ints]:
    """The job changes that exist: of each occupation the easiest and likeliest, with ties."""
    size = arrays.ease.shape[0]
    keep = np.zeros((size, size), dtype=np.bool_)
    for matrix, most in ((arrays.ease, MOVES_BY_EASE), (arrays.likelihood, MOVES_BY_LIKELIHOOD)):
        count = int(most.value)
        scores = matrix.astype(np.float32).copy()
        np.fill_diagonal(scores, -1.0)
        least = np.partition(scores, size - count, axis=1)[:, size - count]
        keep |= scores >= least[:, None]
    np.fill_diagonal(keep, val=False)
    start = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(keep.sum(axis=1), out=start[1:])
    return start, np.nonzero(keep)[1].astype(np.int64)

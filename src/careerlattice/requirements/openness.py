"""The share of an occupation's jobs that are open at each education.

O*NET's answers come from a few dozen people. They are held against what workers have (BLS, Table
5.3) and what BLS names for entry. Workers may have more schooling than their job asks, so that
attainment is the least that is open: where it lies above what sampling error leaves to the answers,
it wins. Who meets the conditions of a license is let into all licensed jobs. Openness ranks and
informs; it bars nobody whom the entry conditions let in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.release.opening import Release
from careerlattice.requirements.entries import Entries
from careerlattice.requirements.entry import AskedIn, FieldRule, is_asked_by_law
from careerlattice.requirements.parameters import (
    SAMPLING_ERRORS,
    SOME_COLLEGE_CERTIFICATES,
    TYPICAL_SHARE,
)
from careerlattice.requirements.shares import BLS_LEVEL, RequirementShares
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

Floats = NDArray[np.float64]
LEVELS = len(EducationLevel)
_EVERYWHERE = (AskedIn.ALL_STATES, AskedIn.FEDERAL)


class OpennessBasis(StrEnum):
    """What the shares of an occupation rest on."""

    ANSWERS = "answers"
    ATTAINMENT = "attainment"
    ENTRY_EDUCATION = "entry_education"
    LICENSE = "license"


@dataclass(frozen=True)
class Openness:
    """Shares of jobs open at each education, n occupations in the order of `catalog.codes`.

    `open` (n, 13): column `level` (1 to 12) is the share of jobs (0 to 1) that who has that level
    may enter, column 0 is 0; `decided` the same from the smoothed answers, on which decisions rest.
    `attained` (n, 13): share of workers who have that level or less, nan without data. `basis` (n,)
    says what won; `disagrees` (n,) whether the answers lie beyond sampling error of what workers
    have or BLS names, licensed occupations included.
    """

    codes: tuple[OnetSocCode, ...]
    open: Floats
    decided: Floats
    attained: Floats
    basis: tuple[OpennessBasis, ...]
    disagrees: NDArray[np.bool_]
    least: NDArray[np.int64]

    def level_opening(self, share: float) -> NDArray[np.int64]:
        """The lowest education (1 to 12) that opens at least `share` of the jobs."""
        found = np.argmax(self.decided >= share - 1e-9, axis=1)
        return np.asarray(np.maximum(found, self.least), dtype=np.int64)

    def of(self, code: OnetSocCode) -> OccupationOpenness:
        """The shares of one occupation. Raises `ValueError` for a code that is none."""
        row = self.codes.index(code)
        return OccupationOpenness(
            code=code,
            open={level: float(self.open[row, level]) for level in EducationLevel},
            basis=self.basis[row],
            disagrees=bool(self.disagrees[row]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationOpenness:
    """The share of one occupation's jobs open at each education, and what it rests on."""

    code: OnetSocCode
    open: Mapping[EducationLevel, float]
    basis: OpennessBasis
    disagrees: bool


def read_openness(catalog: Catalog, shares: RequirementShares, entries: Entries) -> Openness:
    """The openness of every occupation of the release."""
    attained = read_attained(catalog.release, catalog.codes)
    count = len(catalog.codes)
    answers, smoothed = np.zeros((count, LEVELS + 1)), np.zeros((count, LEVELS + 1))
    answers[:, 1:] = np.minimum(shares.access, 1.0)
    smoothed[:, 1:] = np.minimum(shares.smoothed_access, 1.0)
    # What the answers may still mean: beyond it they are contradicted.
    most = _upper_bound(answers, shares.respondents[:, None])
    workers_say = np.nan_to_num(attained, nan=0.0)
    by_workers = workers_say > most
    bls_says = _named_for_entry(shares)
    by_entry = bls_says > most
    told, decided = (
        np.maximum.accumulate(
            np.maximum(
                np.where(by_workers, np.maximum(values, workers_say), values),
                np.where(by_entry, np.maximum(values, bls_says), values),
            ),
            axis=1,
        )
        for values in (answers, smoothed)
    )
    basis = []
    for row, code in enumerate(catalog.codes):
        gates = entries.gates(code)
        floor = _license_floor(entries.floors(code)) if is_asked_by_law(gates) else None
        if floor is None:
            basis.append(_basis(by_workers[row], by_entry[row]))
            continue
        basis.append(OpennessBasis.LICENSE)
        for values in (told, decided):
            values[row, floor:] = 1.0
            if gates[0].asked_in in _EVERYWHERE:
                values[row, :floor] = 0.0
    for array in (told, decided, attained):
        array.setflags(write=False)
    return Openness(
        codes=catalog.codes,
        open=told,
        decided=decided,
        attained=attained,
        basis=tuple(basis),
        disagrees=np.asarray((by_workers | by_entry).any(axis=1)),
        least=shares.priced_fields.least,
    )


def read_attained(release: Release, codes: tuple[OnetSocCode, ...]) -> Floats:
    """Share of workers who have each level or less, shape (occupations, 13); nan without data.

    "Some college, no degree" holds certificates too: part of it counts as one.
    """
    links = dict(release.table("projection_links").select("soc_code", "matrix_code").rows())
    rows = {row[0]: np.array(row[1:]) / 100.0 for row in release.table("attainment").rows()}
    found = np.full((len(codes), LEVELS + 1), np.nan)
    certificates = SOME_COLLEGE_CERTIFICATES.value
    for row, code in enumerate(codes):
        shares = rows.get(links.get(code.soc, ""))
        if shares is None:
            continue
        none, school, some, associate, bachelor, master, doctoral = shares / shares.sum()
        held = np.zeros(LEVELS + 1)
        held[EducationLevel.LESS_THAN_HIGH_SCHOOL] = none
        held[EducationLevel.HIGH_SCHOOL] = school
        held[EducationLevel.CERTIFICATE] = certificates * some
        held[EducationLevel.SOME_COLLEGE] = (1 - certificates) * some
        held[EducationLevel.ASSOCIATE] = associate
        held[EducationLevel.BACHELOR] = bachelor
        held[EducationLevel.MASTER] = master
        held[EducationLevel.DOCTORAL] = doctoral
        found[row] = np.cumsum(held)
    return found


def _named_for_entry(shares: RequirementShares) -> Floats:
    """What BLS's entry education opens: half of the jobs, as typical does."""
    found = np.zeros((len(shares.codes), LEVELS + 1))
    for row, named in enumerate(shares.bls["entry_education"]):
        if named is not None:
            level = BLS_LEVEL[named]
            # BLS does not tell a first professional degree from a doctorate.
            found[row, min(level, int(EducationLevel.DOCTORAL)) :] = TYPICAL_SHARE.value
    return found


def _upper_bound(share: Floats, respondents: Floats) -> Floats:
    """Upper end of Wilson's interval of shares answered by so many people."""
    z = SAMPLING_ERRORS.value
    center = share + z**2 / (2 * respondents)
    spread = z * np.sqrt(share * (1 - share) / respondents + z**2 / (4 * respondents**2))
    return np.asarray((center + spread) / (1 + z**2 / respondents), dtype=np.float64)


def _license_floor(
    floors: Sequence[tuple[EducationLevel, FieldRule]],
) -> EducationLevel | None:
    """The education at which the license of law opens all jobs; none where any schooling does.

    Where most states ask the license, jobs of the others stay as the answers say.
    """
    floor, field = min(floors, key=lambda way: way[0])
    # A license that any schooling leads to says nothing of what employers ask.
    is_taught = field.is_binding or floor >= EducationLevel.CERTIFICATE
    return floor if is_taught else None


def _basis(by_workers: NDArray[np.bool_], by_entry: NDArray[np.bool_]) -> OpennessBasis:
    if by_workers.any():
        return OpennessBasis.ATTAINMENT
    return OpennessBasis.ENTRY_EDUCATION if by_entry.any() else OpennessBasis.ANSWERS

"""Fields of study that lead to occupations, and where only they count.

One rule for gaps, ladders and fits; plans ask by the entry conditions. Its reasons and limits stand
in `docs/methods/requirements.md`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.release.opening import Release
from careerlattice.requirements.parameters import (
    CONCENTRATED_FAMILIES,
    CONCENTRATED_SHARE,
    LICENSED_SHARE,
)
from careerlattice.requirements.priced_fields import programs_by_occupation
from careerlattice.requirements.shares import RequirementShares
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

APPRENTICESHIP = "Apprenticeship"
RESIDUAL = "99"
_CREDENTIALS = frozenset(
    {
        "Postsecondary nondegree award",
        "Associate's degree",
        "Bachelor's degree",
        "Master's degree",
        "Doctoral or professional degree",
    }
)


@dataclass(frozen=True)
class FieldsOfStudy:
    """Fields of all occupations, in the order of `Catalog.codes`.

    `programs` are the six-digit CIP codes that lead to each and say what is taught there, with
    those that award the first professional degree of its field (the crosswalk links some
    specialties to their residencies alone); residual codes stand only where there is no other.
    `is_specific`, shape (occupations,), whether schooling counts only in one of them.
    `licensed_states` are the states with a license on record for it (federal ones aside),
    `recorded_states` those with any record.
    """

    programs: tuple[frozenset[str], ...]
    is_specific: NDArray[np.bool_]
    licensed_states: tuple[frozenset[str], ...]
    recorded_states: frozenset[str]

    def is_licensed(self, row: int) -> bool:
        """Whether at least half of the states with records license the occupation."""
        return len(self.licensed_states[row]) >= LICENSED_SHARE.value * len(self.recorded_states)


def read_fields_of_study(
    release: Release, codes: tuple[OnetSocCode, ...], shares: RequirementShares
) -> FieldsOfStudy:
    """The fields of all occupations of the release (NCES CIP-SOC crosswalk 2020)."""
    programs = tuple(telling(cips) for cips in programs_by_occupation(release, codes))
    licensed, recorded = _licenses(release, codes)
    fields = shares.priced_fields
    leading = tuple(
        telling(cips | fields.entry_programs[int(fields.of[row])])
        if fields.is_first_professional[row]
        else cips
        for row, cips in enumerate(programs)
    )
    found = FieldsOfStudy(
        programs=leading,
        is_specific=np.zeros(len(codes), dtype=np.bool_),
        licensed_states=licensed,
        recorded_states=recorded,
    )
    levels = shares.typical_level.tolist()
    entry, training = shares.bls["entry_education"], shares.bls["on_the_job_training"]
    for row, level in enumerate(levels):
        if level < EducationLevel.CERTIFICATE or all(is_residual(cip) for cip in programs[row]):
            continue
        is_degree = level >= EducationLevel.ASSOCIATE
        if training[row] == APPRENTICESHIP and not is_degree:
            continue
        has_credential = is_degree or entry[row] in _CREDENTIALS
        found.is_specific[row] = (
            level >= EducationLevel.MASTER
            or found.is_licensed(row)
            or (has_credential and share_of_families(programs[row]) >= CONCENTRATED_SHARE.value)
        )
    found.is_specific.setflags(write=False)
    return found


def is_residual(cip: str) -> bool:
    """Whether a CIP code is that of what has no code of its own, such as "Nursing, Other".

    Such codes end in 99. What two of their programs teach may have nothing in common.
    """
    return cip.endswith(RESIDUAL)


def telling(programs: frozenset[str]) -> frozenset[str]:
    """The programs whose code says what is taught; all of them where no code does."""
    return frozenset(cip for cip in programs if not is_residual(cip)) or programs


def share_of_families(programs: frozenset[str]) -> float:
    """The share of programs (CIP codes) that come from their two largest families, 0 to 1."""
    families = Counter(cip[:2] for cip in programs)
    largest = sum(count for _, count in families.most_common(int(CONCENTRATED_FAMILIES.value)))
    return largest / len(programs) if programs else 0.0


def _licenses(
    release: Release, codes: tuple[OnetSocCode, ...]
) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    import polars as pl

    states: dict[str, set[str]] = {}
    on_record = set()
    links = release.table("license_occupations").filter(pl.col("role").is_in(["own", "alike"]))
    for state, code in links.select("state", "onet_soc_code").unique().rows():
        if state != "US":
            states.setdefault(code, set()).add(state)
            on_record.add(state)
    return tuple(frozenset(states.get(code, ())) for code in codes), frozenset(on_record)

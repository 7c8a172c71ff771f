"""What every occupation asks, as arrays and sets: the other half of every gap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.fields_of_study import APPRENTICESHIP, FieldsOfStudy
from careerlattice.requirements.parameters import ACCEPTED_SHARE, TYPICAL_SHARE
from careerlattice.requirements.priced_fields import PricedFields
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.shares import category_months

Floats = NDArray[np.float64]
CITED = ("onet", "careeronestop")


@dataclass(frozen=True)
class RequirementArrays:
    """Requirements of all occupations, in the order of `catalog.codes`.

    Levels are O*NET's education categories 1 to 12; months of experience and training are those
    that a quarter (accepted) and half (typical) of the jobs are content with.
    `access[row, level - 1]` is the smoothed share of jobs open at a level. `study` says which
    fields lead to it, where only they count, and which states license it; `priced_fields` where one
    degree of a field opens it. `citations` name the editions these answers come from.
    """

    accepted_level: NDArray[np.int64]
    typical_level: NDArray[np.int64]
    access: Floats
    accepted_experience_months: Floats
    typical_experience_months: Floats
    accepted_training_months: Floats
    typical_training_months: Floats
    study: FieldsOfStudy
    priced_fields: PricedFields
    is_apprenticed: NDArray[np.bool_]
    is_stand_in: NDArray[np.bool_]
    citations: Mapping[str, str]

    @property
    def fields(self) -> tuple[frozenset[str], ...]:
        """Six-digit CIP codes of the programs that lead to each occupation."""
        return self.study.programs

    @property
    def licensed_states(self) -> tuple[frozenset[str], ...]:
        """The states with a license on record for each occupation, federal ones aside."""
        return self.study.licensed_states

    @property
    def recorded_states(self) -> frozenset[str]:
        """The states with any license on record."""
        return self.study.recorded_states

    def is_licensed(self, row: int) -> bool:
        """Whether at least half of the states with records license the occupation."""
        return self.study.is_licensed(row)

    def degree_field(self, row: int) -> str:
        """The field whose first professional degree opens the occupation; empty without one."""
        fields = self.priced_fields
        return fields.names[fields.of[row]] if fields.is_first_professional[row] else ""

    def is_field_specific(self, row: int) -> bool:
        """Whether schooling counts only in the right field."""
        return bool(self.study.is_specific[row])


def read_requirement_arrays(catalog: Catalog) -> RequirementArrays:
    """What all occupations of the release ask."""
    shares = open_requirements(catalog).shares
    release = catalog.release
    months = {scale: category_months(release, scale) for scale in ("RW", "PT", "OJ")}

    def training(share: float) -> Floats:
        return sum(
            (shares.months_opening(scale, share, months[scale]) for scale in ("PT", "OJ")),
            start=np.zeros(len(catalog.codes)),
        )

    bls_training = shares.bls["on_the_job_training"]
    return RequirementArrays(
        accepted_level=shares.accepted_level,
        typical_level=shares.typical_level,
        access=shares.smoothed_access,
        accepted_experience_months=shares.months_opening("RW", ACCEPTED_SHARE.value, months["RW"]),
        typical_experience_months=shares.months_opening("RW", TYPICAL_SHARE.value, months["RW"]),
        accepted_training_months=training(ACCEPTED_SHARE.value),
        typical_training_months=training(TYPICAL_SHARE.value),
        study=open_requirements(catalog).fields_of_study,
        priced_fields=open_requirements(catalog).priced_fields,
        is_apprenticed=np.array([answer == APPRENTICESHIP for answer in bls_training]),
        is_stand_in=shares.is_stand_in,
        citations={source: release.source(source).citation for source in CITED},
    )

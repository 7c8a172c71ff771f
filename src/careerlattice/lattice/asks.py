"""What every occupation asks, as arrays and sets: the other half of every gap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.requirements import ACCEPTED_SHARE, TYPICAL_SHARE, category_months
from careerlattice.vocab.levels import EducationLevel

Floats = NDArray[np.float64]

# Programs of more CIP families than this say that employers take many fields.
FEW_FAMILIES = 2
# An occupation counts as licensed when at least this share of the states with records license it.
LICENSED_SHARE = 0.5
APPRENTICESHIP = "Apprenticeship"


@dataclass(frozen=True)
class Asks:
    """Requirements of all occupations, in the order of `catalog.codes`.

    Levels are O*NET's education categories 1 to 12; months of experience and training are those
    that a quarter (accepted) and half (typical) of the jobs are content with.
    `access[row, level - 1]` is the smoothed share of jobs open at a level. `fields` are six-digit
    CIP codes that lead to it, `licensed_states` the states with a license on record for it (federal
    ones aside).
    """

    accepted_level: NDArray[np.int64]
    typical_level: NDArray[np.int64]
    access: Floats
    accepted_experience_months: Floats
    typical_experience_months: Floats
    accepted_training_months: Floats
    typical_training_months: Floats
    fields: tuple[frozenset[str], ...]
    licensed_states: tuple[frozenset[str], ...]
    recorded_states: frozenset[str]
    is_apprenticed: NDArray[np.bool_]
    is_stand_in: NDArray[np.bool_]

    def is_licensed(self, row: int) -> bool:
        """Whether at least half of the states with records license the occupation."""
        return len(self.licensed_states[row]) >= LICENSED_SHARE * len(self.recorded_states)

    def is_field_specific(self, row: int) -> bool:
        """Whether a degree counts only in the right field.

        It does when schooling after high school is usual, programs are linked, and either they come
        from at most two CIP families while a degree is usual, or the occupation is licensed. Trades
        learned by apprenticeship take a certificate in any field.
        """
        level = EducationLevel(int(self.typical_level[row]))
        if not self.fields[row] or level < EducationLevel.CERTIFICATE:
            return False
        if self.is_apprenticed[row] and level < EducationLevel.ASSOCIATE:
            return False
        families = {field[:2] for field in self.fields[row]}
        few = len(families) <= FEW_FAMILIES and level >= EducationLevel.ASSOCIATE
        return few or self.is_licensed(row)


def read_asks(catalog: Catalog) -> Asks:
    """What all occupations of the release ask."""
    shares = catalog.requirement_shares
    release = catalog.release
    months = {scale: category_months(release, scale) for scale in ("RW", "PT", "OJ")}

    def training(share: float) -> Floats:
        return sum(
            (shares.months_opening(scale, share, months[scale]) for scale in ("PT", "OJ")),
            start=np.zeros(len(catalog.codes)),
        )

    by_soc: dict[str, set[str]] = {}
    for cip, soc in release.table("program_occupations").select("cip_code", "soc_code").rows():
        by_soc.setdefault(soc, set()).add(cip)
    states: dict[str, set[str]] = {}
    on_record = set()
    links = release.table("license_occupations").filter("is_named")
    links = links.select("state", "onet_soc_code").unique()
    for state, code in links.rows():
        if state != "US":
            states.setdefault(code, set()).add(state)
            on_record.add(state)
    bls_training = shares.bls["on_the_job_training"]
    return Asks(
        shares.level_opening(ACCEPTED_SHARE),
        shares.level_opening(TYPICAL_SHARE),
        shares.smoothed_access,
        shares.months_opening("RW", ACCEPTED_SHARE, months["RW"]),
        shares.months_opening("RW", TYPICAL_SHARE, months["RW"]),
        training(ACCEPTED_SHARE),
        training(TYPICAL_SHARE),
        tuple(frozenset(by_soc.get(code.soc, ())) for code in catalog.codes),
        tuple(frozenset(states.get(code, ())) for code in catalog.codes),
        frozenset(on_record),
        np.array([answer == APPRENTICESHIP for answer in bls_training]),
        shares.is_stand_in,
    )

"""The licenses to get for an occupation in a place, as plans and screens list them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlattice.catalog.model import License
from careerlattice.requirements.license_answer import LicenseAnswer, LicenseGap
from careerlattice.requirements.license_gates import (
    FEDERAL,
    count_states_with_record,
    license_to_hold,
)
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from careerlattice.requirements.requirements import EntryRequirements

__all__ = ["FEDERAL", "LicensesToGet", "licenses_to_get"]


@dataclass(frozen=True, slots=True)
class LicensesToGet:
    """The licenses to get for an occupation in a place, the one to get first; perhaps none.

    Where law asks a license and the place's record lacks it, `usual` is what it is usually called
    and `states` of the `recorded` states have a record of it. `answer` is all that is known.
    """

    licenses: tuple[License, ...]
    usual: str = ""
    states: int = 0
    recorded: int = 0
    answer: LicenseAnswer | None = None


def licenses_to_get(
    requirements: EntryRequirements, code: OnetSocCode, state: str
) -> LicensesToGet:
    """The records of what law asks of everybody in the line, or that the place has none."""
    answer = license_to_hold(requirements, code, None if state == FEDERAL else state)
    required = [one for one in (answer, *answer.also) if one.is_required]
    found = tuple(record for one in required for record in one.records)
    lacking = [one for one in required if not one.records and one.gap is not LicenseGap.NOTHING]
    if found or not lacking:
        return LicensesToGet(found, answer=answer)
    states, recorded = count_states_with_record(requirements, code)
    return LicensesToGet((), lacking[0].name, states, recorded, answer)

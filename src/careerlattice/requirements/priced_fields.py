"""Fields of study whose credentials have a time and price of their own, and who asks for them.

One rule for requirements, gaps, plans and fits; its reasons and limits stand in
`docs/methods/requirements.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.release.opening import Release
from careerlattice.requirements.parameters import OF_THE_FIELD
from careerlattice.tables.education_tables import ANY_FIELD
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

# CIP families of residencies: they follow a degree and award none.
RESIDENCIES = frozenset({"60", "61"})
CREDENTIAL_LEVELS = {
    "certificate": EducationLevel.CERTIFICATE,
    "associate": EducationLevel.ASSOCIATE,
    "bachelor": EducationLevel.BACHELOR,
    "postbaccalaureate-certificate": EducationLevel.POSTBACCALAUREATE_CERTIFICATE,
    "master": EducationLevel.MASTER,
    "graduate-certificate": EducationLevel.POSTMASTER_CERTIFICATE,
    "professional": EducationLevel.PROFESSIONAL,
    "doctoral": EducationLevel.DOCTORAL,
}


@dataclass(frozen=True)
class PricedFields:
    """Fields with a time and price of their own, and the field of each occupation.

    `names` begins with `ANY_FIELD`. `of`, shape (occupations,) in the order of `Catalog.codes`, is
    the place of an occupation's field in `names`; `least` the lowest credential that opens it as an
    education level, 1 where any field counts. `entry_programs` are the six-digit CIP codes that
    award that credential, by field.
    """

    names: tuple[str, ...]
    of: NDArray[np.int64]
    least: NDArray[np.int64]
    entry_programs: tuple[frozenset[str], ...]

    @property
    def is_first_professional(self) -> NDArray[np.bool_]:
        """Where the degree of the field is what opens the profession: law, medicine and the like.

        O*NET's answers call that one degree "professional" or "doctoral".
        """
        return np.asarray(self.least == int(EducationLevel.PROFESSIONAL))


def programs_by_occupation(
    release: Release, codes: tuple[OnetSocCode, ...]
) -> tuple[frozenset[str], ...]:
    """Six-digit CIP codes that lead to each occupation (NCES CIP-SOC crosswalk 2020)."""
    by_soc: dict[str, set[str]] = {}
    for cip, soc in release.table("program_occupations").select("cip_code", "soc_code").rows():
        by_soc.setdefault(soc, set()).add(cip)
    return tuple(frozenset(by_soc.get(code.soc, ())) for code in codes)


def read_priced_fields(
    release: Release, codes: tuple[OnetSocCode, ...], programs: tuple[frozenset[str], ...]
) -> PricedFields:
    """The fields of the release's price tables, and which occupations are of them.

    `programs` are those of `programs_by_occupation`. Programs that award no degree of their own
    (residencies) do not count.
    """
    families = {row[0]: row[1:] for row in release.table("priced_fields").rows()}
    names = (ANY_FIELD, *sorted({field for field, _ in families.values()}))
    lowest = dict.fromkeys(names, EducationLevel.LESS_THAN_HIGH_SCHOOL)
    for field in names[1:]:
        lowest[field] = min(
            CREDENTIAL_LEVELS[credential]
            for named, credential in release.table("tuition").select("field", "credential").rows()
            if named == field
        )
    of = np.zeros(len(codes), dtype=np.int64)
    for row, cips in enumerate(programs):
        awarding = [cip for cip in cips if cip[:2] not in RESIDENCIES]
        fields = [_field_of(cip, families) for cip in awarding]
        for place, field in enumerate(names[1:], start=1):
            if fields and fields.count(field) >= OF_THE_FIELD.value * len(fields):
                of[row] = place
                break
    entry: list[set[str]] = [set() for _ in names]
    for cip in set().union(*programs):
        family = _family_of(cip, families)
        if family is not None and families[family][1]:
            entry[names.index(families[family][0])].add(cip)
    least = np.array([int(lowest[name]) for name in names], dtype=np.int64)[of]
    for array in (of, least):
        array.setflags(write=False)
    return PricedFields(names, of, least, tuple(frozenset(cips) for cips in entry))


def _family_of(cip: str, families: dict[str, tuple[str, bool]]) -> str | None:
    """The longest declared beginning of the code."""
    fitting = [family for family in families if cip.startswith(family)]
    return max(fitting, key=len, default=None)


def _field_of(cip: str, families: dict[str, tuple[str, bool]]) -> str:
    family = _family_of(cip, families)
    return ANY_FIELD if family is None else families[family][0]

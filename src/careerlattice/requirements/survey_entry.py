"""The way in by surveys alone, for occupations whose rules were not read: it says so."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.entry import (
    Door,
    Entry,
    EntryCondition,
    Experience,
    FactSource,
    FieldRule,
    SourceKind,
    Training,
)
from careerlattice.requirements.fields_of_study import FieldsOfStudy
from careerlattice.requirements.parameters import FIVE_YEARS_MONTHS, UNDER_FIVE_YEARS_MONTHS
from careerlattice.requirements.shares import BLS_LEVEL, RequirementShares
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

_TRAINING = {
    "None": Training.NONE,
    "Short-term on-the-job training": Training.SHORT,
    "Moderate-term on-the-job training": Training.MODERATE,
    "Long-term on-the-job training": Training.LONG,
    "Apprenticeship": Training.APPRENTICESHIP,
    "Internship/residency": Training.RESIDENCY,
}


def survey_entry(
    catalog: Catalog, shares: RequirementShares, study: FieldsOfStudy, code: OnetSocCode
) -> Entry:
    """One way in: what BLS names as typical, and what a quarter of O*NET's answers accept.

    BLS's entry education is the usual one; the floor is the lower of it and O*NET's. Experience is
    asked only where BLS names it.
    """
    row = catalog.row_of[code]
    accepted = int(shares.accepted_level[row])
    typical = int(shares.typical_level[row])
    named = shares.bls["entry_education"][row]
    usual = BLS_LEVEL.get(named or "", typical)
    months = {
        "Less than 5 years": UNDER_FIVE_YEARS_MONTHS.value,
        "5 years or more": FIVE_YEARS_MONTHS.value,
    }.get(shares.bls["related_experience"][row] or "", 0.0)
    is_specific = bool(study.is_specific[row])
    sources = tuple(
        FactSource(
            kind=SourceKind.SURVEY,
            is_read=True,
            citation=catalog.release.source(source).citation,
        )
        for source in ("bls-projections", "onet")
    )
    condition = EntryCondition(
        number=1,
        door=Door.SCHOOL if usual >= EducationLevel.CERTIFICATE else Door.DIRECT,
        floor=EducationLevel(min(accepted, usual)),
        usual=EducationLevel(usual),
        field=FieldRule.OWN if is_specific else FieldRule.ANY,
        programs=tuple(sorted(study.programs[row])),
        training=_TRAINING.get(shares.bls["on_the_job_training"][row] or "None"),
        experience=Experience(months=months) if months else None,
        sources=sources,
    )
    return Entry(code=code, conditions=(condition,), is_survey_only=True)

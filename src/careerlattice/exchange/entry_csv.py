"""What occupations ask for entry as one table of comma-separated values.

One row an occupation, columns as in `COLUMNS`. `license_typical`: yes (the typical worker must hold
one), some_states, local, voluntary_cert or no. `min_education_typical`: what people usually have
by the usual door. `own_field_required`: yes, preferred or no. `training`: none, short_ojt,
moderate_ojt, long_ojt, apprenticeship or internship_residency, with its term in months where one
is known. `experience_months_min`: months of related work the usual door asks.
`promotion_only`: whether it is entered only from a rank or a license below.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.entry import AskedIn, Entry, EntryCondition, FieldRule
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.cells import plain_cell
from careerlattice.vocab.levels import EducationLevel

COLUMNS = (
    "code", "title", "license_typical", "license_name", "min_education_typical",
    "min_education_floor", "own_field_required", "training", "term_months_low",
    "term_months_high", "experience_months_min", "promotion_only", "person_conditions", "door",
    "ways", "source_pages", "basis",
)  # fmt: skip

_LICENSED = {
    AskedIn.ALL_STATES: "yes",
    AskedIn.MOST_STATES: "yes",
    AskedIn.FEDERAL: "yes",
    AskedIn.SOME_STATES: "some_states",
    AskedIn.LOCAL: "local",
    AskedIn.VOLUNTARY: "voluntary_cert",
    AskedIn.PART: "no",
}
_LEVELS = {
    EducationLevel.LESS_THAN_HIGH_SCHOOL: "less_than_high_school",
    EducationLevel.HIGH_SCHOOL: "high_school",
    EducationLevel.CERTIFICATE: "certificate",
    EducationLevel.SOME_COLLEGE: "certificate",
    EducationLevel.ASSOCIATE: "associate",
    EducationLevel.BACHELOR: "bachelor",
    EducationLevel.POSTBACCALAUREATE_CERTIFICATE: "bachelor",
    EducationLevel.MASTER: "master",
    EducationLevel.POSTMASTER_CERTIFICATE: "master",
    EducationLevel.PROFESSIONAL: "doctoral_or_professional",
    EducationLevel.DOCTORAL: "doctoral_or_professional",
    EducationLevel.POSTDOCTORAL: "doctoral_or_professional",
}
_FIELD = {
    FieldRule.OWN: "yes",
    FieldRule.PREP_PROGRAM: "yes",
    FieldRule.PREFERRED: "preferred",
    FieldRule.ANY: "no",
}


def to_entry_csv(catalog: Catalog) -> str:
    """The table as text, one row an occupation in the order of their codes."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    requirements = open_requirements(catalog)
    for code in catalog.codes:
        row = _row(catalog.occupation(code).title, requirements.get_entry(code))
        writer.writerow({name: plain_cell(str(value)) for name, value in row.items()})
    return text.getvalue()


def _row(title: str, entry: Entry) -> dict[str, Any]:
    usual = entry.usual
    license_ = entry.licenses[0] if entry.licenses else None
    term = _term(entry)
    work = [asked.months for asked in (usual.promotion, usual.experience) if asked]
    pages = dict.fromkeys(
        source.address for way in entry.conditions for source in way.sources if source.address
    )
    return {
        "code": str(entry.code),
        "title": title,
        "license_typical": _LICENSED[license_.asked_in] if license_ else "no",
        "license_name": license_.name if license_ else "",
        "min_education_typical": _LEVELS[usual.usual],
        "min_education_floor": _LEVELS[min(way.floor for way in entry.conditions)],
        "own_field_required": _FIELD[usual.field],
        "training": usual.training.value if usual.training else "",
        "term_months_low": f"{term.low:g}" if term else "",
        "term_months_high": f"{term.high:g}" if term else "",
        "experience_months_min": f"{max(work, default=0):g}",
        "promotion_only": "yes" if entry.is_promotion_only else "no",
        "person_conditions": "; ".join(f"{name}: {value}" for name, value in entry.person.items()),
        "door": usual.door.value,
        "ways": len(entry.conditions),
        "source_pages": " ".join(pages),
        "basis": "survey only" if entry.is_survey_only else "law and practice",
    }


def _term(entry: Entry) -> Span | None:
    """The term of training, practice or apprenticeship: the usual door's, else another's."""
    own = _terms(entry.usual)
    if own:
        return own[0]
    for way in entry.conditions[1:]:
        others = _terms(way)
        if others:
            return others[0]
    return None


def _terms(way: EntryCondition) -> list[Span]:
    found = [
        way.training_months,
        way.practice.months if way.practice else None,
        way.apprenticeship.months if way.apprenticeship else None,
    ]
    return [span for span in found if span is not None]

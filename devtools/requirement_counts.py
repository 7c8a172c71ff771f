"""What the license answers of a release name, lack and demand, counted.

Run with `python -m devtools.requirement_counts`. Pairs are of a jurisdiction (states and the
District of Columbia) and an occupation. The list of work that no license bars is a judgment, read
from two audits of plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerlattice.build.license_rules import JURISDICTIONS
from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.license_answer import LicenseAnswer, LicenseGap
from careerlattice.requirements.requirements import EntryRequirements, open_requirements

OPEN_WORK = (
    "11-1011", "11-1021", "11-2021", "11-2022", "11-3012", "11-3031", "11-3051", "11-3071",
    "11-3121", "11-9013", "11-9051", "11-9081", "11-9111", "13-1041.07", "13-1071",
    "13-1082", "13-1111", "13-1121", "13-1161", "13-2011", "13-2051", "13-2053", "13-2081",
    "15-2011", "27-2021", "27-4012", "33-9091", "35-1012", "37-1012", "37-2011",
    "37-2012", "37-3011", "39-9011", "41-1011", "41-2011", "41-2031", "41-4011", "41-4012",
    "43-4051", "43-5032", "43-6014", "43-9041", "45-2092", "47-2031", "47-2051", "47-2061",
    "47-2141", "47-2181", "49-3021", "49-3023", "49-9071", "51-4121", "53-7062",
)  # fmt: skip
"""Lines outside health and teaching whose typical worker needs no license of the state."""

LICENSED_IN = {"49-3023": ("HI", "MI")}
"""States whose law licenses such a line after all: HRS chapter 437B, MCL 257.1301."""

WRONG_WORDS = {
    "41-3031": "Series 24", "43-5032": "Aircraft", "13-2081": "Enrolled Agent",
    "15-2011": "Enrolled Actuary", "27-4012": "Radio Officer", "11-9111": "Nursing Home",
}  # fmt: skip
"""A corner's license that was taken for the line's; it must not be demanded of everybody."""


def each_answer(catalog: Catalog) -> Iterator[LicenseAnswer]:
    """The license answers of all occupations in all jurisdictions."""
    requirements = open_requirements(catalog)
    for state in JURISDICTIONS:
        for code in catalog.codes:
            yield requirements.license_to_hold(code, state)


def count_licenses(catalog: Catalog) -> dict[str, int]:
    """The counts by what they are of."""
    requirements = open_requirements(catalog)
    by_law = {code for code in catalog.codes if _is_asked_by_law(requirements, code)}
    counts = dict.fromkeys(
        (
            "pairs",
            "pairs of work that law licenses everywhere or nearly",
            "of these: required, by a record of the state",
            "of these: required, no record, told as such",
            "of these: required of all states by one agency",
            "of these: left to cities, to contractors or free by a known exception",
            "of these: neither named nor told",
            "pairs required of work that no license bars",
            "pairs that demand a corner's license of everybody",
            "records shown with a broken or missing agency",
        ),
        0,
    )
    names = list(counts)
    for answer in each_answer(catalog):
        counts[names[0]] += 1
        if answer.code in by_law:
            counts[names[1]] += 1
            counts[names[2 + _kind(requirements, answer)]] += 1
        is_open = answer.code.startswith(OPEN_WORK) and answer.state not in LICENSED_IN.get(
            answer.code[:7], ()
        )
        counts[names[7]] += answer.is_required and is_open
        wrong = WRONG_WORDS.get(answer.code[:7])
        counts[names[8]] += answer.is_required and wrong is not None and wrong in answer.name
        counts[names[9]] += sum(
            not record.agency or "NULL" in record.agency.upper().split()
            for record in answer.records
        ) + (answer.is_required and not answer.agency)
    return counts


def _is_asked_by_law(requirements: EntryRequirements, code: str) -> bool:
    entry = requirements.entries[code]
    return any(gate.asked_in.is_by_law for gate in entry.licenses)


def _kind(requirements: EntryRequirements, answer: LicenseAnswer) -> int:
    """How a pair that law licenses is told: a place among the counts; 4 for not at all."""
    if answer.is_required and answer.name:
        if answer.records:
            return 0
        return 1 if answer.gap is LicenseGap.NO_RECORD else 2
    tables = requirements.license_tables
    gates = requirements.get_entry(answer.code).licenses
    is_known = bool(tables.exceptions(answer.code, answer.state)) or any(
        answer.state in (*gate.except_states, *gate.local_states) for gate in gates
    )
    return 3 if is_known else 4


def main() -> None:
    """Print the counts of the release in use."""
    catalog = open_release()
    print(f"release {catalog.release.id}")
    for what, number in count_licenses(catalog).items():
        print(f"{number:7,}  {what}")


if __name__ == "__main__":
    main()

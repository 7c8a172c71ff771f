"""What one state's own law asks, as written in `content/requirements/states`: reading and checking.

A row is one license of some lines; its `states` say what the law of each asks in place of the
nation's range. `content/requirements/README.md` says what may stand in a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careerlattice.build.entry_files import (
    FOLDER,
    Block,
    block_key,
    condition_flaws,
    is_range,
    listed,
    not_in,
)
from careerlattice.build.license_rules import JURISDICTIONS
from careerlattice.build.yaml_files import load_mapping
from careerlattice.errors import DataError
from careerlattice.tables import entry_tables as declared

Row = dict[str, Any]
STATES_FOLDER = "states"
ROW_KEYS = {"codes", "license", "source", "states", "note"}
STATE_KEYS = {
    "name", "hours", "apprenticeship", "closed", "practice_hours", "practice_months",
    "experience_months", "degree", "education", "age", "exam", "fee_usd", "wait_months",
    "works_before", "permit", "permit_exam", "asks", "program_months",
    "agency", "url", "ways", "note", "doubt", "source",
}  # fmt: skip
_TEXTS = (
    "name", "education", "exam", "works_before", "permit", "permit_exam", "agency", "url", "note",
    "doubt",
)  # fmt: skip
_NUMBERS = {
    "hours": 16_000,
    "practice_hours": 16_000,
    "practice_months": 144,
    "experience_months": 240,
    "age": 30,
}
_RANGES = {"fee_usd": 20_000, "wait_months": 24, "program_months": 60}
_TERMS = ("closed", "open")
_TERM_MOST = {"hours": 16_000, "months": 120}


@dataclass(frozen=True, slots=True)
class StateRule:
    """One state's rule of one row, as written, with where it stands and its source."""

    file: str
    codes: tuple[str, ...]
    license: str
    state: str
    given: Mapping[str, Any]
    source: Mapping[str, Any]

    @property
    def where(self) -> str:
        """The file and row it stands in."""
        return f"{self.file}: {self.license} ({', '.join(self.codes)}): {self.state}"

    @property
    def ways(self) -> Sequence[Mapping[str, Any]]:
        """Its additional ways in, each with a source: its own, else the rule's."""
        return [{"source": self.source, **way} for way in self.given.get("ways") or ()]


def read_state_rules(blocks: Mapping[str, Block], folder: Path = FOLDER) -> list[StateRule]:
    """All rules in the order of the files. Raises `DataError` naming every mistake found."""
    rules: list[StateRule] = []
    flaws: list[str] = []
    for file in sorted((folder / STATES_FOLDER).glob("*.yaml")):
        found, wrong = read_rules_file(file, blocks)
        rules += found
        flaws += wrong
    flaws += twice(rules)
    if flaws:
        raise DataError(
            f"content/requirements/{STATES_FOLDER}: {listed(flaws)}. "
            "`python -m devtools.check_state_rules` lists all of them."
        )
    return rules


def read_rules_file(file: Path, blocks: Mapping[str, Block]) -> tuple[list[StateRule], list[str]]:
    """The rules of a file, and its mistakes in words."""
    given = load_mapping(file)
    flaws = [f"{file.name}: no key {key!r}" for key in given if key != "rules"]
    rows = given.get("rules")
    if not isinstance(rows, list):
        return [], [*flaws, f"{file.name}: 'rules' must be a list"]
    rules: list[StateRule] = []
    for number, row in enumerate(rows, 1):
        wrong = list(_row_flaws(row, blocks))
        called = row.get("license", "") if isinstance(row, dict) else ""
        flaws += [f"{file.name}: row {number} {called}: {flaw}" for flaw in wrong]
        if not wrong:
            rules += _rules(file.name, row)
    for rule in rules:
        flaws += [f"{rule.where}: {flaw}" for flaw in _rule_flaws(rule, blocks)]
    return rules, flaws


def twice(rules: Iterable[StateRule]) -> Iterator[str]:
    """Rules that say again what another says: the same code, state, and license."""
    seen: dict[tuple[str, str, str], StateRule] = {}
    for rule in rules:
        for code in rule.codes:
            key = (code, rule.state, rule.license)
            if key in seen:
                yield f"{rule.where}: {code} stands already in {seen[key].where}"
            seen.setdefault(key, rule)


def block_of(code: str, blocks: Mapping[str, Block]) -> Block | None:
    """The block that speaks for a SOC line or an O*NET code."""
    key = block_key(code, blocks)
    return None if key is None else blocks[key]


def unknown_codes(rules: Iterable[StateRule], occupations: Sequence[str]) -> list[StateRule]:
    """The rules with a code that begins none of the occupations, a row's once."""
    lost = [
        rule
        for rule in rules
        if not all(any(one.startswith(code) for one in occupations) for code in rule.codes)
    ]
    return list({(rule.file, rule.license, rule.codes): rule for rule in lost}.values())


def told_only(rule: StateRule, blocks: Mapping[str, Block]) -> Iterator[str]:
    """What a rule says that no way in of its block has a place for, so that it is only told."""
    if "hours" in rule.given:
        for code in rule.codes:
            block = block_of(code, blocks)
            if block is not None and not any(_has_hours(way) for way in block["conditions"]):
                yield f"no way of {code} has a course or program with hours: they are only told"


def state_ways(
    codes: Sequence[str], rules: Iterable[StateRule]
) -> list[tuple[Mapping[str, Any], dict[str, set[str]]]]:
    """Ways that states alone open, in the order found: the way, and its states by occupation."""
    found: dict[str, tuple[Mapping[str, Any], dict[str, set[str]]]] = {}
    for rule in rules:
        for code in _meant(rule, codes):
            for way in rule.ways:
                same = repr(sorted(way.items(), key=str))
                _, states = found.setdefault(same, (way, {}))
                states.setdefault(code, set()).add(rule.state)
    return list(found.values())


def rule_rows(
    codes: Sequence[str], licenses: Sequence[str], rules: Iterable[StateRule]
) -> Iterator[Row]:
    """The rows of the table `state_rules` for the occupations `codes` of one block.

    `licenses` are the names of the block's licenses, the typical worker's first. The rule of the
    first of them has rank 1, else the one written first; a rule of a whole code stands in place of
    the same license's rule of its line.
    """
    order = {name.casefold(): place for place, name in enumerate(licenses)}
    for code in codes:
        here: dict[tuple[str, str], tuple[int, StateRule]] = {}
        for rule in rules:
            own = max((len(one) for one in rule.codes if code.startswith(one)), default=0)
            key = (rule.state, rule.license)
            if own and own >= here.get(key, (0, rule))[0]:
                here[key] = (own, rule)
        by_state: dict[str, list[StateRule]] = {}
        for _, rule in here.values():
            by_state.setdefault(rule.state, []).append(rule)
        for found in by_state.values():
            found.sort(key=lambda rule: order.get(rule.license.casefold(), len(order)))
            for rank, rule in enumerate(found, 1):
                yield {"onet_soc_code": code, "rank": rank, **_row(rule)}


def _meant(rule: StateRule, codes: Sequence[str]) -> list[str]:
    return [code for code in codes if code.startswith(rule.codes)]


def _row(rule: StateRule) -> Row:
    given = rule.given
    term = given.get("apprenticeship")
    length = term if isinstance(term, dict) else {}
    ranges = {
        f"{key}_{end}": value
        for key in _RANGES
        for end, value in zip(("low", "high"), given.get(key) or (None, None), strict=True)
    }
    plain = (*_TEXTS, *_NUMBERS, "degree")
    closed = dict.fromkeys([*(given.get("closed") or []), *_shut(term)])
    return {
        "state": rule.state,
        "license": rule.license,
        **{key: given.get(key) for key in plain},
        **ranges,
        "apprenticeship": "open" if length else term,
        "apprenticeship_hours": length.get("hours"),
        "apprenticeship_months": length.get("months"),
        "asks": "|".join(f"{about}={said}" for about, said in (given.get("asks") or {}).items())
        or None,
        "closed_doors": "-".join(closed) or None,
        "citation": rule.source.get("cite") or rule.source.get("judgment"),
        "how": rule.source.get("how", "known"),
    }


def _shut(term: Any) -> list[str]:
    """An apprenticeship that does not count is a closed door."""
    return ["apprenticeship"] if term == "closed" else []


def _has_hours(way: Mapping[str, Any]) -> bool:
    return any((way.get(part) or {}).get("hours") for part in ("study", "course"))


def _rules(file: str, row: Mapping[str, Any]) -> Iterator[StateRule]:
    for state, given in row["states"].items():
        values = dict(given or {})
        if row.get("note") and "note" not in values:
            values["note"] = row["note"]
        yield StateRule(
            file=file,
            codes=tuple(str(code) for code in row["codes"]),
            license=row["license"],
            state=state,
            given=values,
            source=values.get("source") or row.get("source") or {},
        )


def _row_flaws(row: Any, blocks: Mapping[str, Block]) -> Iterator[str]:
    if not isinstance(row, dict):
        yield "must be a mapping"
        return
    yield from (f"no key {key!r}" for key in row if key not in ROW_KEYS)
    if not isinstance(row.get("license"), str) or not row.get("license"):
        yield "no license named"
    codes = row.get("codes")
    if not isinstance(codes, list) or not codes:
        yield "no codes"
    for code in codes if isinstance(codes, list) else ():
        if block_of(str(code), blocks) is None:
            yield f"{code} has no block of entry requirements"
    if "source" in row:
        yield from _source_flaws(row["source"])
    states = row.get("states")
    if not isinstance(states, dict) or not states:
        yield "no states"
        return
    for state, given in states.items():
        if state not in JURISDICTIONS:
            yield f"{state!r} is no state"
        elif not isinstance(given, dict | None):
            yield f"{state} must be a mapping"


def _rule_flaws(rule: StateRule, blocks: Mapping[str, Block]) -> Iterator[str]:
    given = rule.given
    yield from (f"no key {key!r}" for key in given if key not in STATE_KEYS)
    yield from (f"{key} must be text" for key in _TEXTS if not isinstance(given.get(key, ""), str))
    for key, high in _NUMBERS.items():
        if key in given and not _is_number(given[key], high):
            yield f"{key} must be a number from 0 to {high}, not {given[key]!r}"
    for key, high in _RANGES.items():
        if key in given and not is_range(given[key], high):
            yield f"{key} must be [low, high] within 0 to {high}, not {given[key]!r}"
    if "degree" in given:
        yield from not_in(given["degree"], declared.LEVEL_NAMES, "degree")
    url = given.get("url") or "https://"
    if isinstance(url, str) and (not url.startswith(("http://", "https://")) or " " in url):
        yield f"url {url!r} is no address"
    if isinstance(url, str) and "web.archive.org" in url:
        yield "url is an archive's, not the agency's own page"
    if not rule.source:
        yield "no source, neither its own nor the row's"
    if "source" in given:
        yield from _source_flaws(given["source"])
    yield from _term_flaws(given.get("apprenticeship", "open"))
    yield from _door_flaws(rule, blocks)
    yield from _way_flaws(rule)


def _term_flaws(term: Any) -> Iterator[str]:
    if isinstance(term, dict):
        if len(term) != 1 or not set(term) <= set(_TERM_MOST):
            yield "apprenticeship must be closed, open, {hours: …} or {months: …}"
            return
        for key, value in term.items():
            if not _is_number(value, _TERM_MOST[key]) or not value:
                yield f"apprenticeship {key} must be a number up to {_TERM_MOST[key]}"
    elif term not in _TERMS:
        yield "apprenticeship must be closed, open, {hours: …} or {months: …}"


def _door_flaws(rule: StateRule, blocks: Mapping[str, Block]) -> Iterator[str]:
    """Doors that no block has, or that leave no way in."""
    closed = rule.given.get("closed") or []
    if not isinstance(closed, list):
        yield "closed must be a list of doors"
        return
    unknown = [door for door in closed if door not in declared.DOORS]
    yield from (f"{door!r} is not one of {', '.join(declared.DOORS)}" for door in unknown)
    term = rule.given.get("apprenticeship")
    found = [block_of(code, blocks) for code in rule.codes]
    doors = [{way["door"] for way in block["conditions"]} for block in found if block]
    every = set().union(*doors)
    for door in closed:
        if door in declared.DOORS and door not in every:
            yield f"closed: the block has no door {door!r}"
    has_term = any(
        "apprenticeship" in way for block in found if block for way in block["conditions"]
    )
    if term not in (None, "closed") and not has_term:
        yield "apprenticeship: the block has none (give it under ways)"
    shut = {*closed, *_shut(term)}
    if any(own <= shut for own in doors) and not rule.ways:
        yield "every door of the block is closed, and no way is added"


def _way_flaws(rule: StateRule) -> Iterator[str]:
    ways = rule.given.get("ways") or []
    if not isinstance(ways, list) or not all(isinstance(way, dict) for way in ways):
        yield "ways must be a list of conditions"
        return
    for number, way in enumerate(rule.ways, 1):
        yield from (f"way {number}: {flaw}" for flaw in condition_flaws(way))
        source = way["source"]
        if isinstance(source, str | list):
            yield f"way {number}: a source must be {{cite, how}}"


def _source_flaws(source: Any) -> Iterator[str]:
    if not isinstance(source, dict) or not (source.get("cite") or source.get("judgment")):
        yield "a source must be {cite: …, how: read or known}"
        return
    yield from (
        f"source has no key {key!r}" for key in source if key not in ("cite", "how", "judgment")
    )
    if source.get("how", "known") not in ("read", "known"):
        yield f"source how {source['how']!r} is neither read nor known"


def _is_number(value: Any, high: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= high

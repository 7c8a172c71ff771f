"""From blocks of `content/requirements` to the tables of entry requirements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from careerlattice.build.entry_files import FOLDER, Block, block_key, read_blocks
from careerlattice.build.state_rules import (
    StateRule,
    read_state_rules,
    rule_rows,
    state_ways,
    unknown_codes,
)
from careerlattice.errors import DataError, MissingFile
from careerlattice.sources.reading import Reading, SetAside
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.csv_rows import read_rows

Row = dict[str, Any]
PAGES = "pages.csv"
SOURCE = "careerlattice"
_CODE_ROLES = (
    ("experience_from", "experience", "from"),
    ("promotion_from", "promotion_from", "codes"),
)


def read_entry_requirements(
    occupations: Sequence[str], programs: Iterable[str], folder: Path = FOLDER
) -> Reading:
    """The entry tables, for `occupations` (O*NET-SOC codes) and CIP codes `programs`.

    A block of a line speaks for all its occupations; one of a whole code for that one alone. What
    names an occupation or a program that this edition does not have is set aside and counted.
    Raises `MissingFile` or `DataError`.
    """
    blocks = read_blocks(folder)
    rules = read_state_rules(blocks, folder)
    names = [name for name in TABLES if name.startswith("entry_")]
    rows: dict[str, list[Row]] = {name: [] for name in (*names, "handbook_pages", "state_rules")}
    rows["handbook_pages"] = _pages(folder / PAGES)
    known_pages = {row["page"] for row in rows["handbook_pages"]}
    lost = sorted({str(b["page"]) for b in blocks.values() if b.get("page")} - known_pages)
    if lost:
        raise DataError(f"{PAGES} lacks the Handbook pages {', '.join(lost)}.")
    known = Known(frozenset(occupations), frozenset(programs))
    used: dict[str, list[str]] = {}
    for code in sorted(occupations):
        key = block_key(code, blocks)
        if key is not None:
            _add_occupation(rows, code, key, blocks[key], known)
            used.setdefault(key, []).append(code)
    for key, codes in used.items():
        rows["entry_sources"] += _sources(key, blocks[key])
        _add_state_ways(rows, codes, key, len(blocks[key]["conditions"]), rules, known)
        rows["state_rules"] += rule_rows(codes, _license_names(blocks[key]), rules)
    frames = {
        name: pl.DataFrame(found, schema=TABLES[name].schema(), orient="row").sort(
            *TABLES[name].key
        )
        for name, found in rows.items()
    }
    without = [
        SetAside(SOURCE, rule.file, rule.license, "the taxonomy lacks some of its occupations")
        for rule in unknown_codes(rules, occupations)
    ]
    return Reading(frames, [*known.set_aside, *_unused(blocks, used), *without])


def _license_names(block: Block) -> list[str]:
    return [one["name"] for one in (block.get("gates") or {}).get("licenses") or []]


def _unused(blocks: Mapping[str, Block], used: Collection[str]) -> Iterable[SetAside]:
    for key in sorted(set(blocks).difference(used)):
        yield SetAside(SOURCE, f"{key[:2]}.yaml", key, "the taxonomy has no such occupation")


@dataclass
class Known:
    """Which codes the release has; what names others is noted in `set_aside`."""

    occupations: frozenset[str]
    programs: frozenset[str]
    set_aside: list[SetAside] = field(default_factory=list)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(code[:n] for code in self.occupations for n in range(2, len(code) + 1))

    @cached_property
    def _program_beginnings(self) -> frozenset[str]:
        return frozenset(cip[:n] for cip in self.programs for n in (2, 5, 7))

    def begins_code(self, code: str, at: str) -> bool:
        """Whether some occupation's code begins so."""
        return self._noted(code in self._beginnings, code, at, "begins no occupation's code")

    def has_program(self, cip: str, at: str) -> bool:
        """Whether some program's code begins so."""
        return self._noted(cip in self._program_beginnings, cip, at, "begins no CIP code")

    def occupation(self, code: str, at: str) -> str | None:
        """The occupation of a code or line, if there is one."""
        found = next((c for c in (code, f"{code}.00") if c in self.occupations), None)
        self._noted(found is not None, code, at, "is no occupation of the taxonomy")
        return found

    def _noted(self, is_known: bool, what: str, at: str, why: str) -> bool:
        if not is_known:
            self.set_aside.append(SetAside(SOURCE, f"{at[:2]}.yaml", f"{at}: {what}", why))
        return is_known


def _add_occupation(
    rows: dict[str, list[Row]], code: str, key: str, block: Block, known: Known
) -> None:
    gates = block.get("gates") or {}
    rows["entry_occupations"].append(
        {
            "onet_soc_code": code,
            "block": key,
            "page": block.get("page"),
            "is_promotion_only": bool(block.get("promotion_only", False)),
            "is_full_time_only": bool(gates.get("full_time_only", False)),
            "note": block.get("note"),
        }
    )
    for number, condition in enumerate(block["conditions"], 1):
        _add_condition(rows, (code, number), key, condition, known)
    for number, license_ in enumerate(gates.get("licenses") or [], 1):
        at = {"onet_soc_code": code, "license": number}
        rows["entry_licenses"].append(at | _license(license_))
        asks = license_.get("asks") or {}
        if not isinstance(asks, Mapping):
            asks = {"note": asks}
        rows["entry_license_asks"] += [
            at | {"asks": str(name), "value": _text(value)} for name, value in asks.items()
        ]
    rows["entry_person"] += [
        {"onet_soc_code": code, "condition_of": name, "value": _text(value)}
        for name, value in (gates.get("person") or {}).items()
        if name != "source" and value is not False
    ]
    rows["entry_next"] += _next_steps(code, key, block, known)


def _add_condition(
    rows: dict[str, list[Row]],
    place: tuple[str, int],
    key: str,
    condition: Mapping[str, Any],
    known: Known,
    states: str | None = None,
) -> None:
    """The rows of one way in; `states` are those whose law alone opens it."""
    at = dict(zip(("onet_soc_code", "condition"), place, strict=True))
    rows["entry_conditions"].append(at | _condition(condition) | {"states": states})
    rows["entry_condition_codes"] += [
        at | row for row in _codes_named(condition) if known.begins_code(row["code"], key)
    ]
    rows["entry_condition_permits"] += [
        at | {"number": number, **_permit(permit)}
        for number, permit in enumerate(condition.get("permits") or [], 1)
    ]
    rows["entry_condition_programs"] += [
        at | row for row in _programs(condition) if known.has_program(row["cip"], key)
    ]


def _add_state_ways(
    rows: dict[str, list[Row]],
    codes: Sequence[str],
    key: str,
    last: int,
    rules: Sequence[StateRule],
    known: Known,
) -> None:
    """Ways in that states alone open, behind those of the block; each once, with its states."""
    found = state_ways(codes, rules)
    for number, (way, states) in enumerate(found, last + 1):
        for code, postal in states.items():
            joined = "-".join(sorted(postal))
            _add_condition(rows, (code, number), key, way, known, states=joined)
        source = _source(way["source"], None)
        part = f"condition {number}"
        rows["entry_sources"].append({"block": key, "part": part, "number": 1, **source})


def _condition(condition: Mapping[str, Any]) -> Row:
    def part(name: str) -> Mapping[str, Any]:
        return condition.get(name) or {}

    def span(name: str, key: str, prefix: str) -> Row:
        low, high = part(name).get(key) or (None, None)
        return {f"{prefix}_low": low, f"{prefix}_high": high}

    study, course, term = part("study"), part("course"), part("apprenticeship")
    practice, work = part("practice"), part("experience")
    return {
        "door": condition["door"],
        "education_floor": condition["education"]["floor"],
        "education_usual": condition["education"]["usual"],
        "field": condition["field"],
        "training": part("training").get("kind"),
        **span("training", "months", "training_months"),
        "study_credential": study.get("credential"),
        "study_name": study.get("name"),
        **span("study", "months", "study_months"),
        **span("study", "hours", "study_hours"),
        **span("study", "price_usd", "study_usd"),
        "study_full_time_only": study.get("full_time_only"),
        "prerequisites_name": part("prerequisites").get("name"),
        **span("prerequisites", "months", "prerequisites_months"),
        **span("prerequisites", "price_usd", "prerequisites_usd"),
        "course_name": course.get("name"),
        **span("course", "hours", "course_hours"),
        **span("course", "weeks", "course_weeks"),
        **span("course", "price_usd", "course_usd"),
        "course_is_paid": course.get("paid"),
        **span("course", "pay_usd", "course_pay_usd"),
        **span("apprenticeship", "months", "apprenticeship_months"),
        "apprenticeship_hours": term.get("hours"),
        **span("apprenticeship", "pay_share", "apprentice_pay"),
        "apprenticeship_standing": term.get("standing"),
        "experience_months": work.get("months"),
        "experience_what": work.get("what"),
        "promotion_months": part("promotion_from").get("months"),
        "practice_name": practice.get("name") or ("supervised practice" if practice else None),
        **span("practice", "months", "practice_months"),
        "practice_hours": practice.get("hours"),
        "practice_is_paid": practice.get("paid"),
        **span("practice", "pay_usd", "practice_usd"),
        "practice_as": practice.get("as"),
        "practice_before": practice.get("before"),
        **span("search", "months", "search_months"),
        "search_note": part("search").get("note"),
        "search_is_first": part("search").get("first"),
        "is_unlicensed": bool(condition.get("unlicensed", False)),
        "from_degree_level": part("from_degree").get("level"),
        "from_degree_field": part("from_degree").get("field"),
        "note": _notes(condition),
    }


def _permit(permit: Mapping[str, Any]) -> Row:
    spans = {}
    for key in ("fee_usd", "months"):
        spans[f"{key}_low"], spans[f"{key}_high"] = permit.get(key) or (None, None)
    return {**spans, **{key: permit.get(key) for key in ("name", "exam", "note")}}


def _notes(condition: Mapping[str, Any]) -> str | None:
    found = [condition.get("note")]
    found += [
        (condition.get(part) or {}).get("note")
        for part in ("study", "course", "apprenticeship", "practice", "training", "from_degree")
    ]
    text = "; ".join(_text(note) for note in found if note)
    return text or None


def _codes_named(condition: Mapping[str, Any]) -> Iterable[Row]:
    for role, part, key in _CODE_ROLES:
        for code in (condition.get(part) or {}).get(key) or []:
            yield {"role": role, "code": str(code), "share": None, "most_months": None}
    for code in condition.get("from_license") or []:
        yield {"role": "from_license", "code": str(code), "share": None, "most_months": None}
    credit = (condition.get("apprenticeship") or {}).get("credit") or {}
    for code, given in credit.items():
        yield {
            "role": "apprentice_credit",
            "code": str(code),
            "share": given.get("share"),
            "most_months": given.get("most_months"),
        }


def _programs(condition: Mapping[str, Any]) -> Iterable[Row]:
    for role, cips in (
        ("asked", condition.get("cip") or []),
        ("held", (condition.get("from_degree") or {}).get("cip") or []),
        ("prepared", (condition.get("prerequisites") or {}).get("cip") or []),
    ):
        for rank, cip in enumerate(dict.fromkeys(cips), 1):
            yield {"role": role, "rank": rank, "cip": cip}


def _license(license_: Mapping[str, Any]) -> Row:
    def joined(key: str) -> str | None:
        return "-".join(license_.get(key) or []) or None

    def span(key: str) -> Row:
        low, high = license_.get(key) or (None, None)
        return {f"{key}_low": low, f"{key}_high": high}

    return {
        "granted_by": license_["by"],
        "asked_in": license_["in"],
        "name": license_["name"],
        "exam": _maybe(license_.get("exam")),
        "agency": license_.get("agency"),
        "asked_of": license_.get("for"),
        "is_after_hire": bool(license_.get("after_hire", False)),
        **span("fee_usd"),
        **span("wait_months"),
        "states": joined("states"),
        "except_states": joined("except"),
        "local_states": joined("local_in"),
        "note": license_.get("note"),
    }


def _next_steps(code: str, key: str, block: Block, known: Known) -> Iterable[Row]:
    """Steps on, each occupation once."""
    seen = {code}
    for number, step in enumerate(block.get("next") or [], 1):
        to = known.occupation(str(step["to"]), key)
        if to is not None and to not in seen:
            seen.add(to)
            yield {
                "onet_soc_code": code,
                "step": number,
                "to_code": to,
                "kind": step["kind"],
                "months": step.get("months"),
                "asks": _maybe(step.get("asks")),
            }


def _sources(key: str, block: Block) -> Iterable[Row]:
    page = block.get("page")
    parts: list[tuple[str, Any]] = []
    for number, condition in enumerate(block["conditions"], 1):
        parts.append((f"condition {number}", condition.get("source")))
        for name in ("study", "prerequisites", "course", "apprenticeship", "experience",
                     "promotion_from", "practice", "search", "training"):  # fmt: skip
            parts.append((f"condition {number} {name}", (condition.get(name) or {}).get("source")))
        for place, permit in enumerate(condition.get("permits") or [], 1):
            parts.append((f"condition {number} permit {place}", permit.get("source")))
    gates = block.get("gates") or {}
    parts += [
        (f"license {number}", license_.get("source"))
        for number, license_ in enumerate(gates.get("licenses") or [], 1)
    ]
    parts.append(("person", (gates.get("person") or {}).get("source")))
    parts += [
        (f"next {number}", step.get("source"))
        for number, step in enumerate(block.get("next") or [], 1)
    ]
    for part, given in parts:
        if given is None:
            continue
        for number, source in enumerate(given if isinstance(given, list) else [given], 1):
            yield {"block": key, "part": part, "number": number, **_source(source, page)}


def _source(source: Any, page: str | None) -> Row:
    if isinstance(source, str):
        source = {"page": page, "section": source, "how": "read"}
    if "page" in source:
        return {
            "kind": "handbook",
            "page": source["page"],
            "section": source.get("section"),
            "citation": None,
            "how": source.get("how", "read"),
        }
    if "cite" in source:
        return {
            "kind": "citation",
            "page": None,
            "section": None,
            "citation": _text(source["cite"]),
            "how": source.get("how", "known"),
        }
    return {
        "kind": "judgment",
        "page": None,
        "section": None,
        "citation": _text(source.get("judgment", "")),
        "how": "known",
    }


def _maybe(value: object) -> str | None:
    return None if value is None or value is False else _text(value)


def _text(value: object) -> str:
    if value is True:
        return "asked"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value)


def _pages(path: Path) -> list[Row]:
    """The pages of the Handbook that blocks name."""
    try:
        return read_rows(path)
    except OSError as error:
        raise MissingFile(f"{path} cannot be read: {error.strerror or error}.") from error

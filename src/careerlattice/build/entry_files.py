"""Blocks of entry requirements as written in `content/requirements`: reading and checking them.

One YAML file for each SOC major group, one block for each SOC line; a block keyed by a whole O*NET
code speaks of that specialty alone. `like` takes a block over from another line save for the keys
given. `content/requirements/README.md` says what may stand in a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from careerlattice.build.yaml_files import load_yaml
from careerlattice.errors import DataError, MissingFile
from careerlattice.tables import entry_tables as declared

FOLDER = Path(__file__).parent.parent / "content" / "requirements"
MAJOR_GROUPS = "[0-9][0-9].yaml"
MOST_LISTED = 20

BLOCK_KEYS = {"title", "page", "promotion_only", "conditions", "gates", "next", "like", "note"}
CONDITION_KEYS = {
    "door",
    "education",
    "field",
    "cip",
    "study",
    "prerequisites",
    "course",
    "apprenticeship",
    "experience",
    "promotion_from",
    "practice",
    "permits",
    "search",
    "training",
    "source",
    "from_license",
    "from_degree",
    "unlicensed",
    "note",
}
PART_KEYS: Mapping[str, set[str]] = {
    "education": {"floor", "usual"},
    "study": {
        "credential",
        "name",
        "months",
        "hours",
        "price_usd",
        "full_time_only",
        "source",
        "note",
        "paid",
    },
    "prerequisites": {"name", "months", "price_usd", "cip", "source"},
    "course": {"name", "hours", "weeks", "price_usd", "paid", "pay_usd", "source", "note"},
    "apprenticeship": {"months", "hours", "pay_share", "standing", "credit", "source", "note"},
    "experience": {"months", "from", "what", "source"},
    "promotion_from": {"codes", "months", "source"},
    "practice": {
        "name",
        "months",
        "hours",
        "paid",
        "pay_usd",
        "as",
        "before",
        "source",
        "note",
    },
    "search": {"months", "note", "first", "source"},
    "training": {"kind", "months", "source", "paid", "note"},
    "from_degree": {"level", "field", "cip", "note"},
}
PERMIT_KEYS = {"name", "exam", "fee_usd", "months", "note", "source"}
GATE_KEYS = {"licenses", "person", "full_time_only"}
LICENSE_KEYS = {
    "by",
    "in",
    "states",
    "except",
    "local_in",
    "name",
    "exam",
    "agency",
    "asks",
    "for",
    "source",
    "note",
    "after_hire",
    "fee_usd",
    "wait_months",
}
PERSON_KEYS = {
    "age_least",
    "age_most",
    "citizen",
    "medical",
    "background",
    "drug_test",
    "driving",
    "physical",
    "exam",
    "clearance",
    "other",
    "source",
}
NEXT_KEYS = {"to", "kind", "months", "asks", "source", "note"}
RANGES: tuple[tuple[str, str, float], ...] = (
    ("study", "months", 144), ("study", "price_usd", 500_000), ("study", "hours", 16_000),
    ("prerequisites", "months", 36), ("prerequisites", "price_usd", 100_000),
    ("course", "pay_usd", 500_000),
    ("course", "hours", 16_000), ("course", "weeks", 160), ("course", "price_usd", 500_000),
    ("apprenticeship", "months", 120), ("apprenticeship", "pay_share", 1.5),
    ("practice", "months", 144), ("practice", "pay_usd", 500_000), ("training", "months", 144),
    ("search", "months", 60),
)  # fmt: skip

Block = Mapping[str, Any]


def read_blocks(folder: Path = FOLDER) -> dict[str, Block]:
    """All blocks by code, `like` carried out. Raises `DataError` naming every mistake found."""
    files = sorted(folder.glob(MAJOR_GROUPS))
    if not files:
        raise MissingFile(f"No entry requirements were found in {folder}.")
    raw: dict[str, Block] = {}
    flaws: list[str] = []
    for file in files:
        values = load_yaml(file) or {}
        if not isinstance(values, dict):
            raise DataError(f"{file.name} must hold blocks by code.")
        for key, block in values.items():
            code = str(key)
            if code[:2] != file.stem:
                flaws.append(f"{file.name}: {code} belongs into another file")
            if not isinstance(block, dict):
                flaws.append(f"{code}: an empty block")
                continue
            raw[code] = block
    found = {}
    for code in sorted(raw):
        block = _resolved(code, raw, (), flaws)
        if block is not None:
            found[code] = block
            flaws += [f"{code}: {flaw}" for flaw in _flaws(block)]
    if flaws:
        raise DataError(f"content/requirements: {listed(flaws)}.")
    return found


def listed(flaws: Sequence[str]) -> str:
    """The first mistakes in one line, and how many more there are."""
    more = f"; and {len(flaws) - MOST_LISTED} more" if len(flaws) > MOST_LISTED else ""
    return f"{'; '.join(flaws[:MOST_LISTED])}{more}"


def block_key(code: str, blocks: Mapping[str, Block]) -> str | None:
    """The key of the block that speaks for a SOC line or an O*NET code: its own, or its line's."""
    return next((one for one in (code, code[:7]) if one in blocks), None)


def _resolved(
    code: str, raw: Mapping[str, Block], seen: tuple[str, ...], flaws: list[str]
) -> Block | None:
    block = raw[code]
    if "like" not in block:
        return block
    other = str(block["like"])
    if other not in raw or other in seen or other == code:
        flaws.append(f"{code}: like {other} leads nowhere")
        return None
    base = _resolved(other, raw, (*seen, code), flaws)
    own = {key: value for key, value in block.items() if key != "like"}
    return None if base is None else {**base, **own}


def _flaws(block: Block) -> Iterable[str]:
    """Every mistake in a block, in words."""
    yield from _unknown(block, BLOCK_KEYS, "block")
    conditions = block.get("conditions")
    if not isinstance(conditions, list) or not conditions:
        yield "no conditions"
        return
    for number, condition in enumerate(conditions, 1):
        for flaw in condition_flaws(condition):
            yield f"condition {number}: {flaw}"
    yield from _gate_flaws(block.get("gates") or {})
    for number, step in enumerate(block.get("next") or [], 1):
        for flaw in _next_flaws(step):
            yield f"next {number}: {flaw}"


def condition_flaws(condition: Any) -> Iterable[str]:
    if not isinstance(condition, dict):
        yield "must be a mapping"
        return
    yield from _unknown(condition, CONDITION_KEYS, "condition")
    yield from not_in(condition.get("door"), declared.DOORS, "door")
    yield from not_in(condition.get("field"), declared.FIELD_RULES, "field")
    for part, keys in PART_KEYS.items():
        value = condition.get(part)
        if value is None:
            continue
        if not isinstance(value, dict):
            yield f"{part} must be a mapping"
            return
        yield from _unknown(value, keys, part)
    education = condition.get("education") or {}
    levels = declared.LEVEL_NAMES
    for key in ("floor", "usual"):
        yield from not_in(education.get(key), levels, f"education {key}")
    if not any(education.get(key) not in levels for key in ("floor", "usual")) and (
        levels.index(education["floor"]) > levels.index(education["usual"])
    ):
        yield "the floor lies above the usual education"
    yield from _part_flaws(condition)
    for permit in condition.get("permits") or []:
        yield from _permit_flaws(permit)
    if "source" not in condition:
        yield "no source"


def _part_flaws(condition: Mapping[str, Any]) -> Iterable[str]:
    for part, key, high in RANGES:
        value = (condition.get(part) or {}).get(key)
        if value is not None and not is_range(value, high):
            yield f"{part} {key} must be [low, high] within 0 to {high:g}, not {value!r}"
    for part, key, choices in (
        ("study", "credential", declared.LEVEL_NAMES),
        ("training", "kind", declared.TRAININGS),
        ("apprenticeship", "standing", declared.STANDINGS),
        ("from_degree", "level", declared.LEVEL_NAMES),
    ):
        if part in condition:
            yield from not_in(condition[part].get(key), choices, f"{part} {key}")
    first = condition.get("prerequisites")
    if first is not None and not all(first.get(key) for key in ("name", "months", "cip")):
        yield "prerequisites need a name, months and the fields that hold them"
    for cip in [*(condition.get("cip") or []), *((first or {}).get("cip") or [])]:
        if not isinstance(cip, str):
            yield f"the CIP code {cip!r} needs quotes"
    door = condition.get("door")
    if door == "promotion" and not ("promotion_from" in condition or "experience" in condition):
        yield "a promotion names no ranks"
    if door == "bridge" and not ("from_license" in condition or "from_degree" in condition):
        yield "a bridge says nothing of what is held before"
    if condition.get("field") == "own" and not condition.get("cip"):
        yield "an own field needs its CIP codes"


def _permit_flaws(permit: Any) -> Iterable[str]:
    yield from _unknown(permit, PERMIT_KEYS, "permit")
    if not isinstance(permit, dict) or not permit.get("name"):
        yield "a permit has no name"
        return
    for key, high in (("fee_usd", 5_000), ("months", 24)):
        if key in permit and not is_range(permit[key], high):
            yield f"permit {key} must be [low, high] within 0 to {high:g}, not {permit[key]!r}"


def _gate_flaws(gates: Any) -> Iterable[str]:
    if not isinstance(gates, dict):
        yield "gates must be a mapping"
        return
    yield from _unknown(gates, GATE_KEYS, "gates")
    for number, license_ in enumerate(gates.get("licenses") or [], 1):
        where = f"license {number}"
        yield from _unknown(license_, LICENSE_KEYS, where)
        yield from not_in(license_.get("by"), declared.LICENSED_BY, f"{where} by")
        yield from not_in(license_.get("in"), declared.LICENSED_IN, f"{where} in")
        if not license_.get("name"):
            yield f"{where} has no name"
        if "source" not in license_:
            yield f"{where} has no source"
    person = gates.get("person") or {}
    yield from _unknown(person, PERSON_KEYS, "person")
    if person and "source" not in person:
        yield "person has no source"


def _next_flaws(step: Any) -> Iterable[str]:
    yield from _unknown(step, NEXT_KEYS, "next")
    if "to" not in step:
        yield "no occupation named"
    yield from not_in(step.get("kind"), ("advance", "lateral"), "kind")
    if "source" not in step:
        yield "no source"


def _unknown(value: Any, known: set[str], where: str) -> Iterable[str]:
    if not isinstance(value, dict):
        yield f"{where} must be a mapping"
        return
    yield from (f"{where} has no key {key!r}" for key in value if key not in known)


def not_in(value: object, choices: tuple[str, ...], where: str) -> Iterable[str]:
    if value not in choices:
        yield f"{where} {value!r} is not one of {', '.join(choices)}"


def is_range(value: object, high: float) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(x, int | float) and not isinstance(x, bool) for x in value)
        and 0 <= value[0] <= value[1] <= high
    )

"""License records made fit to be told: cleaned, ours added, and each held against every trade.

What a record is to an occupation comes from `record_names.yaml` as far as it knows the line, and
else from the likeness of names among the occupations the publisher lists it under.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from careerlattice.build.entry_files import FOLDER
from careerlattice.build.license_names import with_names
from careerlattice.build.license_wording import RecordNames, plain, read_record_names
from careerlattice.build.yaml_files import load_mapping
from careerlattice.errors import DataError
from careerlattice.sources.reading import Reading, SetAside
from careerlattice.tables.license_tables import ASKED_OF
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.states import BY_POSTAL

Row = dict[str, Any]
CALIFORNIA, CALIFORNIA_FILE = "CA", "california.yaml"
STATES_FILE = "state_records.yaml"
OURS_AS_OF = date(2026, 11, 1)
SOURCE, FILE = "careeronestop", "occupational_licenses_by_state_2024-10.csv"
NO_RANK = 999
_KEYS = {
    "codes", "name", "agency", "url", "exam", "education", "experience", "source", "in", "for",
    "course_hours", "doubt",
}  # fmt: skip
_STATES_KEYS = {"codes", "name", "agencies", "source", "in", "for"}
_STATE_KEYS = {"agency", "name", "url", "exam", "education", "experience", "course_hours"}
_ROLE_OF = {"required": "own", "part": "part", "voluntary": "voluntary",
            "before_work": "before_work"}  # fmt: skip
_NULL = re.compile(r"(?i)^(null|n/?a|none|unknown|-*)$")
_HOST = re.compile(r"^https?://[^/\s]*[a-z][^/\s]*\.[a-z]{2,}(?:[:/?#]\S*)?$", re.IGNORECASE)


def finish_license_records(
    frames: Mapping[str, pl.DataFrame], blocks: Iterable[str], folder: Path = FOLDER
) -> Reading:
    """The tables `licenses` and `license_occupations`, whole.

    `frames` holds the publisher's two tables and `occupations`, `titles`; `blocks` are the keys of
    the blocks of entry requirements: a specialty with its own does not inherit its line's records.
    Raises `MissingFile` or `DataError`.
    """
    names = read_record_names(folder)
    codes = frames["occupations"]["onet_soc_code"].to_list()
    reading = Reading()
    licenses = clean_records(frames["licenses"], reading)
    licenses = _mark_formalities(licenses, names, reading)
    linked = _links({**frames, "licenses": licenses}, names, codes, frozenset(blocks))
    ours, our_links = own_records(folder, codes, _told(linked))
    schema = TABLES["licenses"].schema()
    reading.frames["licenses"] = pl.concat(
        [licenses.select(list(schema)), pl.DataFrame(ours, schema=schema, orient="row")]
    ).sort("state", "license_id")
    link_schema = TABLES["license_occupations"].schema()
    reading.frames["license_occupations"] = pl.concat(
        [linked, pl.DataFrame(our_links, schema=link_schema, orient="row")]
    ).sort("state", "license_id", "onet_soc_code")
    return reading


def clean_agency(text: str | None) -> str | None:
    """The name of an agency without the parts that are missing in the publisher's file.

    >>> clean_agency("Department of Insurance · NULL")
    'Department of Insurance'
    """
    parts = (part.strip(" .,;") for part in (text or "").split("·"))
    kept = list(dict.fromkeys(part for part in parts if part and not _NULL.match(part)))
    return " · ".join(kept) or None


def clean_url(text: str | None) -> str | None:
    """The address if it names a host, else none.

    >>> clean_url("https://0"), clean_url("https://nursing.ohio.gov")
    (None, 'https://nursing.ohio.gov')
    """
    return text if text and _HOST.match(text) else None


def clean_records(licenses: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The publisher's records with broken agencies and addresses emptied, and the columns of ours.

    What was emptied is counted in `reading.set_aside`. An agency's page that only other records of
    the agency give is not carried over: it is often that of another board.
    """
    agencies = [clean_agency(text) for text in licenses["agency"]]
    urls = [clean_url(text) for text in licenses["url"]]
    holes = sum(a != b for a, b in zip(agencies, licenses["agency"], strict=True))
    broken = sum(a != b for a, b in zip(urls, licenses["url"], strict=True))
    for rows, what, why in (
        (holes, "agency", "part of the agency's name is missing: told without it"),
        (broken, "url", "the address names no host: shown without one"),
    ):
        if rows:
            reading.set_aside.append(SetAside(SOURCE, FILE, what, why, rows))
    return licenses.with_columns(
        pl.Series("agency", agencies, dtype=pl.String),
        pl.Series("url", urls, dtype=pl.String),
        pl.lit(SOURCE).alias("source"),
        *(pl.lit(None, dtype=pl.String).alias(n) for n in ("citation", "asked", "asked_of")),
        pl.lit(None, dtype=pl.Int16).alias("course_hours"),
    )


def _mark_formalities(licenses: pl.DataFrame, names: RecordNames, reading: Reading) -> pl.DataFrame:
    """With `set_aside`: why a record that names no trade's license is no license of entry."""
    reasons: list[str | None] = []
    for state, title in licenses.select("state", "title").rows():
        is_license = bool(names.lines_named(title, state))
        reasons.append(None if is_license else names.set_aside_reason(title) or None)
    for why, rows in sorted(Counter(reason for reason in reasons if reason).items()):
        reading.set_aside.append(
            SetAside(SOURCE, FILE, "title", f"kept, but no license of entry: {why}", rows)
        )
    return licenses.with_columns(pl.Series("set_aside", reasons, dtype=pl.String))


def _links(
    frames: Mapping[str, pl.DataFrame],
    names: RecordNames,
    codes: Sequence[str],
    blocks: frozenset[str],
) -> pl.DataFrame:
    """What each record is to each occupation it stands under or names."""
    known: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        key = names.key_of(code)
        if key is not None:
            known[key].append(code)
    made: dict[tuple[str, str, str], Row] = {}

    def put(state: str, license_id: str, code: str, role: str, rank: int = NO_RANK) -> None:
        made[state, license_id, code] = {
            "state": state,
            "license_id": license_id,
            "onet_soc_code": code,
            "is_named": role not in ("listed", "own_business"),
            "role": role,
            "rank": rank,
        }

    for state, license_id, code, role in _alike(frames, names, blocks):
        put(state, license_id, code, role)
    for state, license_id, title in (
        frames["licenses"].select("state", "license_id", "title").rows()
    ):
        for key, naming in names.lines_named(title, state).items():
            for code in known[key]:
                put(state, license_id, code, naming.role, naming.rank)
    schema = TABLES["license_occupations"].schema()
    return pl.DataFrame(list(made.values()), schema=schema, orient="row")


def _alike(
    frames: Mapping[str, pl.DataFrame], names: RecordNames, blocks: frozenset[str]
) -> Iterable[tuple[str, str, str, str]]:
    """The publisher's links; alike where no rule knows the line, and for specialties of these."""
    specialties: dict[str, list[str]] = defaultdict(list)
    for code in frames["occupations"]["onet_soc_code"]:
        if not code.endswith(".00") and code not in blocks and names.key_of(code) is None:
            specialties[code[:7]].append(code)
    refused = set(
        frames["licenses"]
        .filter(pl.col("set_aside").is_not_null())
        .select("state", "license_id")
        .rows()
    )
    listed = with_names(frames)
    for state, license_id, code, is_alike in listed.rows():
        is_known = names.key_of(code) is not None
        role = "alike" if is_alike and not is_known else "listed"
        yield state, license_id, code, "listed" if (state, license_id) in refused else role
        if role == "alike" and code.endswith(".00"):
            for special in specialties[code[:7]]:
                yield state, license_id, special, role


def own_records(
    folder: Path, codes: Sequence[str], told: frozenset[tuple[str, str]] = frozenset()
) -> tuple[list[Row], list[Row]]:
    """Licenses as records of ours, and the occupations they are for.

    California's stand for themselves; those of other states fill gaps: none is made for a state and
    an occupation in `told`. Raises `MissingFile` or `DataError`.
    """
    given = [(CALIFORNIA, one) for one in _read_given(folder / CALIFORNIA_FILE, _KEYS)]
    fillers = list(_fillers(folder))
    records: list[Row] = []
    links: dict[tuple[str, str], Row] = {}
    taken = set(told)
    used: Counter[str] = Counter()
    for state, one, fills in (
        *((state, one, False) for state, one in given),
        *((state, one, True) for state, one in fillers),
    ):
        asked = one.get("in", "required")
        found = [code for code in codes if code.startswith(tuple(one["codes"]))]
        if fills:
            found = [code for code in found if (state, code) not in taken]
        if not found and fills:
            continue
        slug = f"{state}-{plain(one['name']).replace(' ', '-')}"
        used[slug] += 1
        license_id = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        records.append(_own_record(state, one, license_id, asked))
        taken |= {(state, code) for code in found}
        whole = {*one["codes"], *(f"{code}.00" for code in one["codes"])}
        for code in found:
            links[license_id, code] = {
                "state": state,
                "license_id": license_id,
                "onet_soc_code": code,
                "is_named": True,
                "role": _ROLE_OF[asked],
                "rank": 0 if code in whole else 1,
            }
    return records, list(links.values())


def _told(linked: pl.DataFrame) -> frozenset[tuple[str, str]]:
    """The states and occupations of which the publisher has a record of the trade's own license."""
    own = linked.filter(pl.col("role").is_in(("own", "part")))
    return frozenset(own.select("state", "onet_soc_code").rows())


def _read_given(path: Path, keys: set[str]) -> list[dict[str, Any]]:
    """The rows of a file of ours, each with known keys and a known `in`."""
    rows: list[dict[str, Any]] = load_mapping(path)["licenses"]
    for row in rows:
        unknown = set(row) - keys
        asked = row.get("in", "required")
        if unknown or asked not in ASKED_OF:
            raise DataError(f"{path.name}, {row.get('name')}: {unknown or asked} unknown.")
    return rows


def _fillers(folder: Path) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Each state's license of the rows of `state_records.yaml`."""
    for row in _read_given(folder / STATES_FILE, _STATES_KEYS):
        common = {key: value for key, value in row.items() if key != "agencies"}
        for state, said in row["agencies"].items():
            own = {"agency": said} if isinstance(said, str) else said
            unknown = set(own) - _STATE_KEYS
            if unknown or state not in BY_POSTAL:
                raise DataError(f"{STATES_FILE}, {row['name']}, {state}: {unknown or state}?")
            yield state, common | own


def _own_record(state: str, given: Mapping[str, Any], license_id: str, asked: str) -> Row:
    source = given["source"]
    return {
        "state": state,
        "license_id": license_id,
        "title": given["name"],
        "kind": None,
        "exam": _exam(given.get("exam")),
        "education": _words(given.get("education"), "No education required"),
        "experience": _words(given.get("experience"), "No experience"),
        "certification": None,
        "background_check": None,
        "agency": given["agency"],
        "url": given.get("url"),
        "updated": OURS_AS_OF,
        "source": "careerlattice",
        "citation": source.get("cite") or source.get("judgment"),
        "asked": asked,
        "asked_of": given.get("for"),
        "course_hours": given.get("course_hours"),
        "set_aside": None,
    }


def _exam(given: object) -> str | None:
    if given is None:
        return None
    if given is False:
        return "No exam"
    return "State exam required" if given is True else str(given)


def _words(given: object, for_none: str) -> str | None:
    if given is None:
        return None
    return for_none if str(given) in ("none", "none asked") else str(given)

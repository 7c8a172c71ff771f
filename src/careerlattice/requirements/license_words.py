"""Which license a person means: by its name, by the work it is for, or by a state's record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from careerlattice.content.names.lists import rows_of, wordings
from careerlattice.errors import Ambiguous, BadCode, NotFound
from careerlattice.requirements.entry import AskedIn, LicenseGate
from careerlattice.requirements.license_tables import OF_THE_TRADE
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.names import fold

if TYPE_CHECKING:
    from careerlattice.requirements.requirements import EntryRequirements

_SAYS_LICENSE = frozenset(
    (
        *("license", "licensed", "licence", "licensure", "credential", "permit", "state"),
        *("certificate", "certification", "certified", "a", "an", "the", "my", "as", "or"),
    )
)
_IN_PARENTHESES = re.compile(r"\(([^)]*)\)")
_NEAREST = 4


@dataclass(frozen=True, slots=True)
class NamedLicense:
    """A license: its usual name, the occupations whose own it is, and whether one holds everywhere.

    `is_first`: law asks it first of who works in `codes`; else it is one that some of them hold.
    `is_by_law`: it is asked in all, most or some states.
    """

    name: str
    codes: tuple[OnetSocCode, ...]
    is_everywhere: bool
    is_first: bool
    is_by_law: bool


def find_license(
    requirements: EntryRequirements,
    text: str,
    state: str | None = None,
    near: Collection[OnetSocCode] = (),
) -> NamedLicense:
    """The license meant by a name of it, by an occupation, or by a record of the state's.

    Where words mean several, the one of an occupation in `near` (jobs held, the goal) is taken.
    Raises `Ambiguous` where that does not tell, and `NotFound` with the nearest names.

    >>> from careerlattice.catalog.catalog import open_release
    >>> from careerlattice.requirements.requirements import open_requirements
    >>> asked = open_requirements(open_release())
    >>> find_license(asked, "RN").name, find_license(asked, "licensed practical nurse").name
    ('Registered nurse', 'Licensed practical nurse')
    """
    known = _by_name(requirements)
    keys = dict.fromkeys((fold(text), _bare(text)))
    said = _as_said()
    found = [
        known[key] for key in (*(said[key] for key in keys if key in said), *keys) if key in known
    ]
    best = _best(found[0], near) if found else None
    if best is not None and (best.is_by_law or keys.keys() & said.keys()):
        return best
    codes = _of_occupation(requirements, text, near)
    if best is not None and not codes:
        return best
    codes = codes or _of_record(requirements, text, state)
    licenses = {own.name: own for code in codes for own in _own(requirements, code)}
    if not licenses:
        raise NotFound("license", text, _nearest(requirements, text), field="start.licenses")
    meant = [one for one in licenses.values() if set(one.codes) & set(near)] or [*licenses.values()]
    if len(meant) > 1:
        choices = [(str(one.codes[0]), one.name) for one in meant]
        raise Ambiguous("license", text, choices, field="start.licenses")
    return meant[0]


@cache
def _as_said() -> Mapping[str, str]:
    """What people call licenses, folded and bare, to the folded name in law."""
    return {
        key: fold(row["license"])
        for row in rows_of("licenses")
        for words in wordings(row["words"])
        for key in (fold(words), _bare(words))
    }


def _own(requirements: EntryRequirements, code: OnetSocCode) -> list[NamedLicense]:
    """The license of an occupation: the first that somebody in it has to hold, if any."""
    gates = requirements.entries.gates(code)
    asked = [gate for gate in gates if gate.asked_in is not AskedIn.VOLUNTARY]
    return [_named(requirements, asked[0])] if asked else []


def _named(requirements: EntryRequirements, gate: LicenseGate) -> NamedLicense:
    return next(one for one in _by_name(requirements)[fold(gate.name)] if one.name == gate.name)


def _by_name(requirements: EntryRequirements) -> Mapping[str, tuple[NamedLicense, ...]]:
    """Every license by the wordings of its name; kept with the requirements."""
    return requirements.licenses_by_name


def licenses_by_name(requirements: EntryRequirements) -> Mapping[str, tuple[NamedLicense, ...]]:
    """Every license that law names, by the wordings of its name."""
    first: dict[str, list[OnetSocCode]] = defaultdict(list)
    further: dict[str, list[OnetSocCode]] = defaultdict(list)
    gates: dict[str, LicenseGate] = {}
    for code in requirements.catalog.codes:
        for number, gate in enumerate(requirements.entries.gates(code)):
            gates.setdefault(gate.name, gate)
            (further if number else first)[gate.name].append(code)
    found: dict[str, list[NamedLicense]] = defaultdict(list)
    for name in sorted(gates):
        codes = first.get(name) or further[name]
        one = NamedLicense(
            name=name,
            codes=tuple(dict.fromkeys(codes)),
            is_everywhere=gates[name].granted_by in ("federal", "national_board"),
            is_first=name in first,
            is_by_law=gates[name].asked_in.is_by_law or gates[name].asked_in is AskedIn.SOME_STATES,
        )
        for wording in _wordings(name):
            found[wording].append(one)
    return {wording: tuple(licenses) for wording, licenses in found.items()}


def _wordings(name: str) -> set[str]:
    """A name whole, without what stands in parentheses, and each without words for a license."""
    plain = _IN_PARENTHESES.sub(" ", name)
    inside = [words for words in _IN_PARENTHESES.findall(name) if len(words) > len("PS")]
    found = {fold(name)} | {_bare(words) for words in (name, plain, *inside)}
    return {wording for wording in found if wording}


def _bare(text: str) -> str:
    """A name folded, in the singular, without the words that only say that it is a license."""
    words = [word for word in fold(text).split() if word not in _SAYS_LICENSE]
    if words and len(words[-1]) > len("gas") and words[-1].endswith("s") and words[-1][-2] != "s":
        words[-1] = words[-1][:-1]
    return " ".join(words)


def _best(found: tuple[NamedLicense, ...], near: Collection[OnetSocCode]) -> NamedLicense:
    """Of licenses alike in name that of work near; else the one asked first, of the most work."""
    return max(
        found, key=lambda one: (bool(set(one.codes) & set(near)), one.is_first, len(one.codes))
    )


def _of_occupation(
    requirements: EntryRequirements, text: str, near: Collection[OnetSocCode]
) -> list[OnetSocCode]:
    """The occupations that the words name, near ones alone where they name several."""
    bare = _bare(text)
    for words in dict.fromkeys((bare.replace("teaching", "teacher"), text, bare)):
        try:
            return [requirements.catalog.resolve(words).occupation.code] if words else []
        except Ambiguous as error:
            codes = [OnetSocCode.parse(code) for code, _ in error.choices]
            return [code for code in codes if code in near] or codes
        except (NotFound, BadCode):
            continue
    return []


def _of_record(requirements: EntryRequirements, text: str, state: str | None) -> list[OnetSocCode]:
    """The occupations whose own license goes by this title in a state's records."""
    import polars as pl

    release = requirements.catalog.release
    titles = release.table("licenses").select("state", "license_id", "title")
    if state:
        titles = titles.filter(pl.col("state") == state)
    wanted = _bare(text)
    ids = [row[:2] for row in titles.rows() if wanted and _bare(row[2] or "") == wanted]
    if not ids:
        return []
    links = release.table("license_occupations").filter(pl.col("role").is_in(OF_THE_TRADE))
    keys = set(ids)
    rows = links.select("state", "license_id", "onet_soc_code", "role", "rank").rows()
    found = [row for row in rows if row[:2] in keys]
    found.sort(key=lambda row: (row[3] != "own", row[4], row[2]))
    best = found[:1] and [row for row in found if row[3:] == found[0][3:]]
    return list(dict.fromkeys(OnetSocCode(row[2]) for row in best))


def _nearest(requirements: EntryRequirements, text: str) -> list[str]:
    known = _by_name(requirements)
    near = get_close_matches(_bare(text), list(known), _NEAREST)
    return list(dict.fromkeys(_best(known[wording], ()).name for wording in near))

"""Which license an occupation takes in a state: decided once, from law first and records second.

The law table (the gates of an entry, and what states are known to do otherwise) says whether a
license is needed; records say how the state calls it and who grants it. A record decides only where
law leaves it to some states, and only a record of that very trade. Another trade's license is never
named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.model import License
from careerlattice.requirements.entry import AskedIn, FactSource, LicenseGate, SourceKind, StateRule
from careerlattice.requirements.license_answer import (
    OURS,
    Compact,
    LicenseAnswer,
    LicenseGap,
    Need,
)
from careerlattice.requirements.license_tables import LicenseException, LicenseTables
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from careerlattice.requirements.requirements import EntryRequirements

FEDERAL = "US"
"""Where a license must be held whatever records say."""

_STRENGTH = {
    Need.REQUIRED: 0,
    Need.LOCAL: 1,
    Need.SOME_WORKERS: 3,
    Need.UNKNOWN: 4,
    Need.VOLUNTARY: 5,
    Need.NONE: 6,
}
_AGENCY = {
    "state": "the state's licensing agency",
    "federal": "the federal agency",
    "local": "the city or county",
    "national_board": "the national certifying board",
}
OWN_NOTE = "From your own facts."
_REPLACED = {
    "education": ("degree", "program", "education", "training", "course", "license"),
    "experience": ("hours", "experience_months", "experience_hours", "experience"),
}
_OWN_NEED = {
    "required": Need.REQUIRED,
    "part": Need.SOME_WORKERS,
    "voluntary": Need.VOLUNTARY,
    "before_work": Need.REQUIRED,
    "local": Need.LOCAL,
    "none": Need.NONE,
}
Exceptions = Mapping[str, LicenseException]


@dataclass(frozen=True)
class LicenseVectors:
    """Licenses of all occupations in one place, each shape (occupations,).

    `required`: who works in the line must hold one. `before_hire`: and must hold it to be hired.
    `local`: cities and counties may ask one, the state does not.
    """

    required: NDArray[np.bool_]
    before_hire: NDArray[np.bool_]
    local: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decision:
    """What is decided of one gate."""

    gate: LicenseGate
    need: Need
    gap: LicenseGap = LicenseGap.NOTHING
    exception: LicenseException | None = None

    @property
    def place(self) -> int:
        """How much it says, first what does most; that only contractors need one says more than
        what a few workers or nobody needs."""
        is_told = self.need is Need.NONE and self.gap is LicenseGap.CONTRACTOR_ONLY
        return 2 if is_told else _STRENGTH[self.need]


def license_to_hold(
    requirements: EntryRequirements, code: OnetSocCode, state: str | None
) -> LicenseAnswer:
    """Which license the occupation takes in a state (postal code; none for the nation), if any.

    Raises `KeyError` for a code that the catalog lacks.

    >>> from careerlattice.catalog.catalog import open_release
    >>> from careerlattice.requirements.requirements import open_requirements
    >>> from careerlattice.vocab.codes import OnetSocCode
    >>> asked = open_requirements(open_release())
    >>> nurse = license_to_hold(asked, OnetSocCode("29-1141.00"), "CA")
    >>> nurse.need.value, nurse.name, nurse.agency
    ('required', 'Registered nurse', 'California Board of Registered Nursing')
    """
    place = None if state == FEDERAL else state
    gates, tables = requirements.entries.gates(code, place), requirements.license_tables
    records = tables.records(code, place)
    decisions = _decide(code, gates, place, tables)
    if not decisions:
        return LicenseAnswer(code=code, state=place, need=Need.NONE, records=_unruled(records))
    telling = _record_gate(decisions)
    answers = [
        _answer(code, place, one, records if one is telling else (), tables) for one in decisions
    ]
    first, *others = answers
    also = tuple(one for one in others if one.need in (Need.REQUIRED, Need.LOCAL))
    return replace(first, also=also)


def license_vectors(requirements: EntryRequirements, state: str | None) -> LicenseVectors:
    """The same for all occupations in one place, in the order of the catalog's codes."""
    place = None if state == FEDERAL else state
    tables = requirements.license_tables
    codes = requirements.catalog.codes
    gates = requirements.entries.gates
    decided = [_decide(code, gates(code), place, tables) for code in codes]
    required = [[one for one in found if one.need is Need.REQUIRED] for found in decided]
    return LicenseVectors(
        required=np.array([bool(found) for found in required]),
        before_hire=np.array(
            [any(not one.gate.is_after_hire for one in found) for found in required]
        ),
        local=np.array([bool(found) and found[0].need is Need.LOCAL for found in decided]),
    )


def count_states_with_record(requirements: EntryRequirements, code: OnetSocCode) -> tuple[int, int]:
    """How many states have a record of the occupation's own license, and how many any record."""
    return requirements.license_tables.states_with_record(code)


def _decide(
    code: OnetSocCode, gates: tuple[LicenseGate, ...], place: str | None, tables: LicenseTables
) -> list[_Decision]:
    """What each gate comes to, the strongest first; the typical worker's first among equals.

    The user's own record stands before all gates of the states, and alone where it says none.
    """
    exceptions, roles = tables.exceptions(code, place), tables.roles(code, place)
    found = []
    fact = tables.own_fact(code, place)
    if fact is not None:
        own = _own_decision(fact)
        if own.need is Need.NONE:
            return [own]
        found = [own]
        gates = tuple(gate for gate in gates if gate.granted_by != "state")
    found += [_decide_gate(gate, place, exceptions, roles) for gate in gates]
    return sorted(found, key=lambda one: one.place)


def _own_decision(fact: Mapping[str, Any]) -> _Decision:
    """What the user's own record says."""
    said = f": {fact['citation']}" if fact["citation"] else ""
    gate = LicenseGate(
        number=0,
        granted_by="state",
        asked_in=AskedIn.SOME_STATES,
        name=fact["title"],
        agency=fact["agency"] or "",
        asked_of=fact["asked_of"] or "",
        note=OWN_NOTE,
        sources=(
            FactSource(kind=SourceKind.CITATION, is_read=True, citation=f"your own facts{said}"),
        ),
    )
    need = _OWN_NEED[fact["asked"]]
    gap = LicenseGap.LEFT_TO_CITIES if need is Need.LOCAL else LicenseGap.NOTHING
    return _Decision(gate=gate, need=need, gap=gap)


def _decide_gate(
    gate: LicenseGate, place: str | None, exceptions: Exceptions, roles: frozenset[str]
) -> _Decision:
    if place is None:
        return _decide_nation(gate)
    if gate.asked_in is AskedIn.VOLUNTARY:
        return _Decision(gate=gate, need=Need.VOLUNTARY)
    if gate.asked_in is AskedIn.PART:
        is_here = not gate.states or place in gate.states
        return _Decision(gate=gate, need=Need.SOME_WORKERS if is_here else Need.NONE)
    if gate.asked_in is AskedIn.LOCAL:
        is_here = not gate.local_states or place in gate.local_states
        need, gap = (
            (Need.LOCAL, LicenseGap.LEFT_TO_CITIES) if is_here else (Need.NONE, LicenseGap.NOTHING)
        )
        return _Decision(gate=gate, need=need, gap=gap, exception=exceptions.get("local"))
    if gate.granted_by in ("federal", "national_board"):
        is_asked = gate.asked_in.is_by_law or place in gate.states
        is_free = place in gate.except_states
        return _Decision(gate=gate, need=Need.REQUIRED if is_asked and not is_free else Need.NONE)
    return _decide_state_gate(gate, place, exceptions, roles)


def _decide_nation(gate: LicenseGate) -> _Decision:
    if gate.asked_in.is_by_law:
        gap = LicenseGap.STATE_NOT_NAMED if gate.granted_by == "state" else LicenseGap.NOTHING
        return _Decision(gate=gate, need=Need.REQUIRED, gap=gap)
    need = {
        AskedIn.SOME_STATES: Need.UNKNOWN,
        AskedIn.LOCAL: Need.LOCAL,
        AskedIn.PART: Need.SOME_WORKERS,
        AskedIn.VOLUNTARY: Need.VOLUNTARY,
    }[gate.asked_in]
    gap = {
        Need.UNKNOWN: LicenseGap.STATE_NOT_NAMED,
        Need.LOCAL: LicenseGap.LEFT_TO_CITIES,
    }.get(need, LicenseGap.NOTHING)
    return _Decision(gate=gate, need=need, gap=gap)


def _decide_state_gate(
    gate: LicenseGate, place: str, exceptions: Exceptions, roles: frozenset[str]
) -> _Decision:
    """What a license of the states comes to in one of them."""
    has_own = "own" in roles
    missing = LicenseGap.NOTHING if has_own or "part" in roles else LicenseGap.NO_RECORD
    required = _Decision(gate=gate, need=Need.REQUIRED, gap=missing)
    alone = exceptions.get("only_in")
    if place in gate.states:
        return required
    local, contractor, no_license = (
        exceptions.get(what) for what in ("local", "contractor_only", "none")
    )
    if local is not None or place in gate.local_states:
        gap = LicenseGap.CONTRACTOR_ONLY if contractor else LicenseGap.LEFT_TO_CITIES
        return _Decision(gate=gate, need=Need.LOCAL, gap=gap, exception=local or contractor)
    if contractor is not None:
        gap = LicenseGap.CONTRACTOR_ONLY
        return _Decision(gate=gate, need=Need.NONE, gap=gap, exception=contractor)
    if alone is not None:
        return replace(required, exception=alone)
    if no_license is not None or place in gate.except_states:
        return _Decision(gate=gate, need=Need.NONE, exception=no_license)
    if gate.asked_in.is_by_law or has_own:
        return required
    if "part" in roles:
        return _Decision(gate=gate, need=Need.SOME_WORKERS)
    return _Decision(gate=gate, need=Need.VOLUNTARY if "voluntary" in roles else Need.NONE)


def _record_gate(decisions: list[_Decision]) -> _Decision:
    """The gate that records of the trade tell of: the first of the state's that is asked at all."""
    asked = [one for one in decisions if one.need is not Need.NONE] or decisions
    for one in asked:
        if one.gate.granted_by == "state" and one.need is not Need.VOLUNTARY:
            return one
    return asked[0]


def _unruled(records: tuple[License, ...]) -> tuple[License, ...]:
    return tuple(one for one in records if one.role in ("before_work", "voluntary"))


def _answer(
    code: OnetSocCode,
    place: str | None,
    decided: _Decision,
    records: tuple[License, ...],
    tables: LicenseTables,
) -> LicenseAnswer:
    gate, exception, rule = decided.gate, decided.exception, decided.gate.rule
    is_federal = gate.granted_by == "federal"
    fitting = _fitting(records, decided.need, is_federal=is_federal)
    fitting = tuple(
        one if one.agency else replace(one, agency=_agency(gate, decided.need)) for one in fitting
    )
    first = fitting[0] if fitting else None
    gap = decided.gap
    if gap is LicenseGap.NO_RECORD and (first is not None or (rule is not None and rule.agency)):
        gap = LicenseGap.NOTHING
    asked_of = gate.asked_of or (first.asked_of if first and first.asked_of else "")
    answer = LicenseAnswer(
        code=code,
        state=place,
        need=decided.need,
        gap=gap,
        name=_name(first, gate, tables),
        exam=gate.exam,
        agency=(first.agency if first else None) or _agency(gate, decided.need),
        url=(first.url if first else "") or "",
        updated=first.updated if first else None,
        asked_of=asked_of or (exception.asked_of if exception else ""),
        asks=_asks_here(gate, first),
        record_exam=(first.exam if first else "") or "",
        record_education=(first.education if first else "") or "",
        record_experience=(first.experience if first else "") or "",
        is_federal=is_federal,
        is_certification=gate.granted_by == "national_board",
        is_after_hire=gate.is_after_hire,
        fee=gate.fee,
        wait=gate.wait,
        note=exception.text if exception else gate.note,
        records=fitting,
        own_business=tuple(one for one in records if one.role == "own_business"),
        compact=_compact(tables, code, place),
        sources=_sources(gate, exception, first),
    )
    return answer if rule is None else _by_rule(answer, gate, rule)


def _by_rule(answer: LicenseAnswer, gate: LicenseGate, rule: StateRule) -> LicenseAnswer:
    """The answer where the state's own law is known: it says what it asks, its record the rest.

    A record of ours may say more of the state's schooling and experience than the rule.
    """
    is_other = bool(rule.agency) and not _is_same_office(rule.agency, answer.agency)
    teaches = rule.hours is not None or rule.degree is not None or bool(rule.education)
    works = rule.experience_months is not None or rule.practice_hours is not None
    is_ours = answer.whose_record == OURS
    asks = dict(gate.asks)
    for about, said in (
        ("education", answer.record_education),
        ("experience", "" if works else answer.record_experience),
    ):
        if is_ours and said and not said.startswith("No "):
            asks.setdefault(about, said)
    source = () if rule.source is None else (rule.source,)
    is_same = rule.name.casefold() == answer.name.casefold()
    return replace(
        answer,
        name=answer.name if is_same or not rule.name else rule.name,
        agency=rule.agency or answer.agency,
        url=rule.url or ("" if is_other else answer.url),
        updated=None if is_other else answer.updated,
        asks=asks,
        record_exam="" if rule.exam else answer.record_exam,
        record_education="" if teaches and not is_ours else answer.record_education,
        record_experience="" if works else answer.record_experience,
        note=rule.note or answer.note,
        records=_records_by_rule(answer, rule, is_other=is_other),
        rule=rule,
        sources=tuple(dict.fromkeys((*source, *answer.sources))),
    )


def _is_same_office(one: str, other: str) -> bool:
    """Whether one name of an agency is the other, or that with the state's name before it."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


def _records_by_rule(
    answer: LicenseAnswer, rule: StateRule, *, is_other: bool
) -> tuple[License, ...]:
    """The records as published, the first with the office that grants it and its page.

    Where that is another than the records have, the others go. Where the rule alone knows whom to
    ask, it is a record of ours.
    """
    if not answer.records:
        return (_own_record(answer, rule),) if answer.is_required and rule.agency else ()
    first, *rest = answer.records
    if is_other:
        return (replace(first, agency=rule.agency, url=rule.url or None, updated=None),)
    return (replace(first, url=rule.url or first.url), *rest)


def _own_record(answer: LicenseAnswer, rule: StateRule) -> License:
    """A record of ours, for a license whose office no record of the trade names."""
    record: dict[str, Any] = dict.fromkeys(License.__slots__) | {
        "state": rule.state,
        "license_id": f"{rule.state}-{answer.code}",
        "title": rule.name or answer.name,
        "exam": rule.exam or None,
        "agency": rule.agency,
        "url": rule.url or None,
        "occupations": 1,
        "is_named": True,
        "role": "own",
        "rank": 0,
        "source": OURS,
        "citation": rule.source.citation if rule.source else None,
        "course_hours": rule.hours,
    }
    return License(**record)


def _name(record: License | None, gate: LicenseGate, tables: LicenseTables) -> str:
    """What the state calls the license, or what it is called where the record only names a line.

    Some states enter the survey's name of the workers: Bus Driver, Transit and Intercity.
    """
    if record is None or (gate.name and tables.is_title_of_a_line(record.title)):
        return gate.name
    return record.readable_title


def _fitting(records: tuple[License, ...], need: Need, *, is_federal: bool) -> tuple[License, ...]:
    """Records of the best name that tell of what is needed, the shortest title first."""
    wanted = {
        Need.REQUIRED: ("own", "part", "before_work"),
        Need.SOME_WORKERS: ("own", "part"),
        Need.VOLUNTARY: ("voluntary", "own", "part"),
        Need.NONE: ("before_work",),
        Need.LOCAL: ("voluntary",),
    }.get(need, ("own",))
    here = [one for one in records if one.state != FEDERAL or is_federal]
    for role in wanted:
        group = [one for one in here if one.role == role]
        if group:
            best = min(one.rank for one in group)
            return tuple(
                sorted(
                    (one for one in group if one.rank == best),
                    key=lambda one: (len(one.title), one.title, one.license_id),
                )
            )
    return ()


def _agency(gate: LicenseGate, need: Need) -> str:
    """Who grants it, by kind, where no record names the agency."""
    if need is Need.LOCAL and gate.granted_by != "local":
        return _AGENCY["local"]
    return gate.agency or _AGENCY[gate.granted_by]


def _asks_here(gate: LicenseGate, record: License | None) -> dict[str, str]:
    """What the license asks in this state.

    What a record of ours says of the state's schooling and experience stands in place of what holds
    for the nation; the publisher's records only say whether there is any.
    """
    asks = dict(gate.asks)
    if record is None:
        return asks
    if record.source == OURS:
        for about, said in (("education", record.education), ("experience", record.experience)):
            if said:
                asks = {key: value for key, value in asks.items() if key not in _REPLACED[about]}
                asks |= {} if said.startswith("No ") else {about: said}
    if record.course_hours:
        asks["course_hours"] = str(record.course_hours)
    return asks


def _compact(tables: LicenseTables, code: str, place: str | None) -> Compact | None:
    """The agreement that helps who holds another state's license; one in force before others."""
    found = [
        one
        for one in tables.compacts_of(code)
        if place is None or place in one.members or place in one.enacted
    ]
    found.sort(
        key=lambda one: (not one.is_in_force, place is not None and place not in one.members)
    )
    return found[0] if found else None


def _sources(
    gate: LicenseGate, exception: LicenseException | None, record: License | None
) -> tuple[FactSource, ...]:
    found = [exception.source] if exception else []
    if record is not None and record.citation:
        found.append(FactSource(kind=SourceKind.CITATION, is_read=False, citation=record.citation))
    return (*found, *gate.sources)

"""Licenses, conditions of the person and what comes next, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.entry import (
    AskedIn,
    Entry,
    FactSource,
    LicenseGate,
    NextStep,
)
from careerlattice.requirements.license_answer import LicenseAnswer
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.state_entry import varies_by_state
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.states import BY_POSTAL
from careerlattice.wording.catalogue import say
from careerlattice.wording.entry import (
    SourceWords,
    WayWords,
    describe_sources,
    describe_way,
    sentence,
)
from careerlattice.wording.licenses import (
    ASKED,
    asks_sentences,
    doubt_sentence,
    exam_and_agency,
    range_sentence,
    rule_sentences,
)
from careerlattice.wording.spans import months_told
from careerlattice.wording.work_names import WorkNames, join

_WHERE = {
    AskedIn.ALL_STATES: "Every state requires it.",
    AskedIn.MOST_STATES: "Most states require it.",
    AskedIn.FEDERAL: "Federal rules require it in every state.",
    AskedIn.SOME_STATES: "Some states require it.",
    AskedIn.LOCAL: "Some cities or counties require it.",
    AskedIn.VOLUNTARY: "It is not required, but many employers value it.",
    AskedIn.PART: "Only some in this work need it.",
}
_PERSON = {
    "age_least": "Be at least {}.",
    "age_most": "Be no older than {} when you start.",
    "citizen": "Citizenship: {}.",
    "medical": "Medical: {}.",
    "background": "Background check: {}.",
    "drug_test": "Drug test: {}.",
    "driving": "Driving: {}.",
    "physical": "Physical: {}.",
    "exam": "Test: {}.",
    "clearance": "Security clearance: {}.",
    "other": "{}.",
}
_PERSON_ALONE = {
    "citizen": "Be a U.S. citizen.",
    "medical": "Pass a medical exam.",
    "background": "Pass a background check.",
    "drug_test": "Pass a drug test.",
    "driving": "Have a valid driver's license.",
    "physical": "Pass a physical test.",
    "exam": "Pass a test.",
    "clearance": "Get a security clearance.",
}
NO_OFFICES: Mapping[str, str] = {}
_QUALIFIED = re.compile(r"^(?:some|most|many|federal|few|at|in|usual|often)\b")
_CITIZENS = {
    "us_citizen": "Be a U.S. citizen.",
    "us_citizen_or_resident": "Be a U.S. citizen or permanent resident.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseWords:
    """A license or certification in words; `is_asked` whether the typical worker must hold it."""

    name: str
    is_asked: bool
    sentences: tuple[str, ...]
    sources: tuple[SourceWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWords:
    """An occupation that comes next; `is_advance` up or sideways, `text` what it takes."""

    code: OnetSocCode
    title: str
    is_advance: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """How to get into an occupation in words, with the facts they were made from."""

    facts: Entry
    ways: tuple[WayWords, ...]
    licenses: tuple[LicenseWords, ...]
    person: tuple[str, ...]
    next_steps: tuple[NextWords, ...]
    accreditors: tuple[SourceWords, ...]
    remarks: tuple[str, ...]
    sources: tuple[SourceWords, ...]

    @property
    def asked_licenses(self) -> tuple[LicenseWords, ...]:
        """Those that the typical worker must hold."""
        return tuple(item for item in self.licenses if item.is_asked)

    @property
    def other_licenses(self) -> tuple[LicenseWords, ...]:
        """Those that not everybody in the work must hold."""
        return tuple(item for item in self.licenses if not item.is_asked)


def describe_entry(catalog: Catalog, code: OnetSocCode, state: str | None = None) -> EntryWords:
    """How to get into the occupation: ways, gates, what comes next.

    In a state (postal code) as its own law has it, where that is known.
    """
    requirements = open_requirements(catalog)
    entry = requirements.get_entry(code, state)
    home = catalog.get_area(state).name if state else ""
    names = WorkNames(catalog)
    answer = requirements.license_to_hold(code, state) if home else None
    offices = _offices(answer) if answer else {}
    return EntryWords(
        facts=entry,
        ways=tuple(
            describe_way(way, names, is_usual=place == 0)
            for place, way in enumerate(entry.conditions)
        ),
        licenses=tuple(describe_license(gate, offices) for gate in entry.licenses),
        person=tuple(person_sentence(about, value) for about, value in entry.person.items()),
        next_steps=tuple(
            NextWords(
                code=step.code,
                title=catalog.occupation(step.code).title,
                is_advance=step.is_advance,
                text=next_text(step),
            )
            for step in entry.next_steps
        ),
        accreditors=tuple(
            SourceWords(text=item.named, address=item.address, standing="known, to be checked")
            for item in requirements.list_accreditors(code)
        ),
        remarks=(*_remarks(entry), *_of_state(entry, home, answer.agency if answer else "")),
        sources=describe_sources(_all_sources(entry)),
    )


def _all_sources(entry: Entry) -> Iterator[FactSource]:
    for way in entry.conditions:
        yield from way.sources
    for gate in entry.licenses:
        yield from gate.sources
    yield from entry.person_sources
    for step in entry.next_steps:
        yield from step.sources


def _offices(answer: LicenseAnswer) -> dict[str, str]:
    """Who grants the licenses that a state's own law speaks of, by their plain names."""
    return {one.rule.license: one.agency for one in (answer, *answer.also) if one.rule}


def describe_license(gate: LicenseGate, offices: Mapping[str, str] = NO_OFFICES) -> LicenseWords:
    """A license as its name and sentences: where it is asked, of whom, for what, by whom.

    `offices` names who grants it in the state told of, by the plain name of the license.
    """
    rule = gate.rule
    home = BY_POSTAL[rule.state].name if rule else ""
    told = [] if rule else [_where(gate)]
    if gate.asked_of:
        told = [sentence(f"Only some need it: {gate.asked_of}")]
    if gate.local_states:
        told.append(f"Left to cities and counties in {_states(gate.local_states)}.")
    told += asks_sentences(gate.asks, home)
    if rule is not None:
        told += rule_sentences(
            home,
            is_without_course=rule.hours == 0,
            works_before=rule.works_before,
            wait=gate.wait,
        )
    agency = (offices.get(rule.license) if rule else None) or gate.agency
    told += exam_and_agency(gate.exam, agency)
    if gate.note:
        told.append(sentence(gate.note))
    return LicenseWords(
        name=(rule.name if rule else "") or gate.name,
        is_asked=gate.asked_in.is_by_law,
        sentences=tuple(told),
        sources=describe_sources(gate.sources),
    )


def _where(gate: LicenseGate) -> str:
    if gate.states:
        return f"{_states(gate.states)} {'requires' if len(gate.states) == 1 else 'require'} it."
    if gate.except_states:
        return f"Every state but {_states(gate.except_states)} requires it."
    return _WHERE[gate.asked_in]


def _of_state(entry: Entry, home: str, agency: str) -> list[str]:
    """Whether what is told is the law of the state `home`, or a range over the states."""
    if not home:
        return []
    told = []
    if entry.state:
        told.append(
            say("What follows is what {home} itself asks, as far as we know it.", home=home)
        )
        doubts = [gate.rule.doubt for gate in entry.licenses if gate.rule and gate.rule.doubt]
        told += [doubt_sentence(doubt) for doubt in doubts]
    if varies_by_state(entry):
        told.append(range_sentence(home, agency))
    return told


def _states(postal: tuple[str, ...]) -> str:
    return join([BY_POSTAL[one].name if one in BY_POSTAL else one for one in postal], "and")


def person_sentence(about: str, value: str) -> str:
    """A condition of the person: `Be at least 18.`, `Pass a background check.`"""
    if value in _CITIZENS:
        return _CITIZENS[value]
    if value == ASKED and about in _PERSON_ALONE:
        return _PERSON_ALONE[about]
    if about in ("age_least", "age_most") and not value.isdigit():
        return sentence(f"age: {value}" if value[:1].isdigit() else value)
    told = value.replace("_", " ").replace("us citizen", "U.S. citizen")
    if about in _PERSON_ALONE and about != "driving" and _QUALIFIED.match(told):
        return f"{_PERSON_ALONE[about].rstrip('.')} ({told.rstrip('.')})."
    if about == "other" and told[:2].isdigit():
        told = f"age {told}"
    return sentence(_PERSON[about].format(told.rstrip(".")))


def next_text(step: NextStep) -> str:
    """What a next step takes: `after about 5 years; bachelor's degree`."""
    parts = [f"after about {months_told(step.months)}"] if step.months else []
    return "; ".join([*parts, *([step.asks] if step.asks else [])])


def _remarks(entry: Entry) -> list[str]:
    told = []
    if entry.is_survey_only:
        told.append("No rule was read for this job: this is what surveys of BLS and O*NET say.")
    if entry.is_promotion_only:
        told.append("It is filled from the ranks below; nobody starts here.")
    if entry.is_full_time_only and not any(
        way.study and way.study.is_full_time_only for way in entry.conditions
    ):
        told.append("Its programs are full time, by day.")
    if entry.note:
        told.append(sentence(entry.note))
    return told

"""Programs of study that lead to an occupation, the surest first.

What the entry conditions name comes first and in their order; then what the crosswalk links, by
how much of a program's graduates the occupation takes and how alike the names are. A program whose
series no school of the nation awards at the credential is none. Where law or practice asks the own
field, the conditions' programs are all there is. Rule and limits: `docs/methods/requirements.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlattice.catalog.model import Program
from careerlattice.requirements.entry import Door, Entry, EntryCondition
from careerlattice.requirements.own_series import is_own_series
from careerlattice.requirements.parameters import LIKENESS_WEIGHT
from careerlattice.requirements.priced_fields import CREDENTIAL_LEVELS, RESIDENCIES
from careerlattice.requirements.program_facts import (
    FOUR_DIGITS,
    NATION,
    SIX_DIGITS,
    ProgramFacts,
    Taught,
    program_facts,
)
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.requirements.requirements import EntryRequirements

# A first professional degree and a doctorate are one credential by two names.
_DOCTORATES = frozenset({EducationLevel.PROFESSIONAL, EducationLevel.DOCTORAL})
# What is awarded under the same name as a certificate.
_CERTIFICATES = frozenset({EducationLevel.CERTIFICATE, EducationLevel.SOME_COLLEGE})
_WORD = re.compile(r"[a-z]+")
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "and or of the for in to other general all except including workers worker technology "
        "technologist technician technicians operations services service studies science",
    )
)
_STEM = 6
_HIGHEST = EducationLevel.POSTDOCTORAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingProgram:
    """A program that leads to an occupation by a credential.

    `is_named`: the entry conditions name it. `share_taken` (0 to 1, an estimate) is how much of its
    graduates the occupation takes, `likeness` (0 to 1) how alike the names are. `schools` and
    `graduates` a year are those of its four-digit series at the credential, in the state asked for.
    `is_own_series`: at least half of the series leads there, so that the series' graduates and
    earnings are the profession's; else they are those of a group.
    """

    cip: str
    title: str
    is_named: bool
    share_taken: float
    likeness: float
    schools: int
    graduates: int
    is_own_series: bool

    @property
    def series(self) -> str:
        """Its four-digit series."""
        return self.cip[:FOUR_DIGITS]


def programs_for(
    requirements: EntryRequirements,
    code: OnetSocCode,
    credential: str,
    state: str | None = None,
    ahead: Iterable[OnetSocCode] = (),
) -> list[LeadingProgram]:
    """Programs in which the credential is earned toward the occupation, the surest first.

    `credential` is one of `CREDENTIAL_LEVELS`; `state` a postal code, the nation without one: a way
    that its law closes names no program. Of programs that no condition names, those that also lead
    to the occupations `ahead` come first. Empty where the credential is a step before the one asked
    and may be of any field.
    """
    return _Ranking(requirements, code, credential, state or NATION, tuple(ahead)).ranked()


def list_leading(requirements: EntryRequirements, code: OnetSocCode) -> list[Program]:
    """All programs that lead to the occupation, the surest first: by the credentials of its ways in
    order, then the others that the crosswalk links.
    """
    facts = program_facts(requirements.catalog)
    found: dict[str, None] = {}
    for way in requirements.get_entry(code).conditions:
        level = way.study.credential if way.study else way.usual
        credential = _credential_of(level)
        if level >= EducationLevel.CERTIFICATE:
            found.update(dict.fromkeys(p.cip for p in programs_for(requirements, code, credential)))
    found.update(dict.fromkeys(facts.programs_of(code.soc)))
    return [Program(cip, facts.titles.get(cip, cip)) for cip in found]


class _Ranking:
    """The programs that lead to one occupation by one credential."""

    def __init__(
        self,
        requirements: EntryRequirements,
        code: OnetSocCode,
        credential: str,
        state: str,
        ahead: tuple[OnetSocCode, ...],
    ) -> None:
        self._requirements = requirements
        self._facts: ProgramFacts = program_facts(requirements.catalog)
        self._code, self._line = code, code.soc
        self._credential, self._state = credential, state
        self._level = CREDENTIAL_LEVELS[credential]
        self._ahead = ahead
        self._occupation_words = _words(requirements.catalog.occupation(code).title)

    def ranked(self) -> list[LeadingProgram]:
        """By the ways that the state's law leaves open; by all where those say no field."""
        here = self._requirements.get_entry(self._code, self._state)
        return self._by_ways(here) or self._by_ways(self._requirements.get_entry(self._code))

    def _by_ways(self, entry: Entry) -> list[LeadingProgram]:
        named = list(dict.fromkeys(self._named(entry)))
        named.sort(key=lambda cip: not self._here(cip).schools)
        others: list[str] = []
        open_ways = [way for way in entry.conditions if self._is_open(way)]
        if open_ways and not any(way.field.is_binding for way in open_ways):
            others = [cip for cip in self._linked(entry) if cip not in named]
            others.sort(key=self._place)
        return [self._leading(cip, cip in named) for cip in [*named, *others]]

    def _place(self, cip: str) -> tuple[int, bool, float, int, str]:
        here = self._here(cip)
        sureness = round(self._sureness(cip), 1)
        return -self._count_ahead(cip), not here.schools, -sureness, -here.graduates, cip

    def _here(self, cip: str) -> Taught:
        return self._facts.taught(cip[:FOUR_DIGITS], self._credential, self._state)

    def _named(self, entry: Entry) -> Iterator[str]:
        """Programs that the conditions name for the credential, spread to six digits and taught.

        Of a credential that comes before the one asked: the field of the degree held before, the
        programs of the license held before, or the same field where it is commonly taught lower;
        the first of these that says anything.
        """
        fitting = self._fitting(entry)
        for way in fitting:
            yield from self._spread(way.programs)
        if fitting:
            return
        held = [way for way in entry.conditions if (way.from_degree or _HIGHEST) <= self._level]
        stages = (
            (cip for way in held for cip in self._spread(way.from_degree_programs)),
            (cip for way in entry.conditions for cip in self._of_license(way)),
            (cip for way in entry.conditions for cip in self._taught_lower(way)),
        )
        for stage in stages:
            found = list(stage)
            yield from found
            if found:
                return

    def _of_license(self, way: EntryCondition) -> Iterator[str]:
        codes = self._requirements.catalog.codes
        for line in way.from_license:
            code = next((code for code in codes if code.startswith(line)), self._code)
            if code != self._code:
                for before in self._requirements.get_entry(code, self._state).conditions:
                    if self._is_asked(before):
                        yield from self._spread(before.programs)

    def _taught_lower(self, way: EntryCondition) -> Iterator[str]:
        """Programs of a way that as many schools teach by this credential as by the one asked."""
        asked = _credential_of(way.floor)
        for cip in self._spread(way.programs):
            schools = self._facts.taught(cip[:FOUR_DIGITS], asked).schools
            lower = self._facts.taught(cip[:FOUR_DIGITS], self._credential).schools
            if lower >= schools and is_own_series(
                self._requirements, self._code, cip[:FOUR_DIGITS]
            ):
                yield cip

    def _fitting(self, entry: Entry) -> list[EntryCondition]:
        """Ways that ask this credential first, then those content with it or with less.

        Where another way asks it, what a higher degree is preferred in is no program of this one.
        """
        asking = [way for way in entry.conditions if self._is_asked(way)]
        content = [
            way
            for way in entry.conditions
            if self._is_open(way) and way not in asking and (way.floor <= self._level or not asking)
        ]
        return [*asking, *content]

    def _is_open(self, way: EntryCondition) -> bool:
        """Whether who earns the credential can come this way by it."""
        is_reached = way.floor <= self._level and not _is_by_work(way)
        return self._is_asked(way) or is_reached or not way.field.is_binding

    def _is_asked(self, way: EntryCondition) -> bool:
        asked = {way.usual, way.floor} | ({way.study.credential} if way.study else set())
        return any(_is_same(level, self._level) for level in asked)

    def _spread(self, cips: Iterable[str]) -> Iterator[str]:
        """Six-digit programs of codes of two, four and six digits that are taught at this level.

        A series stands for those of its programs that the crosswalk links, the surest first, or
        for its first, general one; of a family only linked programs count.
        """
        linked = set(self._facts.programs_of(self._line))
        for cip in cips:
            if len(cip) == SIX_DIGITS:
                found = [cip]
            elif len(cip) == FOUR_DIGITS:
                members = self._facts.members(cip)
                found = [one for one in members if one in linked] or list(members[:1])
            else:
                found = [one for one in sorted(linked) if one.startswith(cip + ".")]
            if len(cip) != SIX_DIGITS:
                found.sort(key=lambda one: (-self._sureness(one), one))
            yield from (one for one in found if self._is_taught(one))

    def _linked(self, entry: Entry) -> list[str]:
        linked = self._requirements.fields_of_study.programs[
            self._requirements.catalog.row_of[entry.code]
        ]
        return [cip for cip in linked if cip[:2] not in RESIDENCIES and self._is_taught(cip)]

    def _is_taught(self, cip: str) -> bool:
        """Whether a school of the nation awards the credential in the program's series."""
        names = [self._credential]
        if self._level in _DOCTORATES:
            names = ["professional", "doctoral"]
        return any(self._facts.taught(cip[:FOUR_DIGITS], name).schools for name in names)

    def _count_ahead(self, cip: str) -> int:
        return sum(
            cip in self._facts.programs_of(code.soc) for code in self._ahead if code != self._code
        )

    def _sureness(self, cip: str) -> float:
        return self._facts.share_taken(cip, self._line) + LIKENESS_WEIGHT.value * self._likeness(
            cip
        )

    def _likeness(self, cip: str) -> float:
        """Share of the words of both names that stand in both, 0 to 1."""
        own, words = self._occupation_words, _words(self._facts.titles.get(cip, ""))
        together = own | words
        return len(own & words) / len(together) if together else 0.0

    def _leading(self, cip: str, is_named: bool) -> LeadingProgram:
        series = cip[:FOUR_DIGITS]
        taught = self._here(cip)
        return LeadingProgram(
            cip=cip,
            title=self._facts.titles.get(cip, cip),
            is_named=is_named,
            share_taken=self._facts.share_taken(cip, self._line),
            likeness=self._likeness(cip),
            schools=taught.schools,
            graduates=taught.graduates,
            is_own_series=is_own_series(self._requirements, self._code, series),
        )


def _is_by_work(way: EntryCondition) -> bool:
    """Whether who holds a diploma is promoted for the work alone."""
    is_taught = way.study is not None or way.usual > EducationLevel.HIGH_SCHOOL
    return way.door is Door.PROMOTION and not is_taught


def _is_same(level: EducationLevel, other: EducationLevel) -> bool:
    return level == other or any({level, other} <= group for group in (_DOCTORATES, _CERTIFICATES))


def _credential_of(level: EducationLevel) -> str:
    return next((name for name, stands in CREDENTIAL_LEVELS.items() if stands >= level), "doctoral")


def _words(title: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM] for word in _WORD.findall(title.lower()) if word not in _EMPTY_WORDS
    )

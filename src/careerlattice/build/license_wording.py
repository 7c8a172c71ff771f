"""How license records name the license of a trade: the rules of `record_names.yaml`, compiled.

The file's header defines when a record's title names the license of a line. A title is compared in
its plain form; every run of words in it is looked up among the phrases, so that all lines are held
against a title at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from careerlattice.build.yaml_files import load_mapping
from careerlattice.errors import DataError

FILE = "record_names.yaml"
LINE_KEYS = {"names", "not", "exact", "in_state", "part", "own_business"}
SET_ASIDE_KEYS = {"phrases", "reason", "unless"}
FIRST_RANK, EXACT_RANK = 100, 300
"""Places of a line's first name and of an exact title; names of one state alone go before."""

_DROPPED = re.compile(r"['’`.]")
_SPACED = re.compile(r"[^a-z0-9]+")
Phrase = tuple[str, ...]


def plain(title: str) -> str:
    """A title in lower case without marks, as phrases are written.

    >>> plain("Nurse, Registered (R.N.)")
    'nurse registered rn'
    """
    return _SPACED.sub(" ", _DROPPED.sub("", title.lower())).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """That a record names a line's license: `role` own, part or own_business; best `rank` first."""

    role: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What records call the license of one line; phrases are the keys of `names`, with rank."""

    names: Mapping[Phrase, int]
    in_state: Mapping[str, Mapping[Phrase, int]] = field(default_factory=dict)
    exact: frozenset[str] = frozenset()
    not_: frozenset[Phrase] = frozenset()
    own_business: Mapping[Phrase, int] = field(default_factory=dict)
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formality:
    """Words that make a record no license of entry (a learner's, a renewal), and the reason."""

    phrases: frozenset[Phrase]
    reason: str
    unless: frozenset[Phrase]


@dataclass(frozen=True)
class RecordNames:
    """The rules of all lines. `lines` is keyed by SOC line or whole O*NET-SOC code."""

    lines: Mapping[str, Line]
    formalities: tuple[Formality, ...]
    same: Mapping[str, str] = field(default_factory=dict)
    """Lines whose license is another line's, and that line."""

    def key_of(self, code: str) -> str | None:
        """The line that speaks for an occupation, its own before its SOC line's."""
        for key in (code, code[:7]):
            if key in self.lines:
                return key
            if key in self.same:
                return self.same[key]
        return None

    @cached_property
    def _phrases(self) -> frozenset[Phrase]:
        found: set[Phrase] = set()
        for line in self.lines.values():
            found |= {*line.names, *line.not_, *line.own_business}
            found.update(*line.in_state.values())
        for formality in self.formalities:
            found |= formality.phrases | formality.unless
        return frozenset(found)

    @cached_property
    def _longest(self) -> int:
        return max((len(phrase) for phrase in self._phrases), default=0)

    @cached_property
    def _naming(self) -> Mapping[Phrase, tuple[str, ...]]:
        """The lines each phrase names."""
        found: dict[Phrase, set[str]] = defaultdict(set)
        for key, line in self.lines.items():
            for phrase in (*line.names, *line.own_business):
                found[phrase].add(key)
            for phrases in line.in_state.values():
                for phrase in phrases:
                    found[phrase].add(key)
        return {phrase: tuple(sorted(keys)) for phrase, keys in found.items()}

    @cached_property
    def _exact(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for key, line in self.lines.items():
            for title in line.exact:
                found[title].add(key)
        return {title: tuple(sorted(keys)) for title, keys in found.items()}

    def phrases_in(self, title: str) -> frozenset[Phrase]:
        """All known phrases that stand in a plain title; the last word may carry a plural s."""
        words = tuple(title.split())
        found = set()
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + self._longest) + 1):
                run = words[start:end]
                if run in self._phrases:
                    found.add(run)
                if run[-1].endswith("s"):
                    singular = (*run[:-1], run[-1][:-1])
                    if singular in self._phrases:
                        found.add(singular)
        return frozenset(found)

    def lines_named(self, title: str, state: str) -> dict[str, Naming]:
        """The lines whose license a record of this title names, and how.

        Where a license is for part of a line's workers only, a title that one line claims by a name
        of that state alone is not another's by a name used everywhere: a state's license of civil
        engineers is none of safety engineers.
        """
        bare = plain(title)
        here = self.phrases_in(bare)
        keys = {key for phrase in here for key in self._naming.get(phrase, ())}
        keys |= set(self._exact.get(bare, ()))
        found = {}
        for key in sorted(keys):
            naming = self._name(self.lines[key], bare, here, state)
            if naming is not None:
                found[key] = naming
        if any(naming.role == "part" and naming.rank < FIRST_RANK for naming in found.values()):
            return {
                key: naming
                for key, naming in found.items()
                if naming.role != "part" or naming.rank < FIRST_RANK
            }
        return found

    def _name(self, line: Line, bare: str, here: frozenset[Phrase], state: str) -> Naming | None:
        role = "part" if line.part else "own"
        claims = line.in_state.get(state, {})
        ranks = [claims[phrase] for phrase in here if phrase in claims]
        if ranks:
            return Naming(role=role, rank=min(ranks))
        if here & line.not_:
            return None
        for phrases, as_role in ((line.names, role), (line.own_business, "own_business")):
            ranks = [
                phrases[phrase]
                for phrase in here
                if phrase in phrases and not self.reason_against(here, phrase)
            ]
            if ranks:
                return Naming(role=as_role, rank=min(ranks))
            if phrases is line.names and bare in line.exact and not self.reason_against(here, ()):
                return Naming(role=role, rank=EXACT_RANK)
        return None

    def reason_against(self, here: frozenset[Phrase], named_by: Phrase) -> str:
        """Why a title with these phrases is no license of entry; empty where it may be one."""
        for formality in self.formalities:
            if here & formality.unless:
                continue
            if any(not _holds(named_by, phrase) for phrase in here & formality.phrases):
                return formality.reason
        return ""

    def set_aside_reason(self, title: str) -> str:
        """Why a record of this title is no license of entry of any trade; empty where it may be."""
        return self.reason_against(self.phrases_in(plain(title)), ())


def _holds(phrase: Phrase, part: Phrase) -> bool:
    size = len(part)
    return any(phrase[at : at + size] == part for at in range(len(phrase) - size + 1))


def read_record_names(folder: Path) -> RecordNames:
    """The rules of the folder's `record_names.yaml`. Raises `MissingFile` or `DataError`."""
    given = load_mapping(folder / FILE)
    lines = {}
    for key, rule in given["lines"].items():
        unknown = set(rule) - LINE_KEYS
        if unknown:
            raise DataError(f"{FILE}, {key}: unknown {', '.join(sorted(unknown))}.")
        lines[str(key)] = Line(
            names=_ranked(rule.get("names"), FIRST_RANK),
            in_state={
                state: _ranked(phrases) for state, phrases in (rule.get("in_state") or {}).items()
            },
            exact=frozenset(plain(title) for title in rule.get("exact") or ()),
            not_=frozenset(_phrases(rule.get("not"))),
            own_business=_ranked(rule.get("own_business"), FIRST_RANK),
            part=rule.get("part") or "",
        )
    formalities = []
    for rule in given["set_aside"]:
        unknown = set(rule) - SET_ASIDE_KEYS
        if unknown:
            raise DataError(f"{FILE}, set_aside: unknown {', '.join(sorted(unknown))}.")
        formalities.append(
            Formality(
                phrases=frozenset(_phrases(rule["phrases"])),
                reason=rule["reason"],
                unless=frozenset(_phrases(rule.get("unless"))),
            )
        )
    same = {str(key): str(other) for key, other in (given.get("same_license") or {}).items()}
    lost = sorted(set(same.values()) - set(lines))
    if lost:
        raise DataError(f"{FILE}, same_license: {', '.join(lost)} is no line of this file.")
    return RecordNames(lines, tuple(formalities), same)


def _phrases(given: Iterable[object] | None) -> Iterator[Phrase]:
    for text in given or ():
        yield tuple(plain(str(text)).split())


def _ranked(given: Iterable[object] | None, first: int = 0) -> dict[Phrase, int]:
    ranks: dict[Phrase, int] = {}
    for rank, phrase in enumerate(_phrases(given), first):
        ranks.setdefault(phrase, rank)
    return ranks

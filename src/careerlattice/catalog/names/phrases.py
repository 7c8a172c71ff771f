"""The lists of names people use, by the wording they are compared by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from careerlattice.catalog.names.keys import key, written_out
from careerlattice.content.names.lists import rows_of, wordings, words_of

MeaningKind = Literal["one", "ask", "state", "rank"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a listed wording stands for.

    `one`: the first of `codes` (SOC codes), the rest may be meant too; `ask`: one of `codes`;
    `rank`: a grade that many occupations have; `state`: no occupation, but the state of life
    `state` (`retired`, `student`, ...). `is_spanish`: the wording is Spanish.
    """

    kind: MeaningKind
    codes: tuple[str, ...] = ()
    state: str = ""
    wording: str = ""
    is_spanish: bool = False


class Phrases:
    """All listed wordings. Make one with :func:`phrases`."""

    def __init__(self) -> None:
        self.by_key: dict[str, Meaning] = {}
        for wording, meaning in _listed():
            self.by_key.setdefault(key(wording), meaning)
        self._spanish = {_without_small(spelled): meaning for spelled, meaning in _spanish()}
        for spelled, meaning in self._spanish.items():
            self.by_key.setdefault(spelled, meaning)
        for row in rows_of("military"):
            for wording in wordings(row["title"]):
                meaning = Meaning("one", tuple(row["codes"].split()), wording=wording)
                self.by_key.setdefault(key(wording), meaning)
        self._joined: dict[str, Meaning] = {}
        self._written_out: dict[str, Meaning] = {}
        for spelled, meaning in self.by_key.items():
            self._joined.setdefault(spelled.replace(" ", ""), meaning)
            self._written_out.setdefault(written_out(spelled), meaning)
        self.vocabulary = {word for spelled in self.by_key for word in spelled.split()}

    def find(self, spelled: str) -> Meaning | None:
        """The meaning of a key, however its words are joined, shortened or gendered."""
        found = self.by_key.get(spelled) or self._written_out.get(written_out(spelled))
        if found is None and len(spelled) > 4:
            found = self._joined.get(spelled.replace(" ", ""))
        if found is None:
            bare = _without_small(spelled)
            found = self._spanish.get(bare) or self._spanish.get(_stems(bare))
        if found is None and spelled.endswith(("woman", "person", "lady", "boy", "girl", "guy")):
            found = self.by_key.get(_as_man(spelled))
        return found


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The lists, read once."""
    return Phrases()


def _listed() -> Iterator[tuple[str, Meaning]]:
    for row in rows_of("everyday"):
        kind: MeaningKind = "ask" if row["means"] == "ask" else "one"
        codes = tuple(row["codes"].split())
        for wording in wordings(row["words"]):
            yield wording, Meaning(kind, codes, wording=wording)
    for row in rows_of("states_of_life"):
        for wording in wordings(row["words"]):
            yield wording, Meaning("state", state=row["kind"], wording=wording)
    for wording in words_of("ranks"):
        yield wording, Meaning("rank", wording=wording)


def _spanish() -> Iterator[tuple[str, Meaning]]:
    for row in rows_of("spanish"):
        kind: MeaningKind = "ask" if row["means"] == "ask" else "one"
        codes = tuple(row["codes"].split())
        for wording in (*wordings(row["masculine"]), *wordings(row["feminine"])):
            yield key(wording), Meaning(kind, codes, wording=wording, is_spanish=True)


def _without_small(spelled: str) -> str:
    small = words_of("spanish_small_words")
    return " ".join(word for word in spelled.split() if word not in small)


def _stems(bare: str) -> str:
    """Spanish plurals in -es: `conductores`, which the English rule leaves as `conductore`."""
    return " ".join(
        word.removesuffix("e") if word.endswith("re") else word for word in bare.split()
    )


def _as_man(spelled: str) -> str:
    for ending in ("woman", "person", "lady", "boy", "girl", "guy"):
        if spelled.endswith(ending):
            return spelled.removesuffix(ending) + "man"
    return spelled
